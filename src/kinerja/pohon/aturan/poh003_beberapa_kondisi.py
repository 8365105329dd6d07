"""More than one condition in one node."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import conditions_in
from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import daftar, kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A second "-nya" after a comma or "dan", or a numbered list."""
    for s, pernyataan in ix.berkondisi:
        kondisi = conditions_in(pernyataan)
        if len(kondisi) > 1:
            pesan = (
                f"Pernyataan {kutip(pernyataan)} memuat {len(kondisi)} kondisi ({daftar(kondisi)}). "
                "Pecah menjadi satu simpul untuk tiap kondisi."
            )
            yield Lapor(s.id, pesan)


ATURAN = Aturan(
    kode="POH003",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Satu simpul memuat beberapa kondisi",
    alasan=(
        "Satu simpul dengan dua kondisi tidak dapat diuraikan dan diukur dengan tegas: yang satu dapat "
        "tercapai sementara yang lain tidak."
    ),
    perbaikan="Pecah menjadi satu simpul untuk tiap kondisi, masing-masing dengan indikatornya.",
    dasar=LANGKAH_3,
    bidang="pernyataan",
    contoh_buruk=contoh(
        "Sasaran: Meningkatnya mutu layanan dan terwujudnya tertib administrasi",
        {
            "id": "S1",
            "level": "sasaran",
            "pernyataan": "Meningkatnya mutu layanan dan terwujudnya tertib administrasi",
        },
    ),
    contoh_baik=contoh(
        "Sasaran: Meningkatnya mutu layanan dan ketertiban administrasi",
        {
            "id": "S1",
            "level": "sasaran",
            "pernyataan": "Meningkatnya mutu layanan dan ketertiban administrasi",
        },
    ),
    periksa=periksa,
)
