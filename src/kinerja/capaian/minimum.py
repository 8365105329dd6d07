"""Makin kecil makin baik, two formulas that agree only near the target."""

from __future__ import annotations

from decimal import Decimal

from kinerja.pembulatan import KONTEKS, KONTEKS_LEBAR

RUMUS_A = "(2 × target − realisasi) ÷ target × 100"
RUMUS_B = "target ÷ realisasi × 100"
_DUA, _SERATUS = Decimal(2), Decimal(100)


def compute_a(realisasi: Decimal, target: Decimal) -> Decimal:
    """(2T − R) / T x 100: at most 200 for a positive target, negative beyond twice the target.

    >>> compute_a(Decimal("10.21"), Decimal("10.90"))
    Decimal('106.3302752293577981651376147')
    """
    return KONTEKS.multiply(KONTEKS.divide(remainder(realisasi, target), target), _SERATUS)


def compute_b(realisasi: Decimal, target: Decimal) -> Decimal:
    """T / R x 100: grows without end as R nears zero; the realisasi is not zero.

    >>> compute_b(Decimal("2.10"), Decimal(3))
    Decimal('142.8571428571428571428571429')
    """
    return KONTEKS.multiply(KONTEKS.divide(target, realisasi), _SERATUS)


def remainder(realisasi: Decimal, target: Decimal) -> Decimal:
    """2T − R, exactly: only the division of the formula rounds.

    >>> remainder(Decimal("10.21"), Decimal("10.90"))
    Decimal('11.59')
    """
    return KONTEKS_LEBAR.subtract(KONTEKS_LEBAR.multiply(_DUA, target), realisasi)
