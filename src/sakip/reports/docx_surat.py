"""DOCX of a letter: letterhead, address, blocks, and appendices on wide pages."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from sakip.reports import docx_alat as alat
from sakip.reports.docx import Penulis, define_styles
from sakip.reports.naskah import Judul, Surat

_LEBAR, _LEBAR_LAMPIRAN = Mm(155), Mm(257)


def render_surat(surat: Surat, *, huruf: Path | None = None) -> bytes:
    keluar = io.BytesIO()
    _PenulisSurat(surat, huruf).write().save(keluar)
    return keluar.getvalue()


class _PenulisSurat(Penulis):
    """One letter while it is being written."""

    def __init__(self, surat: Surat, huruf: Path | None) -> None:
        super().__init__(surat, huruf)
        self.surat = surat

    def write(self) -> Any:
        self._sifat()
        define_styles(self.dok)
        self.dok.styles["Heading 1"].paragraph_format.page_break_before = False
        self.dok.styles["Heading 1"].paragraph_format.space_before = Pt(16)
        self.dok.styles["Heading 1"].font.size = Pt(15)
        self.dok.styles["Heading 2"].font.size = Pt(11.5)
        alat.set_language(self.dok, "id-ID")
        seksi = self.dok.sections[0]
        seksi.left_margin, seksi.right_margin, seksi.top_margin, seksi.bottom_margin = (
            Mm(30),
            Mm(25),
            Mm(20),
            Mm(24),
        )
        self._kaki(seksi, _LEBAR)
        self.lebar = _LEBAR
        self._kop()
        self._alamat()
        self._blok(self.surat.isi)
        if self.surat.lampiran:
            self._lampiran()
        if self.surat.sidik:
            self._paragraf(f"Sidik data yang dibekukan (SHA-256): {self.surat.sidik}", "Kaki Tabel")
        return self.dok

    def _kaki(self, seksi: Any, lebar: Any) -> None:
        """The marks that every page must carry stand in the head, the page number in the foot."""
        seksi.header.is_linked_to_previous = seksi.footer.is_linked_to_previous = False
        tanda = ["DATA CONTOH · BUKAN DOKUMEN RESMI"] if self.surat.contoh else []
        tanda += ["DRAF · BELUM DITANDATANGANI"] if self.surat.draf else []
        kepala, kaki = seksi.header.paragraphs[0], seksi.footer.paragraphs[0]
        kepala.text = "\t" + " · ".join(tanda) if tanda else ""
        kaki.add_run(f"{self.surat.singkat}\t")
        alat.add_field(kaki, "PAGE", "1")
        kaki.add_run(" dari ")
        alat.add_field(kaki, "NUMPAGES", "1")
        for p in (kepala, kaki):
            alat.set_style(p, "Kaki Tabel")
            p.paragraph_format.tab_stops.clear_all()
            p.paragraph_format.tab_stops.add_tab_stop(lebar, WD_TAB_ALIGNMENT.RIGHT)

    def _kop(self) -> None:
        kop = self.surat.kop
        if kop.logo is not None:
            gambar = self.dok.add_picture(io.BytesIO(base64.b64decode(kop.logo)), height=Mm(20))
            alat.set_alt(gambar, "Lambang", kop.logo_alt)
            self.dok.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
        atas = self._paragraf(kop.pemerintah.upper(), "Kaki Tabel")
        atas.runs[0].font.size = Pt(12)
        bawah = self._paragraf(kop.instansi.upper(), "Sampul Kecil")
        bawah.runs[0].font.size = Pt(16)
        for p in (atas, bawah):
            p.alignment = WD_ALIGN_PARAGRAPH.CENTER
        alat.border_below(bawah)
        bawah.paragraph_format.space_after = Pt(12)

    def _alamat(self) -> None:
        for n, (nama, isi) in enumerate((*self.surat.rincian, ("Hal", self.surat.hal))):
            p = self._paragraf("", "Normal")
            p.paragraph_format.tab_stops.add_tab_stop(Mm(22))
            p.paragraph_format.tab_stops.add_tab_stop(_LEBAR, WD_TAB_ALIGNMENT.RIGHT)
            p.paragraph_format.left_indent, p.paragraph_format.first_line_indent = Mm(24), Mm(-24)
            p.paragraph_format.space_after = Pt(2)
            p.add_run(f"{nama}\t: ")
            p.add_run(isi).bold = nama == "Hal"
            if n == 0:
                p.add_run(f"\t{self.surat.tempat_tanggal}")
        for n, teks in enumerate(self.surat.tujuan):
            p = self._paragraf(f"Yth. {teks}" if n == 0 else teks, "Normal")
            p.paragraph_format.space_before = Pt(12 if n == 0 else 0)
            p.paragraph_format.space_after = Pt(10 if n == len(self.surat.tujuan) - 1 else 2)

    def _lampiran(self) -> None:
        seksi = self.dok.add_section(WD_SECTION.NEW_PAGE)
        seksi.orientation = WD_ORIENT.LANDSCAPE
        seksi.page_width, seksi.page_height = Mm(297), Mm(210)
        seksi.left_margin = seksi.right_margin = Mm(20)
        seksi.top_margin = seksi.bottom_margin = Mm(18)
        self._kaki(seksi, _LEBAR_LAMPIRAN)
        self.lebar = _LEBAR_LAMPIRAN
        for n, b in enumerate(self.surat.lampiran):
            self.cetak[type(b)](b)
            if isinstance(b, Judul) and b.tingkat == 1 and n:
                self.dok.paragraphs[-1].paragraph_format.page_break_before = True
