"""A node with two main parents."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import daftar
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Named in a list, or the same id given twice with different parents."""
    if len(ix.menurut_id) == len(ix.simpul) and not any(s.induk_ganda for s in ix.simpul):
        return
    induk: dict[str, set[str]] = {}
    for s in ix.simpul:
        induk.setdefault(s.id, set()).update(i for i in (s.induk, *s.induk_ganda) if i is not None)
    for ident, daftar_induk in induk.items():
        if len(daftar_induk) > 1:
            pesan = f"Simpul ini punya {len(daftar_induk)} induk utama ({daftar(sorted(daftar_induk))}). "
            yield Lapor(ident, pesan + "Pilih satu; catat yang lain sebagai simpul yang didukung.")


ATURAN = Aturan(
    kode="POH012",
    tingkat=TingkatTemuan.GALAT,
    judul="Dua induk utama",
    alasan=(
        "Satu simpul punya satu induk utama; hasil lain yang ikut ditopang dicatat sebagai dukungan. "
        "Dengan dua induk utama, capaian dan anggarannya terhitung dua kali."
    ),
    perbaikan="Pilih satu induk utama; pindahkan yang lain ke simpul yang didukung.",
    dasar=LANGKAH_3,
    bidang="induk",
    contoh_buruk=contoh(
        "Kepala bidang A1 berinduk utama S1 dan S2",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "S2", "level": "sasaran", "pernyataan": "Meningkatnya kepatuhan pajak"},
        {"id": "A1", "induk": ["S1", "S2"], "level": "eselon III"},
    ),
    contoh_baik=contoh(
        "A1 berinduk S1 dan mendukung S2",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "S2", "level": "sasaran", "pernyataan": "Meningkatnya kepatuhan pajak"},
        {"id": "A1", "induk": "S1", "induk_lain": ["S2"], "level": "eselon III"},
    ),
    periksa=periksa,
    periksa_ke=(16,),
)
