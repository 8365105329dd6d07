"""The overview of an instansi, and the life of an indicator through units that change."""

from datetime import date
from decimal import Decimal

import pytest
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_instansi, buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.perencanaan import buat_rencana, buat_target

from kinerja.nilai import Nilai
from sakip.apps.pengukuran import services
from sakip.apps.pengukuran.selectors import (
    kinerja_unit,
    periode_terisi,
    rekap_instansi,
    riwayat_indikator,
)
from sakip.platform.organisasi import services as organisasi
from sakip.platform.turunan import announce

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi():
    return buat_instansi()


def _terukur(instansi, angka, **isi):
    unit = buat_unit(instansi, **isi)
    indikator = buat_indikator(unit)
    buat_rencana(unit, [[(indikator, 100)]])
    if angka is not None:
        buat_realisasi(indikator, angka)
    return unit


def test_units_stand_beside_each_other_with_their_mean(instansi):
    for angka in (60, 90, None):
        _terukur(instansi, angka)
    rekap = rekap_instansi(instansi=instansi, tahun=2025)
    assert [satu.rata for satu in rekap.units] == [60, 90, None]
    assert (rekap.rata.nilai, rekap.n_terukur, rekap.n_wajib) == (75, 2, 3)
    assert "2 dari 3 indikator" in str(rekap.rata)


def test_the_government_itself_is_not_one_of_its_units(instansi):
    _terukur(instansi, 60)
    pemda = _terukur(instansi, 100, jenis="pemda")
    rekap = rekap_instansi(instansi=instansi, tahun=2025)
    assert (rekap.rata.nilai, rekap.pemda.unit, rekap.pemda.rata) == (60, pemda, 100)


def test_the_distribution_counts_every_indicator(instansi):
    _terukur(instansi, 95)
    _terukur(instansi, 10)
    _terukur(instansi, None)
    sebaran = rekap_instansi(instansi=instansi, tahun=2025).sebaran
    assert (sebaran["ST"], sebaran["SR"], sebaran["belum"]) == (1, 1, 1)


def test_another_instansi_is_not_in_the_overview(instansi):
    _terukur(buat_instansi(), 95)
    assert rekap_instansi(instansi=instansi, tahun=2025).units == ()


def test_only_the_chosen_units_are_shown(instansi):
    satu, _ = _terukur(instansi, 60), _terukur(instansi, 90)
    rekap = rekap_instansi(instansi=instansi, tahun=2025, unit_ids=[satu.pk])
    assert [baris.unit for baris in rekap.units] == [satu]


def test_a_unit_without_plan_is_listed_unmeasured(instansi):
    buat_unit(instansi)
    baris = rekap_instansi(instansi=instansi, tahun=2025).units[0]
    assert (baris.rata, baris.n_wajib, sum(baris.sebaran.values())) == (None, 0, 0)


def test_four_queries_whatever_the_data(instansi, django_assert_max_num_queries):
    for angka in (60, 90):
        _terukur(instansi, angka)
    with django_assert_max_num_queries(4):
        rekap_instansi(instansi=instansi, tahun=2025)


def test_the_periods_with_figures_are_known(instansi):
    unit = _terukur(instansi, None)
    buat_realisasi(unit.indikator_versi.get().indikator, 50, triwulan=4)
    assert periode_terisi(instansi=instansi)[2025] == frozenset({4, None})
    assert periode_terisi(instansi=instansi, unit=unit)[2024] == frozenset()


@pytest.fixture
def penerus(instansi):
    """A unit measured until a merge in July 2025, when another one takes its indicator over."""
    lama, baru = (
        buat_unit(instansi, kode="DISDAG", nama="Dinas Perdagangan"),
        buat_unit(instansi, kode="DKUPP"),
    )
    indikator = buat_indikator(lama, agregasi_waktu="jumlah")
    rencana = buat_rencana(lama, [[(indikator, 100)]])
    buat_target(rencana, indikator, 100, tahun=2024, koreksi="Target 2024 menyusul")
    services.save_realisasi(
        indikator=indikator,
        unit=lama,
        tahun=2024,
        triwulan=None,
        nilai=Nilai.dari_angka(Decimal(70)),
        by=None,
    )
    buat_realisasi(indikator, 40, triwulan=1, unit=lama)
    organisasi.merge_units(dari=[lama], ke=baru, tanggal=date(2025, 7, 1), by=None)
    announce(instansi_id=instansi.pk, unit_ids=[lama.pk, baru.pk])
    buat_realisasi(indikator, 30, triwulan=3, unit=baru)
    return indikator, lama, baru


