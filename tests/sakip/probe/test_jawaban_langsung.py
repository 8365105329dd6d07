"""A whole sheet answered from live data: bounded, complete, and within its own government."""

from datetime import date

import pytest
from django.urls import NoReverseMatch, reverse
from tests.pabrik.datakinerja import buat_bukti
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, jalankan
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.perencanaan import buat_renaksi
from tests.pabrik.perjanjian import buat_pk
from tests.pabrik.probe import SESUDAH_TAHUN, beri_pagu, buat_unit_berencana

from sakip.apps.evaluasi.models import TahapLembar
from sakip.apps.evaluasi.selectors.jawaban_langsung import ask, jawaban_langsung
from sakip.apps.pengukuran.services import attach_bukti
from sakip.platform.probe.daftar import probes
from sakip.web.templatetags.probe import alamat_catatan

pytestmark = pytest.mark.django_db
BATAS_KUERI = 25


@pytest.fixture
def lembar():
    """The 2025 sheet of a unit with a plan, an agreement, figures, money, evidence and last year's evaluation."""
    rencana = buat_unit_berencana()
    buat_pk(rencana.unit, [(rencana.indikator, 100)])
    buat_renaksi(rencana.unit, rencana.indikator, {1: 25})
    slot = buat_realisasi(rencana.indikator, 90)
    attach_bukti(realisasi=slot, bukti=buat_bukti(rencana.unit), by=None)
    beri_pagu(rencana, rencana.program, realisasi=90)
    for tahun in (2023, 2024):
        lama = buat_lembar(buat_evaluasi(rencana.unit.instansi, tahun=tahun), rencana.unit)
        jalankan(lama, TahapLembar.FINAL)
    return buat_lembar(buat_evaluasi(rencana.unit.instansi), rencana.unit)


def test_a_whole_sheet_takes_a_bounded_number_of_queries(lembar, django_assert_max_num_queries):
    lembar = type(lembar).objects.select_related("evaluasi", "instrumen", "unit__instansi").get(pk=lembar.pk)
    with django_assert_max_num_queries(BATAS_KUERI):
        jawaban_langsung(lembar, pada=SESUDAH_TAHUN)


def test_the_government_s_own_sheet_stays_within_the_bound_too(lembar, django_assert_max_num_queries):
    pemda = buat_unit(lembar.unit.instansi, jenis="pemda")
    with django_assert_max_num_queries(BATAS_KUERI):
        ask(
            instrumen_id="akip-88-2021-instansi",
            unit=pemda,
            tahun=2025,
            profil="instansi",
            pada=SESUDAH_TAHUN,
        )


def test_the_number_of_queries_does_not_grow_with_the_data(lembar, django_assert_max_num_queries):
    for _ in range(3):
        rencana = buat_unit_berencana(lembar.unit)
        buat_realisasi(rencana.indikator, 80)
    lembar = type(lembar).objects.select_related("evaluasi", "instrumen", "unit__instansi").get(pk=lembar.pk)
    with django_assert_max_num_queries(BATAS_KUERI):
        jawaban_langsung(lembar, pada=SESUDAH_TAHUN)


def test_every_answer_names_its_probe_and_its_reason(lembar):
    hasil = [satu for daftar in jawaban_langsung(lembar).values() for satu in daftar]
    assert {satu.kode for satu in hasil} <= {satu.kode for satu in probes()}
    assert all(satu.alasan and satu.cara for satu in hasil)


def test_the_answers_come_in_the_order_of_the_sheet(lembar):
    kode = list(jawaban_langsung(lembar))
    assert kode.index("1.b.9") < kode.index("1.b.10") < kode.index("1.c.1")


def test_one_sub_component_can_be_asked_by_itself(lembar):
    assert set(jawaban_langsung(lembar, kode_sub="2.a")) == {"2.a.1", "2.a.2", "2.a.3"}


def test_more_than_fifteen_criteria_are_answered(lembar):
    jawaban = jawaban_langsung(lembar, pada=SESUDAH_TAHUN)
    terlihat = [k for k, daftar in jawaban.items() if any(satu.saran is not None for satu in daftar)]
    assert len(terlihat) >= 30


def test_every_record_leads_to_a_page_of_this_site(lembar):
    catatan = [
        satu
        for daftar in jawaban_langsung(lembar, pada=SESUDAH_TAHUN).values()
        for hasil in daftar
        for satu in hasil.catatan
        if satu.alamat is not None
    ]
    assert catatan
    for satu in catatan:
        nama, argumen, _kueri = satu.alamat
        try:
            reverse(nama, kwargs=argumen)
        except NoReverseMatch:
            pytest.fail(f"{nama} {argumen}")
        assert alamat_catatan(satu).startswith("/")


def test_a_record_without_page_has_no_address(lembar):
    dari_rencana = ask(instrumen_id="akip-88-2021-unit", unit=buat_unit(), tahun=2025)
    tanpa = [satu for satu in dari_rencana["1.a.3"][0].catatan if satu.alamat is None]
    assert [alamat_catatan(satu) for satu in tanpa] == [""]


def test_records_stay_within_the_unit_and_its_government(lembar):
    asing = buat_unit_berencana()
    buat_realisasi(asing.indikator, 50)
    beri_pagu(asing, asing.program)
    milik = {str(asing.indikator.uid), str(asing.dokumen.uid), str(asing.unit.uid)}
    dilihat = {
        nilai
        for daftar in jawaban_langsung(lembar, pada=SESUDAH_TAHUN).values()
        for hasil in daftar
        for satu in hasil.catatan
        if satu.alamat is not None
        for nilai in satu.alamat[1].values()
    }
    assert not milik & dilihat


def test_a_government_is_asked_with_its_own_form():
    pemda = buat_unit(jenis="pemda")
    jawaban = ask(instrumen_id="akip-88-2021-instansi", unit=pemda, tahun=2025, profil="instansi")
    assert "1.a.7" in jawaban
    assert "RPJMD" in jawaban["1.a.3"][0].alasan


def test_a_year_that_has_not_begun_to_be_due_is_left_open(lembar):
    jawaban = ask(instrumen_id="akip-88-2021-unit", unit=lembar.unit, tahun=2026, pada=date(2026, 1, 2))
    assert jawaban["2.b.4"][0].saran is None
