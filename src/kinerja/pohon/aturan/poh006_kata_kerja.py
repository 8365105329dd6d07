"""An active verb of change where the condition itself is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import change_verb_of
from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Missions are worded with verbs and are not judged."""
    for s, pernyataan in ix.berkondisi:
        kata = change_verb_of(pernyataan)
        if kata is not None:
            pesan = f'Pernyataan {kutip(pernyataan)} diawali kata kerja aktif ("{kata}"). Tulis keadaannya.'
            yield Lapor(s.id, pesan)


ATURAN = Aturan(
    kode="POH006",
    tingkat=TingkatTemuan.SARAN,
    judul="Pernyataan memakai kata kerja aktif",
    alasan=(
        "Meningkatkan menyebut usaha, Meningkatnya menyebut keadaan. Keadaan dapat diperiksa pada akhir "
        "tahun; usaha tidak."
    ),
    perbaikan=(
        "Ganti kata kerja aktif dengan keadaannya: Meningkatkan menjadi Meningkatnya, Mewujudkan menjadi "
        "Terwujudnya."
    ),
    dasar=LANGKAH_3,
    bidang="pernyataan",
    contoh_buruk=contoh(
        "Sasaran: Meningkatkan partisipasi politik warga",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatkan partisipasi politik warga"},
    ),
    contoh_baik=contoh(
        "Sasaran: Meningkatnya partisipasi politik warga",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya partisipasi politik warga"},
    ),
    periksa=periksa,
)
