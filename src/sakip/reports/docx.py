"""DOCX of a document: the same blocks as the PDF, with real styles, fields, captions and header rows.

Built on python-docx without a template file, so there is no markup that text from the data could break.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt, RGBColor

from sakip.reports import docx_alat as alat
from sakip.reports.docx_tabel import write_cell, write_tabel
from sakip.reports.naskah import (
    Analisis,
    BatangPita,
    BelumAda,
    Blok,
    CatatanTepi,
    Cetakan,
    Daftar,
    Fakta,
    Gambar,
    Judul,
    Legenda,
    Mistar,
    Naskah,
    Paragraf,
    Tabel,
    TandaTangan,
    Tembusan,
    Temuan,
    TigaKolom,
)
from sakip.reports.pdf import render_png

NILA, SOGA, REDUP = RGBColor(0x17, 0x31, 0x5F), RGBColor(0x84, 0x47, 0x0F), RGBColor(0x44, 0x51, 0x67)
BADAN, JUDUL = "Cambria", "Calibri"
_LEBAR_TEKS = Mm(150)


def render_docx(naskah: Naskah, *, huruf: Path | None = None) -> bytes:
    keluar = io.BytesIO()
    _PenulisNaskah(naskah, huruf).write().save(keluar)
    return keluar.getvalue()


class Penulis:
    """One document while it is being written: its blocks, whatever its form."""

    def __init__(self, naskah: Cetakan, huruf: Path | None) -> None:
        self.naskah = naskah
        self.lebar: Any = _LEBAR_TEKS
        self.dok: Any = docx.Document()
        self.tanda = 0
        gambar = [b for b in naskah.semua if isinstance(b, Gambar)]
        self.png = dict(
            zip((b.nomor for b in gambar), render_png([b.svg for b in gambar], huruf=huruf), strict=True)
        )
        self.cetak: dict[type, Callable[[Any], None]] = {
            Judul: self._judul,
            Analisis: self._analisis,
            Temuan: lambda b: self._paragraf(b.teks, "Temuan"),
            Paragraf: lambda b: self._paragraf(b.teks, lekat=b.lekat),
            BelumAda: lambda b: self._paragraf(b.teks, "Belum Ada"),
            Daftar: self._daftar,
            Fakta: self._fakta,
            Tabel: self._tabel,
            Gambar: self._gambar,
            BatangPita: lambda b: self._paragraf(b.alt, "Kaki Tabel"),
            Legenda: self._legenda,
            TigaKolom: self._tiga_kolom,
            TandaTangan: self._tanda_tangan,
            Mistar: lambda b: self._paragraf(b.alt, "Kaki Tabel"),
            CatatanTepi: self._catatan_tepi,
            Tembusan: self._tembusan,
        }

    def _blok(self, daftar: tuple[Blok, ...]) -> None:
        for b in daftar:
            self.cetak[type(b)](b)

    def _sifat(self) -> None:
        n, inti = self.naskah, self.dok.core_properties
        inti.title, inti.author, inti.subject = n.judul, n.penulis, n.uraian
        inti.keywords, inti.language, inti.comments = ", ".join(n.kata_kunci), "id-ID", ""
        inti.created = inti.modified = datetime(n.tanggal.year, n.tanggal.month, n.tanggal.day)  # noqa: DTZ001
        inti.last_modified_by = n.penulis
        seksi = self.dok.sections[0]
        seksi.page_width, seksi.page_height = Mm(210), Mm(297)
        seksi.left_margin, seksi.right_margin = Mm(34), Mm(26)
        seksi.top_margin, seksi.bottom_margin = Mm(29), Mm(27)

    def _paragraf(self, teks: str, gaya: str = "Body Text", *, lekat: bool = False) -> Any:
        p = self.dok.add_paragraph(teks)
        alat.set_style(p, gaya)
        if lekat:
            p.paragraph_format.keep_with_next = True
        return p

    def _judul(self, b: Judul) -> None:
        p = self.dok.add_heading(level=b.tingkat)
        if b.nomor:
            p.add_run(f"{b.nomor}\u2003").font.color.rgb = SOGA
        p.add_run(b.teks)
        self._bookmark(p, b)

    def _bookmark(self, p: Any, b: Blok) -> None:
        self.tanda += 1
        alat.add_bookmark(p, bookmark_name(b), self.tanda)

    def _analisis(self, b: Analisis) -> None:
        p = self.dok.add_heading(level=4)
        p.add_run(f"{b.nomor}.\u2002").font.color.rgb = SOGA
        p.add_run(b.teks)

    def _daftar(self, b: Daftar) -> None:
        for n, butir in enumerate(b.butir, 1):
            if b.bernomor:
                p = self._paragraf(f"{n}.\t{butir}")
                p.paragraph_format.left_indent, p.paragraph_format.first_line_indent = Mm(7), Mm(-7)
            else:
                self._paragraf(butir, "List Bullet")

    def _fakta(self, b: Fakta) -> None:
        tabel = self.dok.add_table(rows=1, cols=len(b.butir))
        for sel, (angka, label) in zip(tabel.rows[0].cells, b.butir, strict=True):
            p = sel.paragraphs[0]
            alat.set_style(p, "Angka Kunci")
            write_cell(p, angka, self.naskah.pita)
            alat.set_style(sel.add_paragraph(label), "Kaki Tabel")
        self._paragraf("", "Kaki Tabel")

    def _tabel(self, b: Tabel) -> None:
        judul = self._paragraf(f"Tabel {b.nomor}\u2002{b.judul}" if b.bernomor else b.judul, "Judul Tabel")
        if b.bernomor:
            self._bookmark(judul, b)
        write_tabel(self.dok, b, self.naskah.pita, lebar=int(self.lebar.twips))
        for kaki in b.kaki:
            self._paragraf(kaki, "Kaki Tabel")
        if not b.kaki:
            self._paragraf("", "Kaki Tabel")

    def _gambar(self, b: Gambar) -> None:
        p = self.dok.add_paragraph()
        p.paragraph_format.keep_with_next = True
        gambar = p.add_run().add_picture(io.BytesIO(self.png[b.nomor]), width=_LEBAR_TEKS)
        alat.set_alt(gambar, b.judul, b.alt)
        self._bookmark(self._paragraf(f"Gambar {b.nomor}\u2002{b.judul}", "Judul Gambar"), b)
        if b.kaki:
            self._paragraf(b.kaki, "Kaki Tabel")

    def _legenda(self, b: Legenda) -> None:
        self._paragraf(
            "; ".join(f"{kode} = {nama}, {batas}" for kode, nama, batas in b.pita) + ".", "Kaki Tabel"
        )
        self._paragraf(b.sumber, "Kaki Tabel")

    def _tiga_kolom(self, b: TigaKolom) -> None:
        for judul, butir in b.kolom:
            p = self._paragraf(judul, "Judul Tabel")
            p.paragraph_format.space_before = Pt(8)
            for x in butir:
                self._paragraf(x, "List Bullet")

    def _catatan_tepi(self, b: CatatanTepi) -> None:
        p = self._paragraf(f"{b.judul} ({b.sub})", "Judul Tabel")
        p.paragraph_format.keep_with_next = True
        self._paragraf(b.teks)

    def _tembusan(self, b: Tembusan) -> None:
        self._paragraf("Tembusan:", "Normal", lekat=True)
        self._daftar(Daftar(b.butir, bernomor=True))

    def _tanda_tangan(self, b: TandaTangan) -> None:
        kolom = 2
        tabel = self.dok.add_table(rows=1, cols=kolom)
        tabel.alignment = WD_TABLE_ALIGNMENT.CENTER
        for sel, (pembuka, jabatan, keterangan) in zip(
            tabel.rows[0].cells[kolom - len(b.pihak) :], b.pihak, strict=True
        ):
            p = sel.paragraphs[0]
            p.alignment = WD_ALIGN_PARAGRAPH.CENTER
            p.add_run(pembuka).add_break()
            p.add_run(f"{jabatan},").bold = True
            p.add_run("\n\n")
            p.add_run(keterangan).italic = True
            p.add_run("\n\n.............................................")
        self._paragraf("")


class _PenulisNaskah(Penulis):
    """A book: cover, front matter with its tables of contents, chapters, appendices."""

    def __init__(self, naskah: Naskah, huruf: Path | None) -> None:
        super().__init__(naskah, huruf)
        self.buku = naskah

    def write(self) -> Any:
        self._sifat()
        define_styles(self.dok)
        alat.set_language(self.dok, "id-ID")
        self._sampul()
        self._seksi("lowerRoman", 1)
        self._blok(self.buku.depan)
        self._daftar_isi()
        self._seksi("decimal", 1)
        self._blok(self.naskah.isi)
        self._blok(self.naskah.lampiran)
        if self.naskah.sidik:
            self._paragraf(f"Sidik data yang dibekukan (SHA-256): {self.naskah.sidik}", "Kaki Tabel")
        return self.dok

    def _seksi(self, bentuk: str, mulai: int) -> None:
        seksi = self.dok.add_section(WD_SECTION.NEW_PAGE)
        alat.set_page_number(seksi, bentuk=bentuk, mulai=mulai)
        seksi.header.is_linked_to_previous = seksi.footer.is_linked_to_previous = False
        kepala = seksi.header.paragraphs[0]
        kepala.text = self.naskah.singkat + (
            "\tDATA CONTOH · BUKAN DOKUMEN RESMI" if self.naskah.contoh else ""
        )
        kaki = seksi.footer.paragraphs[0]
        kaki.add_run(f"{self.naskah.penulis}\t")
        alat.add_field(kaki, "PAGE", "1")
        for p in (kepala, kaki):
            alat.set_style(p, "Kaki Tabel")
            p.paragraph_format.tab_stops.clear_all()
            p.paragraph_format.tab_stops.add_tab_stop(_LEBAR_TEKS, WD_TAB_ALIGNMENT.RIGHT)

    def _sampul(self) -> None:
        s = self.buku.sampul
        if s.logo is not None:
            gambar = self.dok.add_picture(io.BytesIO(base64.b64decode(s.logo)), height=Mm(22))
            alat.set_alt(gambar, "Lambang", s.logo_alt)
        self._paragraf(s.instansi, "Sampul Kecil").paragraph_format.space_after = Mm(55)
        self._paragraf(s.jenis, "Sampul Kecil").runs[0].font.color.rgb = SOGA
        judul = self._paragraf("", "Title")
        for n, baris in enumerate((*s.judul, f"Tahun {s.tahun}")):
            if n:
                judul.add_run().add_break(WD_BREAK.LINE)
            judul.add_run(baris)
        if self.naskah.contoh:
            self._paragraf(
                "DATA CONTOH. Bukan dokumen resmi; angka dan uraian rekaan untuk mencoba aplikasi.", "Temuan"
            )
        if s.sumber:
            self._paragraf(s.sumber, "Kaki Tabel")
        for nama, isi in s.rincian:
            self._paragraf(f"{nama}: {isi}", "Kaki Tabel")

    def _daftar_isi(self) -> None:
        judul = [b for b in self.naskah.semua if isinstance(b, Judul) and b.tingkat <= 3]
        self._daftar_bidang(
            "Daftar Isi",
            'TOC \\o "1-3" \\h \\z \\u',
            [(b, f"{b.nomor}\u2002{b.teks}".strip(), b.tingkat) for b in judul],
        )
        tabel = [b for b in self.naskah.semua if isinstance(b, Tabel) and b.bernomor]
        gambar = [b for b in self.naskah.semua if isinstance(b, Gambar)]
        if tabel:
            self._daftar_bidang(
                "Daftar Tabel",
                'TOC \\h \\z \\t "Judul Tabel,1"',
                [(b, f"Tabel {b.nomor}\u2002{b.judul}", 2) for b in tabel],
            )
        if gambar:
            self._daftar_bidang(
                "Daftar Gambar",
                'TOC \\h \\z \\t "Judul Gambar,1"',
                [(b, f"Gambar {b.nomor}\u2002{b.judul}", 2) for b in gambar],
            )

    def _daftar_bidang(self, judul: str, perintah: str, isi: list[tuple[Any, str, int]]) -> None:
        self._paragraf(judul, "Judul Daftar")
        for n, (b, teks, tingkat) in enumerate(isi):
            p = self._paragraf("", f"Isi {tingkat}")
            if n == 0:
                alat.open_field(p, perintah)
            p.add_run(f"{teks}\t")
            alat.add_field(p, f"PAGEREF {bookmark_name(b)} \\h", kotor=True)
            if n == len(isi) - 1:
                alat.close_field(p)


def bookmark_name(b: Any) -> str:
    """A bookmark that Word accepts: letters, digits and underscores, at most 40 of them."""
    kunci = f"{b.jenis}_{b.nomor}_{b.teks if isinstance(b, Judul) else ''}"
    return "_" + "".join(c if c.isascii() and c.isalnum() else "_" for c in kunci)[:38]


def define_styles(dok: Any) -> None:
    gaya = dok.styles
    dasar = gaya["Normal"]
    dasar.font.name, dasar.font.size = BADAN, Pt(10.5)
    dasar.paragraph_format.space_after, dasar.paragraph_format.line_spacing = Pt(6), 1.12
    gaya["Body Text"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _huruf(gaya["Title"], 30, NILA, tebal=True)
    alat.drop_border(gaya["Title"])
    for tingkat, ukuran in ((1, 20), (2, 14), (3, 12.5), (4, 11)):
        _huruf(gaya[f"Heading {tingkat}"], ukuran, NILA, tebal=True)
        gaya[f"Heading {tingkat}"].paragraph_format.space_before = Pt(4 if tingkat == 1 else 14)
        gaya[f"Heading {tingkat}"].paragraph_format.space_after = Pt(14 if tingkat == 1 else 6)
    gaya["Heading 1"].paragraph_format.page_break_before = True
    for nama, ukuran, warna, tebal in (
        ("Temuan", 12, SOGA, False),
        ("Belum Ada", 9.5, REDUP, False),
        ("Judul Tabel", 9.5, NILA, True),
        ("Judul Gambar", 9.5, NILA, True),
        ("Kaki Tabel", 8, REDUP, False),
        ("Isi Tabel", 8.5, None, False),
        ("Angka Kunci", 13, NILA, True),
        ("Sampul Kecil", 13, NILA, True),
        ("Judul Daftar", 20, NILA, True),
    ):
        baru = gaya.add_style(nama, WD_STYLE_TYPE.PARAGRAPH)
        baru.base_style = dasar
        _huruf(baru, ukuran, warna, tebal=tebal)
        baru.paragraph_format.space_after = Pt(3)
    for nama in ("Judul Tabel", "Temuan", "Angka Kunci"):
        gaya[nama].paragraph_format.keep_with_next = True
    gaya["Judul Tabel"].paragraph_format.space_before = Pt(8)
    gaya["Judul Daftar"].paragraph_format.page_break_before = True
    gaya["Judul Daftar"].paragraph_format.space_after = Pt(12)
    gaya["Isi Tabel"].paragraph_format.space_after = Pt(0)
    _gaya_daftar(gaya)


def _gaya_daftar(gaya: Any) -> None:
    for tingkat in (1, 2, 3):
        baru = gaya.add_style(f"Isi {tingkat}", WD_STYLE_TYPE.PARAGRAPH)
        baru.base_style = gaya["Normal"]
        _huruf(baru, 9.5, NILA if tingkat == 1 else None, tebal=tingkat == 1)
        baru.paragraph_format.space_after = Pt(2)
        baru.paragraph_format.left_indent = Mm(6 * (tingkat - 1))
        baru.paragraph_format.tab_stops.add_tab_stop(_LEBAR_TEKS, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _huruf(gaya: Any, ukuran: float, warna: RGBColor | None, *, tebal: bool) -> None:
    gaya.font.name, gaya.font.size, gaya.font.bold, gaya.font.italic = JUDUL, Pt(ukuran), tebal, False
    sifat = gaya.element.get_or_add_rPr().get_or_add_rFonts()
    for kunci in list(sifat.attrib):
        if "Theme" in kunci:
            del sifat.attrib[kunci]
    if warna is not None:
        gaya.font.color.rgb = warna
