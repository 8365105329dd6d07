"""Siblings with exactly the same indicators."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import PERAN_HASIL, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks
from kinerja.pohon.sebut import daftar
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Two indicators or more; one shared indicator proves nothing."""
    for _, anak in ix.saudara():
        pertama: dict[tuple[str, ...], str] = {}
        for s in anak:
            nama = tuple(sorted({t.normal for t in ix.per_simpul.get(s.id, ())}))
            if len(nama) < 2:
                continue
            kembar = pertama.setdefault(nama, s.id)
            if kembar != s.id:
                isi = daftar(i.nama for i in s.indikator[:2])
                yield Lapor(
                    s.id,
                    f"Semua indikatornya sama dengan {kembar} ({isi}). Bagi menurut tugas masing-masing.",
                )


ATURAN = Aturan(
    kode="POH031",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Dua simpul bersaudara berindikator sama semua",
    alasan=(
        "Dua unit dengan daftar indikator yang persis sama tidak dapat dibedakan kinerjanya; biasanya "
        "hasil salin-tempel."
    ),
    perbaikan="Bagi indikatornya menurut tugas masing-masing, atau sebutkan wilayahnya.",
    dasar=PERAN_HASIL,
    bidang="indikator",
    contoh_buruk=contoh(
        "Dua seksi dengan dua indikator yang persis sama",
        {"id": "E1", "level": "eselon III"},
        {
            "id": "F1",
            "induk": "E1",
            "level": "eselon IV",
            "indikator": [{"nama": "Persentase dokter hadir"}, {"nama": "Rata-rata waktu tunggu"}],
        },
        {
            "id": "F2",
            "induk": "E1",
            "level": "eselon IV",
            "indikator": [{"nama": "Persentase dokter hadir"}, {"nama": "Rata-rata waktu tunggu"}],
        },
    ),
    contoh_baik=contoh(
        "Dua seksi dengan indikatornya sendiri",
        {"id": "E1", "level": "eselon III"},
        {
            "id": "F1",
            "induk": "E1",
            "level": "eselon IV",
            "indikator": [{"nama": "Persentase dokter hadir"}, {"nama": "Rata-rata waktu tunggu"}],
        },
        {
            "id": "F2",
            "induk": "E1",
            "level": "eselon IV",
            "indikator": [
                {"nama": "Persentase alat medik siap pakai"},
                {"nama": "Rata-rata waktu tunggu obat"},
            ],
        },
    ),
    periksa=periksa,
    periksa_ke=(18,),
    kategori=("J",),
)
