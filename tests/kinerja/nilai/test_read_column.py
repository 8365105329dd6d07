"""Separators are decided over the whole column; contradiction and silence are reported as doubt."""

from decimal import Decimal

import pytest

from kinerja.nilai import read_column


def read(*cells: str) -> list[tuple[str, bool]]:
    return [(f"{n.angka:f}", n.ragu) for n in read_column(list(cells)) if n.angka is not None]


@pytest.mark.parametrize("proof", ["6,831,222", "2.5", "1,234.5", "Rp 6,831,222,-", "0.127"])
def test_one_english_cell_makes_the_comma_a_thousands_mark(proof: str) -> None:
    assert read("1,309", proof)[0] == ("1309", False)


@pytest.mark.parametrize("proof", ["6.831.222", "2,5", "1.234,5", "0,127"])
def test_one_indonesian_cell_makes_the_dot_a_thousands_mark(proof: str) -> None:
    assert read("1.309", proof)[0] == ("1309", False)


def test_a_lone_grouped_candidate_is_doubted() -> None:
    assert read("1,309", "25", "3")[0][1]


def test_many_candidates_without_proof_stay_doubtful() -> None:
    assert [ragu for _, ragu in read("3,000", "2,345", "9,133")] == [True] * 3


def test_a_comma_that_is_decimal_elsewhere_makes_three_digits_doubtful() -> None:
    assert read("352,390*", "2,10", "410.934") == [("352.390", True), ("2.10", False), ("410934", False)]


def test_three_decimals_are_certain_where_the_column_prints_three() -> None:
    assert read("1,309", "0,127", "2,45")[0] == ("1.309", False)


def test_marks_that_are_decimal_both_ways_decide_nothing() -> None:
    assert [ragu for _, ragu in read("1,417", "161.30", "100,53", "1.417")] == [True, False, False, True]


def test_marks_that_group_and_split_decide_nothing() -> None:
    assert read("82.029", "9.218.671", "16.13")[0][1]


def test_a_program_zero_does_not_outweigh_true_groups() -> None:
    assert read("741.709", "10.0", "2.420.985")[0] == ("741709", False)


def test_plain_counts_do_not_settle_a_scaled_number() -> None:
    assert read("1.834 T", "13.000.000")[0][1]


def test_plain_counts_do_not_settle_a_percentage() -> None:
    assert read("1.309%", "13.000.000")[0][1]


def test_a_group_repeated_is_certain_in_any_column() -> None:
    assert read("865,864,750", "58.403.000", "37,5")[0] == ("865864750", False)


def test_whole_groups_of_both_marks_are_read_with_doubt() -> None:
    assert read("15.199,500,000", "17.486.250,000") == [("15199500000", True), ("17486250000", True)]


def test_three_decimals_after_groups_are_certain_where_the_column_prints_three() -> None:
    assert read("1.234,567", "0,127")[0] == ("1234.567", False)


def test_two_decimals_are_certain_whatever_the_column_says() -> None:
    assert read("83.18", "129,18", "100,00")[0] == ("83.18", False)


def test_number_cells_prove_nothing_about_text_cells() -> None:
    assert read_column(["1,309", Decimal("2.5")])[0].ragu


def test_columns_are_independent() -> None:
    assert read("1,309", "2.5")[0] == ("1309", False)
    assert read("1,309", "2,5")[0] == ("1.309", True)


def test_an_empty_column_gives_nothing() -> None:
    assert read_column([]) == []
