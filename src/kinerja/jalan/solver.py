"""HiGHS: the same questions as whole-number programs, proven by branch and bound.

The only module of `kinerja.jalan` that lets numbers be floats, because the solver takes nothing else. What
comes back is read as a set of steps; scores and efforts are then computed again in whole numbers.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache

import highspy
import numpy as np

from kinerja.jalan.pilihan import Pilihan, SubRakit, score_set
from kinerja.jalan.sunyi import silence_stdout

#: Whole numbers up to here pass through the solver's floats without loss, with room for its sums.
BATAS_PERSIS = 1 << 40
_TAK_HINGGA = highspy.kHighsInf


@dataclass
class Program:
    """A program over binaries, row by row."""

    biaya: list[int] = field(default_factory=list)
    bawah: list[int] = field(default_factory=list)
    baris: list[tuple[dict[int, int], float, float]] = field(default_factory=list)

    def add_binary(self, biaya: int = 0, *, wajib: bool = False) -> int:
        """A new yes-or-no variable; its number."""
        self.biaya.append(biaya)
        self.bawah.append(1 if wajib else 0)
        return len(self.biaya) - 1

    def at_least(self, suku: Mapping[int, int], batas: int) -> int:
        """The sum of the terms is at least `batas`; the row's number."""
        self.baris.append((dict(suku), float(batas), _TAK_HINGGA))
        return len(self.baris) - 1

    def exactly(self, suku: Mapping[int, int], nilai: int) -> None:
        """The sum of the terms equals `nilai`."""
        self.baris.append((dict(suku), float(nilai), float(nilai)))

    @property
    def fits(self) -> bool:
        """Whether every number passes through floats without loss."""
        besar = max(
            [sum(self.biaya), *(sum(map(abs, suku.values())) for suku, _, _ in self.baris)], default=0
        )
        return besar < BATAS_PERSIS


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What the solver found: the variables that are 1, and the proven lower bound of the effort."""

    pilih: frozenset[int]
    batas_bawah: float
    terbukti: bool

    @property
    def whole_bound(self) -> int:
        """The bound in whole units: an effort is whole, so it cannot lie just above the proven number."""
        return max(math.ceil(self.batas_bawah - 1e-5), 0)


def solve(program: Program, *, detik: float = 60.0) -> Jawaban | None:
    """The cheapest solution, or None when there is none (or none was found in time).

    One program at a time: HiGHS runs on a thread of its own that lives as long as the process. Its objects,
    freed with a web server's short-lived threads, took the whole process down.
    """
    return _thread().submit(_solve, program, detik).result()


@cache
def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="highs")


@cache
def _engine() -> highspy.Highs:
    """The engine; made, used and kept on HiGHS' own thread."""
    with silence_stdout():
        return highspy.Highs()  # type: ignore[no-untyped-call]


def _solve(program: Program, detik: float) -> Jawaban | None:
    mesin = _engine()
    mesin.clear()
    mesin.silent()
    mesin.setOptionValue("time_limit", detik)
    mesin.setOptionValue("mip_rel_gap", 0.0)
    # Efforts are whole: less than one apart is equal.
    mesin.setOptionValue("mip_abs_gap", 0.999)
    mesin.setOptionValue("threads", 1)
    mesin.passModel(_to_lp(program))
    mesin.run()
    status, info = mesin.getModelStatus(), mesin.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    nilai = mesin.getSolution().col_value
    pilih = frozenset(n for n, v in enumerate(nilai) if v > 0.5)
    return Jawaban(pilih, info.mip_dual_bound, status == highspy.HighsModelStatus.kOptimal)


def _to_lp(program: Program) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.biaya), len(program.baris)
    lp.col_cost_ = np.array(program.biaya, dtype=np.float64)
    lp.col_lower_ = np.array(program.bawah, dtype=np.float64)
    lp.col_upper_ = np.ones(lp.num_col_)
    lp.row_lower_ = np.array([bawah for _, bawah, _ in program.baris], dtype=np.float64)
    lp.row_upper_ = np.array([atas for _, _, atas in program.baris], dtype=np.float64)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    panjang = [len(suku) for suku, _, _ in program.baris]
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(panjang, dtype=np.int64)]).astype(np.int32)
    lp.a_matrix_.index_ = np.array([n for suku, _, _ in program.baris for n in suku], dtype=np.int32)
    lp.a_matrix_.value_ = np.array(
        [v for suku, _, _ in program.baris for v in suku.values()], dtype=np.float64
    )
    return lp


@dataclass
class ProgramLembar:
    """The program of a sheet: one binary per step, and one per rung that a sub-component may stand on."""

    program: Program
    langkah: dict[str, int]
    nilai: dict[int, int]

    def chosen(self, jawaban: Jawaban) -> frozenset[str]:
        """The steps of an answer."""
        return frozenset(kode for kode, n in self.langkah.items() if n in jawaban.pilih)


