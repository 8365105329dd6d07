"""The matrix as Bappeda keeps it: which columns a document has, and how a workbook of it is written."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import xlsxwriter

from sakip.apps.perencanaan.lembar.tabel import Baris, Tabel, baca_rupiah, is_simpul, tahun_dokumen
from sakip.apps.perencanaan.models import Dokumen, JenisSimpul
from sakip.apps.perencanaan.susunan import SUSUNAN

LEMBAR, TANDA = "Matriks", "_sakip"
#: Hidden columns before the first visible one: the key of the node and of the indicator.
KUNCI_S, KUNCI_I, AWAL = 0, 1, 2
BARIS_JUDUL = 3
_DIGIT_EXCEL = 15


@dataclass(frozen=True, slots=True)
class Kepala:
    """What stands above the matrix."""

    judul: str
    unit: str
    keterangan: str
    ekspor: str = ""
    dokumen: str = ""


def tingkat_matriks(dokumen: Dokumen, tabel: Tabel) -> list[JenisSimpul]:
    """Levels that get a column: those of this kind of document, and those it uses besides."""
    susunan = SUSUNAN[dokumen.jenis]
    dikenal = {*susunan, *(anak for semua in susunan.values() for anak in semua)}
    dipakai = {baris["jenis"] for kunci, baris in tabel.items() if is_simpul(kunci)}
    return [satu for satu in JenisSimpul if satu in dikenal or satu in dipakai]


def judul_kolom(dokumen: Dokumen, tingkat: Sequence[JenisSimpul]) -> list[tuple[str, str]]:
    """The visible columns as (key, heading); the two of a year share a heading above them."""
    kolom = [("kode", "Kode"), ("jenis", "Jenis")]
    kolom += [(f"j:{satu}", str(satu.label)) for satu in tingkat]
    kolom += [("indikator", "Indikator"), ("satuan", "Satuan"), ("awal", "Kondisi awal")]
    for tahun in tahun_dokumen(dokumen):
        kolom += [(f"t:{tahun}", "Target"), (f"rp:{tahun}", "Rp")]
    return [*kolom, ("pj", "Unit penanggung jawab")]


def write_matriks(dokumen: Dokumen, tabel: Tabel, kepala: Kepala, unit: Mapping[str, str]) -> bytes:
    """The workbook; `unit` prints a unit's code as people call it. Text is never taken for a formula."""
    keluaran = io.BytesIO()
    pilihan = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    buku = xlsxwriter.Workbook(keluaran, pilihan)
    lembar = buku.add_worksheet(LEMBAR)
    gaya = _Gaya(buku)
    kolom = judul_kolom(dokumen, tingkat_matriks(dokumen, tabel))
    _write_head(lembar, kolom, kepala, gaya)
    baris_ke = BARIS_JUDUL + 2
    for baris in matrix_rows(tabel):
        _write_row(lembar, baris_ke, kolom, baris, gaya, unit)
        baris_ke += 1
    _setup_page(lembar, kolom, baris_ke)
    tanda = buku.add_worksheet(TANDA)
    tanda.very_hidden()
    for nomor, (nama, isi) in enumerate((("ekspor", kepala.ekspor), ("dokumen", kepala.dokumen))):
        tanda.write_string(nomor, 0, nama)
        tanda.write_string(nomor, 1, isi)
    buku.close()
    return keluaran.getvalue()


class _Gaya:
    def __init__(self, buku: Any) -> None:
        tepi = {"border": 1, "border_color": "#B8BEC9", "valign": "top"}
        self._buku, self._tepi = buku, tepi
        self.kepala = buku.add_format(
            {
                **tepi,
                "bold": True,
                "text_wrap": True,
                "align": "center",
                "valign": "vcenter",
                "bg_color": "#E7EBF2",
            }
        )
        self.judul = buku.add_format({"bold": True, "font_size": 14})
        self.biasa = buku.add_format({"font_color": "#5A6475"})
        self.teks = buku.add_format({**tepi, "text_wrap": True, "num_format": "@"})
        self.uang = buku.add_format({**tepi, "num_format": "#,##0.##"})
        self.rupiah = buku.add_format({**tepi, "num_format": "#,##0"})
        self._angka: dict[int, Any] = {}

    def angka(self, desimal: int) -> Any:
        if desimal not in self._angka:
            pola = "#,##0" + ("." + "0" * desimal if desimal else "")
            self._angka[desimal] = self._buku.add_format({**self._tepi, "num_format": pola})
        return self._angka[desimal]


