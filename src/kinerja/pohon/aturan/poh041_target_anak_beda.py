"""The same indicator with another target one level down."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import adds_up
from kinerja.nilai import JenisNilai
from kinerja.pohon.bentuk import PERAN_HASIL, PERJANJIAN, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, Terbaca
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Counts are shared out and judged by their sum (POH040)."""
    for anak, induk in ix.turunan:
        if anak.target is None or induk.target is None or anak.ukuran is not induk.ukuran:
            continue
        if adds_up(anak.indikator.nama) or (anak.satuan and induk.satuan and anak.satuan != induk.satuan):
            continue
        arah = _difference(ix, anak, induk)
        if arah is not None:
            pesan = f"Target {kutip(anak.indikator.nama)} di sini {anak.target}, {arah} di induknya "
            pesan += f"({induk.simpul.id}: {induk.target}). Samakan dengan target tahun berjalan."
            yield Lapor(anak.simpul.id, pesan, anak.indikator.nama)


def _difference(ix: Indeks, anak: Terbaca, induk: Terbaca) -> str | None:
    satu, dua = ix.nilai(anak.target), ix.nilai(induk.target)
    if satu.angka is not None and dua.angka is not None:
        if satu.angka == dua.angka:
            return None
        return "lebih tinggi daripada" if satu.angka > dua.angka else "lebih rendah daripada"
    ordinal = satu.jenis is JenisNilai.ORDINAL and dua.jenis is JenisNilai.ORDINAL
    beda = (anak.target or "").casefold().split() != (induk.target or "").casefold().split()
    return "berbeda dari" if ordinal and beda else None


ATURAN = Aturan(
    kode="POH041",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Target anak berbeda dari target induk untuk indikator yang sama",
    alasan=(
        "Indeks, persentase, dan predikat yang sama di dua tingkat hanya punya satu target pada satu "
        "tahun. Anak yang lebih tinggi atau lebih rendah biasanya memakai target tahun lain."
    ),
    perbaikan="Samakan dengan target tahun berjalan pada induk, atau sebutkan bagian yang diukur anak.",
    dasar=f"{PERJANJIAN}; {PERAN_HASIL}",
    bidang="target",
    contoh_buruk=contoh(
        "Nilai evaluasi: sasaran menargetkan B, eselon III menargetkan A",
        {"id": "S1", "level": "sasaran", "indikator": [{"nama": "Predikat evaluasi kinerja", "target": "B"}]},
        {
            "id": "E1",
            "induk": "S1",
            "level": "eselon III",
            "indikator": [{"nama": "Predikat evaluasi kinerja", "target": "A"}],
        },
    ),
    contoh_baik=contoh(
        "Keduanya menargetkan A",
        {"id": "S1", "level": "sasaran", "indikator": [{"nama": "Predikat evaluasi kinerja", "target": "A"}]},
        {
            "id": "E1",
            "induk": "S1",
            "level": "eselon III",
            "indikator": [{"nama": "Predikat evaluasi kinerja", "target": "A"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(17, 3),
    kategori=("J",),
)
