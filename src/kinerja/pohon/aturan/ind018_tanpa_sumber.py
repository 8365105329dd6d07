"""No data source, where others have one."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import IKU, PENGUMPULAN, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The form has the column where at least half of the indicators of a level fill it."""
    for _, semua in ix.per_tingkat():
        kosong = [t for t in semua if t.indikator.sumber is None]
        for t in kosong if len(kosong) * 2 <= len(semua) else ():
            yield Lapor(t.simpul.id, f"Sumber data {kutip(t.indikator.nama)} belum diisi.", t.indikator.nama)


ATURAN = Aturan(
    kode="IND018",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Sumber data belum diisi",
    alasan=(
        "Tanpa sumber, angkanya tidak dapat diperiksa dan berganti-ganti asal dari tahun ke tahun. "
        "Formulir yang tidak punya kolom sumber tidak dinilai."
    ),
    perbaikan="Tulis dari mana dan dari siapa datanya diperoleh.",
    dasar=f"{PENGUMPULAN}; {IKU}",
    bidang="sumber",
    contoh_buruk=contoh(
        "Satu dari dua indikator tanpa sumber",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"nama": "Indeks mutu layanan", "sumber": "Survei"},
                {"nama": "Persentase aduan selesai"},
            ],
        },
    ),
    contoh_baik=contoh(
        "Keduanya bersumber",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"nama": "Indeks mutu layanan", "sumber": "Survei"},
                {"nama": "Persentase aduan selesai", "sumber": "Aplikasi pengaduan"},
            ],
        },
    ),
    periksa=periksa,
)
