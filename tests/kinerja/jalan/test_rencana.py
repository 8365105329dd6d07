"""What a plan says, and the arithmetic of the law."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from tests.kinerja.jalan.bantu import KECIL, LKE, SEMUA, total_of

from kinerja.instrumen import load
from kinerja.jalan import GalatJalan, Soal, plan


def soal(**ubah: Any) -> Soal:
    return Soal(**{"instrumen": LKE, "target": "A", "terpenuhi": SEMUA, **ubah})


def test_everything_fulfilled_is_exactly_80_and_not_a() -> None:
    hasil = plan(soal())
    assert (hasil.layak, hasil.total, hasil.predikat) == (False, 80, "BB")
    assert hasil.penghalang[0] == "Nilai tertinggi yang dapat dicapai 80; A menuntut di atas 80."


def test_the_smallest_noteworthy_effort_lifts_80_to_a() -> None:
    hasil = plan(soal(istimewa={"3.a": {"A": 5}}))
    assert (hasil.kode, hasil.total, hasil.predikat) == (("3.a:A",), Fraction("80.3"), "A")
    assert "Semua kriteria 3.a terpenuhi hanya memberi BB" in hasil.langkah[0].alasan


def test_aa_is_planned_through_a() -> None:
    istimewa = {b.kode: {"A": 1, "AA": 1} for b in LKE.penilaian}
    hasil = plan(soal(target="AA", istimewa=istimewa))
    assert hasil.margin > 0
    assert all(k.replace(":AA", ":A") in hasil.kode for k in hasil.kode)


def test_a_sheet_above_the_target_needs_nothing() -> None:
    hasil = plan(soal(target="B"))
    assert (hasil.layak, hasil.langkah, hasil.biaya, hasil.alternatif) == (True, (), 0, ())


def test_free_criteria_are_taken_only_when_they_help() -> None:
    terpenuhi = {k: v for k, v in SEMUA.items() if not k.startswith("1.")}
    hasil = plan(soal(terpenuhi=terpenuhi, target="CC", biaya=dict.fromkeys(SEMUA, 0)))
    assert (hasil.layak, hasil.langkah) == (True, ())


def test_a_criterion_without_effort_costs_1() -> None:
    terpenuhi = {k: v for k, v in SEMUA.items() if k != "1.a.1"}
    hasil = plan(soal(terpenuhi=terpenuhi, istimewa={"1.a": {"A": 1}}))
    assert (hasil.kode, hasil.biaya) == (("1.a.1", "1.a:A"), 2)


def test_what_is_fulfilled_stays_so_though_out_of_reach() -> None:
    hasil = plan(soal(luar_jangkauan=frozenset({"3.a.1"}), istimewa={"3.a": {"A": 1}}))
    assert hasil.kode == ("3.a:A",)


def test_efforts_are_added_exactly() -> None:
    terpenuhi = {k: v for k, v in SEMUA.items() if k not in {"1.a.1", "1.a.2"}}
    biaya = {"1.a.1": Decimal("0.1"), "1.a.2": Decimal("0.2")}
    hasil = plan(soal(terpenuhi=terpenuhi, biaya=biaya, istimewa={"1.a": {"A": 0}}))
    assert hasil.biaya == Fraction(3, 10)


def test_a_grade_held_is_not_paid_for_again() -> None:
    hasil = plan(soal(jawaban={"1.c": "A"}))
    assert (hasil.layak, hasil.langkah, hasil.total) == (True, (), Fraction("81.5"))


def test_from_a_held_grade_the_next_one_still_needs_every_criterion() -> None:
    terpenuhi = {k: v for k, v in SEMUA.items() if k != "1.c.3"}
    hasil = plan(
        soal(terpenuhi=terpenuhi, jawaban={"1.c": "A"}, istimewa={"1.c": {"A": 9, "AA": 2}}, target="A")
    )
    assert hasil.langkah == ()
    lanjut = plan(
        soal(
            terpenuhi=terpenuhi,
            jawaban={"1.c": "A"},
            istimewa={"1.c": {"AA": 2}},
            wajib=frozenset({"1.c:AA"}),
        )
    )
    assert lanjut.kode == ("1.c.3", "1.c:AA")


def test_a_grade_below_what_the_criteria_show_is_pointed_out() -> None:
    assert plan(soal(target="B", jawaban={"1.a": "CC"})).catatan == (
        "1.a: jawaban CC di bawah BB yang ditunjukkan 6 dari 6 kriteria; yang dihitung BB.",
    )


def test_a_prerequisite_comes_first_and_says_for_what() -> None:
    terpenuhi = {k: v for k, v in SEMUA.items() if k not in {"2.a.1", "1.b.5"}}
    hasil = plan(soal(terpenuhi=terpenuhi, istimewa={"2.a": {"A": 1, "AA": 1}}, butuh={"2.a.1": ["1.b.5"]}))
    assert hasil.kode.index("1.b.5") < hasil.kode.index("2.a.1")
    assert "Prasyarat 2.a.1." in hasil.langkah[0].alasan


def test_what_waits_for_something_out_of_reach_is_out_of_reach() -> None:
    terpenuhi = {k: v for k, v in SEMUA.items() if k not in {"2.a.1", "1.b.5"}}
    hasil = plan(
        soal(
            terpenuhi=terpenuhi,
            istimewa={"2.a": {"A": 1, "AA": 1}},
            butuh={"2.a.1": ["1.b.5"]},
            luar_jangkauan=frozenset({"1.b.5"}),
        )
    )
    assert not hasil.layak
    assert any("2.a tertahan" in p and "menunggu 1.b.5" in p for p in hasil.penghalang)


def test_the_single_release_that_would_do_is_named() -> None:
    terpenuhi = {k: v for k, v in SEMUA.items() if k != "1.c.1"}
    hasil = plan(soal(terpenuhi=terpenuhi, luar_jangkauan=frozenset({"1.c.1"}), istimewa={"1.c": {"A": 1}}))
    assert hasil.penghalang[-1] == "Cukup bila salah satu dari ini terjangkau: 1.c.1."


def test_a_whole_sub_component_may_be_out_of_reach() -> None:
    assert not plan(soal(istimewa={"1.c": {"A": 1}}, luar_jangkauan=frozenset({"1.c"}))).layak


def test_a_forced_step_is_in_the_plan_with_what_it_needs() -> None:
    terpenuhi = {k: v for k, v in SEMUA.items() if k != "3.a.2"}
    hasil = plan(
        soal(terpenuhi=terpenuhi, target="B", istimewa={"3.a": {"A": 4}}, wajib=frozenset({"3.a:A"}))
    )
    assert hasil.kode == ("3.a.2", "3.a:A")
    assert "Diwajibkan" in hasil.langkah[0].alasan


def test_alternatives_are_distinct_sorted_and_reach_the_target() -> None:
    istimewa = {b.kode: {"A": n, "AA": 2 * n} for n, b in enumerate(LKE.penilaian, start=1)}
    hasil = plan(soal(istimewa=istimewa))
    biaya = [hasil.biaya, *(a.biaya for a in hasil.alternatif)]
    assert len(hasil.alternatif) >= 3
    assert len({hasil.kode, *(tuple(lk.kode for lk in a.langkah) for a in hasil.alternatif)}) == len(biaya)
    assert biaya == sorted(biaya)
    assert all(
        total_of(LKE, {*SEMUA, *(lk.kode for lk in a.langkah)}) == a.total > 80 for a in hasil.alternatif
    )


def test_the_second_best_way_is_named_by_what_it_replaces() -> None:
    rute = plan(soal(istimewa={"3.a": {"A": 5}, "4.a": {"A": 6}})).alternatif[0]
    assert (rute.tanpa, rute.ganti, rute.biaya) == (("3.a:A",), ("4.a:A",), 6)


def test_an_effort_too_large_for_the_solver_is_still_exact() -> None:
    hasil = plan(soal(istimewa={"3.a": {"A": 10**15 + 1}, "4.a": {"A": 10**15}}))
    assert (hasil.kode, hasil.biaya) == (("4.a:A",), 10**15)
    assert hasil.bukti is not None
    assert not hasil.bukti.highs


def test_ties_that_are_too_many_for_tables_go_to_highs(monkeypatch: pytest.MonkeyPatch) -> None:
    from kinerja.jalan import muka

    butuh = {"1.c.1": ["1.a.1"], "1.b.1": ["1.a.2"], "1.b.2": ["1.c.2"]}
    tanya = Soal(KECIL, "A", istimewa={"1.c": {"A": 3, "AA": 4}, "1.b": {"A": 5}}, butuh=butuh)
    tabel = plan(tanya)
    muka.group_frontier.cache_clear()
    monkeypatch.setattr(muka, "BATAS_KEADAAN", 0)
    assert plan(tanya).biaya == tabel.biaya
    muka.group_frontier.cache_clear()


@pytest.mark.parametrize(
    ("ubah", "bidang"),
    [
        ({"target": "Z"}, "target"),
        ({"terpenuhi": {"9.a.1": True}}, "terpenuhi"),
        ({"terpenuhi": {"1.a.1": "ya"}}, "terpenuhi 1.a.1"),
        ({"biaya": {"1.a": 1}}, "biaya"),
        ({"biaya": {"1.a.1": -1}}, "biaya 1.a.1"),
        ({"biaya": {"1.a.1": Decimal("NaN")}}, "biaya 1.a.1"),
        ({"biaya": {"1.a.1": True}}, "biaya 1.a.1"),
        ({"istimewa": {"1.a": {"B": 1}}}, "istimewa 1.a"),
        ({"istimewa": {"1.x": {"A": 1}}}, "istimewa"),
        ({"istimewa": {"1.a": {"A": -1}}}, "istimewa 1.a A"),
        ({"jawaban": {"1.a": "F"}}, "jawaban 1.a"),
        ({"luar_jangkauan": frozenset({"1.c:C"})}, "luar_jangkauan"),
        ({"butuh": {"1.a.1": ["x"]}}, "butuh 1.a.1"),
        ({"butuh": {"1.a.1": ["1.a.2"], "1.a.2": ["1.a.1"]}}, "butuh 1.a.1"),
        ({"butuh": {"1.a.1": ["1.a:A"]}}, "butuh 1.a.1"),
        ({"wajib": frozenset({"1.a:A"})}, "wajib"),
        ({"instrumen": load("akip-12-2015-unit"), "terpenuhi": {}}, "instrumen"),
    ],
)
def test_a_question_that_cannot_be_used_names_the_place(ubah: dict[str, Any], bidang: str) -> None:
    with pytest.raises(GalatJalan) as galat:
        plan(soal(**ubah))
    assert galat.value.bidang == bidang
