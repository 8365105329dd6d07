"""The next best ways: for every step of the best plan, the cheapest plan that does without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from kinerja.jalan.alasan import explain_steps
from kinerja.jalan.hasil import Rute
from kinerja.jalan.muka import Susunan, codes_of, group_frontier
from kinerja.jalan.pilihan import SubRakit, without
from kinerja.jalan.rakit import Rakitan
from kinerja.jalan.ukur import measure

#: With fewer distinct ways than this, plans that do without several steps are looked for as well.
PALING_SEDIKIT = 3
#: How many plans are looked behind for that; a plan so tight that this is not enough has hardly any other.
BATAS_CABANG = 40


@dataclass(frozen=True, order=True)
class _Cabang:
    """The best plan without some steps; the cheapest is looked behind first."""

    biaya: int
    tanpa: tuple[str, ...]
    kode: frozenset[str] = field(compare=False)
    nilai: int = field(compare=False)


def find_alternatif(rakitan: Rakitan, terbaik: frozenset[str], banyak: int) -> tuple[Rute, ...]:
    """Up to `banyak` distinct plans, the cheapest first.

    The first one is the cheapest of all plans that do not contain the best one whole: such a plan lacks one of
    its steps. Every further one answers "and if this step fails?" for another step.
    """
    antre = list(_without_each(rakitan, rakitan.susunan, _Cabang(0, (), terbaik, 0)))
    ketemu: dict[frozenset[str], _Cabang] = {}
    for cabang in sorted(antre):
        ketemu.setdefault(cabang.kode, cabang)
    _deepen(rakitan, antre, ketemu, min(PALING_SEDIKIT, banyak))
    sama = rakitan.grades(terbaik)

    def rank(c: _Cabang) -> tuple[int, bool, int, list[str]]:
        # Of equal efforts, another set of grades says more than another criterion for the same grade.
        return c.biaya, rakitan.grades(c.kode) == sama, -c.nilai, sorted(c.kode)

    urut = sorted(ketemu.values(), key=rank)
    return tuple(_rute(rakitan, c.kode, terbaik) for c in urut[:banyak])


def _without_each(rakitan: Rakitan, susunan: Susunan, induk: _Cabang) -> Iterator[_Cabang]:
    """The best plan without each single step of a plan."""
    for k in sorted(induk.kode - rakitan.jangkauan.wajib):
        nomor, kelompok = _group_of(susunan, rakitan.jangkauan.sub_of[k])
        titik = susunan.cheapest_with(nomor, group_frontier(_remove(rakitan, kelompok, k)), rakitan.minimum)
        if titik is not None:
            tanpa = tuple(sorted((*induk.tanpa, k)))
            yield _Cabang(titik[1], tanpa, frozenset(codes_of(titik[2])), titik[0])


def _deepen(
    rakitan: Rakitan, antre: list[_Cabang], ketemu: dict[frozenset[str], _Cabang], sedikitnya: int
) -> None:
    """Look behind the plans found, the cheapest first, until there are enough or no more."""
    heapify(antre)
    sudah = {c.tanpa for c in antre}
    for _ in range(BATAS_CABANG):
        if not antre or len(ketemu) >= sedikitnya:
            return
        induk = heappop(antre)
        kelompok = rakitan.susunan.kelompok
        for k in induk.tanpa:
            kelompok = tuple(_remove(rakitan, g, k) for g in kelompok)
        for cabang in _without_each(rakitan, Susunan(kelompok), induk):
            if cabang.tanpa not in sudah:
                sudah.add(cabang.tanpa)
                heappush(antre, cabang)
                ketemu.setdefault(cabang.kode, cabang)


def _remove(rakitan: Rakitan, kelompok: tuple[SubRakit, ...], kode: str) -> tuple[SubRakit, ...]:
    sub = rakitan.jangkauan.sub_of[kode]
    return tuple(without(s, kode) if s.kode == sub else s for s in kelompok)


def _group_of(susunan: Susunan, sub: str) -> tuple[int, tuple[SubRakit, ...]]:
    for nomor, kelompok in enumerate(susunan.kelompok):
        if any(s.kode == sub for s in kelompok):
            return nomor, kelompok
    raise KeyError(sub)


def _rute(rakitan: Rakitan, kode: frozenset[str], terbaik: frozenset[str]) -> Rute:
    nilai = measure(rakitan, kode)
    return Rute(
        biaya=rakitan.cost(tuple(kode)),
        total=nilai.total,
        total_ketat=nilai.total_ketat,
        predikat=nilai.predikat,
        langkah=explain_steps(rakitan, kode),
        tanpa=rakitan.in_order(terbaik - kode),
        ganti=rakitan.in_order(kode - terbaik),
    )
