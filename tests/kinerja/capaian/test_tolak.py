"""A formula that gives 100 whatever is achieved is refused, however it is written."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.capaian import Polaritas
from kinerja.capaian.tolak import (
    RumusSelaluSeratus,
    RumusTakTerbaca,
    RumusTetap,
    read_rumus,
    recognise,
    tolak,
)


@pytest.mark.parametrize(
    "rumus",
    [
        "(Realisasi-(Realisasi-Rencana))/Rencana*100",
        "(R-(R-T))/T",
        "{Realisasi – (Realisasi – Target)} : Target x 100%",
        "Capaian = [realisasi − (realisasi − rencana)] ÷ rencana × 100 %",
        "100 * (R - (R - T)) / T",
        "(R + T - R) / T * 100%",
        "T/T x 100",
        "(2R - R) / R x 100%",
    ],
)
def test_an_always_100_formula_is_refused_with_an_explanation(rumus: str) -> None:
    with pytest.raises(RumusSelaluSeratus, match="selalu menghasilkan 100"):
        tolak(rumus)


@pytest.mark.parametrize("rumus", ["R - R", "(R/R) * 50", "5"])
def test_any_other_constant_is_refused_too(rumus: str) -> None:
    with pytest.raises(RumusTetap, match="selalu menghasilkan"):
        tolak(rumus)


@pytest.mark.parametrize(
    ("rumus", "polaritas"),
    [
        ("Realisasi / Rencana x 100%", Polaritas.MAKS),
        ("Realisasi : Target × 100", Polaritas.MAKS),
        ("(Rencana-(Realisasi-Rencana))/Rencana*100", Polaritas.MIN),
        ("(2 x Target − Realisasi) / Target x 100%", Polaritas.MIN),
        ("1 + (1 - R/T)", Polaritas.MIN),
        ("Target / Realisasi x 100%", Polaritas.MIN_B),
        ("-(R - 2T) / T", Polaritas.MIN),
        ("(R - T) / T x 100", None),
    ],
)
def test_a_sound_formula_is_recognised(rumus: str, polaritas: Polaritas | None) -> None:
    assert recognise(rumus) is polaritas


@pytest.mark.parametrize(
    "rumus",
    [
        "",
        "realisasi anggaran / pagu",
        "(R - T",
        "R + / T",
        "R / 0",
        "R / (T - T)",
        "(" * 60 + "R",
        "R+" * 300 + "R",
    ],
)
def test_what_is_not_a_formula_in_r_and_t_says_so(rumus: str) -> None:
    with pytest.raises(RumusTakTerbaca):
        tolak(rumus)


@given(st.text(alphabet="RT()+-x/:0123 ,.%", max_size=30))
def test_arbitrary_text_is_read_or_refused_but_never_crashes(rumus: str) -> None:
    with contextlib.suppress(RumusTakTerbaca):
        assert read_rumus(rumus).bawah
