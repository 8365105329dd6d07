"""A figure as a service receives it, and the version row it becomes."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import fields_of, keadaan_of
from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.nilai import Keadaan
from sakip.apps.pengukuran.galat import AlasanWajib, BedaInstansi, NilaiTidakCocok, TriwulanSalah
from sakip.apps.pengukuran.models import Realisasi, RealisasiVersi
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Unit


class Keterangan(TypedDict, total=False):
    """What may stand beside a figure."""

    alasan: str
    tanggal_rilis: date | None
    pembilang: Decimal | None
    penyebut: Decimal | None
    sementara: bool
    sebab: str
    kendala: str
    tindak_lanjut: str
    catatan: str
    sumber: str


@dataclass(frozen=True, slots=True)
class BarisRealisasi:
    """One figure of a batch. `keadaan` None follows from the value."""

    indikator: Indikator
    unit: Unit
    tahun: int
    nilai: Nilai | None
    triwulan: int | None = None
    keadaan: str | None = None
    keterangan: Keterangan | None = None

    @property
    def kunci(self) -> tuple[int, int, int, int | None]:
        return (self.indikator.pk, self.unit.pk, self.tahun, self.triwulan)


def build_versi(baris: BarisRealisasi) -> dict[str, Any]:
    """The fields of the version; raises when value, state and reason contradict each other."""
    if baris.triwulan is not None and not 1 <= baris.triwulan <= 4:
        raise TriwulanSalah
    if baris.indikator.instansi_id != baris.unit.instansi_id:
        raise BedaInstansi("indikator")
    ket = dict(baris.keterangan or {})
    keadaan = Keadaan(baris.keadaan) if baris.keadaan is not None else keadaan_of(baris.nilai)
    nilai = baris.nilai or Nilai.kosong()
    if (keadaan == Keadaan.DILAPORKAN) != nilai.dilaporkan:
        raise NilaiTidakCocok
    ket["alasan"] = str(ket.get("alasan") or nilai.sebab or "").strip()[:300]
    if keadaan in (Keadaan.BELUM_RILIS, Keadaan.TIDAK_BERLAKU) and not ket["alasan"]:
        raise AlasanWajib
    return {**fields_of(nilai), "keadaan": keadaan.value, **ket}


def same_versi(versi: RealisasiVersi, isi: dict[str, Any]) -> bool:
    """Whether the figure says what the latest version says already."""
    return all(getattr(versi, bidang) == nilai for bidang, nilai in isi.items())


def new_versi(
    realisasi: Realisasi, versi_ke: int, isi: dict[str, Any], by: Pengguna | None, pada: datetime
) -> RealisasiVersi:
    return RealisasiVersi(
        instansi_id=realisasi.instansi_id, realisasi=realisasi, versi_ke=versi_ke, oleh=by, pada=pada, **isi
    )
