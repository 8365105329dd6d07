"""One sheet scored exactly, for every instrument that comes with the library.

    python -m bench instrumen

The peer adds the same sheet up in plain floats, without range, explanation or refusal; the results are
compared before a time is printed.
"""

import random
import statistics
import time
from collections.abc import Callable

from bench.baris import Row
from kinerja.instrumen import HasilSkor, Instrumen, list_ids, load, score
from kinerja.instrumen.model import Cara

BATAS_MS = 0.2
LEMBAR = 200


def build_lembar(instrumen: Instrumen) -> list[dict[str, str]]:
    """Random full sheets, the same in every run."""
    acak = random.Random(88)
    pilihan = {b.kode: instrumen.skala[b.skala].kode for b in instrumen.penilaian if b.skala is not None}
    return [{kode: acak.choice(daftar) for kode, daftar in pilihan.items()} for _ in range(LEMBAR)]


def plain_total(instrumen: Instrumen) -> Callable[[dict[str, str]], float]:
    """The loop one would write with floats, its tables made beforehand."""
    butir = []
    for sub in instrumen.sub:
        rata = sub.cara is Cara.RATA
        for b in [sub] if sub.berjawaban else sub.anak:
            bobot = float(sub.bobot or 0) / len(sub.anak) if rata else float(b.bobot or 0)
            nilai = {k: float(n) * bobot for k, n in instrumen.skala[b.skala or ""].tabel.items()}
            butir.append((sub.kode, b.kode, nilai))
    bulat = any(sub.bulat for sub in instrumen.sub)

    def add_up(lembar: dict[str, str]) -> float:
        per_sub: dict[str, float] = {}
        for sub, kode, nilai in butir:
            per_sub[sub] = per_sub.get(sub, 0.0) + nilai[lembar[kode]]
        return sum(round(v + 1e-9, 2) if bulat else v for v in per_sub.values())

    return add_up


def median_ms(call: Callable[[dict[str, str]], object], lembar: list[dict[str, str]]) -> float:
    """Median time of one sheet over several passes."""
    habis = []
    for _ in range(7):
        mulai = time.perf_counter()
        for satu in lembar:
            call(satu)
        habis.append((time.perf_counter() - mulai) / len(lembar) * 1000)
    return statistics.median(habis)


def score_fully(instrumen: Instrumen) -> Callable[[dict[str, str]], HasilSkor]:
    """Score with predikat and range, as a page needs them."""

    def call(lembar: dict[str, str]) -> HasilSkor:
        hasil = score(instrumen, lembar)
        _ = hasil.predikat, hasil.kisaran
        return hasil

    return call


def run() -> list[Row]:
    """The rows for the table of `make bench`."""
    rows = []
    for id_ in list_ids():
        instrumen = load(id_)
        if instrumen.gabungan is not None:
            continue
        lembar, kami, biasa = build_lembar(instrumen), score_fully(instrumen), plain_total(instrumen)
        for satu in lembar:
            total = kami(satu).total
            if total is None or abs(float(total) - biasa(satu)) > 1e-6:
                raise AssertionError(f"{id_}: totals differ")
        ms, ms_biasa = median_ms(kami, lembar), median_ms(biasa, lembar)
        nama = f"skor satu lembar {id_} ({len(instrumen.penilaian)} jawaban)"
        rows.append(
            Row(
                nama, f"{ms:.3f} ms", f"batas {BATAS_MS} ms; float {ms_biasa:.3f} ms", f"{BATAS_MS / ms:.1f}x"
            )
        )
    return rows


if __name__ == "__main__":
    for row in run():
        print(f"{row.name:<64} {row.ours:>12} {row.peer:>34} {row.ratio:>8}")
