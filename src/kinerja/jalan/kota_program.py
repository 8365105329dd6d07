"""The cheapest choice of one point per sheet, by dynamic programming over sums of scores.

Within a cluster only the sum of its units' scores matters, to its own mean and to the total alike. So the
units of a cluster are added up on a table of sums, the clusters and the instansi's own sheet are combined by
weighted sum, and the answer is read off where total and means pass. numpy holds whole numbers only: nothing
is rounded and the optimum is proven by exhaustion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import accumulate
from math import gcd

import numpy as np
import numpy.typing as npt

Bulat = npt.NDArray[np.int64]
#: Larger than any effort, small enough that adding an effort to it does not overflow.
MAHAL = 1 << 61
BATAS_SEL = 4_000_000
BATAS_BIAYA = 1 << 55


class TerlaluHalus(Exception):
    """Scores or efforts are too fine-grained for tables; HiGHS takes over."""


@dataclass(frozen=True, slots=True)
class LembarTitik:
    """A sheet's frontier in whole units of the city: rising scores, rising efforts."""

    kode: str
    nilai: tuple[int, ...]
    biaya: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Muka:
    """Pareto points of a part: rising values with rising efforts."""

    nilai: Bulat
    biaya: Bulat

    def at_least(self, minimum: int | None) -> Muka:
        """Only the points from `minimum` on."""
        if minimum is None:
            return self
        mulai = int(np.searchsorted(self.nilai, minimum))
        return Muka(self.nilai[mulai:], self.biaya[mulai:])


