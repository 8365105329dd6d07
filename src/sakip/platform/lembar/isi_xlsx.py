"""What the spreadsheet reader does not tell: extent, error cells and percent cells of an .xlsx, by its XML.

The extent is known before any cell is spread out, so a file with one cell at XFD1048576 costs nothing.
"""

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field

from sakip.platform.lembar.pesan import BerkasTakTerpakai

_SEL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(/?)>")
_ATRIBUT = re.compile(rb'\b(r|s|t)="([^"]*)"')
_NILAI = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_LEMBAR = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)/?>")
_SIFAT = re.compile(rb'([\w:]+)="([^"]*)"')
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b([^>]*)/?>")
_XFS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.S)
_XF = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")
_PERSEN_BAWAAN = {b"9", b"10"}


@dataclass(slots=True)
class BagianLembar:
    """One sheet as its XML describes it: `baris` and `kolom` are its extent, cells are counted from zero."""

    nama: str
    tampak: bool
    baris: int = 0
    kolom: int = 0
    galat: dict[tuple[int, int], str] = field(default_factory=dict)
    persen: set[tuple[int, int]] = field(default_factory=set)


def scan_xlsx(isi: bytes, *, nama: str, terurai: int, nisbah: int) -> list[BagianLembar]:
    """Describe the sheets of an .xlsx; raises BerkasTakTerpakai for a damaged, foreign or exploding archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            _refuse_bomb(arsip, nama, terurai, nisbah)
            return _scan(arsip, nama)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise BerkasTakTerpakai(
            f"Berkas {nama} bukan buku kerja .xlsx yang utuh. Buka di aplikasi lembar kerja, "
            "simpan ulang sebagai .xlsx, lalu coba lagi."
        ) from error


def _refuse_bomb(arsip: zipfile.ZipFile, nama: str, terurai: int, nisbah: int) -> None:
    besar = sum(info.file_size for info in arsip.infolist())
    kecil = sum(info.compress_size for info in arsip.infolist()) or 1
    if besar > terurai or (besar > 20_000_000 and besar / kecil > nisbah):
        raise BerkasTakTerpakai(
            f"Isi berkas {nama} mengembang menjadi {besar // 1024 // 1024} MB, melebihi batas yang aman. "
            "Hapus baris dan kolom kosong yang berformat, lalu simpan ulang."
        )


def _scan(arsip: zipfile.ZipFile, nama: str) -> list[BagianLembar]:
    if "xl/workbook.xml" not in arsip.namelist():
        raise BerkasTakTerpakai(
            f"Berkas {nama} adalah arsip lain, bukan buku kerja .xlsx. Simpan tabelnya sebagai .xlsx."
        )
    hubungan = _relations(arsip)
    gaya_persen = _percent_styles(arsip)
    hasil = []
    for cocok in _LEMBAR.finditer(arsip.read("xl/workbook.xml")):
        sifat = {k.decode(): v for k, v in _SIFAT.findall(cocok[1])}
        rid = next((v.decode() for k, v in sifat.items() if k.endswith(":id")), "")
        bagian = BagianLembar(_unescape(sifat.get("name", b"")), sifat.get("state", b"visible") == b"visible")
        jalur = hubungan.get(rid, "")
        if jalur in arsip.namelist() and "worksheets" in jalur:
            _scan_sheet(arsip.read(jalur), bagian, gaya_persen)
            hasil.append(bagian)
    return hasil


def _relations(arsip: zipfile.ZipFile) -> dict[str, str]:
    hasil = {}
    for cocok in re.finditer(
        rb"<(?:\w+:)?Relationship\b([^>]*)/?>", arsip.read("xl/_rels/workbook.xml.rels")
    ):
        sifat = {k.decode(): v.decode() for k, v in _SIFAT.findall(cocok[1])}
        tujuan = sifat.get("Target", "")
        jalur = tujuan.lstrip("/") if tujuan.startswith("/") else posixpath.normpath(f"xl/{tujuan}")
        hasil[sifat.get("Id", "")] = jalur
    return hasil


def _percent_styles(arsip: zipfile.ZipFile) -> frozenset[bytes]:
    if "xl/styles.xml" not in arsip.namelist():
        return frozenset()
    gaya = arsip.read("xl/styles.xml")
    persen = set(_PERSEN_BAWAAN)
    for cocok in _FORMAT.finditer(gaya):
        sifat = dict(_SIFAT.findall(cocok[1]))
        if b"%" in sifat.get(b"formatCode", b""):
            persen.add(sifat.get(b"numFmtId", b""))
    xfs = _XFS.search(gaya)
    daftar = [dict(_SIFAT.findall(xf)).get(b"numFmtId") for xf in _XF.findall(xfs[0])] if xfs else []
    return frozenset(str(i).encode() for i, nomor in enumerate(daftar) if nomor in persen)


def _scan_sheet(xml: bytes, bagian: BagianLembar, gaya_persen: frozenset[bytes]) -> None:
    for cocok in _SEL.finditer(xml):
        sifat = dict(_ATRIBUT.findall(cocok[1]))
        tempat = _address(sifat.get(b"r", b""))
        if tempat is None or cocok[2]:
            # An empty cell that only carries a format is no content; readers drop it too.
            continue
        _extend(bagian, tempat)
        jenis = sifat.get(b"t", b"n")
        if jenis == b"e":
            nilai = _NILAI.search(xml, cocok.end(), cocok.end() + 4000)
            bagian.galat[tempat] = _unescape(nilai[1]) if nilai else "#N/A"
        elif jenis == b"n" and sifat.get(b"s") in gaya_persen:
            bagian.persen.add(tempat)


def _extend(bagian: BagianLembar, tempat: tuple[int, int]) -> None:
    bagian.baris = max(bagian.baris, tempat[0] + 1)
    bagian.kolom = max(bagian.kolom, tempat[1] + 1)


def _address(acuan: bytes) -> tuple[int, int] | None:
    huruf = acuan.rstrip(b"0123456789")
    angka = acuan[len(huruf) :]
    if not huruf or not angka or len(huruf) > 3 or len(angka) > 7:
        return None
    kolom = 0
    for h in huruf:
        kolom = kolom * 26 + (h & 0x1F)
    return int(angka) - 1, kolom - 1


def _unescape(teks: bytes) -> str:
    hasil = teks.decode("utf-8", errors="replace")
    for tanda, huruf in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        hasil = hasil.replace(tanda, huruf)
    return hasil
