"""A threshold such as "< 5": met or not met."""

from __future__ import annotations

from decimal import Decimal

RUMUS = "terpenuhi = 100, tidak terpenuhi = 0"
_SERATUS, _NOL = Decimal(100), Decimal(0)
_NAIK = frozenset({">", ">="})


def is_met(realisasi: Decimal, pembanding: str, ambang: Decimal) -> bool:
    """Whether the value is on the good side of the threshold.

    >>> is_met(Decimal("4.99"), "<", Decimal(5)), is_met(Decimal(5), "<", Decimal(5))
    (True, False)
    """
    if pembanding == "<":
        return realisasi < ambang
    if pembanding == "<=":
        return realisasi <= ambang
    if pembanding == ">":
        return realisasi > ambang
    if pembanding == ">=":
        return realisasi >= ambang
    raise ValueError(f'Pembanding "{pembanding}" tidak dikenal.')


def compute(realisasi: Decimal, pembanding: str, ambang: Decimal) -> Decimal:
    """100 when met, else 0.

    >>> compute(Decimal("2.75"), "<", Decimal("3.02"))
    Decimal('100')
    """
    return _SERATUS if is_met(realisasi, pembanding, ambang) else _NOL


def is_implied(pembanding_r: str, batas_r: Decimal, pembanding_t: str, batas_t: Decimal) -> bool | None:
    """Whether a realisasi known only as a threshold meets the target; None when it may or may not.

    >>> is_implied(">", Decimal(130), ">", Decimal(125)), is_implied(">", Decimal(100), ">", Decimal(125))
    (True, None)
    """
    if (pembanding_r in _NAIK) == (pembanding_t in _NAIK):
        edge = is_met(batas_r, pembanding_t, batas_t)
        touching = batas_r == batas_t and "=" not in pembanding_r
        return True if edge or touching else None
    # Opposite directions: every possible value is on the wrong side, or some are on the right one.
    if "=" in pembanding_r:
        return None if is_met(batas_r, pembanding_t, batas_t) else False
    beyond = batas_r > batas_t if pembanding_t in _NAIK else batas_r < batas_t
    return None if beyond else False
