"""A node without a statement among nodes that have one."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A level that never prints statements stays silent; an empty text is told always."""
    for satu, simpul in ix.menurut_tingkat.items():
        ada = any(s.pernyataan for s in simpul)
        for s in simpul:
            if s.pernyataan == "" or (ada and s.pernyataan is None):
                yield Lapor(
                    s.id,
                    f"Simpul {tingkat(satu)} ini belum berpernyataan. Tulis kondisi yang hendak dicapai.",
                )


ATURAN = Aturan(
    kode="POH005",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Simpul tanpa pernyataan",
    alasan=(
        "Tanpa pernyataan tidak diketahui kondisi apa yang diukur indikatornya. Aturan ini diam bila "
        "seluruh tingkat itu memang tidak mencetak pernyataan."
    ),
    perbaikan="Isi pernyataan, atau hapus simpulnya.",
    dasar=LANGKAH_3,
    bidang="pernyataan",
    contoh_buruk=contoh(
        "Dua sasaran, satu di antaranya kosong",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "S2", "level": "sasaran", "pernyataan": ""},
    ),
    contoh_baik=contoh(
        "Kedua sasaran berpernyataan",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "S2", "level": "sasaran", "pernyataan": "Meningkatnya kepatuhan pajak"},
    ),
    periksa=periksa,
)
