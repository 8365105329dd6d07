"""A name that does not say what is measured."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import indicator_activity_of, indicator_state_of
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Activities and conditions are told by IND005 and IND006."""
    for t in ix.terbaca:
        nama = t.indikator.nama
        if t.ukuran is None and indicator_activity_of(nama) is None and indicator_state_of(nama) is None:
            pesan = (
                f"Indikator {kutip(nama)} tidak menyebut ukuran. Awali dengan persentase, jumlah, indeks, "
                "atau lainnya."
            )
            yield Lapor(t.simpul.id, pesan, nama)


ATURAN = Aturan(
    kode="IND022",
    tingkat=TingkatTemuan.SARAN,
    judul="Nama indikator tidak menyebut ukuran",
    alasan=(
        "Nama tanpa kata ukuran (Persentase, Jumlah, Indeks, Rata-rata) menyisakan tebakan tentang apa "
        "yang dihitung."
    ),
    perbaikan="Awali nama dengan ukurannya.",
    dasar=SMART,
    bidang="indikator",
    contoh_buruk=contoh(
        "Kepuasan pegawai terhadap layanan",
        {"id": "S1", "level": "eselon III", "indikator": [{"nama": "Kepuasan pegawai terhadap layanan"}]},
    ),
    contoh_baik=contoh(
        "Indeks kepuasan pegawai terhadap layanan",
        {
            "id": "S1",
            "level": "eselon III",
            "indikator": [{"nama": "Indeks kepuasan pegawai terhadap layanan"}],
        },
    ),
    periksa=periksa,
)
