"""Means do not depend on order."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.agregasi import BobotTidakSah, GeometrikNegatif, geometric_mean, mean
from kinerja.agregasi.rerata import total
from kinerja.pembulatan import round_value

CAPAIAN = st.decimals(min_value=-500, max_value=20000, allow_nan=False, places=12)
BAGIAN = st.lists(CAPAIAN, min_size=1, max_size=12)
POSITIF = st.lists(st.decimals(min_value="0.01", max_value=1000, places=6), min_size=1, max_size=8)


@given(BAGIAN, st.randoms(use_true_random=False))
def test_the_mean_is_free_of_order(nilai: list[Decimal], acak: Any) -> None:
    kocok = nilai.copy()
    acak.shuffle(kocok)
    assert mean(kocok) == mean(nilai)


@given(POSITIF, st.randoms(use_true_random=False))
def test_the_geometric_mean_is_free_of_order(nilai: list[Decimal], acak: Any) -> None:
    kocok = nilai.copy()
    acak.shuffle(kocok)
    assert geometric_mean(kocok) == geometric_mean(nilai)


@given(BAGIAN)
def test_the_mean_lies_between_the_extremes(nilai: list[Decimal]) -> None:
    rata = mean(nilai)
    assert rata is not None
    assert min(nilai) <= rata <= max(nilai)


@given(BAGIAN, st.decimals(min_value="0.1", max_value=50, places=2))
def test_equal_weights_are_no_weights(nilai: list[Decimal], bobot: Decimal) -> None:
    rata, berbobot = mean(nilai), mean(nilai, [bobot] * len(nilai))
    assert rata is not None
    assert berbobot is not None
    assert abs(rata - berbobot) <= Decimal("1E-20")


@given(POSITIF)
def test_the_geometric_mean_never_exceeds_the_arithmetic_one(nilai: list[Decimal]) -> None:
    geometrik, rata = geometric_mean(nilai), mean(nilai)
    assert geometrik is not None
    assert rata is not None
    assert min(nilai) - Decimal("1E-20") <= geometrik <= rata + Decimal("1E-20")


@given(POSITIF)
def test_the_geometric_mean_to_the_nth_power_is_the_product(nilai: list[Decimal]) -> None:
    kali = Decimal(1)
    for angka in nilai:
        kali *= angka
    geometrik = geometric_mean(nilai)
    assert geometrik is not None
    assert abs(geometrik ** len(nilai) / kali - 1) < Decimal("1E-24")


def test_an_exact_root_is_exact() -> None:
    assert geometric_mean([Decimal(4), Decimal(9)]) == 6


@pytest.mark.parametrize(
    ("nilai", "harapan"),
    [
        (("100", "90"), "94.87"),
        (("66.66666667", "66.66666667", "100"), "76.31"),
        (("85.09", "100"), "92.24"),
        (("0", "90"), "0.00"),
    ],
)
def test_geometric_examples(nilai: tuple[str, ...], harapan: str) -> None:
    geometrik = geometric_mean([Decimal(n) for n in nilai])
    assert geometrik is not None
    assert str(round_value(geometrik, 2)) == harapan


def test_a_geometric_mean_of_a_negative_value_is_refused() -> None:
    with pytest.raises(GeometrikNegatif):
        geometric_mean([Decimal(-1), Decimal(4)])


def test_nothing_has_no_mean() -> None:
    assert mean([]) is None
    assert geometric_mean([]) is None


def test_a_sum_of_long_decimals_is_exact() -> None:
    besar, kecil = Decimal("1E+27"), Decimal("1E-27")
    assert total([besar, kecil, -besar]) == kecil


@pytest.mark.parametrize("bobot", [["1"], ["1", "-1"], ["0", "0"]])
def test_weights_that_mean_nothing_are_refused(bobot: list[str]) -> None:
    with pytest.raises(BobotTidakSah):
        mean([Decimal(1), Decimal(2)], [Decimal(b) for b in bobot])
