"""Roles reach a unit and what is below it, for a period, inside one instansi."""

from datetime import date, timedelta

import pytest
from tests.pabrik.access import beri_peran
from tests.pabrik.accounts import buat_operator, buat_pengguna
from tests.pabrik.organisasi import MULAI, buat_instansi, buat_unit

from sakip.platform import wewenang
from sakip.platform.access.galat import AdminTerakhir, BedaInstansi, PeranBertumpuk, PeranTidakDikenal
from sakip.platform.access.peran import LANGKAH_BAWAAN, PERAN
from sakip.platform.access.policies import TidakBerwenang, boleh, boleh_langkah, require, require_langkah
from sakip.platform.access.selectors import peran_aktif, peran_langkah, unit_ids_for
from sakip.platform.access.services import grant_peran, revoke_peran, set_langkah_kerja
from sakip.platform.accounts.models import Pengguna
from sakip.platform.accounts.services import deactivate_pengguna
from sakip.platform.audit.models import Catatan
from sakip.platform.dasar import today
from sakip.platform.organisasi.services import end_unit, merge_units, rename_unit
from sakip.platform.wewenang import Izin

pytestmark = pytest.mark.django_db
ALUR = {"alur": "pengukuran.realisasi"}


@pytest.fixture
def instansi():
    return buat_instansi()


@pytest.fixture
def dinas(instansi):
    return buat_unit(instansi)


@pytest.fixture
def bidang(dinas):
    return buat_unit(induk=dinas)


def reload(pengguna):
    return Pengguna.objects.get(pk=pengguna.pk)


def test_the_system_may_do_everything(dinas):
    assert boleh(None, Izin.KELOLA_ORGANISASI, unit=dinas)


def test_a_role_reaches_its_unit_and_what_is_below(dinas, bidang):
    perencana = buat_pengguna("perencana_unit", unit=dinas)
    assert unit_ids_for(perencana, Izin.ISI_REALISASI) == {dinas.pk, bidang.pk}


def test_a_role_does_not_reach_a_neighbour_or_the_unit_above(instansi, dinas, bidang):
    perencana = buat_pengguna("perencana_unit", unit=bidang)
    assert not boleh(perencana, Izin.ISI_REALISASI, unit=dinas)
    assert not boleh(perencana, Izin.ISI_REALISASI, unit=buat_unit(instansi))


def test_a_role_bound_to_a_unit_is_not_one_over_the_instansi(instansi, dinas):
    perencana = buat_pengguna("perencana_unit", unit=dinas)
    assert boleh(perencana, Izin.IMPOR)
    assert not boleh(perencana, Izin.IMPOR, instansi=instansi)


def test_a_role_without_a_unit_reaches_every_unit_of_the_instansi(instansi, dinas, bidang):
    admin = buat_pengguna("admin_instansi", instansi=instansi)
    assert unit_ids_for(admin, Izin.BACA) == {dinas.pk, bidang.pk}
    assert boleh(admin, Izin.KELOLA_KALENDER, instansi=instansi)


def test_no_role_reaches_another_instansi(dinas):
    admin = buat_pengguna("admin_instansi")
    assert not boleh(admin, Izin.BACA, unit=dinas)
    assert not boleh(admin, Izin.BACA, instansi=dinas.instansi)


def test_a_role_ends_on_its_day(dinas):
    perencana = buat_pengguna(None, unit=dinas)
    beri_peran(perencana, "perencana_unit", unit=dinas, berlaku_sampai=date(2025, 1, 1))
    assert boleh(perencana, Izin.BACA, unit=dinas, pada=date(2024, 12, 31))
    assert not boleh(perencana, Izin.BACA, unit=dinas, pada=date(2025, 1, 1))


def test_an_inactive_account_may_do_nothing(dinas):
    perencana = buat_pengguna("perencana_unit", unit=dinas)
    deactivate_pengguna(pengguna=perencana, by=None)
    assert not boleh(perencana, Izin.BACA, unit=dinas)


