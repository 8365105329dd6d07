"""Accepting a finding with a reason: who may, how long it holds, and that it can be taken back."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from sakip.platform.audit.models import Catatan
from sakip.platform.temuan.galat import AlasanKosong, SudahDiakui, SudahDicabut
from sakip.platform.temuan.model import ObjekTemuan, TemuanTerpasang, build_kunci
from sakip.platform.temuan.models import PengakuanTemuan
from sakip.platform.temuan.selectors import attach_pengakuan
from sakip.platform.temuan.services import acknowledge_temuan, revoke_pengakuan
from sakip.platform.wewenang import TidakBerwenang
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.organisasi import buat_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return buat_unit()


def temuan_di(unit, **isi):
    bawaan = {
        "kode": "POH001",
        "tingkat": "peringatan",
        "judul": "Pernyataan berbunyi kegiatan",
        "pesan": 'Menyebut "melaksanakan".',
        "objek": ObjekTemuan("dokumen", "u-1", "Renstra"),
        "unit_id": unit.pk,
        "kunci": build_kunci("POH001", "u-1", "pernyataan"),
        "isi": ("Melaksanakan rapat",),
    }
    return TemuanTerpasang(**{**bawaan, **isi})


def akui(unit, temuan=None, alasan="Nomenklatur dari pusat", by=None):
    return acknowledge_temuan(temuan=temuan or temuan_di(unit), unit=unit, alasan=alasan, by=by)


def test_an_accepted_finding_is_no_longer_open(unit):
    akui(unit)
    (hasil,) = attach_pengakuan(unit.instansi, [temuan_di(unit)])
    assert not hasil.terbuka
    assert hasil.pengakuan.alasan == "Nomenklatur dari pusat"


def test_it_comes_back_when_what_it_speaks_of_changes(unit):
    akui(unit)
    (hasil,) = attach_pengakuan(unit.instansi, [temuan_di(unit, isi=("Melaksanakan apel",))])
    assert hasil.terbuka
    assert hasil.pengakuan_usang is not None


def test_it_comes_back_when_the_values_in_its_message_change(unit):
    akui(unit)
    (hasil,) = attach_pengakuan(unit.instansi, [temuan_di(unit, pesan="Menyebut angka lain.")])
    assert hasil.terbuka


def test_accepting_the_changed_finding_replaces_the_former_acceptance(unit):
    akui(unit)
    akui(unit, temuan_di(unit, isi=("Melaksanakan apel",)))
    assert PengakuanTemuan.objects.filter(dicabut_pada__isnull=True).count() == 1
    assert PengakuanTemuan.objects.count() == 2


@pytest.mark.parametrize("alasan", ["", "   "])
def test_a_reason_is_required(unit, alasan):
    with pytest.raises(AlasanKosong):
        akui(unit, alasan=alasan)


def test_the_same_finding_is_not_accepted_twice(unit):
    akui(unit)
    with pytest.raises(SudahDiakui):
        akui(unit)


def test_the_database_keeps_one_open_acceptance_per_finding(unit):
    pengakuan = akui(unit)
    pengakuan.pk, pengakuan.uid = None, "7a9a1a52-33e2-4a7e-9c6d-3f8b64a0b001"
    with pytest.raises(IntegrityError), transaction.atomic():
        pengakuan.save(force_insert=True)


def test_a_revoked_acceptance_opens_the_finding(unit):
    revoke_pengakuan(pengakuan=akui(unit), by=None)
    (hasil,) = attach_pengakuan(unit.instansi, [temuan_di(unit)])
    assert hasil.terbuka


def test_an_acceptance_is_revoked_once(unit):
    pengakuan = revoke_pengakuan(pengakuan=akui(unit), by=None)
    with pytest.raises(SudahDicabut):
        revoke_pengakuan(pengakuan=pengakuan, by=None)


@pytest.mark.parametrize("peran", ["pimpinan_unit", "pengamat", "apip", "pimpinan_instansi"])
def test_who_does_not_plan_does_not_accept(unit, peran):
    terikat = {"unit": unit} if peran == "pimpinan_unit" else {"instansi": unit.instansi}
    with pytest.raises(TidakBerwenang):
        akui(unit, by=buat_pengguna(peran, **terikat))


def test_the_planner_of_another_unit_does_not_accept(unit):
    lain = buat_pengguna("perencana_unit", unit=buat_unit(unit.instansi))
    with pytest.raises(TidakBerwenang):
        akui(unit, by=lain)


def test_both_acts_are_on_the_audit_trail(unit):
    revoke_pengakuan(pengakuan=akui(unit, by=buat_pengguna("perencana_unit", unit=unit)), by=None)
    aksi = set(Catatan.objects.filter(aksi__startswith="temuan.").values_list("aksi", flat=True))
    assert aksi == {"temuan.pengakuan.dibuat", "temuan.pengakuan.dicabut"}


def test_a_neighbour_has_its_own_acceptances(unit):
    akui(unit)
    lain = buat_unit()
    (hasil,) = attach_pengakuan(lain.instansi, [temuan_di(lain)])
    assert hasil.terbuka


def test_the_key_does_not_depend_on_what_the_finding_says(unit):
    satu = temuan_di(unit)
    assert replace(satu, pesan="Lain").kunci == satu.kunci
    assert replace(satu, pesan="Lain").sidik != satu.sidik


def test_a_long_key_is_shortened_and_stays_unique():
    assert len(build_kunci("DOK001", "x" * 300)) <= 200
    assert build_kunci("DOK001", "x" * 300) != build_kunci("DOK001", "x" * 301)
