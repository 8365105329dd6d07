"""A result that is worded as an output."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import output_of
from kinerja.pohon.bentuk import LANGKAH_1, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip, tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Only levels of result; an output is in place further down."""
    for s, pernyataan in ix.berkondisi:
        kata = output_of(pernyataan) if s.tingkat is not None and s.tingkat.hasil else None
        if kata is not None:
            pesan = (
                f'Pernyataan {tingkat(s.tingkat)} {kutip(pernyataan)} menyebut keluaran ("{kata}"). '
                "Tulis perubahan yang diharapkan dari keluaran itu."
            )
            yield Lapor(s.id, pesan)


ATURAN = Aturan(
    kode="POH002",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Pernyataan hasil menyebut keluaran",
    alasan=(
        "Tujuan, sasaran, hasil, dan faktor kunci menyatakan perubahan yang dirasakan penerima manfaat. "
        "Tersusunnya dokumen atau terlaksananya acara baru menunjukkan bahwa pekerjaan selesai."
    ),
    perbaikan=(
        "Tanyakan untuk apa keluaran itu dibuat, lalu tulis jawabannya sebagai kondisi. Pindahkan "
        "keluarannya ke tingkat di bawahnya."
    ),
    dasar=LANGKAH_1,
    bidang="pernyataan",
    contoh_buruk=contoh(
        "Sasaran: Tersusunnya dokumen perencanaan",
        {"id": "S1", "level": "sasaran", "pernyataan": "Tersusunnya dokumen perencanaan"},
    ),
    contoh_baik=contoh(
        "Sasaran: Meningkatnya keselarasan perencanaan dan penganggaran; keluaran: Tersusunnya dokumen perencanaan",
        {"id": "S1", "level": "sasaran", "pernyataan": "Meningkatnya keselarasan perencanaan"},
        {"id": "K1", "induk": "S1", "level": "keluaran", "pernyataan": "Tersusunnya dokumen perencanaan"},
    ),
    periksa=periksa,
    periksa_ke=(16,),
)
