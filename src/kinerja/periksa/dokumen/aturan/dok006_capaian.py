"""DOK006 and DOK015: achievements computed from another target, by nothing, or by a formula that cannot fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kinerja.nilai import format_angka
from kinerja.padan import read_nama
from kinerja.periksa.dokumen.bentuk import LAPORAN, PENGUMPULAN, Aturan
from kinerja.periksa.dokumen.hitungan import Tercetak, explains, find_wrong, other_targets
from kinerja.periksa.dokumen.model import JenisDokumen, Temuan, print_sel
from kinerja.periksa.dokumen.perbandingan import Perbandingan
from kinerja.periksa.dokumen.siap import BarisSiap
from kinerja.pohon.temuan import TingkatTemuan

GALAT, PERINGATAN = TingkatTemuan.GALAT, TingkatTemuan.PERINGATAN
_SERATUS = Decimal(100)
_SPASI = re.compile(r"[\s*×%]+|100$")
# (R-(R-T))/T, in whatever words: a minus the difference of a and b leaves b, and b / b is one.
_SELALU_SERATUS = re.compile(r"\((?P<r>[a-z]+)-\((?P=r)-(?P<t>[a-z]+)\)\)/(?P=t)")
_LALU = r"(?:n\s*-\s*1|t\s*-\s*1|tahun\s+(?:lalu|sebelumnya)|sebelumnya)"
_SELISIH = re.compile(r"(?P<kiri>[^-/]*?)\s-\s(?P<kanan>[^/]*?)\)?\s*/\s*(?P<bawah>.*)", re.DOTALL)
_TURUN = frozenset({"penurunan", "menurunnya", "pengurangan", "berkurangnya"})
_NAIK = frozenset({"pertumbuhan", "peningkatan", "kenaikan", "laju"})


def check(run: Perbandingan) -> Iterator[Temuan]:
    """Printed achievements, then printed formulas."""
    for d in run.of(JenisDokumen.LKJIP):
        salah = find_wrong(d)
        for satu in salah:
            yield from _name(run, satu, salah)
        if d.dokumen.rumus_minimum and _SELALU_SERATUS.search(_plain(d.dokumen.rumus_minimum)):
            yield _always_hundred_formula(d.nama, d.dokumen.rumus_minimum)
    for baris in (b for d in run.dokumen for b in d.baris if b.asal is None):
        yield from _formula(baris)


def _name(run: Perbandingan, satu: Tercetak, salah: list[Tercetak]) -> Iterator[Temuan]:
    b = satu.baris
    hitungan = "" if satu.hasil.capaian is None else format_angka(satu.hasil.capaian, 2)
    tertukar = next((x for x in salah if x is not satu and _swapped(satu, x)), None)
    lain = next((t for t in other_targets(run, b) if t[1].angka is not None and explains(b, t[1])), None)
    if tertukar is not None:
        pesan = f'Capaian tercetak tertukar dengan "{tertukar.baris.nama}". Kembalikan ke barisnya.'
        yield _finding("DOK004", PERINGATAN, b, hitungan, pesan)
    elif lain is not None:
        pesan = f"Capaian {print_sel(b.baris.capaian)} hanya cocok dengan target {lain[1].teks} pada {lain[0]}, bukan "
        yield _finding(
            "DOK006", GALAT, b, hitungan, f"{pesan}dengan target {print_sel(b.baris.target)} yang tercetak."
        )
    elif satu.printed == _SERATUS and (b.baris.polaritas or "").casefold().startswith("min") and satu.jauh:
        pesan = "Capaian 100 padahal realisasi berbeda dari target: rumusnya selalu menghasilkan 100. Ganti rumusnya."
        yield _finding("DOK015", GALAT, b, hitungan, pesan)
    elif satu.jauh:
        yield _finding("DOK006", PERINGATAN, b, hitungan, satu.hasil.pesan)


def _swapped(x: Tercetak, y: Tercetak) -> bool:
    a, b = x.hasil.capaian, y.hasil.capaian
    if a is None or b is None or x.printed == y.printed:
        return False
    dekat = Decimal("0.01")
    return abs(a - y.printed) <= dekat and abs(b - x.printed) <= dekat


def _finding(kode: str, tingkat: TingkatTemuan, b: BarisSiap, hitungan: str, pesan: str) -> Temuan:
    nama = b.dokumen.nama
    return Temuan(
        kode=kode,
        kategori="K",
        tingkat=tingkat,
        indikator=b.nama,
        a=(f"{nama} (tercetak)", print_sel(b.baris.capaian)),
        b=(f"{nama} (dihitung ulang)", hitungan or "(tidak dapat dihitung)"),
        pesan=pesan,
        baris_a=b.baris.id,
    )


def _plain(rumus: str) -> str:
    return _SPASI.sub("", rumus.casefold().replace("–", "-").replace("−", "-"))


def _always_hundred_formula(nama: str, rumus: str) -> Temuan:
    return Temuan(
        kode="DOK015",
        kategori="K",
        tingkat=GALAT,
        indikator="rumus makin kecil makin baik",
        a=(nama, rumus),
        b=("seharusnya", "(2 × target − realisasi) ÷ target × 100"),
        pesan="Rumus yang tercetak selalu menghasilkan 100, berapa pun realisasinya. Ganti rumusnya.",
    )


def _formula(b: BarisSiap) -> Iterator[Temuan]:
    """The sign and the divisor of a formula of change."""
    m = _SELISIH.search((b.baris.rumus or "").casefold().replace("–", "-").replace("−", "-"))
    if m is None:
        return
    lalu_kiri, lalu_kanan = (re.search(_LALU, m[g]) is not None for g in ("kiri", "kanan"))
    kata = {k.asli for k in read_nama(b.nama).kata}
    if not lalu_kiri and lalu_kanan and kata & _TURUN:
        yield _formula_finding(
            b,
            "(tahun lalu − tahun ini) ÷ tahun lalu",
            "Rumusnya memberi nilai negatif bila angkanya turun, padahal namanya penurunan. Balik urutannya.",
        )
    elif (lalu_kiri != lalu_kanan) and kata & (_TURUN | _NAIK) and not re.search(_LALU, m["bawah"]):
        yield _formula_finding(
            b,
            "dibagi tahun lalu",
            "Perubahan dibagi dengan tahun ini, bukan tahun lalu. Tetapkan penyebut tahun lalu.",
        )


def _formula_finding(b: BarisSiap, seharusnya: str, pesan: str) -> Temuan:
    return Temuan(
        kode="DOK015",
        kategori="K",
        tingkat=PERINGATAN,
        indikator=b.nama,
        a=(b.dokumen.nama, b.baris.rumus or ""),
        b=("seharusnya", seharusnya),
        pesan=pesan,
        baris_a=b.baris.id,
    )


ATURAN = (
    Aturan(
        kode="DOK006",
        tingkat=GALAT,
        kategori=("K",),
        judul="Capaian tidak dihitung dari target yang tercetak",
        alasan="Pembaca menghitung dari angka di baris itu. Bila hasilnya hanya cocok dengan target lain, atau tidak "
        "cocok dengan apa pun, laporan tidak dapat diperiksa. Selisih pembulatan tidak dilaporkan di sini.",
        perbaikan="Hitung ulang dari target PK yang berlaku.",
        dasar=LAPORAN,
        contoh_buruk="Target 105,72, realisasi 100,46, capaian 89,50 (dihitung dari 112,24).",
        contoh_baik="Target 105,72, realisasi 100,46, capaian 95,02.",
        periksa=check,
        periksa_ke=(6,),
    ),
    Aturan(
        kode="DOK015",
        tingkat=GALAT,
        kategori=("K",),
        judul="Rumus atau tanda yang keliru",
        alasan="Penurunan yang dihitung (n - n-1) bernilai negatif bila berhasil; perubahan dibagi tahun lalu, bukan "
        "tahun ini; (R-(R-T))/T selalu 100.",
        perbaikan="Perbaiki rumus pada kamus indikator, lalu hitung ulang capaiannya.",
        dasar=PENGUMPULAN,
        contoh_buruk="Persentase penurunan kecelakaan = (n - n-1) / n-1 x 100.",
        contoh_baik="Persentase penurunan kecelakaan = (n-1 - n) / n-1 x 100.",
        periksa=check,
        periksa_ke=(15,),
    ),
)
