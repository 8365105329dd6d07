"""The way to a predikat: one unit, a question "what if", the whole curve, and a government of forty units.

    python -m bench jalan

The peer is HiGHS given the same question as one whole-number program, as one would write it; efforts are
compared before a time is printed.
"""

import random
import statistics
import time
from fractions import Fraction

from bench.baris import Row, in_ms, median_seconds
from kinerja.instrumen import Instrumen, load
from kinerja.jalan import HasilKota, OpdKota, Soal, SoalKota, Ubah, plan, plan_kota, solver, what_if
from kinerja.jalan import rencana_kota as kota_modul
from kinerja.jalan.kota import rakit_kota
from kinerja.jalan.muka import group_frontier
from kinerja.jalan.pilihan import enumerate_pilihan
from kinerja.jalan.rakit import rakit

LEMBAR = 15
OPD = {"utama": 16, "pendukung": 10, "tambahan": 14}
BATAS_OPD, BATAS_ANDAI, BATAS_KOTA = 0.3, 0.05, 5.0


def build_soal(instrumen: Instrumen, acak: random.Random) -> Soal:
    """A sheet around predikat B with random efforts and a few prerequisites, some across sub-components."""
    kriteria = [k.kode for b in instrumen.penilaian for k in instrumen.kriteria(b.kode)]
    biaya = {k: acak.randint(2, 90) for k in kriteria}
    pasangan = [sorted(acak.sample(range(len(kriteria)), 2)) for _ in range(5)]
    return Soal(
        instrumen,
        "A",
        terpenuhi={k: acak.random() < 0.72 for k in kriteria},
        biaya=biaya,
        istimewa={
            b.kode: {"A": acak.randint(15, 40), "AA": acak.randint(40, 90)} for b in instrumen.penilaian
        },
        butuh={kriteria[b]: (kriteria[a],) for a, b in pasangan},
    )


def forget() -> None:
    """Plan as for a sheet never seen before."""
    group_frontier.cache_clear()
    enumerate_pilihan.cache_clear()


def solve_with_highs(soal: Soal) -> Fraction:
    """The same question as one program: effort only, no reasons, no other ways."""
    rakitan = rakit(soal)
    satuan = {k: int(rakitan.biaya[k] * rakitan.skala_biaya) for k in rakitan.jangkauan.terbuka}
    kode = solver.find_cheapest(rakitan.sub, satuan, rakitan.minimum)
    if kode is None:
        raise AssertionError("the sheets of this benchmark can reach their target")
    return rakitan.cost(tuple(kode))


def time_sheets(lembar: list[Soal]) -> tuple[float, float, float]:
    """Median seconds of a full plan, of HiGHS alone, and of one change to a plan that stands."""
    penuh, highs, andai = [], [], []
    for soal in lembar:
        forget()
        mulai = time.perf_counter()
        hasil = plan(soal)
        penuh.append(time.perf_counter() - mulai)
        mulai = time.perf_counter()
        if solve_with_highs(soal) != hasil.biaya:
            raise AssertionError("the two solvers differ")
        highs.append(time.perf_counter() - mulai)
        ubah = Ubah(tanpa=frozenset(hasil.kode[-1:]), biaya={"1.c.1": 33})
        mulai = time.perf_counter()
        what_if(soal, ubah, dasar=hasil)
        andai.append(time.perf_counter() - mulai)
    return statistics.median(penuh), statistics.median(highs), statistics.median(andai)


def build_kota(acak: random.Random) -> SoalKota:
    """Forty units in three clusters, and the government's own sheet."""
    unit, instansi = load("akip-88-2021-unit"), load("akip-88-2021-instansi")
    opd = tuple(
        OpdKota(f"{klaster} {n}", klaster, build_soal(unit, acak))
        for klaster, banyak in OPD.items()
        for n in range(banyak)
    )
    return SoalKota(load("akip-88-2021-gabungan"), "A", build_soal(instansi, acak), opd)


def time_kota(soal: SoalKota) -> tuple[HasilKota, float, str]:
    """Our plan and its seconds, and what HiGHS has proven when the limit is over."""
    forget()
    mulai = time.perf_counter()
    hasil = plan_kota(soal)
    kami = time.perf_counter() - mulai
    kota = rakit_kota(soal)
    mulai = time.perf_counter()
    lain = kota_modul.choose_highs(kota, kota.ambang, BATAS_KOTA)
    detik = time.perf_counter() - mulai
    if lain is None:
        return hasil, kami, f"HiGHS {detik:.1f} s, tanpa hasil"
    biaya, bawah = Fraction(lain.biaya, kota.skala_biaya), Fraction(lain.batas_bawah, kota.skala_biaya)
    if not bawah <= hasil.biaya <= biaya:
        raise AssertionError("the two solvers differ")
    return hasil, kami, f"HiGHS {detik:.1f} s, celah {float(100 * (1 - bawah / biaya)):.3f}%"


def run() -> list[Row]:
    """The rows for the table of `make bench`."""
    acak = random.Random(88)
    lembar = [build_soal(load("akip-88-2021-unit"), acak) for _ in range(LEMBAR)]
    # The solver's library is loaded once per process; that is not part of a plan.
    median_seconds(lambda: plan(lembar[0]), 1)
    penuh, highs, andai = time_sheets(lembar)
    hasil, kota, pembanding = time_kota(build_kota(acak))
    celah = f"celah {float(100 * hasil.celah):.3f}%" if hasil.celah else "terbukti"
    return [
        Row(
            "jalan ke A satu OPD: rencana, dua bukti, lima pilihan lain",
            in_ms(penuh),
            f"HiGHS saja {in_ms(highs)}; batas 300 ms",
            f"{BATAS_OPD / penuh:.1f}x",
        ),
        Row(
            "andai satu langkah dan satu upaya berubah",
            in_ms(andai),
            "batas 50 ms",
            f"{BATAS_ANDAI / andai:.1f}x",
        ),
        Row(
            f"jalan ke A kota {sum(OPD.values())} OPD ({celah})",
            f"{kota:.2f} s",
            pembanding,
            f"{BATAS_KOTA / kota:.1f}x",
        ),
    ]


if __name__ == "__main__":
    for row in run():
        print(f"{row.name:<60} {row.ours:>12} {row.peer:>34} {row.ratio:>8}")
