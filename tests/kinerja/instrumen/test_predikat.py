"""Lower bounds are exclusive, and a band with conditions is not granted unseen."""

from fractions import Fraction

import pytest
from tests.kinerja.instrumen.bantu import INDEKS, TINGKAT

from kinerja.instrumen import NilaiDiLuarTabel, grade_for, list_ids, load

BATAS = [("0", "D"), ("0.01", "D"), ("30", "D"), ("30.01", "C"), ("50", "C"), ("60", "CC"), ("60.01", "B"),
         ("70", "B"), ("70.01", "BB"), ("80", "BB"), ("80.000001", "A"), ("90", "A"), ("90.01", "AA"),
         ("100", "AA")]  # fmt: skip


@pytest.mark.parametrize("id_", list_ids())
@pytest.mark.parametrize(("nilai", "kode"), BATAS)
def test_a_bound_belongs_to_the_band_below(id_, nilai, kode):
    assert grade_for(load(id_), Fraction(nilai)).kode == kode


@pytest.mark.parametrize("nilai", [-1, Fraction(-1, 1000), Fraction(100001, 1000), 101])
def test_a_value_outside_the_table_has_no_predikat(nilai):
    with pytest.raises(NilaiDiLuarTabel, match="0 sampai 100"):
        grade_for(load("akip-88-2021-unit"), Fraction(nilai))


def test_an_inclusive_bound_belongs_to_its_own_band():
    assert grade_for(TINGKAT, Fraction("2.6")).kode == "Baik"
    assert grade_for(TINGKAT, Fraction("2.59")).kode == "Kurang"


def test_a_condition_that_is_not_known_to_hold_is_not_granted():
    assert grade_for(INDEKS, Fraction(90)).kode == "A-"
    assert grade_for(INDEKS, Fraction(90), syarat={"target_baik": True}).kode == "A"


def test_a_band_is_found_by_its_code():
    assert load("akip-88-2021-unit").predikat.get("BB").sebutan == "Sangat Baik"
    with pytest.raises(KeyError):
        TINGKAT.predikat.get("AA")
