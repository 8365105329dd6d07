"""A government's predikat needs its total and its clusters; the document says which one binds."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.instrumen import GalatInstrumen, GalatJawaban, combine, load, score, score_with

ALAT = load("akip-88-2021-gabungan")
KLASTER = ("utama", "pendukung", "tambahan")


def units(utama, pendukung, tambahan, n=3):
    return {k: [Fraction(v)] * n for k, v in zip(KLASTER, (utama, pendukung, tambahan), strict=True)}


def test_half_is_the_instansi_and_half_the_mean_of_clusters():
    assert combine(Fraction(80), units(60, 70, 80)).total == 75


def test_the_flat_mean_of_units_can_be_chosen():
    unit = {"utama": [Fraction(90)] * 6, "pendukung": [Fraction(60)] * 3, "tambahan": [Fraction(60)] * 3}
    assert combine(Fraction(80), unit, cara="rata_unit").total == Fraction(155, 2)
    assert combine(Fraction(80), unit).total == 75


@pytest.mark.parametrize(
    ("instansi", "unit", "predikat", "pengikat"),
    [
        ("86.4", units(81, "70.1", 70), "A", "total"),
        ("86", units(81, "70.1", 70), "BB", "total"),
        ("95", units(80, 75, 75), "BB", "klaster utama"),
        ("95", units(85, 70, 75), "BB", "klaster pendukung"),
        ("99", units(85, 85, 80), "A", "klaster tambahan"),
        ("99", units(91, 91, 91), "AA", None),
        ("95", units(85, 85, 85, n=2), "C", "uji petik utama"),
        ("95", {"utama": [Fraction(95)] * 3}, "CC", "uji petik pendukung"),
        ("95", {}, "C", "uji petik utama"),
        ("20", {}, "D", "total"),
    ],
)
def test_the_predikat_is_the_highest_that_both_conditions_allow(instansi, unit, predikat, pengikat):
    hasil = combine(Fraction(instansi), unit)
    assert (hasil.predikat.kode, hasil.pengikat) == (predikat, pengikat)


def test_bb_everywhere_needs_an_instansi_above_86_3():
    unit = units(81, "70.0001", 70)
    assert combine(Fraction("86.3"), unit).predikat.kode == "BB"
    assert combine(Fraction("86.34"), unit).predikat.kode == "A"


def test_all_that_keeps_the_next_predikat_away_is_listed():
    hasil = combine(Fraction(80), units(75, 70, 60))
    assert hasil.semua_pengikat == ("total", "klaster utama", "klaster pendukung")
    assert "rata-rata klaster utama 75,00, harus di atas 80 (A)" in hasil.penjelasan


def test_the_explanation_names_the_formula_and_the_predikat_of_the_total():
    hasil = combine(Fraction(95), units(80, 75, 75))
    assert hasil.predikat_total.kode == "A"
    assert "setengah rata-rata dari rata-rata klaster" in hasil.penjelasan
    assert "Menurut total saja A, menurut syarat klaster BB" in hasil.penjelasan


def test_an_unrounded_mean_is_compared():
    unit = {**units(80, 75, 75), "utama": [Fraction(80), Fraction(80), Fraction("80.001")]}
    assert combine(Fraction(95), unit).predikat.kode == "A"


@pytest.mark.parametrize(
    ("unit", "cara"),
    [({"utama": [Fraction(101)]}, None), ({"lain": [Fraction(1)]}, None), ({}, "sembarang")],
)
def test_values_clusters_and_formulas_that_do_not_exist_are_refused(unit, cara):
    with pytest.raises(GalatJawaban):
        combine(Fraction(50), unit, cara=cara)


def test_an_instrument_without_rules_does_not_combine():
    with pytest.raises(GalatInstrumen, match="tidak menggabungkan"):
        combine(Fraction(50), {}, instrumen=load("akip-88-2021-unit"))


nilai = st.decimals(0, 100, places=2).map(str)


@given(nilai, st.dictionaries(st.sampled_from(KLASTER), st.lists(nilai, max_size=5)),
       st.sampled_from(["rata_klaster", "rata_unit"]))  # fmt: skip
def test_the_sheet_and_the_formula_agree(instansi, unit, cara):
    hasil = score_with(ALAT, {"instansi": instansi, "unit": unit}, parameter={"cara": cara})
    rumus = combine(Fraction(instansi), {k: [Fraction(n) for n in v] for k, v in unit.items()}, cara=cara)
    assert (hasil.total, hasil.predikat) == (rumus.total, rumus.predikat)
    assert hasil.sub == rumus.rata_klaster
    assert hasil.komponen["unit"] == rumus.rata_unit


def test_clusters_may_be_written_flat_or_named():
    dalam = score(ALAT, {"instansi": "70", "unit": {"utama": ["60", "62"]}})
    datar = score(ALAT, {"instansi": "70", "utama": {"Dinas A": "60", "Dinas B": "62"}})
    assert dalam.total == datar.total


@pytest.mark.parametrize(
    ("jawaban", "belum"),
    [
        ({"unit": {}}, ("instansi",)),
        ({"instansi": "70"}, KLASTER),
        ({"instansi": "70", "unit": None}, KLASTER),
        ({"instansi": "70", "unit": {"utama": None}}, ("utama",)),
        ({"instansi": "70", "unit": {"utama": ["60", None]}}, ("utama",)),
        ({"instansi": "70", "unit": {"utama": ["60"]}}, ()),
    ],
)
def test_missing_is_not_the_same_as_not_sampled(jawaban, belum):
    hasil = score(ALAT, jawaban)
    assert hasil.belum == belum
    assert (hasil.predikat is None) == bool(belum)


def test_a_cluster_of_unknown_size_leaves_the_flat_mean_open():
    jawaban = {"instansi": "70", "unit": {"utama": ["60"], "pendukung": None}}
    assert score_with(ALAT, jawaban, parameter={"cara": "rata_unit"}).kisaran == (35, 85)


def test_the_flat_mean_is_explained():
    jawaban = {"instansi": "70", "unit": {"utama": ["60", None]}}
    hasil = score_with(ALAT, jawaban, parameter={"cara": "rata_unit"})
    assert "rata-rata semua unit" in hasil.jelaskan("unit")
    assert "Belum lengkap" in hasil.jelaskan()


@pytest.mark.parametrize(
    "jawaban",
    [
        {"instansi": "70", "unit": ["60"]},
        {"instansi": "70", "unit": {"lain": ["60"]}},
        {"instansi": "70", "utama": ["60"], "unit": {"utama": ["60"]}},
        {"instansi": "70", "lain": "x"},
        {"instansi": "seratus", "unit": {}},
        {"instansi": "70", "unit": {"utama": ["101"]}},
    ],
)
def test_an_unusable_combined_sheet_is_refused(jawaban):
    with pytest.raises(GalatJawaban):
        score(ALAT, jawaban)


@pytest.mark.parametrize("parameter", [{"cara": 5}, {"cara": "x"}, {"lain": "x"}])
def test_an_unknown_parameter_is_refused(parameter):
    with pytest.raises(GalatJawaban):
        score_with(ALAT, {"instansi": "70"}, parameter=parameter)
