"""Cover, preface and the one-page summary."""

from __future__ import annotations

from sakip.reports.angka import format_angka, format_tanggal
from sakip.reports.lkjip.konteks import KonteksLKjIP
from sakip.reports.lkjip.naskah.bantu import (
    arah_sel,
    capaian_sel,
    is_utuh,
    nama_sel,
    nilai_sel,
    paragraf,
    sel,
)
from sakip.reports.naskah import (
    Baris,
    BatangPita,
    Blok,
    Fakta,
    Judul,
    Kolom,
    Sampul,
    Sel,
    Tabel,
    TandaTangan,
    Temuan,
    TigaKolom,
)

_PALING_BANYAK, _SASARAN_PALING_BANYAK = 14, 10


def build_sampul(k: KonteksLKjIP) -> Sampul:
    rincian = [("Nomor", k.nomor)] if k.nomor else []
    rincian += [("Disusun", format_tanggal(k.disusun_pada)), ("Status", k.status)]
    if k.unit.kode:
        rincian.append(("Kode unit", k.unit.kode))
    sumber = ""
    if not k.instansi.contoh and k.instansi.sumber:
        sumber = (
            f"Disusun ulang dari data publikasi, bukan dokumen resmi. Sumber: {'; '.join(k.instansi.sumber)}."
        )
    return Sampul(
        instansi=k.instansi.nama,
        jenis="Laporan Kinerja Instansi Pemerintah (LKjIP)",
        judul=("Laporan Kinerja", k.unit.nama),
        tahun=str(k.tahun),
        rincian=tuple(rincian),
        sumber=sumber,
        logo=k.instansi.logo,
        logo_alt=k.instansi.logo_alt or f"Lambang {k.instansi.nama}",
    )


def build_depan(k: KonteksLKjIP) -> tuple[Blok, ...]:
    return (*_pengantar(k), *_ikhtisar(k))


def signature(k: KonteksLKjIP) -> TandaTangan:
    tempat = f"{k.instansi.tempat}, " if k.instansi.tempat else ""
    keterangan = "konsep, belum ditandatangani" if k.status == "konsep" else ""
    return TandaTangan(
        (
            (
                f"{tempat}{format_tanggal(k.disusun_pada)}",
                k.unit.kepala or f"Pimpinan {k.unit.nama}",
                keterangan,
            ),
        )
    )


def _pengantar(k: KonteksLKjIP) -> list[Blok]:
    return [Judul(1, "Kata Pengantar"), *paragraf(k.teks.pengantar), signature(k)]


def _ikhtisar(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [Judul(1, "Ikhtisar Eksekutif"), Temuan(k.teks.temuan), _fakta(k)]
    if k.indikator:
        blok.append(_batang(k))
    blok += paragraf(k.teks.ikhtisar)
    if 0 < len(k.indikator) <= _PALING_BANYAK:
        blok.append(_tabel_indikator(k))
    elif 0 < len(k.sasaran) <= _SASARAN_PALING_BANYAK:
        blok.append(_tabel_sasaran(k))
    kolom = [
        ("Target tercapai", k.teks.tertinggi),
        ("Perlu perhatian", k.teks.perhatian),
        ("Belum terukur", k.teks.belum),
    ]
    isi = tuple((judul, tuple(x for x in butir)) for judul, butir in kolom if butir)
    if isi:
        blok.append(TigaKolom(isi))
    return blok


def _fakta(k: KonteksLKjIP) -> Fakta:
    butir: list[tuple[Sel, str]] = []
    if k.indikator:
        tercapai = sum(i.tercapai for i in k.indikator)
        butir += [
            (capaian_sel(k.rata), "rata-rata capaian (%)"),
            (Sel(f"{tercapai} dari {k.rata.terukur}"), "target tercapai"),
            (Sel(f"{k.rata.terukur} dari {k.rata.dari}"), "indikator terukur"),
        ]
    serapan = k.anggaran.serapan
    butir.append(
        (
            Sel(f"{format_angka(serapan)}%" if serapan is not None else "–"),
            "serapan anggaran" if serapan is not None else "serapan belum tercatat",
        )
    )
    if not k.indikator:
        butir.append((Sel(str(len(k.program))), "program"))
    return Fakta(tuple(butir))


def _batang(k: KonteksLKjIP) -> BatangPita:
    bagian = tuple(
        (p.kode, p.nama, sum(i.capaian.kategori == p.kode for i in k.indikator))
        for p in sorted(k.skala.pita, key=lambda p: -p.urutan)
    )
    belum = k.rata.dari - k.rata.terukur
    isi = [f"{nama} {n}" for _, nama, n in bagian if n] + ([f"belum terukur {belum}"] if belum else [])
    return BatangPita(bagian, belum, f"Jumlah indikator menurut kategori: {', '.join(isi)}.")


def _tabel_indikator(k: KonteksLKjIP) -> Tabel:
    ada_arah = any(i.arah for i in k.indikator)
    kolom = [
        Kolom("Indikator", lebar=1),
        Kolom("Target", "kanan"),
        Kolom("Realisasi", "kanan"),
        Kolom("Capaian (%)", "kanan"),
    ] + ([Kolom("Arah")] if ada_arah else [])
    baris = tuple(
        Baris(
            (nama_sel(i), nilai_sel(i.target), nilai_sel(i.realisasi, tebal=True), capaian_sel(i.capaian))
            + ((arah_sel(i),) if ada_arah else ())
        )
        for i in k.indikator
    )
    return Tabel(
        f"Capaian indikator tahun {k.tahun}", tuple(kolom), baris, bernomor=False, utuh=is_utuh(baris)
    )


def _tabel_sasaran(k: KonteksLKjIP) -> Tabel:
    kolom = (
        Kolom("No", "kanan"),
        Kolom("Sasaran", lebar=1),
        Kolom("Terukur", "kanan"),
        Kolom("Tercapai", "kanan"),
        Kolom("Capaian (%)", "kanan"),
    )
    baris = tuple(
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
    )
    return Tabel(f"Capaian sasaran tahun {k.tahun}", kolom, baris, bernomor=False, utuh=is_utuh(baris))
