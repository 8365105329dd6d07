"""What a file is, told from its content; its name only has to agree."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import puremagic

from sakip.platform.files.galat import BerkasBermakro, FormatLama, JenisTidakDiterima, NamaTidakCocok

_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
KEPALA = 4096


@dataclass(frozen=True, slots=True)
class JenisBerkas:
    """One accepted kind: its media type, what people call it, and the endings its name may have."""

    media: str
    sebutan: str
    akhiran: tuple[str, ...]


PDF = JenisBerkas("application/pdf", "PDF", (".pdf",))
PNG = JenisBerkas("image/png", "gambar PNG", (".png",))
JPEG = JenisBerkas("image/jpeg", "gambar JPEG", (".jpg", ".jpeg"))
WEBP = JenisBerkas("image/webp", "gambar WebP", (".webp",))
DOCX = JenisBerkas(f"{_OOXML}.wordprocessingml.document", "dokumen Word", (".docx",))
XLSX = JenisBerkas(f"{_OOXML}.spreadsheetml.sheet", "lembar kerja Excel", (".xlsx",))
PPTX = JenisBerkas(f"{_OOXML}.presentationml.presentation", "presentasi PowerPoint", (".pptx",))
ODT = JenisBerkas(f"{_ODF}.text", "dokumen OpenDocument", (".odt",))
ODS = JenisBerkas(f"{_ODF}.spreadsheet", "lembar kerja OpenDocument", (".ods",))
CSV = JenisBerkas("text/csv", "CSV", (".csv",))
TEKS = JenisBerkas("text/plain", "teks", (".txt",))

GAMBAR = (PNG, JPEG, WEBP)
# Archives (.zip) are left out on purpose: what lies inside them would pass unseen.
DITERIMA = (PDF, *GAMBAR, DOCX, XLSX, PPTX, ODT, ODS, CSV, TEKS)

_BAGIAN_OOXML = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
_BIASA = {jenis.media: jenis for jenis in (PDF, *GAMBAR)}


def sniff(berkas: Path, nama: str, diterima: Sequence[JenisBerkas] = DITERIMA) -> JenisBerkas:
    """The kind of a stored file; raises a GalatBerkas when it is not accepted or its name disagrees."""
    with berkas.open("rb") as isi:
        kepala = isi.read(KEPALA)
    if kepala.startswith(_OLE2):
        raise FormatLama(nama)
    jenis = _sniff_zip(berkas, nama) if kepala.startswith(_ZIP) else _sniff_flat(berkas, kepala, nama)
    if jenis is None or jenis not in diterima:
        raise JenisTidakDiterima(nama, list_akhiran(diterima))
    akhiran = Path(nama).suffix.lower()
    if akhiran and akhiran not in jenis.akhiran:
        raise NamaTidakCocok(nama, jenis.sebutan)
    return jenis


def list_akhiran(diterima: Sequence[JenisBerkas] = DITERIMA) -> str:
    """The endings (".pdf, .png") for messages and for the `accept` of a file field."""
    return ", ".join(akhiran for jenis in diterima for akhiran in jenis.akhiran)


def _sniff_flat(berkas: Path, kepala: bytes, nama: str) -> JenisBerkas | None:
    try:
        for tebakan in puremagic.magic_string(kepala):
            if tebakan.mime_type in _BIASA and tebakan.byte_match and kepala.startswith(_start(tebakan)):
                return _BIASA[tebakan.mime_type]
    except puremagic.PureError:
        pass
    if _is_text(berkas):
        return CSV if Path(nama).suffix.lower() == ".csv" else TEKS
    return None


def _start(tebakan: puremagic.PureMagicWithConfidence) -> bytes:
    """WebP's mark stands after the RIFF header; the others open the file."""
    return b"RIFF" if tebakan.mime_type == WEBP.media else bytes(tebakan.byte_match)


def _sniff_zip(berkas: Path, nama: str) -> JenisBerkas | None:
    try:
        with zipfile.ZipFile(berkas) as arsip:
            isi = set(arsip.namelist())
            if any(satu.rsplit("/", 1)[-1].lower() in {"vbaproject.bin", "vbadata.xml"} for satu in isi):
                raise BerkasBermakro(nama)
            if "mimetype" in isi:
                return _sniff_odf(arsip, isi, nama)
    except (zipfile.BadZipFile, OSError, RuntimeError):
        return None
    if "[Content_Types].xml" not in isi:
        return None
    return next((jenis for bagian, jenis in _BAGIAN_OOXML.items() if bagian in isi), None)


def _sniff_odf(arsip: zipfile.ZipFile, isi: set[str], nama: str) -> JenisBerkas | None:
    if any(satu.startswith(("Basic/", "Scripts/")) for satu in isi):
        raise BerkasBermakro(nama)
    with arsip.open("mimetype") as penanda:
        media = penanda.read(100).decode("ascii", "replace").strip()
    return next((jenis for jenis in (ODT, ODS) if jenis.media == media), None)


def _is_text(berkas: Path) -> bool:
    """UTF-8 all through, without control characters. (A sender's Windows-1252 must be saved as UTF-8.)"""
    kendali = set(range(32)) - {9, 10, 12, 13}
    try:
        with berkas.open(encoding="utf-8-sig", newline="") as isi:
            return all(
                kendali.isdisjoint(map(ord, potongan)) for potongan in iter(lambda: isi.read(65_536), "")
            )
    except UnicodeDecodeError:
        return False
