"""The formulas as plain arithmetic."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.capaian import ambang, maksimum, minimum, ordinal, rentang, stabil
from kinerja.pembulatan import round_value

POSITIF = st.decimals(min_value="0.01", max_value=10**9, allow_nan=False, places=4)
SERATUS = Decimal(100)


def dua(nilai: Decimal) -> str:
    return str(round_value(nilai, 2))


@pytest.mark.parametrize(
    ("target", "realisasi", "harapan"),
    [("55.56", "59.26", "106.66"), ("-1.00", "-1.02", "102.00"), ("19.14", "-7.20", "-37.62")],
)
def test_maksimum_reproduces_published_rows(target: str, realisasi: str, harapan: str) -> None:
    assert dua(maksimum.compute(Decimal(realisasi), Decimal(target))) == harapan


@pytest.mark.parametrize(
    ("target", "realisasi", "harapan"),
    [
        ("10.90", "10.21", "106.33"),
        ("113889", "85362", "125.05"),
        ("5.8", "4.01", "130.86"),
        ("33.06", "40.74", "76.77"),
    ],
)
def test_minimum_a_reproduces_published_rows(target: str, realisasi: str, harapan: str) -> None:
    assert dua(minimum.compute_a(Decimal(realisasi), Decimal(target))) == harapan


@pytest.mark.parametrize(
    ("target", "realisasi", "harapan"),
    [
        ("5.8", "4.01", "144.64"),
        ("3", "2.10", "142.86"),
        ("33.06", "40.74", "81.15"),
        ("1.6", "0.01", "16000.00"),
    ],
)
def test_minimum_b_reproduces_published_rows(target: str, realisasi: str, harapan: str) -> None:
    assert dua(minimum.compute_b(Decimal(realisasi), Decimal(target))) == harapan


@pytest.mark.parametrize(
    ("realisasi", "harapan"), [("9", "87.50"), ("6.5", "107.14"), ("7", "100.00"), ("8", "100.00")]
)
def test_time_between_7_and_8_months(realisasi: str, harapan: str) -> None:
    assert dua(rentang.compute_biaya(Decimal(realisasi), Decimal(7), Decimal(8))) == harapan


@pytest.mark.parametrize(("realisasi", "harapan"), [("11.45", "190.83"), ("5.5", "100.00"), ("2.5", "50.00")])
def test_a_range_of_5_to_6_percent(realisasi: str, harapan: str) -> None:
    assert dua(rentang.compute(Decimal(realisasi), Decimal(5), Decimal(6))) == harapan


@given(POSITIF)
def test_every_formula_gives_exactly_100_at_the_target(target: Decimal) -> None:
    hasil = [
        maksimum.compute(target, target),
        minimum.compute_a(target, target),
        minimum.compute_b(target, target),
        stabil.compute(target, target),
        rentang.compute(target, target, target),
        rentang.compute_biaya(target, target, target),
    ]
    assert hasil == [SERATUS] * 6


@given(POSITIF, POSITIF, POSITIF)
def test_more_is_never_worse_for_maksimum_and_never_better_for_minimum(
    a: Decimal, b: Decimal, t: Decimal
) -> None:
    kecil, besar = sorted((a, b))
    assert maksimum.compute(kecil, t) <= maksimum.compute(besar, t)
    assert minimum.compute_a(kecil, t) >= minimum.compute_a(besar, t)
    assert minimum.compute_b(kecil, t) >= minimum.compute_b(besar, t)


@given(POSITIF, POSITIF)
def test_minimum_a_never_exceeds_200(realisasi: Decimal, target: Decimal) -> None:
    assert minimum.compute_a(realisasi, target) <= 200


@given(POSITIF, POSITIF)
def test_minimum_a_turns_negative_exactly_beyond_twice_the_target(
    realisasi: Decimal, target: Decimal
) -> None:
    assert (minimum.compute_a(realisasi, target) < 0) == (realisasi > 2 * target)


@given(POSITIF, POSITIF)
def test_minimum_b_is_never_below_minimum_a(realisasi: Decimal, target: Decimal) -> None:
    selisih = minimum.compute_b(realisasi, target) - minimum.compute_a(realisasi, target)
    assert selisih >= Decimal("-1E-20")


@given(POSITIF, POSITIF)
def test_stabil_stays_between_0_and_100(realisasi: Decimal, target: Decimal) -> None:
    assert 0 <= stabil.compute(realisasi, target) <= 100


@given(POSITIF, st.decimals(min_value=0, max_value=1, places=4))
def test_stabil_treats_both_directions_alike(target: Decimal, simpangan: Decimal) -> None:
    atas, bawah = target * (1 + simpangan), target * (1 - simpangan)
    assert stabil.compute(atas, target) == stabil.compute(bawah, target) == 100 - 100 * simpangan


def test_stabil_holds_for_a_negative_target() -> None:
    assert (
        stabil.compute(Decimal("-55"), Decimal("-50")) == stabil.compute(Decimal("-45"), Decimal("-50")) == 90
    )


@given(POSITIF, POSITIF, POSITIF)
def test_inside_a_range_is_100(a: Decimal, b: Decimal, c: Decimal) -> None:
    bawah, tengah, atas = sorted((a, b, c))
    assert rentang.compute(tengah, bawah, atas) == rentang.compute_biaya(tengah, bawah, atas) == 100


def test_scale_does_not_matter_to_a_percentage() -> None:
    kecil = minimum.compute_a(Decimal("10.21"), Decimal("10.90"))
    assert minimum.compute_a(Decimal("10210"), Decimal("10900")) == kecil


@pytest.mark.parametrize(
    ("pembanding", "di_tepi", "di_bawah", "di_atas"),
    [
        ("<", False, True, False),
        ("<=", True, True, False),
        (">", False, False, True),
        (">=", True, False, True),
    ],
)
def test_a_threshold_is_met_on_its_good_side(
    pembanding: str, di_tepi: bool, di_bawah: bool, di_atas: bool
) -> None:
    hasil = [ambang.is_met(Decimal(r), pembanding, Decimal(5)) for r in ("5", "4.99", "5.01")]
    assert hasil == [di_tepi, di_bawah, di_atas]


def test_an_unknown_comparison_is_refused() -> None:
    with pytest.raises(ValueError, match="Pembanding"):
        ambang.is_met(Decimal(1), "~", Decimal(1))


PEMBANDING = st.sampled_from(["<", "<=", ">", ">="])
BULAT = st.integers(-3, 3).map(Decimal)


@given(PEMBANDING, BULAT, PEMBANDING, BULAT)
def test_an_implied_threshold_agrees_with_trying_values(pr: str, br: Decimal, pt: str, bt: Decimal) -> None:
    contoh = [Decimal(n) / 4 for n in range(-80, 81)]
    hasil = {ambang.is_met(x, pt, bt) for x in contoh if ambang.is_met(x, pr, br)}
    harapan = None if len(hasil) == 2 else hasil.pop()
    assert ambang.is_implied(pr, br, pt, bt) is harapan


def test_grades_are_compared_without_case_or_spacing() -> None:
    assert ordinal.compute(" wtp ", "WTP") == 100


def test_letters_are_never_numbers() -> None:
    assert ordinal.compute("A", "B") == 0


def test_ranks_are_used_only_when_supplied() -> None:
    opini = ("TMP", "TW", "WDP", "WTP")
    assert ordinal.compute_peringkat("WTP", "WDP", opini) > 100
    with pytest.raises(ordinal.PeringkatTidakDikenal, match="XYZ"):
        ordinal.rank_of("XYZ", opini)
