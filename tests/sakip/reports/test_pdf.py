"""What the PDF of a report must be, whoever opens it."""

from __future__ import annotations

import base64
import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdf
import pytest
from tests.sakip.reports.contoh import indikator, lengkap, sasaran

from sakip.reports.aksara import RENTANG
from sakip.reports.lkjip.cetak import render_lkjip
from sakip.reports.lkjip.konteks import Keadaan, KonteksLKjIP, NilaiLaporan
from sakip.reports.lkjip.naskah import build_naskah
from sakip.reports.lkjip.naskah.bantu import nilai_sel
from sakip.reports.lkjip.uraian import with_uraian
from sakip.reports.naskah import Gambar, Judul
from sakip.reports.pdf import CetakGagal, compress, render_pdf, render_png, run_typst


def test_it_says_it_is_pdf_a_2a_and_pdf_ua_1(dokumen_pdf: pypdf.PdfReader) -> None:
    metadata = dokumen_pdf.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_it_is_tagged_and_has_a_language_and_a_title(dokumen_pdf: pypdf.PdfReader) -> None:
    akar = dokumen_pdf.trailer["/Root"]
    assert akar["/MarkInfo"]["/Marked"]
    assert akar["/Lang"] == "id-ID"
    assert dokumen_pdf.metadata.title == "Laporan Kinerja Dinas Kesehatan Tahun 2025"


def test_headings_come_in_the_order_of_the_regulation(dokumen_pdf: pypdf.PdfReader) -> None:
    judul = [b.title for b in _flatten(dokumen_pdf.outline)]
    bab = [x for x in judul if x.startswith(("Bab", "Lampiran", "Kata", "Ikhtisar"))]
    assert [x.split("\u2003")[0].split("  ")[0] for x in bab][:2] == ["Kata Pengantar", "Ikhtisar Eksekutif"]
    nomor = [
        "Bab I ",
        "Bab II ",
        "Bab III ",
        "Bab IV ",
        "Lampiran 1 ",
        "Lampiran 2 ",
        "Lampiran 3 ",
        "Lampiran 4 ",
    ]
    assert all(x.replace("\u2003", " ").startswith(n) for x, n in zip(bab[2:], nomor, strict=True))


def _flatten(isi: list[object]) -> list[pypdf.generic.Destination]:
    hasil: list[pypdf.generic.Destination] = []
    for b in isi:
        hasil += _flatten(b) if isinstance(b, list) else [b]  # type: ignore[list-item]
    return hasil


def test_every_sasaran_has_the_seven_analyses_in_order(konteks: KonteksLKjIP) -> None:
    isi = build_naskah(konteks).isi
    nomor = [b.nomor for b in isi if b.jenis == "analisis"]
    assert nomor == [1, 2, 3, 4, 5, 6, 7] * len(konteks.sasaran)


def test_numbers_are_printed_in_indonesian_form(teks_pdf: str) -> None:
    for angka in ("146,15", "53,85", "80,16", "27.918.960.000", "Rp27,92 miliar", "29 Januari 2025"):
        assert angka in teks_pdf.replace("\u00a0", " ")


def test_missing_zero_and_not_applicable_look_different(teks_pdf: str) -> None:
    assert "belum dilaporkan" in teks_pdf
    assert "Satu indikator belum terukur" in teks_pdf


def test_no_soft_hyphen_disturbs_search_and_screen_readers(teks_pdf: str) -> None:
    assert "\u00ad" not in teks_pdf


def test_charts_carry_their_numbers_as_alternative_text(konteks: KonteksLKjIP) -> None:
    gambar = [b for b in build_naskah(konteks).isi if isinstance(b, Gambar)]
    assert len(gambar) >= 4
    assert "Prevalensi balita stunting 86,50 (T)" in gambar[0].alt


def test_example_data_is_marked_on_every_page(dokumen_pdf: pypdf.PdfReader) -> None:
    rapat = ["".join(halaman.extract_text().split()) for halaman in dokumen_pdf.pages]
    assert all("DATACONTOH·BUKANDOKUMENRESMI" in teks for teks in rapat)


def test_published_data_names_its_source_and_is_not_called_official(konteks: KonteksLKjIP) -> None:
    terbit = replace(konteks, instansi=replace(konteks.instansi, contoh=False, sumber=("LKIP 2016",)))
    naskah = build_naskah(with_uraian(terbit))
    assert not naskah.contoh
    assert "bukan dokumen resmi. Sumber: LKIP 2016." in naskah.sampul.sumber


def test_the_same_context_gives_the_same_bytes(konteks: KonteksLKjIP, berkas_pdf: bytes) -> None:
    assert render_lkjip(konteks, "pdf") == berkas_pdf


def test_object_streams_keep_the_conformance_mark(berkas_pdf: bytes) -> None:
    assert compress(berkas_pdf).startswith(b"%PDF-1.7")
    with pikepdf.open(io.BytesIO(berkas_pdf)) as dokumen:
        assert dokumen.open_metadata()["pdfaid:part"] == "2"


