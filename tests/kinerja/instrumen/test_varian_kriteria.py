"""The per-criterion variant computes what the local workbook computes."""

import random
from fractions import Fraction

import pytest
from tests.kinerja.instrumen.bantu import uniform

from kinerja.instrumen import load, score

VARIAN = load("akip-88-2021-per-kriteria")
BOBOT = {"1": 30, "2": 30, "3": 15, "4": 25}
BAGIAN = {"a": 0.2, "b": 0.3, "c": 0.5}
BATAS = [(90.0001, "AA"), (80.0001, "A"), (70.0001, "BB"), (60.0001, "B"), (50.0001, "CC"), (30.0001, "C")]


def workbook_total(jawaban: dict[str, str]) -> float:
    """The workbook's own arithmetic: floats, each sub rounded to two decimals."""
    total = 0.0
    for sub in VARIAN.sub:
        nilai = [VARIAN.skala["AA-E"].tabel[jawaban[k.kode]] * 100 for k in sub.anak]
        komponen, gradasi = sub.kode.split(".")
        rata = float(sum(nilai)) / len(nilai)
        total += round(rata / 100 * BOBOT[komponen] * BAGIAN[gradasi] + 1e-9, 2)
    return round(total, 2)


@pytest.mark.parametrize("benih", range(60))
def test_random_grades_give_the_total_of_the_workbook(benih):
    acak = random.Random(benih)
    jawaban = {b.kode: acak.choice(VARIAN.skala["AA-E"].kode[:6]) for b in VARIAN.penilaian}
    hasil, buku = score(VARIAN, jawaban), workbook_total(jawaban)
    assert f"{buku:.2f}".replace(".", ",") == hasil.total_cetak
    assert hasil.predikat.kode == next((p for b, p in BATAS if buku >= b), "D")


def test_the_variant_has_80_criteria_of_its_own():
    assert [len(b.anak) for b in VARIAN.sub] == [6, 9, 6, 4, 9, 9, 3, 9, 6, 5, 8, 6]
    assert not {b.id for b in VARIAN.penilaian} & {b.id for b in load(VARIAN.induk).walk()}


def test_a_sub_is_rounded_before_it_is_added():
    satu_a = uniform(VARIAN) | {"4.b.1": "A"}
    assert score(VARIAN, satu_a).sub["4.b"] == Fraction("7.41")
    assert score(VARIAN, satu_a).total == Fraction("99.91")
