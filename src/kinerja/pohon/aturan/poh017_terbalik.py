"""A child at a higher level than its parent."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import awal, tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The same level below itself is allowed: a condition may rest on another."""
    for s in ix.simpul:
        induk = ix.induk_of(s)
        if induk is None or s.tingkat is None or induk.tingkat is None:
            continue
        if s.tingkat.urutan < induk.tingkat.urutan:
            pesan = f"{awal(s.tingkat)} berada di bawah {tingkat(induk.tingkat)} ({induk.id}). "
            yield Lapor(s.id, pesan + "Tukar letaknya atau perbaiki tingkatnya.")


ATURAN = Aturan(
    kode="POH017",
    tingkat=TingkatTemuan.GALAT,
    judul="Tingkat terbalik",
    alasan=(
        "Anak selalu lebih rinci daripada induknya. Sasaran di bawah program, atau hasil di bawah "
        "keluaran, membalik sebab dan akibat."
    ),
    perbaikan="Tukar letaknya, atau perbaiki tingkatnya.",
    dasar=LANGKAH_3,
    bidang="tingkat",
    contoh_buruk=contoh(
        "Faktor kunci C1 berinduk keluaran K1",
        {"id": "K1", "level": "output", "pernyataan": "Balita menerima makanan tambahan"},
        {"id": "C1", "induk": "K1", "level": "csf", "pernyataan": "Menurunnya stunting"},
    ),
    contoh_baik=contoh(
        "Keluaran K1 berinduk faktor kunci C1",
        {"id": "C1", "level": "csf", "pernyataan": "Menurunnya stunting"},
        {"id": "K1", "induk": "C1", "level": "output", "pernyataan": "Balita menerima makanan tambahan"},
    ),
    periksa=periksa,
    periksa_ke=(16,),
)
