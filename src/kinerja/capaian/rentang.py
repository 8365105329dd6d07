"""A target between two bounds."""

from __future__ import annotations

from decimal import Decimal

from kinerja.capaian import maksimum, minimum

RUMUS = "di dalam rentang = 100; di luar: realisasi ÷ batas terdekat × 100"
RUMUS_BIAYA = "di dalam rentang = 100; di luar: (1 + (1 − realisasi ÷ batas terdekat)) × 100"
_SERATUS = Decimal(100)


def crossed_bound(realisasi: Decimal, bawah: Decimal, atas: Decimal) -> Decimal | None:
    """The bound that the value has crossed; None while it is inside, bounds included.

    >>> crossed_bound(Decimal(9), Decimal(7), Decimal(8))
    Decimal('8')
    """
    if realisasi > atas:
        return atas
    if realisasi < bawah:
        return bawah
    return None


def compute(realisasi: Decimal, bawah: Decimal, atas: Decimal) -> Decimal:
    """Inside 100, outside R / bound x 100. Beyond the upper bound that is more than 100.

    >>> compute(Decimal("11.45"), Decimal(5), Decimal(6)).quantize(Decimal("0.01"))
    Decimal('190.83')
    """
    batas = crossed_bound(realisasi, bawah, atas)
    return _SERATUS if batas is None else maksimum.compute(realisasi, batas)


def compute_biaya(realisasi: Decimal, bawah: Decimal, atas: Decimal) -> Decimal:
    """Time or cost: inside 100, outside (1 + (1 − R / bound)) x 100, so that less is better.

    >>> compute_biaya(Decimal(9), Decimal(7), Decimal(8))
    Decimal('87.500')
    """
    batas = crossed_bound(realisasi, bawah, atas)
    return _SERATUS if batas is None else minimum.compute_a(realisasi, batas)
