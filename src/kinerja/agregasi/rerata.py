"""Means that do not depend on the order of their terms: sums are exact, one division rounds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja.pembulatan import KONTEKS, KONTEKS_LEBAR

_NOL, _SERATUS = Decimal(0), Decimal(100)


class BobotTidakSah(ValueError):
    """Weights are missing, negative, or add up to zero."""


class GeometrikNegatif(ValueError):
    """A geometric mean of a negative value does not exist."""


def total(nilai: Sequence[Decimal]) -> Decimal:
    """The exact sum.

    >>> total([Decimal("0.1")] * 3)
    Decimal('0.3')
    """
    jumlah = _NOL
    for angka in nilai:
        jumlah = KONTEKS_LEBAR.add(jumlah, angka)
    return jumlah


def mean(nilai: Sequence[Decimal], bobot: Sequence[Decimal] | None = None) -> Decimal | None:
    """The mean, weighted when weights are given; None of nothing.

    >>> mean([Decimal("129.18"), Decimal("116.79"), Decimal("131.10")])
    Decimal('125.69')
    >>> mean([Decimal(100), Decimal(50)], [Decimal(3), Decimal(1)])
    Decimal('87.5')
    """
    if not nilai:
        return None
    if bobot is None:
        return KONTEKS.divide(total(nilai), Decimal(len(nilai)))
    check_bobot(bobot, len(nilai))
    jumlah_bobot = total(bobot)
    if jumlah_bobot == 0:
        raise BobotTidakSah("Jumlah bobot nol, rata-rata berbobot tidak terdefinisi.")
    bagian = [KONTEKS_LEBAR.multiply(b, n) for b, n in zip(bobot, nilai, strict=True)]
    return KONTEKS.divide(total(bagian), jumlah_bobot)


def geometric_mean(nilai: Sequence[Decimal]) -> Decimal | None:
    """The n-th root of the product (PMK 214/2017). One zero makes all zero.

    >>> geometric_mean([Decimal(100), Decimal(90)]).quantize(Decimal("0.01"))
    Decimal('94.87')
    """
    if not nilai:
        return None
    if any(angka < 0 for angka in nilai):
        raise GeometrikNegatif("Rata-rata geometrik tidak terdefinisi untuk capaian negatif.")
    if any(angka == 0 for angka in nilai):
        return _NOL
    if all(angka == nilai[0] for angka in nilai):
        return KONTEKS.plus(nilai[0])
    # Sorted, so that the rounding of a very long product is the same for every order.
    hasil_kali = Decimal(1)
    for angka in sorted(nilai):
        hasil_kali = KONTEKS_LEBAR.multiply(hasil_kali, angka)
    return KONTEKS.plus(_root(hasil_kali, len(nilai)))


def check_bobot(bobot: Sequence[Decimal], jumlah: int) -> None:
    """Raise unless there is one weight of zero or more for each value.

    >>> check_bobot([Decimal(1)], 2)
    Traceback (most recent call last):
    kinerja.agregasi.rerata.BobotTidakSah: Ada 2 nilai tetapi 1 bobot.
    """
    if len(bobot) != jumlah:
        raise BobotTidakSah(f"Ada {jumlah} nilai tetapi {len(bobot)} bobot.")
    if any(b < 0 for b in bobot):
        raise BobotTidakSah("Bobot tidak boleh negatif.")


def _root(nilai: Decimal, n: int) -> Decimal:
    """Newton's iteration with twelve spare digits; exact roots come out exact."""
    presisi = KONTEKS_LEBAR.copy()
    presisi.prec = KONTEKS.prec + 12
    akar = presisi.power(nilai, presisi.divide(Decimal(1), Decimal(n)))
    derajat, kurang = Decimal(n), Decimal(n - 1)
    lain = presisi.divide(nilai, presisi.power(akar, kurang))
    akar = presisi.divide(presisi.add(presisi.multiply(kurang, akar), lain), derajat)
    bulat = KONTEKS.plus(akar).normalize(KONTEKS)
    return bulat if KONTEKS_LEBAR.power(bulat, derajat) == nilai else akar
