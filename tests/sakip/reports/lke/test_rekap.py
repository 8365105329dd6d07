"""The recap on paper, and the workbook of sheets as they lie in the database."""

from __future__ import annotations

import io
from fractions import Fraction

import pypdf
import pytest
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, isi_lembar, jalankan
from tests.pabrik.organisasi import buat_instansi, buat_unit
from tests.sakip.reports.lke.hitung_ulang import baca

from sakip.apps.evaluasi import lke
from sakip.apps.evaluasi.models import Evaluasi, TahapLembar
from sakip.apps.evaluasi.selectors import rekap
from sakip.reports.lke.cetak import TanpaLembar, name_file, render_lke, render_lke_semua, render_rekap
from sakip.reports.lke.rekap_cetak import _heat, build_rekap
from sakip.reports.naskah import Tabel

pytestmark = pytest.mark.django_db


@pytest.fixture
def evaluasi() -> Evaluasi:
    evaluasi = buat_evaluasi(buat_instansi())
    for kode, nilai in (("AAA", "B"), ("BBB", "BB"), ("CCC", "A")):
        lembar = buat_lembar(evaluasi, buat_unit(evaluasi.instansi, kode=kode), klaster="utama")
        jalankan(lembar, TahapLembar.DRAF_LHE, nilai)
    return evaluasi


def test_the_printed_recap_puts_the_best_first(evaluasi: Evaluasi) -> None:
    tabel = next(b for b in build_rekap(rekap(evaluasi)).isi if isinstance(b, Tabel))
    assert [(b.sel[0].teks, b.sel[7].teks, b.sel[8].teks) for b in tabel.baris] == [
        ("1", "90,00", "A"),
        ("2", "80,00", "BB"),
        ("3", "70,00", "B"),
    ]


def test_it_is_an_accessible_pdf(evaluasi: Evaluasi) -> None:
    dokumen = pypdf.PdfReader(io.BytesIO(render_rekap(evaluasi)))
    metadata = dokumen.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "Rekapitulasi Hasil Evaluasi AKIP Tahun 2025" in dokumen.pages[0].extract_text()


def test_heat_steps_at_the_bounds_of_the_bands() -> None:
    assert [_heat(Fraction(n), Fraction(100)) for n in (50, 51, 60, 70, 80, 81)] == [1, 2, 2, 3, 4, 5]
    assert _heat(None, Fraction(100)) == 0


def test_a_sheet_that_is_not_complete_has_no_rank(evaluasi: Evaluasi) -> None:
    buat_lembar(evaluasi, buat_unit(evaluasi.instansi, kode="DDD"))
    tabel = next(b for b in build_rekap(rekap(evaluasi)).isi if isinstance(b, Tabel))
    assert tabel.baris[-1].sel[0].teks == "–"


def test_an_evaluation_without_sheets_says_so() -> None:
    kosong = buat_evaluasi(buat_instansi())
    for kerja in (render_rekap, render_lke_semua):
        with pytest.raises(TanpaLembar, match="belum punya lembar kerja"):
            kerja(kosong)


def test_the_unit_gets_its_own_values_without_those_of_apip(evaluasi: Evaluasi) -> None:
    lembar = evaluasi.lembar_set.get(unit__kode="AAA")
    isi = baca(render_lke(lembar, terlihat={"mandiri"}))["AAA"]
    baris = next(b for b in isi if b[lke.KODE] == "1.a")
    assert (baris[lke.MANDIRI], baris[lke.APIP], baris[lke.CATATAN]) == ("B", "", "")


def test_both_sides_stand_beside_each_other(evaluasi: Evaluasi) -> None:
    lembar = buat_lembar(evaluasi, buat_unit(evaluasi.instansi, kode="DDD"))
    isi_lembar(lembar, "AA", catatan="Menurut unit")
    isi = baca(render_lke_semua(evaluasi))["DDD"]
    baris = next(b for b in isi if b[lke.KODE] == "1.a")
    assert (baris[lke.MANDIRI], baris[lke.APIP]) == ("AA", "")
    assert baris[lke.CATATAN_MANDIRI] == "Menurut unit"


def test_files_are_named_after_the_unit_and_the_year() -> None:
    assert (name_file(2025, "DINKES"), name_file(2025)) == ("lke-dinkes-2025.xlsx", "lke-2025.xlsx")
