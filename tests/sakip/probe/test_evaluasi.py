"""Probes of the internal evaluation: the sheet of 2025 asks about the evaluation of 2024."""

from datetime import date

import pytest
from django.utils import timezone
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, buat_tim, isi_lembar, jalankan
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.probe import buat_unit_berencana, tanya

from sakip.apps.evaluasi.models import JenisTindakLanjut, LembarKerja, Rekomendasi, TahapLembar, TindakLanjut
from sakip.apps.evaluasi.services import assign_tim
from sakip.platform.organisasi.services import succeed_unit

pytestmark = pytest.mark.django_db
KODE = [
    "evaluasi-seluruh-unit",
    "evaluasi-berjenjang",
    "evaluasi-kertas-kerja",
    "evaluasi-tim",
    "evaluasi-aplikasi",
    "rekomendasi-tuntas",
    "rencana-diperbaiki",
    "rekomendasi-dikerjakan",
    "nilai-naik",
    "kinerja-membaik",
]


@pytest.fixture
def unit():
    return buat_unit()


def dievaluasi(unit, *, tahun=2024, nilai="B", sampai=TahapLembar.FINAL) -> LembarKerja:
    """The unit's sheet of a year, brought to a stage by the system."""
    evaluasi = buat_evaluasi(unit.instansi, tahun=tahun)
    lembar = buat_lembar(evaluasi, unit)
    return jalankan(lembar, sampai, nilai)


def putuskan(lembar: LembarKerja, status: str) -> Rekomendasi:
    """The sheet's recommendation in a state, as APIP left it."""
    satu = Rekomendasi.objects.get(lembar=lembar)
    Rekomendasi.objects.filter(pk=satu.pk).update(status=status)
    return satu


@pytest.mark.parametrize("kode", KODE)
def test_without_an_evaluation_last_year_the_data_cannot_say(unit, kode):
    hasil = tanya(kode, unit)
    assert hasil.saran is None
    assert hasil.alasan.endswith(".")


@pytest.mark.parametrize("kode", KODE)
def test_the_evaluation_of_another_government_is_not_seen(unit, kode):
    dievaluasi(buat_unit())
    assert tanya(kode, unit).saran is None


def test_every_agency_has_a_signed_report(unit):
    dievaluasi(unit)
    assert tanya("evaluasi-seluruh-unit", unit).saran is True


def test_an_agency_that_was_left_out_is_named(unit):
    dievaluasi(unit)
    buat_unit(unit.instansi, nama="Dinas Terlewat")
    hasil = tanya("evaluasi-seluruh-unit", unit)
    assert (hasil.saran, hasil.catatan[0].label) == (False, "Dinas Terlewat")


def test_the_sheet_of_a_predecessor_speaks_for_the_unit(unit):
    dievaluasi(unit)
    penerus = buat_unit(unit.instansi, berlaku_mulai=date(2025, 1, 1))
    succeed_unit(dari=unit, ke=penerus, tanggal=date(2025, 1, 1), by=None)
    hasil = tanya("evaluasi-seluruh-unit", penerus)
    assert (hasil.n, hasil.dari) == (1, 1)


def test_a_sheet_that_passed_every_stage_was_evaluated_in_stages(unit):
    lembar = dievaluasi(unit, sampai=TahapLembar.PANEL)
    isi_lembar(lembar, "BB")
    jalankan(lembar, TahapLembar.FINAL)
    assert tanya("evaluasi-berjenjang", unit).saran is True


def test_a_sheet_that_is_still_with_the_unit_was_not(unit):
    lembar = buat_lembar(buat_evaluasi(unit.instansi, tahun=2024), unit)
    isi_lembar(lembar)
    hasil = tanya("evaluasi-berjenjang", unit)
    assert (hasil.n, hasil.dari, hasil.saran) == (1, 4, False)


