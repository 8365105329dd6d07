"""Bab III: achievement per sasaran with the seven analyses, then the budget."""

from __future__ import annotations

from decimal import Decimal

from sakip.reports.angka import format_angka
from sakip.reports.lkjip import grafik
from sakip.reports.lkjip.konteks import KonteksLKjIP
from sakip.reports.lkjip.naskah.analisis import build_sasaran
from sakip.reports.lkjip.naskah.bantu import (
    capaian_sel,
    is_utuh,
    kaki_capaian,
    legenda,
    paragraf,
    persen_sel,
    peta_pita,
    rupiah_sel,
    sel,
)
from sakip.reports.naskah import (
    Baris,
    BelumAda,
    Blok,
    Gambar,
    Judul,
    Kolom,
    Paragraf,
    Sel,
    Tabel,
)

_BATANG_PALING_BANYAK = 24


def build_bab3(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [Judul(1, "Akuntabilitas Kinerja", "Bab III"), Judul(2, "Capaian kinerja", "A")]
    if k.sasaran:
        blok += _gambaran(k)
        for s in k.sasaran:
            blok += build_sasaran(s, k)
    else:
        blok.append(
            BelumAda(
                f"Sasaran dan indikator tahun {k.tahun} belum ada di sistem, sehingga capaian belum "
                "dapat disajikan."
            )
        )
    return [*blok, *_anggaran(k)]


def _gambaran(k: KonteksLKjIP) -> list[Blok]:
    kalimat = (
        f"Capaian dihitung per indikator, lalu {k.aturan.rata}. Perhitungan memakai angka penuh dan "
        "dibulatkan satu kali menjadi "
        f"{k.aturan.desimal} desimal. Kategori hanya menilai jarak realisasi terhadap target; karena "
        "itu arah terhadap tahun lalu disebut tersendiri."
    )
    return [Paragraf(kalimat), legenda(k.skala), _tabel_sasaran(k), *_grafik_capaian(k)]


def _tabel_sasaran(k: KonteksLKjIP) -> Tabel:
    kolom = (
        Kolom("No", "kanan"),
        Kolom("Sasaran", lebar=1),
        Kolom("Terukur", "kanan"),
        Kolom("Tercapai", "kanan"),
        Kolom("Capaian (%)", "kanan"),
    )
    baris = [
        Baris(
            (
                Sel(str(s.nomor)),
                sel(s.pernyataan),
                Sel(f"{s.rata.terukur} dari {s.rata.dari}"),
                Sel(str(sum(i.tercapai for i in s.indikator))),
                capaian_sel(s.rata),
            )
        )
        for s in k.sasaran
    ]
    if len(k.sasaran) > 1:
        tercapai = str(sum(i.tercapai for i in k.indikator))
        baris.append(
            Baris(
                (
                    Sel(),
                    Sel("Rata-rata"),
                    Sel(f"{k.rata.terukur} dari {k.rata.dari}"),
                    Sel(tercapai),
                    capaian_sel(k.rata),
                ),
                "jumlah",
            )
        )
    return Tabel(
        f"Capaian sasaran tahun {k.tahun}",
        kolom,
        tuple(baris),
        kaki=kaki_capaian(k.rata, k),
        utuh=is_utuh(tuple(baris)),
    )


def _grafik_capaian(k: KonteksLKjIP) -> list[Blok]:
    peta = peta_pita(k.skala)
    per_indikator = len(k.indikator) <= _BATANG_PALING_BANYAK
    sumber = (
        [(i.nama, i.capaian.cetak, i.capaian.kategori) for i in k.indikator]
        if per_indikator
        else [(f"{s.nomor}. {s.pernyataan}", s.rata.cetak, s.rata.kategori) for s in k.sasaran][:30]
    )
    if not any(v is not None for _, v, _ in sumber):
        return []
    batang = [grafik.Batang(n, v, kode or "", peta.get(kode or "", 0)) for n, v, kode in sumber]
    batas = [(p.batas_bawah if p.batas_bawah is not None else Decimal(0), p.kode) for p in k.skala.pita]
    apa = "indikator" if per_indikator else "sasaran"
    return [
        Gambar(
            f"Capaian {apa} terhadap target (100) dan batas kategori{' (lanjutan)' if n else ''}",
            grafik.draw_batang(bagian, batas),
            f"Grafik batang capaian {apa} dalam persen: {'; '.join(_alt_batang(b) for b in bagian)}.",
            "Garis tegak: batas kategori. Garis putus: target tercapai penuh (100). Batang yang terpotong "
            "melampaui sumbu; angkanya tercetak di kanan.",
        )
        for n, bagian in enumerate(grafik.split_batang(batang))
    ]


def _alt_batang(b: grafik.Batang) -> str:
    angka = "belum terukur" if b.nilai is None else format_angka(b.nilai)
    return f"{b.nama} {angka} ({b.kode})" if b.kode else f"{b.nama} {angka}"


def _anggaran(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [
        Judul(2, "Realisasi anggaran", "B"),
        *paragraf(k.teks.anggaran, lekat=bool(k.program)),
    ]
    if not k.program:
        return blok
    kode = any(p.kode for p in k.program)
    kolom = (
        Kolom("Kode") if kode else Kolom("No", "kanan"),
        Kolom("Program", lebar=1),
        Kolom("Pagu (Rp)", "kanan"),
        Kolom("Realisasi (Rp)", "kanan"),
        Kolom("Serapan (%)", "kanan"),
    )
    baris = [
        Baris(
            (
                sel(p.kode if kode else str(n)),
                sel(p.nama),
                rupiah_sel(p.anggaran.pagu),
                rupiah_sel(p.anggaran.realisasi),
                persen_sel(p.anggaran.serapan),
            )
        )
        for n, p in enumerate(k.program, 1)
    ]
    baris.append(
        Baris(
            (
                Sel(),
                Sel("Jumlah"),
                rupiah_sel(k.anggaran.pagu),
                rupiah_sel(k.anggaran.realisasi),
                persen_sel(k.anggaran.serapan),
            ),
            "jumlah",
        )
    )
    blok.append(
        Tabel(
            f"Realisasi anggaran menurut program tahun {k.tahun}",
            kolom,
            tuple(baris),
            kaki=("Serapan = realisasi ÷ pagu × 100. Angka yang tidak tercatat tidak dihitung sebagai nol.",),
            utuh=is_utuh(tuple(baris)),
        )
    )
    return [*blok, *_grafik_serapan(k), *_efisiensi(k)]


def _grafik_serapan(k: KonteksLKjIP) -> list[Blok]:
    batang = [grafik.Batang(p.nama, p.anggaran.serapan) for p in k.program if p.anggaran.serapan is not None]
    if len(batang) < 2:
        return []
    return [
        Gambar(
            f"Serapan anggaran menurut program (%){' (lanjutan)' if n else ''}",
            grafik.draw_batang(bagian),
            f"Grafik batang serapan anggaran dalam persen: {'; '.join(_alt_batang(b) for b in bagian)}.",
            "Garis putus: pagu terserap penuh (100).",
        )
        for n, bagian in enumerate(grafik.split_batang(batang))
    ]


def _efisiensi(k: KonteksLKjIP) -> list[Blok]:
    ada = [
        s
        for s in k.sasaran
        if s.efisiensi
        and s.efisiensi.nilai is not None
        and s.rata.cetak is not None
        and s.anggaran.serapan is not None
    ]
    if len(ada) < 2:
        return []
    pasangan = [
        grafik.Pasangan(s.nama, s.rata.cetak, s.anggaran.serapan)
        for s in ada
        if s.rata.cetak is not None and s.anggaran.serapan is not None
    ]
    alt = "; ".join(
        f"{p.nama}: capaian {format_angka(p.capaian)}, serapan {format_angka(p.serapan)}" for p in pasangan
    )
    return [
        Gambar(
            "Jarak capaian dan serapan menurut sasaran (%)",
            grafik.draw_pasangan(pasangan),
            f"Grafik titik berpasangan. {alt}.",
            "Titik penuh: capaian. Kotak: serapan. Capaian di kanan serapan berarti hasil melampaui belanja.",
        )
    ]
