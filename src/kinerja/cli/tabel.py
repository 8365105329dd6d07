"""Print small tables to a terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence

_LEBAR_MAKS = 40


def print_table(judul: Sequence[str], baris: Sequence[Sequence[str]], *, kanan: Collection[int] = ()) -> None:
    """Print aligned columns; the last one is never cut, `kanan` columns are set to the right.

    >>> print_table(["id", "nilai"], [["a", "5"], ["bb", "12"]], kanan={1})
    id  nilai
    --  -----
    a       5
    bb     12
    """
    isi = [[_cut(s, terakhir=n == len(b) - 1) for n, s in enumerate(b)] for b in baris]
    lebar = [max(len(b[n]) for b in [list(judul), *isi]) for n in range(len(judul))]
    for b in [list(judul), ["-" * n for n in lebar[:-1]] + ["-" * min(lebar[-1], _LEBAR_MAKS)], *isi]:
        sel = [s.rjust(lebar[n]) if n in kanan else s.ljust(lebar[n]) for n, s in enumerate(b)]
        print("  ".join(sel).rstrip())


def _cut(teks: str, *, terakhir: bool) -> str:
    rapi = " ".join(teks.split())
    return rapi if terakhir or len(rapi) <= _LEBAR_MAKS else rapi[: _LEBAR_MAKS - 1] + "…"