def test_an_instansi_that_is_switched_off_gives_nobody_a_role(instansi):
    admin = buat_pengguna("admin_instansi", instansi=instansi)
    type(instansi).objects.filter(pk=instansi.pk).update(aktif=False)
    assert peran_aktif(reload(admin)) == ()


def test_an_ended_unit_stays_within_the_reach_of_the_unit_above(dinas, bidang):
    end_unit(unit=bidang, tanggal=date(2024, 1, 1), by=None)
    perencana = buat_pengguna("perencana_unit", unit=dinas)
    assert bidang.pk in unit_ids_for(perencana, Izin.BACA)


def test_whoever_answers_for_a_merged_unit_answers_for_its_predecessors(instansi, dinas, bidang):
    baru = buat_unit(instansi, berlaku_mulai=date(2026, 1, 1))
    merge_units(dari=[dinas], ke=baru, tanggal=date(2026, 1, 1), by=None)
    perencana = buat_pengguna("perencana_unit", unit=baru)
    assert unit_ids_for(perencana, Izin.BACA) == {baru.pk, dinas.pk, bidang.pk}


def test_the_operator_prepares_instansi_but_reads_none(instansi):
    operator = buat_operator()
    assert boleh(operator, Izin.KELOLA_PENGGUNA, instansi=instansi)
    assert not boleh(operator, Izin.BACA, instansi=instansi)


def test_require_says_whom_to_ask(dinas):
    with pytest.raises(TidakBerwenang, match="Hubungi admin instansi"):
        require(buat_pengguna("pengamat"), Izin.ISI_REALISASI, unit=dinas)


def test_without_an_answer_installed_every_account_is_refused(dinas, monkeypatch):
    monkeypatch.setattr(wewenang, "_penjaga", [])
    assert not boleh(buat_pengguna("admin_instansi", unit=dinas), Izin.BACA, unit=dinas)


def test_reach_costs_two_queries_however_often_it_is_asked(dinas, bidang, django_assert_num_queries):
    perencana = reload(buat_pengguna("perencana_unit", unit=dinas))
    with django_assert_num_queries(2):
        for _ in range(3):
            assert boleh(perencana, Izin.ISI_REALISASI, unit=bidang)
            unit_ids_for(perencana, Izin.BACA)


def test_the_audit_names_the_role_that_allowed_the_act(instansi, dinas):
    admin = buat_pengguna("admin_instansi", instansi=instansi)
    rename_unit(unit=dinas, nama="Dinas Baru", sejak=date(2025, 1, 1), by=admin)
    assert Catatan.objects.get(aksi="organisasi.unit.diubah").peran == "admin_instansi"


def test_an_admin_of_a_subtree_cannot_grant_beyond_it(instansi, dinas, bidang):
    admin = buat_pengguna("admin_instansi", unit=dinas)
    rekan = buat_pengguna(None, instansi=instansi)
    assert grant_peran(pengguna=rekan, peran="perencana_unit", unit=bidang, berlaku_mulai=MULAI, by=admin)
    with pytest.raises(TidakBerwenang):
        grant_peran(pengguna=rekan, peran="admin_instansi", berlaku_mulai=MULAI, by=admin)


@pytest.mark.parametrize("peran", ["operator", "raja"])
def test_an_unknown_role_and_the_operators_cannot_be_granted(instansi, peran):
    with pytest.raises(PeranTidakDikenal):
        beri_peran(buat_pengguna(None, instansi=instansi), peran)


def test_a_grant_that_overlaps_another_is_refused(dinas):
    perencana = buat_pengguna("perencana_unit", unit=dinas)
    with pytest.raises(PeranBertumpuk):
        beri_peran(perencana, "perencana_unit", unit=dinas, berlaku_mulai=date(2026, 1, 1))


def test_a_unit_of_another_instansi_cannot_be_granted(dinas):
    with pytest.raises(BedaInstansi):
        beri_peran(buat_pengguna(None), "perencana_unit", unit=dinas)


