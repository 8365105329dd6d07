"""Scores are exact, say what is missing, and stay within the range they announce."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kinerja.instrumen.bantu import BAHAN, INDEKS, INDEKS_PENUH, TINGKAT, uniform

from kinerja.instrumen import GalatJawaban, load, parse_instrumen, score

UNIT, SKPD, PEMDA = (load(i) for i in ("akip-88-2021-unit", "akip-12-2015-unit", "akip-12-2015-pemda"))
SEMUA = [load(i) for i in ("akip-88-2021-unit", "akip-88-2021-per-kriteria", "akip-12-2015-unit",
                           "akip-12-2015-pemda")] + [TINGKAT]  # fmt: skip


def sheets(instrumen, *, lengkap=False):
    """Random answers of one instrument; None for unanswered unless complete."""
    isi = {
        b.kode: st.sampled_from([*instrumen.skala[b.skala].kode, *([] if lengkap else [None])])
        for b in instrumen.penilaian
        if b.skala
    }
    return st.fixed_dictionaries(isi)


def test_everything_fulfilled_is_exactly_80_and_bb():
    hasil = score(UNIT, uniform(UNIT, 2))
    assert (hasil.total, hasil.total_cetak, hasil.predikat.kode) == (80, "80,00", "BB")


def test_nothing_answered_is_not_zero():
    hasil = score(UNIT, {})
    assert (hasil.total, hasil.predikat, hasil.total_cetak) == (None, None, "–")
    assert set(hasil.komponen.values()) == {None}
    assert hasil.kisaran == (0, 100)
    assert len(hasil.belum) == 12


def test_the_worst_grade_is_zero_and_d():
    hasil = score(UNIT, uniform(UNIT, 7))
    assert (hasil.total, hasil.predikat.kode, hasil.belum) == (0, "D", ())


def test_criteria_do_not_count_under_88_2021():
    assert score(UNIT, {"1.a.1": True, "1.a.2": False, "1.a.3": None}).total is None


def test_three_yes_of_ten_is_three_tenths_of_the_weight():
    jawaban = {"B.I.1": "Ya", "B.I.2": "e", "B.I.3": "e", "B.I.4": "Tidak"}
    assert score(SKPD, jawaban).sub["B.I"] == Fraction(5, 4)


def test_several_objects_are_averaged():
    daftar = score(SKPD, {"A.I.b.10": ["a", "c", "e"]})
    bernama = score(SKPD, {"A.I.b.10": {"tujuan 1": "a", "tujuan 2": "c", "tujuan 3": "e"}})
    assert daftar.total == bernama.total == score(SKPD, {"A.I.b.10": "c"}).total


def test_an_object_without_answer_leaves_a_range():
    hasil = score(SKPD, {"A.I.b.10": ["a", None]})
    assert "A.I.b.10" in hasil.belum
    assert hasil.kisaran_butir("A.I.b.10") == (Fraction(5, 16), Fraction(5, 8))


def test_special_scales_have_their_own_values():
    assert score(SKPD, {"B.III.16": "b"}).nilai_butir("B.III.16") == Fraction(1, 2)
    assert score(SKPD, {"C.II.9": "b"}).nilai_butir("C.II.9") == Fraction(67, 100)


def test_questions_of_component_e_have_weights_of_their_own():
    assert score(SKPD, {"E.I.1": "b"}).total == 2
    assert score(SKPD, {"E.I.2": "d"}).total == Fraction(1, 4)
    assert score(SKPD, {"E.II.4": "b"}).total == Fraction(15, 4)


def test_the_pemda_form_answers_component_e_once_per_object():
    assert score(PEMDA, {"E.2": ["a", "b"]}).sub["E.2"] == Fraction(35, 4)


def test_true_and_false_answer_a_yes_no_question():
    assert score(SKPD, {"A.I.a.1": True}).total == score(SKPD, {"A.I.a.1": "Ya"}).total


@pytest.mark.parametrize(
    ("jawaban", "kode", "pesan"),
    [
        ({"1.a": "F"}, "1.a", "di luar skala AA-E"),
        ({"1.a": "b"}, "1.a", "di luar skala"),
        ({"1.a": ""}, "1.a", "di luar skala"),
        ({"1.a": 70}, "1.a", "di luar skala"),
        ({"1.a": True}, "1.a", "di luar skala"),
        ({"1.a": 0.7}, "1.a", "di luar skala"),
        ({"1.a": ["A", "B"]}, "1.a", "dijawab sekali"),
        ({"9.a": "A"}, "9.a", "tidak ada di akip-88-2021-unit"),
        ({"1": "A"}, "1", "dihitung dari anaknya"),
        ({"1.a.1": "AA"}, "1.a.1", "bukan pemenuhan kriteria"),
        ({"1.a.1": 1}, "1.a.1", "bukan pemenuhan kriteria"),
        ({"1.a": "tidak berlaku"}, "1.a", "tidak dapat dikecualikan"),
    ],
)
def test_an_answer_that_cannot_be_used_names_its_code(jawaban, kode, pesan):
    with pytest.raises(GalatJawaban, match=pesan) as galat:
        score(UNIT, jawaban)
    assert galat.value.kode == kode


def test_a_refused_grade_lists_the_scale():
    with pytest.raises(GalatJawaban, match="Pilihan: AA, A, BB, B, CC, C, D, E"):
        score(UNIT, {"1.a": "F"})


def test_no_object_at_all_is_refused():
    with pytest.raises(GalatJawaban, match="tidak memuat satu objek pun"):
        score(SKPD, {"A.I.b.10": []})


@given(st.sampled_from(SEMUA).flatmap(lambda i: st.tuples(st.just(i), sheets(i), sheets(i, lengkap=True))))
def test_the_final_score_lies_in_the_range_announced_before(kasus):
    instrumen, sebagian, penuh = kasus
    dulu = score(instrumen, sebagian)
    kini = score(instrumen, {k: penuh[k] if v is None else v for k, v in sebagian.items()})
    assert dulu.kisaran[0] <= kini.total <= dulu.kisaran[1]
    assert dulu.total is None or dulu.total <= kini.total
    assert kini.kisaran == (kini.total, kini.total)


@given(st.sampled_from(SEMUA).flatmap(lambda i: st.tuples(st.just(i), sheets(i, lengkap=True), st.data())))
def test_a_better_answer_never_lowers_the_score(kasus):
    instrumen, jawaban, data = kasus
    butir = data.draw(st.sampled_from(instrumen.penilaian))
    urut = instrumen.skala[butir.skala].kode
    lebih_baik = data.draw(st.sampled_from(urut[: urut.index(jawaban[butir.kode]) + 1]))
    assert score(instrumen, {**jawaban, butir.kode: lebih_baik}).total >= score(instrumen, jawaban).total


@given(st.sampled_from(SEMUA).flatmap(lambda i: st.tuples(st.just(i), sheets(i, lengkap=True))))
def test_a_full_sheet_is_complete_and_graded(kasus):
    instrumen, jawaban = kasus
    hasil = score(instrumen, jawaban)
    assert hasil.lengkap
    assert hasil.predikat is not None
    assert instrumen.predikat.daftar[-1].di_atas <= hasil.total <= instrumen.predikat.daftar[0].sampai


@given(sheets(SKPD, lengkap=True))
def test_the_score_is_the_plain_arithmetic_of_the_regulation(jawaban):
    total = Fraction(0)
    for sub in SKPD.sub:
        nilai = [SKPD.skala[q.skala].tabel[jawaban[q.kode]] for q in sub.anak]
        if sub.kode.startswith("E"):
            total += sum(n * q.bobot for n, q in zip(nilai, sub.anak, strict=True))
        else:
            total += sum(nilai) / len(nilai) * sub.bobot
    assert score(SKPD, jawaban).total == total


@given(sheets(UNIT))
def test_components_and_subs_add_up(jawaban):
    hasil = score(UNIT, jawaban)
    assert sum(v for v in hasil.sub.values() if v is not None) == (hasil.total or 0)
    assert sum(v for v in hasil.komponen.values() if v is not None) == (hasil.total or 0)


def test_missing_answers_are_listed_in_the_order_of_the_sheet():
    assert score(UNIT, {"2.a": "A"}).belum[:4] == ("1.a", "1.b", "1.c", "2.b")


def test_index_values_are_divided_by_their_maximum():
    assert score(INDEKS, {"G3": "3"}).poin("G3") == 24


def test_a_multiplier_takes_its_share():
    hasil = score(INDEKS, {"G1": "50", "G2": "90"})
    assert hasil.poin("G2") == Fraction(63, 20)


def test_a_multiplied_item_waits_for_its_multiplier():
    hasil = score(INDEKS, {"G2": "90"})
    assert hasil.poin("G2") is None
    assert hasil.kisaran_butir("G2") == (0, Fraction(63, 10))
    assert "G2" not in hasil.belum
    assert "G1" in hasil.belum


def test_an_excluded_item_leaves_its_weight_to_the_others():
    penuh = score(INDEKS, {**INDEKS_PENUH, "G5": "tidak berlaku"})
    assert penuh.komponen["G"] == 100
    assert penuh.belum == ()


def test_a_deduction_counts_and_its_default_is_declared():
    assert score(INDEKS, INDEKS_PENUH).total == 110
    assert score(INDEKS, {**INDEKS_PENUH, "GK": "-2.5"}).total == Fraction("107.5")


def test_a_target_that_is_missed_turns_a_into_a_minus():
    cukup = {"G1": "100", "G2": "100", "G3": "4", "G4": "70", "G5": "WTP", "T": "50"}
    assert score(INDEKS, cukup).predikat.kode == "A"
    assert score(INDEKS, {**cukup, "G4": "69.99", "G3": "5"}).predikat.kode == "A-"


@pytest.mark.parametrize("nilai", ["6", "0.5", "-1", "1,5", "lima", "1e3", None.__class__, 1.5, True])
def test_an_index_value_out_of_bounds_or_inexact_is_refused(nilai):
    with pytest.raises(GalatJawaban):
        score(INDEKS, {"G3": nilai})


def changed(*ganti: tuple[str, str]):
    """The small index with some of its text replaced."""
    teks = (BAHAN / "indeks-kecil" / "instrumen.yaml").read_text(encoding="utf-8")
    for lama, baru in ganti:
        assert lama in teks
        teks = teks.replace(lama, baru, 1)
    return parse_instrumen(teks.encode(), berkas="uji.yaml")


def test_an_item_whose_multiplier_is_excluded_cannot_be_scored():
    instrumen = changed(("kode: G1,", "kode: G1, boleh_dikecualikan: true,"))
    with pytest.raises(GalatJawaban, match="pengalinya G1 dikecualikan"):
        score(instrumen, {"G1": "tidak berlaku", "G2": "90"})


def test_a_multiplier_may_come_later_in_the_sheet():
    instrumen = changed((", pengali: G1", ""), ("kode: G1,", "kode: G1, pengali: G2,"))
    assert score(instrumen, {"G1": "50", "G2": "90"}).poin("G1") == Fraction("1.35")


def test_an_item_without_weight_counts_nothing():
    instrumen = changed((", pengali: G1", ""), ('bobot: "3"', 'bobot: "0"'), ('bobot: "7"', 'bobot: "10"'))
    hasil = score(instrumen, {"G1": "50"})
    assert (hasil.poin("G1"), hasil.nilai_butir("G1")) == (0, None)
    assert hasil.jelaskan("G1").endswith("jawaban 50 × bobot 0 = 0.")


def test_a_sheet_with_everything_excluded_cannot_be_scored():
    bebas = [(f"kode: {k},", f"kode: {k}, boleh_dikecualikan: true,") for k in ("G1", "G2", "G3", "G4")]
    instrumen = changed(*bebas, ("kode: T\n", "kode: T\n    boleh_dikecualikan: true\n"),
                        ("profil:", "sesuaikan: true\nprofil:"), (", pengali: G1", ""))  # fmt: skip
    with pytest.raises(GalatJawaban, match="semua butir"):
        score(instrumen, dict.fromkeys(("G1", "G2", "G3", "G4", "G5", "T"), "tidak berlaku"))


def test_a_predikat_may_depend_on_a_control_rule():
    instrumen = changed(("jenis: target_baik,", "jenis: tidak_melebihi, butir: [G3], batas: [G4],"))
    jawaban = {**INDEKS_PENUH, "G5": "WDP", "T": "100"}
    assert score(instrumen, jawaban).predikat.kode == "A"
    assert score(instrumen, {**jawaban, "G4": "99"}).predikat.kode == "A-"


def test_maturity_is_the_weighted_mean_of_levels():
    hasil = score(TINGKAT, {"1": "3", "2": "4", "3": 2})
    assert (hasil.total, hasil.sub["K1"]) == (Fraction("2.195"), Fraction("3.5"))


def test_an_unanswered_level_is_not_level_one():
    hasil = score(TINGKAT, {"1": "1"})
    assert hasil.belum == ("2", "3")
    assert hasil.kisaran == (1, Fraction("4.74"))


@given(
    st.fixed_dictionaries(
        {
            "G1": st.integers(0, 100) | st.none(),
            "G2": st.integers(0, 100) | st.none(),
            "G3": st.integers(1, 5) | st.none(),
            "G4": st.integers(0, 100) | st.none(),
            "G5": st.sampled_from(["WTP", "WDP", "TMP", "tidak berlaku", None]),
            "GK": st.sampled_from(["0", "-10", "-3.3", None]),
            "T": st.integers(0, 100) | st.none(),
        }
    ),
    st.integers(0, 100),
)
def test_the_range_of_an_index_holds_too(jawaban, lain):
    dulu = score(INDEKS, jawaban)
    isi = dict.fromkeys(dulu.belum, lain) | ({"G3": 1 + lain % 5} if "G3" in dulu.belum else {})
    isi |= {"G5": "WDP"} if "G5" in dulu.belum else {}
    kini = score(INDEKS, {**jawaban, **isi})
    assert kini.belum == ()
    assert dulu.kisaran[0] <= kini.total <= dulu.kisaran[1]
