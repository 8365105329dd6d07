"""A list of the nomenclature as a whole: called otherwise, or thrown away while nothing rests on it."""

from django.db import transaction
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.galat import GalatPerencanaan
from sakip.apps.perencanaan.models import VersiNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur import uses_of
from sakip.apps.perencanaan.services._dasar import require_text
from sakip.apps.perencanaan.services.nomenklatur import VersiSudahAda
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record


class VersiDipakai(GalatPerencanaan):
    """A list that plans or mappings rest on stays."""

    def __init__(self, nama: str, pemakai: str) -> None:
        pesan = _("%(nama)s tidak dapat dihapus karena dipakai: %(pemakai)s.")
        super().__init__(pesan % {"nama": nama, "pemakai": pemakai})


@transaction.atomic
def update_versi(
    *, versi: VersiNomenklatur, kode: str, nama: str, dasar: str, by: Pengguna | None
) -> VersiNomenklatur:
    """Change what a list is called and the decree it cites; its entries and its period stay."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=versi.instansi)
    terkunci = VersiNomenklatur.objects.select_for_update(of=("self",)).get(pk=versi.pk)
    baru = {
        "kode": require_text(kode, "kode"),
        "nama": require_text(nama, "nama"),
        "dasar": require_text(dasar, "dasar"),
    }
    sama = VersiNomenklatur.objects.filter(instansi_id=versi.instansi_id, kode=baru["kode"])
    if sama.exclude(pk=versi.pk).exists():
        raise VersiSudahAda(baru["kode"])
    beda = {b: [getattr(terkunci, b), isi] for b, isi in baru.items() if getattr(terkunci, b) != isi}
    if not beda:
        return terkunci
    for bidang, isi in baru.items():
        setattr(terkunci, bidang, isi)
    terkunci.full_clean(validate_constraints=False)
    terkunci.save(update_fields=list(baru))
    record(
        aksi="perencanaan.nomenklatur.diubah",
        objek=terkunci,
        by=by,
        instansi=versi.instansi,
        label=terkunci.nama,
        perubahan=beda,
    )
    return terkunci


@transaction.atomic
def remove_versi(*, versi: VersiNomenklatur, by: Pengguna | None) -> None:
    """Throw a list away with its entries. The one that ended where it began is in force again for that time."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=versi.instansi)
    terkunci = VersiNomenklatur.objects.select_for_update(of=("self",)).get(pk=versi.pk)
    if pemakai := uses_of(terkunci):
        raise VersiDipakai(terkunci.nama, "; ".join(pemakai))
    VersiNomenklatur.objects.filter(
        instansi_id=versi.instansi_id,
        berlaku_sampai=terkunci.berlaku_mulai,
        berlaku_mulai__lt=terkunci.berlaku_mulai,
    ).update(berlaku_sampai=terkunci.berlaku_sampai)
    record(
        aksi="perencanaan.nomenklatur.dihapus",
        objek=terkunci,
        by=by,
        instansi=versi.instansi,
        label=terkunci.nama,
        perubahan={"kode": terkunci.kode, "butir": terkunci.butir_set.count()},
    )
    terkunci.delete()
