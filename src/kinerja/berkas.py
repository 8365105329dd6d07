"""Read the files given on the command line, and say where one cannot be used.

The only module of the library, besides the instruments' loader and the command line, that touches files.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from kinerja.galat_xlsx import GALAT_ARSIP, find_errors
from kinerja.nilai.pembaca import Sel

BATAS_UKURAN = 32 * 1024 * 1024
BATAS_ISI_XLSX = 256 * 1024 * 1024
BATAS_BARIS = 200_000
_PANJANG_ANGKA = 60
_MASUKAN_BAKU = "masukan baku"


class BerkasTakTerbaca(Exception):
    """A file or its shape cannot be used; the message says where and what to do.

    >>> print(BerkasTakTerbaca("Tidak ada.", berkas="a.xlsx", lembar="Data", baris=3, kolom="target"))
    a.xlsx, lembar Data, baris 3, kolom target: Tidak ada.
    """

    def __init__(
        self,
        pesan: str,
        *,
        berkas: str,
        lembar: str | None = None,
        baris: int | None = None,
        kolom: str | None = None,
    ) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.berkas = berkas
        self.lembar = lembar
        self.baris = baris
        self.kolom = kolom

    def __str__(self) -> str:
        bagian = [self.berkas]
        if self.lembar is not None:
            bagian.append(f"lembar {self.lembar}")
        if self.baris is not None:
            bagian.append(f"baris {self.baris}")
        if self.kolom is not None:
            bagian.append(f"kolom {self.kolom}")
        return f"{', '.join(bagian)}: {self.pesan}"

    def to_dict(self) -> dict[str, Any]:
        """The same as data, for programs.

        >>> BerkasTakTerbaca("Berkas kosong.", berkas="a.json").to_dict()["baris"] is None
        True
        """
        return {
            "berkas": self.berkas,
            "lembar": self.lembar,
            "baris": self.baris,
            "kolom": self.kolom,
            "pesan": self.pesan,
        }


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: its rows as read, the first of them being row number `awal` of the file."""

    nama: str | None
    baris: list[list[Sel]] = field(default_factory=list)
    awal: int = 1

    def numbered(self) -> Iterator[tuple[int, list[Sel]]]:
        """Rows with their number in the file.

        >>> list(Lembar("A", [["x"]], awal=4).numbered())
        [(4, ['x'])]
        """
        return enumerate(self.baris, start=self.awal)


def display_name(path: str) -> str:
    """How a file is called in messages.

    >>> display_name("-")
    'masukan baku'
    """
    return _MASUKAN_BAKU if path == "-" else path


def read_bytes(path: str) -> bytes:
    """Read a file, or standard input for "-", up to the size limit."""
    nama = display_name(path)
    try:
        if path == "-":
            isi = sys.stdin.buffer.read(BATAS_UKURAN + 1)
        else:
            with Path(path).open("rb") as berkas:
                isi = berkas.read(BATAS_UKURAN + 1)
    except FileNotFoundError:
        raise BerkasTakTerbaca("Berkas tidak ditemukan. Periksa nama dan foldernya.", berkas=nama) from None
    except IsADirectoryError:
        raise BerkasTakTerbaca("Ini folder, bukan berkas. Sebutkan nama berkasnya.", berkas=nama) from None
    except (OSError, ValueError):
        raise BerkasTakTerbaca("Berkas tidak dapat dibuka. Periksa izin dan namanya.", berkas=nama) from None
    if len(isi) > BATAS_UKURAN:
        batas = BATAS_UKURAN // (1024 * 1024)
        raise BerkasTakTerbaca(
            f"Berkas lebih besar dari {batas} MB. Pecah menjadi beberapa berkas.", berkas=nama
        )
    if not isi.strip():
        raise BerkasTakTerbaca("Berkas kosong.", berkas=nama)
    return isi


