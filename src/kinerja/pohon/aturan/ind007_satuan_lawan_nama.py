"""A unit that contradicts the first word of the name."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import Ukuran, leading_measure, measure_of
from kinerja.kata.muat import words
from kinerja.kata.satuan import PERSEN
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, Terbaca
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan

_BERSATUAN = (Ukuran.PERSEN, Ukuran.JUMLAH, Ukuran.INDEKS, Ukuran.PREDIKAT)


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """The unit of its own field, else the one printed with the target."""
    for t in ix.terbaca:
        alasan = None if t.satuan is None or t.ukuran not in _BERSATUAN else _conflict(t)
        if alasan is not None:
            pesan = f"Satuan {t.indikator.satuan or t.satuan} tidak cocok dengan {kutip(t.indikator.nama)}: {alasan}."
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


def _conflict(t: Terbaca) -> str | None:
    awal = leading_measure(t.indikator.nama)
    if awal is None or t.satuan is None:
        return None
    kata, ukuran = awal
    if ukuran is Ukuran.PERSEN and kata != "proporsi" and t.satuan != PERSEN:
        return f"{kata} bersatuan %"
    if ukuran is Ukuran.JUMLAH and t.satuan in words("satuan", "bukan_jumlah") and _is_plain_count(t):
        return f"{kata} tidak bersatuan {t.satuan}"
    if ukuran in (Ukuran.INDEKS, Ukuran.PREDIKAT) and t.satuan in words("satuan", "hanya_hitungan"):
        return f"{kata} tidak dihitung dengan {t.satuan}"
    return None


def _is_plain_count(t: Terbaca) -> bool:
    """Not "jumlah persentase ...", which says both."""
    sisa = " ".join(t.normal.split()[1:3])
    return measure_of(sisa) is not Ukuran.PERSEN


ATURAN = Aturan(
    kode="IND007",
    tingkat=TingkatTemuan.GALAT,
    judul="Satuan tidak cocok dengan nama indikator",
    alasan=(
        "Kata pertama nama menyebut ukurannya: Persentase bersatuan %, Jumlah tidak pernah %, Indeks dan "
        "Predikat bukan cacah. Bila bertentangan, angka realisasi dapat dibaca dengan dua cara."
    ),
    perbaikan="Perbaiki satuannya, atau ganti kata pertamanya sesuai yang benar diukur.",
    dasar=SMART,
    bidang="satuan",
    contoh_buruk=contoh(
        "Persentase pelaku usaha berdaya saing, satuan Kelompok",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Persentase pelaku usaha berdaya saing", "satuan": "Kelompok"}],
        },
    ),
    contoh_baik=contoh(
        "Persentase pelaku usaha berdaya saing, satuan %",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"nama": "Persentase pelaku usaha berdaya saing", "satuan": "%"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(10,),
    kategori=("H",),
)
