"""The LKjIP as a workbook: the same figures as the PDF, calculated live."""

from __future__ import annotations

from datetime import datetime

from sakip.reports.angka import format_tanggal
from sakip.reports.lkjip.beku import compute_sidik
from sakip.reports.lkjip.konteks import (
    IndikatorLaporan,
    Keadaan,
    KonteksLKjIP,
    NilaiLaporan,
)
from sakip.reports.lkjip.naskah.bantu import peta_pita, skala_kalimat
from sakip.reports.lkjip.rumus_xlsx import capaian_formula, kategori_formula, mean_formula
from sakip.reports.xlsx import Buku, Isi, KolomLembar, Lembar, Rumus, cell

_KETIADAAN = {
    Keadaan.BELUM: "belum dilaporkan",
    Keadaan.BELUM_RILIS: "belum rilis",
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
}
#: Columns of the sheet Capaian, by position.
_T, _R, _BAWAH, _ATAS, _CAPAIAN, _KATEGORI = 5, 6, 7, 8, 9, 10


def build_buku(k: KonteksLKjIP) -> Buku:
    lembar = [
        _capaian(k),
        _sasaran(k),
        _riwayat(k),
        _akhir(k),
        _program(k),
        _perjanjian(k),
        _analisis(k),
        _skala(k),
    ]
    return Buku(
        judul=k.judul,
        penulis=k.unit.nama,
        dibuat=datetime(k.disusun_pada.year, k.disusun_pada.month, k.disusun_pada.day),  # noqa: DTZ001
        peringatan=_peringatan(k),
        keterangan=_keterangan(k),
        lembar=tuple(satu for satu in lembar if satu.baris),
        pita=peta_pita(k.skala),
    )


def _peringatan(k: KonteksLKjIP) -> str:
    if k.instansi.contoh:
        return "DATA CONTOH. Bukan dokumen resmi; angka rekaan untuk mencoba aplikasi."
    return "Disusun ulang dari data publikasi, bukan dokumen resmi." if k.instansi.sumber else ""


def _keterangan(k: KonteksLKjIP) -> tuple[tuple[str, str], ...]:
    isi = [
        ("Instansi", k.instansi.nama),
        ("Unit", f"{k.unit.nama} ({k.unit.kode})"),
        ("Tahun", str(k.tahun)),
        ("Disusun", format_tanggal(k.disusun_pada)),
        ("Status", k.status),
        ("Terukur", f"{k.rata.terukur} dari {k.rata.dari} indikator"),
        (
            "Pembulatan",
            f"{k.aturan.pembulatan}, {k.aturan.desimal} desimal, satu kali pada tampilan; rumus "
            "memakai angka penuh",
        ),
        ("Batas capaian", k.aturan.batas),
        ("Rata-rata", k.aturan.rata),
        ("Skala", skala_kalimat(k.skala)),
        ("Belum dilaporkan", "Sel bertulisan “belum dilaporkan” bukan nol dan tidak ikut dirata-ratakan."),
        *(("Sumber", s) for s in k.instansi.sumber),
        ("Sidik data (SHA-256)", compute_sidik(k)),
    ]
    return tuple((nama, teks) for nama, teks in isi)


def _angka(nilai: NilaiLaporan | None) -> Isi:
    """A number where there is one, else what the report prints."""
    if nilai is None:
        return None
    if not nilai.dilaporkan:
        return _KETIADAAN[nilai.keadaan]
    if nilai.bawah is not None and nilai.atas is not None:
        return nilai.teks
    return nilai.angka if nilai.angka is not None else nilai.teks


def _capaian(k: KonteksLKjIP) -> Lembar:
    kolom = (
        KolomLembar("Sasaran", 9, "bulat"),
        KolomLembar("Indikator", 52),
        KolomLembar("Satuan", 14),
        KolomLembar("Polaritas", 24),
        KolomLembar("IKU", 6),
        KolomLembar("Target", 14, "angka"),
        KolomLembar("Realisasi", 14, "angka"),
        KolomLembar("Batas bawah", 10, "angka", "Hanya untuk target berupa rentang."),
        KolomLembar("Batas atas", 10, "angka", "Hanya untuk target berupa rentang."),
        KolomLembar(
            "Capaian (%)", 12, "desimal2", "Rumus hidup: ubah target atau realisasi untuk melihat akibatnya."
        ),
        KolomLembar("Kategori", 10),
        KolomLembar("Capaian tercetak", 12, "desimal2", "Angka yang tercetak pada PDF dan DOCX."),
        KolomLembar("Keterangan", 60),
    )
    baris = []
    for n, (nomor, i) in enumerate((s.nomor, i) for s in k.sasaran for i in s.indikator):
        baris.append(_baris_capaian(n, nomor, i, k))
    return Lembar(
        "Capaian", f"Capaian indikator tahun {k.tahun}", kolom, tuple(baris), _kaki(k), pita="Kategori"
    )


