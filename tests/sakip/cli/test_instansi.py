import io

import pytest
from django.core.management import CommandError, call_command

from sakip.platform.access.policies import boleh
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Instansi
from sakip.platform.wewenang import Izin

pytestmark = pytest.mark.django_db
PILIHAN = [
    "--kode",
    "18.72",
    "--nama",
    "Kota Metro",
    "--admin",
    "admin.metro",
    "--surel",
    "admin@metro.contoh",
]


def create(monkeypatch: pytest.MonkeyPatch, sandi: str) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(sandi + "\n"))
    out = io.StringIO()
    call_command("instansi", "buat", *PILIHAN, stdout=out)
    return out.getvalue()


def test_a_government_comes_with_an_admin_who_may_keep_its_users(monkeypatch):
    create(monkeypatch, "padi-menguning-7")
    admin = Pengguna.objects.get(username="admin.metro")
    assert admin.check_password("padi-menguning-7")
    assert boleh(admin, Izin.KELOLA_PENGGUNA, instansi=Instansi.objects.get(kode_wilayah="18.72"))


def test_a_weak_password_makes_nothing(monkeypatch):
    with pytest.raises(CommandError):
        create(monkeypatch, "12345")
    assert not Instansi.objects.exists()


def test_a_code_in_use_is_refused(monkeypatch):
    create(monkeypatch, "padi-menguning-7")
    with pytest.raises(CommandError, match=r"18\.72"):
        create(monkeypatch, "padi-menguning-7")
