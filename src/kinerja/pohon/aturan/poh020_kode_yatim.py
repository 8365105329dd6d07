"""An indicator code that grows out of no code above."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, natural
from kinerja.pohon.kode import is_numbered, rooted
from kinerja.pohon.sebut import daftar, kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Only dotted numbers are read as codes that grow; trees whose upper levels carry none are left alone."""
    for s in ix.berkode:
        if s.tingkat is None:
            continue
        atas = ix.kode_per_tingkat[s.tingkat.urutan]
        kode = [i.kode for i in s.indikator if i.kode is not None and is_numbered(i.kode)] if atas else []
        yatim = sorted({k for k in kode if not rooted(k, atas)}, key=natural)
        if yatim:
            nama = kutip(next(i.nama for i in s.indikator if i.kode == yatim[0]))
            pesan = (
                f"Kode {daftar(yatim)} yatim: tidak ada kode induknya di tingkat atas (antara lain {nama})."
            )
            yield Lapor(s.id, f"{pesan} Perbaiki kodenya atau tambahkan indikator induk.")


ATURAN = Aturan(
    kode="POH020",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Kode indikator tanpa induk",
    alasan=(
        "Kode berjenjang menunjukkan hasil mana yang ditopang: 1.1.1 menopang 1.1. Kode yang awalannya "
        "tidak ada di tingkat atas tidak menopang apa pun, atau salah ketik."
    ),
    perbaikan="Perbaiki kodenya, atau tambahkan indikator induknya di tingkat atas.",
    dasar=LANGKAH_3,
    bidang="kode",
    contoh_buruk=contoh(
        "Eselon III memakai kode 5.1, padahal sasaran hanya berkode 1.1 dan 1.2",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"kode": "1.1", "nama": "Indeks mutu layanan"},
                {"kode": "1.2", "nama": "Persentase aduan yang selesai"},
            ],
        },
        {
            "id": "E1",
            "induk": "S1",
            "level": "eselon III",
            "indikator": [{"kode": "5.1", "nama": "Persentase dokumen keuangan yang akurat"}],
        },
    ),
    contoh_baik=contoh(
        "Eselon III memakai kode 1.2.1",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [
                {"kode": "1.1", "nama": "Indeks mutu layanan"},
                {"kode": "1.2", "nama": "Persentase aduan yang selesai"},
            ],
        },
        {
            "id": "E1",
            "induk": "S1",
            "level": "eselon III",
            "indikator": [{"kode": "1.2.1", "nama": "Persentase aduan yang dijawab sehari"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(16,),
    kategori=("J",),
)
