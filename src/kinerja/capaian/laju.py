"""The target itself is a rate of decrease ("menurunnya ... 19,14%"): more of it is better."""

from __future__ import annotations

from decimal import Decimal

from kinerja.capaian import maksimum

RUMUS = "laju penurunan tercapai ÷ laju penurunan target × 100"


def compute(realisasi: Decimal, target: Decimal) -> Decimal:
    """As `maksimum`; a rise counts as a negative decrease and gives a negative achievement.

    >>> compute(Decimal("-7.20"), Decimal("19.14")).quantize(Decimal("0.01"))
    Decimal('-37.62')
    """
    return maksimum.compute(realisasi, target)
