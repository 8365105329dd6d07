"""What a printed cell of a performance document can be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

_TANPA_LAPORAN = frozenset({"kosong", "tidak_berlaku", "galat"})


class JenisNilai(StrEnum):
    """The kinds of value that targets, realisasi and capaian are printed as."""

    ANGKA = "angka"
    PERSEN = "persen"
    RUPIAH = "rupiah"
    AMBANG = "ambang"
    RENTANG = "rentang"
    RASIO = "rasio"
    LAJU = "laju"
    ORDINAL = "ordinal"
    TEKS = "teks"
    KOSONG = "kosong"
    TIDAK_BERLAKU = "tidak_berlaku"
    GALAT = "galat"


@dataclass(frozen=True, slots=True)
class Nilai:
    """One value as reported: what it is, what it says, and how sure the reading is.

    `angka` is the number that a calculation uses; a range has `bawah` and `atas` and gives its
    upper bound as `angka`. `pengali` holds a scale word (ribu = 1000) and is never multiplied in.
    `lain` holds the other readings of a doubtful numeral, so that a caller with more context can choose.
    Not reported (`kosong`), not applicable and an error cell are three things; none of them is zero.

    >>> Nilai.dari_angka(Decimal("59.26")).angka
    Decimal('59.26')
    >>> Nilai.kosong().dilaporkan
    False
    """

    jenis: JenisNilai
    teks: str = ""
    angka: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    pembanding: str | None = None
    pengali: Decimal | None = None
    desimal: int | None = None
    ragu: bool = False
    sebab: str | None = None
    lain: tuple[Decimal, ...] = ()

    @property
    def dilaporkan(self) -> bool:
        """True when something was reported, be it a number, a grade or plain text.

        >>> Nilai.ordinal("WTP").dilaporkan, Nilai.tidak_berlaku("n.a").dilaporkan
        (True, False)
        """
        return self.jenis.value not in _TANPA_LAPORAN

    @classmethod
    def dari_angka(cls, angka: Decimal) -> Nilai:
        """A plain number.

        >>> Nilai.dari_angka(Decimal("12.50")).desimal
        2
        """
        exponent = angka.as_tuple().exponent
        desimal = max(0, -exponent) if isinstance(exponent, int) else None
        return cls(JenisNilai.ANGKA, teks=f"{angka:f}", angka=angka, desimal=desimal)

    @classmethod
    def rentang(cls, bawah: Decimal, atas: Decimal) -> Nilai:
        """A target between two bounds, both included.

        >>> str(Nilai.rentang(Decimal(5), Decimal(6)).atas)
        '6'
        """
        return cls(JenisNilai.RENTANG, teks=f"{bawah:f}-{atas:f}", angka=atas, bawah=bawah, atas=atas)

    @classmethod
    def ordinal(cls, teks: str) -> Nilai:
        """A grade such as WTP, III or A, which has an order but no number.

        >>> Nilai.ordinal("III").angka is None
        True
        """
        return cls(JenisNilai.ORDINAL, teks=teks)

    @classmethod
    def ambang(cls, pembanding: str, angka: Decimal) -> Nilai:
        """A threshold such as "< 5".

        >>> Nilai.ambang("<", Decimal(5)).teks
        '< 5'
        """
        return cls(JenisNilai.AMBANG, teks=f"{pembanding} {angka:f}", angka=angka, pembanding=pembanding)

    @classmethod
    def kosong(cls) -> Nilai:
        """Nothing was reported.

        >>> Nilai.kosong().jenis.value
        'kosong'
        """
        return cls(JenisNilai.KOSONG)

    @classmethod
    def tidak_berlaku(cls, sebab: str) -> Nilai:
        """The indicator does not apply here, for the reason given.

        >>> Nilai.tidak_berlaku("tidak ada target tahun ini").sebab
        'tidak ada target tahun ini'
        """
        return cls(JenisNilai.TIDAK_BERLAKU, teks=sebab, sebab=sebab)
