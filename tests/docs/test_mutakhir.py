"""Pages that describe code are as new as the code."""

import re

import pytest
from docs.alat import peran
from docs.alat.contoh import AKAR

from sakip.config.env import Pengaturan
from sakip.platform.access.peran import Izin

PENGATURAN = (AKAR / "docs" / "rujukan" / "pengaturan.md").read_text(encoding="utf-8")
CONTOH_ENV = (AKAR / ".env.example").read_text(encoding="utf-8")
NAMA = [f"SAKIP_{nama.upper()}" for nama in Pengaturan.model_fields]


def test_the_page_of_roles_is_what_the_code_says() -> None:
    assert peran.HALAMAN.read_text(encoding="utf-8") == peran.render()


def test_every_permission_is_explained() -> None:
    assert set(peran.IZIN) == set(Izin)


@pytest.mark.parametrize("nama", NAMA)
def test_every_setting_is_documented(nama: str) -> None:
    assert f"| `{nama}` |" in PENGATURAN


@pytest.mark.parametrize("nama", NAMA)
def test_every_setting_is_in_the_example_file(nama: str) -> None:
    assert re.search(rf"^#? ?{nama}=", CONTOH_ENV, re.M)


def test_no_setting_is_documented_that_does_not_exist() -> None:
    tertulis = set(re.findall(r"^\| `(SAKIP_\w+)` \|", PENGATURAN, re.M))
    tertulis |= set(re.findall(r"^#? ?(SAKIP_\w+)=", CONTOH_ENV, re.M))
    assert tertulis == set(NAMA)


@pytest.mark.parametrize(
    ("nama", "bidang"),
    [
        ("SAKIP_UPLOAD_MAX_MB", "upload_max_mb"),
        ("SAKIP_IMPORT_MAX_ROWS", "import_max_rows"),
        ("SAKIP_ALLOWED_HOSTS", "allowed_hosts"),
        ("SAKIP_SITE_URL", "site_url"),
        ("SAKIP_EMAIL_URL", "email_url"),
        ("SAKIP_EMAIL_FROM", "email_from"),
    ],
)
def test_a_documented_default_is_the_real_one(nama: str, bidang: str) -> None:
    assert f"| `{nama}` | `{Pengaturan.model_fields[bidang].default}` |" in PENGATURAN