def test_a_revoked_role_ends_today(dinas):
    perencana = buat_pengguna("perencana_unit", unit=dinas)
    peran = perencana.peran_set.get()
    assert revoke_peran(peran=peran, by=None).berlaku_sampai == today()


def test_a_grant_that_had_not_begun_disappears_when_revoked(dinas):
    perencana = buat_pengguna(None, unit=dinas)
    besok = today() + timedelta(days=1)
    peran = beri_peran(perencana, "perencana_unit", unit=dinas, berlaku_mulai=besok)
    assert revoke_peran(peran=peran, by=None) is None
    assert not perencana.peran_set.exists()


def test_the_last_admin_cannot_lose_the_role(instansi):
    admin = buat_pengguna("admin_instansi", instansi=instansi)
    with pytest.raises(AdminTerakhir):
        revoke_peran(peran=admin.peran_set.get(), by=None)


def test_the_last_admin_cannot_be_deactivated(instansi):
    admin = buat_pengguna("admin_instansi", instansi=instansi)
    buat_pengguna("perencana_instansi", instansi=instansi)
    with pytest.raises(AdminTerakhir):
        deactivate_pengguna(pengguna=admin, by=None)


def test_one_of_two_admins_can_go(instansi):
    admin = buat_pengguna("admin_instansi", instansi=instansi)
    buat_pengguna("admin_instansi", instansi=instansi)
    assert revoke_peran(peran=admin.peran_set.get(), by=None)


def test_an_admin_whose_role_runs_out_is_not_counted_as_remaining(instansi):
    admin = buat_pengguna("admin_instansi", instansi=instansi)
    pengganti = buat_pengguna(None, instansi=instansi)
    beri_peran(pengganti, "admin_instansi", berlaku_sampai=today() + timedelta(days=30))
    with pytest.raises(AdminTerakhir):
        revoke_peran(peran=admin.peran_set.get(), by=None)


def test_steps_have_default_roles(instansi):
    assert peran_langkah(instansi, "pengukuran.realisasi", "validasi") == {"perencana_instansi"}


def test_an_instansi_may_say_who_performs_a_step_from_a_day_on(instansi, dinas):
    set_langkah_kerja(
        instansi=instansi, langkah="validasi", peran=["apip"], sejak=date(2026, 1, 1), by=None, **ALUR
    )
    apip = buat_pengguna("apip", instansi=instansi)
    assert boleh_langkah(apip, langkah="validasi", unit=dinas, pada=date(2026, 1, 1), **ALUR)
    assert not boleh_langkah(apip, langkah="validasi", unit=dinas, pada=date(2025, 12, 31), **ALUR)


def test_saying_nothing_gives_the_default_back(instansi):
    for peran, sejak in [(["apip"], date(2025, 1, 1)), ([], date(2026, 1, 1))]:
        set_langkah_kerja(instansi=instansi, langkah="validasi", peran=peran, sejak=sejak, by=None, **ALUR)
    assert peran_langkah(instansi, "pengukuran.realisasi", "validasi", date(2026, 2, 1)) == {
        "perencana_instansi"
    }


def test_a_step_is_performed_only_over_ones_own_units(dinas, instansi):
    pimpinan = buat_pengguna("pimpinan_unit", unit=dinas)
    require_langkah(pimpinan, langkah="verifikasi", unit=dinas, **ALUR)
    with pytest.raises(TidakBerwenang):
        require_langkah(pimpinan, langkah="verifikasi", unit=buat_unit(instansi), **ALUR)


def test_the_defaults_name_only_known_roles():
    assert {peran for isi in LANGKAH_BAWAAN.values() for peran in isi} <= PERAN.keys()


def test_only_those_who_change_things_have_more_than_reading():
    for kode in ("pengamat", "walidata"):
        assert PERAN[kode].izin == {Izin.BACA, Izin.LAPORAN}
