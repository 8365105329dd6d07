"""What an LHE says, in the order of the regulation, as PDF and as DOCX."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pypdf
import pytest
from tests.sakip.reports.lhe.contoh_lhe import buat_konteks

from sakip.apps.evaluasi.selectors.konteks import KonteksLHE, KonteksTakDikenal, konteks_from, sidik_konteks
from sakip.reports.lhe import uraian
from sakip.reports.lhe.bantu import change, law
from sakip.reports.lhe.cetak import BahanLHE, BentukTidakDikenal, name_file, render_lhe
from sakip.reports.lhe.naskah import build_surat
from sakip.reports.naskah import Judul, Tabel

SIDIK = "ab" * 32


def _teks_pdf(isi: bytes) -> str:
    halaman = pypdf.PdfReader(io.BytesIO(isi)).pages
    return " ".join(" ".join(satu.extract_text() for satu in halaman).split()).replace("\u00a0", " ")


def _rapat(halaman: pypdf.PageObject) -> str:
    """The marks at the edge are set with wide letter spacing."""
    return "".join(halaman.extract_text().split())


def _teks_docx(isi: bytes) -> str:
    dok = docx.Document(io.BytesIO(isi))
    sel = [s.text for t in dok.tables for b in t.rows for s in b.cells]
    return " ".join(" ".join([*(p.text for p in dok.paragraphs), *sel]).split()).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_lhe(BahanLHE(buat_konteks(), SIDIK, None), "pdf")


@pytest.fixture(scope="module")
def draf() -> bytes:
    return render_lhe(BahanLHE(buat_konteks(), "", None), "pdf")


def test_it_says_it_is_pdf_a_2a_and_pdf_ua_1(pdf: bytes) -> None:
    metadata = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_the_same_context_gives_the_same_bytes(pdf: bytes) -> None:
    assert render_lhe(BahanLHE(buat_konteks(), SIDIK, None), "pdf") == pdf


def test_the_chapters_come_in_the_order_of_the_regulation() -> None:
    surat = build_surat(buat_konteks(), sidik=SIDIK)
    judul = [b for b in (*surat.isi, *surat.lampiran) if isinstance(b, Judul)]
    assert [b.teks for b in judul if b.tingkat == 1] == [
        "Pendahuluan",
        "Hasil evaluasi",
        "Penutup",
        "Lembar hasil evaluasi",
        "Pemenuhan kriteria",
    ]
    assert [b.nomor for b in judul if b.nomor.startswith("1.")] == [f"1.{n}" for n in range(1, 9)]


@pytest.mark.parametrize("bentuk", ["pdf", "docx"])
def test_both_forms_carry_the_same_content(bentuk: str) -> None:
    isi = render_lhe(BahanLHE(buat_konteks(), SIDIK, None), bentuk)
    teks = _teks_pdf(isi) if bentuk == "pdf" else _teks_docx(isi)
    for kata in (
        "700/101/LHE/2026",
        "Yth. Kepala Dinas Kesehatan",
        "naik 2,25 dari 63,10 (B) pada tahun 2024",
        "lebih dari 4,65 lagi",
        "Agar hasil pengukuran menjadi dasar penyesuaian strategi dan anggaran.",
        "Belum sesuai",
        "3 dari 4 indikator kinerja tahun 2025 terukur",
        "Inspektur Kota Metro",
        "Yth. Wali Kota Metro",
        "tidak terpenuhi",
    ):
        assert kata in teks


def test_every_page_of_example_data_is_marked(pdf: bytes) -> None:
    for halaman in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        assert "DATACONTOH" in _rapat(halaman)


def test_every_page_of_a_draft_is_marked(draf: bytes) -> None:
    for halaman in pypdf.PdfReader(io.BytesIO(draf)).pages:
        assert "DRAF·BELUMDITANDATANGANI" in _rapat(halaman)


def test_a_signed_one_carries_its_fingerprint_and_no_draft_mark(pdf: bytes) -> None:
    assert not any("DRAF" in _rapat(satu) for satu in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert "abababab abababab" in _teks_pdf(pdf)


def test_the_head_of_every_page_of_the_docx_is_marked() -> None:
    dok = docx.Document(io.BytesIO(render_lhe(BahanLHE(buat_konteks(), "", None), "docx")))
    assert len(dok.sections) == 2
    for seksi in dok.sections:
        assert "DATA CONTOH · BUKAN DOKUMEN RESMI · DRAF" in seksi.header.paragraphs[0].text


def test_only_posts_are_named() -> None:
    arsip = zipfile.ZipFile(io.BytesIO(render_lhe(BahanLHE(buat_konteks(), "", None), "docx")))
    inti = arsip.read("docProps/core.xml").decode()
    assert "<dc:creator>Inspektorat, Pemerintah Kota Metro</dc:creator>" in inti


def test_official_data_has_no_example_mark() -> None:
    k = buat_konteks()
    resmi = replace(k, instansi=replace(k.instansi, contoh=False))
    isi = render_lhe(BahanLHE(resmi, SIDIK, None), "pdf")
    assert not any("CONTOH" in _rapat(satu) for satu in pypdf.PdfReader(io.BytesIO(isi)).pages)


def test_text_of_people_is_never_markup() -> None:
    k = buat_konteks(catatan_umum='#panic("x") *tebal* <b> $x$', tanggapan="=1+1 @rujuk")
    teks = _teks_pdf(render_lhe(BahanLHE(k, "", None), "pdf"))
    assert '#panic("x") *tebal* <b> $x$' in teks.replace("”", '"').replace("“", '"')


def test_a_sheet_without_answers_still_prints_and_says_so() -> None:
    k = buat_konteks()
    kosong = replace(
        k,
        total=None,
        predikat_kode="",
        per_tahap=(),
        total_lalu=None,
        predikat_lalu="",
        rekomendasi=(),
        tindak_lalu=(),
        capaian=None,
        dokumen=(),
        tim=(),
        tanggapan="",
        nomor="",
        tanggal=None,
        komponen=tuple(
            replace(
                kom,
                nilai=None,
                nilai_lalu=None,
                sub=tuple(replace(s, nilai=None, jawaban="", nilai_lalu=None, catatan="") for s in kom.sub),
            )
            for kom in k.komponen
        ),
    )
    teks = _teks_pdf(render_lhe(BahanLHE(kosong, "", None), "pdf"))
    for kata in (
        "belum bernomor",
        "Belum ada subkomponen yang dinilai",
        "Rekomendasi belum disusun",
        "belum dinilai",
    ):
        assert kata in teks


def test_a_partial_sheet_has_no_predikat() -> None:
    k = buat_konteks(predikat_kode="")
    sub = replace(k.komponen[0].sub[0], nilai=None, jawaban="")
    k = replace(k, komponen=(replace(k.komponen[0], sub=(sub, *k.komponen[0].sub[1:])), *k.komponen[1:]))
    assert uraian.result(k).startswith("Nilai sementara 65,35. 1 subkomponen belum dinilai (1.a)")


def test_another_instrument_last_year_is_said_and_not_compared_by_component() -> None:
    k = buat_konteks(instrumen_lalu="akip-12-2015-unit")
    assert "dengan instrumen lain (akip-12-2015-unit)" in uraian.result(k)


def test_eighty_exactly_needs_more_than_nothing() -> None:
    k = buat_konteks(total="80", predikat_kode="BB")
    assert "Predikat A memerlukan nilai di atas 80,00: lebih dari 0,00 lagi." in uraian.result(k)


def test_a_frozen_context_comes_back_as_it_was() -> None:
    k = buat_konteks()
    assert konteks_from(k.to_dict()) == k
    assert sidik_konteks(k.to_dict()) == sidik_konteks(konteks_from(k.to_dict()).to_dict())


def test_what_was_not_frozen_by_this_report_is_refused() -> None:
    with pytest.raises(KonteksTakDikenal):
        konteks_from({"versi": 99})


def test_the_letter_to_the_government_itself_has_no_copy() -> None:
    k = buat_konteks()
    kota: KonteksLHE = replace(k, unit=replace(k.unit, profil="instansi", kepala="Wali Kota Metro"))
    surat = build_surat(kota, sidik=SIDIK)
    assert surat.tujuan == ("Wali Kota Metro", "di Metro")
    assert not any(b.jenis == "tembusan" for b in surat.isi)


def test_a_change_has_its_sign_and_absence_has_none() -> None:
    assert [change("10", "9.5"), change("9", "9.5"), change("9", "9"), change(None, "9")] == [
        "+0,50",
        "\u22120,50",
        "0,00",
        "–",
    ]


def test_the_legal_ground_is_named_in_full() -> None:
    assert law("PermenPANRB 88/2021").endswith(
        "Nomor 88 Tahun 2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah"
    )


def test_the_recommendation_stands_on_its_sub_components_row() -> None:
    tabel = next(b for b in build_surat(buat_konteks()).lampiran if isinstance(b, Tabel))
    baris = next(b for b in tabel.baris if b.sel[0].teks == "1.c")
    assert baris.sel[-1].teks.startswith("Agar menyesuaikan rencana aksi")


def test_files_are_named_after_the_unit_and_drafts_say_so() -> None:
    k = buat_konteks()
    assert name_file(BahanLHE(k, SIDIK, None), "pdf") == "lhe-dinkes-2025.pdf"
    assert name_file(BahanLHE(k, "", None), "docx") == "draf-lhe-dinkes-2025.docx"


def test_other_forms_do_not_exist() -> None:
    with pytest.raises(BentukTidakDikenal, match="pdf, docx"):
        render_lhe(BahanLHE(buat_konteks(), "", None), "xlsx")
