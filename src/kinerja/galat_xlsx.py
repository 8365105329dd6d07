"""Find the error cells of a workbook, which the fast reader returns as blanks.

A formula that ended in #REF! or #DIV/0! is not the same as an empty cell: somebody must repair it.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

# All that reading a damaged archive may raise.
GALAT_ARSIP = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, KeyError, ValueError, OSError)

_UTAMA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID_RELASI = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_GALAT_MENTAH = b't="e"'
_ALAMAT = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def find_errors(isi: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Error texts by sheet and (row, column), both counted from 0.

    A workbook whose inner parts are not where the standard puts them has no errors to report here.
    """
    hasil: dict[str, dict[tuple[int, int], str]] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            for nama, bagian in _sheet_parts(arsip):
                mentah = arsip.read(bagian)
                if _GALAT_MENTAH in mentah:
                    hasil[nama] = dict(_error_cells(mentah))
    except (*GALAT_ARSIP, ElementTree.ParseError):
        return {}
    return hasil


def _sheet_parts(arsip: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    relasi = ElementTree.fromstring(arsip.read("xl/_rels/workbook.xml.rels"))
    tujuan = {r.attrib["Id"]: r.attrib["Target"] for r in relasi}
    for lembar in ElementTree.fromstring(arsip.read("xl/workbook.xml")).iter(f"{_UTAMA}sheet"):
        target = tujuan[lembar.attrib[_ID_RELASI]]
        yield lembar.attrib["name"], posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _error_cells(mentah: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for _, sel in ElementTree.iterparse(io.BytesIO(mentah)):
        if sel.tag == f"{_UTAMA}row":
            # Keeps a sheet of any size from standing in memory as a tree.
            sel.clear()
        if sel.tag != f"{_UTAMA}c":
            continue
        alamat = _ALAMAT.fullmatch(sel.attrib.get("r", ""))
        if sel.attrib.get("t") == "e" and alamat is not None:
            yield (int(alamat[2]) - 1, column_number(alamat[1])), sel.findtext(f"{_UTAMA}v") or "#N/A"


def column_number(huruf: str) -> int:
    """The position of a column from its letters, counted from 0.

    >>> column_number("A"), column_number("Z"), column_number("AB")
    (0, 25, 27)
    """
    nomor = 0
    for c in huruf:
        nomor = nomor * 26 + ord(c) - ord("A") + 1
    return nomor - 1
