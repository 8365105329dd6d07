"""Grades such as WTP, III or A. Letters are never computed as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja.capaian import maksimum
from kinerja.capaian.aturan import grade_key

RUMUS = "sama = 100, berbeda = 0"
RUMUS_PERINGKAT = "peringkat realisasi ÷ peringkat target × 100"
_SERATUS, _NOL = Decimal(100), Decimal(0)


class PeringkatTidakDikenal(ValueError):
    """A grade that the given ladder does not have."""


def rank_of(sebutan: str, peringkat: Sequence[str]) -> int:
    """The place of a grade in a ladder named from lowest to highest, counted from 1.

    >>> rank_of("WDP", ("TMP", "TW", "WDP", "WTP"))
    3
    """
    kunci = grade_key(sebutan)
    for urutan, nama in enumerate(peringkat, start=1):
        if grade_key(nama) == kunci:
            return urutan
    raise PeringkatTidakDikenal(f'"{sebutan}" tidak ada dalam daftar peringkat {", ".join(peringkat)}.')


def compute(realisasi: str, target: str) -> Decimal:
    """100 when both grades are the same, else 0.

    >>> compute("WTP", "wtp"), compute("WDP", "WTP")
    (Decimal('100'), Decimal('0'))
    """
    return _SERATUS if grade_key(realisasi) == grade_key(target) else _NOL


def compute_peringkat(realisasi: str, target: str, peringkat: Sequence[str]) -> Decimal:
    """Rank over rank, for an instansi that has decided the ranks.

    >>> compute_peringkat("WDP", "WTP", ("TMP", "TW", "WDP", "WTP"))
    Decimal('75.00')
    """
    return maksimum.compute(Decimal(rank_of(realisasi, peringkat)), Decimal(rank_of(target, peringkat)))
