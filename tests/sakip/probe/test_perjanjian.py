"""Probes of the agreements."""

from datetime import date

import pytest
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_jabatan, buat_jadwal, buat_unit
from tests.pabrik.perjanjian import buat_pk
from tests.pabrik.probe import buat_unit_berencana, tanya

from sakip.apps.perencanaan.services import activate_dokumen, revise_dokumen
from sakip.apps.perjanjian.services import activate_pk, revise_pk
from sakip.apps.perjanjian.tenggat import add_months

pytestmark = pytest.mark.django_db


@pytest.fixture
def rencana():
    return buat_unit_berencana()


def test_an_agreement_is_a_yearly_plan(rencana):
    buat_pk(rencana.unit, [(rencana.indikator, 100)])
    assert tanya("rencana-tahunan", rencana.unit).saran is True
    assert tanya("pk-ada", rencana.unit).saran is True


def test_neither_agreement_nor_renja(rencana):
    assert tanya("rencana-tahunan", rencana.unit).saran is False
    assert tanya("pk-ada", rencana.unit).saran is False


def test_a_draft_agreement_is_not_in_force(rencana):
    buat_pk(rencana.unit, [(rencana.indikator, 100)], berlaku=False)
    assert tanya("pk-ada", rencana.unit).saran is False


@pytest.mark.parametrize(
    "kode",
    ["pk-tepat-waktu", "pk-iku", "pk-selaras", "rencana-disempurnakan", "strategi-disesuaikan", "pk-jenjang"],
)
def test_without_an_agreement_the_data_cannot_say(rencana, kode):
    assert tanya(kode, rencana.unit).saran is None


@pytest.mark.parametrize(("tanda", "tepat"), [(date(2025, 2, 6), True), (date(2025, 2, 7), False)])
def test_a_month_after_the_budget_document_is_the_limit(rencana, tanda, tepat):
    pk = buat_pk(rencana.unit, [(rencana.indikator, 100)], berlaku=False, tanggal_dpa=date(2025, 1, 6))
    activate_pk(pk=pk, ditandatangani_pada=tanda, by=None)
    assert tanya("pk-tepat-waktu", rencana.unit).saran is tepat


def test_without_the_date_of_the_budget_the_calendar_sets_the_limit(rencana):
    buat_jadwal(
        rencana.unit.instansi,
        tahun=2025,
        triwulan=None,
        jenis="penandatanganan_pk",
        buka=date(2025, 1, 2),
        tutup=date(2025, 1, 31),
    )
    pk = buat_pk(rencana.unit, [(rencana.indikator, 100)], berlaku=False)
    activate_pk(pk=pk, ditandatangani_pada=date(2025, 1, 31), by=None)
    assert tanya("pk-tepat-waktu", rencana.unit).saran is True


def test_without_any_limit_the_data_cannot_say(rencana):
    pk = buat_pk(rencana.unit, [(rencana.indikator, 100)], berlaku=False)
    activate_pk(pk=pk, ditandatangani_pada=date(2025, 1, 31), by=None)
    hasil = tanya("pk-tepat-waktu", rencana.unit)
    assert (hasil.saran, "tanggal DPA" in hasil.alasan) == (None, True)


def test_a_revision_does_not_make_the_first_signature_late(rencana):
    pk = buat_pk(rencana.unit, [(rencana.indikator, 100)], berlaku=False, tanggal_dpa=date(2025, 1, 6))
    activate_pk(pk=pk, ditandatangani_pada=date(2025, 1, 20), by=None)
    baru = revise_pk(pk=pk, pemicu="pergantian_pejabat", alasan="Pejabat baru", by=None)
    activate_pk(pk=baru, ditandatangani_pada=date(2025, 9, 1), by=None)
    assert tanya("pk-tepat-waktu", rencana.unit).saran is True


