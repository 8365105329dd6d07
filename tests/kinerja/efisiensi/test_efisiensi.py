"""Efficiency: the formula is named and its warning printed."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.efisiensi import (
    HasilEfisiensi,
    Keluaran,
    RumusEfisiensi,
    compute_e1,
    compute_e2,
    compute_e3,
    compute_e3_banyak,
    compute_e4,
    compute_ne,
    compute_serapan,
)

PERSEN = st.decimals(min_value="0.1", max_value=300, places=4)
D = Decimal


@pytest.mark.parametrize(
    ("serapan", "efisiensi"),
    [
        ("88.05", "11.95"), ("98.89", "1.11"), ("94.31", "5.69"), ("79.64", "20.36"),
        ("81.23", "18.77"), ("79.01", "20.99"), ("94.69", "5.31"), ("88.81", "11.19"),
    ],
)  # fmt: skip
def test_e1_reproduces_the_published_pairs(serapan: str, efisiensi: str) -> None:
    assert compute_e1(capaian=D(100), serapan=D(serapan)).nilai == D(efisiensi)


def test_e1_warns_when_the_target_was_not_reached() -> None:
    hasil = compute_e1(capaian=D("99.99"), serapan=D(50))
    assert hasil.tanda == ("capaian_di_bawah_100",)
    assert "bukan bukti efisiensi" in str(hasil)


def test_e1_warns_when_the_achievement_is_unknown() -> None:
    assert compute_e1(capaian=None, serapan=D(50)).tanda == ("capaian_tidak_ada",)


def test_spending_more_than_the_budget_is_flagged() -> None:
    assert compute_e2(capaian=D(100), serapan=D(101)).tanda == ("serapan_di_atas_100",)


def test_e3_over_several_outputs_reproduces_the_example_of_pmk_214_2017() -> None:
    hasil = compute_e3_banyak(
        [
            Keluaran("a", D("4000000000"), D("3800000000"), D(122)),
            Keluaran("b", D("1000000000"), D("975000000"), D(80)),
            Keluaran("c", D("5000000000"), D("4725000000"), D(142)),
        ]
    )
    assert str(hasil.cetak) == "25.67"
    assert hasil.isian == "(12.780.000.000 − 9.500.000.000) ÷ 12.780.000.000 × 100"


def test_an_incomplete_output_is_left_out_and_listed() -> None:
    lengkap = Keluaran("a", D(10), D(8), D(100))
    hasil = compute_e3_banyak([lengkap, Keluaran("b", D(10), None, D(100))])
    assert (hasil.nilai, hasil.dikeluarkan) == (20, ("b",))


def test_no_complete_output_gives_no_figure() -> None:
    hasil = compute_e3_banyak([Keluaran("a", None, None, None)])
    assert (hasil.nilai, hasil.sebab, hasil.dikeluarkan) == (None, "tanpa_keluaran", ("a",))


@pytest.mark.parametrize("capaian", ["0", "-5"])
def test_dividing_by_no_achievement_is_refused(capaian: str) -> None:
    assert compute_e3(capaian=D(capaian), serapan=D(50)).sebab == "capaian_tidak_positif"
    assert compute_e3_banyak([Keluaran("a", D(1), D(1), D(capaian))]).sebab == "capaian_tidak_positif"


def test_e4_without_spending_has_no_ratio() -> None:
    assert compute_e4(capaian=D(100), serapan=D(0)).sebab == "serapan_nol"


@pytest.mark.parametrize("hitung", [compute_e2, compute_e3, compute_e4])
@pytest.mark.parametrize(
    ("capaian", "serapan", "sebab"),
    [(None, D(1), "capaian_tidak_ada"), (D(1), None, "serapan_tidak_ada"), (None, None, "capaian_tidak_ada")],
)
def test_missing_inputs_give_no_figure(hitung: object, capaian: object, serapan: object, sebab: str) -> None:
    hasil: HasilEfisiensi = hitung(capaian=capaian, serapan=serapan)  # type: ignore[operator]
    assert (hasil.nilai, hasil.cetak, hasil.sebab) == (None, None, sebab)
    assert str(hasil).startswith("Efisiensi tidak dihitung: ")


def test_e1_needs_the_spending() -> None:
    assert compute_e1(capaian=D(100), serapan=None).sebab == "serapan_tidak_ada"


@pytest.mark.parametrize(
    ("efisiensi", "harapan"),
    [("-20", "0"), ("0", "50"), ("10", "75"), ("20", "100"), ("25.67", "100"), ("-99", "0")],
)
def test_ne_maps_minus_20_to_20_onto_0_to_100(efisiensi: str, harapan: str) -> None:
    assert compute_ne(D(efisiensi)).nilai == D(harapan)


def test_ne_says_when_it_clipped() -> None:
    assert compute_ne(D("25.67")).tanda == ("dibatasi",)
    assert compute_ne(None).nilai is None


@given(PERSEN, PERSEN)
def test_e3_of_one_output_equals_the_sum_form(capaian: Decimal, serapan: Decimal) -> None:
    satu = compute_e3(capaian=capaian, serapan=serapan).nilai
    banyak = compute_e3_banyak([Keluaran("a", D(100), serapan, capaian)]).nilai
    assert satu == banyak


@given(PERSEN, PERSEN)
def test_e2_e3_and_e4_agree_on_which_side_of_even(capaian: Decimal, serapan: Decimal) -> None:
    e2, e3, e4 = (h(capaian=capaian, serapan=serapan).nilai for h in (compute_e2, compute_e3, compute_e4))
    assert e2 is not None
    assert e3 is not None
    assert e4 is not None
    assert (e2 > 0) == (e3 > 0) == (e4 > 1)


@pytest.mark.parametrize(
    ("pagu", "realisasi", "harapan"),
    [("4000", "3800", "95"), ("0", "1", None), (None, "1", None), ("1", None, None)],
)
def test_serapan(pagu: str | None, realisasi: str | None, harapan: str | None) -> None:
    hasil = compute_serapan(
        pagu=None if pagu is None else D(pagu), realisasi=None if realisasi is None else D(realisasi)
    )
    assert hasil == (None if harapan is None else D(harapan))


def test_the_result_explains_itself() -> None:
    hasil = compute_e3(capaian=D(125), serapan=D(100))
    assert str(hasil) == "Efisiensi 20,00%: (1 − 100 ÷ 125) × 100 = 20."
    assert hasil.langkah == ("(1 − serapan ÷ capaian) × 100", "(1 − 100 ÷ 125) × 100", "= 20")
    assert json.loads(json.dumps(hasil.to_dict()))["sumber"].startswith("PMK 214/2017")


def test_a_missing_result_is_json_too() -> None:
    isi = json.loads(json.dumps(compute_e4(capaian=None, serapan=None).to_dict()))
    assert (isi["nilai"], isi["langkah"][1]) == (None, "tidak dihitung: capaian tidak diketahui")


def test_a_negative_achievement_is_bracketed_in_the_formula() -> None:
    assert compute_e2(capaian=D(-5), serapan=D(10)).isian == "(-5) − 10"


def test_every_formula_has_symbols() -> None:
    assert all(rumus.uraian for rumus in RumusEfisiensi)
