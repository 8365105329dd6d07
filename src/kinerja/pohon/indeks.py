"""Everything about one tree that several rules need, worked out once: no rule walks the tree on its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from kinerja.kata import meanings, measure_of, normal, unit_in_target, unit_of
from kinerja.kata.ukuran import Ukuran, head_of
from kinerja.nilai import Nilai, read_column
from kinerja.pohon.kode import is_numbered
from kinerja.pohon.model import IndikatorPohon, Pohon, SimpulPohon, Tingkat

#: Percent of the shorter wording that two names of one code must share to be one indicator.
_MIRIP = 60
_POTONG = re.compile(r"([0-9]+)")


class Terbaca(NamedTuple):
    """An indicator with its node and what its wording says."""

    simpul: SimpulPohon
    indikator: IndikatorPohon
    normal: str
    ukuran: Ukuran | None
    #: The unit in one spelling: of its own field, else of the printed target.
    satuan: str | None
    #: The target of the year of the tree, as printed.
    target: str | None


@lru_cache(maxsize=65_536)
def natural(teks: str) -> tuple[tuple[int, str], ...]:
    """A key that puts E4.9 before E4.10.

    >>> natural("E4.9") < natural("E4.10")
    True
    """
    return tuple((int(b), "") if b.isdigit() and b.isascii() else (-1, b) for b in _POTONG.split(teks) if b)


class Indeks:
    """A tree with its indexes. The order of the nodes in the source makes no difference."""

    def __init__(self, pohon: Pohon) -> None:
        self.pohon = pohon
        self.simpul = sorted(pohon.simpul, key=_by_id)
        if len({s.id for s in self.simpul}) < len(self.simpul):
            self.simpul.sort(key=_by_content)
        self.menurut_id: dict[str, SimpulPohon] = {s.id: s for s in reversed(self.simpul)}
        self.anak: dict[str, list[SimpulPohon]] = defaultdict(list)
        self.pendukung: dict[str, list[SimpulPohon]] = defaultdict(list)
        for s in self.simpul:
            if s.induk is not None:
                self.anak[s.induk].append(s)
            for lain in s.induk_lain:
                self.pendukung[lain].append(s)

    @cached_property
    def berkondisi(self) -> list[tuple[SimpulPohon, str]]:
        """The nodes whose statement must be a condition, with it."""
        return [
            (s, s.pernyataan)
            for s in self.simpul
            if s.pernyataan and s.tingkat is not None and s.tingkat.kondisi
        ]

    @cached_property
    def berkode(self) -> list[SimpulPohon]:
        """The nodes that carry at least one indicator code made of numbers and dots."""
        return [
            s for s in self.simpul if any(i.kode is not None and is_numbered(i.kode) for i in s.indikator)
        ]

    @cached_property
    def terbaca(self) -> list[Terbaca]:
        """Every indicator, read."""
        return [self._read(s, i) for s in self.simpul for i in s.indikator]

    def _read(self, simpul: SimpulPohon, indikator: IndikatorPohon) -> Terbaca:
        target = self.target_of(indikator)
        satuan = unit_of(indikator.satuan)
        if satuan is None and target is not None:
            satuan = unit_in_target(target)
        nama = indikator.nama
        return Terbaca(simpul, indikator, normal(nama), measure_of(nama), satuan, target)

    def target_of(self, indikator: IndikatorPohon) -> str | None:
        """The printed target of the tree's year; of the first year when the tree names none."""
        target = indikator.target
        if target is None or isinstance(target, str):
            return target
        if self.pohon.tahun is not None:
            return target.get(self.pohon.tahun)
        return next((t for _, t in sorted(target.items()) if t is not None), None)

    def targets_of(self, indikator: IndikatorPohon) -> list[tuple[str, str]]:
        """Every printed target, by year: how to call it, and its text."""
        target = indikator.target
        if target is None or isinstance(target, str):
            return [] if target is None else [(target, target)]
        return [(str(tahun), t) for tahun, t in sorted(target.items()) if t is not None]

    @cached_property
    def per_simpul(self) -> dict[str, list[Terbaca]]:
        """The indicators of each node."""
        hasil: dict[str, list[Terbaca]] = defaultdict(list)
        for t in self.terbaca:
            hasil[t.simpul.id].append(t)
        return hasil

    @cached_property
    def menurut_tingkat(self) -> dict[Tingkat, list[SimpulPohon]]:
        """The nodes of each level."""
        hasil: dict[Tingkat, list[SimpulPohon]] = defaultdict(list)
        for s in self.simpul:
            if s.tingkat is not None:
                hasil[s.tingkat].append(s)
        return hasil

    def langkah_of(self, simpul: SimpulPohon) -> int | None:
        """The step of PermenPANRB 89/2021 that a node has reached."""
        return simpul.langkah if simpul.langkah is not None else self.pohon.langkah

    def induk_of(self, simpul: SimpulPohon) -> SimpulPohon | None:
        """The main parent, when it exists and is not the node itself."""
        induk = None if simpul.induk is None else self.menurut_id.get(simpul.induk)
        return None if induk is simpul else induk

    def atasan_of(self, simpul: SimpulPohon) -> list[SimpulPohon]:
        """The main parent and the further nodes that a node supports."""
        induk = self.induk_of(simpul)
        lain = [self.menurut_id[i] for i in simpul.induk_lain if i in self.menurut_id and i != simpul.id]
        return lain if induk is None else [induk, *lain]

    def saudara(self) -> Iterator[tuple[SimpulPohon, list[SimpulPohon]]]:
        """Each existing parent with its children, two or more."""
        for ident, anak in self.anak.items():
            induk = self.menurut_id.get(ident)
            if induk is not None and len(anak) > 1:
                yield induk, anak

    @cached_property
    def melingkar(self) -> frozenset[str]:
        """The ids of nodes that are their own ancestor."""
        selesai: set[str] = set()
        lingkar: set[str] = set()
        for s in self.simpul:
            jalan: dict[str, None] = {}
            kini: SimpulPohon | None = s
            while kini is not None and kini.id not in selesai and kini.id not in jalan:
                jalan[kini.id] = None
                kini = self.menurut_id.get(kini.induk) if kini.induk is not None else None
            if kini is not None and kini.id in jalan:
                urut = list(jalan)
                lingkar.update(urut[urut.index(kini.id) :])
            selesai.update(jalan)
        return frozenset(lingkar)

    @cached_property
    def puncak(self) -> int | None:
        """The depth of the topmost level of the tree."""
        return min((t.urutan for t in self.menurut_tingkat), default=None)

    @cached_property
    def kode_per_tingkat(self) -> dict[int, frozenset[str]]:
        """For each depth, the indicator codes used at lesser depths."""
        per: dict[int, set[str]] = defaultdict(set)
        for t in self.terbaca:
            if t.indikator.kode is not None and t.simpul.tingkat is not None:
                per[t.simpul.tingkat.urutan].add(t.indikator.kode)
        hasil: dict[int, frozenset[str]] = {}
        atas: set[str] = set()
        for urutan in sorted({t.urutan for t in self.menurut_tingkat}):
            hasil[urutan] = frozenset(atas)
            atas |= per[urutan]
        return hasil

    @cached_property
    def _nilai(self) -> dict[str, Nilai]:
        """Every printed value read; numerals of one document share the meaning of their separators."""
        teks: dict[str, None] = {}
        for t in self.terbaca:
            i = t.indikator
            target = (
                (i.target,) if i.target is None or isinstance(i.target, str) else tuple(i.target.values())
            )
            teks.update(dict.fromkeys(n for n in (*target, i.baseline, i.hasil_terakhir) if n is not None))
        daftar = sorted(teks)
        return dict(zip(daftar, read_column(daftar), strict=True))

    def nilai(self, teks: str | None) -> Nilai:
        """A printed value of this tree, read."""
        return Nilai.kosong() if teks is None else self._nilai[teks]

    @cached_property
    def turunan(self) -> list[tuple[Terbaca, Terbaca]]:
        """Each indicator that stands at a node and, as the same indicator, at one above: (below, above).

        The same means the same wording, or the same code with most of the wording shared.
        """
        hasil = []
        for s in self.simpul:
            atas = (
                [t for a in self.atasan_of(s) for t in self.per_simpul.get(a.id, ())] if s.indikator else []
            )
            for t in self.per_simpul[s.id] if atas else ():
                induk = next((a for a in atas if a.normal == t.normal), None)
                induk = induk or next((a for a in atas if _same_by_code(t, a)), None)
                if induk is not None:
                    hasil.append((t, induk))
        return hasil

    def per_tingkat(self) -> Iterator[tuple[Tingkat | None, list[Terbaca]]]:
        """The indicators, by level, from the top down."""
        per: dict[Tingkat | None, list[Terbaca]] = defaultdict(list)
        for t in self.terbaca:
            per[t.simpul.tingkat].append(t)
        yield from sorted(per.items(), key=lambda p: (-1, "") if p[0] is None else (p[0].urutan, p[0].value))


def _same_by_code(anak: Terbaca, induk: Terbaca) -> bool:
    kode = anak.indikator.kode
    if kode is None or kode != induk.indikator.kode:
        return False
    if head_of(anak.indikator.nama) != head_of(induk.indikator.nama):
        return False
    satu, dua = meanings(anak.indikator.nama), meanings(induk.indikator.nama)
    return len(satu & dua) * 100 >= _MIRIP * min(len(satu), len(dua))


def _by_id(simpul: SimpulPohon) -> tuple[tuple[int, str], ...]:
    return natural(simpul.id)


def _by_content(simpul: SimpulPohon) -> tuple[object, ...]:
    """Only nodes that share an id need more than the id to stand in one order."""
    return natural(simpul.id), simpul.induk or "", repr(simpul)
