"""A result measured by what the office produces."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import activity_count_of, output_count_of
from kinerja.pohon.bentuk import LANGKAH_4, TINGKAT_IKU, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip, tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Counts of activities are told by IND004."""
    for t in ix.terbaca:
        satu = t.simpul.tingkat
        if satu is None or not satu.hasil or activity_count_of(t.indikator.nama) is not None:
            continue
        kata = output_count_of(t.indikator.nama)
        if kata is not None:
            pesan = f'Indikator {tingkat(satu)} {kutip(t.indikator.nama)} mengukur keluaran ("{kata}"). Ukur hasilnya.'
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND003",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Indikator keluaran pada tingkat hasil",
    alasan=(
        "Tujuan, sasaran, hasil, dan faktor kunci diukur dengan perubahan pada penerima manfaat. Jumlah "
        "dokumen, izin, atau orang yang dilayani dapat naik tanpa hasil apa pun."
    ),
    perbaikan="Ukur akibat keluaran itu; pindahkan indikator keluarannya ke tingkat di bawah.",
    dasar=f"{TINGKAT_IKU}; {LANGKAH_4}",
    bidang="indikator",
    contoh_buruk=contoh(
        "Sasaran: Jumlah laporan hasil rapat yang disusun",
        {"id": "S1", "level": "sasaran", "indikator": [{"nama": "Jumlah laporan hasil rapat yang disusun"}]},
    ),
    contoh_baik=contoh(
        "Sasaran: Persentase keputusan rapat yang ditindaklanjuti tepat waktu",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Persentase keputusan rapat yang ditindaklanjuti tepat waktu"}],
        },
    ),
    periksa=periksa,
)
