"""A unit's planner: from signing in to the report of the year."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sakip.cli.demo.akun import SANDI
from tests.journeys.alat import masuk
from tests.journeys.conftest import Buka, Situs

pytestmark = pytest.mark.journey

AKUN = "perencana.dinkes"
TAHUN = 2025


def _unit(page: Page, *, tahun: int = TAHUN, tw: str = "setahun") -> str:
    """Go to the year of the account's unit through the home page; its address without the query."""
    page.get_by_role("link", name="Kinerja unit").click()
    path = page.url.split("?")[0]
    page.goto(f"{path}?tahun={tahun}&tw={tw}")
    return path


def _capaian(page: Page) -> list[float]:
    """The achievement of every row, in the order shown; rows without one are left out."""
    texts = page.locator("tbody tr:not(.grup) td[data-label=Capaian] .s-jelas").all_inner_texts()
    numbers = [re.search(r"-?[\d.]+(?:,\d+)?$", text) for text in texts]
    return [float(n.group().replace(".", "").replace(",", ".")) for n in numbers if n]


@pytest.mark.smoke
def test_signing_in_leads_to_the_work_of_the_unit(buka: Buka) -> None:
    page = buka(None, "/kinerja/")
    assert "/akun/login/" in page.url
    masuk(page, AKUN, SANDI)
    page.wait_for_url(re.compile(r"/kinerja/$"))
    page.get_by_role("link", name="Beranda").first.click()
    expect(page.get_by_role("heading", name="Yang perlu dikerjakan")).to_be_visible()
    expect(page.get_by_text("Data contoh, bukan data resmi").first).to_be_visible()


def test_a_filter_stands_in_the_address(buka: Buka) -> None:
    page = buka(AKUN, "/")
    _unit(page)
    rows = page.locator("tbody tr:not(.grup)")
    before = rows.count()
    page.get_by_label("Hanya IKU").check()
    page.wait_for_url(re.compile(r"iku=on"))
    assert 0 < rows.count() < before
    assert rows.locator(".l-soga").count() == rows.count()
    after = rows.count()
    page.reload()
    assert rows.count() == after
    page.go_back()
    assert rows.count() == before


def test_a_search_finds_an_indicator_of_the_unit(buka: Buka) -> None:
    page = buka(AKUN, "/")
    _unit(page)
    page.get_by_label("Cari indikator", exact=True).fill("stunting")
    page.get_by_role("button", name="Saring").click()
    page.wait_for_url(re.compile(r"q=stunting"))
    names = page.locator("tbody tr:not(.grup) td.utama a").all_inner_texts()
    assert names
    assert all("stunting" in name.lower() for name in names)


def test_the_order_stands_in_the_address_and_back_undoes_it(buka: Buka) -> None:
    page = buka(AKUN, "/")
    _unit(page)
    page.get_by_role("columnheader", name="Capaian").get_by_role("link").click()
    page.wait_for_url(re.compile(r"urut=-?capaian"))
    first = _capaian(page)
    page.get_by_role("columnheader", name="Capaian").get_by_role("link").click()
    second = _capaian(page)
    assert len(first) > 3
    assert sorted([first, second]) == sorted([sorted(first), sorted(first, reverse=True)])
    page.go_back()
    page.go_back()
    assert "urut" not in page.url
    assert page.locator("tr.grup").count() > 0


@pytest.mark.parametrize("ukuran", ["meja", "ponsel"])
def test_mengapa_opens_and_closes_by_keyboard(buka: Buka, ukuran: str) -> None:
    page = buka(AKUN, "/", ukuran=ukuran)
    _unit(page)
    number = page.locator("tbody tr:not(.grup) .s-jelas").first
    number.focus()
    number.press("Enter")
    heading = page.locator("#laci h2")
    expect(heading).to_contain_text("Mengapa")
    expect(heading).to_be_focused()
    formula = page.locator("#laci .s-rumus").inner_text()
    assert "=" in formula
    assert re.search(r"\d", formula)
    page.keyboard.press("Escape")
    expect(page.locator("#laci")).to_be_empty()
    expect(number).to_be_focused()


