"""A level that a branch leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.model import RANTAI, Tingkat
from kinerja.pohon.sebut import awal, daftar, tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Only levels that the tree uses elsewhere count as left out."""
    for s in ix.simpul:
        induk = ix.induk_of(s)
        if induk is None or s.tingkat is None or induk.tingkat is None:
            continue
        lewat = [t for t in _between(induk.tingkat, s.tingkat) if t in ix.menurut_tingkat]
        if lewat:
            pesan = f"{awal(s.tingkat)} langsung di bawah {tingkat(induk.tingkat)} ({induk.id})"
            yield Lapor(s.id, f"{pesan}; terlewat: {daftar(map(tingkat, lewat))}.")


@cache
def _between(atas: Tingkat, bawah: Tingkat) -> tuple[Tingkat, ...]:
    for rantai in RANTAI.values():
        if atas in rantai and bawah in rantai:
            return rantai[rantai.index(atas) + 1 : rantai.index(bawah)]
    return ()


ATURAN = Aturan(
    kode="POH018",
    tingkat=TingkatTemuan.SARAN,
    judul="Tingkat terlewat",
    alasan=(
        "Langkah yang dilewati menyembunyikan syarat antara: dari hasil langsung ke keluaran tidak "
        "terlihat mengapa keluaran itu yang dipilih."
    ),
    perbaikan="Tambahkan simpul pada tingkat yang terlewat.",
    dasar=LANGKAH_3,
    bidang="tingkat",
    contoh_buruk=contoh(
        "Keluaran K2 langsung di bawah faktor kunci, padahal cabang lain memakai kondisi antara",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        {"id": "A1", "induk": "C1", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
        {"id": "K1", "induk": "A1", "level": "output", "pernyataan": "Balita menerima makanan tambahan"},
        {
            "id": "K2",
            "induk": "C1",
            "level": "output",
            "pernyataan": "Ibu hamil menerima tablet tambah darah",
        },
    ),
    contoh_baik=contoh(
        "Kedua keluaran di bawah kondisi antara",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        {"id": "A1", "induk": "C1", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
        {"id": "K1", "induk": "A1", "level": "output", "pernyataan": "Balita menerima makanan tambahan"},
        {"id": "K2", "induk": "A1", "level": "output", "pernyataan": "Kader menimbang balita tiap bulan"},
    ),
    periksa=periksa,
)
