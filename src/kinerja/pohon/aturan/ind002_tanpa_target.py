"""An indicator without a target."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.nilai import JenisNilai
from kinerja.pohon.bentuk import PERJANJIAN, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, Terbaca
from kinerja.pohon.sebut import kutip, tingkat
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Before step 4 there are no targets to miss."""
    perlu = [t for t in ix.terbaca if (langkah := ix.langkah_of(t.simpul)) is None or langkah >= 4]
    if not perlu:
        return
    if not any(_has_target(ix, t) for t in perlu):
        yield Lapor(
            None,
            f"Tidak satu pun dari {len(perlu)} indikator pada pohon ini bertarget. Isi target tahun berjalan.",
        )
        return
    for satu, semua in ix.per_tingkat():
        kosong = _missing(ix, semua)
        if len(kosong) == len(semua) > 1:
            yield Lapor(
                None,
                f"Tidak satu pun indikator {tingkat(satu)} bertarget ({len(semua)} indikator). Isi targetnya.",
            )
            continue
        for t in kosong:
            pesan = f"Indikator {kutip(t.indikator.nama)} belum bertarget. Isi, atau tulis alasan tidak ada target."
            yield Lapor(t.simpul.id, pesan, t.indikator.nama)


def _missing(ix: Indeks, semua: list[Terbaca]) -> list[Terbaca]:
    return [t for t in semua if not _has_target(ix, t) and ((n := ix.langkah_of(t.simpul)) is None or n >= 4)]


def _has_target(ix: Indeks, t: Terbaca) -> bool:
    return t.target is not None and ix.nilai(t.target).jenis is not JenisNilai.KOSONG


ATURAN = Aturan(
    kode="IND002",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Indikator tanpa target",
    alasan=(
        "Tanpa target tidak ada yang dapat dibandingkan dengan realisasi. Strip hanya boleh dengan "
        "keterangan bahwa tahun itu memang tidak ada target. Dokumen atau tingkat yang sama sekali tidak "
        "mencetak target dikatakan sekali saja."
    ),
    perbaikan="Isi target tahun berjalan, atau tulis alasan mengapa tahun ini tidak ada target.",
    dasar=PERJANJIAN,
    bidang="target",
    contoh_buruk=contoh(
        "Satu dari dua indikator tanpa target",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"nama": "Indeks mutu layanan", "target": "80"},
                {"nama": "Persentase aduan selesai", "target": "-"},
            ],
        },
    ),
    contoh_baik=contoh(
        "Kedua indikator bertarget",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"nama": "Indeks mutu layanan", "target": "80"},
                {"nama": "Persentase aduan selesai", "target": "95"},
            ],
        },
    ),
    periksa=periksa,
    periksa_ke=(9,),
    kategori=("E",),
)
