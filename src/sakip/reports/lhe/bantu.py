"""Figures, dates and names as an LHE prints them."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from kinerja.instrumen import parse_pecahan, to_cetak
from sakip.apps.evaluasi.selectors.konteks import BatasPredikat, KonteksLHE
from sakip.platform.organisasi.models import JenisInstansi
from sakip.reports.angka import MINUS, format_tanggal
from sakip.reports.lkjip.susun_organisasi import plain_name
from sakip.reports.naskah import Sel

KEPALA_DAERAH = {
    JenisInstansi.KOTA: "Wali Kota",
    JenisInstansi.KABUPATEN: "Bupati",
    JenisInstansi.PROVINSI: "Gubernur",
}
_PERATURAN = re.compile(r"^PermenPANRB (\d+)/(\d{4})")
_TENTANG = {
    ("88", "2021"): "Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
    ("12", "2015"): "Pedoman Evaluasi atas Implementasi Sistem Akuntabilitas Kinerja Instansi Pemerintah",
}
#: An item that nobody has graded yet; not a zero.
BELUM = "belum"


def exact(nilai: str | None) -> Fraction | None:
    return None if nilai is None else parse_pecahan(nilai)


def cetak(nilai: str | Fraction | None, kosong: str = BELUM) -> str:
    """Two decimals, rounded once."""
    angka = exact(nilai) if isinstance(nilai, str) else nilai
    return kosong if angka is None else to_cetak(angka).replace("-", MINUS)


def angka_sel(nilai: str | None, *, tebal: bool = False, kosong: str = BELUM) -> Sel:
    return Sel(cetak(nilai, kosong), tebal=tebal, redup=nilai is None)


def change(kini: str | None, lalu: str | None) -> str:
    """The change since last year with its sign; nothing where one of the two is missing."""
    a, b = exact(kini), exact(lalu)
    if a is None or b is None:
        return "–"
    teks = cetak(a - b)
    return f"+{teks}" if a > b and teks != "0,00" else teks.replace(f"{MINUS}0,00", "0,00")


def tanggal(iso: str | None) -> str:
    return "" if iso is None else format_tanggal(date.fromisoformat(iso))


def rentang_tanggal(mulai: str | None, selesai: str | None) -> str:
    if mulai is None:
        return ""
    if selesai is None or selesai == mulai:
        return f"pada {tanggal(mulai)}"
    return f"pada {tanggal(mulai)} sampai dengan {tanggal(selesai)}"


def wilayah(k: KonteksLHE) -> str:
    return plain_name(k.instansi.nama).removeprefix("Pemerintah ")


def pemerintah(k: KonteksLHE) -> str:
    nama = plain_name(k.instansi.nama)
    return (
        nama if nama.startswith(("Pemerintah", "Kementerian", "Badan", "Lembaga")) else f"Pemerintah {nama}"
    )


def tempat(k: KonteksLHE) -> str:
    """Where the letter is written; the seat of a regency or province is not in the data."""
    return wilayah(k).removeprefix("Kota ") if k.instansi.jenis == JenisInstansi.KOTA else ""


def kepala_daerah(k: KonteksLHE) -> str:
    awal = KEPALA_DAERAH.get(JenisInstansi(k.instansi.jenis))
    if awal is None:
        return f"Pimpinan {wilayah(k)}"
    sisa = wilayah(k)
    for depan in ("Kota ", "Kabupaten ", "Provinsi "):
        sisa = sisa.removeprefix(depan)
    return f"{awal} {sisa}"


def band(k: KonteksLHE, kode: str) -> BatasPredikat | None:
    return next((p for p in k.predikat if p.kode == kode), None)


def predikat_teks(k: KonteksLHE, kode: str) -> str:
    """`B (Baik)`."""
    p = band(k, kode)
    return kode if p is None else f"{kode} ({p.sebutan})"


def next_band(k: KonteksLHE) -> BatasPredikat | None:
    """The band above the one reached: its lower bound is the sheet's upper one."""
    kini = band(k, k.predikat_kode)
    return None if kini is None else next((p for p in k.predikat if p.di_atas == kini.sampai), None)


def law(dasar: str) -> str:
    """`PermenPANRB 88/2021` as a list of legal grounds names it, with its title where it is known."""

    def full(cocok: re.Match[str]) -> str:
        nomor, tahun = cocok.groups()
        tentang = _TENTANG.get((nomor, tahun))
        nama = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
        return f"{nama} Nomor {nomor} Tahun {tahun}" + (f" tentang {tentang}" if tentang else "")

    return _PERATURAN.sub(full, dasar)


def all_sub_missing(k: KonteksLHE) -> list[str]:
    return [s.kode for kom in k.komponen for s in kom.sub if s.nilai is None]
