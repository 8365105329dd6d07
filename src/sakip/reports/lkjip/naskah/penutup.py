"""Bab IV and the appendices: agreement, how the figures are calculated, sources."""

from __future__ import annotations

from decimal import Decimal

from sakip.reports.angka import format_rupiah, format_tanggal
from sakip.reports.lkjip.konteks import IndikatorLaporan, KonteksLKjIP
from sakip.reports.lkjip.naskah.bantu import (
    is_utuh,
    legenda,
    nama_sel,
    nilai_sel,
    paragraf,
    rupiah_sel,
    sel,
)
from sakip.reports.lkjip.naskah.depan import signature
from sakip.reports.lkjip.naskah.rincian import build_rincian
from sakip.reports.naskah import (
    Baris,
    BelumAda,
    Blok,
    Daftar,
    Judul,
    Kolom,
    Paragraf,
    Sel,
    Tabel,
    TandaTangan,
)

_RUMUS = {
    "maks": "realisasi ÷ target × 100",
    "min": "(2 × target − realisasi) ÷ target × 100",
    "min_b": "target ÷ realisasi × 100",
    "rentang": "di dalam rentang = 100; di luar: realisasi ÷ batas yang terlewati × 100",
    "rentang_biaya": "di dalam rentang = 100; di luar: (1 + (1 − realisasi ÷ batas)) × 100",
    "stabil": "100 − selisih mutlak realisasi dari target ÷ target × 100, paling rendah 0",
    "ordinal": "peringkat realisasi ÷ peringkat target × 100; tanpa daftar peringkat: sama = 100, beda = 0",
    "ambang": "syarat terpenuhi = 100, tidak = 0",
    "laju_turun": "realisasi ÷ target × 100; target berupa laju penurunan, hasil boleh negatif",
}


