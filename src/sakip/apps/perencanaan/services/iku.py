"""IKU sets: drafted from the sasaran of the plan in force; once in force, the dictionary follows."""

from collections.abc import Sequence

from django.db import transaction

from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Simpul, SimpulIndikator, Target
from sakip.apps.perencanaan.services._dasar import lock_terbuka, require_text
from sakip.apps.perencanaan.services.dokumen import create_dokumen
from sakip.apps.perencanaan.services.iku_tanda import require_iku
from sakip.apps.perencanaan.services.simpul import add_simpul, link_indikator
from sakip.apps.perencanaan.services.target import set_target
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Unit


@transaction.atomic
def create_iku(
    *, unit: Unit, nama: str, tahun_mulai: int, tahun_selesai: int, by: Pengguna | None, dasar: str = ""
) -> Dokumen:
    """Begin a draft decree; its rows are chosen from the plan with `choose_iku`."""
    return create_dokumen(
        unit=unit,
        jenis=JenisDokumen.IKU,
        nama=nama,
        tahun_mulai=tahun_mulai,
        tahun_selesai=tahun_selesai,
        dasar=dasar,
        by=by,
    )


@transaction.atomic
def choose_iku(
    *,
    dokumen: Dokumen,
    pilihan: Sequence[SimpulIndikator],
    alasan: str,
    by: Pengguna | None,
    koreksi: str = "",
) -> int:
    """Take indicators of a plan's sasaran into the draft, each with the reason and the plan's targets."""
    require_iku(dokumen)
    teks = require_text(alasan, "alasan")
    terkunci = lock_terbuka(dokumen, "")
    for satu in pilihan:
        simpul = _sasaran(terkunci, satu.simpul, by)
        tautan = link_indikator(simpul=simpul, indikator=satu.indikator, by=by)
        _put_alasan(terkunci, tautan, teks, by)
        _copy_target(terkunci, satu, by)
    return len(pilihan)


@transaction.atomic
def set_alasan_iku(
    *, tautan: SimpulIndikator, alasan: str, by: Pengguna | None, boleh_kosong: bool = False
) -> SimpulIndikator:
    """Say why an indicator of a draft is an IKU; only an undo leaves it unsaid again (`boleh_kosong`)."""
    dokumen = tautan.simpul.dokumen
    require(by, Izin.SUSUN_RENCANA, unit=dokumen.unit)
    terkunci = lock_terbuka(dokumen, "")
    teks = alasan.strip() if boleh_kosong else require_text(alasan, "alasan")
    return _put_alasan(terkunci, tautan, teks, by)


def _sasaran(dokumen: Dokumen, asal: Simpul, by: Pengguna | None) -> Simpul:
    """The decree's own node of a plan's sasaran, made once."""
    ada = Simpul.objects.filter(dokumen=dokumen, mendukung=asal).first()
    if ada is not None:
        return ada
    urutan = Simpul.objects.filter(dokumen=dokumen).count()
    return add_simpul(
        dokumen=dokumen, jenis=asal.jenis, pernyataan=asal.pernyataan, kode=asal.kode,
        urutan=urutan, mendukung=asal, by=by,
    )  # fmt: skip


def _put_alasan(
    dokumen: Dokumen, tautan: SimpulIndikator, alasan: str, by: Pengguna | None
) -> SimpulIndikator:
    lama, tautan.alasan = tautan.alasan, alasan
    tautan.save(update_fields=["alasan"])
    if lama != alasan:
        record(
            aksi="perencanaan.iku.alasan_diubah",
            objek=dokumen,
            by=by,
            instansi=dokumen.instansi,
            label=dokumen.nama,
            perubahan={"indikator": tautan.indikator.kode, "alasan": [lama, alasan]},
        )
    return tautan


def _copy_target(dokumen: Dokumen, asal: SimpulIndikator, by: Pengguna | None) -> None:
    semua = Target.objects.filter(
        dokumen_id=asal.simpul.dokumen_id,
        indikator_id=asal.indikator_id,
        triwulan__isnull=True,
        tahun__range=(dokumen.tahun_mulai, dokumen.tahun_selesai),
    )
    for satu in semua:
        set_target(dokumen=dokumen, indikator=asal.indikator, tahun=satu.tahun, nilai=nilai_of(satu), by=by)
