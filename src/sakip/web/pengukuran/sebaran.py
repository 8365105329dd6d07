"""Counts per band as the stacked bar wants them."""

from collections.abc import Mapping

from sakip.apps.pengukuran.bacaan import BELUM
from sakip.web.komponen.pita import KOSONG


def bar_counts(sebaran: Mapping[str, int]) -> dict[str, int]:
    """The same counts; "belum" (the reading's key) becomes the drawing's key for not reported."""
    return {(KOSONG if kode == BELUM else kode): jumlah for kode, jumlah in sebaran.items()}
