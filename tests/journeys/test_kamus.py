"""An indicator from its first entry to its successor, and the matrix of roles and results by keyboard alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.alat import isi_formulir, lebar_lebih, pelanggaran
from tests.journeys.conftest import Buka

pytestmark = pytest.mark.journey

UNIT = "perencana.dinkes"
NAMA, EJAAN, PENGGANTI = (
    "Persentase ibu hamil mendapat layanan lengkap",
    "Persentase ibu hamil yang mendapat layanan lengkap",
    "Jumlah ibu hamil tanpa layanan lengkap",
)


def _save(page: Page, **isian: str) -> None:
    isi_formulir(page, **isian)
    page.get_by_role("button", name="Simpan", exact=True).click()


def _create(page: Page) -> None:
    unit = page.locator("main [name=unit] option").nth(1).get_attribute("value")
    _save(
        page, unit=unit or "", kode="UJI-1", nama=NAMA, satuan_baru="persen", jenis_ukuran="persentase",
        pengali="100", **{"var-0-nama": "ibu hamil terlayani", "var-1-nama": "ibu hamil"},
    )  # fmt: skip


def _try(page: Page) -> None:
    """Two variables without a formula, then three with one; the worked example follows the typing."""
    isi_formulir(
        page, nama=NAMA, contoh_target="50", pengali="100",
        **{"var-0-nama": "terlayani", "var-0-contoh": "12", "var-1-nama": "ibu hamil", "var-1-contoh": "16"},
    )  # fmt: skip
    page.get_by_role("button", name="Periksa nama dan hitung").click()
    expect(page.locator("#hasil-coba")).to_contain_text("150,00%")
    page.get_by_role("button", name="Tambah baris variabel").click()
    isi_formulir(
        page, ungkapan="(terlayani + dirujuk) ÷ ibu hamil", **{"var-2-nama": "dirujuk", "var-2-contoh": "4"}
    )
    expect(page.locator("#hasil-coba")).to_contain_text("(12 + 4) ÷ 16 × 100")
    expect(page.locator("#hasil-coba")).to_contain_text("200,00%")


def test_an_indicator_is_entered_reworded_and_replaced(buka: Buka) -> None:
    _try(buka(UNIT, "/kamus/baru/"))
    page = buka(UNIT, "/kamus/baru/")
    _create(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(NAMA)
    expect(page.locator("main")).to_contain_text("ibu hamil terlayani, ibu hamil")
    page.get_by_role("link", name="Ubah", exact=True).click()
    page.get_by_label(re.compile("Perbaikan ejaan")).check()
    _save(page, nama=EJAAN, alasan_ubah="Menambah kata yang hilang")
    expect(page.get_by_role("heading", level=1)).to_have_text(EJAAN)
    page.get_by_role("link", name="Ubah", exact=True).click()
    page.get_by_label(re.compile("Indikator baru")).check()
    _save(
        page, nama=PENGGANTI, kode="UJI-2", polaritas="min", sejak="2027-01-01",
        alasan_ubah="Yang dicari kini yang belum terlayani",
    )  # fmt: skip
    expect(page.get_by_role("heading", level=1)).to_have_text(PENGGANTI)
    expect(page.locator("main")).to_contain_text("Menggantikan")


def _matrix(buka: Buka, **isi: str) -> Page:
    page = buka(UNIT, "/peran-hasil/", **isi)
    page.locator("main .s-langkah a").first.click()
    page.get_by_role("link", name="2025", exact=True).click()
    return page


def _address(cell: Locator) -> tuple[int, int]:
    row, column = cell.evaluate("e => [e.parentElement.sectionRowIndex, e.cellIndex]")
    return int(row), int(column)


def test_a_cell_of_the_matrix_is_reached_opened_and_saved_by_keyboard(buka: Buka) -> None:
    page = _matrix(buka)
    page.locator("[data-matriks] td").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert _address(page.locator("td:focus")) == (1, 2)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert _address(page.locator("td:focus")) == (0, 2)
    page.keyboard.press("Enter")
    expect(page.locator("#sel_hasil")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Terlayaninya ibu hamil di puskesmas")
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Simpan", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("td:focus")).to_contain_text("Terlayaninya ibu hamil di puskesmas")
    assert _address(page.locator("td:focus")) == (0, 2)


def _walk(buka: Buka, **isi: str) -> list[Page]:
    """A page of each kind: list, entry, form, edit, national list, matrix, an opened cell, decree."""
    rinci = buka(UNIT, "/kamus/", **isi)
    rinci.locator("td.utama a").first.click()
    iku = buka(UNIT, "/iku/", **isi)
    iku.locator("td.utama a").first.click()
    sel = _matrix(buka, **isi)
    sel.locator("[data-matriks] td a").first.click()
    return [
        buka(UNIT, "/kamus/", **isi),
        rinci,
        buka(UNIT, f"{re.sub('^https?://[^/]+', '', rinci.url)}ubah/", **isi),
        buka(UNIT, "/kamus/baru/", **isi),
        buka(UNIT, "/kamus/nasional/", **isi),
        buka(UNIT, "/peran-hasil/", **isi),
        _matrix(buka, **isi),
        sel,
        iku,
    ]


@pytest.mark.parametrize(("ukuran", "tema"), [("meja", "light"), ("ponsel", "dark")])
def test_pages_have_no_violation_and_no_sideways_scroll(buka: Buka, ukuran: str, tema: str) -> None:
    halaman = _walk(buka, ukuran=ukuran, tema=tema)
    masalah = {page.url: pelanggaran(page) for page in halaman}
    lebar = {page.url: lebar_lebih(page) for page in halaman}
    assert {url: satu for url, satu in masalah.items() if satu} == {}
    assert {url: satu for url, satu in lebar.items() if satu > 0} == {}
