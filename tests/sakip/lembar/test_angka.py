"""Numerals of planners' files: clear, doubtful, unreadable."""

from decimal import Decimal

import pytest

from sakip.apps.perencanaan.lembar.angka import read_pagu, read_target


@pytest.mark.parametrize(
    ("sel", "teks"),
    [
        (Decimal("80.5"), "80,5"), ("80,50", "80,50"), ("1.250", "1.250"), ("85%", "85"), ("< 5", "< 5"),
        ("WTP", "WTP"), ("75-80", "75-80"), ("-", ""), ("", ""), ("1.250.000,5", "1.250.000,5"),
    ],
)  # fmt: skip
def test_a_clear_target_is_read(sel, teks):
    bacaan = read_target(sel)
    assert (bacaan.teks, bacaan.ragu, bacaan.galat) == (teks, "", "")


@pytest.mark.parametrize(
    ("sel", "usul"),
    [
        ("1,365,526,350", "1.365.526.350"),
        ("15.199,500,000", "15.199.500.000"),
        ("16juta", "16.000.000"),
        ("500 ribu org", "500.000"),
    ],
)
def test_a_doubtful_target_is_recognised_and_asked_about(sel, usul):
    bacaan = read_target(sel)
    assert (bacaan.teks, bacaan.ragu) == (usul, sel)


@pytest.mark.parametrize("sel", ["banyak", "80%", Decimal(-5), Decimal("1.234"), Decimal(10) ** 19])
def test_what_is_no_amount_is_an_error(sel):
    assert read_pagu(sel).galat


def test_an_amount_is_spelled_as_rupiah():
    assert read_pagu(Decimal(1365526350)).teks == "1.365.526.350"
    assert read_pagu("Rp 5.000.000").ragu == ""
    assert read_pagu("1,365,526,350").ragu == "1,365,526,350"
