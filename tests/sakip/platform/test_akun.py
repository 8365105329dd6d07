"""Accounts are kept by the instansi's admin; a post has one definitive holder at a time."""

import re
from datetime import date
from importlib import import_module
from smtplib import SMTPException
from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import override_settings
from django.urls import reverse
from tests.pabrik.accounts import SANDI, buat_pengguna, buat_penugasan
from tests.pabrik.organisasi import MULAI, buat_instansi, buat_jabatan

from sakip.platform.accounts import surel
from sakip.platform.accounts.galat import (
    AkunNonaktif,
    BedaInstansi,
    JabatanTerisi,
    MenonaktifkanDiriSendiri,
    NamaPenggunaTerpakai,
    SurelGagal,
    SurelKosong,
    SurelTerpakai,
    TanggalPenugasanSalah,
)
from sakip.platform.accounts.models import Pengguna, Penugasan
from sakip.platform.accounts.selectors import jabatan_of_pengguna, pengguna_of, penugasan_pada
from sakip.platform.accounts.services import (
    activate_pengguna,
    create_pengguna,
    deactivate_pengguna,
    end_penugasan,
    send_password_link,
    update_pengguna,
)
from sakip.platform.audit.models import Catatan
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db
AKHIR_2025, AWAL_2026 = date(2025, 12, 31), date(2026, 1, 1)


@pytest.fixture
def admin():
    return buat_pengguna("admin_instansi")


def test_an_account_without_a_password_cannot_sign_in(admin):
    pengguna = create_pengguna(instansi=admin.instansi, username="baru", email="Baru@Contoh.go.id", by=admin)
    assert not pengguna.has_usable_password()
    assert pengguna.email == "baru@contoh.go.id"


@pytest.mark.parametrize("username", ["ADMIN.KOTA", "admin@contoh.go.id"])
def test_a_user_name_means_one_account(username):
    buat_pengguna(username="admin.kota", email="admin@contoh.go.id")
    with pytest.raises(NamaPenggunaTerpakai):
        buat_pengguna(username=username)


def test_an_address_means_one_account(admin):
    with pytest.raises(SurelTerpakai):
        buat_pengguna(email=admin.email.upper())


def test_the_database_refuses_a_second_account_with_the_same_address(admin):
    with pytest.raises(IntegrityError), transaction.atomic():
        Pengguna.objects.create(username="lain", email=admin.email.upper())


def test_a_weak_password_is_refused(admin):
    with pytest.raises(ValidationError):
        buat_pengguna(sandi="12345")


def test_accounts_may_share_having_no_address(admin):
    buat_pengguna(email="")
    assert buat_pengguna(email="").email == ""


def test_after_a_change_the_old_address_no_longer_resets_the_password(admin):
    update_pengguna(pengguna=admin, email="baru@contoh.go.id", by=None)
    assert [satu.email for satu in EmailAddress.objects.filter(user=admin)] == ["baru@contoh.go.id"]


def test_the_trail_says_that_an_address_changed_but_not_what_it_was(admin):
    update_pengguna(pengguna=admin, email="baru@contoh.go.id", sebutan="Kabag", by=None)
    perubahan = Catatan.objects.get(aksi="accounts.pengguna.diubah").perubahan
    assert perubahan == {"email": "***", "sebutan": ["", "Kabag"]}


def test_a_deactivated_account_is_signed_out_at_its_next_request(admin, client):
    pengguna = buat_pengguna(instansi=admin.instansi)
    client.force_login(pengguna)
    deactivate_pengguna(pengguna=pengguna, by=admin)
    assert client.get(reverse("account_change_password")).status_code == 302
    assert not client.login(username=pengguna.username, password=SANDI)


def test_an_activated_account_can_sign_in_again(admin, client):
    pengguna = buat_pengguna(instansi=admin.instansi)
    deactivate_pengguna(pengguna=pengguna, by=admin)
    activate_pengguna(pengguna=pengguna, by=admin)
    assert client.login(username=pengguna.username, password=SANDI)


def test_nobody_deactivates_their_own_account(admin):
    with pytest.raises(MenonaktifkanDiriSendiri):
        deactivate_pengguna(pengguna=admin, by=admin)


def test_the_mailed_link_sets_a_password_once(admin, client, mailoutbox):
    pengguna = create_pengguna(instansi=admin.instansi, username="baru", email="baru@contoh.go.id", by=admin)
    send_password_link(pengguna=pengguna, by=admin)
    jalur = re.search(r"https?://[^/]+(/\S+)", mailoutbox[0].body).group(1)
    formulir = client.get(jalur, follow=True)
    client.post(formulir.request["PATH_INFO"], {"password1": SANDI, "password2": SANDI})
    assert Pengguna.objects.get(pk=pengguna.pk).check_password(SANDI)
    assert "token_fail" in client.get(jalur, follow=True).context


def test_the_mail_names_the_account_and_the_instansi(admin, mailoutbox):
    send_password_link(pengguna=admin, by=None)
    assert admin.username in mailoutbox[0].body
    assert admin.instansi.nama in mailoutbox[0].body
    assert mailoutbox[0].to == [admin.email]


def test_no_link_goes_to_an_account_without_address_or_one_that_is_closed(admin):
    with pytest.raises(SurelKosong):
        send_password_link(pengguna=buat_pengguna(instansi=admin.instansi, email=""), by=admin)
    tutup = deactivate_pengguna(pengguna=buat_pengguna(instansi=admin.instansi), by=admin)
    with pytest.raises(AkunNonaktif):
        send_password_link(pengguna=tutup, by=admin)


