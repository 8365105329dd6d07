"""No formula, where others have one."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import IKU, PENGUMPULAN, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The form has the column where at least half of the indicators of a level fill it."""
    for _, semua in ix.per_tingkat():
        kosong = [t for t in semua if t.indikator.rumus is None]
        for t in kosong if len(kosong) * 2 <= len(semua) else ():
            yield Lapor(t.simpul.id, f"Rumus {kutip(t.indikator.nama)} belum diisi.", t.indikator.nama)


ATURAN = Aturan(
    kode="IND019",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Rumus belum diisi",
    alasan=(
        "Tanpa rumus, dua orang menghitung indikator yang sama dengan hasil berbeda. Formulir yang tidak "
        "punya kolom rumus tidak dinilai."
    ),
    perbaikan="Tulis rumusnya: pembilang, penyebut, dan pengalinya.",
    dasar=f"{PENGUMPULAN}; {IKU}",
    bidang="rumus",
    contoh_buruk=contoh(
        "Satu dari dua indikator tanpa rumus",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"nama": "Indeks mutu layanan", "rumus": "Rata-rata skor"},
                {"nama": "Persentase aduan selesai"},
            ],
        },
    ),
    contoh_baik=contoh(
        "Keduanya berumus",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"nama": "Indeks mutu layanan", "rumus": "Rata-rata skor"},
                {"nama": "Persentase aduan selesai", "rumus": "aduan selesai / aduan masuk x 100"},
            ],
        },
    ),
    periksa=periksa,
    periksa_ke=(15,),
)
