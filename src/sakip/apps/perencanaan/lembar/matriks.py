"""The sheets as planners keep them: which columns a plan has, and how a workbook of any kind is written."""

import io
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
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
BERKODE = frozenset({"kode", "induk", "mendukung"})
#: Rows below the last one that get a list to choose from.
BARIS_SIAP = 500
#: Columns that stand below a year.
BERTAHUN = ("t:", "rp:", "r:")
_DIGIT_EXCEL = 15
_LEBAR = {
    "kode": 16, "jenis": 16, "indikator": 40, "satuan": 12, "awal": 14, "pj": 26, "rumus": 36, "definisi": 36,
    "sumber": 24, "alasan": 30, "induk": 16, "pernyataan": 48, "unit": 26, "jabatan": 30, "pemilik": 26,
    "mendukung": 18, "target": 14,
}  # fmt: skip


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


def judul_kolom(
    dokumen: Dokumen,
    tingkat: Sequence[JenisSimpul],
    tambahan: Sequence[tuple[str, str]] = (),
    *,
    rupiah: bool = True,
) -> list[tuple[str, str]]:
    """The visible columns as (key, heading); those of a year share a heading above them."""
    kolom = [("kode", "Kode"), ("jenis", "Jenis")]
    kolom += [(f"j:{satu}", str(satu.label)) for satu in tingkat]
    kolom += [("indikator", "Indikator"), ("satuan", "Satuan"), *tambahan, ("awal", "Kondisi awal")]
    for tahun in tahun_dokumen(dokumen):
        kolom += [(f"t:{tahun}", "Target"), *([(f"rp:{tahun}", "Rp")] if rupiah else [])]
    return [*kolom, ("pj", "Unit penanggung jawab")]


def write_sheet(
    kolom: Sequence[tuple[str, str]],
    baris: Sequence[Baris],
    kepala: Kepala,
    cetak: Callable[[str, str], str],
    *,
    nama: str = LEMBAR,
    tetap: str = "",
    pilihan: Mapping[str, Sequence[str]] | None = None,
) -> bytes:
    """The workbook; `cetak` prints a cell of a column as people read it. Text is never taken for a formula.

    `tetap` is the first column that scrolls, `pilihan` what a column chooses from.
    """
    keluaran = io.BytesIO()
    sifat = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    buku = xlsxwriter.Workbook(keluaran, sifat)
    lembar = buku.add_worksheet(nama)
    gaya = _Gaya(buku)
    _write_head(lembar, kolom, kepala, gaya)
    baris_ke = BARIS_JUDUL + 2
    for satu in baris:
        _write_row(lembar, baris_ke, kolom, satu, gaya, cetak)
        baris_ke += 1
    _setup_page(lembar, kolom, baris_ke, tetap, gaya, pilihan or {})
    tanda = buku.add_worksheet(TANDA)
    tanda.very_hidden()
    for nomor, (label, isi) in enumerate((("ekspor", kepala.ekspor), ("dokumen", kepala.dokumen))):
        tanda.write_string(nomor, 0, label)
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
        self.kode = buku.add_format({"num_format": "@"})
        self.uang = buku.add_format({**tepi, "num_format": "#,##0.##"})
        self.rupiah = buku.add_format({**tepi, "num_format": "#,##0"})
        self._angka: dict[int, Any] = {}

    def angka(self, desimal: int) -> Any:
        if desimal not in self._angka:
            pola = "#,##0" + ("." + "0" * desimal if desimal else "")
            self._angka[desimal] = self._buku.add_format({**self._tepi, "num_format": pola})
        return self._angka[desimal]


def _write_head(lembar: Any, kolom: Sequence[tuple[str, str]], kepala: Kepala, gaya: _Gaya) -> None:
    lembar.write_string(0, AWAL, kepala.judul, gaya.judul)
    lembar.write_string(1, AWAL, kepala.unit, gaya.biasa)
    lembar.write_string(2, AWAL, kepala.keterangan, gaya.biasa)
    atas, bawah = BARIS_JUDUL, BARIS_JUDUL + 1
    for k, nama in ((KUNCI_S, "Kunci butir"), (KUNCI_I, "Kunci indikator")):
        lembar.merge_range(atas, k, bawah, k, nama, gaya.kepala)
    setahun = Counter(kunci.partition(":")[2] for kunci, _ in kolom if kunci.startswith(BERTAHUN))
    for k, (kunci, judul) in enumerate(kolom, AWAL):
        tahun = kunci.partition(":")[2]
        if kunci.startswith("t:") and setahun[tahun] > 1:
            lembar.merge_range(atas, k, atas, k + setahun[tahun] - 1, tahun, gaya.kepala)
        if kunci.startswith(BERTAHUN) and setahun[tahun] == 1:
            lembar.merge_range(atas, k, bawah, k, f"{judul} {tahun}", gaya.kepala)
        elif kunci.startswith(BERTAHUN):
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


def print_plan(unit: Mapping[str, str]) -> Callable[[str, str], str]:
    """How the cells of a plan are printed; `unit` prints a unit's code as people call it."""

    def cetak(kunci: str, teks: str) -> str:
        if kunci == "pj":
            return unit.get(teks, teks)
        return str(JenisSimpul(teks).label) if kunci == "jenis" and teks else teks

    return cetak


def _write_row(
    lembar: Any,
    ke: int,
    kolom: Sequence[tuple[str, str]],
    isi: Baris,
    gaya: _Gaya,
    cetak: Callable[[str, str], str],
) -> None:
    lembar.write_string(ke, KUNCI_S, isi.get("kunci_s", ""))
    lembar.write_string(ke, KUNCI_I, isi.get("kunci_i", ""))
    for k, (kunci, _judul) in enumerate(kolom, AWAL):
        teks = cetak(kunci, isi.get(kunci, ""))
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
    if not teks or not kunci.startswith(BERTAHUN):
        return None
    try:
        angka = baca_rupiah(teks)
    except InvalidOperation:
        return None
    if angka is None or not angka.is_finite() or len(angka.as_tuple().digits) > _DIGIT_EXCEL:
        return None
    return angka


def _setup_page(
    lembar: Any,
    kolom: Sequence[tuple[str, str]],
    akhir: int,
    tetap: str,
    gaya: _Gaya,
    pilihan: Mapping[str, Sequence[str]],
) -> None:
    lembar.set_column(KUNCI_S, KUNCI_I, 4, None, {"hidden": True})
    for k, (kunci, _judul) in enumerate(kolom, AWAL):
        bawaan = 32 if kunci.startswith("j:") else 18 if kunci.startswith("rp:") else 12
        # Codes are typed as text, or a spreadsheet takes 1.10 for 1.1.
        lembar.set_column(k, k, _LEBAR.get(kunci, bawaan), gaya.kode if kunci in BERKODE else None)
        if kunci in pilihan:
            aturan = {"validate": "list", "source": list(pilihan[kunci]), "error_type": "warning"}
            lembar.data_validation(BARIS_JUDUL + 2, k, akhir + BARIS_SIAP, k, aturan)
    awal = next(k for k, (kunci, _) in enumerate(kolom, AWAL) if kunci == tetap or kunci.startswith("j:"))
    lembar.freeze_panes(BARIS_JUDUL + 2, awal)
    lembar.set_landscape()
    lembar.set_paper(8)
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(BARIS_JUDUL, BARIS_JUDUL + 1)
    lembar.print_area(0, AWAL, max(akhir - 1, BARIS_JUDUL + 2), AWAL + len(kolom) - 1)
