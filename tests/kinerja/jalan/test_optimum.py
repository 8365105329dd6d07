"""No cheaper plan exists: tried against every plan on small sheets and a plain program on full ones."""

import random
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kinerja.jalan.bantu import (
    KECIL,
    LKE,
    brute_cheapest,
    cost_of,
    grades,
    knapsack_cheapest,
    needs,
    total_of,
)

from kinerja.jalan import HasilJalan, Ketat, Soal, plan

UPAYA = st.one_of(st.integers(0, 9), st.decimals(0, 20, places=2), st.sampled_from([0, Decimal("0.1")]))
TARGET = st.sampled_from(["BB", "A", "AA"])
KRITERIA = [k.kode for b in KECIL.penilaian for k in KECIL.kriteria(b.kode)]
KRITERIA_PENUH = [k.kode for b in LKE.penilaian for k in LKE.kriteria(b.kode)]


@st.composite
def soal_kecil(draw: st.DrawFn) -> Soal:
    urut = draw(st.permutations(KRITERIA))
    butuh: dict[str, tuple[str, ...]] = {}
    for n, kode in enumerate(urut[1:], start=1):
        butuh[kode] = tuple(draw(st.lists(st.sampled_from(urut[:n]), max_size=1)))
    istimewa: dict[str, Any] = draw(
        st.dictionaries(
            st.sampled_from(["1.a", "1.b", "1.c"]),
            st.fixed_dictionaries({"A": UPAYA}, optional={"AA": UPAYA}),
        )
    )
    return Soal(
        KECIL,
        draw(TARGET),
        terpenuhi=draw(st.dictionaries(st.sampled_from(KRITERIA), st.booleans())),
        biaya=draw(st.dictionaries(st.sampled_from(KRITERIA), UPAYA)),
        istimewa=istimewa,
        luar_jangkauan=frozenset(draw(st.lists(st.sampled_from(KRITERIA), max_size=2))),
        butuh=butuh,
    )


@st.composite
def soal_penuh(draw: st.DrawFn) -> Soal:
    """A full sheet from a seed: drawing some two hundred values one by one would take longer than planning."""
    acak = random.Random(draw(st.integers(0, 10**9)))
    bagian = acak.random()

    def upaya() -> int | Decimal:
        return acak.choice([0, acak.randint(0, 9), Decimal(acak.randint(0, 2000)) / 100])

    return Soal(
        LKE,
        draw(TARGET),
        terpenuhi={k: acak.random() < bagian for k in KRITERIA_PENUH},
        biaya={k: upaya() for k in KRITERIA_PENUH if acak.random() < 0.8},
        istimewa={b.kode: {"A": upaya(), "AA": upaya()} for b in LKE.penilaian if acak.random() < 0.7},
        luar_jangkauan=frozenset(acak.sample(KRITERIA_PENUH, acak.choice([0, 0, 2, 6]))),
    )


def check_valid(soal: Soal, hasil: HasilJalan) -> None:
    """The plan may be carried out, costs and scores what it says."""
    ada = {k for k, v in soal.terpenuhi.items() if v}
    for n, kode in enumerate(hasil.kode):
        assert needs(soal, kode) <= ada | set(hasil.kode[:n])
        assert kode not in ada
        assert kode not in soal.luar_jangkauan
    assert hasil.biaya == cost_of(soal, hasil.kode)
    assert hasil.total == total_of(soal.instrumen, ada | set(hasil.kode))
    assert hasil.jawaban == grades(soal.instrumen, ada | set(hasil.kode))


@given(soal_kecil())
def test_the_plan_is_as_cheap_as_any_on_a_small_sheet_with_prerequisites(soal: Soal) -> None:
    hasil, terbaik = plan(soal), brute_cheapest(soal)
    check_valid(soal, hasil)
    assert hasil.layak == (terbaik is not None)
    assert terbaik is None or hasil.biaya == terbaik


@given(soal_penuh())
def test_the_plan_is_as_cheap_as_a_dynamic_program_finds_on_a_full_sheet(soal: Soal) -> None:
    hasil, terbaik = plan(soal, alternatif=0, buktikan=False), knapsack_cheapest(soal)
    check_valid(soal, hasil)
    assert hasil.layak == (terbaik is not None)
    assert terbaik is None or hasil.biaya == terbaik


@given(soal_penuh())
@settings(max_examples=25)
def test_highs_proves_the_same_optimum(soal: Soal) -> None:
    hasil = plan(soal, alternatif=0)
    assert not hasil.layak or (hasil.bukti is not None and hasil.bukti.highs and hasil.bukti.celah == 0)


@given(soal_kecil(), st.decimals(0, 8, places=1))
@settings(max_examples=25)
def test_a_plan_against_a_stricter_total_is_as_cheap_as_any(soal: Soal, lepas: Decimal) -> None:
    ketat = replace(soal, ketat=Ketat(total=lepas))
    hasil, terbaik = plan(ketat), brute_cheapest(ketat)
    assert hasil.layak == (terbaik is not None)
    assert terbaik is None or (hasil.biaya == terbaik and hasil.total - Fraction(lepas) > hasil.ambang)


@given(soal_penuh())
@settings(max_examples=25)
def test_when_out_of_reach_the_total_is_the_highest_there_is(soal: Soal) -> None:
    jauh = replace(soal, target="AA", istimewa={})
    hasil = plan(jauh)
    semua = [k for k in KRITERIA_PENUH if soal.terpenuhi.get(k) or k not in soal.luar_jangkauan]
    assert not hasil.layak
    assert hasil.total == total_of(LKE, semua)
