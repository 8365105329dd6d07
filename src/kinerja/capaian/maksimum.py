"""Makin besar makin baik: R / T x 100."""

from __future__ import annotations

from decimal import Decimal

from kinerja.pembulatan import KONTEKS

_SERATUS = Decimal(100)
RUMUS = "realisasi ÷ target × 100"


def compute(realisasi: Decimal, target: Decimal) -> Decimal:
    """Percent of the target reached; the target is not zero.

    >>> compute(Decimal("59.26"), Decimal("55.56"))
    Decimal('106.6594672426205903527717783')
    """
    return KONTEKS.multiply(KONTEKS.divide(realisasi, target), _SERATUS)
