"""One id for two nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Counted over the whole tree."""
    if len(ix.menurut_id) == len(ix.simpul):
        return
    for ident, jumlah in Counter(s.id for s in ix.simpul).items():
        if jumlah > 1:
            yield Lapor(ident, f'Id "{ident}" dipakai {jumlah} simpul. Beri id yang berbeda.')


ATURAN = Aturan(
    kode="POH013",
    tingkat=TingkatTemuan.GALAT,
    judul="Id simpul dipakai dua kali",
    alasan="Id adalah pegangan simpul; bila ganda, anak-anaknya tidak tahu induk mana yang dimaksud.",
    perbaikan="Beri id yang berbeda, atau hapus salinannya.",
    dasar=LANGKAH_3,
    bidang="id",
    contoh_buruk=contoh(
        "Dua simpul ber-id S1",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya kepatuhan pajak"},
    ),
    contoh_baik=contoh(
        "Id S1 dan S2",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "S2", "level": "sasaran", "pernyataan": "Meningkatnya kepatuhan pajak"},
    ),
    periksa=periksa,
    periksa_ke=(16,),
)
