"""Workbooks with live formulas: one described sheet after another, guarded against formulas from text."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from sakip.reports.naskah import clean

_TINGKAT = ("#FAE8EB", "#FDF0E4", "#FDF7E2", "#EEF8F5", "#E3F1F1")
_TINTA = ("#86112A", "#833A07", "#664B00", "#145C57", "#084B54")
_BERBAHAYA = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, slots=True)
class Rumus:
    """A formula and the figure it gives, so that readers without a calculation engine see it too."""

    teks: str
    hasil: Decimal | str | None = None


@dataclass(frozen=True, slots=True)
class KolomLembar:
    judul: str
    lebar: float = 12
    bentuk: str = "teks"
    catatan: str = ""


Isi = str | Decimal | int | Rumus | None


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: title, remark, a table of columns and rows, notes below."""

    nama: str
    judul: str
    kolom: tuple[KolomLembar, ...]
    baris: tuple[tuple[Isi, ...], ...]
    kaki: tuple[str, ...] = ()
    pita: str | None = None
    #: Row of the table's header, counted from 0; formulas refer to the rows after it.
    KEPALA = 3


@dataclass(frozen=True, slots=True)
class Buku:
    judul: str
    penulis: str
    dibuat: datetime
    peringatan: str
    keterangan: tuple[tuple[str, str], ...]
    lembar: tuple[Lembar, ...]
    pita: dict[str, int] = field(default_factory=dict)


def cell(baris: int, kolom: int) -> str:
    """The address of a table cell: row 0 is the first row below the header."""
    return str(xl_rowcol_to_cell(Lembar.KEPALA + 1 + baris, kolom))


def render_xlsx(buku: Buku) -> bytes:
    keluar = io.BytesIO()
    pilihan = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(keluar, pilihan) as kerja:
        kerja.set_properties({"title": buku.judul, "author": buku.penulis, "created": buku.dibuat})
        kerja.set_calc_mode("auto")
        gaya = _Gaya(kerja)
        _write_keterangan(kerja, buku, gaya)
        for lembar in buku.lembar:
            _write_lembar(kerja, lembar, buku, gaya)
    return keluar.getvalue()


class _Gaya:
    """Cell formats of the workbook."""

    def __init__(self, kerja: Any) -> None:
        dasar = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
        self.judul = kerja.add_format({**dasar, "bold": True, "font_size": 15, "font_color": "#17315F"})
        self.peringatan = kerja.add_format({**dasar, "bold": True, "font_color": "#84470F"})
        self.kaki = kerja.add_format({**dasar, "font_size": 9, "font_color": "#445167"})
        self.kepala = kerja.add_format(
            {
                **dasar,
                "bold": True,
                "font_color": "#17315F",
                "bg_color": "#F2F5F9",
                "bottom": 2,
                "text_wrap": True,
            }
        )
        self.label = kerja.add_format({**dasar, "bold": True})
        self.tautan = kerja.add_format({**dasar, "font_color": "#1F4485", "underline": 1})
        self.belum = kerja.add_format({**dasar, "font_color": "#445167", "italic": True, "border": 3})
        self.bentuk = {
            "teks": kerja.add_format({**dasar, "text_wrap": True}),
            "angka": kerja.add_format({**dasar, "num_format": "#,##0.####"}),
            "desimal2": kerja.add_format({**dasar, "num_format": "#,##0.00"}),
            "rupiah": kerja.add_format({**dasar, "num_format": "#,##0"}),
            "bulat": kerja.add_format({**dasar, "num_format": "0"}),
        }
        self.kutip = kerja.add_format({**dasar, "text_wrap": True, "quote_prefix": True})
        self.pita = [
            kerja.add_format({"bg_color": latar, "font_color": tinta, "bold": True})
            for latar, tinta in zip(_TINGKAT, _TINTA, strict=True)
        ]


def _write_keterangan(kerja: Any, buku: Buku, gaya: _Gaya) -> None:
    lembar = kerja.add_worksheet("Keterangan")
    lembar.set_column(0, 0, 26)
    lembar.set_column(1, 1, 96)
    lembar.hide_gridlines(2)
    write_text(lembar, 0, 0, buku.judul, gaya, gaya.judul)
    lembar.write_string(1, 0, buku.peringatan, gaya.peringatan)
    for n, (nama, isi) in enumerate(buku.keterangan, 3):
        lembar.write_string(n, 0, nama, gaya.label)
        write_text(lembar, n, 1, isi, gaya)
    mulai = 4 + len(buku.keterangan)
    lembar.write_string(mulai, 0, "Lembar", gaya.label)
    for n, satu in enumerate(buku.lembar):
        lembar.write_url(
            mulai + n, 1, f"internal:'{satu.nama}'!A1", gaya.tautan, f"{satu.nama}: {satu.judul}"
        )
    _halaman(lembar, buku)


