"""Documents compared with each other: every document with every other, all rules.

    python -m bench konsistensi

One set holds 40 documents of 50 rows of one office (780 pairs of documents); the other holds the same number
of documents for eight offices, which is what a file of a whole government looks like. A quarter of the names
is written otherwise in each document. The pairs and the planted difference are checked before a time is printed.
"""

import random
from functools import partial

from bench.baris import Row, median_seconds
from kinerja.periksa.dokumen import BarisDokumen, DokumenKinerja, JenisDokumen, check_kelompok, group_dokumen

DOKUMEN, BARIS, INSTANSI = 40, 50, 8
BATAS_MS = 3_000, 1_000
_UKURAN = ("Persentase", "Jumlah", "Indeks", "Tingkat", "Cakupan")
_TEKS = (
    "layanan sehat didik jalan jembatan desa pasar ternak ikan padi hutan air sampah taman wisata budaya seni "
    "arsip pustaka pegawai aset pajak retribusi investasi ekspor industri koperasi usaha buruh latih pemuda "
    "olahraga bencana kebakaran konflik gender anak lansia difabel rumah energi listrik tambang udara sungai "
    "pantai laut pelabuhan terminal bus kereta"
)
_KATA = _TEKS.split()
_JENIS = tuple(j for j in JenisDokumen if j is not JenisDokumen.PK_SALINAN)
_BEDA = "7,77%"


def build_dokumen(instansi: int, dokumen: int) -> list[DokumenKinerja]:
    """Documents of several offices, the same in every run; the first PK of each states one other target."""
    acak = random.Random(40)
    return [d for n in range(instansi) for d in _of_office(acak, f"Dinas {_KATA[n].title()}", dokumen)]


def _of_office(acak: random.Random, entitas: str, jumlah: int) -> list[DokumenKinerja]:
    nama = [f"{acak.choice(_UKURAN)} {' '.join(acak.sample(_KATA, 5))}" for _ in range(BARIS)]
    isi = [
        (n, f"Meningkatnya {acak.choice(_KATA)}", f"{acak.randint(10, 99)},{acak.randint(10, 99)}%")
        for n in nama
    ]
    hasil = []
    for n in range(jumlah):
        jenis = _JENIS[n % len(_JENIS)]
        baris = [
            BarisDokumen(
                _rewrite(acak, teks), sasaran=sasaran, target=target, realisasi=target, capaian="100"
            )
            for teks, sasaran, target in isi
        ]
        if n == 0:
            baris[0] = BarisDokumen(isi[0][0], sasaran=isi[0][1], target=_BEDA)
        acak.shuffle(baris)
        hasil.append(DokumenKinerja(f"{jenis.value} {n}", jenis, entitas, 2025, tuple(baris)))
    return hasil


def _rewrite(acak: random.Random, nama: str) -> str:
    kata = nama.split()
    if acak.random() < 0.25:
        del kata[acak.randrange(1, len(kata))]
    return " ".join(kata)


def compare_all(dokumen: list[DokumenKinerja]) -> tuple[int, int]:
    """How many pairs there are, and how many findings show the planted value."""
    hasil = [check_kelompok(k) for k in group_dokumen(dokumen)]
    beda = sum(_BEDA in (t.a[1], t.b[1]) for h in hasil for t in h.temuan)
    return sum(len(h.pasangan) for h in hasil), beda


def run() -> list[Row]:
    """The rows for the table of `make bench`."""
    hasil = []
    for instansi, batas in zip((1, INSTANSI), BATAS_MS, strict=True):
        dokumen = build_dokumen(instansi, DOKUMEN // instansi)
        pasangan, beda = compare_all(dokumen)
        per_instansi = DOKUMEN // instansi
        seharusnya = instansi * BARIS * per_instansi * (per_instansi - 1) // 2
        if pasangan < seharusnya * 98 // 100 or beda < instansi:
            raise AssertionError(
                f"{pasangan} of {seharusnya} pairs, {beda} differences for {instansi} offices"
            )
        ms = median_seconds(partial(compare_all, dokumen), times=3) * 1000
        nama = f"{DOKUMEN} dokumen x {BARIS} baris, {instansi} instansi ({pasangan} pasangan)"
        hasil.append(Row(nama, f"{ms:.0f} ms", f"batas {batas} ms", f"{batas / ms:.1f}x"))
    return hasil


if __name__ == "__main__":
    for row in run():
        print(f"{row.name:<64} {row.ours:>12} {row.peer:>34} {row.ratio:>8}")
