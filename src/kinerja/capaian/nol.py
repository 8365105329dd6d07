"""What a target of zero means. No regulation says; these rules are ours and are printed with the figure."""

from __future__ import annotations

from decimal import Decimal

_SERATUS, _NOL = Decimal(100), Decimal(0)


def resolve_maks(realisasi: Decimal) -> Decimal | None:
    """T = 0 where more is better: 100 when nothing came either, else no percentage exists.

    >>> resolve_maks(Decimal(0)), resolve_maks(Decimal(3)) is None
    (Decimal('100'), True)
    """
    return _SERATUS if realisasi == 0 else None


def resolve_min(realisasi: Decimal) -> Decimal | None:
    """T = 0 where less is better: 100 when it did not happen, 0 when it did.

    >>> resolve_min(Decimal(0)), resolve_min(Decimal(2)), resolve_min(Decimal(-1)) is None
    (Decimal('100'), Decimal('0'), True)
    """
    if realisasi == 0:
        return _SERATUS
    return _NOL if realisasi > 0 else None
