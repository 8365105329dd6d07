"""An indicator that is a condition, not a measure."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import indicator_state_of
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """By the form of the first word."""
    for t in ix.terbaca:
        kata = indicator_state_of(t.indikator.nama)
        if kata is not None:
            pesan = (
                f'Indikator {kutip(t.indikator.nama)} berbunyi kondisi ("{kata}") dan tidak terukur. '
                "Tulis ukurannya."
            )
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND006",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Indikator berbunyi kondisi, tidak terukur",
    alasan=(
        "Terlaksananya atau Meningkatnya adalah kalimat sasaran. Sebagai indikator, jawabannya hanya ya "
        "atau tidak dan tidak menunjukkan seberapa."
    ),
    perbaikan="Ubah menjadi ukuran: Terlaksananya layanan menjadi Persentase layanan yang selesai tepat waktu.",
    dasar=SMART,
    bidang="indikator",
    contoh_buruk=contoh(
        "Terselenggaranya pelayanan informasi",
        {"id": "S1", "level": "eselon III", "indikator": [{"nama": "Terselenggaranya pelayanan informasi"}]},
    ),
    contoh_baik=contoh(
        "Persentase permohonan informasi yang dijawab tepat waktu",
        {
            "id": "S1",
            "level": "eselon III",
            "indikator": [{"nama": "Persentase permohonan informasi yang dijawab tepat waktu"}],
        },
    ),
    periksa=periksa,
)
