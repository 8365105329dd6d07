"""Read printed cells into values, one column at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from kinerja.nilai.jenis import JenisNilai, Nilai
from kinerja.nilai.pemisah import Bacaan, GayaAngka, read_numeral
from kinerja.nilai.uraian import SEBAB_TERBALIK, Uraian, uraikan

_EKSPONEN_TERBESAR = 30

Sel = str | Decimal | None


def read_column(cells: Sequence[Sel]) -> list[Nilai]:
    """Read one field of one document; its separators are decided over all cells together.

    A cell that is a number already (from a spreadsheet) is taken as it is and proves nothing.

    >>> [str(n.angka) for n in read_column(["6,831,222", "1,309", "2.5"])]
    ['6831222', '1309', '2.5']
    >>> [n.ragu for n in read_column(["1,309", "12"])]
    [True, False]
    """
    isi_list = [c if isinstance(c, Decimal) else uraikan(c) for c in cells]
    gaya = GayaAngka.from_numerals(n for i in isi_list if isinstance(i, Uraian) for n in i.numerals)
    return [_to_nilai(c, i, gaya) for c, i in zip(cells, isi_list, strict=True)]


def read_value(teks: Sel, gaya: GayaAngka | None = None) -> Nilai:
    """Read a single cell, by a known style of numerals or by what the cell itself proves.

    >>> read_value("59,26%").angka, read_value("< 5").pembanding, read_value("500 ribu org").pengali
    (Decimal('59.26'), '<', Decimal('1000'))
    >>> read_value("1,309").ragu, read_value("1.309", GayaAngka.INDONESIA).angka
    (True, Decimal('1309'))
    """
    if gaya is None:
        return read_column([teks])[0]
    return _to_nilai(teks, teks if isinstance(teks, Decimal) else uraikan(teks), gaya)


def _to_nilai(sel: Sel, isi: Uraian | Decimal, gaya: GayaAngka) -> Nilai:
    if isinstance(isi, Decimal):
        return Nilai.dari_angka(isi) if isi.is_finite() else Nilai(JenisNilai.GALAT, teks=str(isi))
    return _read_teks(sel if isinstance(sel, str) else "", gaya)


@lru_cache(maxsize=16_384)
def _read_teks(teks: str, gaya: GayaAngka) -> Nilai:
    """The same figures stand in document after document."""
    uraian = uraikan(teks)
    hasil = Nilai(
        uraian.jenis,
        teks=teks,
        pembanding=uraian.pembanding,
        pengali=uraian.pengali,
        ragu=uraian.sebab is not None and uraian.jenis is not JenisNilai.GALAT,
        sebab=uraian.sebab,
    )
    if uraian.utama is None:
        return hasil
    bacaan = _scaled(read_numeral(uraian.utama, gaya), uraian.eksponen)
    if uraian.bawah is not None:
        return _range(hasil, read_numeral(uraian.bawah, gaya), bacaan)
    sebab = hasil.sebab or bacaan.sebab
    return replace(
        hasil,
        angka=bacaan.angka,
        desimal=_decimals(bacaan.angka),
        ragu=sebab is not None,
        sebab=sebab,
        lain=bacaan.lain,
    )


def _scaled(bacaan: Bacaan, eksponen: int) -> Bacaan:
    if eksponen == 0 or bacaan.angka is None:
        return bacaan
    if abs(eksponen) > _EKSPONEN_TERBESAR:
        return replace(bacaan, angka=None)
    return replace(bacaan, angka=bacaan.angka.scaleb(eksponen))


def _range(hasil: Nilai, bawah: Bacaan, atas: Bacaan) -> Nilai:
    sebab = hasil.sebab or bawah.sebab or atas.sebab
    if bawah.angka is None or atas.angka is None:
        return replace(hasil, ragu=True, sebab=sebab)
    ujung = sorted((bawah.angka, atas.angka))
    if ujung[0] != bawah.angka and bawah.angka >= 0 and atas.angka >= 0:
        sebab = sebab or SEBAB_TERBALIK
    return replace(
        hasil,
        angka=ujung[1],
        bawah=ujung[0],
        atas=ujung[1],
        desimal=_decimals(ujung[1]),
        ragu=sebab is not None,
        sebab=sebab,
    )


def _decimals(angka: Decimal | None) -> int | None:
    if angka is None:
        return None
    exponent = angka.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else None
