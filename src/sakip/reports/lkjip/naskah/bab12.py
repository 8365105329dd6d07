"""Bab I (organisation) and Bab II (plan and agreement)."""

from __future__ import annotations

from decimal import Decimal

from sakip.reports.angka import format_angka, format_tanggal
from sakip.reports.lkjip.konteks import IndikatorLaporan, KonteksLKjIP
from sakip.reports.lkjip.naskah.bantu import (
    is_utuh,
    nama_sel,
    nilai_sel,
    paragraf,
    rupiah_sel,
    sel,
)
from sakip.reports.naskah import Baris, BelumAda, Blok, Daftar, Judul, Kolom, Paragraf, Sel, Tabel

_DASAR = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
    "Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan "
    "Kinerja dan Tata Cara Reviu "
    "atas Laporan Kinerja Instansi Pemerintah;",
)


def build_bab1(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [
        Judul(1, "Pendahuluan", "Bab I"),
        Judul(2, "Latar belakang", "A"),
        *paragraf(k.teks.latar),
    ]
    blok += [Judul(2, "Dasar hukum", "B"), Daftar(_dasar_hukum(k), bernomor=True)]
    blok += [Judul(2, "Susunan organisasi", "C"), *paragraf(k.teks.organisasi, lekat=bool(k.unit.susunan))]
    if k.unit.susunan:
        blok.append(_tabel_susunan(k))
    huruf = iter("DEF")
    if k.isu:
        blok += [Judul(2, "Isu strategis", next(huruf)), _tabel_isu(k)]
    blok += [Judul(2, "Sistematika", next(huruf)), Daftar(_SISTEMATIKA)]
    return blok


_SISTEMATIKA = (
    "Bab I memuat latar belakang, dasar hukum, dan susunan organisasi.",
    "Bab II memuat rencana strategis, indikator kinerja, dan Perjanjian Kinerja.",
    "Bab III memuat capaian setiap sasaran dengan tujuh analisis, lalu realisasi anggaran.",
    "Bab IV memuat simpulan dan langkah perbaikan.",
    "Lampiran memuat Perjanjian Kinerja, cara menghitung, dan sumber data.",
)


def _dasar_hukum(k: KonteksLKjIP) -> tuple[str, ...]:
    butir = list(_DASAR)
    if k.skala.sumber:
        butir.append(f"{k.skala.nama} untuk kategori capaian;")
    if k.rencana:
        butir.append(f"{k.rencana.judul}{f' ({k.rencana.dasar})' if k.rencana.dasar else ''};")
    if k.perjanjian:
        butir.append(f"{k.perjanjian.judul};")
    butir[-1] = butir[-1].rstrip(";") + "."
    return tuple(butir)


def _tabel_susunan(k: KonteksLKjIP) -> Tabel:
    eselon = any(s.eselon for s in k.unit.susunan)
    kolom = (Kolom("Jabatan", lebar=1.1), Kolom("Unit kerja", lebar=1)) + (
        (Kolom("Eselon"),) if eselon else ()
    )
    baris = tuple(
        Baris(
            (Sel("\u2003" * s.tingkat + s.jabatan, tebal=s.tingkat == 0), sel(s.unit))
            + ((sel(s.eselon),) if eselon else ())
        )
        for s in k.unit.susunan
    )
    return Tabel(
        f"Susunan jabatan {k.unit.nama}",
        kolom,
        baris,
        utuh=is_utuh(baris),
        kaki=(f"Keadaan pada akhir tahun {k.tahun}. Jabatan saja, tanpa nama orang.",),
    )


def _tabel_isu(k: KonteksLKjIP) -> Tabel:
    baris = tuple(Baris((Sel(str(n)), sel(i.isu), sel(i.sasaran))) for n, i in enumerate(k.isu, 1))
    return Tabel(
        "Isu strategis",
        (Kolom("No", "kanan"), Kolom("Isu", lebar=1.4), Kolom("Sasaran terkait", lebar=1)),
        baris,
        utuh=is_utuh(baris),
    )


def build_bab2(k: KonteksLKjIP) -> list[Blok]:
    return [
        Judul(1, "Perencanaan Kinerja", "Bab II"),
        *_rencana(k),
        *_iku(k),
        *_perjanjian(k),
        *_program(k),
    ]


def _rencana(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [Judul(2, "Rencana strategis", "A")]
    if k.rencana is None:
        return [
            *blok,
            BelumAda(
                "Rencana strategis (Renstra) unit ini belum ada di sistem. Sasaran pada laporan ini "
                "berasal dari Perjanjian Kinerja atau dokumen laporan yang diimpor."
            ),
        ]
    r = k.rencana
    kalimat = f"Kinerja {k.unit.nama} bersumber dari {r.judul}."
    if r.tujuan:
        kalimat += f" Tujuan yang hendak dicapai: {'; '.join(r.tujuan)}."
    tahun = sorted({t.tahun for i in k.indikator for t in i.rencana})
    blok.append(Paragraf(kalimat, lekat=bool(tahun)))
    if r.visi:
        blok.insert(1, Paragraf(f"Visi {r.periode}: {r.visi}"))
    if tahun:
        blok.append(_tabel_rencana(k, tahun))
    return blok


def _tabel_rencana(k: KonteksLKjIP, tahun: list[int]) -> Tabel:
    kolom = (Kolom("Sasaran dan indikator", lebar=1), *(Kolom(str(t), "kanan") for t in tahun))
    baris: list[Baris] = []
    for s in k.sasaran:
        baris.append(Baris((sel(f"{s.nama}: {s.pernyataan}"),), "kelompok"))
        for i in s.indikator:
            menurut = {t.tahun: t.nilai for t in i.rencana}
            baris.append(Baris((nama_sel(i), *(nilai_sel(menurut.get(t), kosong="–") for t in tahun))))
    assert k.rencana is not None
    return Tabel(
        f"Sasaran, indikator, dan target {tahun[0]}–{tahun[-1]}",
        kolom,
        tuple(baris),
        utuh=is_utuh(tuple(baris)),
        kaki=(f"Sumber: {k.rencana.judul}.",),
    )


def _iku(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [Judul(2, "Indikator kinerja", "B")]
    if not k.indikator:
        return [*blok, BelumAda("Indikator kinerja unit ini belum ada di sistem.")]
    iku = sum(i.iku for i in k.indikator)
    ket = (
        f" {iku} di antaranya Indikator Kinerja Utama (IKU)."
        if iku
        else " Tanda IKU belum dicatat pada kamus indikator."
    )
    blok.append(
        Paragraf(
            f"Kinerja diukur dengan {len(k.indikator)} indikator.{ket} Definisi dan sumber data "
            "berikut diambil dari kamus indikator.",
            lekat=True,
        )
    )
    baris = tuple(
        Baris((_nama_iku(i), _definisi(i), sel(i.polaritas_teks or i.polaritas), _sumber(i)))
        for i in k.indikator
    )
    kolom = (
        Kolom("Indikator", lebar=1.2),
        Kolom("Rumus atau definisi", lebar=1.3),
        Kolom("Polaritas", lebar=0.72),
        Kolom("Sumber data", lebar=0.85),
    )
    return [*blok, Tabel("Indikator kinerja, definisi, polaritas, dan sumber data", kolom, baris)]


def _nama_iku(i: IndikatorLaporan) -> Sel:
    return Sel(i.nama, catatan="IKU" if i.iku else "")


def _definisi(i: IndikatorLaporan) -> Sel:
    isi = i.rumus or i.definisi
    return Sel(isi) if isi else Sel("belum diisi pada kamus", redup=True)


def _sumber(i: IndikatorLaporan) -> Sel:
    isi = i.sumber
    if not isi:
        return Sel("belum diisi", redup=True)
    return Sel(isi, catatan=f"({i.frekuensi})" if i.frekuensi else "")


def _perjanjian(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [Judul(2, "Perjanjian Kinerja", "C")]
    if k.perjanjian is None:
        blok.append(
            BelumAda(
                f"Perjanjian Kinerja tahun {k.tahun} belum ada di sistem. Target pada laporan ini "
                "berasal dari dokumen rencana atau dari laporan yang diimpor."
            )
        )
    else:
        blok.append(Paragraf(_kalimat_pk(k), lekat=bool(k.indikator)))
    return [*blok, *([tabel_target(k)] if k.indikator else [])]


def _kalimat_pk(k: KonteksLKjIP) -> str:
    p = k.perjanjian
    assert p is not None
    pihak = (
        f" antara {p.pihak_pertama} dan {p.pihak_kedua}"
        if p.pihak_kedua
        else (f" oleh {p.pihak_pertama}" if p.pihak_pertama else "")
    )
    tanggal = f", ditandatangani {format_tanggal(p.tanggal)}" if p.tanggal else ""
    versi = (
        f" Perjanjian ini versi ke-{p.versi}{f', karena {p.pemicu}' if p.pemicu else ''}; pengukuran "
        "memakai versi terakhir."
        if p.versi > 1
        else ""
    )
    return (
        f"Target tahun {k.tahun} dijanjikan dalam {p.judul}{pihak}{tanggal}.{versi} Naskah lampirannya "
        "ada pada Lampiran 1."
    )


def tabel_target(k: KonteksLKjIP) -> Tabel:
    baris: list[Baris] = []
    for s in k.sasaran:
        baris.append(Baris((sel(f"{s.nama}: {s.pernyataan}"),), "kelompok"))
        baris += [Baris((sel(i.nama), sel(i.satuan or "–"), nilai_sel(i.target))) for i in s.indikator]
    kolom = (Kolom("Indikator kinerja", lebar=1), Kolom("Satuan"), Kolom("Target", "kanan"))
    return Tabel(f"Target kinerja tahun {k.tahun}", kolom, tuple(baris), utuh=is_utuh(tuple(baris)))


def _program(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [Judul(2, "Program dan anggaran", "D")]
    if not k.program:
        return [*blok, BelumAda(f"Program dan anggaran tahun {k.tahun} belum ada di sistem.")]
    pagu = [p.anggaran.pagu if p.pagu_pk is None else p.pagu_pk for p in k.program]
    tahu = [x for x in pagu if x is not None]
    kalimat = f"Sasaran tersebut ditunjang {len(k.program)} program."
    if not tahu:
        kalimat += " Pagu tidak tercatat pada sumber data."
    kode = any(p.kode for p in k.program)
    dana = any(p.sumber_dana for p in k.program)
    kolom = (
        ((Kolom("Kode"),) if kode else (Kolom("No", "kanan"),))
        + (Kolom("Program", lebar=1), Kolom("Pagu (Rp)", "kanan"))
        + ((Kolom("Sumber dana"),) if dana else ())
    )
    baris = [
        Baris(
            (
                sel(p.kode if kode else str(n)),
                sel(p.nama),
                rupiah_sel(x),
                *((sel(p.sumber_dana),) if dana else ()),
            )
        )
        for n, (p, x) in enumerate(zip(k.program, pagu, strict=True), 1)
    ]
    if tahu:
        lengkap = len(tahu) == len(pagu)
        baris.append(
            Baris(
                (
                    Sel(),
                    Sel("Jumlah" if lengkap else f"Jumlah {len(tahu)} program yang tercatat"),
                    Sel(format_angka(sum(tahu, Decimal(0)), 0)),
                    *((Sel(),) if dana else ()),
                ),
                "jumlah",
            )
        )
    return [
        *blok,
        Paragraf(kalimat, lekat=True),
        Tabel(f"Program dan pagu tahun {k.tahun}", kolom, tuple(baris), utuh=is_utuh(tuple(baris))),
    ]
