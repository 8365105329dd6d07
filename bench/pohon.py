"""Every rule over a plan of 5,000 nodes.

    python -m bench pohon

The bound is what the issue allows for one plan; the rules must see the faults that are built in, or no time is
printed. "Pertama kali" reads every wording anew, as a fresh process does; after that wordings are remembered.
"""

import functools
import gc
import time
from types import ModuleType

from bench.baris import Row
from bench.halaman import cpu_seconds
from kinerja import kata
from kinerja.kata import arah, keluaran, majemuk, rumusan, satuan, teks, ukuran
from kinerja.pohon import IndikatorPohon, Pohon, SimpulPohon, Temuan, Tingkat, all_aturan, lint

SIMPUL = 5_000
BATAS_MS = 500
_LAPIS = (
    (Tingkat.HASIL, 1, "Meningkatnya mutu layanan {n}", "Indeks mutu layanan {n}", "Indeks"),
    (Tingkat.CSF, 6, "Menurunnya keluhan warga {n}", "Persentase warga puas atas layanan {n}", "%"),
    (Tingkat.KONDISI_ANTARA, 6, "Layanan {n} sesuai standar", "Persentase layanan {n} sesuai standar", "%"),
    (Tingkat.KELUARAN, 6, "Petugas layanan {n} terlatih", "Jumlah petugas layanan {n} yang dilatih", "Orang"),
    (Tingkat.OPERASIONAL, 22, "Petugas wilayah {n} hadir", "Jumlah petugas wilayah {n} yang hadir", "Orang"),
)


def build_pohon(jumlah: int = SIMPUL) -> Pohon:
    """A tree with five levels, different wordings throughout, and a fault at every 500th node."""
    simpul: list[SimpulPohon] = []
    atas: list[str | None] = [None]
    for tingkat, cabang, pernyataan, nama, unit in _LAPIS:
        ini: list[str | None] = []
        for induk in atas:
            for _ in range(cabang):
                n = len(simpul)
                if n >= jumlah:
                    break
                salah = n % 500 == 499
                simpul.append(
                    SimpulPohon(
                        id=f"N{n}",
                        induk=induk,
                        tingkat=tingkat,
                        pernyataan="Melaksanakan rapat" if salah else pernyataan.format(n=n),
                        pemilik=f"Kepala Seksi {n % 40}",
                        indikator=(IndikatorPohon(nama.format(n=n), satuan=unit, target=f"{n % 97},5"),),
                    )
                )
                ini.append(f"N{n}")
        atas = ini
    return Pohon(tuple(simpul), opd="Contoh", tahun=2026, langkah=5)


def forget() -> None:
    """Empty what the word rules remember."""
    modules: tuple[ModuleType, ...] = (kata, arah, keluaran, majemuk, rumusan, satuan, teks, ukuran)
    for module in modules:
        for function in vars(module).values():
            if isinstance(function, functools._lru_cache_wrapper):
                function.cache_clear()


def check(temuan: tuple[Temuan, ...]) -> None:
    """The built-in faults, all of them."""
    salah = sum(t.kode == "POH001" for t in temuan)
    if salah != SIMPUL // 500:
        raise AssertionError(f"{salah} faults found, {SIMPUL // 500} built in")


def first_seconds(pohon: Pohon) -> float:
    """Processor time of one run with nothing remembered; other work of the machine does not count."""
    forget()
    gc.collect()
    mulai = time.process_time()
    lint(pohon)
    return time.process_time() - mulai


def run() -> list[Row]:
    """The rows for the table of `make bench`."""
    pohon = build_pohon()
    check(lint(pohon))
    pertama = min(first_seconds(pohon) for _ in range(3)) * 1000
    lagi = cpu_seconds(lambda: lint(pohon)) * 1000
    nama = f"periksa pohon {len(pohon.simpul)} simpul, {len(all_aturan())} aturan"
    batas = f"batas {BATAS_MS} ms"
    return [
        Row(f"{nama}, pertama kali", f"{pertama:.0f} ms", batas, f"{BATAS_MS / pertama:.1f}x"),
        Row(f"{nama}, sesudahnya", f"{lagi:.0f} ms", batas, f"{BATAS_MS / lagi:.1f}x"),
    ]


if __name__ == "__main__":
    for row in run():
        print(f"{row.name:<64} {row.ours:>12} {row.peer:>34} {row.ratio:>8}")
