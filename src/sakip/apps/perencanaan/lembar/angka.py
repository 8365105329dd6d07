"""Numerals of a planner's file: clear ones are read, doubtful ones recognised and asked about, never guessed."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kinerja.nilai import GayaAngka, JenisNilai, Nilai, format_angka, read_value
from sakip.apps.perencanaan.lembar.tabel import eja_rupiah
from sakip.platform.lembar.baca import Sel

#: Indonesian numerals as they are meant: 1.250.000,50 or 1250000,50.
_JELAS = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_BERANGKA = frozenset({JenisNilai.ANGKA, JenisNilai.PERSEN, JenisNilai.RUPIAH})


@dataclass(frozen=True, slots=True)
class Bacaan:
    """The cell of a table that a cell of the file stands for; `ragu` holds its text when it has to be confirmed."""

    teks: str = ""
    ragu: str = ""
    galat: str = ""


def read_target(sel: Sel) -> Bacaan:
    """A target: a number, a threshold, a range, a grade or words; an empty cell promises nothing."""
    if isinstance(sel, Decimal):
        return Bacaan(_spell(sel))
    teks = " ".join(sel.split())
    nilai = read_value(teks, GayaAngka.INDONESIA)
    if nilai.jenis is JenisNilai.GALAT:
        return Bacaan(galat=f'"{teks}" adalah galat rumus. Perbaiki rumusnya atau tulis angkanya.')
    if not nilai.dilaporkan:
        return Bacaan()
    if nilai.jenis not in _BERANGKA or nilai.angka is None:
        return Bacaan(teks, teks if nilai.ragu else "")
    baku = _spell(_whole(nilai))
    return Bacaan(baku, "" if _is_clear(teks) else teks)


def read_pagu(sel: Sel) -> Bacaan:
    """A ceiling in full Rupiah."""
    if isinstance(sel, Decimal):
        return _amount(sel, "")
    teks = " ".join(sel.split())
    nilai = read_value(teks, GayaAngka.INDONESIA)
    if nilai.jenis is JenisNilai.KOSONG or not teks:
        return Bacaan()
    if nilai.jenis not in (JenisNilai.ANGKA, JenisNilai.RUPIAH) or nilai.angka is None:
        return Bacaan(galat=f'"{teks}" bukan angka rupiah. Tulis rupiah penuh, misalnya 1.250.000.000.')
    return _amount(_whole(nilai), "" if _is_clear(teks) else teks)


def nilai_of_text(teks: str) -> Nilai:
    """The value that a cell of a table stands for."""
    return read_value(teks, GayaAngka.INDONESIA)


def _amount(jumlah: Decimal, ragu: str) -> Bacaan:
    if jumlah < 0:
        return Bacaan(galat="Pagu tidak boleh negatif.")
    if jumlah != jumlah.quantize(Decimal("0.01")):
        return Bacaan(galat=f"Pagu {_spell(jumlah)} memuat pecahan sen. Bulatkan ke rupiah penuh.")
    if jumlah.adjusted() >= 18:
        return Bacaan(galat="Pagu lebih dari 18 digit. Periksa nol di belakangnya.")
    return Bacaan(eja_rupiah(jumlah), ragu)


def _is_clear(teks: str) -> bool:
    bersih = re.sub(r"^Rp\.?\s*|\s*%$", "", teks, flags=re.IGNORECASE)
    return _JELAS.fullmatch(bersih) is not None


def _whole(nilai: Nilai) -> Decimal:
    assert nilai.angka is not None
    return nilai.angka if nilai.pengali is None else nilai.angka * nilai.pengali


def _spell(angka: Decimal) -> str:
    desimal = angka.as_tuple().exponent
    return format_angka(angka, max(0, -desimal) if isinstance(desimal, int) else 0)