def test_notes_and_evidence_make_a_working_paper(unit):
    dievaluasi(unit)
    hasil = tanya("evaluasi-kertas-kerja", unit)
    assert (hasil.n, hasil.dari, hasil.saran) == (12, 12, True)


def test_evidence_that_the_unit_named_counts(unit):
    lembar = dievaluasi(unit, sampai=TahapLembar.EVALUASI)
    isi_lembar(lembar, daftar_bukti="")
    assert tanya("evaluasi-kertas-kerja", unit).saran is True


def test_a_grade_without_note_and_evidence_is_named(unit):
    lembar = buat_lembar(buat_evaluasi(unit.instansi, tahun=2024), unit)
    LembarKerja.objects.filter(pk=lembar.pk).update(tahap=TahapLembar.EVALUASI)
    lembar.refresh_from_db()
    isi_lembar(lembar, daftar_bukti="", catatan="")
    hasil = tanya("evaluasi-kertas-kerja", unit)
    assert (hasil.saran, hasil.catatan[0].keterangan) == (False, "belum ada catatan dan daftar bukti")


@pytest.mark.parametrize(("peran", "saran"), [(None, True), (["ketua", "anggota"], False)])
def test_the_team_of_the_regulation(unit, peran, saran):
    evaluasi = buat_evaluasi(unit.instansi, tahun=2024)
    lembar = buat_lembar(evaluasi, unit)
    tim = buat_tim(evaluasi) if peran is None else buat_tim(evaluasi, peran)
    assign_tim(lembar=[lembar], tim=tim, by=None)
    assert tanya("evaluasi-tim", unit).saran is saran


def test_a_sheet_without_team_cannot_be_judged(unit):
    dievaluasi(unit)
    assert tanya("evaluasi-tim", unit).saran is None


def test_what_the_system_loaded_was_not_filled_in_here(unit):
    dievaluasi(unit)
    hasil = tanya("evaluasi-aplikasi", unit)
    assert (hasil.saran, "dimuat oleh sistem" in hasil.alasan) == (None, True)


@pytest.mark.parametrize(("kode", "tuntas"), [("rekomendasi-tuntas", True), ("rencana-diperbaiki", True)])
def test_a_recommendation_that_apip_closed_was_followed_up(unit, kode, tuntas):
    lembar = dievaluasi(unit)
    assert tanya(kode, unit).saran is False
    putuskan(lembar, "sesuai")
    assert tanya(kode, unit).saran is tuntas


def test_what_cannot_be_followed_up_is_not_counted(unit):
    putuskan(dievaluasi(unit), "tidak_dapat")
    assert tanya("rekomendasi-tuntas", unit).saran is None


def test_a_recommendation_that_was_acted_on(unit):
    satu = putuskan(dievaluasi(unit), "diajukan")
    assert tanya("rekomendasi-dikerjakan", unit).saran is False
    TindakLanjut.objects.create(
        instansi=unit.instansi,
        rekomendasi=satu,
        jenis=JenisTindakLanjut.PELAKSANAAN,
        uraian="Pedoman ditetapkan",
        pada=timezone.now(),
    )
    assert tanya("rekomendasi-dikerjakan", unit).saran is True


@pytest.mark.parametrize(("kini", "saran"), [("BB", True), ("B", False), ("CC", False)])
def test_the_score_rose_through_follow_up(unit, kini, saran):
    dievaluasi(unit, tahun=2023, nilai="B")
    putuskan(dievaluasi(unit, tahun=2024, nilai=kini), "sesuai")
    assert tanya("nilai-naik", unit).saran is saran


@pytest.mark.parametrize(("kini", "saran"), [(95, True), (80, False)])
def test_performance_improved_with_the_evaluation_s_help(kini, saran):
    rencana = buat_unit_berencana()
    putuskan(dievaluasi(rencana.unit), "sesuai")
    buat_realisasi(rencana.indikator, 90, tahun=2024)
    buat_realisasi(rencana.indikator, kini)
    assert tanya("kinerja-membaik", rencana.unit).saran is saran
