"""Recommendations of past evaluations in bulk, with what is known of their follow-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from sakip.apps.evaluasi.galat_lanjut import IsianWajib
from sakip.apps.evaluasi.models import (
    JenisTindakLanjut,
    LembarKerja,
    Rekomendasi,
    StatusRekomendasi,
    TindakLanjut,
)
from sakip.apps.evaluasi.workflow_rekomendasi import PUTUSAN
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.wewenang import Izin

BATCH = 500


@dataclass(frozen=True, slots=True)
class IsiRekomendasi:
    """One recommendation as a source prints it; `tanggal` is when its present state was reached."""

    kode: str
    uraian: str
    penanggung_jawab: str = ""
    batas_waktu: date | None = None
    status: str = StatusRekomendasi.BELUM
    tanggal: date | None = None
    keterangan: str = ""


@transaction.atomic
def load_rekomendasi(
    *, lembar: LembarKerja, baris: Sequence[IsiRekomendasi], by: Pengguna | None
) -> list[Rekomendasi]:
    """Insert them all with one audit record; a dated state leaves the event that led to it."""
    require(by, Izin.KELOLA_EVALUASI, unit=lembar.unit)
    if any(not satu.uraian.strip() for satu in baris):
        raise IsianWajib("uraian")
    mulai = lembar.rekomendasi_set.count()
    dibuat = Rekomendasi.objects.bulk_create(
        [_rekomendasi(lembar, mulai + n, satu) for n, satu in enumerate(baris)], batch_size=BATCH
    )
    TindakLanjut.objects.bulk_create(
        [
            _kejadian(rekomendasi, satu)
            for rekomendasi, satu in zip(dibuat, baris, strict=True)
            if satu.tanggal is not None and satu.status in _JENIS
        ],
        batch_size=BATCH,
    )
    record(
        aksi="evaluasi.rekomendasi.dimuat",
        objek=lembar,
        by=by,
        instansi=lembar.instansi,
        label=f"LKE {lembar.evaluasi.tahun} {lembar.unit.kode}",
        perubahan={"jumlah": len(dibuat)},
    )
    return dibuat


_JENIS = {
    StatusRekomendasi.DIRENCANAKAN: JenisTindakLanjut.RENCANA,
    StatusRekomendasi.DIAJUKAN: JenisTindakLanjut.PELAKSANAAN,
    **dict.fromkeys(PUTUSAN, JenisTindakLanjut.PUTUSAN),
}


def _rekomendasi(lembar: LembarKerja, urutan: int, isi: IsiRekomendasi) -> Rekomendasi:
    return Rekomendasi(
        instansi_id=lembar.instansi_id,
        lembar=lembar,
        unit_id=lembar.unit_id,
        kode=isi.kode,
        urutan=urutan,
        uraian=" ".join(isi.uraian.split()),
        penanggung_jawab=isi.penanggung_jawab.strip(),
        batas_waktu=isi.batas_waktu,
        status=isi.status,
    )


def _kejadian(rekomendasi: Rekomendasi, isi: IsiRekomendasi) -> TindakLanjut:
    assert isi.tanggal is not None
    jenis = _JENIS[StatusRekomendasi(isi.status)]
    rencana = jenis == JenisTindakLanjut.RENCANA
    return TindakLanjut(
        instansi_id=rekomendasi.instansi_id,
        rekomendasi=rekomendasi,
        jenis=jenis,
        uraian=isi.keterangan.strip(),
        penanggung_jawab=rekomendasi.penanggung_jawab if rencana else "",
        batas_waktu=isi.batas_waktu if rencana else None,
        putusan=isi.status if isi.status in PUTUSAN else "",
        pada=timezone.make_aware(datetime.combine(isi.tanggal, time(12))),
    )
