"""Evidence beside an item: put there from what the unit has, taken off by a mark."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.convert import answerable
from sakip.apps.evaluasi.galat import BedaInstansi, BuktiTahapLain, SudahAdaBukti
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import BuktiJawaban, LembarKerja, TahapLembar
from sakip.apps.evaluasi.policies import require_bukti
from sakip.apps.evaluasi.services._kunci import (
    lock_lembar,
    record_lembar,
    require_berjalan,
    require_jendela,
)
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.wewenang import Izin


@transaction.atomic
def attach_bukti(
    *, lembar: LembarKerja, kode: str, bukti: Bukti, by: Pengguna | None, halaman: str = ""
) -> BuktiJawaban:
    """Put a piece of evidence that the person may read beside an item, with the page it is on."""
    terkunci = lock_lembar(lembar)
    require_berjalan(terkunci)
    require_bukti(by, terkunci)
    require_jendela(terkunci)
    if bukti.instansi_id != terkunci.instansi_id:
        raise BedaInstansi("bukti")
    require(by, Izin.BACA, unit=bukti.unit)
    answerable(muat_instrumen(terkunci.instrumen), kode)
    if BuktiJawaban.objects.filter(
        lembar=terkunci, kode=kode, bukti=bukti, dilepas_pada__isnull=True
    ).exists():
        raise SudahAdaBukti
    tautan = BuktiJawaban(
        instansi_id=terkunci.instansi_id,
        lembar=terkunci,
        kode=kode,
        bukti=bukti,
        halaman=halaman.strip() or bukti.halaman,
        oleh=by,
        pada=timezone.now(),
    )
    tautan.save(force_insert=True)
    record_lembar(
        terkunci,
        "bukti.dilampirkan",
        by,
        {"kode": kode, "bukti": str(bukti.uid), "judul": bukti.judul, "halaman": tautan.halaman},
    )
    return tautan


@transaction.atomic
def detach_bukti(*, tautan: BuktiJawaban, by: Pengguna | None) -> None:
    """Take evidence off again, in the stage in which it was put there; the evidence itself stays."""
    terkunci = lock_lembar(tautan.lembar)
    require_berjalan(terkunci)
    require_bukti(by, terkunci)
    require_jendela(terkunci)
    kini = BuktiJawaban.objects.select_for_update(of=("self",)).select_related("bukti").get(pk=tautan.pk)
    if kini.dilepas_pada is not None:
        return
    asal = _stage_at(terkunci, kini.pada)
    if asal != terkunci.tahap:
        raise BuktiTahapLain(str(TahapLembar(asal).label))
    kini.dilepas_oleh, kini.dilepas_pada = by, timezone.now()
    kini.save(update_fields=["dilepas_oleh", "dilepas_pada"])
    record_lembar(terkunci, "bukti.dilepas", by, {"kode": kini.kode, "bukti": str(kini.bukti.uid)})


def _stage_at(lembar: LembarKerja, pada: datetime) -> str:
    """The stage the sheet was in at a moment."""
    langkah = lembar.langkah_set.filter(pada__lte=pada).order_by("pada", "pk").last()
    return TahapLembar.MANDIRI if langkah is None else langkah.ke
