"""Findings of a tree, counted and listed per condition. The rules and their answers are the app's."""

from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from sakip.apps.perencanaan.models import Pohon

PEMERIKSA = "sakip.apps.perencanaan.checks"


def temuan_of(pohon: Pohon) -> tuple[Any, ...]:
    """Every finding of the tree; none while the checks are not installed."""
    if find_spec(PEMERIKSA) is None:
        return ()
    periksa: Callable[[Pohon], Iterable[Any]] | None = getattr(import_module(PEMERIKSA), "temuan_pohon", None)
    return () if periksa is None else tuple(periksa(pohon))


def temuan_per_simpul(pohon: Pohon) -> dict[str, dict[str, int]]:
    """How many findings of each severity every condition has; acknowledged ones count no more."""
    hasil: dict[str, dict[str, int]] = {}
    for satu in temuan_of(pohon):
        if satu.simpul_uid is None or satu.pengakuan is not None:
            continue
        jumlah = hasil.setdefault(str(satu.simpul_uid), {"galat": 0, "peringatan": 0, "saran": 0})
        jumlah[str(satu.tingkat)] += 1
    return hasil
