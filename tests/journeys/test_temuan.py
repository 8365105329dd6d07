"""What an evaluator would find: a planner mends one finding, accepts another with a reason, the city sees the rest."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Buka

pytestmark = pytest.mark.journey

PERENCANA, KOTA = "perencana.dinsos", "perencana.bappeda.kota"
MENJADI = "Data keluarga miskin terverifikasi dan tepat sasaran"
ALASAN = "Nama ini ditetapkan kementerian."


def _unit(page: Page, kode: str) -> None:
    """From the overview of 2026 to one unit, where only one rule is shown."""
    page.locator("table.s-peta th a", has_text=kode).click()
    page.goto(f"{page.url}&kode=POH001")


def test_a_finding_that_is_mended_is_gone(buka: Buka) -> None:
    page = buka(PERENCANA, "/temuan/?tahun=2026")
    _unit(page, "DINSOS")
    daftar, temuan = page.url, page.locator("main .s-langkah > li").first
    kondisi = temuan.locator("b").first.inner_text()
    temuan.get_by_role("link", name="Perbaiki").click()
    isian = page.locator("textarea[name=pernyataan]")
    expect(isian).to_have_value(kondisi)
    isian.fill(MENJADI)
    page.locator(".s-formulir-simpul").get_by_role("button", name="Simpan").click()
    expect(page.locator("a.kalimat", has_text=MENJADI).first).to_be_visible()
    page.goto(daftar)
    expect(page.locator("main .s-langkah")).to_be_visible()
    expect(
        page.locator("main .s-langkah > li > b", has_text=re.compile(f"^{re.escape(kondisi)}$"))
    ).to_have_count(0)


def test_a_finding_is_accepted_with_a_reason_and_opened_again(buka: Buka) -> None:
    page = buka(PERENCANA, "/temuan/?tahun=2026")
    _unit(page, "DINSOS")
    terima = page.locator(
        "details.s-tegas", has=page.locator("summary", has_text="Terima dengan alasan")
    ).first
    terima.locator("summary").click()
    terima.locator("textarea").fill(ALASAN)
    terima.get_by_role("button", name="Terima dengan alasan", exact=True).click()
    expect(page.get_by_text("Temuan diterima dengan alasan.")).to_be_visible()
    page.goto(f"{page.url}&keadaan=diterima")
    expect(page.get_by_text(ALASAN)).to_be_visible()
    cabut = page.locator("details.s-tegas", has=page.locator("summary", has_text="Cabut penerimaan")).first
    cabut.locator("summary").click()
    cabut.get_by_role("button", name="Cabut penerimaan", exact=True).click()
    expect(page.get_by_text("Penerimaan dicabut")).to_be_visible()


def test_the_city_sees_findings_by_kind_and_unit(buka: Buka) -> None:
    page = buka(KOTA, "/temuan/?tahun=2026")
    expect(page.get_by_role("heading", level=1)).to_contain_text("temuan terbuka")
    assert page.locator("table.s-peta tbody tr").count() > 20
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="XLSX").click()
    assert unduhan.value.suggested_filename == "temuan-2026.xlsx"
    page.locator("table.s-kartukan td a").first.click()
    expect(page.get_by_text("Contoh benar")).to_be_visible()


def test_findings_fit_a_phone(buka: Buka) -> None:
    page = buka(KOTA, "/temuan/?tahun=2026", ukuran="ponsel")
    lebar = page.evaluate("document.documentElement.scrollWidth")
    assert lebar <= 390
