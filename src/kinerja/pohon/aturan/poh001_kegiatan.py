"""A statement that names doing something instead of the condition to be reached."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import activity_of
from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Levels with a nomenclature, and a vision or mission, are not judged."""
    for s, pernyataan in ix.berkondisi:
        kata = activity_of(pernyataan)
        if kata is not None:
            pesan = f'Pernyataan {kutip(pernyataan)} menyebut kegiatan ("{kata}"). Tulis kondisi yang hendak dicapai.'
            yield Lapor(s.id, pesan)


ATURAN = Aturan(
    kode="POH001",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Pernyataan berbunyi kegiatan",
    alasan=(
        "Simpul pohon kinerja, tujuan, dan sasaran adalah kondisi yang hendak dicapai. Pernyataan yang "
        "menyebut pekerjaan selalu dapat 'tercapai' dengan melakukan pekerjaannya, ada atau tidak ada "
        "hasilnya."
    ),
    perbaikan=(
        "Tulis keadaan sesudah pekerjaan itu berhasil, misalnya diawali Meningkatnya, Menurunnya, "
        "Terkendalinya, atau Terpenuhinya."
    ),
    dasar=LANGKAH_3,
    bidang="pernyataan",
    contoh_buruk=contoh(
        "Sasaran: Melaksanakan sosialisasi wawasan kebangsaan",
        {"id": "S1", "level": "sasaran", "pernyataan": "Melaksanakan sosialisasi wawasan kebangsaan"},
    ),
    contoh_baik=contoh(
        "Sasaran: Meningkatnya pemahaman wawasan kebangsaan",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya pemahaman wawasan kebangsaan"},
    ),
    periksa=periksa,
    periksa_ke=(16,),
)