def _write_head(lembar: Any, kolom: list[tuple[str, str]], kepala: Kepala, gaya: _Gaya) -> None:
    lembar.write_string(0, AWAL, kepala.judul, gaya.judul)
    lembar.write_string(1, AWAL, kepala.unit, gaya.biasa)
    lembar.write_string(2, AWAL, kepala.keterangan, gaya.biasa)
    atas, bawah = BARIS_JUDUL, BARIS_JUDUL + 1
    for k, nama in ((KUNCI_S, "Kunci butir"), (KUNCI_I, "Kunci indikator")):
        lembar.merge_range(atas, k, bawah, k, nama, gaya.kepala)
    for k, (kunci, judul) in enumerate(kolom, AWAL):
        if kunci.startswith("t:"):
            lembar.merge_range(atas, k, atas, k + 1, kunci[2:], gaya.kepala)
        if kunci.startswith(("t:", "rp:")):
            lembar.write_string(bawah, k, judul, gaya.kepala)
        else:
            lembar.merge_range(atas, k, bawah, k, judul, gaya.kepala)


def matrix_rows(tabel: Tabel) -> list[Baris]:
    """One row per indicator, the first one beside its node; a node without indicators has its own."""
    hasil: list[Baris] = []
    milik: dict[str, list[str]] = {}
    for kunci in tabel:
        if not is_simpul(kunci):
            milik.setdefault(f"S:{kunci[2:].partition('|')[0]}", []).append(kunci)
    for kunci, isi in tabel.items():
        if not is_simpul(kunci):
            continue
        simpul = {**isi, f"j:{isi['jenis']}": isi["pernyataan"], "kunci_s": kunci}
        for nomor, i in enumerate(milik.get(kunci, [""])):
            ukuran: Baris = {} if not i else {**tabel[i], "indikator": tabel[i]["nama"], "kunci_i": i}
            hasil.append({**(simpul if nomor == 0 else {}), **ukuran})
    return hasil


def _write_row(
    lembar: Any, ke: int, kolom: list[tuple[str, str]], isi: Baris, gaya: _Gaya, unit: Mapping[str, str]
) -> None:
    lembar.write_string(ke, KUNCI_S, isi.get("kunci_s", ""))
    lembar.write_string(ke, KUNCI_I, isi.get("kunci_i", ""))
    for k, (kunci, _judul) in enumerate(kolom, AWAL):
        teks = isi.get(kunci, "")
        if kunci == "pj":
            teks = unit.get(teks, teks)
        elif kunci == "jenis" and teks:
            teks = str(JenisSimpul(teks).label)
        angka = _number(kunci, teks)
        if angka is None:
            lembar.write_string(ke, k, teks, gaya.teks) if teks else lembar.write_blank(
                ke, k, None, gaya.teks
            )
        elif kunci.startswith("rp:"):
            utuh = angka == angka.to_integral_value()
            lembar.write_number(ke, k, angka, gaya.rupiah if utuh else gaya.uang)
        else:
            desimal = len(teks.partition(",")[2])
            lembar.write_number(ke, k, angka, gaya.angka(desimal))


def _number(kunci: str, teks: str) -> Decimal | None:
    """A plain number that a spreadsheet keeps exactly; anything else stays text."""
    if not teks or not kunci.startswith(("t:", "rp:")):
        return None
    try:
        angka = baca_rupiah(teks)
    except InvalidOperation:
        return None
    if angka is None or not angka.is_finite() or len(angka.as_tuple().digits) > _DIGIT_EXCEL:
        return None
    return angka


def _setup_page(lembar: Any, kolom: list[tuple[str, str]], akhir: int) -> None:
    lembar.set_column(KUNCI_S, KUNCI_I, 4, None, {"hidden": True})
    lebar = {"kode": 16, "jenis": 12, "indikator": 40, "satuan": 12, "awal": 14, "pj": 26}
    for k, (kunci, _judul) in enumerate(kolom, AWAL):
        bawaan = 32 if kunci.startswith("j:") else 18 if kunci.startswith("rp:") else 12
        lembar.set_column(k, k, lebar.get(kunci, bawaan))
    tetap = next(k for k, (kunci, _) in enumerate(kolom, AWAL) if kunci.startswith("j:"))
    lembar.freeze_panes(BARIS_JUDUL + 2, tetap)
    lembar.set_landscape()
    lembar.set_paper(8)
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(BARIS_JUDUL, BARIS_JUDUL + 1)
    lembar.print_area(0, AWAL, max(akhir - 1, BARIS_JUDUL + 2), AWAL + len(kolom) - 1)
