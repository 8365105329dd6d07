"""From quarters to the year, or to quarter k of it. A missing quarter is listed, never zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from kinerja.agregasi.rerata import mean, total
from kinerja.capaian import AturanCapaian, HasilCapaian, compute_capaian
from kinerja.capaian.penjelasan import format_id, format_panjang
from kinerja.nilai import Nilai
from kinerja.pembulatan import to_text

TRIWULAN = ("TW I", "TW II", "TW III", "TW IV")


class AgregasiWaktu(StrEnum):
    """How the values of the quarters make the value of the year."""

    JUMLAH = "jumlah"
    AKHIR = "akhir"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"
    KUMULATIF = "kumulatif"

    @property
    def sebutan(self) -> str:
        """The rule in words.

        >>> AgregasiWaktu.KUMULATIF.sebutan
        'angka kumulatif terakhir'
        """
        return _SEBUTAN[self]


_SEBUTAN = {
    AgregasiWaktu.JUMLAH: "jumlah",
    AgregasiWaktu.AKHIR: "posisi terakhir",
    AgregasiWaktu.RATA_RATA: "rata-rata",
    AgregasiWaktu.MAKSIMUM: "nilai tertinggi",
    AgregasiWaktu.KUMULATIF: "angka kumulatif terakhir",
}


@dataclass(frozen=True, slots=True)
class HasilWaktu:
    """One value over several periods, with the periods that were used and those that are missing."""

    cara: AgregasiWaktu
    nilai: Decimal | None
    masukan: tuple[tuple[str, Decimal], ...]
    kosong: tuple[str, ...]
    tanda: tuple[str, ...] = ()
    turun: tuple[str, ...] = ()

    @property
    def n_dihitung(self) -> int:
        """How many periods were reported."""
        return len(self.masukan)

    @property
    def n_wajib(self) -> int:
        """How many periods were due."""
        return len(self.masukan) + len(self.kosong)

    @property
    def langkah(self) -> tuple[str, ...]:
        """Rule, numbers filled in, result, missing periods."""
        if self.nilai is None:
            return (self.cara.sebutan, f"belum ada periode yang dilaporkan dari {self.n_wajib}")
        baris = [self.cara.sebutan, f"{self._isian()} = {format_panjang(self.nilai)}"]
        if self.kosong:
            baris.append(f"tidak dihitung: {', '.join(self.kosong)} (belum dilaporkan)")
        if self.turun:
            baris.append(f"angka kumulatif turun pada {', '.join(self.turun)}; periksa isiannya")
        return tuple(baris)

    def _isian(self) -> str:
        angka = [format_id(nilai) for _, nilai in self.masukan]
        if self.cara is AgregasiWaktu.JUMLAH:
            return " + ".join(angka)
        if self.cara is AgregasiWaktu.RATA_RATA:
            return f"({' + '.join(angka)}) ÷ {len(angka)}"
        if self.cara is AgregasiWaktu.MAKSIMUM:
            return f"tertinggi dari {'; '.join(angka)}"
        return self.masukan[-1][0]

    def __str__(self) -> str:
        """One Indonesian sentence."""
        if self.nilai is None:
            return f"Belum ada nilai: {self.n_wajib} periode belum dilaporkan."
        return (
            f"Nilai {format_panjang(self.nilai)} ({self.cara.sebutan}, "
            f"{self.n_dihitung} dari {self.n_wajib} periode): {'; '.join(self.langkah[1:])}."
        )

    def to_dict(self) -> dict[str, object]:
        """JSON-able data, numbers as exact text."""
        return {
            "cara": self.cara.value,
            "nilai": None if self.nilai is None else to_text(self.nilai),
            "masukan": {nama: to_text(nilai) for nama, nilai in self.masukan},
            "kosong": list(self.kosong),
            "n_dihitung": self.n_dihitung,
            "n_wajib": self.n_wajib,
            "tanda": list(self.tanda),
            "langkah": list(self.langkah),
            "penjelasan": str(self),
        }


def aggregate_waktu(
    *,
    cara: AgregasiWaktu,
    nilai: Sequence[Decimal | None],
    sampai: int | None = None,
    nama: Sequence[str] = TRIWULAN,
) -> HasilWaktu:
    """The value over the first `sampai` periods (all when None).

    `akhir` and `kumulatif` take the last *reported* period and flag it when a later one was due.
    A running total must not fall; where it does, the period is named and the typed value kept.

    >>> print(aggregate_waktu(cara=AgregasiWaktu.JUMLAH, nilai=[Decimal(5), None, Decimal(7)]))
    Nilai 12 (jumlah, 2 dari 3 periode): 5 + 7 = 12; tidak dihitung: TW II (belum dilaporkan).
    """
    wajib = nilai if sampai is None else nilai[:sampai]
    if sampai is not None and not 1 <= sampai <= len(nilai):
        raise ValueError(f"Periode ke-{sampai} tidak ada; tersedia {len(nilai)} periode.")
    if len(wajib) > len(nama):
        raise ValueError(f"Ada {len(wajib)} periode tetapi hanya {len(nama)} nama periode.")
    berpasangan = list(zip(nama, wajib, strict=False))
    masukan = tuple((n, v) for n, v in berpasangan if v is not None)
    kosong = tuple(n for n, v in berpasangan if v is None)
    turun = _falls(masukan) if cara is AgregasiWaktu.KUMULATIF else ()
    hasil = _combine(cara, [v for _, v in masukan])
    return HasilWaktu(cara, hasil, masukan, kosong, _flags(cara, berpasangan, kosong, turun), turun)


def _combine(cara: AgregasiWaktu, angka: list[Decimal]) -> Decimal | None:
    if not angka:
        return None
    if cara is AgregasiWaktu.JUMLAH:
        return total(angka)
    if cara is AgregasiWaktu.RATA_RATA:
        return mean(angka)
    if cara is AgregasiWaktu.MAKSIMUM:
        return max(angka)
    return angka[-1]


def _falls(masukan: tuple[tuple[str, Decimal], ...]) -> tuple[str, ...]:
    return tuple(nama for (_, lalu), (nama, kini) in pairwise(masukan) if kini < lalu)


def _flags(
    cara: AgregasiWaktu,
    berpasangan: list[tuple[str, Decimal | None]],
    kosong: tuple[str, ...],
    turun: tuple[str, ...],
) -> tuple[str, ...]:
    tanda = ["tidak_lengkap"] if kosong else []
    bergantung_akhir = cara in (AgregasiWaktu.AKHIR, AgregasiWaktu.KUMULATIF)
    if bergantung_akhir and berpasangan and berpasangan[-1][1] is None:
        tanda.append("bukan_periode_terakhir")
    if turun:
        tanda.append("kumulatif_turun")
    return tuple(tanda)


@dataclass(frozen=True, slots=True)
class CapaianSampai:
    """The achievement up to quarter k, with the aggregation it rests on."""

    waktu: HasilWaktu
    capaian: HasilCapaian

    def __str__(self) -> str:
        """Two Indonesian sentences: the aggregated realisasi, then the achievement."""
        return f"{self.waktu} {self.capaian}"


def compute_capaian_sampai(
    *,
    aturan: AturanCapaian,
    cara: AgregasiWaktu,
    target: Sequence[Nilai | Decimal | None],
    realisasi: Sequence[Decimal | None],
    sampai: int,
) -> CapaianSampai:
    """C_k = R up to k / T_k, where the target of quarter k is itself cumulative.

    No target in quarter k means nothing was due yet, so there is no figure.

    >>> from kinerja.capaian import Polaritas
    >>> h = compute_capaian_sampai(
    ...     aturan=AturanCapaian(Polaritas.MAKS), cara=AgregasiWaktu.JUMLAH,
    ...     target=[Decimal(2), Decimal(5), Decimal(7), Decimal(10)],
    ...     realisasi=[Decimal(2), Decimal(2), None, None], sampai=2)
    >>> h.capaian.cetak
    Decimal('80.00')
    """
    waktu = aggregate_waktu(cara=cara, nilai=realisasi, sampai=sampai)
    if sampai > len(target):
        raise ValueError(f"Target periode ke-{sampai} tidak ada; tersedia {len(target)}.")
    capaian = compute_capaian(aturan=aturan, target=target[sampai - 1], realisasi=waktu.nilai)
    return CapaianSampai(waktu, capaian)
