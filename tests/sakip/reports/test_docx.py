"""The DOCX says the same as the PDF, and is a document that can be worked on."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import docx
import pytest
from docx.document import Document

from sakip.reports.docx import render_docx
from sakip.reports.docx_tabel import fit_widths
from sakip.reports.lkjip.konteks import KonteksLKjIP
from sakip.reports.lkjip.naskah import build_naskah
from sakip.reports.naskah import Kolom, Tabel

_ANGKA = re.compile(r"(?<![\w.,])\d+(?:\.\d{3})*,\d{2,}|\d{1,3}(?:\.\d{3})+")


@pytest.fixture(scope="session")
def dokumen(berkas_docx: bytes) -> Document:
    return docx.Document(io.BytesIO(berkas_docx))


@pytest.fixture(scope="session")
def xml(dokumen: Document) -> str:
    return str(dokumen.element.xml)


def _teks(dokumen: Document) -> str:
    isi = [p.text for p in dokumen.paragraphs]
    isi += [sel.text for tabel in dokumen.tables for baris in tabel.rows for sel in baris.cells]
    return " ".join(isi).replace("\u00a0", " ")


def test_it_holds_every_figure_of_the_pdf(dokumen: Document, teks_pdf: str) -> None:
    dari_pdf = set(_ANGKA.findall(teks_pdf))
    assert dari_pdf - set(_ANGKA.findall(_teks(dokumen))) == set()


def test_headings_are_real_styles(dokumen: Document) -> None:
    gaya = [p.style.name for p in dokumen.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert {"Heading 1", "Heading 2", "Heading 3", "Heading 4"} <= set(gaya)


def test_the_contents_is_a_field_with_an_entry_per_heading(xml: str, konteks: KonteksLKjIP) -> None:
    assert 'TOC \\o "1-3"' in xml
    assert xml.count("PAGEREF") >= len([b for b in build_naskah(konteks).isi if b.jenis == "judul"])


def test_tables_repeat_their_header_and_keep_their_rows(dokumen: Document) -> None:
    berkepala = [t for t in dokumen.tables if "w:tblHeader" in t._tbl.xml]
    assert len(berkepala) > 15
    assert all("w:cantSplit" in t._tbl.xml for t in berkepala)


def test_charts_have_alternative_text(xml: str) -> None:
    assert 'descr="Grafik batang capaian indikator' in xml


def test_language_and_title_are_set(dokumen: Document) -> None:
    assert dokumen.core_properties.title == "Laporan Kinerja Dinas Kesehatan Tahun 2025"
    assert 'w:lang w:val="id-ID"' in dokumen.styles.element.xml


def test_text_that_xml_cannot_hold_is_cleaned(konteks: KonteksLKjIP) -> None:
    aneh = replace(
        konteks, unit=replace(konteks.unit, nama="Dinas <b>&\x00\x0b Uji</b>"), sasaran=(), program=()
    )
    isi = docx.Document(io.BytesIO(render_docx(build_naskah(aneh))))
    assert "Dinas <b>& Uji</b>" in _teks(isi)


def test_column_widths_add_up_to_the_text_width() -> None:
    t = Tabel("x", (Kolom("No", "kanan"), Kolom("Uraian yang panjang", lebar=2), Kolom("Nilai", "kanan")), ())
    assert 8400 <= sum(fit_widths(t)) <= 8504


def test_properties_stand_in_the_order_word_demands(dokumen: Document) -> None:
    for tabel in dokumen.tables:
        urutan = [anak.tag.rpartition("}")[2] for anak in tabel._tbl.tblPr]
        baku = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblLook"]
        assert urutan == [x for x in baku if x in urutan]
    for seksi in dokumen.sections[1:]:
        urutan = [anak.tag.rpartition("}")[2] for anak in seksi._sectPr]
        assert urutan.index("pgNumType") < urutan.index("cols")


def test_every_paragraph_style_that_is_used_exists(dokumen: Document, xml: str) -> None:
    dikenal = {gaya.style_id for gaya in dokumen.styles}
    assert set(re.findall(r'w:pStyle w:val="([^"]+)"', xml)) <= dikenal
