"""Rows that no words join, but whose place in two documents is the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

# More rows than this in a gap may have changed places.
_CELAH_TERPANJANG = 2

Pasangan = Mapping[int, int]
SamaSasaran = Callable[[str, str], bool]


def find_places(
    sasaran: Sequence[Sequence[str | None]], pasangan: Mapping[tuple[int, int], Pasangan], sama: SamaSasaran
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of rows alone under one objective, or alone between the same two neighbours.

    >>> kiri, kanan = ["S1", "S1", "S2"], ["S1", "S1", "S2"]
    >>> list(find_places([kiri, kanan], {(0, 1): {0: 0, 2: 2}}, lambda a, b: a == b))
    [((0, 1), (1, 1))]
    """
    for i, j in combinations(range(len(sasaran)), 2):
        jodoh = pasangan.get((i, j), {})
        if not jodoh:
            continue
        kiri = [n for n in range(len(sasaran[i])) if n not in jodoh]
        ambil = set(jodoh.values())
        kanan = [n for n in range(len(sasaran[j])) if n not in ambil]
        if not kiri or not kanan:
            continue
        hasil = dict(_in_objective(sasaran[i], sasaran[j], kiri, kanan, sama))
        for a, b in _in_gap(len(sasaran[i]), len(sasaran[j]), jodoh):
            if a not in hasil and b not in hasil.values():
                hasil[a] = b
        yield from (((i, a), (j, b)) for a, b in sorted(hasil.items()))


def _in_objective(
    a: Sequence[str | None], b: Sequence[str | None], kiri: list[int], kanan: list[int], sama: SamaSasaran
) -> Iterator[tuple[int, int]]:
    sendiri_a, sendiri_b = _alone(a, kiri), _alone(b, kanan)
    for sasaran, n in sendiri_a.items():
        calon = [m for s, m in sendiri_b.items() if sama(sasaran, s)]
        if len(calon) == 1:
            yield n, calon[0]


def _alone(sasaran: Sequence[str | None], bebas: list[int]) -> dict[str, int]:
    rak: dict[str, list[int]] = defaultdict(list)
    for n in bebas:
        teks = sasaran[n]
        if teks:
            rak[teks].append(n)
    return {teks: isi[0] for teks, isi in rak.items() if len(isi) == 1}


def _in_gap(panjang_a: int, panjang_b: int, jodoh: Pasangan) -> Iterator[tuple[int, int]]:
    """Gaps of equal length between rows that are neighbours in both documents."""
    patok = [(-1, -1), *sorted(jodoh.items()), (panjang_a, panjang_b)]
    for (a, b), (c, d) in pairwise(patok):
        celah = c - a - 1
        if 0 < celah <= _CELAH_TERPANJANG and d - b - 1 == celah:
            yield from zip(range(a + 1, c), range(b + 1, d), strict=True)
