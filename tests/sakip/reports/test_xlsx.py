"""The workbook computes what the report prints, and text never becomes a formula."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree

import pytest
from tests.sakip.reports.contoh import indikator, rata, sasaran
from tests.sakip.reports.hitung_xlsx import Buku, read_buku

from kinerja.capaian import Polaritas
from sakip.reports.lkjip.cetak import render_lkjip
from sakip.reports.lkjip.konteks import KonteksLKjIP
from sakip.reports.lkjip.uraian import with_uraian

D = Decimal


@pytest.fixture(scope="session")
def buku(berkas_xlsx: zipfile.ZipFile) -> Buku:
    return read_buku(berkas_xlsx)


def _round(nilai: object) -> Decimal:
    return D(repr(nilai)).quantize(D("0.01"), rounding=ROUND_HALF_UP)


def test_each_table_has_its_sheet(buku: Buku) -> None:
    assert list(buku) == [
        "Keterangan", "Capaian", "Sasaran", "Riwayat", "Rencana", "Program", "Perjanjian", "Analisis", "Skala",
    ]  # fmt: skip


def test_the_achievement_formulas_give_the_printed_figures(buku: Buku, konteks: KonteksLKjIP) -> None:
    for n, i in enumerate(konteks.indikator):
        sel = f"J{5 + n}"
        if i.capaian.cetak is None:
            assert buku.compute("Capaian", sel) == ""
        else:
            assert buku["Capaian"][sel].rumus is not None
            assert _round(buku.compute("Capaian", sel)) == i.capaian.cetak


def test_the_categories_are_formulas_that_agree(buku: Buku, konteks: KonteksLKjIP) -> None:
    hasil = [buku.compute("Capaian", f"K{5 + n}") for n in range(len(konteks.indikator))]
    assert hasil == [i.capaian.kategori or "" for i in konteks.indikator]


def test_means_are_live_and_leave_out_what_is_missing(buku: Buku, konteks: KonteksLKjIP) -> None:
    for n, s in enumerate(konteks.sasaran):
        assert _round(buku.compute("Sasaran", f"E{5 + n}")) == s.rata.cetak
    assert _round(buku.compute("Sasaran", f"E{5 + len(konteks.sasaran)}")) == konteks.rata.cetak


def test_absorption_is_live(buku: Buku, konteks: KonteksLKjIP) -> None:
    assert _round(buku.compute("Program", "F5")) == konteks.program[0].anggaran.serapan


def test_an_unreported_figure_is_words_not_zero(buku: Buku) -> None:
    assert buku["Capaian"]["G12"].teks == "belum dilaporkan"


def test_headers_stay_in_view_and_tables_can_be_filtered(berkas_xlsx: zipfile.ZipFile) -> None:
    lembar = berkas_xlsx.read("xl/worksheets/sheet2.xml").decode()
    assert 'state="frozen"' in lembar
    assert "autoFilter" in berkas_xlsx.read("xl/tables/table1.xml").decode()


@pytest.mark.parametrize("awal", ["=", "+", "-", "@", "\t="])
def test_text_that_looks_like_a_formula_stays_text(konteks: KonteksLKjIP, awal: str) -> None:
    jahat = f'{awal}HYPERLINK("http://x","y")'
    s = konteks.sasaran[0]
    s = replace(s, pernyataan=jahat, indikator=(replace(s.indikator[0], nama=jahat), *s.indikator[1:]))
    arsip = zipfile.ZipFile(io.BytesIO(render_lkjip(with_uraian(replace(konteks, sasaran=(s,))), "xlsx")))
    for nama in arsip.namelist():
        if nama.startswith("xl/worksheets/sheet"):
            rumus = re.findall(r"<f>(.*?)</f>", arsip.read(nama).decode())
            assert not any("HYPERLINK" in r for r in rumus)
    assert 'quotePrefix="1"' in arsip.read("xl/styles.xml").decode()


@pytest.mark.parametrize(
    ("polaritas", "target", "realisasi"),
    [
        (Polaritas.MAKS, "0", "0"),
        (Polaritas.MIN, "0", "0"),
        (Polaritas.MIN, "0", "2"),
        (Polaritas.MIN_B, "5.8", "4.01"),
        (Polaritas.MIN_B, "10", "0"),
        (Polaritas.STABIL, "50", "55"),
        (Polaritas.STABIL, "50", "500"),
        (Polaritas.LAJU_TURUN, "19.14", "-7.20"),
    ],
)
def test_every_arithmetic_polarity_is_a_formula(
    konteks: KonteksLKjIP, polaritas: Polaritas, target: str, realisasi: str
) -> None:
    satu = indikator("X", "X", "%", target, realisasi, polaritas=polaritas)
    s = sasaran(1, "Satu", satu)
    k = with_uraian(replace(konteks, sasaran=(s,), rata=rata([satu.capaian.terbatas], 1)))
    buku = read_buku(zipfile.ZipFile(io.BytesIO(render_lkjip(k, "xlsx"))))
    assert _round(buku.compute("Capaian", "J5")) == satu.capaian.cetak


def test_a_target_of_zero_that_was_passed_gives_no_figure_where_more_is_better(konteks: KonteksLKjIP) -> None:
    satu = indikator("X", "X", "unit", "0", "4")
    k = with_uraian(replace(konteks, sasaran=(sasaran(1, "Satu", satu),)))
    buku = read_buku(zipfile.ZipFile(io.BytesIO(render_lkjip(k, "xlsx"))))
    assert satu.capaian.cetak is None
    assert buku.compute("Capaian", "J5") == ""


def test_a_cap_is_part_of_the_formula(konteks: KonteksLKjIP) -> None:
    satu = replace(indikator("X", "X", "%", "10", "65"), batas=D(120))
    k = with_uraian(replace(konteks, sasaran=(sasaran(1, "Satu", satu),)))
    buku = read_buku(zipfile.ZipFile(io.BytesIO(render_lkjip(k, "xlsx"))))
    assert buku.compute("Capaian", "J5") == 120


def test_the_workbook_is_well_formed(berkas_xlsx: zipfile.ZipFile) -> None:
    assert berkas_xlsx.testzip() is None
    for nama in berkas_xlsx.namelist():
        if nama.endswith(".xml"):
            ElementTree.fromstring(berkas_xlsx.read(nama))
