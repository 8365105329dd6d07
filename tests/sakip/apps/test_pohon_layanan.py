"""Steps, copies, crosscutting and support of performance trees."""

from datetime import date

import pytest
from tests.pabrik.organisasi import buat_unit

from sakip.apps.perencanaan import galat_pohon as galat
from sakip.apps.perencanaan.galat import LangkahPohonBelumLima
from sakip.apps.perencanaan.models import PohonSimpul
from sakip.apps.perencanaan.selectors.pohon_langkah import kurang_langkah
from sakip.apps.perencanaan.services import (
    IsiPohonSimpul,
    accept_crosscutting,
    add_dukungan,
    add_pohon_simpul,
    advance_langkah,
    copy_pohon,
    create_pohon,
    propose_crosscutting,
    retire_pohon_simpul,
    return_langkah,
    update_pohon_simpul,
    withdraw_crosscutting,
)
from sakip.platform.organisasi.services import end_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return buat_unit()


@pytest.fixture
def pohon(unit):
    return create_pohon(unit=unit, nama="utama", tahun=2025, by=None)


def tambah(pohon, kata, induk=None, jenis="hasil", **isi):
    return add_pohon_simpul(pohon=pohon, isi=IsiPohonSimpul(jenis, kata, induk=induk, **isi), by=None).simpul


def test_a_tree_without_an_outcome_does_not_go_on(pohon):
    with pytest.raises(galat.LangkahTerhalang):
        advance_langkah(pohon=pohon, by=None)


def test_what_is_only_missing_does_not_stop_the_tree(pohon):
    tambah(pohon, "Warga sehat")
    assert advance_langkah(pohon=pohon, by=None).langkah == 2
    assert [k.bidang for k in kurang_langkah(pohon, 2)] == ["anak"]


def test_conditions_take_the_step_of_their_tree(pohon):
    simpul = tambah(pohon, "Warga sehat")
    advance_langkah(pohon=pohon, by=None)
    simpul.refresh_from_db()
    assert simpul.langkah == 2


def test_a_post_is_not_linked_before_the_fifth_step(pohon, unit):
    from tests.pabrik.organisasi import buat_jabatan

    with pytest.raises(LangkahPohonBelumLima):
        tambah(pohon, "Warga sehat", pemilik_jabatan=buat_jabatan(unit))


def test_the_fifth_step_is_not_left_while_something_is_linked(pohon, unit):
    from tests.pabrik.organisasi import buat_jabatan

    simpul = tambah(pohon, "Warga sehat")
    for _ in range(4):
        advance_langkah(pohon=pohon, by=None)
    update_pohon_simpul(simpul=simpul, ubahan={"pemilik_jabatan": buat_jabatan(unit)}, by=None, versi=1)
    with pytest.raises(galat.MundurBertautan, match="Warga sehat"):
        return_langkah(pohon=pohon, by=None)


def test_codes_follow_the_parent(pohon):
    akar = tambah(pohon, "Warga sehat")
    assert [tambah(pohon, "a", akar).kode, tambah(pohon, "b", akar).kode] == ["1.1", "1.2"]


def test_a_copy_keeps_the_lineage_and_leaves_retired_ones_behind(pohon):
    akar = tambah(pohon, "Warga sehat")
    lama = tambah(pohon, "Lama", akar)
    bawah = tambah(pohon, "Gizi", lama)
    retire_pohon_simpul(simpul=lama, pensiun=True, by=None, versi=1)
    baru = copy_pohon(pohon=pohon, tahun=2026, by=None)
    salinan = PohonSimpul.objects.get(pohon=baru, asal=bawah.asal)
    assert (salinan.induk.asal, baru.simpul_set.count()) == (akar.asal, 2)


def test_a_second_tree_of_the_same_name_and_year_is_refused(pohon, unit):
    with pytest.raises(galat.PohonSudahAda):
        create_pohon(unit=unit, nama="utama", tahun=2025, by=None)


def test_a_condition_supports_no_ancestor_twice(pohon):
    akar = tambah(pohon, "Warga sehat")
    anak = tambah(pohon, "Gizi", akar)
    for sasaran in (akar, anak):
        with pytest.raises(galat.DukunganTidakSah):
            add_dukungan(simpul=anak, mendukung=sasaran, by=None)


def test_a_unit_that_ended_is_asked_nothing(pohon, unit):
    lain = buat_unit(unit.instansi)
    end_unit(unit=lain, tanggal=date(2025, 6, 1), by=None)
    with pytest.raises(galat.UnitTidakBerlaku):
        propose_crosscutting(simpul=tambah(pohon, "A"), unit_tujuan=lain, kebutuhan="Data", by=None)


def test_a_unit_does_not_ask_itself(pohon, unit):
    with pytest.raises(galat.UnitSendiri):
        propose_crosscutting(simpul=tambah(pohon, "A"), unit_tujuan=unit, kebutuhan="Data", by=None)


def test_one_need_is_put_to_a_unit_once(pohon, unit):
    isi = {"simpul": tambah(pohon, "A"), "unit_tujuan": buat_unit(unit.instansi), "kebutuhan": "Data"}
    propose_crosscutting(**isi, by=None)
    with pytest.raises(galat.SudahDiusulkan):
        propose_crosscutting(**isi, by=None)


def test_a_withdrawn_need_is_not_accepted(pohon, unit):
    usulan = propose_crosscutting(
        simpul=tambah(pohon, "A"), unit_tujuan=buat_unit(unit.instansi), kebutuhan="Data", by=None
    )
    withdraw_crosscutting(usulan=usulan, by=None)
    with pytest.raises(galat.UsulanSudahDiputus):
        accept_crosscutting(usulan=usulan, by=None)
