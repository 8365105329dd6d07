"""A node without an indicator."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_4, RENCANA, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.model import SimpulPohon, Tingkat
from kinerja.pohon.sebut import kutip, tingkat
from kinerja.pohon.temuan import TingkatTemuan

_TANPA_UKURAN = frozenset({Tingkat.VISI, Tingkat.MISI, Tingkat.STRATEGI})
_SEKALI = 3


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A tree that has not reached step 4 has no indicators yet."""
    for satu, simpul in ix.menurut_tingkat.items():
        if satu in _TANPA_UKURAN:
            continue
        kosong = [s for s in simpul if not s.indikator and _due(ix, s)]
        if len(kosong) == len(simpul) >= _SEKALI:
            yield Lapor(
                None,
                f"Tidak satu pun {tingkat(satu)} berindikator ({len(simpul)} simpul). Rumuskan indikatornya.",
            )
            continue
        for s in kosong:
            isi = s.pernyataan or s.pemilik
            sebutan = "" if not isi else f" {kutip(isi)}"
            yield Lapor(s.id, f"Simpul {tingkat(satu)}{sebutan} belum berindikator. Rumuskan indikatornya.")


def _due(ix: Indeks, simpul: SimpulPohon) -> bool:
    langkah = ix.langkah_of(simpul)
    return langkah is None or langkah >= 4


ATURAN = Aturan(
    kode="IND001",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Simpul tanpa indikator",
    alasan=(
        "Kondisi yang tidak diukur tidak dapat dinyatakan tercapai. Bila seluruh tingkat tidak "
        "berindikator (sering: tujuan), hal itu dikatakan sekali saja."
    ),
    perbaikan="Rumuskan sedikitnya satu indikator yang menunjukkan kondisinya tercapai.",
    dasar=f"{LANGKAH_4}; {RENCANA}",
    bidang="indikator",
    contoh_buruk=contoh(
        "Sasaran tanpa indikator",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
    ),
    contoh_baik=contoh(
        "Sasaran dengan satu indikator",
        {"id": "S1", "level": "sasaran", "indikator": [{"nama": "Indeks mutu layanan"}]},
    ),
    periksa=periksa,
    periksa_ke=(16,),
)
