"""A name that was cut off."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import tokens
from kinerja.kata.muat import words
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A joining word at the end, or a bracket left open."""
    sambung = words("henti", "terpotong")
    for t in ix.terbaca:
        nama = t.indikator.nama
        kata = tokens(nama)
        if (len(kata) > 2 and kata[-1] in sambung) or nama.count("(") > nama.count(")"):
            yield Lapor(t.simpul.id, f"Nama indikator {kutip(nama)} tampak terpotong. Lengkapi.", nama)


ATURAN = Aturan(
    kode="IND021",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Nama indikator terpotong",
    alasan=(
        "Nama yang berakhir dengan kata sambung atau kurung yang tidak ditutup terpotong saat diketik "
        "atau disalin; artinya tidak utuh."
    ),
    perbaikan="Lengkapi namanya dari dokumen asli.",
    dasar=SMART,
    bidang="indikator",
    contoh_buruk=contoh(
        "Jumlah daerah yang termonitor keberadaan orang asing di",
        {
            "id": "S1",
            "level": "eselon III",
            "indikator": [{"nama": "Jumlah daerah yang termonitor keberadaan orang asing di"}],
        },
    ),
    contoh_baik=contoh(
        "Jumlah daerah yang termonitor keberadaan orang asing",
        {
            "id": "S1",
            "level": "eselon III",
            "indikator": [{"nama": "Jumlah daerah yang termonitor keberadaan orang asing"}],
        },
    ),
    periksa=periksa,
)
