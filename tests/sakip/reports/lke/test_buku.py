"""The workbook shows what `kinerja` computes, and goes on computing it."""

from __future__ import annotations

import io
import zipfile
from fractions import Fraction

import pytest
from tests.sakip.reports.lke.buku_contoh import UNIT, acak, buat_buku, buat_isi, semua
from tests.sakip.reports.lke.hitung_ulang import baca, hapus_hasil, hitung_ulang

from kinerja.instrumen import load, score
from sakip.apps.evaluasi import lke
from sakip.reports.lke.buku import render_buku
from sakip.reports.lke.data import IsiBuku

PER_KRITERIA = load("akip-88-2021-per-kriteria")


def _baris(isi: list[list[object]], kode: str) -> list[object]:
    return next(baris for baris in isi if baris and baris[lke.KODE] == kode)


def _nilai(sel: object) -> float:
    assert isinstance(sel, int | float)
    return float(sel)


def test_cached_values_are_those_of_kinerja() -> None:
    isi = buat_isi("DINKES", acak(1), acak(2))
    lembar = baca(render_buku(buat_buku(isi)))["DINKES"]
    for kode, nilai in {**isi.skor_apip.sub, **isi.skor_apip.komponen}.items():
        assert nilai is not None
        assert Fraction(str(_nilai(_baris(lembar, kode)[lke.NILAI_APIP]))) == pytest.approx(nilai)
    total = _baris(lembar, lke.BARIS_TOTAL)
    assert _nilai(total[lke.NILAI_MANDIRI]) == pytest.approx(float(isi.skor_mandiri.total or 0))


def test_a_sheet_that_is_not_complete_has_no_predikat() -> None:
    lembar = baca(render_buku(buat_buku(buat_isi("DINKES", {"1.a": "B"}))))["DINKES"]
    assert _baris(lembar, lke.BARIS_PREDIKAT)[lke.NILAI_APIP] == ""
    assert _baris(lembar, lke.BARIS_TOTAL)[lke.NILAI_APIP] == 4.2


def test_text_that_looks_like_a_formula_stays_text() -> None:
    arsip = zipfile.ZipFile(io.BytesIO(render_buku(buat_buku(buat_isi("DINKES", semua("B"))))))
    assert "<f>belum lengkap" not in "".join(
        arsip.read(nama).decode() for nama in arsip.namelist() if "worksheets" in nama
    )


def test_every_sheet_carries_its_instrument_and_its_codes() -> None:
    lembar = baca(render_buku(buat_buku(buat_isi("DINKES", semua("B")))))["DINKES"]
    assert lke.read_tanda(lembar[lke.BARIS_PENANDA][lke.KODE]) == lke.Tanda(UNIT.id, UNIT.hash)
    kode = [baris[lke.KODE] for baris in lembar[lke.BARIS_ISI : lke.BARIS_ISI + 96]]
    assert kode == [butir.kode for butir in UNIT.walk()]


def test_the_example_mark_stands_on_every_sheet() -> None:
    buku = baca(render_buku(buat_buku(buat_isi("DINKES", semua("B")))))
    for nama in ("Keterangan", "Rekap", "DINKES"):
        assert any("DATA CONTOH" in str(sel) for baris in buku[nama] for sel in baris)


def test_codes_that_a_workbook_refuses_as_names_are_made_acceptable() -> None:
    nama = ["a/b", "A:B", "x" * 40, "x" * 40, "Ref"]
    buku = baca(render_buku(buat_buku(*(buat_isi(satu, semua("B")) for satu in nama))))
    assert list(buku)[3:] == ["a-b", "A-B~2", "x" * 31, f"{'x' * 29}~2", "Ref~2"]


def test_the_recap_ranks_complete_sheets_and_counts_their_predikat() -> None:
    isi = [buat_isi("A", semua("BB")), buat_isi("B", semua("AA")), buat_isi("C", {"1.a": "AA"})]
    rekap = baca(render_buku(buat_buku(*isi)))["Rekap"]
    assert [baris[10] for baris in rekap[4:7]] == [2, 1, ""]
    assert [baris[9] for baris in rekap[4:7]] == ["BB", "AA", ""]


def test_libreoffice_recalculates_to_the_same_totals() -> None:
    isi = [
        buat_isi(f"OPD{n}", acak(n), acak(n + 50), klaster="utama" if n % 2 else "pendukung")
        for n in range(6)
    ]
    isi += [buat_isi("BATAS", semua("BB")), buat_isi("KOSONG", {}), buat_isi("SEBAGIAN", {"1.a": "B"})]
    _compare(buat_buku(*isi))


def test_libreoffice_agrees_under_the_per_criterion_variant_too() -> None:
    isi = [buat_isi(f"OPD{n}", acak(n, PER_KRITERIA), instrumen=PER_KRITERIA) for n in range(4)]
    isi.append(buat_isi("SEBAGIAN", {"1.a.1": "B", "2.c.9": "A"}, instrumen=PER_KRITERIA))
    _compare(buat_buku(*isi))


def test_libreoffice_agrees_on_questions_averaged_per_sub_component() -> None:
    lama = load("akip-12-2015-unit")
    jawaban = {b.kode: lama.skala[b.skala or ""].kode[n % 2] for n, b in enumerate(lama.penilaian)}
    _compare(buat_buku(buat_isi("DINKES", jawaban, instrumen=lama)))


def _compare(buku: IsiBuku) -> None:
    """The same workbook without any cached figure, calculated by LibreOffice, gives every figure again."""
    asli = render_buku(buku)
    kosong = hapus_hasil(asli)
    assert _baris(baca(kosong)[buku.lembar[0].kode], lke.BARIS_TOTAL)[lke.NILAI_APIP] == ""
    semula, ulang = baca(asli), baca(hitung_ulang(kosong))
    for nama, lembar in semula.items():
        for b, baris in enumerate(lembar):
            for k, sel in enumerate(baris):
                lain = ulang[nama][b][k] if b < len(ulang[nama]) and k < len(ulang[nama][b]) else ""
                if isinstance(sel, int | float):
                    assert lain == pytest.approx(sel, abs=1e-6), (nama, b, k)
                else:
                    assert str(lain) == str(sel), (nama, b, k)


def test_eighty_exactly_is_bb() -> None:
    lembar = baca(render_buku(buat_buku(buat_isi("BATAS", semua("BB")))))["BATAS"]
    assert score(UNIT, semua("BB")).total == 80
    assert _baris(lembar, lke.BARIS_PREDIKAT)[lke.NILAI_APIP] == "BB"
