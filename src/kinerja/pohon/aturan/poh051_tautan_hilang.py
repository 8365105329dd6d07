"""A link to a code that the plan does not have."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_5, NOMENKLATUR, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import daftar
from kinerja.pohon.temuan import TingkatTemuan

JENIS = ("program", "kegiatan", "sub_kegiatan")


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Silent where the codes of the plan are not known."""
    sah = ix.pohon.kode_rencana
    if sah is None:
        return
    for s in ix.simpul:
        hilang = [
            f"{jenis.replace('_', ' ')} {s.tautan[jenis]}"
            for jenis in JENIS
            if s.tautan.get(jenis, "") not in sah | {""}
        ]
        if hilang:
            yield Lapor(
                s.id, f"Tautan {daftar(hilang)} tidak ada di rencana yang berlaku. Pilih kode yang ada."
            )


ATURAN = Aturan(
    kode="POH051",
    tingkat=TingkatTemuan.GALAT,
    judul="Tautan menunjuk kode yang tidak ada di rencana",
    alasan=(
        "Simpul yang diterjemahkan harus menunjuk program, kegiatan, atau sub kegiatan yang ada pada "
        "Renstra atau Renja yang berlaku; bila tidak, pekerjaannya tidak beranggaran."
    ),
    perbaikan="Pilih kode dari rencana yang berlaku, atau tambahkan programnya lewat perubahan rencana.",
    dasar=f"{LANGKAH_5}; {NOMENKLATUR}",
    bidang="tautan",
    contoh_buruk=contoh(
        "Keluaran menunjuk program 2.11.99, sedangkan rencana hanya memuat 2.11.03",
        {"id": "K1", "level": "output", "pernyataan": "Titik buangan liar ditutup", "program": "2.11.99"},
        kode_rencana=["2.11.03"],
    ),
    contoh_baik=contoh(
        "Keluaran menunjuk program 2.11.03",
        {"id": "K1", "level": "output", "pernyataan": "Titik buangan liar ditutup", "program": "2.11.03"},
        kode_rencana=["2.11.03"],
    ),
    periksa=periksa,
    periksa_ke=(16,),
    kategori=("J",),
)
