"""Exact figures as text."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.instrumen.angka import BukanPecahan, parse_pecahan, round_pecahan, to_baca, to_cetak, to_exact
from kinerja.pembulatan import Pembulatan, round_value


@given(st.fractions())
def test_exact_text_is_read_back_unchanged(nilai):
    assert Fraction(to_exact(nilai)) == nilai


@given(st.decimals(-1000, 1000, places=4), st.integers(0, 3), st.sampled_from(Pembulatan))
def test_rounding_agrees_with_the_decimal_rounding(nilai, desimal, mode):
    assert round_pecahan(Fraction(nilai), desimal, mode) == Fraction(round_value(nilai, desimal, mode))


@pytest.mark.parametrize("nilai", [True, None, 1.5, "1,5", "", "1e3", "1/0", "NaN", Decimal("NaN"), "a" * 99])
def test_what_is_not_an_exact_number_is_refused(nilai):
    with pytest.raises(BukanPecahan):
        parse_pecahan(nilai)


@pytest.mark.parametrize(
    ("nilai", "tepat", "cetak", "baca"),
    [
        ("79.55", "79.55", "79,55", "79,55"),
        ("1/3", "1/3", "0,33", "1/3 (≈ 0,33)"),
        ("-0.005", "-0.005", "-0,01", "-0,005"),
        ("0", "0", "0,00", "0"),
        ("100", "100", "100,00", "100"),
    ],
)
def test_the_three_ways_to_write_a_figure(nilai, tepat, cetak, baca):
    angka = Fraction(nilai)
    assert (to_exact(angka), to_cetak(angka), to_baca(angka)) == (tepat, cetak, baca)
