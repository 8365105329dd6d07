"""Probes of how figures come in and what is done with them."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_bukti
from tests.pabrik.organisasi import buat_jadwal
from tests.pabrik.pengukuran import buat_realisasi, langkah
from tests.pabrik.perencanaan import buat_renaksi
from tests.pabrik.perjanjian import buat_pk
from tests.pabrik.probe import buat_unit_berencana, tanya

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.services import add_data_dasar
from sakip.apps.pengukuran.services import (
    attach_bukti,
    save_realisasi,
    set_pedoman,
    transition_realisasi,
)

pytestmark = pytest.mark.django_db
TENGAH_TAHUN = date(2025, 5, 15)


@pytest.fixture
def rencana():
    return buat_unit_berencana()


@pytest.fixture
def triwulanan():
    return buat_unit_berencana(frekuensi="triwulanan")


@pytest.mark.parametrize(
    "kode",
    [
        "target-menantang",
        "target-di-jalur",
        "lebih-baik",
        "renaksi-dipantau",
        "pedoman-pengukuran",
        "pimpinan-memeriksa",
        "data-relevan",
        "bukti-ada",
        "bukti-semasa",
        "ukur-berkala",
        "ukur-tepat-waktu",
        "ukur-berjenjang",
        "isi-lewat-aplikasi",
        "ukur-lewat-aplikasi",
        "simpangan-dijelaskan",
        "aktivitas-disesuaikan",
        "laporan-perbaikan",
        "laporan-target-tahunan",
        "laporan-target-menengah",
        "laporan-tahun-lalu",
        "laporan-standar-nasional",
    ],
)
def test_before_anything_is_due_the_data_cannot_say(rencana, kode):
    hasil = tanya(kode, rencana.unit, pada=date(2025, 1, 2))
    assert hasil.saran is None
    assert hasil.alasan.endswith(".")


@pytest.mark.parametrize(("lalu", "saran"), [(90, True), (100, True), (110, False)])
def test_a_target_not_below_last_year_is_challenging(rencana, lalu, saran):
    buat_realisasi(rencana.indikator, lalu, tahun=2024)
    assert tanya("target-menantang", rencana.unit).saran is saran


def test_where_less_is_better_a_higher_target_is_no_challenge():
    rencana = buat_unit_berencana(polaritas="min")
    buat_realisasi(rencana.indikator, 90, tahun=2024)
    assert tanya("target-menantang", rencana.unit).saran is False


def test_the_baseline_stands_in_for_last_year(rencana):
    add_data_dasar(indikator=rencana.indikator, tahun=2021, nilai=Nilai.dari_angka(Decimal(95)), by=None)
    hasil = tanya("target-menantang", rencana.unit)
    assert hasil.catatan[0].keterangan == "target 100, kondisi awal 2021 95"


def test_the_promised_target_goes_before_the_planned_one(rencana):
    buat_realisasi(rencana.indikator, 110, tahun=2024)
    buat_pk(rencana.unit, [(rencana.indikator, 120)])
    assert tanya("target-menantang", rencana.unit).saran is True


@pytest.mark.parametrize(("angka", "saran"), [(95, True), (80, True), (60, False)])
def test_the_two_best_bands_are_on_track(rencana, angka, saran):
    buat_realisasi(rencana.indikator, angka)
    assert tanya("target-di-jalur", rencana.unit).saran is saran


def test_what_was_not_reported_is_not_on_track(rencana):
    hasil = tanya("target-di-jalur", rencana.unit)
    assert (hasil.n, hasil.dari, hasil.saran) == (0, 1, False)


def test_a_yearly_indicator_owes_nothing_in_the_middle_of_its_year(rencana):
    assert tanya("target-di-jalur", rencana.unit, pada=TENGAH_TAHUN).dari == 0
    assert tanya("data-relevan", rencana.unit, pada=TENGAH_TAHUN).saran is None


@pytest.mark.parametrize(("kini", "saran"), [(95, True), (85, False)])
def test_better_than_last_year(rencana, kini, saran):
    buat_realisasi(rencana.indikator, 90, tahun=2024)
    buat_realisasi(rencana.indikator, kini)
    assert tanya("lebih-baik", rencana.unit).saran is saran


def test_an_action_plan_that_is_followed_and_adjusted_is_alive(triwulanan):
    buat_renaksi(triwulanan.unit, triwulanan.indikator, {1: 25})
    buat_realisasi(triwulanan.indikator, 10, triwulan=1, tindak_lanjut="Jadwal dipadatkan")
    assert tanya("renaksi-dipantau", triwulanan.unit, pada=TENGAH_TAHUN).saran is True


def test_following_without_adjusting_leaves_it_open(triwulanan):
    buat_renaksi(triwulanan.unit, triwulanan.indikator, {1: 25})
    buat_realisasi(triwulanan.indikator, 30, triwulan=1)
    hasil = tanya("renaksi-dipantau", triwulanan.unit, pada=TENGAH_TAHUN)
    assert (hasil.saran, "tidak mencatat penyesuaiannya" in hasil.alasan) == (None, True)


def test_an_action_plan_that_nobody_follows_is_not_alive(triwulanan):
    buat_renaksi(triwulanan.unit, triwulanan.indikator, {1: 25})
    hasil = tanya("renaksi-dipantau", triwulanan.unit, pada=TENGAH_TAHUN)
    assert (hasil.saran, hasil.catatan[0].keterangan) == (False, "belum diisi: TW I")


def test_a_rule_of_measuring_with_its_basis(rencana):
    set_pedoman(
        instansi=rencana.unit.instansi,
        skala_id="permendagri-86-2017",
        sejak=date(2022, 1, 1),
        dasar="Peraturan wali kota",
        by=None,
    )
    hasil = tanya("pedoman-pengukuran", rencana.unit)
    assert (hasil.saran, hasil.catatan[0].label) == (True, "Peraturan wali kota")


def test_the_head_checks_with_an_account(rencana):
    kepala = buat_pengguna("pimpinan_unit", unit=rencana.unit)
    slot = langkah(buat_realisasi(rencana.indikator, 90), "ajukan")
    assert tanya("pimpinan-memeriksa", rencana.unit).saran is False
    transition_realisasi(realisasi=slot, langkah="verifikasi", by=kepala)
    assert tanya("pimpinan-memeriksa", rencana.unit).saran is True


def test_a_check_without_a_person_proves_no_head(rencana):
    langkah(buat_realisasi(rencana.indikator, 90), "ajukan", "verifikasi")
    hasil = tanya("pimpinan-memeriksa", rencana.unit)
    assert (hasil.saran, "tanpa pelaku" in hasil.alasan) == (None, True)


def test_measured_indicators_are_relevant(rencana):
    assert tanya("data-relevan", rencana.unit).saran is False
    buat_realisasi(rencana.indikator, 90)
    assert tanya("data-relevan", rencana.unit).saran is True


def test_every_figure_wants_its_evidence(rencana):
    slot = buat_realisasi(rencana.indikator, 90)
    assert tanya("bukti-ada", rencana.unit).saran is False
    attach_bukti(realisasi=slot, bukti=buat_bukti(rencana.unit), by=None)
    assert tanya("bukti-ada", rencana.unit).saran is True


@pytest.mark.parametrize(
    ("tanggal", "saran"),
    [
        (date(2025, 1, 1), True),
        (date(2026, 1, 31), True),
        (date(2026, 2, 1), False),
        (date(2024, 12, 31), False),
        (None, False),
    ],
)
def test_evidence_belongs_to_its_period(rencana, tanggal, saran):
    slot = buat_realisasi(rencana.indikator, 90)
    bukti = buat_bukti(rencana.unit, tanggal_bukti=tanggal)
    attach_bukti(realisasi=slot, bukti=bukti, by=None)
    assert tanya("bukti-semasa", rencana.unit).saran is saran


def test_every_quarter_that_is_due_is_measured(triwulanan):
    buat_realisasi(triwulanan.indikator, 20, triwulan=1)
    assert tanya("ukur-berkala", triwulanan.unit, pada=TENGAH_TAHUN).saran is True
    hasil = tanya("ukur-berkala", triwulanan.unit)
    assert (hasil.saran, hasil.catatan[0].keterangan) == (False, "belum diisi: TW II, III, IV")


def test_a_quarter_that_does_not_apply_is_not_due(triwulanan):
    save_realisasi(
        indikator=triwulanan.indikator,
        unit=triwulanan.unit,
        tahun=2025,
        triwulan=1,
        nilai=None,
        keadaan="tidak_berlaku",
        alasan="Tidak ada kejadian",
        by=None,
    )
    assert tanya("ukur-berkala", triwulanan.unit, pada=TENGAH_TAHUN).dari == 0


def test_the_yearly_figure_stands_for_the_last_quarter(rencana):
    buat_realisasi(rencana.indikator, 90)
    assert tanya("ukur-berkala", rencana.unit).saran is True


def fill_in(rencana, **isi):
    pengguna = buat_pengguna("perencana_unit", unit=rencana.unit)
    isi = {"tahun": 2025, "triwulan": None, "nilai": Nilai.dari_angka(Decimal(90)), **isi}
    return save_realisasi(indikator=rencana.indikator, unit=rencana.unit, by=pengguna, **isi)


@pytest.mark.parametrize(("geser", "saran"), [(0, True), (-1, False)])
def test_the_first_entry_against_the_calendar(rencana, geser, saran):
    hari_ini = timezone.localdate()
    fill_in(rencana)
    buat_jadwal(
        rencana.unit.instansi,
        tahun=2025,
        triwulan=4,
        buka=hari_ini - timedelta(days=9),
        tutup=hari_ini + timedelta(days=geser),
    )
    besok = hari_ini + timedelta(days=2)
    assert tanya("ukur-tepat-waktu", rencana.unit, pada=besok).saran is saran


def test_what_the_system_loaded_says_nothing_about_punctuality(rencana):
    buat_realisasi(rencana.indikator, 90)
    hasil = tanya("ukur-tepat-waktu", rencana.unit)
    assert (hasil.saran, "dimuat oleh sistem" in hasil.alasan) == (None, True)


def test_two_levels_of_checking(rencana):
    slot = langkah(buat_realisasi(rencana.indikator, 90), "ajukan", "verifikasi")
    assert tanya("ukur-berjenjang", rencana.unit).saran is False
    langkah(slot, "validasi")
    assert tanya("ukur-berjenjang", rencana.unit).saran is True


def test_a_figure_entered_by_an_account_is_entered_in_the_application(rencana):
    fill_in(rencana)
    assert tanya("isi-lewat-aplikasi", rencana.unit).saran is True


def test_a_figure_that_the_system_loaded_shows_no_collection(rencana):
    buat_realisasi(rencana.indikator, 90)
    assert tanya("isi-lewat-aplikasi", rencana.unit).saran is None


def test_without_figures_nothing_was_collected(rencana):
    assert tanya("isi-lewat-aplikasi", rencana.unit).saran is None


def test_an_achievement_carries_the_rule_that_computed_it(rencana):
    buat_realisasi(rencana.indikator, 90)
    hasil = tanya("ukur-lewat-aplikasi", rencana.unit)
    assert hasil.saran is True
    assert hasil.catatan[0].keterangan.startswith("aturan ")


@pytest.mark.parametrize(
    ("kode", "isi"),
    [
        ("simpangan-dijelaskan", {"sebab": "Pegawai berkurang"}),
        ("simpangan-dijelaskan", {"kendala": "Cuaca"}),
        ("aktivitas-disesuaikan", {"tindak_lanjut": "Jadwal dipadatkan"}),
        ("laporan-perbaikan", {"tindak_lanjut": "Jadwal dipadatkan"}),
    ],
)
def test_a_shortfall_wants_words(rencana, kode, isi):
    buat_realisasi(rencana.indikator, 80)
    assert tanya(kode, rencana.unit).saran is False
    buat_realisasi(rencana.indikator, 81, **isi)
    assert tanya(kode, rencana.unit).saran is True


@pytest.mark.parametrize("kode", ["simpangan-dijelaskan", "aktivitas-disesuaikan", "laporan-perbaikan"])
def test_without_a_shortfall_there_is_nothing_to_explain(rencana, kode):
    buat_realisasi(rencana.indikator, 100)
    assert tanya(kode, rencana.unit).saran is None


def test_a_report_can_compare_with_the_year_s_target(rencana):
    assert tanya("laporan-target-tahunan", rencana.unit).saran is False
    buat_realisasi(rencana.indikator, 90)
    hasil = tanya("laporan-target-tahunan", rencana.unit)
    assert (hasil.saran, "periksa bahwa laporan" in hasil.alasan) == (True, True)


def test_a_report_can_compare_with_the_end_of_the_plan(rencana):
    assert tanya("laporan-target-menengah", rencana.unit).saran is False
    buat_realisasi(rencana.indikator, 90)
    assert tanya("laporan-target-menengah", rencana.unit).catatan[0].keterangan == (
        "realisasi 90, target 2026 100"
    )


def test_a_report_can_compare_with_years_before(rencana):
    buat_realisasi(rencana.indikator, 90)
    assert tanya("laporan-tahun-lalu", rencana.unit).saran is False
    buat_realisasi(rencana.indikator, 85, tahun=2023)
    assert tanya("laporan-tahun-lalu", rencana.unit).saran is True


def test_only_a_standard_that_exists_is_compared():
    tanpa = buat_unit_berencana()
    assert tanya("laporan-standar-nasional", tanpa.unit).saran is None
    dengan = buat_unit_berencana(standar_nasional=Decimal(95))
    assert tanya("laporan-standar-nasional", dengan.unit).saran is False
    buat_realisasi(dengan.indikator, 90)
    assert tanya("laporan-standar-nasional", dengan.unit).saran is True


def test_the_day_of_an_entry_is_counted_in_local_time(rencana):
    """17:30 UTC on 10 January is already the 11th in the western time zone of Indonesia."""
    fill_in(rencana)
    slot = rencana.indikator.realisasi_set.get()
    slot.versi_set.update(pada=datetime.fromisoformat("2026-01-10T17:30:00+00:00"))
    buat_jadwal(rencana.unit.instansi, tahun=2025, triwulan=4, buka=date(2026, 1, 2), tutup=date(2026, 1, 10))
    assert tanya("ukur-tepat-waktu", rencana.unit).saran is False
