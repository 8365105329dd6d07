"""Bounded reading of a spreadsheet or CSV into cells of text and exact numbers."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import PurePath

import python_calamine

from sakip.platform.lembar.isi_xlsx import BagianLembar, scan_xlsx
from sakip.platform.lembar.pesan import BerkasTakTerpakai

# Text as printed, or a number the spreadsheet held as a number.
Sel = str | Decimal
Rentang = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Batas:
    """Limits of what is read at all; a message names the one that was passed."""

    byte: int = 25 * 1024 * 1024
    baris: int = 200_000
    kolom: int = 200
    terurai: int = 400 * 1024 * 1024
    nisbah: int = 200


@dataclass(slots=True)
class Lembar:
    """One sheet, its cells counted from A1. Merged areas keep their content in the first cell only."""

    nama: str
    baris: list[list[Sel]]
    gabungan: tuple[Rentang, ...] = ()
    galat: dict[tuple[int, int], str] = field(default_factory=dict)
    persen: frozenset[tuple[int, int]] = frozenset()
    tampak: bool = True

    def at(self, baris: int, kolom: int) -> Sel:
        """The content of a cell; outside of the sheet everything is empty."""
        if 0 <= baris < len(self.baris) and 0 <= kolom < len(self.baris[baris]):
            return self.baris[baris][kolom]
        return ""


@dataclass(frozen=True, slots=True)
class Buku:
    """A file as read: its sheets in order."""

    nama: str
    lembar: tuple[Lembar, ...]


def read_buku(isi: bytes, nama: str, batas: Batas | None = None) -> Buku:
    """Read an .xlsx or .csv file; raises BerkasTakTerpakai with a message that says what to do."""
    batas = batas or Batas()
    if len(isi) > batas.byte:
        raise BerkasTakTerpakai(
            f"Berkas {nama} berukuran {_mb(len(isi))} MB, melebihi batas {_mb(batas.byte)} MB. "
            "Bagi berkas per perangkat daerah, lalu impor satu per satu."
        )
    if not isi.strip():
        raise BerkasTakTerpakai(f"Berkas {nama} kosong. Pilih berkas yang berisi tabel.")
    akhiran = PurePath(nama).suffix.lower()
    if isi[:4] == b"PK\x03\x04":
        return _read_xlsx(isi, nama, batas)
    if isi[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" or akhiran == ".xls":
        raise BerkasTakTerpakai(
            f"Berkas {nama} adalah buku kerja lama (.xls) atau dikunci dengan sandi. "
            "Buka di aplikasi lembar kerja, hapus sandinya, lalu simpan sebagai .xlsx."
        )
    if akhiran == ".xlsx":
        raise BerkasTakTerpakai(
            f"Berkas {nama} bukan buku kerja .xlsx yang utuh. Unduh atau simpan ulang berkas itu."
        )
    if akhiran in {".csv", ".tsv", ".txt"}:
        return _read_csv(isi, nama, batas)
    raise BerkasTakTerpakai(f"Berkas {nama} tidak dikenal. Yang dapat dibaca: .xlsx dan .csv.")


def _mb(ukuran: int) -> str:
    return f"{ukuran / 1024 / 1024:.1f}".replace(".", ",")


def _read_xlsx(isi: bytes, nama: str, batas: Batas) -> Buku:
    bagian = scan_xlsx(isi, nama=nama, terurai=batas.terurai, nisbah=batas.nisbah)
    for b in bagian:
        check_size(nama, b.nama, b.baris, b.kolom, batas)
    try:
        buku = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(isi))
        lembar = tuple(_sheet(buku, b) for b in bagian)
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise BerkasTakTerpakai(
            f"Berkas {nama} rusak dan tidak dapat dibaca. Buka di aplikasi lembar kerja, "
            "simpan ulang sebagai .xlsx, lalu coba lagi."
        ) from error
    return Buku(nama, lembar)


def check_size(nama: str, lembar: str, baris: int, kolom: int, batas: Batas) -> None:
    """Refuse a sheet that is larger than the limits, before it is spread out in memory."""
    if baris > batas.baris:
        raise BerkasTakTerpakai(
            f"Lembar {lembar} memuat {baris} baris, melebihi batas {batas.baris} baris. "
            f"Hapus baris kosong di bawah tabel atau bagi berkas {nama}.",
            lembar=lembar,
        )
    if kolom > batas.kolom:
        raise BerkasTakTerpakai(
            f"Lembar {lembar} memuat {kolom} kolom, melebihi batas {batas.kolom} kolom. "
            "Hapus kolom di kanan tabel.",
            lembar=lembar,
        )


def _sheet(buku: python_calamine.CalamineWorkbook, bagian: BagianLembar) -> Lembar:
    sumber = buku.get_sheet_by_name(bagian.nama)
    baris = [[_cell(sel) for sel in row] for row in sumber.to_python(skip_empty_area=False)]
    for r, k in bagian.persen:
        if r < len(baris) and k < len(baris[r]) and isinstance(baris[r][k], Decimal):
            baris[r][k] = _plain(Decimal(baris[r][k]) * 100)
    # The reader leaves error cells blank; they are put back as printed, so that nobody takes them for empty.
    for (r, k), teks in bagian.galat.items():
        if r < len(baris) and k < len(baris[r]):
            baris[r][k] = teks
    gabungan = tuple(((a[0], a[1]), (b[0], b[1])) for a, b in sumber.merged_cell_ranges or [])
    return Lembar(
        bagian.nama, baris, gabungan, dict(bagian.galat), frozenset(bagian.persen), tampak=bagian.tampak
    )


def _plain(angka: Decimal) -> Decimal:
    """Without the zeros that the multiplication adds: 23.1600 is 23.16."""
    ringkas = angka.normalize()
    return ringkas.quantize(Decimal(1)) if ringkas == ringkas.to_integral_value() else ringkas


def _cell(isi: object) -> Sel:
    if isinstance(isi, str):
        return isi.strip()
    if isinstance(isi, bool):
        return "BENAR" if isi else "SALAH"
    if isinstance(isi, int):
        return Decimal(isi)
    if isinstance(isi, float):
        # A spreadsheet keeps 15 significant digits; the noise behind them was never printed.
        return Decimal(f"{isi:.15g}")
    if isinstance(isi, datetime | date | time):
        return isi.isoformat()
    if isinstance(isi, timedelta):
        return str(isi)
    return ""


def _read_csv(isi: bytes, nama: str, batas: Batas) -> Buku:
    teks = _decode(isi, nama)
    pemisah = _delimiter(teks)
    baris: list[list[Sel]] = []
    try:
        for nomor, row in enumerate(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah), 1):
            check_size(nama, nama, nomor, len(row), batas)
            baris.append([sel.strip() for sel in row])
    except csv.Error as error:
        raise BerkasTakTerpakai(
            f"Berkas {nama} baris {len(baris) + 1} tidak dapat dibaca: tanda kutip tidak ditutup atau isian "
            "terlalu panjang.",
            sel=f"A{len(baris) + 1}",
        ) from error
    return Buku(nama, (Lembar(PurePath(nama).name, baris),))


def _decode(isi: bytes, nama: str) -> str:
    if isi[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return isi.decode("utf-16", errors="replace")
    if b"\x00" in isi:
        raise BerkasTakTerpakai(f"Berkas {nama} bukan teks. Simpan tabelnya sebagai .xlsx atau .csv.")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Older spreadsheets save CSV in the code page of Western Windows.
        return isi.decode("cp1252", errors="replace")


def _delimiter(teks: str) -> str:
    """The sign that splits the first lines most evenly; a comma when nothing tells."""
    contoh = list(_first_lines(teks, 20))
    calon = {tanda: [baris.count(tanda) for baris in contoh] for tanda in ";\t,|"}
    terisi = {tanda: hitung for tanda, hitung in calon.items() if hitung and hitung[0]}
    if not terisi:
        return ","
    return max(
        terisi, key=lambda tanda: (sum(n == terisi[tanda][0] for n in terisi[tanda]), terisi[tanda][0])
    )


def _first_lines(teks: str, banyak: int) -> Iterator[str]:
    for baris in io.StringIO(teks):
        if baris.strip():
            yield baris
            banyak -= 1
        if banyak == 0:
            return