def decode_text(isi: bytes, *, berkas: str) -> str:
    """Decode UTF-8 (with or without a mark), UTF-16 with a mark, or else Windows-1252.

    >>> decode_text("≤ 5".encode(), berkas="a.csv")
    '≤ 5'
    """
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        sandi = ["utf-16"]
    else:
        sandi = ["utf-8-sig"] if b"\x00" in isi else ["utf-8-sig", "cp1252"]
    for nama in sandi:
        try:
            return isi.decode(nama)
        except UnicodeDecodeError:
            continue
    raise BerkasTakTerbaca("Isi berkas bukan teks. Simpan sebagai UTF-8.", berkas=berkas)


def read_json(path: str, *, kunci_unik: bool = False) -> Any:
    """Read JSON; numbers become Decimal, so that nothing is lost to binary fractions."""
    berkas = display_name(path)
    return parse_json(read_bytes(path), berkas=berkas, kunci_unik=kunci_unik)


class _KunciGanda(Exception):
    """A key occurs twice in one object, where JSON would keep only the last."""


def _unique(pasangan: list[tuple[str, Any]]) -> dict[str, Any]:
    hasil = dict(pasangan)
    if len(hasil) < len(pasangan):
        kunci = [k for k, _ in pasangan]
        raise _KunciGanda(next(k for k in kunci if kunci.count(k) > 1))
    return hasil


def parse_json(isi: bytes, *, berkas: str, kunci_unik: bool = False) -> Any:
    """Parse JSON text; with `kunci_unik` a key written twice is refused.

    >>> parse_json(b'[0.10]', berkas="a.json")
    [Decimal('0.10')]
    """
    try:
        teks = isi.decode("utf-16" if isi.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
        return json.loads(
            teks,
            parse_float=_number,
            parse_int=_number,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique if kunci_unik else None,
        )
    except _KunciGanda as galat:
        raise BerkasTakTerbaca("Kunci ini tertulis dua kali.", berkas=berkas, kolom=str(galat)) from None
    except UnicodeDecodeError:
        raise BerkasTakTerbaca("Isi berkas bukan teks JSON (UTF-8).", berkas=berkas) from None
    except json.JSONDecodeError as galat:
        pesan = f"Bukan JSON yang benar (karakter ke-{galat.colno}). Periksa tanda kutip, koma, dan kurung."
        raise BerkasTakTerbaca(pesan, berkas=berkas, baris=galat.lineno) from None
    except RecursionError:
        raise BerkasTakTerbaca("Susunan JSON terlalu dalam.", berkas=berkas) from None
    except ValueError as galat:
        raise BerkasTakTerbaca(
            f"JSON memuat bilangan yang tidak dapat dipakai ({galat}).", berkas=berkas
        ) from None


def _number(teks: str) -> Decimal:
    angka = Decimal(teks)
    # Printed in full, 1E999999999 would fill the memory.
    if len(teks) > _PANJANG_ANGKA or (angka and abs(angka.adjusted()) > _PANJANG_ANGKA):
        raise ValueError(teks[:20])
    return Decimal(f"{angka:f}")


def _refuse_constant(nama: str) -> Any:
    raise ValueError(nama)


def parse_tabel(isi: bytes, *, berkas: str) -> list[Lembar]:
    r"""Read a table by its content, whatever the name of the file says.

    >>> parse_tabel(b"a;b\n1,5;2", berkas="a.csv")[0].baris
    [['a', 'b'], ['1,5', '2']]
    """
    if isi.startswith(b"PK"):
        return _read_xlsx(isi, berkas=berkas)
    if isi.startswith(b"\xd0\xcf\x11\xe0"):
        pesan = "Format .xls lama atau berkas bersandi tidak didukung. Simpan sebagai .xlsx tanpa sandi."
        raise BerkasTakTerbaca(pesan, berkas=berkas)
    if isi.startswith(b"%PDF"):
        raise BerkasTakTerbaca("Ini berkas PDF. Salin tabelnya ke .xlsx atau .csv.", berkas=berkas)
    return [_read_csv(decode_text(isi, berkas=berkas), berkas=berkas)]


def _read_csv(teks: str, *, berkas: str) -> Lembar:
    if "\x00" in teks:
        raise BerkasTakTerbaca("Isi berkas bukan tabel .csv.", berkas=berkas)
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=_guess_delimiter(teks))
    baris: list[list[Sel]] = []
    try:
        # A quoted line break moves the numbers of later lines; rows are what a spreadsheet shows.
        for isi in pembaca:
            baris.append(list(isi))
            _check_row_limit(len(baris), berkas=berkas)
    except csv.Error:
        pesan = (
            "Baris .csv tidak dapat dibaca: isi selnya terlalu panjang atau tanda kutipnya tidak berpasangan."
        )
        raise BerkasTakTerbaca(pesan, berkas=berkas, baris=len(baris) + 1) from None
    return Lembar(None, baris)


