"""Is one value better than another? By the stored polarity, never by the wording of the indicator."""

from collections.abc import Sequence

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.models import IndikatorVersi, PolaritasIndikator

_NAIK = {PolaritasIndikator.MAKS.value, PolaritasIndikator.LAJU_TURUN.value}
_TURUN = {PolaritasIndikator.MIN.value, PolaritasIndikator.MIN_B.value}


def compare(versi: IndikatorVersi, kini: Nilai, lalu: Nilai) -> int | None:
    """1 when `kini` is better than `lalu`, 0 when equal, -1 when worse; None when they do not compare.

    A range, a threshold and a value to be kept have no better direction.
    """
    if versi.polaritas == PolaritasIndikator.ORDINAL:
        return _compare_rank(versi.peringkat, kini.teks, lalu.teks)
    if kini.angka is None or lalu.angka is None:
        return None
    beda = (kini.angka > lalu.angka) - (kini.angka < lalu.angka)
    if versi.polaritas in _NAIK:
        return beda
    return -beda if versi.polaritas in _TURUN else None


def _compare_rank(peringkat: Sequence[str], kini: str, lalu: str) -> int | None:
    if kini not in peringkat or lalu not in peringkat:
        return None
    a, b = peringkat.index(kini), peringkat.index(lalu)
    return (a > b) - (a < b)
