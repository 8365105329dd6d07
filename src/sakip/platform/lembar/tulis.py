"""Writing a template from the same description that reads it back."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import xlsxwriter

from sakip.platform.lembar.pesan import column_letters
from sakip.platform.lembar.uraian import Kolom, UraianLembar

# Rows below the heading that get a format and a list to choose from.
BARIS_SIAP = 500
_DAFTAR = "Daftar"
Isi = str | Decimal | None


@dataclass(frozen=True, slots=True)
class IsiLembar:
    """One sheet to write: its description and the rows that are known already, by column key."""

    uraian: UraianLembar
    baris: Sequence[Mapping[str, Isi]] = ()


@dataclass(slots=True)
class _Gaya:
    judul: Any
    wajib: Any
    teks: Any
    angka: Any
    uang: Any
    paragraf: Any
    kepala: Any


@dataclass(frozen=True, slots=True)
class Templat:
    """A whole workbook: instructions, sheets, and the lists its cells choose from."""

    judul: str
    petunjuk: Sequence[str]
    lembar: Sequence[IsiLembar]
    daftar: Mapping[str, Sequence[str]] = field(default_factory=dict)


def write_template(templat: Templat) -> bytes:
    """The workbook as .xlsx. Text stays text: nothing in it is ever taken for a formula."""
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluaran, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    buku.set_properties({"title": templat.judul})
    gaya = _styles(buku)
    _write_instructions(buku, templat, gaya)
    letak = _list_ranges(templat)
    for isi in templat.lembar:
        _write_sheet(buku, isi, gaya, letak)
    _write_lists(buku, templat)
    buku.close()
    return keluaran.getvalue()


def _styles(buku: Any) -> _Gaya:
    tepi = {"border": 1, "border_color": "#B8BEC9", "valign": "top"}
    judul = {"bold": True, "text_wrap": True, "font_color": "#FFFFFF", **tepi}
    return _Gaya(
        judul=buku.add_format({**judul, "bg_color": "#5A6475"}),
        wajib=buku.add_format({**judul, "bg_color": "#1F3F77"}),
        teks=buku.add_format({**tepi, "text_wrap": True, "num_format": "@"}),
        angka=buku.add_format({**tepi, "num_format": "General", "align": "right"}),
        uang=buku.add_format({**tepi, "num_format": "#,##0", "align": "right"}),
        paragraf=buku.add_format({"text_wrap": True, "valign": "top"}),
        kepala=buku.add_format({"bold": True, "font_size": 14}),
    )


def _write_instructions(buku: Any, templat: Templat, gaya: _Gaya) -> None:
    lembar = buku.add_worksheet("Petunjuk")
    lembar.set_column(0, 0, 24)
    lembar.set_column(1, 1, 100)
    lembar.hide_gridlines(2)
    lembar.write_string(0, 0, templat.judul, gaya.kepala)
    baris = 2
    for nomor, kalimat in enumerate(templat.petunjuk, 1):
        lembar.write_string(baris, 0, f"{nomor}.", gaya.paragraf)
        lembar.write_string(baris, 1, kalimat, gaya.paragraf)
        baris += 1
    for isi in templat.lembar:
        baris += 1
        lembar.write_string(baris, 0, f"Lembar {isi.uraian.nama}", gaya.wajib)
        lembar.write_string(baris, 1, isi.uraian.keterangan, gaya.paragraf)
        baris += 1
        for kolom in isi.uraian.kolom:
            lembar.write_string(baris, 0, kolom.judul + (" (wajib)" if kolom.wajib else ""), gaya.paragraf)
            lembar.write_string(baris, 1, _explain(kolom), gaya.paragraf)
            baris += 1


def _explain(kolom: Kolom) -> str:
    pilihan = f"Pilihan: {', '.join(kolom.pilihan)}." if kolom.pilihan else ""
    return " ".join(bagian for bagian in (kolom.keterangan, pilihan) if bagian)


def _write_sheet(buku: Any, isi: IsiLembar, gaya: _Gaya, letak: Mapping[str, str]) -> None:
    lembar = buku.add_worksheet(isi.uraian.nama)
    lembar.freeze_panes(1, 1)
    lembar.set_row(0, 32)
    akhir = max(BARIS_SIAP, len(isi.baris) + 100)
    for k, kolom in enumerate(isi.uraian.kolom):
        bentuk = {"nilai": gaya.angka, "bulat": gaya.angka, "uang": gaya.uang}.get(kolom.jenis, gaya.teks)
        lembar.set_column(k, k, kolom.lebar, bentuk)
        lembar.write_string(0, k, kolom.judul, gaya.wajib if kolom.wajib else gaya.judul)
        if kolom.keterangan:
            lembar.write_comment(0, k, _explain(kolom), {"x_scale": 2})
        aturan = _validation(kolom, letak)
        if aturan is not None:
            lembar.data_validation(1, k, akhir, k, aturan)
        for b, baris in enumerate(isi.baris, 1):
            _write_cell(lembar, b, k, baris.get(kolom.kunci), bentuk)
    if isi.uraian.kolom:
        lembar.autofilter(0, 0, max(1, len(isi.baris)), len(isi.uraian.kolom) - 1)


def _write_cell(lembar: Any, baris: int, kolom: int, isi: Isi, bentuk: Any) -> None:
    if isi is None or isi == "":
        return
    # A spreadsheet keeps 15 digits; a longer number is written as text rather than rounded.
    if isinstance(isi, Decimal) and len(isi.as_tuple().digits) <= 15:
        lembar.write_number(baris, kolom, isi, bentuk)
    elif isinstance(isi, Decimal):
        lembar.write_string(baris, kolom, f"{isi:f}".replace(".", ","), bentuk)
    else:
        lembar.write_string(baris, kolom, isi, bentuk)


def _validation(kolom: Kolom, letak: Mapping[str, str]) -> dict[str, Any] | None:
    pesan = {
        "error_title": "Tidak ada di daftar",
        "error_message": f"Pilih {kolom.judul} dari daftar, atau kosongkan."[:255],
    }
    if kolom.pilihan:
        return {"validate": "list", "source": list(kolom.pilihan), **pesan}
    if kolom.daftar in letak:
        # Codes may be typed ahead of the sheet that will hold them, so this list only advises.
        return {"validate": "list", "source": letak[kolom.daftar], "error_type": "warning", **pesan}
    return None


def _list_ranges(templat: Templat) -> dict[str, str]:
    hasil = {}
    for k, (nama, isi) in enumerate(templat.daftar.items()):
        if isi:
            huruf = column_letters(k)
            hasil[nama] = f"={_DAFTAR}!${huruf}$2:${huruf}${len(isi) + 1}"
    return hasil


def _write_lists(buku: Any, templat: Templat) -> None:
    lembar = buku.add_worksheet(_DAFTAR)
    lembar.hide()
    for k, (nama, isi) in enumerate(templat.daftar.items()):
        lembar.write_string(0, k, nama)
        for b, satu in enumerate(isi, 1):
            lembar.write_string(b, k, satu)
