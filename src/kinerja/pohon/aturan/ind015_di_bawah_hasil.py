"""A target worse than the last result."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.arah import known_direction, worse
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Only the target of the tree's year is compared."""
    for t in ix.terbaca:
        hasil = t.indikator.hasil_terakhir
        arah = None if hasil is None else known_direction(t.indikator)
        if hasil is not None and arah is not None and worse(ix, t.target, hasil, arah):
            pesan = (
                f"Target {kutip(t.indikator.nama)} {t.target} lebih buruk daripada hasil terakhir {hasil}."
            )
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND015",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Target lebih buruk daripada hasil terakhir",
    alasan="Target di bawah yang sudah dicapai tahun lalu tidak menantang, kecuali ada alasan yang tertulis.",
    perbaikan="Naikkan targetnya, atau tulis alasan mengapa hasil tahun lalu tidak dapat dipertahankan.",
    dasar=SMART,
    bidang="target",
    contoh_buruk=contoh(
        "Hasil tahun lalu 81, target tahun ini 80",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Indeks kepuasan masyarakat", "hasil_terakhir": "81", "target": "80"}],
        },
    ),
    contoh_baik=contoh(
        "Hasil tahun lalu 81, target tahun ini 82",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Indeks kepuasan masyarakat", "hasil_terakhir": "81", "target": "82"}],
        },
    ),
    periksa=periksa,
)
