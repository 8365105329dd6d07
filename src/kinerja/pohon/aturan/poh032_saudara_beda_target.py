"""One indicator at several siblings, each with another target."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import PERAN_HASIL, SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, Terbaca
from kinerja.pohon.sebut import daftar, kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """An indicator of the parent that is shared out is judged by the sum (POH040)."""
    for induk, anak in ix.saudara():
        milik_induk = {t.normal for t in ix.per_simpul.get(induk.id, ())}
        pemakai: dict[str, list[Terbaca]] = {}
        for s in anak:
            for t in ix.per_simpul.get(s.id, ()):
                if t.target is not None and t.normal not in milik_induk:
                    pemakai.setdefault(t.normal, []).append(t)
        for semua in pemakai.values():
            if len({t.simpul.id for t in semua}) > 1 and len({t.target for t in semua}) > 1:
                rinci = daftar(f"{t.simpul.id}: {t.target}" for t in semua)
                akhir = semua[-1]
                pesan = (
                    f"Rumusan {kutip(akhir.indikator.nama)} dipakai {len(semua)} simpul bersaudara dengan "
                    "target berbeda "
                )
                pesan += f"({rinci}). Sebutkan bidang atau wilayah masing-masing."
                yield Lapor(akhir.simpul.id, pesan, akhir.indikator.nama)


ATURAN = Aturan(
    kode="POH032",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Satu rumusan di beberapa saudara, targetnya berbeda",
    alasan=(
        "Rumusan yang sama dengan target berbeda dan tanpa menyebut bagiannya biasanya salin-tempel: "
        "bidang atau wilayah pada rumusan belum diganti."
    ),
    perbaikan=(
        "Sebutkan bidang, wilayah, atau kelompok yang menjadi bagian tiap simpul pada rumusan indikatornya."
    ),
    dasar=f"{SMART}; {PERAN_HASIL}",
    bidang="indikator",
    contoh_buruk=contoh(
        "Dua bidang dengan rumusan yang menyebut bidang pertama, target 13 dan 16",
        {"id": "S1", "level": "sasaran", "indikator": [{"nama": "Nilai penilaian nasional"}]},
        {
            "id": "E1",
            "induk": "S1",
            "level": "eselon III",
            "indikator": [{"nama": "Jumlah OPD bidang pemerintahan yang patuh", "target": "13"}],
        },
        {
            "id": "E2",
            "induk": "S1",
            "level": "eselon III",
            "indikator": [{"nama": "Jumlah OPD bidang pemerintahan yang patuh", "target": "16"}],
        },
    ),
    contoh_baik=contoh(
        "Rumusan menyebut bidangnya masing-masing",
        {"id": "S1", "level": "sasaran", "indikator": [{"nama": "Nilai penilaian nasional"}]},
        {
            "id": "E1",
            "induk": "S1",
            "level": "eselon III",
            "indikator": [{"nama": "Jumlah OPD bidang pemerintahan yang patuh", "target": "13"}],
        },
        {
            "id": "E2",
            "induk": "S1",
            "level": "eselon III",
            "indikator": [{"nama": "Jumlah OPD bidang ekonomi yang patuh", "target": "16"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(17,),
    kategori=("J",),
)
