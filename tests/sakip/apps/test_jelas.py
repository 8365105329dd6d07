"""Which target counts, why a figure is what it is, and the money behind it."""

from decimal import Decimal

import pytest
from tests.pabrik.datakinerja import buat_bukti, buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_anggaran, buat_realisasi, langkah
from tests.pabrik.perencanaan import buat_dokumen, buat_renaksi, buat_rencana, buat_simpul, buat_target
from tests.pabrik.perjanjian import buat_pk

from sakip.apps.pengukuran import galat, services
from sakip.apps.pengukuran.selectors import anggaran_unit, jelaskan, jelaskan_periode, total_anggaran
from sakip.apps.pengukuran.targets import target_for
from sakip.apps.perencanaan import services as perencanaan

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return buat_unit()


@pytest.fixture
def indikator(unit):
    return buat_indikator(unit, polaritas="min")


def _target(unit, indikator, triwulan=None):
    hasil = target_for([indikator.pk], unit, 2025, triwulan)
    return hasil[indikator.pk].nilai.angka if indikator.pk in hasil else None


def test_the_annual_plan_is_closer_than_the_five_year_plan(unit, indikator):
    buat_rencana(unit, [[(indikator, 10)]])
    buat_rencana(unit, [[(indikator, 20)]], jenis="renja", tahun_mulai=2025, tahun_selesai=2025)
    assert _target(unit, indikator) == 20


def test_the_plan_of_the_government_stands_behind_that_of_the_unit(unit, indikator):
    pemda = buat_unit(unit.instansi, jenis="pemda")
    buat_rencana(pemda, [[(indikator, 30)]], jenis="rpjmd")
    assert _target(unit, indikator) == 30
    buat_rencana(unit, [[(indikator, 10)]])
    assert _target(unit, indikator) == 10


def test_the_plan_of_another_unit_does_not_count(unit, indikator):
    buat_rencana(buat_unit(unit.instansi), [[(indikator, 30)]])
    assert _target(unit, indikator) is None


def test_a_draft_plan_does_not_count(unit, indikator):
    dokumen = buat_dokumen(unit)
    buat_target(dokumen, indikator, 10)
    assert _target(unit, indikator) is None


def test_a_quarter_has_the_target_of_the_action_plan_or_none(unit, indikator):
    buat_rencana(unit, [[(indikator, 10)]])
    buat_renaksi(unit, indikator, {2: 4})
    assert [_target(unit, indikator, triwulan) for triwulan in (1, 2, 4)] == [None, 4, 10]


def test_the_agreement_of_a_post_below_the_head_does_not_count(unit, indikator):
    buat_pk(unit, [(indikator, 10)], tingkat="pengawas", jabatan_teks="Kepala Seksi")
    assert _target(unit, indikator) is None


def test_the_target_names_its_document(unit, indikator):
    buat_rencana(unit, [[(indikator, 10)]])
    pk = buat_pk(unit, [(indikator, 8)])
    target = target_for([indikator.pk], unit, 2025)[indikator.pk]
    assert (target.pk_uid, target.nama_dokumen, target.sumber) == (pk.uid, "Perjanjian Kinerja 2025", "pk")


def test_an_explanation_holds_everything_behind_the_figure(unit, indikator):
    buat_rencana(unit, [[(indikator, "5.8")]])
    buat_realisasi(indikator, 5)
    realisasi = buat_realisasi(indikator, "4.01", sumber="Profil kesehatan")
    services.attach_bukti(realisasi=realisasi, bukti=buat_bukti(unit), by=None)
    hasil = jelaskan(realisasi=langkah(realisasi, "ajukan"))
    assert hasil.hasil.cetak == Decimal("130.86")
    assert ([versi.versi_ke for versi in hasil.versi], hasil.terakhir.sumber) == ([2, 1], "Profil kesehatan")
    assert ([satu.langkah for satu in hasil.langkah], len(hasil.bukti)) == (["ajukan"], 1)
    assert hasil.tersimpan == hasil.hasil.terbatas.quantize(Decimal("1E-10"))


