"""The exact Pareto frontier of score against effort, by dynamic programming in integers.

Sub-components tied by prerequisites form a group. Within a group they are merged one after another; a state
remembers which promised criteria were delivered and which are still owed, and forgets each as soon as no
later sub-component mentions it. Groups are independent: their frontiers are merged by score alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kinerja.jalan.pilihan import Pilihan, SubRakit, TerlaluRumit, enumerate_pilihan

BATAS_KEADAAN = 60_000
#: The options taken, as a tree of merges: nothing is copied until a plan is read from it.
Jejak = Pilihan | tuple["Jejak", "Jejak"] | None
Titik = tuple[int, int, Jejak]
#: What was delivered and may still be asked for, and what is owed.
_Janji = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Muka:
    """Points of rising score and rising effort; each is the cheapest way to at least its score."""

    titik: tuple[Titik, ...]

    @cached_property
    def nilai(self) -> tuple[int, ...]:
        """The scores alone, to search in."""
        return tuple(t[0] for t in self.titik)

    def cheapest(self, minimum: int) -> Titik | None:
        """The cheapest point that scores at least `minimum`."""
        n = bisect_left(self.nilai, minimum)
        return self.titik[n] if n < len(self.titik) else None


NOL = Muka(((0, 0, None),))


def codes_of(jejak: Jejak) -> tuple[str, ...]:
    """The steps of a point, left before right."""
    if jejak is None:
        return ()
    if isinstance(jejak, Pilihan):
        return jejak.kode
    return codes_of(jejak[0]) + codes_of(jejak[1])


def prune(titik: list[Titik]) -> tuple[Titik, ...]:
    """Only points that no other one beats, by rising score."""
    titik.sort(key=lambda t: (-t[0], t[1]))
    hasil: list[Titik] = []
    for t in titik:
        if not hasil or t[1] < hasil[-1][1]:
            hasil.append(t)
    hasil.reverse()
    return tuple(hasil)


def merge(kiri: Muka, kanan: Muka) -> Muka:
    """The frontier of doing both."""
    return Muka(prune([(a[0] + b[0], a[1] + b[1], (a[2], b[2])) for a in kiri.titik for b in kanan.titik]))


def split_groups(sub: Sequence[SubRakit]) -> tuple[tuple[SubRakit, ...], ...]:
    """Sub-components that prerequisites tie together, each group in the order of the sheet."""
    pemilik = {u.kode: s.kode for s in sub for u in s.unsur}
    kelompok = {s.kode: {s.kode} for s in sub}
    for s in sub:
        for lain in {pemilik[k] for u in s.unsur for k in u.butuh_luar}:
            if kelompok[lain] is not kelompok[s.kode]:
                satu = kelompok[lain] | kelompok[s.kode]
                kelompok.update(dict.fromkeys(satu, satu))
    urut: dict[int, list[SubRakit]] = {}
    for s in sub:
        urut.setdefault(id(kelompok[s.kode]), []).append(s)
    return tuple(tuple(anggota) for anggota in urut.values())


@lru_cache(maxsize=2048)
def group_frontier(kelompok: tuple[SubRakit, ...]) -> Muka:
    """The frontier of one group; HiGHS finds it point by point when its ties have too many states."""
    try:
        return _program(kelompok)
    except TerlaluRumit:
        from kinerja.jalan.solver import trace_frontier

        return Muka(prune([(p.nilai, p.biaya, p) for p in trace_frontier(kelompok)]))


def _program(kelompok: tuple[SubRakit, ...]) -> Muka:
    keadaan: dict[_Janji, list[Titik]] = {(frozenset(), frozenset()): [(0, 0, None)]}
    for n, sub in enumerate(kelompok):
        nanti = _mentioned(kelompok[n + 1 :])
        milik = frozenset(u.kode for s in kelompok[: n + 1] for u in s.unsur)
        keadaan = _step(keadaan, enumerate_pilihan(sub), nanti, milik)
    lunas = [t for (_, hutang), daftar in keadaan.items() if not hutang for t in daftar]
    return Muka(prune(lunas))


def _mentioned(sub: Sequence[SubRakit]) -> frozenset[str]:
    """What later sub-components may still ask for."""
    return frozenset(k for s in sub for u in s.unsur for k in u.butuh_luar)


def _step(
    keadaan: dict[_Janji, list[Titik]],
    pilihan: tuple[Pilihan, ...],
    nanti: frozenset[str],
    milik: frozenset[str],
) -> dict[_Janji, list[Titik]]:
    """Add one sub-component to every state; states that owe what can no longer come are dropped."""
    baru: dict[_Janji, list[Titik]] = {}
    for (beri, minta), titik in keadaan.items():
        for p in pilihan:
            diberi = beri | p.beri
            hutang = (minta | p.minta) - diberi
            if hutang & milik:
                continue
            daftar = baru.setdefault((diberi & nanti, hutang), [])
            daftar += [(t[0] + p.nilai, t[1] + p.biaya, (t[2], p)) for t in titik]
    hasil = {janji: list(prune(daftar)) for janji, daftar in baru.items()}
    if sum(len(daftar) for daftar in hasil.values()) > BATAS_KEADAAN:
        raise TerlaluRumit
    return hasil


@dataclass(frozen=True)
class Susunan:
    """All groups of a sheet with the frontiers before and after each, to ask about one group alone."""

    kelompok: tuple[tuple[SubRakit, ...], ...]

    @cached_property
    def awalan(self) -> tuple[Muka, ...]:
        """`awalan[n]`: the groups before n together."""
        hasil = [NOL]
        for kelompok in self.kelompok:
            hasil.append(merge(hasil[-1], group_frontier(kelompok)))
        return tuple(hasil)

    @cached_property
    def akhiran(self) -> tuple[Muka, ...]:
        """`akhiran[n]`: the groups from n on together."""
        hasil = [NOL]
        for kelompok in reversed(self.kelompok):
            hasil.append(merge(group_frontier(kelompok), hasil[-1]))
        return tuple(reversed(hasil))

    @property
    def muka(self) -> Muka:
        """The frontier of the whole sheet."""
        return self.awalan[-1]

    def cheapest_with(self, nomor: int, ganti: Muka, minimum: int) -> Titik | None:
        """The cheapest point of the sheet when group `nomor` has another frontier."""
        kiri, kanan = self.awalan[nomor], self.akhiran[nomor + 1]
        terbaik: Titik | None = None
        for g in ganti.titik:
            for k in kiri.titik:
                if terbaik is not None and g[1] + k[1] >= terbaik[1]:
                    # Efforts rise along a frontier: nothing cheaper follows.
                    break
                sisa = kanan.cheapest(minimum - g[0] - k[0])
                if sisa is None:
                    continue
                biaya = g[1] + k[1] + sisa[1]
                if terbaik is None or biaya < terbaik[1]:
                    terbaik = (g[0] + k[0] + sisa[0], biaya, ((k[2], g[2]), sisa[2]))
        return terbaik


def build_susunan(sub: Sequence[SubRakit]) -> Susunan:
    """Group the sub-components of a sheet."""
    return Susunan(split_groups(sub))
