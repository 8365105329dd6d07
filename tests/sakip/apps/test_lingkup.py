"""The wall: what a person may see, for every reading that leaves the cycle's apps."""

import pytest
from tests.pabrik.accounts import buat_operator, buat_pengguna
from tests.pabrik.datakinerja import buat_bukti, buat_indikator
from tests.pabrik.organisasi import buat_instansi, buat_unit
from tests.pabrik.pengukuran import buat_anggaran, buat_realisasi
from tests.pabrik.perencanaan import buat_rencana
from tests.pabrik.perjanjian import buat_pk

from sakip.apps.datakinerja.selectors import bukti_visible_to, indikator_visible_to
from sakip.apps.pengukuran.selectors import (
    anggaran_visible_to,
    capaian_visible_to,
    realisasi_visible_to,
    unit_visible_to,
)
from sakip.apps.perencanaan.selectors import dokumen_visible_to, simpul_visible_to
from sakip.apps.perjanjian.selectors import pk_visible_to

pytestmark = pytest.mark.django_db
BACAAN = [
    anggaran_visible_to,
    bukti_visible_to,
    capaian_visible_to,
    dokumen_visible_to,
    indikator_visible_to,
    pk_visible_to,
    realisasi_visible_to,
    simpul_visible_to,
    unit_visible_to,
]


@pytest.fixture
def unit():
    """A unit with one row of everything."""
    unit = buat_unit(buat_instansi())
    indikator = buat_indikator(unit)
    buat_rencana(unit, [[(indikator, 100)]])
    buat_pk(unit, [(indikator, 100)])
    buat_realisasi(indikator, 90)
    buat_bukti(unit)
    buat_anggaran(unit, pagu=1000)
    return unit


@pytest.mark.parametrize("bacaan", BACAAN)
def test_an_observer_of_the_instansi_sees_it(unit, bacaan):
    assert bacaan(buat_pengguna("pengamat", instansi=unit.instansi)).count() == 1


@pytest.mark.parametrize("bacaan", BACAAN)
def test_another_instansi_does_not_exist(unit, bacaan):
    assert not bacaan(buat_pengguna("admin_instansi")).filter(instansi=unit.instansi).exists()


@pytest.mark.parametrize("bacaan", BACAAN)
def test_a_role_bound_to_another_unit_does_not_reach_it(unit, bacaan):
    asing = buat_pengguna("perencana_unit", unit=buat_unit(unit.instansi))
    hasil = bacaan(asing)
    assert unit not in hasil if bacaan is unit_visible_to else not hasil.exists()


@pytest.mark.parametrize("bacaan", BACAAN)
def test_the_operator_sees_no_tenants_data(unit, bacaan):
    assert not bacaan(buat_operator()).exists()


@pytest.mark.parametrize("bacaan", BACAAN)
def test_a_role_over_the_parent_reaches_the_unit_below(bacaan):
    induk = buat_unit()
    anak = buat_unit(induk=induk)
    indikator = buat_indikator(anak)
    buat_rencana(anak, [[(indikator, 100)]])
    buat_pk(anak, [(indikator, 100)])
    buat_realisasi(indikator, 90)
    buat_bukti(anak)
    buat_anggaran(anak, pagu=1000)
    assert bacaan(buat_pengguna("pengamat", unit=induk)).exists()
