"""Mail about accounts: Indonesian, plain, and the same answer for a known and an unknown address."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("alamat_kerangka")]


@pytest.fixture
def pengguna():
    return get_user_model().objects.create_user("perencana", "perencana@contoh.go.id", "kata-sandi-uji-1")


def minta(alamat):
    return Client().post("/akun/password/reset/", {"email": alamat})


def test_a_known_address_gets_a_link(pengguna):
    minta(pengguna.email)
    assert mail.outbox[0].subject.endswith("Atur ulang kata sandi sakip")
    assert "/akun/password/reset/key/" in mail.outbox[0].body


def test_the_mail_names_the_user_and_nobody_else(pengguna):
    minta(pengguna.email)
    assert "Nama pengguna Anda: perencana" in mail.outbox[0].body


def test_an_unknown_address_gets_the_same_page(pengguna):
    assert minta(pengguna.email).headers["Location"] == minta("lain@contoh.go.id").headers["Location"]


def test_an_unknown_address_is_told_that_there_is_no_account():
    minta("lain@contoh.go.id")
    assert "tidak ada akun dengan alamat ini" in mail.outbox[0].body


def test_the_link_of_the_mail_opens_the_form(pengguna):
    minta(pengguna.email)
    link = next(word for word in mail.outbox[0].body.split() if "/reset/key/" in word)
    shown = Client().get(link, follow=True).content.decode()
    assert "Buat kata sandi baru" in shown


def test_a_wrong_password_is_answered_beside_the_form(pengguna):
    shown = Client().post("/akun/login/", {"login": "perencana", "password": "salah"}).content.decode()
    assert 'role="alert"' in shown