@pytest.mark.parametrize(
    ("awal", "bulan", "hasil"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2025, 3, 31), 1, date(2025, 4, 30)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one(awal, bulan, hasil):
    assert add_months(awal, bulan) == hasil


def test_main_indicators_belong_in_the_agreement(rencana):
    buat_pk(rencana.unit, [(rencana.indikator, 100)])
    assert tanya("pk-iku", rencana.unit).saran is True


def test_a_main_indicator_that_is_not_promised_is_named(rencana):
    buat_pk(rencana.unit, [(rencana.indikator_program, 50)])
    hasil = tanya("pk-iku", rencana.unit)
    assert (hasil.saran, hasil.catatan[0].keterangan) == (False, "belum ada: baris pada Perjanjian Kinerja")


@pytest.mark.parametrize(("target", "selaras"), [(100, True), (120, True), (90, False)])
def test_a_promise_holds_the_plan(rencana, target, selaras):
    buat_pk(rencana.unit, [(rencana.indikator, target)])
    assert tanya("pk-selaras", rencana.unit).saran is selaras


def test_a_lower_promise_is_better_where_less_is_better():
    rencana = buat_unit_berencana(polaritas="min")
    buat_pk(rencana.unit, [(rencana.indikator, 90)])
    assert tanya("pk-selaras", rencana.unit).saran is True


def test_a_promise_outside_of_the_plan_is_not_aligned(rencana):
    buat_pk(rencana.unit, [(buat_indikator(rencana.unit), 10)])
    hasil = tanya("pk-selaras", rencana.unit)
    assert "tidak ada pada tujuan dan sasaran" in hasil.catatan[0].keterangan


def test_agreements_reach_the_posts_below(rencana):
    buat_jabatan(rencana.unit, nama="Kepala Bidang Mutu", eselon="III.b")
    buat_pk(rencana.unit, [], tingkat="administrator", jabatan_teks="Kepala bidang mutu", berlaku=False)
    assert tanya("pk-jenjang", rencana.unit).saran is True


def test_a_post_without_agreement_is_named_when_others_have_one(rencana):
    buat_jabatan(rencana.unit, nama="Kepala Bidang Mutu", eselon="III.b")
    buat_jabatan(rencana.unit, nama="Sekretaris", eselon="III.a")
    buat_pk(rencana.unit, [], tingkat="administrator", jabatan_teks="Sekretaris", berlaku=False)
    hasil = tanya("pk-jenjang", rencana.unit)
    assert (hasil.saran, hasil.catatan[0].label) == (False, "Kepala Bidang Mutu")


def test_a_promise_beyond_the_plan_is_a_refinement(rencana):
    buat_pk(rencana.unit, [(rencana.indikator, 110)])
    assert tanya("rencana-disempurnakan", rencana.unit).saran is True


def test_a_revised_plan_is_a_refinement(rencana):
    buat_pk(rencana.unit, [(rencana.indikator, 100)])
    activate_dokumen(dokumen=revise_dokumen(dokumen=rencana.dokumen, nama="Perubahan", by=None), by=None)
    assert tanya("rencana-disempurnakan", rencana.unit).saran is True


def test_a_promise_equal_to_the_plan_refines_nothing(rencana):
    buat_pk(rencana.unit, [(rencana.indikator, 100)])
    assert tanya("rencana-disempurnakan", rencana.unit).saran is False


@pytest.mark.parametrize(("pemicu", "saran"), [("perubahan_strategi", True), ("pergantian_pejabat", None)])
def test_only_a_change_of_strategy_adjusts_it(rencana, pemicu, saran):
    pk = buat_pk(rencana.unit, [(rencana.indikator, 100)])
    activate_pk(pk=revise_pk(pk=pk, pemicu=pemicu, alasan="Sebabnya", by=None), by=None)
    assert tanya("strategi-disesuaikan", rencana.unit).saran is saran


def test_every_agency_of_the_government_signs(rencana):
    pk = buat_pk(rencana.unit, [(rencana.indikator, 100)], berlaku=False)
    activate_pk(pk=pk, ditandatangani_pada=date(2025, 1, 20), by=None)
    assert tanya("pk-seluruh-unit", rencana.unit).saran is True
    lain = buat_unit(rencana.unit.instansi, nama="Dinas Lain")
    hasil = tanya("pk-seluruh-unit", rencana.unit)
    assert (hasil.n, hasil.dari, hasil.catatan[0].label) == (1, 2, "Dinas Lain")
    assert lain.instansi == rencana.unit.instansi


def test_a_government_without_agencies_cannot_be_judged():
    assert tanya("pk-seluruh-unit", buat_unit(jenis="pemda"), profil="instansi").saran is None