def test_the_explanation_names_its_sources(buka: Buka) -> None:
    page = buka(AKUN, "/")
    _unit(page)
    page.locator("tbody tr:not(.grup) .s-jelas").first.press("Enter")
    drawer = page.locator("#laci")
    expect(drawer.get_by_role("heading", name="Angka yang dipakai")).to_be_visible()
    expect(drawer.get_by_role("link", name=re.compile("Lihat (PK|dokumen)"))).to_be_visible()
    expect(drawer.get_by_role("heading", name="Bukti dukung")).to_be_visible()
    drawer.get_by_role("link", name="Buka sebagai halaman").click()
    expect(page.locator("h1")).to_contain_text("Mengapa")


def test_arrow_keys_walk_down_the_numbers(buka: Buka) -> None:
    page = buka(AKUN, "/")
    _unit(page)
    numbers = page.locator("tbody tr:not(.grup) td[data-label=Capaian] .s-jelas")
    numbers.nth(0).focus()
    page.keyboard.press("ArrowDown")
    expect(numbers.nth(0)).not_to_be_focused()
    assert page.evaluate("document.activeElement.classList.contains('s-jelas')")
    page.keyboard.press("Home")
    expect(numbers.nth(0)).to_be_focused()


def test_an_indicator_has_its_dictionary_and_its_history(buka: Buka) -> None:
    page = buka(AKUN, "/")
    _unit(page)
    page.locator("tbody tr:not(.grup) .s-jelas").first.press("Enter")
    page.locator("#laci").get_by_role("link", name="Riwayat indikator").click()
    page.wait_for_url(re.compile(r"/indikator/"))
    for bagian in ("Riwayat tahunan", "Kamus", "Semua periode", "Dokumen dan target"):
        expect(page.get_by_role("heading", name=bagian)).to_be_visible()
    assert page.locator("main svg[role=img], main figure svg").count() > 0
    assert page.locator("table tbody tr").count() > 4


def test_budget_and_programmes_have_their_own_tabs(buka: Buka) -> None:
    page = buka(AKUN, "/")
    _unit(page)
    page.get_by_role("link", name="Anggaran", exact=True).click()
    assert page.locator("main table tbody tr").count() > 1
    page.get_by_role("link", name="Sasaran", exact=True).click()
    assert f"tahun={TAHUN}" in page.url


def test_the_slash_key_leads_to_search(buka: Buka) -> None:
    page = buka(AKUN, "/")
    page.keyboard.press("/")
    page.keyboard.type("stunting")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/cari/\?q=stunting"))
    page.locator("main a", has_text=re.compile("stunting", re.IGNORECASE)).first.click()
    assert re.search(r"/(indikator|kinerja|rencana|perjanjian)/", page.url)


def _download(page: Page, bentuk: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=f"Unduh {bentuk}").click()
    path: Path = waiting.value.path()
    assert waiting.value.suggested_filename.startswith("lkjip-dinkes-2025.")
    return path.read_bytes()


def test_the_report_downloads_in_three_forms(buka: Buka, situs: Situs) -> None:
    page = buka(AKUN, "/")
    unit = _unit(page)
    page.goto(situs.alamat(f"/laporan/{unit.rstrip('/').split('/')[-1]}/{TAHUN}/"))
    pdf = _download(page, "PDF")
    assert pdf.startswith(b"%PDF")
    assert len(pdf) > 20_000
    docx = zipfile.ZipFile(BytesIO(_download(page, "Word")))
    assert "Dinas Kesehatan" in docx.read("word/document.xml").decode()
    xlsx = zipfile.ZipFile(BytesIO(_download(page, "Excel")))
    assert any(b"<f>" in xlsx.read(name) for name in xlsx.namelist() if "worksheets/sheet" in name)