def _kaki(k: KonteksLKjIP) -> tuple[str, ...]:
    return (
        f"{k.rata.terukur} dari {k.rata.dari} indikator terukur.",
        skala_kalimat(k.skala),
        "Peringkat (misalnya WTP) tidak dihitung sebagai angka; capaiannya tertulis sebagai nilai, "
        "bukan rumus.",
    )


def _baris_capaian(n: int, sasaran: int, i: IndikatorLaporan, k: KonteksLKjIP) -> tuple[Isi, ...]:
    sel = {"t": cell(n, _T), "r": cell(n, _R), "bawah": cell(n, _BAWAH), "atas": cell(n, _ATAS)}
    rumus = capaian_formula(i, sel)
    terbatas = i.capaian.terbatas
    capaian: Isi = Rumus(rumus, terbatas) if rumus else terbatas
    kategori = Rumus(kategori_formula(cell(n, _CAPAIAN), k.skala, _alamat_skala(k)), i.capaian.kategori or "")
    return (
        sasaran,
        i.nama,
        i.satuan,
        i.polaritas_teks or i.polaritas,
        "ya" if i.iku else "",
        _angka(i.target),
        _angka(i.realisasi),
        i.target.bawah,
        i.target.atas,
        capaian,
        kategori,
        i.capaian.cetak,
        i.capaian.pesan or "",
    )


def _alamat_skala(k: KonteksLKjIP) -> dict[str, tuple[str, str]]:
    urut = sorted(k.skala.pita, key=lambda p: -p.urutan)
    return {p.kode: (f"Skala!{_mutlak(n, 0)}", f"Skala!{_mutlak(n, 2)}") for n, p in enumerate(urut)}


def _mutlak(baris: int, kolom: int) -> str:
    alamat = cell(baris, kolom)
    return f"${alamat.rstrip('0123456789')}${alamat.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"


def _sasaran(k: KonteksLKjIP) -> Lembar:
    kolom = (
        KolomLembar("No", 6, "bulat"),
        KolomLembar("Sasaran", 70),
        KolomLembar("Indikator terukur", 10, "bulat"),
        KolomLembar("Indikator", 10, "bulat"),
        KolomLembar("Capaian (%)", 12, "desimal2"),
        KolomLembar("Kategori", 10),
        KolomLembar("Pagu (Rp)", 18, "rupiah"),
        KolomLembar("Realisasi (Rp)", 18, "rupiah"),
        KolomLembar("Serapan (%)", 12, "desimal2"),
    )
    akhir = len(k.indikator) - 1
    nilai = f"Capaian!{_mutlak(0, _CAPAIAN)}:{_mutlak(akhir, _CAPAIAN)}"
    kunci = f"Capaian!{_mutlak(0, 0)}:{_mutlak(akhir, 0)}"
    baris: list[tuple[Isi, ...]] = []
    for n, s in enumerate(k.sasaran):
        rata = (
            mean_formula(k.aturan.cara, nilai, (kunci, cell(n, 0))) if k.aturan.cara != "geometrik" else None
        )
        uang = (s.anggaran.pagu, s.anggaran.realisasi, _serapan(n, 6, 7, s.anggaran.serapan))
        capaian: Isi = Rumus(rata, s.rata.mentah) if rata else s.rata.mentah
        baris.append(
            (
                s.nomor,
                s.pernyataan,
                s.rata.terukur,
                s.rata.dari,
                capaian,
                _kategori(n, k, s.rata.kategori),
                *uang,
            )
        )
    if k.sasaran:
        n = len(baris)
        sumber = nilai if k.aturan.cara == "datar" else f"{cell(0, 4)}:{cell(n - 1, 4)}"
        unit = Rumus(mean_formula(k.aturan.cara, sumber), k.rata.mentah)
        a = k.anggaran
        baris.append(
            (
                None,
                "Unit",
                k.rata.terukur,
                k.rata.dari,
                unit,
                _kategori(n, k, k.rata.kategori),
                a.pagu,
                a.realisasi,
                _serapan(n, 6, 7, a.serapan),
            )
        )
    return Lembar(
        "Sasaran",
        f"Capaian sasaran tahun {k.tahun}",
        kolom,
        tuple(baris),
        (f"Rata-rata: {k.aturan.rata}.",),
        pita="Kategori",
    )


def _kategori(n: int, k: KonteksLKjIP, hasil: str | None) -> Rumus:
    return Rumus(kategori_formula(cell(n, 4), k.skala, _alamat_skala(k)), hasil or "")


def _serapan(n: int, pagu: int, realisasi: int, hasil: object) -> Isi:
    p, r = cell(n, pagu), cell(n, realisasi)
    return Rumus(f'=IF(AND(ISNUMBER({p}),ISNUMBER({r})),IF({p}=0,"",{r}/{p}*100),"")', hasil)  # type: ignore[arg-type]


