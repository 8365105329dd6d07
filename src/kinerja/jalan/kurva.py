"""Score against effort, and what single steps and whole rungs bring for their effort."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from kinerja.jalan.muka import codes_of, group_frontier
from kinerja.jalan.pilihan import SubRakit
from kinerja.jalan.rakit import LANGKAH, IsiSub, Rakitan, rakit
from kinerja.jalan.soal import Soal
from kinerja.jalan.ukur import measure


@dataclass(frozen=True, slots=True)
class TitikKurva:
    """For this effort no more than this total can be had. `naik`: the predikat is new at this point."""

    biaya: Fraction
    total: Fraction
    total_ketat: Fraction
    predikat: str
    naik: bool
    kode: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manfaat:
    """One step with all it needs first (`kode`), and what that brings."""

    untuk: str
    kode: tuple[str, ...]
    biaya: Fraction
    kenaikan: Fraction

    @property
    def per_upaya(self) -> Fraction | None:
        """Points per unit of effort; None when it costs nothing."""
        return self.kenaikan / self.biaya if self.biaya else None


@dataclass(frozen=True, slots=True)
class NaikJenjang(Manfaat):
    """The cheapest set that lifts a sub-component from grade `dari` to `ke`."""

    dari: str = ""
    ke: str = ""


@dataclass(frozen=True, slots=True)
class DaftarManfaat:
    """Single steps and rungs, each with the highest gain per effort first."""

    langkah: tuple[Manfaat, ...]
    jenjang: tuple[NaikJenjang, ...]


def curve(soal: Soal) -> tuple[TitikKurva, ...]:
    """The exact frontier: first the present, then for every effort the highest score it can buy.

    With a stricter evaluator the frontier is that of what he leaves.
    """
    rakitan, hasil = rakit(soal), list[TitikKurva]()
    titik = rakitan.susunan.muka.titik
    for n, (_, satuan, jejak) in enumerate(titik):
        if 0 < n < len(titik) - 1 and satuan // LANGKAH == titik[n + 1][1] // LANGKAH:
            # More steps for the same effort, and a higher score: the next point.
            continue
        kode = frozenset(codes_of(jejak))
        nilai = measure(rakitan, kode)
        naik = bool(hasil) and nilai.predikat != hasil[-1].predikat
        biaya, urut = rakitan.cost(tuple(kode)), rakitan.in_order(kode)
        hasil.append(TitikKurva(biaya, nilai.total, nilai.total_ketat, nilai.predikat, naik, urut))
    return tuple(hasil)


def gains(soal: Soal) -> DaftarManfaat:
    """What each open step brings alone, and what it takes to lift each sub-component rung by rung.

    Under 88/2021 most single criteria bring nothing: a grade needs a share. The rungs say what does.
    """
    rakitan = rakit(soal)
    kini = measure(rakitan, frozenset()).total
    langkah = []
    for kode in rakitan.in_order(rakitan.jangkauan.terbuka):
        bersama = rakitan.jangkauan.with_needs(kode)
        kenaikan = measure(rakitan, bersama).total - kini
        langkah.append(Manfaat(kode, rakitan.in_order(bersama), rakitan.cost(tuple(bersama)), kenaikan))
    jenjang = [j for isi in rakitan.isi.values() for j in _rungs(rakitan, isi, kini)]
    return DaftarManfaat(tuple(sorted(langkah, key=_rank)), tuple(sorted(jenjang, key=_rank)))


def _rank(manfaat: Manfaat) -> tuple[bool, bool, Fraction, Fraction]:
    """Free gains first, then the most per effort; what brings nothing last, the cheapest first."""
    gratis = not manfaat.biaya and manfaat.kenaikan > 0
    return (not gratis, manfaat.kenaikan <= 0, -(manfaat.per_upaya or Fraction(0)), manfaat.biaya)


def _rungs(rakitan: Rakitan, isi: IsiSub, kini: Fraction) -> Iterator[NaikJenjang]:
    """Every higher grade within reach, with the cheapest set for it."""
    dari = isi.grade_with(frozenset())
    kelompok = next(g for g in rakitan.susunan.kelompok if any(s.kode == isi.kode for s in g))
    sendiri = tuple(s if s.kode == isi.kode else _worthless(s) for s in kelompok)
    for _, _, jejak in group_frontier(sendiri).titik:
        kode = frozenset(codes_of(jejak))
        ke = isi.grade_with(kode)
        if ke != dari:
            nilai = measure(rakitan, kode)
            biaya = rakitan.cost(tuple(kode))
            yield NaikJenjang(isi.kode, rakitan.in_order(kode), biaya, nilai.total - kini, dari, ke)


def _worthless(sub: SubRakit) -> SubRakit:
    """A neighbour whose steps are only done because another sub-component needs them."""
    return replace(sub, nilai=(0,) * len(sub.nilai), nilai_diam=0, nilai_naik=(0,) * len(sub.nilai_naik))