def test_a_picture_without_alternative_text_does_not_compile(tmp_path: Path) -> None:
    (tmp_path / "g.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    (tmp_path / "naskah.typ").write_text('#set document(title: "x")\n#image("g.svg")')
    with pytest.raises(CetakGagal, match="alt"):
        run_typst("pdf", tmp_path, None, 0)


def test_every_character_called_printable_compiles(tmp_path: Path) -> None:
    huruf = [chr(c) for a, b in RENTANG for c in range(a, b + 1) if chr(c).isprintable()]
    (tmp_path / "data.json").write_text(json.dumps(huruf))
    awal = '#set document(title: "x", date: datetime(year: 2026, month: 1, day: 1))\n'
    badan = '#set text(font: ("{}", "Libertinus Serif"))\n#for c in json("data.json") {{ c }}'
    for keluarga in ("Plus Jakarta Sans", "Source Serif 4"):
        (tmp_path / "naskah.typ").write_text(awal + badan.format(keluarga))
        run_typst("pdf", tmp_path, None, 0)


def test_a_missing_typeface_folder_is_said_plainly(konteks: KonteksLKjIP, tmp_path: Path) -> None:
    with pytest.raises(CetakGagal, match="make install"):
        render_pdf(build_naskah(konteks), huruf=tmp_path)


def test_many_long_names_with_gaps_compile(tmp_path: Path) -> None:
    nama = "Persentase perangkat daerah yang menindaklanjuti rekomendasi hasil pemeriksaan dan evaluasi " * 3
    isi = [
        indikator(
            f"X{n}",
            f"{nama}{n}",
            "persen dari seluruh perangkat daerah",
            "90.00",
            None if n % 5 == 0 else "85.50",
        )
        for n in range(24)
    ]
    k = lengkap()
    satu = sasaran(1, nama, *isi)
    besar = with_uraian(replace(k, sasaran=(satu,), rata=satu.rata, unit=replace(k.unit, nama=nama[:200])))
    dokumen = pypdf.PdfReader(io.BytesIO(render_lkjip(besar, "pdf")))
    teks = " ".join(h.extract_text() for h in dokumen.pages)
    assert teks.count("belum dilaporkan") >= 5
    assert besar.rata.terukur == 19


def test_markup_and_odd_characters_in_names_stay_text(konteks: KonteksLKjIP) -> None:
    aneh = "#pagebreak() *tebal* $x$ @rujuk <label> \u0007 ≥ 5 → 😀 العربية"
    s = konteks.sasaran[0]
    s = replace(s, pernyataan=aneh, indikator=(replace(s.indikator[0], nama=aneh), *s.indikator[1:]))
    isi = render_lkjip(with_uraian(replace(konteks, sasaran=(s,))), "pdf")
    teks = " ".join(h.extract_text() for h in pypdf.PdfReader(io.BytesIO(isi)).pages)
    assert "#pagebreak() *tebal* $x$ @rujuk <label>" in teks
    assert "≥ 5 → □" in teks


def test_three_absences_are_three_marks() -> None:
    tanda = {
        nilai_sel(NilaiLaporan(keadaan=k)).keadaan
        for k in (Keadaan.BELUM, Keadaan.BELUM_RILIS, Keadaan.TIDAK_BERLAKU)
    }
    assert tanda == {"belum", "belum_rilis", "tb"}
    assert nilai_sel(NilaiLaporan("0", Decimal(0))).teks == "0"


def test_chapters_are_numbered_the_way_officials_write_them(konteks: KonteksLKjIP) -> None:
    bab = [b.nomor for b in build_naskah(konteks).isi if isinstance(b, Judul) and b.tingkat == 1]
    assert bab == ["Bab I", "Bab II", "Bab III", "Bab IV"]


def test_poppler_can_read_it_where_it_is_installed(berkas_pdf: bytes, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler tidak terpasang")
    (tmp_path / "a.pdf").write_bytes(berkas_pdf)
    hasil = subprocess.run(
        ["pdftotext", str(tmp_path / "a.pdf"), "-"], capture_output=True, text=True, check=True
    )
    assert "Akuntabilitas Kinerja" in hasil.stdout


def test_the_arms_of_the_region_are_printed_with_their_description(konteks: KonteksLKjIP) -> None:
    lambang = base64.b64encode(
        render_png(['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'])[0]
    ).decode()
    berlambang = replace(
        konteks, instansi=replace(konteks.instansi, logo=lambang, logo_alt="Lambang Kota Metro")
    )
    dokumen = pypdf.PdfReader(io.BytesIO(render_lkjip(berlambang, "pdf")))
    assert len(dokumen.pages[0].images) == 1
    assert "Lambang Kota Metro" in docx_alt(render_lkjip(berlambang, "docx"))


def docx_alt(isi: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(isi)).read("word/document.xml").decode()
