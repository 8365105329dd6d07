"""The appendix below the sasaran: budget and indicators of programmes, kegiatan and sub kegiatan."""

from __future__ import annotations

from sakip.reports.lkjip.konteks import AnggaranLaporan, KonteksLKjIP
from sakip.reports.lkjip.naskah.bantu import (
    capaian_sel,
    nama_sel,
    nilai_sel,
    persen_sel,
    rupiah_sel,
    sel,
)
from sakip.reports.naskah import Baris, Blok, Judul, Kolom, Paragraf, Sel, Tabel


def build_rincian(k: KonteksLKjIP) -> list[Blok]:
    kegiatan = sum(len(p.kegiatan) for p in k.program)
    if not kegiatan and not k.rincian:
        return []
    blok: list[Blok] = [Judul(1, "Kinerja Program dan Kegiatan", "Lampiran 4")]
    if kegiatan:
        blok.append(Paragraf(f"Anggaran {len(k.program)} program dan {kegiatan} kegiatan.", lekat=True))
        blok.append(_anggaran(k))
    if k.rincian:
        n = sum(len(r.indikator) for r in k.rincian)
        terukur = sum(i.capaian.mentah is not None for r in k.rincian for i in r.indikator)
        ekor = f"{terukur} di antaranya terukur." if terukur else "belum ada yang terukur."
        kalimat = f"Program, kegiatan, dan sub kegiatan memiliki {n} indikator; {ekor}"
        if not any(i.target.dilaporkan for r in k.rincian for i in r.indikator):
            kalimat += " Target tidak tercatat pada sumber data, sehingga capaian tidak dihitung."
        blok += [Paragraf(kalimat, lekat=True), _indikator(k)]
    return blok


def _anggaran(k: KonteksLKjIP) -> Tabel:
    kode = any(p.kode or any(g.kode for g in p.kegiatan) for p in k.program)
    baris: list[Baris] = []
    for p in k.program:
        baris.append(Baris((*_kode(kode, p.kode), Sel(p.nama, tebal=True), *_uang(p.anggaran))))
        baris += [Baris((*_kode(kode, g.kode), sel(g.nama), *_uang(g.anggaran))) for g in p.kegiatan]
    kolom = (
        *((Kolom("Kode"),) if kode else ()),
        Kolom("Program dan kegiatan", lebar=1),
        Kolom("Pagu (Rp)", "kanan"),
        Kolom("Realisasi (Rp)", "kanan"),
        Kolom("Serapan (%)", "kanan"),
    )
    return Tabel(f"Anggaran program dan kegiatan tahun {k.tahun}", kolom, tuple(baris))


def _kode(ada: bool, kode: str) -> tuple[Sel, ...]:
    return (sel(kode),) if ada else ()


def _uang(a: AnggaranLaporan) -> tuple[Sel, ...]:
    return rupiah_sel(a.pagu), rupiah_sel(a.realisasi), persen_sel(a.serapan)


def _indikator(k: KonteksLKjIP) -> Tabel:
    baris: list[Baris] = []
    for r in k.rincian:
        baris.append(
            Baris((sel(f"{r.tingkat.capitalize()}: {f'{r.kode} ' if r.kode else ''}{r.nama}"),), "kelompok")
        )
        baris += [
            Baris(
                (nama_sel(i), nilai_sel(i.target, kosong="–"), nilai_sel(i.realisasi), capaian_sel(i.capaian))
            )
            for i in r.indikator
        ]
    kolom = (
        Kolom("Indikator", lebar=1),
        Kolom("Target", "kanan"),
        Kolom("Realisasi", "kanan"),
        Kolom("Capaian (%)", "kanan"),
    )
    return Tabel(
        f"Indikator program, kegiatan, dan sub kegiatan tahun {k.tahun}",
        kolom,
        tuple(baris),
        kaki=("Indikator tingkat ini tidak ikut dalam rata-rata capaian sasaran.",),
    )
