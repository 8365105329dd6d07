"""DOK014: the years for which a decree on IKU holds."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.periksa.dokumen.bentuk import IKU, Aturan
from kinerja.periksa.dokumen.model import JenisDokumen, Temuan
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.periksa.dokumen.siap import DokumenSiap
from kinerja.pohon.temuan import TingkatTemuan

_SAMA = 800


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Decrees of another year, and decrees that leave most of the one before behind."""
    iku = [d for d in (*run.dokumen, *run.konteks) if d.jenis is JenisDokumen.IKU]
    lain = next((d for d in run.dokumen if d.jenis is not JenisDokumen.IKU), None)
    for d in run.of(JenisDokumen.IKU):
        if lain is not None and run.tahun is not None and not _covers(d, run.tahun):
            yield _out_of_date(d, lain, run.tahun)
    for lama in iku:
        for baru in iku:
            mulai, dulu = baru.dokumen.tahun_mulai, lama.dokumen.tahun_mulai
            if mulai is not None and dulu is not None and dulu < mulai == run.tahun:
                yield from _replaced(run, lama, baru)


def _covers(d: DokumenSiap, tahun: int) -> bool:
    mulai, akhir = d.dokumen.tahun_mulai, d.dokumen.tahun_akhir
    return mulai is None or mulai <= tahun <= (akhir or mulai)


def _out_of_date(d: DokumenSiap, lain: DokumenSiap, tahun: int) -> Temuan:
    mulai = d.dokumen.tahun_mulai
    return Temuan(
        kode=ATURAN.kode,
        kategori="F",
        tingkat=TingkatTemuan.PERINGATAN,
        indikator="masa berlaku IKU",
        a=(d.nama, str(mulai)),
        b=(lain.nama, str(tahun)),
        pesan=f"IKU bertahun {mulai} dipakai bersama dokumen {tahun}. Tulis masa berlakunya atau perbarui.",
    )


def _replaced(run: Perbandingan, lama: DokumenSiap, baru: DokumenSiap) -> Iterator[Temuan]:
    bertahan = [
        b for b in baru.baris if any(run.kosakata.similarity(b.nama, x.nama) >= _SAMA for x in lama.baris)
    ]
    ganti = len(baru.baris) - len(bertahan)
    if lama.baris and ganti * 2 > len(baru.baris):
        yield Temuan(
            kode=ATURAN.kode,
            kategori="F",
            tingkat=TingkatTemuan.PERINGATAN,
            indikator="himpunan IKU",
            a=(lama.nama, f"{len(lama.baris)} IKU"),
            b=(baru.nama, f"{len(baru.baris)} IKU"),
            pesan=f"{ganti} dari {len(baru.baris)} IKU berganti, sehingga deret capaiannya putus. Tulis alasan "
            "penggantian dan hubungkan dengan IKU lama.",
        )


ATURAN = Aturan(
    kode="DOK014",
    tingkat=TingkatTemuan.PERINGATAN,
    kategori=("F",),
    judul="IKU di luar masa berlakunya, atau berganti hampir semua",
    alasan="IKU yang lebih tua dari PK-nya mungkin sudah dicabut; IKU yang berganti hampir semua di tengah periode "
    "membuat kemajuan lima tahunan tidak dapat dibaca.",
    perbaikan="Cantumkan masa berlaku; ganti IKU hanya dengan alasan dan hubungan ke IKU lama.",
    dasar=IKU,
    contoh_buruk="PK 2016 memakai IKU bertahun 2014.",
    contoh_baik="IKU 2013-2018 dipakai PK 2016.",
    periksa=check,
    periksa_ke=(14,),
)
