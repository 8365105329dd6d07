"""An indicator that is an activity, not a measure."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import indicator_activity_of
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The first word decides."""
    for t in ix.terbaca:
        kata = indicator_activity_of(t.indikator.nama)
        if kata is not None:
            pesan = (
                f'Indikator {kutip(t.indikator.nama)} berbunyi kegiatan ("{kata}"). Tulis ukurannya: '
                "persentase, jumlah, indeks."
            )
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND005",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Indikator berbunyi kegiatan",
    alasan=(
        "Indikator adalah ukuran. Penyusunan laporan atau Menghitung kasus adalah pekerjaan; tidak "
        "diketahui apa yang dihitung dan kapan dianggap tercapai."
    ),
    perbaikan="Awali dengan ukurannya: Persentase, Jumlah, Indeks, Rata-rata; sebutkan apa yang dihitung.",
    dasar=SMART,
    bidang="indikator",
    contoh_buruk=contoh(
        "Penyusunan kebutuhan alat kedokteran",
        {"id": "S1", "level": "eselon IV", "indikator": [{"nama": "Penyusunan kebutuhan alat kedokteran"}]},
    ),
    contoh_baik=contoh(
        "Persentase alat kedokteran yang siap pakai",
        {
            "id": "S1",
            "level": "eselon IV",
            "indikator": [{"nama": "Persentase alat kedokteran yang siap pakai"}],
        },
    ),
    periksa=periksa,
)
