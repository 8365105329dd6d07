"""A name that speaks of years gone by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan

_TAHUN = re.compile(r"\b20[0-9]{2}\b")
_TERLAMA = 2


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Work of this year reports on the year before; only older years are told."""
    tahun = ix.pohon.tahun
    if tahun is None:
        return
    for t in ix.terbaca:
        sebutan = _TAHUN.findall(t.indikator.nama) if "20" in t.indikator.nama else ()
        if sebutan and max(map(int, sebutan)) <= tahun - _TERLAMA:
            pesan = (
                f"Indikator {kutip(t.indikator.nama)} menyebut tahun {sebutan[-1]} pada pohon tahun "
                f"{tahun}. Perbarui."
            )
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


ATURAN = Aturan(
    kode="IND024",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Indikator menyebut tahun yang sudah lama lewat",
    alasan=(
        "Indikator tahun ini yang seluruhnya menyebut dua tahun lalu atau lebih biasanya disalin dari "
        "dokumen lama."
    ),
    perbaikan="Perbarui tahunnya, atau hapus tahun dari nama indikator agar berlaku setiap tahun.",
    dasar=SMART,
    bidang="indikator",
    contoh_buruk=contoh(
        "Pohon 2016: Persentase diselesaikannya laporan tahun 2014",
        {
            "id": "S1",
            "level": "eselon IV",
            "indikator": [{"nama": "Persentase diselesaikannya laporan tahun 2014"}],
        },
        tahun=2016,
    ),
    contoh_baik=contoh(
        "Pohon 2016: Persentase laporan yang selesai tepat waktu",
        {
            "id": "S1",
            "level": "eselon IV",
            "indikator": [{"nama": "Persentase laporan yang selesai tepat waktu"}],
        },
        tahun=2016,
    ),
    periksa=periksa,
    periksa_ke=(3,),
)
