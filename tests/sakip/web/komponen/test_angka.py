from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from kinerja.nilai.jenis import JenisNilai, Nilai
from sakip.web.komponen.angka import (
    format_angka,
    format_nilai,
    format_persen,
    format_rupiah,
    format_tanggal,
    format_waktu,
)


@pytest.mark.parametrize(
    ("angka", "desimal", "teks"),
    [
        ("1234567.89", None, "1.234.567,89"),
        ("10.90", None, "10,9"),
        ("10.90", 2, "10,90"),
        ("0", 2, "0,00"),
        ("2.345", 2, "2,35"),
        ("-1234.5", 1, "-1.234,5"),
        ("1E+3", None, "1.000"),
    ],
)
def test_numbers_are_written_the_indonesian_way(angka, desimal, teks):
    assert format_angka(Decimal(angka), desimal) == teks


def test_numbers_keep_the_indonesian_form_in_the_english_interface():
    with translation.override("en"):
        assert format_angka(Decimal("1234.5"), 1) == "1.234,5"


def test_a_percentage_has_two_decimals():
    assert format_persen(Decimal("59.2")) == "59,20%"


def test_a_negative_amount_has_its_sign_before_rp():
    assert format_rupiah(Decimal("-1250000")) == "-Rp1.250.000"


def test_a_date_is_written_in_full():
    assert format_tanggal(date(2026, 10, 7)) == "7 Oktober 2026"


def test_a_date_can_name_its_day():
    assert format_tanggal(date(2026, 10, 7), "hari") == "Rabu, 7 Oktober 2026"


def test_a_moment_is_shown_in_local_time():
    assert format_waktu(datetime(2026, 10, 7, 16, 59, tzinfo=UTC)) == "7 Oktober 2026 pukul 23.59"


def test_a_moment_just_before_midnight_utc_falls_on_the_local_day():
    assert format_tanggal(datetime(2026, 10, 7, 20, 0, tzinfo=UTC)) == "8 Oktober 2026"


def test_what_is_not_reported_is_dashed_not_zero():
    shown = format_nilai(None)
    assert "s-kosong-nilai" in shown
    assert "Belum dilaporkan" in shown


def test_a_reported_zero_is_a_printed_zero():
    assert format_nilai(Nilai.dari_angka(Decimal(0))) == "0"


def test_not_applicable_is_grey_and_says_why():
    shown = format_nilai(Nilai.tidak_berlaku("dihapus pada PK perubahan"))
    assert "s-takberlaku" in shown
    assert "dihapus pada PK perubahan" in shown


def test_a_range_shows_both_bounds():
    assert format_nilai(Nilai.rentang(Decimal(5), Decimal("6.5"))) == "5–6,5"


def test_a_threshold_keeps_its_sign():
    assert format_nilai(Nilai.ambang("<", Decimal(5))) == "< 5"


def test_a_grade_is_shown_as_printed():
    assert format_nilai(Nilai.ordinal("WTP")) == "WTP"


def test_a_percentage_keeps_the_decimals_it_was_printed_with():
    assert format_nilai(Nilai(JenisNilai.PERSEN, "59,30%", Decimal("59.3"), desimal=2)) == "59,30%"


def test_a_reason_cannot_smuggle_markup():
    assert "<b>" not in format_nilai(Nilai.tidak_berlaku('"><b>x</b>'))


def test_a_mean_without_end_is_rounded_where_it_is_shown():
    rata = Nilai.dari_angka(Decimal("96.47333333333333333333333333"))
    assert str(format_nilai(rata)) == "96,47"