def build_bab4(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [Judul(1, "Penutup", "Bab IV"), Judul(2, "Simpulan", "A"), *paragraf(k.teks.simpulan)]
    blok.append(Judul(2, "Langkah perbaikan", "B"))
    if k.teks.langkah:
        blok.append(
            Paragraf(
                "Langkah berikut diturunkan dari angka laporan ini. Keputusan lain yang diambil "
                "pimpinan dicatat pada dialog kinerja.",
                lekat=True,
            )
        )
        baris = tuple(
            Baris((Sel(str(n)), sel(x.langkah), sel(x.penanggung_jawab or "–"), sel(x.ukuran or "–")))
            for n, x in enumerate(k.teks.langkah, 1)
        )
        kolom = (
            Kolom("No", "kanan"),
            Kolom("Langkah", lebar=1.5),
            Kolom("Penanggung jawab", lebar=0.8),
            Kolom("Ukuran", lebar=0.9),
        )
        blok.append(Tabel(f"Langkah perbaikan tahun {k.tahun + 1}", kolom, baris, utuh=is_utuh(baris)))
    elif k.indikator:
        blok.append(
            Paragraf(
                "Seluruh indikator yang terukur mencapai target. Target tahun berikutnya perlu "
                "ditinjau agar tetap menantang."
            )
        )
    else:
        blok.append(
            BelumAda("Langkah perbaikan diturunkan dari capaian indikator, yang belum ada di sistem.")
        )
    return [*blok, signature(k)]


def build_lampiran(k: KonteksLKjIP) -> list[Blok]:
    return [*_perjanjian(k), *_cara_menghitung(k), *_sumber(k), *build_rincian(k)]


def _perjanjian(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [Judul(1, f"Perjanjian Kinerja Tahun {k.tahun}", "Lampiran 1")]
    p = k.perjanjian
    if p is None:
        return [*blok, BelumAda(f"Perjanjian Kinerja tahun {k.tahun} belum ada di sistem.")]
    tanggal = f" tanggal {format_tanggal(p.tanggal)}" if p.tanggal else ""
    blok.append(
        Paragraf(f"Salinan isi {p.judul}{tanggal}.{f' Sumber: {p.sumber}.' if p.sumber else ''}", lekat=True)
    )
    if k.indikator:
        baris: list[Baris] = []
        for s in k.sasaran:
            for n, i in enumerate(s.indikator):
                baris.append(
                    Baris(
                        (
                            Sel(str(s.nomor) if n == 0 else ""),
                            sel(s.pernyataan if n == 0 else ""),
                            nama_sel(i),
                            nilai_sel(i.target),
                        )
                    )
                )
        kolom = (
            Kolom("No", "kanan"),
            Kolom("Sasaran", lebar=0.9),
            Kolom("Indikator kinerja", lebar=1.1),
            Kolom("Target", "kanan"),
        )
        blok.append(
            Tabel("Sasaran, indikator kinerja, dan target", kolom, tuple(baris), utuh=is_utuh(tuple(baris)))
        )
    if k.program:
        blok.append(_program_pk(k))
    pertama = (p.pihak_pertama or f"Pimpinan {k.unit.nama}", "")
    if p.pihak_kedua:
        return [
            *blok,
            TandaTangan((("Pihak kedua,", p.pihak_kedua, ""), ("Pihak pertama,", *pertama))),
        ]
    return [*blok, TandaTangan((("Yang berjanji,", *pertama),))]


def _program_pk(k: KonteksLKjIP) -> Tabel:
    pagu = [p.anggaran.pagu if p.pagu_pk is None else p.pagu_pk for p in k.program]
    tahu = [x for x in pagu if x is not None]
    baris = [
        Baris((Sel(str(n)), sel(p.nama), rupiah_sel(x), sel(p.sumber_dana or "–")))
        for n, (p, x) in enumerate(zip(k.program, pagu, strict=True), 1)
    ]
    if tahu:
        baris.append(
            Baris((Sel(), Sel("Jumlah"), Sel(format_rupiah(sum(tahu, Decimal(0)))), Sel()), "jumlah")
        )
    kolom = (
        Kolom("No", "kanan"),
        Kolom("Program", lebar=1),
        Kolom("Anggaran (Rp)", "kanan"),
        Kolom("Keterangan"),
    )
    return Tabel("Program dan anggaran", kolom, tuple(baris), utuh=is_utuh(tuple(baris)))


def _cara_menghitung(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [
        Judul(1, "Cara Menghitung", "Lampiran 2"),
        Daftar(
            (
                "Capaian dihitung dari angka penuh dan dibulatkan satu kali pada hasil, "
                f"{k.aturan.desimal} desimal, cara {k.aturan.pembulatan}.",
                f"Batas capaian: {k.aturan.batas}. Batas diterapkan sebelum dirata-ratakan.",
                f"Rata-rata: {k.aturan.rata}.",
                f"Terukur: {k.rata.terukur} dari {k.rata.dari} indikator. Yang tidak terukur tidak "
                "ikut dirata-ratakan dan tidak dianggap nol.",
                "“belum dilaporkan” berarti belum ada angka, “t.b.” berarti tidak berlaku, dan angka 0 "
                "berarti nol.",
            )
        ),
        legenda(k.skala),
    ]
    dipakai = list(dict.fromkeys(i.polaritas for i in k.indikator))
    if dipakai:
        baris = tuple(
            Baris((sel(_sebutan(k, p)), Sel(_RUMUS.get(p, "lihat penjelasan indikator")), _contoh(k, p)))
            for p in dipakai
        )
        kolom = (
            Kolom("Polaritas", lebar=0.7),
            Kolom("Rumus capaian (%)", lebar=1),
            Kolom("Contoh dari laporan ini", lebar=1),
        )
        blok.append(
            Tabel(
                "Rumus yang dipakai laporan ini",
                kolom,
                baris,
                kaki=(
                    "Target 0 dan realisasi 0 bernilai 100. Target 0 yang terlampaui pada indikator "
                    "makin kecil makin baik bernilai 0.",
                ),
                utuh=is_utuh(baris),
            )
        )
        rinci = tuple(Baris((nama_sel(i), Sel(_perhitungan(i)))) for i in k.indikator)
        blok.append(
            Tabel(
                "Perhitungan setiap indikator",
                (Kolom("Indikator", lebar=0.8), Kolom("Perhitungan", lebar=1.2)),
                rinci,
            )
        )
    return blok


def _sebutan(k: KonteksLKjIP, polaritas: str) -> str:
    return next(
        (i.polaritas_teks for i in k.indikator if i.polaritas == polaritas and i.polaritas_teks), polaritas
    )


def _contoh(k: KonteksLKjIP, polaritas: str) -> Sel:
    for i in k.indikator:
        if i.polaritas == polaritas and i.capaian.cetak is not None and i.capaian.langkah:
            return sel(_langkah(i))
    return Sel("tidak ada yang terukur", redup=True)


def _langkah(i: IndikatorLaporan) -> str:
    """Numbers filled in and the result; the formula in symbols stands in the table above it."""
    isi = [x.strip() for x in i.capaian.langkah]
    return " ".join(isi[1:] or isi)


def _perhitungan(i: IndikatorLaporan) -> str:
    if i.capaian.mentah is None:
        return i.capaian.pesan or i.capaian.penjelasan or "Tidak dapat dihitung."
    return _langkah(i) or i.capaian.penjelasan


def _sumber(k: KonteksLKjIP) -> list[Blok]:
    blok: list[Blok] = [Judul(1, "Sumber dan Catatan Data", "Lampiran 3")]
    if k.instansi.contoh:
        blok.append(
            Paragraf(
                "Seluruh angka laporan ini adalah data contoh untuk mencoba aplikasi. Bukan data resmi "
                "dan tidak untuk dikutip."
            )
        )
    if k.instansi.sumber:
        blok += [
            Paragraf("Angka berasal dari sumber berikut.", lekat=True),
            Daftar(tuple(x for x in k.instansi.sumber)),
        ]
    bukti = sum(i.bukti > 0 for i in k.indikator)
    if k.indikator:
        blok.append(Paragraf(f"Bukti dukung tercatat untuk {bukti} dari {len(k.indikator)} indikator."))
    if k.catatan_data:
        blok += [Judul(2, "Catatan"), Daftar(tuple(x for x in k.catatan_data))]
    blok.append(
        Paragraf(
            f"Laporan disusun dari keadaan data pada {format_tanggal(k.disusun_pada)}. Perbaikan data "
            "sesudah pembekuan terbit sebagai versi baru dan tidak mengubah naskah ini."
        )
    )
    return blok
