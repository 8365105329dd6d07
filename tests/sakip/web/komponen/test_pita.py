from dataclasses import dataclass
from decimal import Decimal

import pytest

from kinerja.capaian import AturanCapaian, Polaritas, compute_capaian
from kinerja.capaian.skala import load_skala
from kinerja.nilai.jenis import Nilai
from sakip.web.komponen.pita import pita_of, render_capaian, render_jelas, render_pita


@dataclass(frozen=True)
class Kategori:
    kode: str
    nama: str
    urutan: int = 3


def test_a_band_speaks_by_stairs_letter_and_name():
    shown = render_pita(Kategori("SR", "sangat rendah"))
    assert '<use href="#t1"/>' in shown
    assert ">SR<" in shown
    assert "Sangat rendah" in shown


def test_a_long_band_is_its_name():
    assert ">Sangat tinggi</span>" in render_pita("ST", panjang=True)


def test_nothing_reported_is_dashed():
    assert "p-nol" in render_pita(None)


def test_not_applicable_is_grey():
    assert "p-tb" in render_pita("tidak_berlaku")


@pytest.mark.parametrize("skala", ["jabar-a-2016", "sampang-2019", "bplhd-jabar-2016", "permendagri-86-2017"])
def test_every_band_of_a_published_scale_has_a_colour(skala):
    assert all(pita_of(kategori).tangga > 0 for kategori in load_skala(skala).kategori)


def test_the_lowest_kurang_of_a_scale_is_red():
    lowest = load_skala("jabar-a-2016").kategori[-1]
    assert (lowest.kode, pita_of(lowest).kelas) == ("K", "sr")


def test_a_band_of_another_scale_keeps_its_own_words():
    assert pita_of(Kategori("SB", "sangat baik")).nama == "Sangat baik"


def test_an_unknown_category_has_no_colour():
    shown = render_pita(Kategori("X9", "istimewa"))
    assert "p-polos" in shown
    assert "Istimewa" in shown


def test_a_number_leads_to_its_explanation_with_and_without_script():
    shown = render_jelas(Decimal("106.33"), "/mengapa/1/", nama="Stunting")
    assert 'href="/mengapa/1/"' in shown
    assert 'hx-get="/mengapa/1/"' in shown
    assert "106,33" in shown


def test_a_number_without_an_address_is_plain_text():
    assert "<a" not in render_jelas(Decimal(5), None)


def test_a_name_is_escaped():
    assert "<script>" not in render_jelas(Decimal(5), "/x/", nama="<script>")


def hasil(realisasi):
    return compute_capaian(aturan=AturanCapaian(Polaritas.MAKS), target=Decimal(50), realisasi=realisasi)


def test_a_result_shows_number_and_band():
    shown = render_capaian(hasil(Decimal(40)), "/m/")
    assert "80,00" in shown
    assert "p-t" in shown


def test_a_result_of_zero_is_a_zero():
    assert "0,00" in render_capaian(hasil(Decimal(0)), "/m/")


def test_a_result_without_report_is_dashed():
    assert "Belum dilaporkan" in render_capaian(hasil(None), "/m/")


def test_a_result_that_does_not_apply_is_grey():
    assert "p-tb" in render_capaian(hasil(Nilai.tidak_berlaku("n.a")), "/m/")


def test_a_result_that_cannot_be_computed_leads_to_the_reason():
    result = compute_capaian(aturan=AturanCapaian(Polaritas.MAKS), target=Decimal(0), realisasi=Decimal(3))
    shown = render_capaian(result, "/m/")
    assert "Tidak terhitung" in shown
    assert 'href="/m/"' in shown
