"""Probes of the budget."""

import pytest
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.perencanaan import buat_dokumen, buat_simpul
from tests.pabrik.probe import UnitBerencana, beri_pagu, buat_unit_berencana, tanya

from sakip.apps.perencanaan.services import activate_dokumen

pytestmark = pytest.mark.django_db


@pytest.fixture
def rencana():
    return buat_unit_berencana()


def detached() -> UnitBerencana:
    """A unit whose programme hangs under no sasaran."""
    unit = buat_unit()
    dokumen = buat_dokumen(unit)
    program = buat_simpul(dokumen, jenis="program", kode="1.02.02")
    kegiatan = buat_simpul(dokumen, jenis="kegiatan", induk=program, kode="1.02.02.2.01")
    activate_dokumen(dokumen=dokumen, by=None)
    satu = buat_indikator(unit)
    return UnitBerencana(unit, dokumen, program, program, kegiatan, satu, satu)


@pytest.mark.parametrize(
    "kode",
    ["anggaran-ada", "anggaran-mengacu", "aktivitas-mendukung", "anggaran-efisien", "laporan-efisiensi"],
)
def test_without_programmes_or_money_the_data_cannot_say(kode):
    assert tanya(kode, buat_unit()).saran is None


def test_programmes_want_a_budget(rencana):
    assert tanya("anggaran-ada", rencana.unit).saran is False
    beri_pagu(rencana, rencana.program)
    assert tanya("anggaran-ada", rencana.unit).saran is True


def test_money_follows_a_sasaran(rencana):
    beri_pagu(rencana, rencana.program)
    assert tanya("anggaran-mengacu", rencana.unit).saran is True


def test_money_for_a_programme_without_sasaran_is_named():
    rencana = detached()
    beri_pagu(rencana, rencana.program)
    hasil = tanya("anggaran-mengacu", rencana.unit)
    assert (hasil.saran, hasil.catatan[0].keterangan) == (
        False,
        "pagu Rp100; tidak menginduk ke sasaran; tanpa indikator",
    )


def test_activities_lead_to_a_sasaran(rencana):
    beri_pagu(rencana, rencana.kegiatan)
    assert tanya("aktivitas-mendukung", rencana.unit).saran is True


def test_activities_that_lead_nowhere_are_named():
    rencana = detached()
    beri_pagu(rencana, rencana.kegiatan)
    assert tanya("aktivitas-mendukung", rencana.unit).saran is False


@pytest.mark.parametrize(
    ("angka", "belanja", "saran"),
    [(50, 90, True), (40, 10, False), (50, 100, False), (60, 100, True), (60, 110, False)],
)
def test_saving_is_efficient_only_when_the_target_is_reached(rencana, angka, belanja, saran):
    beri_pagu(rencana, rencana.program, realisasi=belanja)
    buat_realisasi(rencana.indikator_program, angka)
    assert tanya("anggaran-efisien", rencana.unit).saran is saran


def test_a_programme_with_figures_can_be_reported(rencana):
    beri_pagu(rencana, rencana.program)
    hasil = tanya("laporan-efisiensi", rencana.unit)
    assert hasil.catatan[0].keterangan == "belum ada capaian indikator program dan realisasi anggaran"
    beri_pagu(rencana, rencana.program, realisasi=90)
    buat_realisasi(rencana.indikator_program, 50)
    assert tanya("laporan-efisiensi", rencana.unit).saran is True
