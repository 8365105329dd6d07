"""A code that belongs under another parent."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, natural
from kinerja.pohon.kode import is_numbered, rooted
from kinerja.pohon.sebut import daftar, kutip
from kinerja.pohon.temuan import TingkatTemuan


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """A code without any root above is told by POH020."""
    for s in ix.berkode:
        if s.tingkat is None:
            continue
        punya = {i.kode for a in ix.atasan_of(s) for i in a.indikator if i.kode is not None}
        atas = ix.kode_per_tingkat[s.tingkat.urutan]
        kode = {i.kode for i in s.indikator if i.kode is not None and is_numbered(i.kode)} if punya else set()
        lain = sorted((k for k in kode if rooted(k, atas) and not rooted(k, punya)), key=natural)
        if lain:
            nama = kutip(next(i.nama for i in s.indikator if i.kode == lain[0]))
            induk = f"{daftar(a.id for a in ix.atasan_of(s))}: {daftar(sorted(punya, key=natural))}"
            pesan = f"Kode {daftar(lain)} (antara lain {nama}) bukan turunan kode induknya ({induk})."
            yield Lapor(s.id, f"{pesan} Perbaiki kodenya atau catat simpul yang didukung.")


ATURAN = Aturan(
    kode="POH021",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Kode anak tidak berawalan kode induknya",
    alasan=(
        "Kode anak berawalan kode induk utamanya atau hasil yang didukungnya. Awalan milik simpul lain "
        "berarti kodenya salah salin, atau dukungannya belum dicatat."
    ),
    perbaikan="Perbaiki kodenya, pindahkan induknya, atau catat simpul yang didukung.",
    dasar=LANGKAH_3,
    bidang="kode",
    contoh_buruk=contoh(
        "Bagian di bawah sasaran 3 memakai kode sasaran 2",
        {"id": "S2", "level": "sasaran", "indikator": [{"kode": "2.1", "nama": "Indeks kepuasan pegawai"}]},
        {
            "id": "S3",
            "level": "sasaran",
            "indikator": [{"kode": "3.1", "nama": "Persentase aset terpelihara"}],
        },
        {
            "id": "E1",
            "induk": "S3",
            "level": "eselon III",
            "indikator": [{"kode": "2.1", "nama": "Persentase gedung terpelihara"}],
        },
    ),
    contoh_baik=contoh(
        "Bagian di bawah sasaran 3 memakai kode 3.1.1",
        {"id": "S2", "level": "sasaran", "indikator": [{"kode": "2.1", "nama": "Indeks kepuasan pegawai"}]},
        {
            "id": "S3",
            "level": "sasaran",
            "indikator": [{"kode": "3.1", "nama": "Persentase aset terpelihara"}],
        },
        {
            "id": "E1",
            "induk": "S3",
            "level": "eselon III",
            "indikator": [{"kode": "3.1.1", "nama": "Persentase gedung terpelihara"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(16,),
    kategori=("J",),
)
