"""A child that repeats its parent's statement."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import normal
from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Case, signs and spelling variants do not make a difference."""
    for s, pernyataan in ix.berkondisi:
        induk = ix.induk_of(s)
        if induk is not None and induk.pernyataan and normal(pernyataan) == normal(induk.pernyataan):
            pesan = (
                f"Pernyataan {kutip(pernyataan)} sama dengan induknya ({induk.id}). "
                "Tulis kondisi yang membuat induk tercapai."
            )
            yield Lapor(s.id, pesan)


ATURAN = Aturan(
    kode="POH007",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Pernyataan disalin dari induk",
    alasan=(
        "Simpul anak menjawab apa yang harus terjadi agar induknya tercapai. Bila kalimatnya sama, tidak "
        "ada yang diuraikan."
    ),
    perbaikan="Tulis kondisi yang menyebabkan induk tercapai, atau gabungkan kedua simpul.",
    dasar=LANGKAH_3,
    bidang="pernyataan",
    contoh_buruk=contoh(
        "Tujuan dan sasarannya sama-sama: Terkendalinya penyakit hewan menular",
        {"id": "T1", "level": "tujuan", "pernyataan": "Terkendalinya penyakit hewan menular"},
        {
            "id": "S1",
            "induk": "T1",
            "level": "sasaran",
            "pernyataan": "Terkendalinya penyakit hewan menular.",
        },
    ),
    contoh_baik=contoh(
        "Tujuan: Terkendalinya penyakit hewan menular; sasaran: Meningkatnya cakupan vaksinasi ternak",
        {"id": "T1", "level": "tujuan", "pernyataan": "Terkendalinya penyakit hewan menular"},
        {
            "id": "S1",
            "induk": "T1",
            "level": "sasaran",
            "pernyataan": "Meningkatnya cakupan vaksinasi ternak",
        },
    ),
    periksa=periksa,
    periksa_ke=(18,),
)
