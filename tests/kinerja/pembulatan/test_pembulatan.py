"""Rounding happens once, by a named mode."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.pembulatan import KONTEKS, Pembulatan, round_value, to_text

ANGKA = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, places=6)


@pytest.mark.parametrize(
    ("nilai", "mode", "harapan"),
    [
        ("106.335", Pembulatan.SETENGAH_KE_ATAS, "106.34"),
        ("-106.335", Pembulatan.SETENGAH_KE_ATAS, "-106.34"),
        ("106.345", Pembulatan.SETENGAH_GENAP, "106.34"),
        ("106.355", Pembulatan.SETENGAH_GENAP, "106.36"),
        ("106.339", Pembulatan.POTONG, "106.33"),
        ("-106.339", Pembulatan.POTONG, "-106.33"),
    ],
)
def test_each_mode_rounds_as_its_name_says(nilai: str, mode: Pembulatan, harapan: str) -> None:
    assert round_value(Decimal(nilai), 2, mode) == Decimal(harapan)


def test_a_rounded_zero_has_no_sign() -> None:
    assert str(round_value(Decimal("-0.001"), 2)) == "0.00"


def test_a_value_of_any_length_can_be_rounded() -> None:
    assert round_value(Decimal("1E+900"), 2) == Decimal("1E+900")


def test_more_decimals_than_usual_are_possible() -> None:
    assert round_value(Decimal(1), 40).as_tuple().exponent == -40


@given(ANGKA, st.integers(0, 5))
def test_rounding_twice_changes_nothing(nilai: Decimal, desimal: int) -> None:
    sekali = round_value(nilai, desimal)
    assert round_value(sekali, desimal) == sekali


@given(ANGKA, st.integers(0, 5), st.sampled_from(Pembulatan))
def test_the_printed_value_is_within_one_unit_of_the_exact_one(
    nilai: Decimal, desimal: int, mode: Pembulatan
) -> None:
    batas = Decimal(1) if mode is Pembulatan.POTONG else Decimal("0.5")
    assert abs(round_value(nilai, desimal, mode) - nilai) <= batas.scaleb(-desimal)


@given(ANGKA, ANGKA, st.integers(0, 5), st.sampled_from(Pembulatan))
def test_rounding_keeps_the_order(a: Decimal, b: Decimal, desimal: int, mode: Pembulatan) -> None:
    kecil, besar = sorted((a, b))
    assert round_value(kecil, desimal, mode) <= round_value(besar, desimal, mode)


@given(ANGKA)
def test_text_reads_back_as_the_same_number(nilai: Decimal) -> None:
    assert Decimal(to_text(nilai)) == nilai


@pytest.mark.parametrize(
    ("nilai", "harapan"),
    [
        ("100", "100"),
        ("100.00", "100"),
        ("1E+3", "1000"),
        ("-0", "0"),
        ("0.10", "0.1"),
        ("1E-7", "0.0000001"),
    ],
)
def test_exact_values_are_written_plainly(nilai: str, harapan: str) -> None:
    assert to_text(Decimal(nilai)) == harapan


def test_a_value_cut_at_28_digits_keeps_all_of_them() -> None:
    nilai = KONTEKS.divide(Decimal("-720"), Decimal("19.14"))
    assert to_text(nilai) == "-37.61755485893416927899686520"


def test_every_mode_has_a_name_for_readers() -> None:
    assert {mode.sebutan for mode in Pembulatan} == {"setengah ke atas", "setengah ke genap", "dipotong"}
