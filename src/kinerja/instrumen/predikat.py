"""The predikat of a value."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kinerja.instrumen.angka import to_baca
from kinerja.instrumen.model import Instrumen, Predikat


class NilaiDiLuarTabel(ValueError):
    """No band of the instrument holds the value."""


def grade_for(instrumen: Instrumen, nilai: Fraction, *, syarat: Mapping[str, bool] | None = None) -> Predikat:
    """The highest band whose lower bound the value passes and whose conditions hold.

    `syarat` tells which conditions hold. Without it a band with conditions is passed over when another
    band has the same bounds: what is not known to hold is not granted.

    >>> from kinerja.instrumen import load
    >>> grade_for(load("akip-88-2021-unit"), Fraction(80)).kode
    'BB'
    """
    daftar = instrumen.predikat.daftar
    if not daftar[-1].di_atas <= nilai <= daftar[0].sampai:
        batas = f"{to_baca(daftar[-1].di_atas)} sampai {to_baca(daftar[0].sampai)}"
        raise NilaiDiLuarTabel(f"Nilai {to_baca(nilai)} di luar tabel predikat ({batas}).")
    # The lowest band has no condition, so one is always found.
    return next(p for n, p in enumerate(daftar) if p.reached_by(nilai) and _granted(daftar, n, syarat))


def _granted(daftar: tuple[Predikat, ...], n: int, syarat: Mapping[str, bool] | None) -> bool:
    p = daftar[n]
    if syarat is not None:
        return all(syarat[s] for s in p.syarat)
    serentang = any((q.di_atas, q.sampai) == (p.di_atas, p.sampai) for q in daftar[n + 1 :])
    return not (p.syarat and serentang)