@dataclass(frozen=True)
class Kelompok:
    """The sheets of a cluster (or the instansi's own): table of sums, stage by stage, to walk back on."""

    lembar: tuple[LembarTitik, ...]

    @cached_property
    def satuan(self) -> int:
        """The step of the table."""
        return reduce(gcd, (n - lb.nilai[0] for lb in self.lembar for n in lb.nilai), 0) or 1

    @cached_property
    def dasar(self) -> int:
        """The sum with nothing done."""
        return sum(lb.nilai[0] for lb in self.lembar)

    @cached_property
    def tahap(self) -> tuple[Bulat, ...]:
        """`tahap[n][s]`: the least effort for the first n sheets to gain exactly s steps."""
        panjang = 1 + sum((lb.nilai[-1] - lb.nilai[0]) // self.satuan for lb in self.lembar)
        _check_size(panjang * len(self.lembar))
        hasil = [np.zeros(1, dtype=np.int64)]
        for lb in self.lembar:
            lama, langkah = hasil[-1], (lb.nilai[-1] - lb.nilai[0]) // self.satuan
            baru = np.full(len(lama) + langkah, MAHAL, dtype=np.int64)
            for nilai, biaya in zip(lb.nilai, lb.biaya, strict=True):
                geser = (nilai - lb.nilai[0]) // self.satuan
                tujuan = baru[geser : geser + len(lama)]
                np.minimum(tujuan, lama + biaya, out=tujuan)
            hasil.append(baru)
        return tuple(hasil)

    @cached_property
    def muka(self) -> Muka:
        """The Pareto points of the whole cluster."""
        return _pareto(self.tahap[-1], self.dasar, self.satuan)

    def walk_back(self, nilai: int) -> dict[str, int]:
        """Which point of each sheet makes up this sum at its least effort."""
        sisa, hasil = (nilai - self.dasar) // self.satuan, {}
        for n in range(len(self.lembar), 0, -1):
            lb, lama, biaya = self.lembar[n - 1], self.tahap[n - 1], int(self.tahap[n][sisa])
            for titik, (v, b) in enumerate(zip(lb.nilai, lb.biaya, strict=True)):
                asal = sisa - (v - lb.nilai[0]) // self.satuan
                if 0 <= asal < len(lama) and int(lama[asal]) + b == biaya:
                    hasil[lb.kode], sisa = titik, asal
                    break
        return hasil


def _check_size(sel: int) -> None:
    if sel > BATAS_SEL:
        raise TerlaluHalus


def _pareto(tabel: Bulat, dasar: int, satuan: int) -> Muka:
    """Points of a table that nothing further right undercuts."""
    kanan = np.minimum.accumulate(tabel[::-1])[::-1]
    berikut = np.append(kanan[1:], MAHAL)
    pilih = np.flatnonzero((tabel == kanan) & (tabel < berikut) & (tabel < MAHAL // 2))
    return Muka(pilih * satuan + dasar, tabel[pilih])


def _merge(kiri: Muka, kanan: Muka) -> Muka:
    """The Pareto points of doing both."""
    if len(kiri.nilai) < len(kanan.nilai):
        kiri, kanan = kanan, kiri
    dasar = int(kiri.nilai[0] + kanan.nilai[0])
    a, b = kiri.nilai - kiri.nilai[0], kanan.nilai - kanan.nilai[0]
    satuan = int(np.gcd.reduce(np.concatenate([a, b]))) or 1
    a, b = a // satuan, b // satuan
    _check_size(int(a[-1] + b[-1]) + 1)
    tabel = np.full(int(a[-1] + b[-1]) + 1, MAHAL, dtype=np.int64)
    for geser, biaya in zip(b.tolist(), kanan.biaya.tolist(), strict=True):
        letak = a + geser
        tabel[letak] = np.minimum(tabel[letak], kiri.biaya + biaya)
    return _pareto(tabel, dasar, satuan)


@dataclass(frozen=True)
class Bagian:
    """A cluster in the total: each unit of its sum weighs `bobot`; `minimum` is what its mean asks for."""

    kelompok: Kelompok
    bobot: int
    minimum: int | None = None

    @cached_property
    def muka(self) -> Muka:
        """Its Pareto points that pass its own condition, valued as in the total."""
        asal = self.kelompok.muka.at_least(self.minimum)
        return Muka(asal.nilai * self.bobot, asal.biaya)


#: Parts that were put together already, by cluster, weight and condition.
Ingatan = dict[tuple[tuple[int, int, int | None], ...], list[Muka]]


def choose_points(
    bagian: Sequence[Bagian], minimum: int | None, ingatan: Ingatan
) -> tuple[int, Mapping[str, int]] | None:
    """The least effort, and the point of each sheet, so that every part and the total pass."""
    if any(sum(lb.biaya[-1] for lb in b.kelompok.lembar) > BATAS_BIAYA for b in bagian):
        raise TerlaluHalus
    muka = [b.muka for b in bagian]
    if any(not len(m.nilai) for m in muka):
        return None
    if minimum is None:
        # Nothing ties the parts together.
        nilai = [int(m.nilai[0]) for m in muka]
        return sum(int(m.biaya[0]) for m in muka), _walk_back(bagian, nilai)
    tengah = (len(muka) + 1) // 2
    kiri, kanan = _remember(bagian[:tengah], ingatan), _remember(bagian[tengah:], ingatan)
    temu = _meet(kiri[-1], kanan[-1], minimum)
    if temu is None:
        return None
    biaya, nilai_kiri, nilai_kanan = temu
    nilai = _unstack(kiri, muka[:tengah], nilai_kiri) + _unstack(kanan, muka[tengah:], nilai_kanan)
    return biaya, _walk_back(bagian, nilai)


def _walk_back(bagian: Sequence[Bagian], nilai: Sequence[int]) -> dict[str, int]:
    """The point of every sheet, from the value of every part."""
    hasil: dict[str, int] = {}
    for b, v in zip(bagian, nilai, strict=True):
        hasil |= b.kelompok.walk_back(v // b.bobot)
    return hasil


def _remember(bagian: Sequence[Bagian], ingatan: Ingatan) -> list[Muka]:
    """Parts that keep their conditions are put together once, however often the city is asked about."""
    kunci = tuple((id(b.kelompok), b.bobot, b.minimum) for b in bagian)
    if kunci not in ingatan:
        ingatan[kunci] = _stack([b.muka for b in bagian])
    return ingatan[kunci]


def _stack(muka: Sequence[Muka]) -> list[Muka]:
    """The first part, the first two together, and so on; without parts one point of nothing."""
    if not muka:
        return [Muka(np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64))]
    return list(accumulate(muka, _merge))


def _unstack(tumpuk: Sequence[Muka], muka: Sequence[Muka], nilai: int) -> list[int]:
    """The value of each part within a value of all of them."""
    hasil: list[int] = []
    for n in range(len(muka) - 1, 0, -1):
        satu, nilai = _split(tumpuk[n - 1], muka[n], nilai)
        hasil.insert(0, satu)
    return [nilai, *hasil] if muka else []


def _meet(kiri: Muka, kanan: Muka, minimum: int) -> tuple[int, int, int] | None:
    """The cheapest pair whose values add up to the minimum: effort, left value, right value."""
    letak = np.searchsorted(kanan.nilai, minimum - kiri.nilai)
    cukup = letak < len(kanan.nilai)
    if not cukup.any():
        return None
    biaya = np.where(cukup, kiri.biaya + kanan.biaya[np.minimum(letak, len(kanan.nilai) - 1)], MAHAL)
    n = int(np.argmin(biaya))
    return int(biaya[n]), int(kiri.nilai[n]), int(kanan.nilai[letak[n]])


def _split(kiri: Muka, kanan: Muka, nilai: int) -> tuple[int, int]:
    """The right and left values that make up the cheapest way to exactly this value."""
    letak = np.searchsorted(kiri.nilai, nilai - kanan.nilai)
    letak = np.minimum(letak, len(kiri.nilai) - 1)
    tepat = kiri.nilai[letak] == nilai - kanan.nilai
    biaya = np.where(tepat, kiri.biaya[letak] + kanan.biaya, MAHAL)
    n = int(np.argmin(biaya))
    return int(kanan.nilai[n]), int(kiri.nilai[letak[n]])
