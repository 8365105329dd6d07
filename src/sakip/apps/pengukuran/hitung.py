"""From the figures of a year to the achievement of each of its periods. No database here.

A quarter's achievement is that of the year up to the quarter: R_to_k / T_k (design/domain.md 6.3).
A quarter that was not reported is left out and listed, never taken as zero.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from kinerja.agregasi import TRIWULAN, AgregasiWaktu, HasilWaktu, aggregate_waktu
from kinerja.capaian import AturanCapaian, HasilCapaian, compute_capaian
from kinerja.nilai import JenisNilai, Nilai
from kinerja.pembulatan import KONTEKS_LEBAR
from sakip.apps.datakinerja.models import Frekuensi, IndikatorVersi
from sakip.apps.datakinerja.nilai import Keadaan
from sakip.apps.pengukuran.bacaan import TargetBerlaku

#: The periods of a year: its quarters, then the whole.
PERIODE: tuple[int | None, ...] = (1, 2, 3, 4, None)
_JATUH_TEMPO = {Frekuensi.SEMESTERAN: (2, 4), Frekuensi.TAHUNAN: (4,)}
_SEMUA = (1, 2, 3, 4)
_BUKAN_TITIK = frozenset({JenisNilai.AMBANG, JenisNilai.RENTANG})


@dataclass(frozen=True, slots=True)
class Isian:
    """The latest figure of one slot."""

    nilai: Nilai
    keadaan: str = Keadaan.DILAPORKAN
    status: str = ""
    unit_id: int | None = None
    realisasi_id: int | None = None
    realisasi_uid: UUID | None = None
    versi_ke: int = 0
    sementara: bool = False
    alasan: str = ""
    sumber: str = ""
    sebab: str = ""
    kendala: str = ""
    tindak_lanjut: str = ""
    catatan: str = ""
    jumlah_bukti: int = 0


@dataclass(frozen=True, slots=True)
class Hitungan:
    """The achievement of one period with what it rests on."""

    hasil: HasilCapaian
    target: TargetBerlaku | None
    waktu: HasilWaktu | None = None
    isian: Isian | None = None
    tanda: tuple[str, ...] = field(default=())


def akhir_periode(tahun: int, triwulan: int | None = None) -> date:
    """The last day of a quarter, or of the year."""
    bulan, hari = {1: (3, 31), 2: (6, 30), 3: (9, 30)}.get(triwulan or 4, (12, 31))
    return date(tahun, bulan, hari)


def jatuh_tempo(frekuensi: str) -> tuple[int, ...]:
    """The quarters in which an indicator owes a figure."""
    return _JATUH_TEMPO.get(Frekuensi(frekuensi), _SEMUA)


def compute_periode(
    *,
    versi: IndikatorVersi,
    aturan: AturanCapaian,
    isian: Mapping[int | None, Isian],
    target: Callable[[int | None], TargetBerlaku | None],
    triwulan: int | None,
) -> Hitungan:
    """The achievement of one period of one indicator."""
    berlaku = target(triwulan)
    if triwulan is None:
        nilai, waktu = _realisasi_tahun(versi, isian)
    else:
        nilai, waktu = _realisasi_sampai(versi, isian, triwulan)
    hasil = compute_capaian(aturan=aturan, target=_target_of(berlaku, nilai), realisasi=nilai)
    tanda = hasil.tanda if waktu is None else (*hasil.tanda, *waktu.tanda)
    return Hitungan(hasil, berlaku, waktu, isian.get(triwulan), tanda)


def periode_tersimpan(isian: Mapping[int | None, Isian]) -> list[int | None]:
    """The periods that have something to store: a slot of their own, or quarters that make the year."""
    ada = [triwulan for triwulan in _SEMUA if triwulan in isian]
    return [*ada, None] if isian else []


def _target_of(berlaku: TargetBerlaku | None, realisasi: Nilai) -> Nilai | None:
    if berlaku is not None:
        return berlaku.nilai
    # What does not apply needs no target: the missing target must not become the reason.
    return realisasi if realisasi.jenis is JenisNilai.TIDAK_BERLAKU else None


def _realisasi_sampai(
    versi: IndikatorVersi, isian: Mapping[int | None, Isian], triwulan: int
) -> tuple[Nilai, HasilWaktu | None]:
    """R up to quarter k. A quarter that reports nothing has no figure, whatever came before it."""
    satu = isian.get(triwulan)
    if satu is None or not satu.nilai.dilaporkan:
        return (Nilai.kosong() if satu is None else satu.nilai), None
    return _gabung(versi, isian, sampai=triwulan)


def _realisasi_tahun(
    versi: IndikatorVersi, isian: Mapping[int | None, Isian]
) -> tuple[Nilai, HasilWaktu | None]:
    """The annual figure where one was entered, else the year made of its quarters."""
    tahunan = isian.get(None)
    if tahunan is not None and (tahunan.nilai.dilaporkan or tahunan.keadaan == Keadaan.TIDAK_BERLAKU):
        return tahunan.nilai, None
    triwulan = [isian[tw].nilai for tw in _SEMUA if tw in isian]
    if not any(nilai.dilaporkan for nilai in triwulan):
        tak_berlaku = [nilai for nilai in triwulan if nilai.jenis is JenisNilai.TIDAK_BERLAKU]
        semua = bool(tak_berlaku) and len(tak_berlaku) == len(triwulan)
        return (tak_berlaku[-1] if semua else Nilai.kosong()), None
    return _gabung(versi, isian, sampai=4)


def _gabung(
    versi: IndikatorVersi, isian: Mapping[int | None, Isian], *, sampai: int
) -> tuple[Nilai, HasilWaktu | None]:
    """The quarters up to `sampai` as one value, by the indicator's aggregation over time."""
    dilaporkan = {
        tw: isian[tw].nilai for tw in range(1, sampai + 1) if tw in isian and isian[tw].nilai.dilaporkan
    }
    terakhir = dilaporkan[max(dilaporkan)]
    if not _is_titik(terakhir):
        return terakhir, None
    wajib = sorted(set(jatuh_tempo(versi.frekuensi)) | set(dilaporkan))
    wajib = [tw for tw in wajib if tw <= sampai]
    pengali = {nilai.pengali for nilai in dilaporkan.values() if _is_titik(nilai)}
    angka = [_angka(dilaporkan.get(tw), seragam=len(pengali) == 1) for tw in wajib]
    waktu = aggregate_waktu(
        cara=AgregasiWaktu(versi.agregasi_waktu), nilai=angka, nama=[TRIWULAN[tw - 1] for tw in wajib]
    )
    if waktu.nilai is None:
        return Nilai.kosong(), waktu
    if waktu.nilai == terakhir.angka and len(pengali) == 1:
        return terakhir, waktu
    return _nilai_dari(waktu.nilai, next(iter(pengali)) if len(pengali) == 1 else None), waktu


def _is_titik(nilai: Nilai) -> bool:
    """Whether a value is one number, so that quarters can be added or averaged."""
    return nilai.angka is not None and nilai.jenis not in _BUKAN_TITIK


def _angka(nilai: Nilai | None, *, seragam: bool) -> Decimal | None:
    if nilai is None or nilai.angka is None or not _is_titik(nilai):
        return None
    if seragam or nilai.pengali is None:
        return nilai.angka
    return KONTEKS_LEBAR.multiply(nilai.angka, nilai.pengali)


def _nilai_dari(angka: Decimal, pengali: Decimal | None) -> Nilai:
    dasar = Nilai.dari_angka(angka)
    return (
        dasar
        if pengali is None
        else Nilai(dasar.jenis, dasar.teks, angka, pengali=pengali, desimal=dasar.desimal)
    )
