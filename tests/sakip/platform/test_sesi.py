"""Every beginning and end of a session is in the audit trail."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.pabrik.accounts import SANDI, buat_pengguna

from sakip.platform.audit.models import Catatan
from sakip.platform.audit.services import verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def pengguna():
    return buat_pengguna("perencana_unit")


def masuk(client: Client, nama: str, sandi: str = SANDI):
    return client.post(reverse("account_login"), {"login": nama, "password": sandi})


def sesi() -> list[tuple[str, str]]:
    return list(
        Catatan.objects.filter(aksi__startswith="accounts.sesi.")
        .order_by("urut")
        .values_list("aksi", "pelaku")
    )


def test_signing_in_and_out_is_on_record(client, pengguna):
    masuk(client, pengguna.username)
    client.post(reverse("account_logout"))
    assert sesi() == [
        ("accounts.sesi.masuk", pengguna.username),
        ("accounts.sesi.keluar", pengguna.username),
    ]


def test_a_wrong_password_is_on_record_without_its_text(client, pengguna):
    masuk(client, pengguna.username, "tebakan-yang-salah")
    assert sesi() == [("accounts.sesi.masuk_gagal", "sistem")]
    catatan = Catatan.objects.latest("urut")
    assert (catatan.label, catatan.perubahan) == (str(pengguna), {"alamat_ip": "127.0.0.1"})


def test_a_wrong_password_is_found_by_e_mail_too(client, pengguna):
    pengguna.email = "ada@contoh.go.id"
    pengguna.save()
    masuk(client, "Ada@contoh.go.id", "tebakan-yang-salah")
    assert [aksi for aksi, _ in sesi()] == ["accounts.sesi.masuk_gagal"]


def test_a_name_that_is_no_account_is_not_kept(client, pengguna):
    masuk(client, "rahasia-yang-salah-ketik", "x")
    assert sesi() == []


def test_the_record_stands_in_the_chain_of_the_instansi(client, pengguna):
    masuk(client, pengguna.username)
    catatan = Catatan.objects.latest("urut")
    assert catatan.rantai == str(pengguna.instansi.uid)
    assert verify(catatan.rantai) == []


def test_signing_out_without_a_session_records_nothing(client):
    client.post(reverse("account_logout"))
    assert sesi() == []
