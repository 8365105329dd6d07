"""Two measures in one indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kinerja.kata import conditions_in, second_measure, tokens
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan

_SERTA = re.compile(r"\bserta\s+(?:penyusunan|pembuatan|pelaksanaan|evaluasi)\b", re.IGNORECASE)


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A second measure word, a second condition, or an activity added with "serta"."""
    for t in ix.terbaca:
        nama = t.indikator.nama
        kedua = second_part_of(nama)
        if kedua is not None:
            pesan = f'Indikator {kutip(nama)} memuat dua ukuran (yang kedua: "{kedua}"). Pecah menjadi dua indikator.'
            yield Lapor(t.simpul.id, pesan, nama)


@lru_cache(maxsize=65_536)
def second_part_of(nama: str) -> str | None:
    """The words with which a second measure starts."""
    kedua = second_measure(nama)
    if kedua is not None:
        return kedua
    serta = _SERTA.search(nama)
    if serta is not None:
        return serta[0]
    kondisi = conditions_in(nama) if len(tokens(nama)) > 5 else ()
    return kondisi[1] if len(kondisi) > 1 else None


ATURAN = Aturan(
    kode="IND010",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Dua ukuran dalam satu indikator",
    alasan=(
        "Satu indikator menghasilkan satu angka. Dua ukuran yang digabung memaksa orang memilih salah "
        "satu atau merata-ratakan dua hal yang tidak sejenis."
    ),
    perbaikan="Pecah menjadi dua indikator dengan satuan dan target masing-masing.",
    dasar=SMART,
    bidang="indikator",
    contoh_buruk=contoh(
        "Persentase sekolah terakreditasi dan jumlah guru bersertifikat",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Persentase sekolah terakreditasi dan jumlah guru bersertifikat"}],
        },
    ),
    contoh_baik=contoh(
        "Persentase sekolah terakreditasi",
        {"id": "S1", "level": "sasaran", "indikator": [{"nama": "Persentase sekolah terakreditasi"}]},
    ),
    periksa=periksa,
    periksa_ke=(11,),
)
