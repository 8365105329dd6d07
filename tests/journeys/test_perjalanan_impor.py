"""Excel in: template, preview, apply, undo, and files that cannot be used."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from tests.journeys.conftest import Buka, Situs

pytestmark = pytest.mark.journey

AKUN = "admin.organisasi"
UNIT = "DAMKAR"
INDIKATOR = "Persentase kejadian kebakaran tanpa korban jiwa"
KOLOM_TW3 = 4


def _template(page: Page, situs: Situs) -> dict[str, list[list[Any]]]:
    """Download the unit's template through the page; its sheets as rows."""
    page.goto(situs.alamat("/impor/"))
    page.locator("#templat_unit").select_option(UNIT)
    page.locator("#templat_tahun").fill("2026")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh templat").click()
    book = CalamineWorkbook.from_path(str(waiting.value.path()))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def _save(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    """As a spreadsheet program saves a workbook."""
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for i, row in enumerate(rows):
            sheet.write_row(i, 0, row)
    book.close()
    return path


def _filled(page: Page, situs: Situs, path: Path) -> Path:
    """The template with one figure for the third quarter, and one cell that holds no number."""
    sheets = _template(page, situs)
    names = [row[1] for row in sheets["Realisasi"]]
    sheets["Realisasi"][names.index(INDIKATOR)][KOLOM_TW3] = 99.5
    sheets["Realisasi"][3][KOLOM_TW3] = "#REF!"
    return _save(path, sheets)


def _upload(page: Page, situs: Situs, berkas: Path, *, bentuk: str, tahun: int, unit: str = "") -> None:
    page.goto(situs.alamat("/impor/"))
    page.locator(f"input[name=bentuk][value={bentuk}]").check()
    page.set_input_files("input[name=berkas]", str(berkas))
    page.fill("input[name=tahun]", str(tahun))
    page.locator("main form.s-formulir [name=unit]").select_option(unit)
    page.get_by_role("button", name="Periksa berkas").click()


def _confirm(page: Page, kata: str) -> None:
    """Press the button, then the same word in the question that it asks."""
    page.locator("details.s-tegas summary", has_text=kata).click()
    page.locator("details.s-tegas[open]").get_by_role("button", name=kata.split()[0], exact=True).click()


def _figure(page: Page, situs: Situs, unit: str) -> str:
    """What the unit's page shows as the third quarter's figure of the indicator."""
    page.goto(situs.alamat(f"/kinerja/{unit}/?tahun=2026&tw=3&q={INDIKATOR.replace(' ', '+')}"))
    return page.locator("tbody tr:not(.grup) td[data-label=Realisasi]").first.inner_text().strip()


def _uid(page: Page, situs: Situs, nama: str) -> str:
    page.goto(situs.alamat(f"/kinerja/?tahun=2026&tw=3&q={nama}"))
    href = page.locator("tbody td.utama a").first.get_attribute("href") or ""
    return href.split("/")[2]


def test_a_filled_template_is_previewed_applied_and_undone(buka: Buka, situs: Situs, tmp_path: Path) -> None:
    page = buka(AKUN, "/impor/", boleh=(422,))
    unit = _uid(page, situs, "Pemadam")
    before = _figure(page, situs, unit)
    _upload(page, situs, _filled(page, situs, tmp_path / "damkar.xlsx"), bentuk="templat", tahun=2026)
    expect(page.locator("h1")).to_contain_text("akan dibuat")
    pratinjau = page.url
    pesan = page.locator("main tbody tr").filter(has_text="E4")
    expect(pesan).to_contain_text("Realisasi")
    assert _figure(page, situs, unit) == before
    page.goto(pratinjau)
    _confirm(page, "Terapkan")
    expect(page.get_by_text("Impor diterapkan")).to_be_visible()
    assert _figure(page, situs, unit).startswith("99,5")
    page.goto(pratinjau)
    _confirm(page, "Urungkan")
    expect(page.locator("h1")).to_have_text("Impor ini sudah diurungkan")
    assert _figure(page, situs, unit) == before


def test_an_import_enters_the_history_and_the_trail(buka: Buka, situs: Situs, tmp_path: Path) -> None:
    page = buka(AKUN, "/impor/")
    _upload(page, situs, _filled(page, situs, tmp_path / "riwayat.xlsx"), bentuk="templat", tahun=2026)
    _confirm(page, "Terapkan")
    page.goto(situs.alamat("/impor/riwayat/"))
    expect(page.locator("main tbody tr").first).to_contain_text("riwayat.xlsx")
    _confirm(page, "Urungkan impor terakhir")
    expect(page.locator("h1")).to_have_text("Impor ini sudah diurungkan")
    page.goto(situs.alamat("/kelola/audit/?q=riwayat.xlsx"))
    assert page.locator("main tbody tr").count() >= 2


def test_a_published_table_says_which_cells_are_doubtful(buka: Buka, situs: Situs, tmp_path: Path) -> None:
    """Shape `capaian`: every trouble is named by sheet and cell, and the rest is still taken."""
    rows: list[list[Any]] = [
        ["Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Capaian"],
        ["Meningkatnya layanan", "Indeks uji layanan", "Indeks", "80", "76", "95"],
        ["", "Persentase uji terbaca", "%", "90%", "#DIV/0!", ""],
        ["", "Persentase uji salah hitung", "%", "50", "40", "91"],
    ]
    page = buka(AKUN, "/impor/", boleh=(422,))
    _upload(
        page,
        situs,
        _save(tmp_path / "capaian.xlsx", {"Tabel 1": rows}),
        bentuk="capaian",
        tahun=2019,
        unit=UNIT,
    )
    expect(page.locator("h1")).to_contain_text("akan dibuat")
    expect(page.locator("main tbody tr").filter(has_text="E3")).to_contain_text("Tabel 1")
    expect(page.locator("main tbody tr").filter(has_text="F4")).to_contain_text("Tabel 1")
    page.get_by_label("Tingkat").select_option("galat")
    page.wait_for_url(re.compile(r"tingkat=galat"))
    expect(page.locator("main tbody tr").filter(has_text="F4")).to_have_count(0)


@pytest.mark.parametrize(("nama", "isi"), [
    ("kosong.xlsx", b""),
    ("gambar.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64)),
    ("lain.xlsx", None),
])  # fmt: skip
def test_a_file_that_cannot_be_used_says_so(
    buka: Buka, situs: Situs, tmp_path: Path, nama: str, isi: bytes | None
) -> None:
    berkas = tmp_path / nama
    if isi is None:
        _save(berkas, {"Daftar hadir": [["No", "Jabatan"], [1, "Kepala Bagian"]]})
    else:
        berkas.write_bytes(isi)
    page = buka(AKUN, "/impor/", boleh=(422,))
    _upload(page, situs, berkas, bentuk="templat", tahun=2026)
    expect(page.locator("main .s-pesan.salah, main .s-galat-bidang").first).to_be_visible()
    assert page.locator("details.s-tegas", has_text="Terapkan").count() == 0


def test_the_real_staircase_file_shows_its_dirt(buka: Buka, situs: Situs) -> None:
    """1,605 rows of a real city, looked at by its admin: already stored, with what does not add up."""
    source = Path(__file__).parents[2] / "demo" / "tangsel2023" / "tangsel2023.xlsx"
    page = buka("admin.tangsel", "/impor/")
    _upload(page, situs, source, bentuk="program", tahun=2023)
    expect(page.locator("h1")).to_have_text("Isi berkas ini sudah tersimpan")
    expect(page.locator("main")).to_contain_text("1.605 baris dibaca")
    page.get_by_role("link", name=re.compile(r"^Selisih jumlah")).click()
    assert page.locator("main tbody tr").count() > 5


def test_the_template_of_a_unit_opens_in_a_reader(buka: Buka, situs: Situs) -> None:
    page = buka("perencana.dinkes", "/impor/")
    page.locator("#templat_unit").select_option("DINKES")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh templat").click()
    book = CalamineWorkbook.from_filelike(BytesIO(waiting.value.path().read_bytes()))
    assert {"Petunjuk", "Indikator", "Target", "Realisasi"} <= set(book.sheet_names)
    assert len(book.get_sheet_by_name("Indikator").to_python()) > 5
