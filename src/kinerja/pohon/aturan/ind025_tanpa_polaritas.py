"""No polarity, where others have one."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import IKU, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The form has the column where at least half of the indicators of a level fill it."""
    for _, semua in ix.per_tingkat():
        kosong = [t for t in semua if t.indikator.polaritas is None]
        for t in kosong if len(kosong) * 2 <= len(semua) else ():
            yield Lapor(t.simpul.id, f"Polaritas {kutip(t.indikator.nama)} belum diisi.", t.indikator.nama)


ATURAN = Aturan(
    kode="IND025",
    tingkat=TingkatTemuan.SARAN,
    judul="Polaritas belum diisi",
    alasan=(
        "Tanpa arah, capaian dihitung dengan anggapan makin besar makin baik, yang terbalik untuk "
        "kematian, kemiskinan, atau waktu tunggu."
    ),
    perbaikan="Pilih arahnya: makin besar, makin kecil, atau stabil.",
    dasar=IKU,
    bidang="polaritas",
    contoh_buruk=contoh(
        "Satu dari dua indikator tanpa polaritas",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"nama": "Indeks mutu layanan", "polaritas": "maks"},
                {"nama": "Rata-rata waktu tunggu"},
            ],
        },
    ),
    contoh_baik=contoh(
        "Keduanya berpolaritas",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"nama": "Indeks mutu layanan", "polaritas": "maks"},
                {"nama": "Rata-rata waktu tunggu", "polaritas": "min"},
            ],
        },
    ),
    periksa=periksa,
)