def test_the_other_minimise_formula_is_named(unit, indikator):
    buat_rencana(unit, [[(indikator, "5.8")]])
    assert "rumus B hasilnya 144,64%" in jelaskan(realisasi=buat_realisasi(indikator, "4.01")).rumus_lain


def test_a_year_made_of_quarters_explains_itself(unit):
    indikator = buat_indikator(unit, agregasi_waktu="jumlah")
    buat_rencana(unit, [[(indikator, 10)]])
    buat_realisasi(indikator, 3, triwulan=1)
    buat_realisasi(indikator, 4, triwulan=3)
    hasil = jelaskan_periode(indikator=indikator, unit=unit, tahun=2025, triwulan=None)
    assert (hasil.waktu.langkah[1], hasil.hasil.terbatas, hasil.realisasi) == ("3 + 4 = 7", 70, None)


@pytest.mark.parametrize("versi", [1, 6])
def test_explaining_takes_a_fixed_number_of_queries(unit, indikator, versi, django_assert_max_num_queries):
    buat_rencana(unit, [[(indikator, 10)]])
    for angka in range(versi):
        realisasi = buat_realisasi(indikator, angka)
    with django_assert_max_num_queries(11):
        jelaskan(realisasi=realisasi)


@pytest.fixture
def program(unit):
    dokumen = buat_dokumen(unit, jenis="renja", tahun_mulai=2025, tahun_selesai=2025)
    program = buat_simpul(dokumen, jenis="program")
    perencanaan.activate_dokumen(dokumen=dokumen, by=None)
    return program


def test_spending_of_quarters_adds_up_and_the_missing_ones_are_named(unit, program):
    buat_anggaran(unit, simpul=program, pagu=Decimal(1000))
    buat_anggaran(unit, simpul=program, triwulan=1, realisasi=Decimal(100))
    buat_anggaran(unit, simpul=program, triwulan=3, realisasi=Decimal(150))
    baris = anggaran_unit(unit=unit, tahun=2025)[0]
    assert (baris.realisasi, baris.serapan, baris.triwulan_kosong) == (250, 25, (2, 4))


def test_running_totals_are_not_added(unit, program):
    buat_anggaran(unit, simpul=program, pagu=Decimal(1000))
    for triwulan, angka in ((1, 100), (2, 300)):
        buat_anggaran(unit, simpul=program, triwulan=triwulan, realisasi=Decimal(angka), kumulatif=True)
    assert anggaran_unit(unit=unit, tahun=2025)[0].realisasi == 300


def test_the_changed_ceiling_is_the_one_that_counts(unit, program):
    buat_anggaran(
        unit, simpul=program, pagu=Decimal(1000), pagu_perubahan=Decimal(500), realisasi=Decimal(250)
    )
    assert anggaran_unit(unit=unit, tahun=2025)[0].serapan == 50


def test_no_budget_reported_is_no_absorption(unit, program):
    buat_anggaran(unit, simpul=program, realisasi=Decimal(250))
    baris = anggaran_unit(unit=unit, tahun=2025)[0]
    assert (baris.pagu, baris.serapan) == (None, None)


def test_the_total_is_that_of_the_unit_where_it_was_given(unit, program):
    buat_anggaran(unit, simpul=program, pagu=Decimal(1000), realisasi=Decimal(250))
    assert total_anggaran(anggaran_unit(unit=unit, tahun=2025)).serapan == 25
    buat_anggaran(unit, pagu=Decimal(2000), realisasi=Decimal(1000))
    assert total_anggaran(anggaran_unit(unit=unit, tahun=2025)).serapan == 50


def test_a_negative_ceiling_is_refused(unit):
    with pytest.raises(galat.AnggaranNegatif):
        buat_anggaran(unit, pagu=Decimal(-1))
