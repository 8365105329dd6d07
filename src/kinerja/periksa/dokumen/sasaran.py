"""Objectives of two documents, joined by the indicators that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from kinerja.padan import read_nama
from kinerja.periksa.dokumen.perbandingan import Perbandingan


@dataclass
class PetaSasaran:
    """For each objective (by its words) of the one document, those of the other that hold its indicators."""

    teks: dict[str, str] = field(default_factory=dict)
    maju: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    balik: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, a: str, b: str) -> None:
        """Note that an indicator stands under `a` here and under `b` there."""
        x, y = read_nama(a).kunci, read_nama(b).kunci
        self.teks.setdefault(x, a)
        self.teks.setdefault(y, b)
        self.maju[x].add(y)
        self.balik[y].add(x)

    def one_to_one(self) -> Iterator[tuple[str, str]]:
        """Objectives that are each other's only counterpart, as printed."""
        for a, lawan in self.maju.items():
            b = next(iter(lawan))
            if len(lawan) == 1 and len(self.balik[b]) == 1:
                yield self.teks[a], self.teks[b]

    def regrouped(self) -> bool:
        """True when indicators that one document keeps together are apart in the other."""
        return any(len(s) > 1 for s in (*self.maju.values(), *self.balik.values()))


def map_sasaran(run: Perbandingan) -> dict[tuple[int, int], PetaSasaran]:
    """Join the objectives of every two documents of the head's level by their common indicators.

    Keys are the positions of the two documents.
    """
    urutan = {id(d): n for n, d in enumerate(run.kepala)}
    peta = {pasangan: PetaSasaran() for pasangan in combinations(range(len(run.kepala)), 2)}
    for p in (p for i in run.indikator for p in i.pasang if p.layak):
        a, b = p.a.baris.sasaran, p.b.baris.sasaran
        if a and b:
            peta[urutan[id(p.a.dokumen)], urutan[id(p.b.dokumen)]].add(a, b)
    return peta
