"""A node for which nobody answers, on a tree that names owners."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_5, PERAN_HASIL, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A tree on which most nodes name no owner is not ready for it; nor is one before step 5."""
    tanpa = [s for s in ix.simpul if s.pemilik is None and s.unit is None]
    if not tanpa or len(tanpa) * 2 > len(ix.simpul):
        return
    for s in tanpa:
        langkah = ix.langkah_of(s)
        if langkah is None or langkah >= 5:
            yield Lapor(
                s.id,
                f"Simpul {tingkat(s.tingkat)} ini belum berpemilik. Tunjuk jabatan yang bertanggung jawab.",
            )


ATURAN = Aturan(
    kode="POH054",
    tingkat=TingkatTemuan.SARAN,
    judul="Simpul tanpa pemilik",
    alasan="Setiap kondisi perlu satu jabatan yang menjawab ketika tidak tercapai.",
    perbaikan="Tunjuk jabatan atau unit pemiliknya.",
    dasar=f"{LANGKAH_5}; {PERAN_HASIL}",
    bidang="pemilik",
    contoh_buruk=contoh(
        "Dari dua simpul, satu tanpa pemilik",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting", "pemilik": "Kepala Bidang"},
        {"id": "A1", "induk": "C1", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
    ),
    contoh_baik=contoh(
        "Kedua simpul punya pemilik",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting", "pemilik": "Kepala Bidang"},
        {
            "id": "A1",
            "induk": "C1",
            "level": "kondisi antara",
            "pernyataan": "Balita gizi kurang tertangani",
            "pemilik": "Kepala Seksi",
        },
    ),
    periksa=periksa,
)
