"""The curve, gains, what-if, the order of work, and a stricter evaluator."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from tests.kinerja.jalan.bantu import KECIL, LKE, SEMUA, cost_of, every_plan, total_of
from tests.kinerja.jalan.test_optimum import soal_kecil, soal_penuh

from kinerja.jalan import GalatJalan, Ketat, Soal, Ubah, curve, gains, gap_from, plan, schedule, what_if

ISTIMEWA: dict[str, Any] = {b.kode: {"A": 4, "AA": 9} for b in LKE.penilaian}
SEPARUH = {k: n % 2 == 0 for n, k in enumerate(SEMUA)}


def soal(**ubah: Any) -> Soal:
    return Soal(**{"instrumen": LKE, "target": "A", "terpenuhi": SEPARUH, "istimewa": ISTIMEWA, **ubah})


@given(soal_kecil())
@settings(max_examples=20)
def test_the_curve_is_the_frontier_of_all_plans(tanya: Soal) -> None:
    ada = {k for k, v in tanya.terpenuhi.items() if v}
    semua = [(total_of(KECIL, ada | p), cost_of(tanya, p)) for p in every_plan(tanya)]
    for titik in curve(tanya)[1:]:
        assert titik.biaya == min(b for t, b in semua if t >= titik.total)
        assert titik.total == max(t for t, b in semua if b <= titik.biaya)


def test_the_curve_rises_from_the_present_to_the_highest() -> None:
    titik = curve(soal())
    total = [t.total for t in titik]
    assert total == sorted(set(total))
    assert (titik[0].biaya, titik[-1].total) == (0, 100)


def test_the_curve_meets_the_plan_where_the_predikat_rises() -> None:
    hasil = plan(soal(), alternatif=0)
    pertama = next(t for t in curve(soal()) if t.predikat == "A")
    assert pertama.naik
    assert pertama.biaya == hasil.biaya


def test_a_single_criterion_that_lifts_no_grade_brings_nothing() -> None:
    manfaat = {m.untuk: m for m in gains(Soal(LKE, "A")).langkah}
    assert manfaat["1.b.1"].kenaikan == Fraction("2.7")
    satu = {m.untuk: m for m in gains(Soal(LKE, "A", terpenuhi={"1.b.1": True})).langkah}
    assert satu["1.b.2"].kenaikan == 0


def test_a_rung_says_what_it_takes_and_brings() -> None:
    jenjang = [j for j in gains(Soal(LKE, "A", terpenuhi={"2.a.1": True})).jenjang if j.untuk == "2.a"]
    assert {(j.dari, j.ke, len(j.kode), j.kenaikan) for j in jenjang} == {
        ("C", "CC", 1, Fraction("0.6")),
        ("C", "BB", 2, Fraction("1.8")),
    }


def test_the_highest_gain_per_effort_comes_first() -> None:
    per_upaya = [m.per_upaya for m in gains(soal()).langkah if m.kenaikan > 0]
    assert per_upaya == sorted(per_upaya, reverse=True)


def test_a_free_gain_comes_before_all_and_has_no_ratio() -> None:
    pertama = gains(soal(istimewa={}, terpenuhi={**SEMUA, "4.a.1": False}, biaya={"4.a.1": 0})).langkah[0]
    assert (pertama.untuk, pertama.per_upaya) == ("4.a.1", None)


def test_a_rung_includes_what_other_sub_components_must_do_for_it() -> None:
    tanya = soal(terpenuhi={**SEMUA, "2.a.1": False, "1.b.5": False}, butuh={"2.a.1": ["1.b.5"]})
    jenjang = next(j for j in gains(tanya).jenjang if j.untuk == "2.a" and j.ke == "BB")
    assert jenjang.kode == ("1.b.5", "2.a.1")


@given(soal_penuh())
@settings(max_examples=30)
def test_what_if_answers_as_a_new_plan_would(tanya: Soal) -> None:
    ubah = Ubah(biaya={"1.c.1": 7, "1.c:A": 2}, tanpa=frozenset({"2.c:A"}))
    istimewa = {**tanya.istimewa, "1.c": {**tanya.istimewa.get("1.c", {}), "A": 2}}
    baru = replace(
        tanya,
        biaya={**tanya.biaya, "1.c.1": 7},
        istimewa=istimewa,
        luar_jangkauan=tanya.luar_jangkauan | {"2.c:A"},
    )
    assert what_if(tanya, ubah).hasil.biaya == plan(baru, alternatif=0, buktikan=False).biaya


def test_forcing_a_step_out_names_what_comes_in_its_place() -> None:
    tanya = soal(terpenuhi=SEMUA, istimewa={"3.a": {"A": 5}, "4.a": {"A": 6}})
    andai = what_if(tanya, Ubah(tanpa=frozenset({"3.a:A"})))
    assert (andai.langkah_keluar, andai.langkah_masuk, andai.beda_biaya) == (("3.a:A",), ("4.a:A",), 1)


def test_forcing_a_step_in_overrules_that_it_was_out_of_reach() -> None:
    tanya = soal(terpenuhi=SEMUA, istimewa={"3.a": {"A": 5}}, luar_jangkauan=frozenset({"3.a:A"}))
    assert what_if(tanya, Ubah(wajib=frozenset({"3.a:A"}))).hasil.kode == ("3.a:A",)


def test_a_stricter_total_asks_for_more_and_says_what_is_left() -> None:
    biasa, ketat = plan(soal()), plan(soal(ketat=Ketat(total=Decimal("2.5"))))
    assert ketat.biaya > biasa.biaya
    assert ketat.total_ketat == ketat.total - Fraction("2.5") > 80


def test_a_stricter_grade_is_taken_off_each_sub_component() -> None:
    hasil = plan(soal(terpenuhi=SEMUA, ketat=Ketat(jenjang={"1.c": 1, "3.a": 2})))
    # Full fulfilment reads B for 1.c and CC for 3.a: 1.5 and 0.6 points less.
    lepas = {"BB": Fraction("2.1"), "A": Fraction("2.1"), "AA": Fraction("2.1")}
    assert hasil.total - hasil.total_ketat == lepas[hasil.jawaban["1.c"]]


def test_what_does_not_change_may_be_spared() -> None:
    ketat = Ketat(sub={b.kode: 1 for b in LKE.penilaian}, hanya_berubah=True)
    hasil = plan(soal(terpenuhi=SEMUA, istimewa={"1.c": {"A": 1, "AA": 1}, "2.c": {"A": 2}}, ketat=ketat))
    assert hasil.kode == ("1.c:A",)
    assert hasil.total_ketat == Fraction("80.5")


def test_the_gap_of_past_years_is_a_mean_without_credit_for_leniency() -> None:
    riwayat = [{"1.c": ("A", "BB")}, {"1.c": ("B", "BB")}]
    assert gap_from(LKE, riwayat).sub == {"1.c": Fraction("0.75")}
    assert gap_from(LKE, riwayat, cara="terbesar").sub == {"1.c": Fraction("1.5")}


def test_a_gap_needs_a_known_way() -> None:
    with pytest.raises(GalatJalan, match="rata"):
        gap_from(LKE, [], cara="median")


@pytest.mark.parametrize(
    "ketat",
    [Ketat(total=-1), Ketat(sub={"1.c": -1}), Ketat(jenjang={"1.c": -1}), Ketat(sub={"9": 1})],
)
def test_an_unusable_gap_is_refused(ketat: Ketat) -> None:
    with pytest.raises(GalatJalan):
        plan(soal(ketat=ketat))


@given(soal_penuh())
@settings(max_examples=30)
def test_no_step_is_scheduled_before_what_it_needs(tanya: Soal) -> None:
    hasil = plan(tanya, alternatif=0, buktikan=False)
    urut = [lk for t in schedule(tanya, hasil, kapasitas=[9, 9, 9, 9]) for lk in t.langkah]
    letak = {lk.kode: n for n, lk in enumerate(urut)}
    assert set(letak) == set(hasil.kode)
    assert all(letak[d] < letak[lk.kode] for lk in urut for d in lk.butuh)


def test_even_spreading_leaves_no_quarter_idle() -> None:
    tanya = soal(target="AA")
    rencana = schedule(tanya, plan(tanya, alternatif=0))
    assert [t.nomor for t in rencana] == [1, 2, 3, 4]
    assert all(t.langkah for t in rencana)
    assert rencana[-1].total == plan(tanya, alternatif=0).total


def test_a_quarter_without_room_passes_work_on() -> None:
    tanya = soal()
    hasil = plan(tanya, alternatif=0)
    rencana = schedule(tanya, hasil, kapasitas=[0, hasil.biaya, 0])
    assert [bool(t.langkah) for t in rencana] == [False, True, False]
    assert all(t.lebih == 0 for t in rencana)


def test_too_little_capacity_is_said_not_hidden() -> None:
    tanya = soal()
    hasil = plan(tanya, alternatif=0)
    rencana = schedule(tanya, hasil, kapasitas=[1, 1])
    assert sum(t.lebih for t in rencana) == hasil.biaya - 2


def test_a_schedule_needs_a_quarter() -> None:
    with pytest.raises(GalatJalan):
        schedule(soal(), plan(soal(), alternatif=0), kapasitas=[])
