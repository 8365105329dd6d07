from decimal import Decimal

import pytest

from kinerja.nilai import Nilai, format_angka


@pytest.mark.parametrize(
    ("angka", "desimal", "teks"),
    [
        ("1234567.891", 2, "1.234.567,89"),
        ("106.335", 2, "106,34"),
        ("-0.125", 2, "-0,13"),
        ("5", 2, "5,00"),
        ("1E+3", None, "1.000"),
        ("0.10", None, "0,10"),
        ("12345678901234567890123456789.5", 0, "12.345.678.901.234.567.890.123.456.790"),
    ],
)
def test_numbers_are_printed_with_dots_and_a_comma(angka: str, desimal: int | None, teks: str) -> None:
    assert format_angka(Decimal(angka), desimal) == teks


def test_constructors_say_what_kind_of_value_they_hold() -> None:
    nilai = [Nilai.dari_angka(Decimal("1.50")), Nilai.rentang(Decimal(1), Decimal(2)), Nilai.ordinal("A")]
    nilai += [Nilai.ambang("<", Decimal(5)), Nilai.kosong(), Nilai.tidak_berlaku("n.a")]
    assert [n.jenis.value for n in nilai] == [
        "angka",
        "rentang",
        "ordinal",
        "ambang",
        "kosong",
        "tidak_berlaku",
    ]
