"""Suggestions follow the share of fulfilled criteria, and say why."""

from fractions import Fraction

import pytest

from kinerja.instrumen import ButirTidakDikenal, GalatJawaban, TanpaSaran, load, suggest

UNIT = load("akip-88-2021-unit")


def fulfil(sub: str, ya: int) -> dict[str, bool]:
    return {k.kode: n < ya for n, k in enumerate(UNIT.kriteria(sub))}


@pytest.mark.parametrize(
    ("ya", "nilai"),
    [(0, "E"), (1, "D"), (2, "D"), (3, "C"), (4, "C"), (5, "CC"), (6, "CC"), (7, "B"), (8, "BB")],
)
def test_the_share_gives_the_grade(ya, nilai):
    saran = suggest(UNIT, "1.c", fulfil("1.c", ya))
    assert (saran.nilai, saran.bagian, saran.terpenuhi, saran.dari) == (nilai, Fraction(ya, 8), ya, 8)


def test_the_reason_names_the_share_and_the_bound():
    alasan = suggest(UNIT, "1.c", fulfil("1.c", 7)).alasan
    assert alasan == "7 dari 8 kriteria terpenuhi (87,5%): di atas 75% di bawah 100% adalah B."


@pytest.mark.parametrize("istimewa", ["A", "AA"])
def test_noteworthy_effort_lifts_full_fulfilment_only(istimewa):
    assert suggest(UNIT, "1.c", fulfil("1.c", 8), istimewa=istimewa).nilai == istimewa
    assert suggest(UNIT, "1.c", fulfil("1.c", 7), istimewa=istimewa).nilai == "B"


@pytest.mark.parametrize(
    ("tahun", "nilai"), [(None, "BB"), (0, "BB"), (1, "A"), (4, "A"), (5, "AA"), (9, "AA")]
)
def test_the_keberadaan_variant_counts_the_years(tahun, nilai):
    saran = suggest(UNIT, "1.a", fulfil("1.a", 6), varian="keberadaan", bertahan_tahun=tahun)
    assert saran.nilai == nilai


def test_the_keberadaan_variant_leaves_other_subs_alone():
    saran = suggest(UNIT, "1.b", fulfil("1.b", 11), varian="keberadaan", bertahan_tahun=9)
    assert saran.nilai == "BB"


def test_years_count_only_when_the_variant_is_chosen():
    assert suggest(UNIT, "1.a", fulfil("1.a", 6), bertahan_tahun=9).nilai == "BB"


def test_an_unanswered_criterion_leaves_the_grade_open():
    saran = suggest(UNIT, "2.a", {"2.a.1": True, "2.a.2": None})
    assert (saran.nilai, saran.bagian, saran.belum_dijawab) == (None, None, ("2.a.2", "2.a.3"))
    assert "paling rendah C, paling tinggi BB" in saran.alasan


def test_a_grade_that_nothing_missing_can_change_is_suggested():
    terpenuhi = {**fulfil("1.c", 5), "1.c.8": None}
    assert suggest(UNIT, "1.c", terpenuhi).nilai == "CC"


def test_nothing_known_suggests_nothing():
    assert suggest(UNIT, "1.a", {}).nilai is None


@pytest.mark.parametrize("lain", [{"istimewa": "BB"}, {"varian": "desa"}])
def test_an_unknown_choice_is_refused(lain):
    with pytest.raises(GalatJawaban, match="Pilihan"):
        suggest(UNIT, "1.a", {}, **lain)


def test_an_unknown_criterion_is_refused():
    with pytest.raises(ButirTidakDikenal):
        suggest(UNIT, "1.a", {"1.a.99": True})


@pytest.mark.parametrize(("id_", "kode"), [("akip-12-2015-unit", "B.I"), ("akip-88-2021-unit", "1.a.1")])
def test_what_has_no_criteria_has_no_suggestion(id_, kode):
    with pytest.raises(TanpaSaran):
        suggest(load(id_), kode, {})
