"""The drawings: geometry that a reader can trust, text that a screen reader can read."""

import re
from decimal import Decimal

import pytest
from django.utils import translation

from sakip.web.komponen.batang import bagi, render_batang, render_legenda, susun_urutan
from sakip.web.komponen.mistar import Kategori, render_mistar, ujung
from sakip.web.komponen.riwayat import Titik, gambar, pilih_sumbu
from sakip.web.komponen.spark import render_spark
from sakip.web.komponen.svg import angka_svg, jalur

SKALA = [Kategori("T", "tinggi", Decimal(76)), Kategori("SR", "sangat rendah", None)]


def angka(*teks):
    return [None if item is None else Decimal(item) for item in teks]


@pytest.mark.parametrize(
    ("nilai", "teks"), [(12.5, "12.5"), (1234.0, "1234"), (-0.001, "0"), (33.333, "33.33")]
)
def test_svg_numbers_carry_a_dot_whatever_the_language(nilai, teks):
    with translation.override("id"):
        assert angka_svg(nilai) == teks


def test_a_missing_point_breaks_the_line():
    assert jalur([(0, 1), None, (2, 3), (4, 5)]) == "M0 1M2 3L4 5"


def test_segments_fill_the_whole_bar():
    segments = bagi({"ST": 1, "SR": 1, "belum": 1}, susun_urutan())
    assert sum(ruas.lebar for ruas in segments) == pytest.approx(100)


def test_segments_stand_in_band_order_with_the_absences_last():
    segments = bagi({"belum": 2, "SR": 1, "ST": 3}, susun_urutan())
    assert [ruas.kode for ruas in segments] == ["ST", "SR", "belum"]


def test_the_bar_reads_every_count():
    assert 'aria-label="19 sangat tinggi, 7 belum dilaporkan"' in render_batang({"ST": 19, "belum": 7})


def test_the_unreported_are_dashed():
    assert 'class="f-nol"' in render_batang({"belum": 1})


def test_no_indicator_gives_no_bar():
    assert render_batang({}) == ""


def test_the_legend_lists_a_band_without_indicators_as_zero():
    assert "<b>0</b> sedang" in render_legenda({"ST": 2})


def test_the_legend_of_another_scale_uses_its_words():
    shown = render_legenda({"SB": 4}, skala=[Kategori("SB", "sangat baik", Decimal(100))])
    assert "<b>4</b> sangat baik" in shown
    assert "sedang" not in shown


@pytest.mark.parametrize(("nilai", "akhir"), [(None, 120), ("85", 120), ("120.1", 130), ("480", 200)])
def test_the_ruler_grows_with_its_value_up_to_a_limit(nilai, akhir):
    assert ujung(None if nilai is None else Decimal(nilai)) == akhir


def test_the_needle_stands_at_its_share_of_the_ruler():
    assert '<svg x="50%"' in render_mistar(Decimal(60), SKALA)


def test_a_negative_value_stays_on_the_ruler():
    assert '<svg x="0%"' in render_mistar(Decimal(-30), SKALA)


def test_a_ruler_without_a_value_has_no_needle():
    shown = render_mistar(None, SKALA)
    assert "jarum" not in shown
    assert "belum dilaporkan" in shown


def test_the_lowest_band_starts_at_zero():
    assert '<rect x="0%" y="20" width="63.33%" height="8" class="f-sr"/>' in render_mistar(Decimal(50), SKALA)


def test_a_trend_names_its_periods():
    shown = render_spark(angka("14.6", None), ["2024", "2025"])
    assert 'aria-label="Tren: 2024 14,6; 2025 belum dilaporkan"' in shown


def test_the_dot_sits_on_the_last_reported_value():
    shown = render_spark(angka("1", "2", None))
    assert 'cx="36"' in shown


def test_a_trend_of_nothing_is_a_dash():
    assert "svg" not in render_spark(angka(None, None))


def test_a_level_trend_lies_in_the_middle():
    assert "M3 11L69 11" in render_spark(angka("5", "5"))


def test_an_axis_starts_at_zero_when_the_values_reach_low():
    axis = pilih_sumbu(angka("4", "14.6"))
    assert axis.bawah == 0


def test_an_axis_frames_values_that_are_far_from_zero():
    axis = pilih_sumbu(angka("98.1", "99.4"))
    assert axis.bawah > 90
    assert axis.atas >= 99.4


def test_an_axis_of_one_value_has_room_on_both_sides():
    axis = pilih_sumbu(angka("0"))
    assert axis.bawah < 0 < axis.atas


def test_history_draws_a_gap_where_nothing_was_reported():
    shown = gambar([Titik("2023", None, Decimal(5)), Titik("2024"), Titik("2025", None, Decimal(6))])
    assert "2024: belum dilaporkan" in shown
    assert re.search(r'class="garis1" d="M[^"]*M', shown)


def test_history_labels_every_reported_value():
    shown = gambar(
        [Titik("2024", Decimal(10), Decimal("10.4")), Titik("2025", Decimal(11), Decimal("12.6"))], desimal=2
    )
    assert ">10,40<" in shown
    assert ">12,60<" in shown
    assert ">target 11,00<" in shown


def test_the_area_under_a_line_is_filled_only_above_a_true_zero():
    high = gambar([Titik("2024", None, Decimal(98)), Titik("2025", None, Decimal(99))])
    low = gambar([Titik("2024", None, Decimal(2)), Titik("2025", None, Decimal(9))])
    assert "luas" not in high
    assert "luas" in low


def test_history_without_any_number_draws_nothing():
    assert gambar([Titik("2025")]) == ""