def test_a_mail_server_that_fails_is_told(admin, monkeypatch):
    def fail(*args, **kwargs):
        raise SMTPException

    monkeypatch.setattr(surel, "send_mail", fail)
    with pytest.raises(SurelGagal):
        send_password_link(pengguna=admin, by=None)


@pytest.mark.parametrize("peran", ["perencana_instansi", "pimpinan_instansi", "apip", "pengamat"])
def test_only_an_admin_keeps_accounts(admin, peran):
    pengguna = buat_pengguna(peran, instansi=admin.instansi)
    with pytest.raises(TidakBerwenang):
        create_pengguna(instansi=admin.instansi, username="baru", by=pengguna)
    with pytest.raises(TidakBerwenang):
        update_pengguna(pengguna=admin, sebutan="Lain", by=pengguna)
    with pytest.raises(TidakBerwenang):
        deactivate_pengguna(pengguna=admin, by=pengguna)


def test_an_admin_keeps_no_account_of_another_instansi(admin):
    with pytest.raises(TidakBerwenang):
        send_password_link(pengguna=buat_pengguna(), by=admin)


def test_accounts_are_found_by_name_post_and_address(admin):
    pengguna = buat_pengguna(instansi=admin.instansi, sebutan="Kepala Bappeda", email="kepala@contoh.go.id")
    buat_pengguna(sebutan="Kepala Bappeda")
    for kata in (pengguna.username, "kepala bapp", "KEPALA@"):
        assert list(pengguna_of(admin.instansi, kata=kata)) == [pengguna]


# --- who holds which post ---------------------------------------------------------------------------


def test_a_post_has_one_definitive_holder_at_a_time():
    jabatan = buat_jabatan()
    penugasan = buat_penugasan(jabatan)
    with pytest.raises(JabatanTerisi):
        buat_penugasan(jabatan, berlaku_mulai=AWAL_2026)
    end_penugasan(penugasan=penugasan, tanggal=AWAL_2026, by=None)
    baru = buat_penugasan(jabatan, berlaku_mulai=AWAL_2026)
    assert list(penugasan_pada(jabatan.instansi, AWAL_2026)) == [baru]
    assert list(penugasan_pada(jabatan.instansi, AKHIR_2025)) == [penugasan]


def test_a_plh_may_act_beside_the_holder_who_is_away():
    jabatan = buat_jabatan()
    buat_penugasan(jabatan)
    assert buat_penugasan(jabatan, jenis="plh", berlaku_mulai=AWAL_2026, berlaku_sampai=date(2026, 1, 15))


def test_one_account_holds_a_post_once_at_a_time():
    penugasan = buat_penugasan()
    with pytest.raises(JabatanTerisi):
        buat_penugasan(penugasan.jabatan, pengguna=penugasan.pengguna, jenis="plt", berlaku_mulai=AWAL_2026)


def test_a_post_is_held_only_by_an_account_of_its_instansi():
    with pytest.raises(BedaInstansi):
        buat_penugasan(buat_jabatan(), pengguna=buat_pengguna())


def test_an_assignment_ends_after_it_began():
    with pytest.raises(TanggalPenugasanSalah):
        end_penugasan(penugasan=buat_penugasan(), tanggal=MULAI, by=None)
    with pytest.raises(TanggalPenugasanSalah):
        buat_penugasan(berlaku_sampai=MULAI)


def test_the_posts_of_an_account_come_with_their_names(django_assert_num_queries):
    penugasan = buat_penugasan(buat_jabatan(nama="Kepala Dinas Kesehatan"))
    with django_assert_num_queries(2):
        (satu,) = jabatan_of_pengguna(penugasan.pengguna, AWAL_2026)
        assert satu.jabatan.versi_berlaku[0].nama == "Kepala Dinas Kesehatan"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no exclusion constraints")
def test_the_database_refuses_two_definitive_holders():
    penugasan = buat_penugasan()
    kedua = {"instansi": penugasan.instansi, "jabatan": penugasan.jabatan, "berlaku_mulai": AWAL_2026}
    with pytest.raises(IntegrityError, match="satu_per_jenis"), transaction.atomic():
        Penugasan.objects.create(pengguna=buat_pengguna(instansi=penugasan.instansi), **kedua)


def test_every_page_but_signing_in_asks_who_you_are(client):
    assert client.get(reverse("account_login")).status_code == 200
    assert client.get(reverse("account_reset_password")).status_code == 200
    assert client.get(reverse("account_email")).status_code == 302


def test_nobody_signs_up(client):
    assert client.post(reverse("account_signup"), {"username": "saya"}).status_code in (200, 403)
    assert not Pengguna.objects.filter(username="saya").exists()


def test_an_instansi_of_its_own_keeps_its_own_accounts(admin):
    assert list(pengguna_of(buat_instansi())) == []


@override_settings(
    CACHES={"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "tembolok_uji"}}
)
def test_after_a_mere_migrate_the_table_that_counts_attempts_is_there():
    migrasi = import_module("sakip.web.migrations.0001_tembolok")
    migrasi.create_table(None, SimpleNamespace(connection=connection))
    assert "tembolok_uji" in connection.introspection.table_names()


def test_guessing_a_password_is_slowed_down(admin, client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "3/m/ip"}
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "uji"}
    }
    salah = {"login": admin.username, "password": "tebakan-yang-salah"}
    for _ in range(3):
        client.post(reverse("account_login"), salah)
    client.post(reverse("account_login"), {"login": admin.username, "password": SANDI})
    assert "_auth_user_id" not in client.session
