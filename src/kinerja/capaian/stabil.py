"""Stay at the target: a deviation in either direction lowers the achievement."""

from __future__ import annotations

from decimal import Decimal

from kinerja.capaian import minimum
from kinerja.pembulatan import KONTEKS

RUMUS = "maks(0; 100 − |realisasi − target| ÷ |target| × 100)"
_NOL, _SERATUS = Decimal(0), Decimal(100)


def numerator(realisasi: Decimal, target: Decimal) -> Decimal:
    """|T| − |R − T| with the sign of T, exactly: the share of the target that is left.

    >>> numerator(Decimal(9), Decimal(10)), numerator(Decimal(11), Decimal(10))
    (Decimal('9'), Decimal('9'))
    """
    above = realisasi > target if target > 0 else realisasi < target
    return minimum.remainder(realisasi, target) if above else realisasi


def compute(realisasi: Decimal, target: Decimal) -> Decimal:
    """100 minus the deviation in percent, not below 0; the target is not zero.

    >>> compute(Decimal(45), Decimal(50)), compute(Decimal(500), Decimal(50))
    (Decimal('90.0'), Decimal('0'))
    """
    hasil = KONTEKS.multiply(KONTEKS.divide(numerator(realisasi, target), target), _SERATUS)
    return _NOL if hasil < 0 else hasil
