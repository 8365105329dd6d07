"""A result measured by counting activities or those who took part."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import activity_count_of
from kinerja.pohon.bentuk import LANGKAH_4, TINGKAT_IKU, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip, tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """At the levels of output such counts are in place."""
    for t in ix.terbaca:
        satu = t.simpul.tingkat
        if satu is None or not satu.hasil:
            continue
        kata = activity_count_of(t.indikator.nama)
        if kata is not None:
            pesan = (
                f'Indikator {tingkat(satu)} {kutip(t.indikator.nama)} menghitung kegiatan ("{kata}"). '
                "Ukur hasilnya."
            )
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND004",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Indikator menghitung kegiatan pada tingkat hasil",
    alasan="Banyaknya kegiatan atau peserta menunjukkan kesibukan, bukan hasil.",
    perbaikan="Ukur apa yang berubah sesudah kegiatan itu: pengetahuan, perilaku, kondisi.",
    dasar=f"{TINGKAT_IKU}; {LANGKAH_4}",
    bidang="indikator",
    contoh_buruk=contoh(
        "Sasaran: Jumlah peserta sosialisasi wawasan kebangsaan",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Jumlah peserta sosialisasi wawasan kebangsaan"}],
        },
    ),
    contoh_baik=contoh(
        "Sasaran: Indeks kerukunan antarwarga",
        {"id": "S1", "level": "sasaran", "indikator": [{"nama": "Indeks kerukunan antarwarga"}]},
    ),
    periksa=periksa,
)
