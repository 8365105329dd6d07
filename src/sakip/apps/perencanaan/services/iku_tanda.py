"""The dictionary's IKU marks follow the decree in force; apart from `iku` because `dokumen` asks for it."""

from django.db import transaction
from django.utils.translation import gettext as _

from sakip.apps.datakinerja.services import update_indikator
from sakip.apps.perencanaan.galat import GalatPerencanaan
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen
from sakip.apps.perencanaan.selectors.iku import beda_tanda, hari_iku
from sakip.apps.perencanaan.services._dasar import lock_dokumen
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna


class BukanIku(GalatPerencanaan):
    def __init__(self, nama: str) -> None:
        super().__init__(_("%(nama)s bukan keputusan IKU.") % {"nama": nama})


@transaction.atomic
def follow_iku(*, dokumen: Dokumen, by: Pengguna | None) -> int:
    """Make the dictionary's IKU marks those of the decree in force; returns how many entries changed.

    A mark changes from the day of the decree, or by correcting the present version when that began later.
    """
    require_iku(dokumen)
    require(by, Izin.VERIFIKASI_RENCANA, unit=dokumen.unit)
    terkunci = lock_dokumen(dokumen)
    tambah, cabut = beda_tanda(terkunci)
    for versi, tanda in [*((v, True) for v in tambah), *((v, False) for v in cabut)]:
        update_indikator(
            indikator=versi.indikator,
            sejak=max(hari_iku(terkunci), versi.berlaku_mulai),
            by=by,
            is_iku=tanda,
            alasan_ubah=_("Mengikuti %(nama)s") % {"nama": terkunci.nama[:250]},
        )
    return len(tambah) + len(cabut)


def require_iku(dokumen: Dokumen) -> None:
    if dokumen.jenis != JenisDokumen.IKU:
        raise BukanIku(dokumen.nama)
