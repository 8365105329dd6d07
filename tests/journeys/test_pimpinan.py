"""The mayor's page, and why an average is what it is."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.alat import lebar_lebih
from tests.journeys.conftest import Buka

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("ukuran", ["ponsel", "meja"])
def test_one_page_says_how_the_city_stands(buka: Buka, ukuran: str) -> None:
    page = buka("walikota", "/", ukuran=ukuran)
    finding = page.locator("h1").inner_text()
    assert re.search(r"\d", finding)
    for bagian in ("Rata-rata capaian", "Paling tertinggal", "Paling membaik", "Capaian menurut unit"):
        expect(page.get_by_role("heading", name=bagian)).to_be_visible()
    expect(page.get_by_text("Data contoh, bukan data resmi").first).to_be_visible()
    assert lebar_lebih(page) == 0


@pytest.mark.parametrize("ukuran", ["ponsel", "meja"])
def test_a_tile_leads_to_its_unit(buka: Buka, ukuran: str) -> None:
    page = buka("walikota", "/", ukuran=ukuran)
    tile = page.locator(".s-ubin").first
    address = tile.get_attribute("href")
    tile.click()
    assert address is not None
    page.wait_for_url(re.compile(re.escape(address.split("?")[0])))
    assert page.locator("tbody tr:not(.grup)").count() > 0


def test_a_phone_has_its_menu_at_the_thumb(buka: Buka) -> None:
    page = buka("walikota", "/", ukuran="ponsel")
    page.get_by_role("navigation", name="Menu ringkas").get_by_text("Menu").click()
    sheet = page.get_by_role("dialog", name="Menu lengkap")
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


def test_the_average_of_the_city_lists_what_it_left_out(buka: Buka) -> None:
    page = buka("walikota", "/kinerja/?tahun=2026&tw=3")
    page.locator("section[aria-label='Rata-rata instansi'] .s-jelas").press("Enter")
    drawer = page.locator("#laci")
    expect(drawer.locator("h2")).to_contain_text("Mengapa")
    expect(drawer).to_contain_text(re.compile(r"\d+ dari \d+ indikator terukur"))
    expect(drawer.get_by_role("heading", name=re.compile(r"^Dihitung \(\d+\)"))).to_be_visible()
    expect(drawer).to_contain_text("tidak dihitung nol")


def test_the_average_of_a_unit_names_each_indicator_left_out(buka: Buka) -> None:
    """One of two indicators is not reported: the average of their group says so by name."""
    page = buka("walikota", "/kinerja/?tahun=2026&tw=3&q=Perhubungan")
    page.locator("tbody td.utama a").first.click()
    rows = page.locator("tr:not(.grup) .p-nol")
    group = page.locator("tbody").filter(has=rows).filter(has=page.locator("tr.grup .s-jelas"))
    missing = (
        group.first.locator("tr:not(.grup)").filter(has=page.locator(".p-nol")).first.locator("td.utama a")
    )
    name = missing.inner_text()
    group.first.locator("tr.grup .s-jelas").press("Enter")
    drawer = page.locator("#laci")
    expect(drawer.get_by_role("heading", name=re.compile(r"^Tidak dihitung \(\d+\)"))).to_be_visible()
    expect(drawer.locator("ul")).to_contain_text(name)


def test_units_are_ranked_and_can_be_narrowed(buka: Buka) -> None:
    page = buka("walikota", "/kinerja/?tahun=2025&tw=setahun")
    ranks = [rank for rank in page.locator("tbody tr td:first-child").all_inner_texts() if rank.isdigit()]
    assert ranks == sorted(ranks, key=int)
    page.locator("select[name=pita]").select_option("merah")
    page.wait_for_url(re.compile(r"pita=merah"))
    page.get_by_role("link", name="Ubin").click()
    page.wait_for_url(re.compile(r"pita=merah.*tampil=ubin|tampil=ubin.*pita=merah"))