def _guess_delimiter(teks: str) -> str:
    """The mark that splits the first lines most; Indonesian spreadsheets export semicolons."""
    contoh = teks.splitlines()[:20]
    return max(";\t,|", key=lambda tanda: max((baris.count(tanda) for baris in contoh), default=0))


def _check_row_limit(jumlah: int, *, berkas: str, lembar: str | None = None) -> None:
    if jumlah > BATAS_BARIS:
        pesan = f"Tabel lebih dari {BATAS_BARIS:,} baris. Pecah menjadi beberapa berkas.".replace(",", ".")
        raise BerkasTakTerbaca(pesan, berkas=berkas, lembar=lembar)


def _read_xlsx(isi: bytes, *, berkas: str) -> list[Lembar]:
    from python_calamine import CalamineError, CalamineWorkbook

    _check_zip(isi, berkas=berkas)
    galat_per_lembar = find_errors(isi)
    hasil = []
    try:
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        for nama in buku.sheet_names:
            lembar = buku.get_sheet_by_name(nama)
            _check_row_limit(lembar.height, berkas=berkas, lembar=nama)
            awal, kiri = lembar.start if lembar.start is not None else (0, 0)
            baris = [[_spreadsheet_cell(c) for c in b] for b in lembar.to_python(skip_empty_area=True)]
            _put_errors(baris, galat_per_lembar.get(nama, {}), awal, kiri)
            hasil.append(Lembar(nama, baris, awal + 1))
    except (CalamineError, ValueError, OSError):
        pesan = (
            "Berkas bukan .xlsx yang utuh. Buka di aplikasi lembar kerja, lalu simpan ulang sebagai .xlsx."
        )
        raise BerkasTakTerbaca(pesan, berkas=berkas) from None
    return hasil


def _put_errors(baris: list[list[Sel]], galat: dict[tuple[int, int], str], awal: int, kiri: int) -> None:
    for (nomor, kolom), teks in galat.items():
        if 0 <= nomor - awal < len(baris) and 0 <= kolom - kiri < len(baris[nomor - awal]):
            baris[nomor - awal][kolom - kiri] = teks


def _check_zip(isi: bytes, *, berkas: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            besar = sum(info.file_size for info in arsip.infolist())
    except GALAT_ARSIP:
        raise BerkasTakTerbaca("Berkas rusak atau bukan .xlsx.", berkas=berkas) from None
    if besar > BATAS_ISI_XLSX:
        batas = BATAS_ISI_XLSX // (1024 * 1024)
        raise BerkasTakTerbaca(f"Isi berkas terurai lebih dari {batas} MB.", berkas=berkas)


def _spreadsheet_cell(isi: str | float | bool | date | datetime | time | timedelta) -> Sel:
    """A number cell keeps the 15 significant digits that a spreadsheet itself shows."""
    if isinstance(isi, bool):
        return "benar" if isi else "salah"
    if isinstance(isi, int | float):
        return _plain(Decimal(f"{isi:.15g}"))
    return isi if isinstance(isi, str) else isi.isoformat() if not isinstance(isi, timedelta) else str(isi)


def _plain(angka: Decimal) -> Decimal:
    return Decimal(f"{angka:f}") if angka.is_finite() else angka
