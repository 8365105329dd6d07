"""A statement too long to be read at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import conditions_in, tokens
from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.temuan import TingkatTemuan

BATAS_KATA = 30


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Several conditions in one are told by POH003 alone."""
    for s, pernyataan in ix.berkondisi:
        jumlah = len(tokens(pernyataan))
        if jumlah > BATAS_KATA and len(conditions_in(pernyataan)) < 2:
            yield Lapor(s.id, f"Pernyataan terdiri dari {jumlah} kata. Ringkas menjadi kondisinya saja.")


ATURAN = Aturan(
    kode="POH004",
    tingkat=TingkatTemuan.SARAN,
    judul="Pernyataan terlalu panjang",
    alasan=(
        "Kotak pohon dibaca sekilas. Pernyataan lebih dari 30 kata biasanya memuat cara, tempat, atau "
        "beberapa kondisi sekaligus."
    ),
    perbaikan="Sisakan kondisinya saja; cara dan tempat menjadi simpul di bawahnya.",
    dasar=LANGKAH_3,
    bidang="pernyataan",
    contoh_buruk=contoh(
        "Sasaran dengan 31 kata",
        {
            "id": "S1",
            "level": "sasaran",
            "pernyataan": "Meningkatnya mutu " + "layanan publik bagi warga " * 7 + "kota",
        },
    ),
    contoh_baik=contoh(
        "Sasaran: Meningkatnya mutu layanan publik",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan publik"},
    ),
    periksa=periksa,
)
