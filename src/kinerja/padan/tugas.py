"""The best one-to-one assignment between two lists, by total score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

#: Score per pair of positions; a pair that is not listed cannot be assigned.
Skor = Mapping[tuple[int, int], int]


def assign(skor: Skor) -> dict[int, int]:
    """For each left position its right one, so that the sum of scores is highest.

    >>> assign({(0, 0): 900, (0, 1): 800, (1, 0): 850})
    {0: 1, 1: 0}
    """
    hasil: dict[int, int] = {}
    for kiri, kanan in _components(skor):
        if len(kiri) == len(kanan) == 1:
            hasil[kiri[0]] = kanan[0]
        else:
            hasil.update(_solve(skor, kiri, kanan))
    return dict(sorted(hasil.items()))


def _components(skor: Skor) -> list[tuple[list[int], list[int]]]:
    """Positions that can reach each other; each group is a problem of its own."""
    tetangga_kiri: dict[int, list[int]] = defaultdict(list)
    tetangga_kanan: dict[int, list[int]] = defaultdict(list)
    for a, b in sorted(skor):
        tetangga_kiri[a].append(b)
        tetangga_kanan[b].append(a)
    hasil, dilihat = [], set()
    for mulai in tetangga_kiri:
        if mulai in dilihat:
            continue
        kiri, kanan, antre = {mulai}, set(), [mulai]
        while antre:
            for b in tetangga_kiri[antre.pop()]:
                if b not in kanan:
                    kanan.add(b)
                    baru = [a for a in tetangga_kanan[b] if a not in kiri]
                    kiri.update(baru)
                    antre.extend(baru)
        dilihat |= kiri
        hasil.append((sorted(kiri), sorted(kanan)))
    return hasil


def _solve(skor: Skor, kiri: list[int], kanan: list[int]) -> dict[int, int]:
    if len(kiri) > len(kanan):
        terbalik = {(b, a): s for (a, b), s in skor.items()}
        return {a: b for b, a in _solve(terbalik, kanan, kiri).items()}
    biaya = [[-skor.get((a, b), 0) for b in kanan] for a in kiri]
    pilihan = _hungarian(biaya)
    return {kiri[a]: kanan[b] for a, b in enumerate(pilihan) if (kiri[a], kanan[b]) in skor}


def _hungarian(biaya: list[list[int]]) -> list[int]:
    """Cheapest column per row (no more rows than columns): shortest augmenting paths with potentials."""
    n, m = len(biaya), len(biaya[0])
    u, v, milik = [0] * (n + 1), [0] * (m + 1), [0] * (m + 1)
    for baris in range(1, n + 1):
        milik[0], kolom = baris, 0
        terkecil: list[int | None] = [None] * (m + 1)
        asal, dipakai = [0] * (m + 1), [False] * (m + 1)
        while milik[kolom]:
            dipakai[kolom] = True
            kolom = _grow(biaya, u, v, milik, terkecil, asal, dipakai, kolom)
        while kolom:
            milik[kolom] = milik[asal[kolom]]
            kolom = asal[kolom]
    hasil = [0] * n
    for kolom in range(1, m + 1):
        if milik[kolom]:
            hasil[milik[kolom] - 1] = kolom - 1
    return hasil


def _grow(
    biaya: list[list[int]],
    u: list[int],
    v: list[int],
    milik: list[int],
    terkecil: list[int | None],
    asal: list[int],
    dipakai: list[bool],
    kolom: int,
) -> int:
    """Extend the path by the cheapest reachable column and return it."""
    baris, dekat, jarak = milik[kolom], 0, None
    for j in range(1, len(v)):
        if dipakai[j]:
            continue
        sisa = biaya[baris - 1][j - 1] - u[baris] - v[j]
        lama = terkecil[j]
        if lama is None or sisa < lama:
            terkecil[j], asal[j], lama = sisa, kolom, sisa
        if jarak is None or lama < jarak:
            jarak, dekat = lama, j
    for j in range(len(v)):
        if dipakai[j]:
            u[milik[j]] += jarak or 0
            v[j] -= jarak or 0
        elif terkecil[j] is not None:
            terkecil[j] = (terkecil[j] or 0) - (jarak or 0)
    return dekat