def _riwayat(k: KonteksLKjIP) -> Lembar:
    tahun = sorted({t.tahun for i in k.indikator for t in i.riwayat})
    kolom = (
        KolomLembar("Indikator", 60),
        KolomLembar("Satuan", 14),
        *(KolomLembar(f"Realisasi {t}", 14, "angka") for t in (*tahun, k.tahun)),
        KolomLembar("Arah", 12),
    )
    baris = []
    for i in k.indikator if tahun else ():
        menurut = {t.tahun: t.realisasi for t in i.riwayat}
        baris.append(
            (
                i.nama,
                i.satuan,
                *(_angka(menurut.get(t)) for t in tahun),
                _angka(i.realisasi),
                i.arah or "",
            )
        )
    return Lembar("Riwayat", "Realisasi antartahun", kolom, tuple(baris))


def _akhir(k: KonteksLKjIP) -> Lembar:
    tahun = sorted({t.tahun for i in k.indikator for t in i.rencana})
    kolom = (
        KolomLembar("Indikator", 60),
        KolomLembar("Satuan", 14),
        *(KolomLembar(f"Target {t}", 14, "angka") for t in tahun),
        KolomLembar(f"Realisasi {k.tahun}", 14, "angka"),
        KolomLembar("Kemajuan (%)", 12, "desimal2"),
    )
    baris = []
    for i in k.indikator if tahun else ():
        menurut = {t.tahun: t.nilai for t in i.rencana}
        kemajuan = i.akhir.kemajuan.cetak if i.akhir and i.akhir.kemajuan else None
        baris.append(
            (
                i.nama,
                i.satuan,
                *(_angka(menurut.get(t)) for t in tahun),
                _angka(i.realisasi),
                kemajuan,
            )
        )
    return Lembar("Rencana", "Target rencana dan kemajuan", kolom, tuple(baris))


def _program(k: KonteksLKjIP) -> Lembar:
    kolom = (
        KolomLembar("Kode", 16),
        KolomLembar("Program atau kegiatan", 70),
        KolomLembar("Tingkat", 10),
        KolomLembar("Pagu (Rp)", 20, "rupiah"),
        KolomLembar("Realisasi (Rp)", 20, "rupiah"),
        KolomLembar("Serapan (%)", 12, "desimal2"),
    )
    isi = [(p.kode, p.nama, "program", p.anggaran) for p in k.program]
    isi = [
        x
        for p in k.program
        for x in (
            (p.kode, p.nama, "program", p.anggaran),
            *((g.kode, g.nama, "kegiatan", g.anggaran) for g in p.kegiatan),
        )
    ]
    baris = tuple(
        (kode, nama, tingkat, a.pagu, a.realisasi, _serapan(n, 3, 4, a.serapan))
        for n, (kode, nama, tingkat, a) in enumerate(isi)
    )
    return Lembar(
        "Program",
        f"Program dan anggaran tahun {k.tahun}",
        kolom,
        baris,
        ("Sel kosong berarti tidak tercatat, bukan nol.",),
    )


def _perjanjian(k: KonteksLKjIP) -> Lembar:
    kolom = (
        KolomLembar("No", 6, "bulat"),
        KolomLembar("Sasaran", 60),
        KolomLembar("Indikator kinerja", 60),
        KolomLembar("Satuan", 14),
        KolomLembar("Target", 14, "angka"),
    )
    baris = tuple(
        (s.nomor, s.pernyataan, i.nama, i.satuan, _angka(i.target)) for s in k.sasaran for i in s.indikator
    )
    return Lembar(
        "Perjanjian", f"Target Perjanjian Kinerja tahun {k.tahun}", kolom, baris if k.perjanjian else ()
    )


def _analisis(k: KonteksLKjIP) -> Lembar:
    kolom = (
        KolomLembar("Sasaran", 9, "bulat"),
        KolomLembar("Analisis", 9, "bulat"),
        KolomLembar("Data tersedia", 12),
        KolomLembar("Isi", 110),
    )
    baris = tuple(
        (s.nomor, a.slot, "ya" if a.tersedia else "belum", " ".join(a.isi))
        for s in k.sasaran
        for a in s.analisis
    )
    return Lembar("Analisis", "Tujuh analisis setiap sasaran", kolom, baris)


def _skala(k: KonteksLKjIP) -> Lembar:
    kolom = (
        KolomLembar("Kode", 8),
        KolomLembar("Nama", 24),
        KolomLembar("Batas bawah", 14, "angka"),
        KolomLembar("Batas termasuk", 14),
    )
    baris = tuple(
        (p.kode, p.nama, p.batas_bawah, "ya" if p.termasuk else "tidak")
        for p in sorted(k.skala.pita, key=lambda p: -p.urutan)
    )
    return Lembar(
        "Skala",
        f"Skala {k.skala.nama}",
        kolom,
        baris,
        (f"Sumber: {k.skala.sumber}; {k.skala.berlaku}.",),
        pita="Kode",
    )
