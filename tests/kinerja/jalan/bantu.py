"""A small instrument of three sub-components, and plain searches to prove the optimum against."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import chain, combinations
from typing import Any

from kinerja.instrumen import Instrumen, load, score
from kinerja.instrumen.model import Butir, Cara
from kinerja.jalan import Soal

LKE = load("akip-88-2021-unit")
INSTANSI = load("akip-88-2021-instansi")
GABUNGAN = load("akip-88-2021-gabungan")
SEMUA = {k.kode: True for b in LKE.penilaian for k in LKE.kriteria(b.kode)}
NAIK = ("A", "AA")


def build_kecil(kriteria: tuple[int, int, int] = (3, 2, 2)) -> Instrumen:
    """The rules of 88/2021 on a sheet small enough to try everything."""

    def sub(kode: str, bobot: int, jumlah: int) -> Butir:
        anak = tuple(
            Butir(f"{kode}.{n}", f"{kode}{n}", f"Kriteria {n}", "kriteria", Cara.JAWABAN)
            for n in range(1, jumlah + 1)
        )
        return Butir(kode, kode, f"Sub {kode}", "sub", Cara.JAWABAN, Fraction(bobot), skala="AA-E", anak=anak)

    anak = tuple(sub(f"1.{h}", bobot, n) for h, bobot, n in zip("abc", (20, 30, 50), kriteria, strict=True))
    komponen = Butir("1", "satu", "Komponen", "komponen", Cara.JUMLAH, Fraction(100), anak=anak)
    return replace(LKE, id="kecil", komponen=(komponen,))


KECIL = build_kecil()


def grades(instrumen: Instrumen, terpenuhi: Iterable[str]) -> dict[str, str]:
    """The answer of each sub-component by the words of the regulation, written out once more."""
    ada, hasil = set(terpenuhi), {}
    for b in instrumen.penilaian:
        kriteria = [k.kode for k in instrumen.kriteria(b.kode)]
        n, dari = sum(k in ada for k in kriteria), len(kriteria)
        nilai = "E" if n == 0 else "D" if 4 * n <= dari else "C" if 2 * n <= dari else "CC"
        nilai = "BB" if n == dari else "B" if 4 * n > 3 * dari else nilai
        for naik in NAIK:
            nilai = naik if f"{b.kode}:{naik}" in ada else nilai
        hasil[b.kode] = nilai
    return hasil


def total_of(instrumen: Instrumen, terpenuhi: Iterable[str]) -> Fraction:
    """The total of a sheet with these criteria fulfilled and steps taken."""
    total = score(instrumen, grades(instrumen, terpenuhi)).total
    assert total is not None
    return total


def needs(soal: Soal, kode: str) -> set[str]:
    """What a step needs, by name or by the ladder."""
    butuh, (sub, titik, naik) = set(soal.butuh.get(kode, ())), kode.partition(":")
    if titik:
        butuh |= {k.kode for k in soal.instrumen.kriteria(sub)} | ({f"{sub}:A"} if naik == "AA" else set())
    return butuh


def cost_of(soal: Soal, kode: Iterable[str]) -> Fraction:
    """The effort of a set of steps."""
    upaya: dict[str, Any] = dict(soal.biaya)
    upaya |= {f"{s}:{n}": b for s, naik in soal.istimewa.items() for n, b in naik.items()}
    return sum((Fraction(upaya.get(k, 1)) for k in kode), Fraction(0))


def every_plan(soal: Soal) -> Iterator[frozenset[str]]:
    """All sets of steps that may be taken together."""
    ada = {k for k, v in soal.terpenuhi.items() if v}
    kriteria = [k.kode for b in soal.instrumen.penilaian for k in soal.instrumen.kriteria(b.kode)]
    naik = [f"{s}:{n}" for s, isi in soal.istimewa.items() for n in isi]
    boleh = [k for k in (*kriteria, *naik) if k not in ada and k not in soal.luar_jangkauan]
    butuh = {k: needs(soal, k) - ada for k in boleh}
    for pilih in chain.from_iterable(combinations(boleh, n) for n in range(len(boleh) + 1)):
        himpunan = frozenset(pilih)
        if all(butuh[k] <= himpunan for k in pilih):
            yield himpunan


def brute_cheapest(soal: Soal) -> Fraction | None:
    """The least effort of all plans that reach the target, found by trying each."""
    ada = {k for k, v in soal.terpenuhi.items() if v}
    batas = soal.instrumen.predikat.get(soal.target).di_atas
    cukup = [
        cost_of(soal, p)
        for p in every_plan(soal)
        if total_of(soal.instrumen, ada | p) - Fraction(soal.ketat.total) > batas
    ]
    return min(cukup, default=None)


def knapsack_cheapest(soal: Soal) -> Fraction | None:
    """The least effort on a full sheet without prerequisites: a plain dynamic program over totals.

    In twentieths of a point and hundredths of effort, which are whole for the sheets of these tests.
    """
    terbaik = {0: 0}
    for b in soal.instrumen.penilaian:
        pilihan = [(int(nilai * 20), int(biaya * 100)) for nilai, biaya in _options(soal, b.kode)]
        baru: dict[int, int] = {}
        for total, biaya in terbaik.items():
            for nilai, upaya in pilihan:
                if biaya + upaya < baru.get(total + nilai, 10**12):
                    baru[total + nilai] = biaya + upaya
        terbaik = baru
    batas = soal.instrumen.predikat.get(soal.target).di_atas * 20
    temu = min((biaya for total, biaya in terbaik.items() if total > batas), default=None)
    return None if temu is None else Fraction(temu, 100)


def _options(soal: Soal, sub: str) -> Iterator[tuple[Fraction, Fraction]]:
    """Points and effort of one sub-component with 0, 1, ... of its cheapest criteria, then A and AA."""
    kriteria = [k.kode for k in soal.instrumen.kriteria(sub)]
    ada = {k for k in kriteria if soal.terpenuhi.get(k)}
    terbuka = sorted(
        (k for k in kriteria if k not in ada and k not in soal.luar_jangkauan),
        key=lambda k: cost_of(soal, [k]),
    )
    urut = [*terbuka]
    if len(ada) + len(terbuka) == len(kriteria):
        isi: Mapping[str, Any] = soal.istimewa.get(sub, {})
        urut += [f"{sub}:{n}" for n in NAIK if "A" in isi and n in isi]
    for n in range(len(urut) + 1):
        nilai = grades(soal.instrumen, ada | set(urut[:n]))[sub]
        bobot = soal.instrumen.butir(sub).bobot or Fraction(0)
        yield bobot * soal.instrumen.skala["AA-E"].tabel[nilai], cost_of(soal, urut[:n])
