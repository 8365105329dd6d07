"""Bulk roll-up of ten million measurements, and explained achievements one at a time.

    python -m bench agregasi

The peer computes the same figures in the same run, and the results are compared before a time is printed.
"""

import statistics
import time
from collections.abc import Iterator
from decimal import Decimal

import numpy as np

from bench.baris import Row, in_ms, median_seconds
from kinerja.agregasi.vektor import Kolom, Rekap, roll_up
from kinerja.capaian import AturanCapaian, Polaritas, compute_capaian

BARIS, UNIT, TRIWULAN, BATAS = 10_000_000, 20_000, 4, 120.0
KELOMPOK = UNIT * TRIWULAN
POTONGAN = 1_000_000
SATUAN = 20_000


def build_kolom() -> tuple[Kolom, np.ndarray]:
    """Random formulas row by row, a tenth of the realisasi missing, some targets of zero; sorted groups."""
    acak = np.random.default_rng(20260101)
    target = acak.uniform(1, 100, BARIS).round(2)
    target[acak.random(BARIS) < 0.005] = 0.0
    realisasi = acak.uniform(0, 120, BARIS).round(2)
    realisasi[acak.random(BARIS) < 0.1] = np.nan
    rumus = acak.choice([0, 2, 3, 4], BARIS, p=[0.7, 0.2, 0.05, 0.05]).astype(np.uint8)
    kelompok = np.sort(acak.integers(0, KELOMPOK, BARIS, np.int32))
    return Kolom(target, realisasi, rumus, BATAS), kelompok


def roll_up_all(kolom: Kolom, kelompok: np.ndarray) -> tuple[Rekap, Rekap, Rekap]:
    """Unit x quarter, then units, then quarters."""
    rinci = roll_up(kolom, kelompok, KELOMPOK)
    nomor = np.arange(KELOMPOK)
    return rinci, rinci.fold(nomor // TRIWULAN, UNIT), rinci.fold(nomor % TRIWULAN, TRIWULAN)


def slices(
    kolom: Kolom, kelompok: np.ndarray
) -> Iterator[tuple[list[float], list[float], list[int], list[int]]]:
    """Plain lists, a million rows at a time so that they fit in memory."""
    for awal in range(0, BARIS, POTONGAN):
        bagian = slice(awal, awal + POTONGAN)
        target, realisasi = kolom.target[bagian].tolist(), kolom.realisasi[bagian].tolist()
        yield target, realisasi, kolom.rumus[bagian].tolist(), kelompok[bagian].tolist()


def time_both(kolom: Kolom, kelompok: np.ndarray) -> tuple[float, float, Rekap]:
    """Seconds of ours (median) and of the loop that one would write, and the loop's result.

    The two take turns, so that whatever else the machine does weighs on both. Making the lists is not
    counted.
    """
    jumlah, dihitung, wajib = [0.0] * KELOMPOK, [0] * KELOMPOK, [0] * KELOMPOK
    kami, python = [], 0.0
    for kolom_python in slices(kolom, kelompok):
        mulai = time.perf_counter()
        add_plain(*kolom_python, jumlah, dihitung, wajib)
        python += time.perf_counter() - mulai
        kami.append(median_seconds(lambda: roll_up_all(kolom, kelompok), 1))
    return statistics.median(kami), python, Rekap(np.array(jumlah), np.array(dihitung), np.array(wajib))


def add_plain(
    target: list[float],
    realisasi: list[float],
    rumus: list[int],
    kelompok: list[int],
    jumlah: list[float],
    dihitung: list[int],
    wajib: list[int],
) -> None:
    """Add the capped capaian of each row to its group."""
    for t, r, kode, g in zip(target, realisasi, rumus, kelompok, strict=True):
        wajib[g] += 1
        if r != r or t != t:
            continue
        if t == 0:
            if r == 0:
                c = 100.0
            elif kode in (2, 3) and r > 0:
                c = 0.0
            else:
                continue
        elif kode == 0:
            c = r / t * 100
        elif kode == 2:
            c = (2 * t - r) / t * 100
        elif kode == 3:
            c = t / r * 100 if r != 0 else 200.0
        else:
            c = max(0.0, 100 - abs(r - t) / t * 100)
        jumlah[g] += min(c, BATAS)
        dihitung[g] += 1


def check_equal(ours: Rekap, peer: Rekap) -> None:
    """Both sides must have computed the same thing."""
    if ours.n_dihitung.tolist() != peer.n_dihitung.tolist() or ours.n_wajib.tolist() != peer.n_wajib.tolist():
        raise AssertionError("counts differ")
    if not np.allclose(ours.jumlah, peer.jumlah, rtol=1e-9, atol=1e-6):
        raise AssertionError("sums differ")


def build_satuan() -> list[tuple[AturanCapaian, Decimal, Decimal]]:
    """Rules with a target and a realisasi each."""
    polaritas = (Polaritas.MAKS, Polaritas.MIN, Polaritas.MIN_B, Polaritas.STABIL)
    aturan = [AturanCapaian(p, batas=Decimal(120)) for p in polaritas]
    return [(aturan[n % 4], Decimal(1000 + n) / 100, Decimal(1100 + n // 2) / 100) for n in range(SATUAN)]


def explain_many(masukan: list[tuple[AturanCapaian, Decimal, Decimal]]) -> list[str]:
    """Achievements with their sentence, one by one."""
    return [str(compute_capaian(aturan=a, target=t, realisasi=r)) for a, t, r in masukan]


def run() -> list[Row]:
    """The rows for the table of `make bench`."""
    kolom, kelompok = build_kolom()
    urut, python, rekap_python = time_both(kolom, kelompok)
    check_equal(roll_up(kolom, kelompok, KELOMPOK), rekap_python)
    kocok = np.random.default_rng(7).permutation(BARIS)
    acak = Kolom(kolom.target[kocok], kolom.realisasi[kocok], kolom.rumus[kocok], BATAS)
    kelompok_acak = kelompok[kocok]
    acak_detik = median_seconds(lambda: roll_up_all(acak, kelompok_acak))
    check_equal(roll_up(acak, kelompok_acak, KELOMPOK), rekap_python)
    masukan = build_satuan()
    satuan = median_seconds(lambda: explain_many(masukan))
    peer = f"Python biasa {python:.2f} s"
    return [
        Row(
            "rekap 10 juta capaian ke 20.000 unit x 4 TW, baris urut",
            in_ms(urut),
            peer,
            f"{python / urut:.0f}x",
        ),
        Row("rekap yang sama, baris acak", in_ms(acak_detik), peer, f"{python / acak_detik:.0f}x"),
        Row(
            "capaian satu per satu dengan kalimat penjelasan",
            f"{SATUAN / satuan:,.0f}/s".replace(",", "."),
            "batas 20.000/s",
            f"{SATUAN / satuan / 20_000:.1f}x",
        ),
    ]


if __name__ == "__main__":
    for row in run():
        print(f"{row.name:<60} {row.ours:>12} {row.peer:>24} {row.ratio:>8}")
