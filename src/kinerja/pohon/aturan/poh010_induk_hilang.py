"""A parent that the tree does not have."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The id of the parent is looked up as it is written."""
    for s in ix.simpul:
        if s.induk is not None and s.induk not in ix.menurut_id:
            yield Lapor(s.id, f'Induk "{s.induk}" tidak ada pada pohon ini. Pilih induk yang ada.')


ATURAN = Aturan(
    kode="POH010",
    tingkat=TingkatTemuan.GALAT,
    judul="Induk tidak ada",
    alasan=(
        "Simpul yang menunjuk induk yang tidak ada terlepas dari pohon: capaiannya tidak menjelaskan "
        "hasil apa pun."
    ),
    perbaikan="Pilih induk yang ada, atau tambahkan simpul induknya.",
    dasar=LANGKAH_3,
    bidang="induk",
    contoh_buruk=contoh(
        "Simpul A1 menunjuk induk C9 yang tidak ada",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        {"id": "A1", "induk": "C9", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
    ),
    contoh_baik=contoh(
        "Simpul A1 menunjuk induk C1",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        {"id": "A1", "induk": "C1", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
    ),
    periksa=periksa,
    periksa_ke=(16,),
    kategori=("J",),
)
