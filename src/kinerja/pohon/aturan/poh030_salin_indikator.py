"""An indicator that a child copies from its parent."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import PERAN_HASIL, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Compared with the main parent and with every node supported."""
    for t, induk in ix.turunan:
        if t.normal == induk.normal:
            pesan = (
                f"Indikator {kutip(t.indikator.nama)} sama dengan indikator {induk.simpul.id} di atasnya. "
            )
            yield Lapor(
                t.simpul.id, pesan + "Ukur sumbangan simpul ini, atau sebutkan bagiannya.", t.indikator.nama
            )


ATURAN = Aturan(
    kode="POH030",
    tingkat=TingkatTemuan.SARAN,
    judul="Indikator disalin dari induk",
    alasan=(
        "Anak mengukur sumbangannya sendiri kepada induk. Indikator yang sama di dua tingkat wajar bila "
        "anak memikul bagian wilayahnya (balai, UPTD), tidak wajar bila seksi memikul ukuran kepala "
        "dinas."
    ),
    perbaikan="Ukur kondisi yang menjadi tanggung jawab anak, atau sebutkan bagian wilayahnya.",
    dasar=PERAN_HASIL,
    bidang="indikator",
    contoh_buruk=contoh(
        "Kondisi antara memakai indikator faktor kuncinya",
        {"id": "C1", "level": "csf", "indikator": [{"nama": "Persentase lulusan yang bersertifikat"}]},
        {
            "id": "A1",
            "induk": "C1",
            "level": "kondisi antara",
            "indikator": [{"nama": "Persentase lulusan yang bersertifikat"}],
        },
    ),
    contoh_baik=contoh(
        "Kondisi antara mengukur syaratnya",
        {"id": "C1", "level": "csf", "indikator": [{"nama": "Persentase lulusan yang bersertifikat"}]},
        {
            "id": "A1",
            "induk": "C1",
            "level": "kondisi antara",
            "indikator": [{"nama": "Persentase pelatihan yang memakai kurikulum industri"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(18,),
    kategori=("J",),
)
