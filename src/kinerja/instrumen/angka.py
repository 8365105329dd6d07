"""Exact fractions: read them, write them exactly, print them rounded once."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

from kinerja.pembulatan import Pembulatan

_BENTUK = re.compile(r"-?\d{1,30}(?:\.\d{1,30}|/[1-9]\d{0,29})?")


class BukanPecahan(ValueError):
    """The text is neither a decimal nor a fraction p/q."""


def parse_pecahan(nilai: object) -> Fraction:
    """An exact number from text ("12.5", "1/3"), int, Decimal or Fraction; floats are refused.

    >>> parse_pecahan("12.5"), parse_pecahan("1/3")
    (Fraction(25, 2), Fraction(1, 3))
    """
    if isinstance(nilai, bool):
        raise BukanPecahan("benar atau salah bukan bilangan")
    if isinstance(nilai, Decimal):
        if not nilai.is_finite() or abs(nilai.adjusted()) > 30:
            raise BukanPecahan("bukan bilangan yang wajar")
        return Fraction(nilai)
    if isinstance(nilai, int | Fraction):
        return Fraction(nilai)
    if isinstance(nilai, str) and _BENTUK.fullmatch(nilai.strip()):
        return Fraction(nilai.strip())
    raise BukanPecahan("bukan bilangan; tulis dengan titik desimal (12.5) atau pecahan (1/3)")


@lru_cache(maxsize=4096)
def _finite(penyebut: int) -> int | None:
    """How many decimals 1/penyebut needs, None when they never end."""
    dua = lima = 0
    while penyebut % 2 == 0:
        penyebut, dua = penyebut // 2, dua + 1
    while penyebut % 5 == 0:
        penyebut, lima = penyebut // 5, lima + 1
    return max(dua, lima) if penyebut == 1 else None


def to_exact(nilai: Fraction) -> str:
    """A finite decimal without trailing zeros, else p/q.

    >>> to_exact(Fraction(159, 2)), to_exact(Fraction(1, 3)), to_exact(Fraction(100))
    ('79.5', '1/3', '100')
    """
    desimal = _finite(nilai.denominator)
    if desimal is None:
        return f"{nilai.numerator}/{nilai.denominator}"
    return _decimal_text(nilai.numerator * 10**desimal // nilai.denominator, desimal)


def _decimal_text(satuan: int, desimal: int) -> str:
    tanda, angka = ("-" if satuan < 0 else ""), str(abs(satuan)).rjust(desimal + 1, "0")
    return tanda + (f"{angka[:-desimal]}.{angka[-desimal:]}" if desimal else angka)


def round_satuan(nilai: int | Fraction, satuan: int, mode: Pembulatan) -> int:
    """The multiple of `satuan` nearest to the number; half up means away from zero.

    >>> round_satuan(125, 10, Pembulatan.SETENGAH_KE_ATAS), round_satuan(125, 10, Pembulatan.SETENGAH_GENAP)
    (130, 120)
    """
    pembilang, penyebut = abs(nilai.numerator), nilai.denominator * satuan
    bulat, sisa = divmod(pembilang, penyebut)
    tengah = 2 * sisa - penyebut
    naik = tengah > 0 or (tengah == 0 and (mode is not Pembulatan.SETENGAH_GENAP or bulat % 2 == 1))
    if naik and mode is not Pembulatan.POTONG:
        bulat += 1
    return bulat * satuan if nilai >= 0 else -bulat * satuan


def round_pecahan(
    nilai: Fraction, desimal: int = 2, mode: Pembulatan = Pembulatan.SETENGAH_KE_ATAS
) -> Fraction:
    """The number with at most `desimal` decimals.

    >>> round_pecahan(Fraction("4.125")), round_pecahan(Fraction("-4.125"))
    (Fraction(413, 100), Fraction(-413, 100))
    """
    kali = 10**desimal
    return Fraction(round_satuan(nilai * kali, 1, mode), kali)


def to_cetak(nilai: Fraction, desimal: int = 2, mode: Pembulatan = Pembulatan.SETENGAH_KE_ATAS) -> str:
    """The rounded number in Indonesian form, with all its decimals.

    >>> to_cetak(Fraction(1591, 20)), to_cetak(Fraction(2, 3), 1)
    ('79,55', '0,7')
    """
    satuan = round_pecahan(nilai, desimal, mode) * 10**desimal
    return _decimal_text(satuan.numerator, desimal).replace(".", ",")


@lru_cache(maxsize=4096)
def to_cetak_tegas(nilai: Fraction, desimal: int = 2) -> str:
    """As `to_cetak`, but never showing a bound that the number has passed or missed.

    Bounds of predikat are multiples of ten and exclusive, so 80,0024 (A) must not be printed as 80,00 (BB).

    >>> to_cetak_tegas(Fraction("80.0024")), to_cetak_tegas(Fraction(80)), to_cetak_tegas(Fraction("79.996"))
    ('80,002', '80,00', '79,996')
    """
    while desimal < 12 and nilai % 10 and not round_pecahan(nilai, desimal) % 10:
        desimal += 1
    return to_cetak(nilai, desimal)


def to_baca(nilai: Fraction) -> str:
    """The exact number as a reader sees it: comma, or "p/q (≈ x,xx)".

    >>> to_baca(Fraction(21, 5)), to_baca(Fraction(1, 3))
    ('4,2', '1/3 (≈ 0,33)')
    """
    teks = to_exact(nilai)
    return f"{teks} (≈ {to_cetak(nilai)})" if "/" in teks else teks.replace(".", ",")


def common_denominator(nilai: list[Fraction]) -> int:
    """The smallest number that turns all fractions into whole numbers.

    >>> common_denominator([Fraction(1, 3), Fraction(5, 2)])
    6
    """
    return lcm(*(n.denominator for n in nilai)) if nilai else 1
