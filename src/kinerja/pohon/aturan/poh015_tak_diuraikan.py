"""A result that nothing below supports."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_2, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.model import SimpulPohon, Tingkat
from kinerja.pohon.sebut import awal, kutip, tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A tree that has nothing below its results at all is told once; steps 1 and 2 are not finished yet."""
    ujung = [s for s in ix.simpul if _should_go_on(ix, s)]
    terdalam = max((t.urutan for t in ix.menurut_tingkat), default=0)
    if ujung and all(t.hasil for t in ix.menurut_tingkat if t.urutan == terdalam):
        dalam = next(t for t in ix.menurut_tingkat if t.urutan == terdalam)
        pesan = f"Pohon berhenti di tingkat {tingkat(dalam)}: tidak ada simpul di bawahnya. Uraikan sampai keluaran."
        yield Lapor(None, pesan)
        return
    for s in ujung:
        isi = "" if not s.pernyataan else f" {kutip(s.pernyataan)}"
        yield Lapor(s.id, f"{awal(s.tingkat)}{isi} tidak diuraikan: tidak ada simpul di bawahnya.")


def _should_go_on(ix: Indeks, simpul: SimpulPohon) -> bool:
    if (
        simpul.tingkat is None
        or not simpul.tingkat.hasil
        or ix.anak.get(simpul.id)
        or ix.pendukung.get(simpul.id)
    ):
        return False
    langkah = ix.langkah_of(simpul)
    return langkah is None or langkah >= 3 or simpul.tingkat not in (Tingkat.HASIL, Tingkat.CSF)


ATURAN = Aturan(
    kode="POH015",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Hasil tidak diuraikan ke bawah",
    alasan=(
        "Hasil tanpa simpul di bawahnya tidak punya penjelasan bagaimana ia dicapai dan siapa yang "
        "mengerjakannya: penjenjangan berhenti sebelum eselon III."
    ),
    perbaikan="Uraikan menjadi faktor kunci dan kondisi antara, atau tunjuk eselon III yang mendukungnya.",
    dasar=LANGKAH_2,
    bidang="induk",
    contoh_buruk=contoh(
        "Sasaran S2 tidak punya simpul di bawahnya",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "S2", "level": "sasaran", "pernyataan": "Meningkatnya kepatuhan pajak"},
        {"id": "E1", "induk": "S1", "level": "eselon III"},
    ),
    contoh_baik=contoh(
        "E1 juga mendukung S2",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya mutu layanan"},
        {"id": "S2", "level": "sasaran", "pernyataan": "Meningkatnya kepatuhan pajak"},
        {"id": "E1", "induk": "S1", "induk_lain": ["S2"], "level": "eselon III"},
    ),
    periksa=periksa,
    periksa_ke=(16,),
    kategori=("J",),
)