def build_program(sub: Sequence[SubRakit], biaya: Mapping[str, int]) -> ProgramLembar:
    """The steps with their ties, and for each sub-component exactly one rung that its steps support."""
    hasil = ProgramLembar(Program(), {}, {})
    for s in sub:
        for u in s.unsur:
            hasil.langkah[u.kode] = hasil.program.add_binary(biaya[u.kode], wajib=u.kode in s.wajib)
    for s in sub:
        _add_ties(hasil, s)
        _add_rungs(hasil, s)
    return hasil


def _add_ties(hasil: ProgramLembar, sub: SubRakit) -> None:
    """What a step needs comes with it; what it needs and cannot have rules it out."""
    for unsur in sub.unsur:
        sendiri = hasil.langkah[unsur.kode]
        for lain in unsur.butuh | unsur.butuh_luar:
            if lain in hasil.langkah:
                hasil.program.at_least({hasil.langkah[lain]: 1, sendiri: -1}, 0)
            else:
                hasil.program.at_least({sendiri: -1}, 0)
    kriteria = [hasil.langkah[u.kode] for u in sub.kriteria]
    kurang, bawahnya = sub.jumlah - sub.terpenuhi, None
    for unsur in sub.naik:
        sendiri = hasil.langkah[unsur.kode]
        hasil.program.at_least({**dict.fromkeys(kriteria, 1), sendiri: -kurang}, 0)
        if bawahnya is not None:
            hasil.program.at_least({bawahnya: 1, sendiri: -1}, 0)
        bawahnya = sendiri


def _add_rungs(hasil: ProgramLembar, sub: SubRakit) -> None:
    kriteria = [hasil.langkah[u.kode] for u in sub.kriteria]
    program, jenjang, perlu = hasil.program, dict[int, int](), dict[int, int]()
    for n in range(len(sub.kriteria) + 1):
        nilai = sub.nilai[sub.terpenuhi + n]
        if n == 0 or nilai > sub.nilai[sub.terpenuhi + n - 1]:
            nomor = program.add_binary()
            jenjang[nomor], perlu[nomor] = nilai, n
    for unsur, nilai in zip(sub.naik, sub.nilai_naik, strict=True):
        nomor = program.add_binary()
        jenjang[nomor] = nilai
        program.at_least({hasil.langkah[unsur.kode]: 1, nomor: -1}, 0)
    if sub.nilai_diam != sub.nilai[sub.terpenuhi]:
        # Left alone, the sub-component is not marked down: possible only when nothing is done in it.
        nomor, semua = program.add_binary(), [hasil.langkah[u.kode] for u in sub.unsur]
        jenjang[nomor] = sub.nilai_diam
        program.at_least({**dict.fromkeys(semua, -1), nomor: -len(semua)}, -len(semua))
    program.exactly(dict.fromkeys(jenjang, 1), 1)
    program.at_least({**dict.fromkeys(kriteria, 1), **{n: -p for n, p in perlu.items() if p}}, 0)
    hasil.nilai.update(jenjang)


def find_cheapest(sub: Sequence[SubRakit], biaya: Mapping[str, int], minimum: int) -> frozenset[str] | None:
    """The steps that HiGHS proves cheapest for a score of at least `minimum`."""
    lembar = build_program(sub, biaya)
    lembar.program.at_least(lembar.nilai, minimum)
    jawaban = solve(lembar.program)
    return None if jawaban is None or not jawaban.terbukti else lembar.chosen(jawaban)


def fits(sub: Sequence[SubRakit], biaya: Mapping[str, int]) -> bool:
    """Whether the sheet's whole numbers pass through the solver without loss."""
    return build_program(sub, biaya).program.fits


def trace_frontier(sub: tuple[SubRakit, ...]) -> Iterator[Pilihan]:
    """The frontier point by point: the cheapest way above the last score, then the most for that effort."""
    biaya = {u.kode: u.biaya for s in sub for u in s.unsur}
    minimum = 0
    while (kode := find_cheapest(sub, biaya, minimum)) is not None:
        batas = sum(biaya[k] for k in kode)
        kode = _most_for(sub, biaya, batas) or kode
        nilai = sum(score_set(s, kode) for s in sub)
        yield Pilihan(nilai, sum(biaya[k] for k in kode), tuple(k for k in biaya if k in kode))
        minimum = nilai + 1


def _most_for(sub: Sequence[SubRakit], biaya: Mapping[str, int], batas: int) -> frozenset[str] | None:
    """The steps of the highest score that cost at most `batas`."""
    lembar = build_program(sub, biaya)
    program = lembar.program
    program.at_least({n: -program.biaya[n] for n in lembar.langkah.values()}, -batas)
    program.biaya = [-lembar.nilai.get(n, 0) for n in range(len(program.biaya))]
    jawaban = solve(program)
    return None if jawaban is None or not jawaban.terbukti else lembar.chosen(jawaban)
