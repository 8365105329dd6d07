"""Whether one target is worse than another figure, given which way is better."""

from __future__ import annotations

from kinerja.kata import direction_of
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.model import IndikatorPohon

_LAIN = frozenset({"stabil", "rentang", "ordinal", "ambang"})


def known_direction(indikator: IndikatorPohon) -> str | None:
    """Say "maks" or "min": as declared, else as the wording shows; None when neither tells."""
    if indikator.polaritas in ("maks", "min"):
        return indikator.polaritas
    if indikator.polaritas in _LAIN:
        return None
    arah = direction_of(indikator.nama)
    return None if arah is None else arah[0]


def worse(ix: Indeks, satu: str | None, dua: str, arah: str) -> bool:
    """True when both are numbers and the first is worse than the second."""
    a, b = ix.nilai(satu).angka, ix.nilai(dua).angka
    if a is None or b is None:
        return False
    return a < b if arah == "maks" else a > b