def _write_lembar(kerja: Any, isi: Lembar, buku: Buku, gaya: _Gaya) -> None:
    lembar = kerja.add_worksheet(isi.nama)
    lembar.hide_gridlines(2)
    write_text(lembar, 0, 0, isi.judul, gaya, gaya.judul)
    lembar.write_string(1, 0, buku.peringatan, gaya.peringatan)
    kepala = Lembar.KEPALA
    for k, kolom in enumerate(isi.kolom):
        lembar.set_column(k, k, kolom.lebar)
        lembar.write_string(kepala, k, kolom.judul, gaya.kepala)
        if kolom.catatan:
            lembar.write_comment(kepala, k, kolom.catatan)
    for b, baris in enumerate(isi.baris):
        for k, (kolom, nilai) in enumerate(zip(isi.kolom, baris, strict=True)):
            _write(lembar, kepala + 1 + b, k, nilai, kolom.bentuk, gaya)
    if isi.baris:
        akhir = kepala + len(isi.baris)
        lembar.add_table(
            kepala,
            0,
            akhir,
            len(isi.kolom) - 1,
            {
                "name": f"T_{isi.nama.replace(' ', '_')}",
                "style": "Table Style Light 1",
                "banded_rows": False,
                "columns": [{"header": k.judul, "header_format": gaya.kepala} for k in isi.kolom],
            },
        )
        _warnai(lembar, isi, buku, gaya, akhir)
    lembar.freeze_panes(kepala + 1, 2 if len(isi.kolom) > 4 else 0)
    lembar.repeat_rows(kepala)
    for n, kaki in enumerate(isi.kaki):
        write_text(lembar, kepala + len(isi.baris) + 2 + n, 0, kaki, gaya, gaya.kaki)
    _halaman(lembar, buku)


def _warnai(lembar: Any, isi: Lembar, buku: Buku, gaya: _Gaya, akhir: int) -> None:
    """The band's colour follows the letter that the formula gives."""
    for k, kolom in enumerate(isi.kolom):
        if kolom.judul != isi.pita:
            continue
        for kode, tingkat in buku.pita.items():
            lembar.conditional_format(
                Lembar.KEPALA + 1,
                k,
                akhir,
                k,
                {"type": "cell", "criteria": "==", "value": f'"{kode}"', "format": gaya.pita[tingkat - 1]},
            )


def _write(lembar: Any, baris: int, kolom: int, nilai: Isi, bentuk: str, gaya: _Gaya) -> None:
    if nilai is None:
        lembar.write_blank(baris, kolom, None, gaya.bentuk[bentuk])
    elif isinstance(nilai, Rumus):
        hasil = float(nilai.hasil) if isinstance(nilai.hasil, Decimal) else (nilai.hasil or "")
        lembar.write_formula(baris, kolom, nilai.teks, gaya.bentuk[bentuk], hasil)
    elif isinstance(nilai, Decimal | int):
        lembar.write_number(baris, kolom, float(nilai), gaya.bentuk[bentuk if bentuk != "teks" else "angka"])
    elif bentuk != "teks":
        lembar.write_string(baris, kolom, clean(nilai), gaya.belum)
    else:
        write_text(lembar, baris, kolom, nilai, gaya)


def write_text(lembar: Any, baris: int, kolom: int, teks: str, gaya: _Gaya, bentuk: Any = None) -> None:
    """Text stays text, whatever it begins with, also after somebody edits the cell."""
    rapi = clean(teks)[:32_000]
    if rapi.startswith(_BERBAHAYA):
        bentuk = gaya.kutip
    lembar.write_string(baris, kolom, rapi, bentuk or gaya.bentuk["teks"])


def _halaman(lembar: Any, buku: Buku) -> None:
    lembar.set_paper(9)
    lembar.set_landscape()
    lembar.fit_to_pages(1, 0)
    lembar.set_footer(f"&L&8{buku.judul.replace('&', '&&')[:120]}&R&8&P dari &N")
