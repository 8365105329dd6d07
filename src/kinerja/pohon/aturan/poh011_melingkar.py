"""Nodes that are their own ancestor."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Only the nodes of the ring itself, not those that hang below it."""
    for ident in ix.melingkar:
        induk = ix.menurut_id[ident].induk
        yield Lapor(
            ident, f'Simpul ini menjadi leluhur dirinya sendiri lewat induk "{induk}". Pilih induk lain.'
        )


ATURAN = Aturan(
    kode="POH011",
    tingkat=TingkatTemuan.GALAT,
    judul="Induk melingkar",
    alasan=(
        "Simpul yang menjadi leluhur dirinya sendiri tidak punya hasil akhir; pohonnya tidak dapat "
        "digambar dan dihitung."
    ),
    perbaikan="Putuskan lingkarannya: pilih induk yang lebih dekat ke hasil akhir.",
    dasar=LANGKAH_3,
    bidang="induk",
    contoh_buruk=contoh(
        "A1 berinduk A2, dan A2 berinduk A1",
        {"id": "A1", "induk": "A2", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
        {"id": "A2", "induk": "A1", "level": "kondisi antara", "pernyataan": "Ibu hamil mendapat gizi cukup"},
    ),
    contoh_baik=contoh(
        "A1 dan A2 berinduk C1",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        {"id": "A1", "induk": "C1", "level": "kondisi antara", "pernyataan": "Balita gizi kurang tertangani"},
        {"id": "A2", "induk": "C1", "level": "kondisi antara", "pernyataan": "Ibu hamil mendapat gizi cukup"},
    ),
    periksa=periksa,
    periksa_ke=(16,),
)