def test_a_year_goes_on_through_a_merge(penerus):
    _, _, baru = penerus
    baris = kinerja_unit(unit=baru, tahun=2025).semua_baris[0]
    assert (baris.realisasi.angka, baris.capaian) == (70, 70)
    assert baris.tren == ((2024, 70),)


def test_the_overview_counts_a_merged_unit_once(penerus, instansi):
    rekap = rekap_instansi(instansi=instansi, tahun=2025)
    assert [satu.unit.kode for satu in rekap.units] == ["DKUPP"]
    assert dict(rekap.units[0].tren)[2024] == 70


def test_the_history_names_the_unit_of_each_time(penerus):
    indikator, *_ = penerus
    riwayat = [
        (baris.tahun, baris.triwulan, baris.unit.kode) for baris in riwayat_indikator(indikator=indikator)
    ]
    assert riwayat == [
        (2024, None, "DISDAG"), (2025, 1, "DISDAG"), (2025, 3, "DKUPP"), (2025, None, "DKUPP"),
    ]  # fmt: skip


def test_stored_and_computed_are_equal_after_a_merge(penerus, instansi):
    assert services.recompute_capaian(instansi=instansi, by=None).beda == ()


def test_a_late_figure_of_the_predecessor_moves_the_successor(penerus):
    indikator, lama, baru = penerus
    buat_realisasi(indikator, 50, triwulan=1, unit=lama)
    assert kinerja_unit(unit=baru, tahun=2025).semua_baris[0].realisasi.angka == 80
    assert services.recompute_capaian(instansi=baru.instansi, by=None).beda == ()


def test_two_predecessors_with_the_same_indicator_are_not_added(instansi):
    a, b, baru = (buat_unit(instansi) for _ in range(3))
    indikator = buat_indikator(a)
    for unit in (a, b):
        buat_rencana(unit, [[(indikator, 100)]])
        buat_realisasi(indikator, 40, triwulan=1, unit=unit)
    organisasi.merge_units(dari=[a, b], ke=baru, tanggal=date(2025, 7, 1), by=None)
    assert kinerja_unit(unit=baru, tahun=2025).semua_baris[0].realisasi is None


def test_a_renamed_unit_is_shown_by_its_name_of_the_time(instansi):
    unit = _terukur(instansi, 60, nama="Dinas Lama")
    organisasi.rename_unit(unit=unit, nama="Dinas Baru", sejak=date(2026, 1, 1), by=None)
    assert kinerja_unit(unit=unit, tahun=2025).versi_unit.nama == "Dinas Lama"
    assert kinerja_unit(unit=unit, tahun=2026).versi_unit.nama == "Dinas Baru"
    assert rekap_instansi(instansi=instansi, tahun=2025).units[0].versi.nama == "Dinas Lama"


def test_an_ended_unit_stays_reachable(instansi):
    unit = _terukur(instansi, 60)
    organisasi.end_unit(unit=unit, tanggal=date(2026, 1, 1), by=None)
    assert kinerja_unit(unit=unit, tahun=2025).rata.nilai == 60
    assert [satu.unit for satu in rekap_instansi(instansi=instansi, tahun=2025).units] == [unit]
    assert rekap_instansi(instansi=instansi, tahun=2026).units == ()


def test_a_reworded_indicator_is_shown_as_it_was(instansi):
    from sakip.apps.datakinerja.services import update_indikator

    unit = buat_unit(instansi)
    indikator = buat_indikator(unit, nama="Angka lama")
    buat_rencana(unit, [[(indikator, 100)]])
    update_indikator(indikator=indikator, sejak=date(2026, 1, 1), nama="Angka baru", by=None)
    assert kinerja_unit(unit=unit, tahun=2025).semua_baris[0].versi.nama == "Angka lama"
    assert kinerja_unit(unit=unit, tahun=2026).semua_baris[0].versi.nama == "Angka baru"
