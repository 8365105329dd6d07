"""Support for a node that the tree does not have, or for itself."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The main parent named again as support adds nothing either, but does no harm."""
    for s in ix.simpul:
        for lain in s.induk_lain:
            if lain == s.id:
                yield Lapor(s.id, "Simpul ini mendukung dirinya sendiri. Hapus dukungannya.")
            elif lain not in ix.menurut_id:
                yield Lapor(
                    s.id, f'Simpul yang didukung, "{lain}", tidak ada pada pohon ini. Pilih simpul yang ada.'
                )


ATURAN = Aturan(
    kode="POH019",
    tingkat=TingkatTemuan.GALAT,
    judul="Simpul yang didukung tidak ada",
    alasan=(
        "Dukungan tambahan menunjuk hasil lain yang ikut ditopang. Bila hasil itu tidak ada, atau simpul "
        "itu sendiri, dukungannya tidak berarti."
    ),
    perbaikan="Pilih simpul yang ada, atau hapus dukungannya.",
    dasar=LANGKAH_3,
    bidang="induk",
    contoh_buruk=contoh(
        "E1 mendukung S9 yang tidak ada",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "E1", "induk": "S1", "induk_lain": ["S9"], "level": "eselon III"},
    ),
    contoh_baik=contoh(
        "E1 mendukung S2 yang ada",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "S2", "level": "sasaran", "pernyataan": "Meningkatnya kepatuhan pajak"},
        {"id": "E1", "induk": "S1", "induk_lain": ["S2"], "level": "eselon III"},
    ),
    periksa=periksa,
    periksa_ke=(16,),
)
