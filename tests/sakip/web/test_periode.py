"""Which year and quarter an address means."""

import pytest

from sakip.web.pengukuran.tersedia import build_tersedia
from sakip.web.periode import Periode, choices_of, read_periode


def tersedia(*butir):
    return build_tersedia(b.split(":") for b in butir)


def test_the_newest_year_with_figures_is_shown_unasked():
    ada = tersedia("2027::", "2026:3:1", "2025::1")
    assert read_periode({}, ada) == Periode(2026, 3)


def test_years_that_only_hold_plans_stay_in_the_list():
    ada = tersedia("2027::", "2026:3:1")
    assert ada.pilihan == (2027, 2026)
    assert ada.berisi == (2026,)


def test_a_year_whose_fourth_quarter_is_filled_is_shown_whole():
    assert tersedia("2025:1:1", "2025:4:1", "2025::1").bawaan(2025) == Periode(2025)


def test_a_year_reported_as_a_whole_is_shown_whole():
    assert tersedia("2016::1").bawaan(2016) == Periode(2016)


def test_without_any_figure_the_running_year_is_shown(monkeypatch):
    assert len(tersedia().tahun) == 1


@pytest.mark.parametrize(
    "kueri", [{"tahun": "abc"}, {"tahun": "-1"}, {"tahun": "99999"}, {"tw": "5"}, {"tw": "x"}]
)
def test_an_unreadable_address_falls_back_to_the_newest_figures(kueri):
    assert read_periode(kueri, tersedia("2025:2:1")) == Periode(2025, 2)


def test_an_address_chooses_year_and_quarter():
    assert read_periode({"tahun": "2024", "tw": "setahun"}, tersedia("2025:2:1")) == Periode(2024)


def test_the_first_quarter_is_compared_with_the_fourth_before_it():
    assert Periode(2026, 1).sebelumnya() == Periode(2025, 4)


def test_a_year_is_compared_with_the_year_before():
    assert Periode(2026).sebelumnya() == Periode(2025)


def test_a_year_offers_its_quarters_and_itself():
    assert [p.tw for p in choices_of(2026)] == ["1", "2", "3", "4", "setahun"]
