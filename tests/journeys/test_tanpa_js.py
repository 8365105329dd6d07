"""Every page works without the script: it only shortens the way."""

import re

import pytest

from sakip.cli.demo.akun import SANDI
from tests.journeys.alat import masuk
from tests.journeys.conftest import Buka

pytestmark = pytest.mark.journey

AKUN = "perencana.dinkes"


def test_signing_in_and_out_works(buka: Buka) -> None:
    page = buka(None, "/akun/login/", js=False)
    masuk(page, AKUN, SANDI)
    page.wait_for_url(lambda url: "/akun/login" not in url)
    page.locator("details.s-jabatan summary").click()
    page.locator("details.s-jabatan").get_by_role("button", name="Keluar").click()
    page.wait_for_url(re.compile(r"/akun/login/"))


@pytest.mark.parametrize(
    "path", ["/", "/kinerja/", "/rencana/", "/perjanjian/", "/laporan/", "/cari/?q=stunting"]
)
def test_main_pages_show_their_content(buka: Buka, path: str) -> None:
    page = buka(AKUN, path, js=False)
    assert page.locator("h1").inner_text()
    assert page.locator("main a").count() > 0
    assert page.locator(".perlu-js:visible").count() == 0


def test_mengapa_is_a_page_of_its_own(buka: Buka) -> None:
    page = buka(AKUN, "/kinerja/", js=False)
    page.locator("tbody td.utama a").first.click()
    page.locator("tbody tr:not(.grup) .s-jelas").first.click()
    assert "/mengapa/" in page.url
    assert page.locator("h1").inner_text().startswith("Mengapa")
    assert page.locator(".s-rumus").count() == 1
    page.locator(".s-remah a").nth(1).click()
    assert re.search(r"/kinerja/[0-9a-f-]{36}/", page.url)


def test_filters_are_sent_by_a_button(buka: Buka) -> None:
    page = buka(AKUN, "/kinerja/", js=False)
    page.locator("tbody td.utama a").first.click()
    page.locator("form.s-saring select[name=pita]").select_option("ST")
    page.get_by_role("button", name="Saring").click()
    assert "pita=ST" in page.url
    assert page.locator("form.s-saring select[name=pita]").input_value() == "ST"


def test_the_year_is_chosen_with_a_button(buka: Buka) -> None:
    page = buka(AKUN, "/kinerja/", js=False)
    page.locator("#pilih-tahun").select_option("2025")
    page.get_by_role("button", name="Buka").click()
    assert "tahun=2025" in page.url


def test_an_admin_can_fill_in_a_form(buka: Buka) -> None:
    page = buka("admin.organisasi", "/kelola/unit/baru/", js=False, boleh=(422,))
    page.get_by_role("button", name="Tambah").click()
    assert page.locator("[aria-invalid=true]").count() >= 2
    assert page.locator(".s-galat-bidang").first.is_visible()
