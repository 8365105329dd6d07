"""An indicator without a unit among others that have one."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import Ukuran, target_parts
from kinerja.nilai import JenisNilai
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, Terbaca
from kinerja.pohon.sebut import kutip, tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A level that prints no units, below others that do, is told once."""
    if all(t.satuan is None for t in ix.terbaca):
        return
    for satu, semua in ix.per_tingkat():
        perlu = [t for t in semua if t.satuan is None and _needs_unit(ix, t)]
        if len(perlu) > 1 and all(t.satuan is None for t in semua):
            yield Lapor(
                None,
                f"Tidak satu pun indikator {tingkat(satu)} bersatuan ({len(perlu)} indikator). Isi satuannya.",
            )
            continue
        for t in perlu:
            yield Lapor(
                t.simpul.id, f"Indikator {kutip(t.indikator.nama)} belum bersatuan.", t.indikator.nama
            )


def _needs_unit(ix: Indeks, t: Terbaca) -> bool:
    """Grades and indices need none; an empty target is told already; a compound one has several."""
    if t.ukuran in (Ukuran.PREDIKAT, Ukuran.INDEKS) or t.target is None or len(target_parts(t.target)) > 1:
        return False
    return ix.nilai(t.target).jenis not in (JenisNilai.ORDINAL, JenisNilai.KOSONG, JenisNilai.TEKS)


ATURAN = Aturan(
    kode="IND009",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Indikator tanpa satuan",
    alasan=(
        "Angka tanpa satuan tidak dapat dibaca: 5 buah dan 5% adalah dua hal. Predikat (WTP, BB, level "
        "III) tidak memerlukan satuan. Dokumen yang sama sekali tidak mencetak satuan tidak dinilai."
    ),
    perbaikan="Pilih satuan dari daftar, satu untuk tiap indikator.",
    dasar=SMART,
    bidang="satuan",
    contoh_buruk=contoh(
        "Satu dari dua indikator tanpa satuan",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"nama": "Persentase aduan selesai", "satuan": "%", "target": "95"},
                {"nama": "Jumlah kawasan usaha", "target": "5"},
            ],
        },
    ),
    contoh_baik=contoh(
        "Keduanya bersatuan",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"nama": "Persentase aduan selesai", "satuan": "%", "target": "95"},
                {"nama": "Jumlah kawasan usaha", "satuan": "Kawasan", "target": "5"},
            ],
        },
    ),
    periksa=periksa,
    periksa_ke=(10,),
    kategori=("H",),
)
