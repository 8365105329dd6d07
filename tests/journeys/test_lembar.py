"""A plan in Excel: built from the empty template, exported, changed on both sides, chosen, applied, taken back."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from tests.journeys.alat import isi_formulir, lebar_lebih, pelanggaran
from tests.journeys.conftest import UKURAN, Buka

pytestmark = pytest.mark.journey

AKUN = "perencana.dinsos"
TUJUAN, SASARAN = "Keluarga rentan hidup layak", "Keluarga rentan mandiri"
PROGRAM, INDIKATOR = "Program pemberdayaan sosial", "Persentase keluarga rentan yang mandiri"
DARI_EXCEL, DARI_SISTEM = "Keluarga rentan mandiri secara ekonomi", "Keluarga rentan lepas dari bantuan"
KONDISI, DIUBAH = "Keluarga rentan berpenghasilan tetap", "Keluarga rentan berpenghasilan cukup"
JUDUL = 3
Kisi = list[list[Any]]


def _unduh(page: Page, nama: str) -> dict[str, Kisi]:
    """The workbook that a link of the page gives, as rows of its sheets."""
    with page.expect_download() as menunggu:
        page.get_by_role("link", name=nama, exact=True).click()
    buku = CalamineWorkbook.from_path(str(menunggu.value.path()))
    return {satu: buku.get_sheet_by_name(satu).to_python(skip_empty_area=False) for satu in buku.sheet_names}


def _simpan(jalur: Path, lembar: dict[str, Kisi]) -> Path:
    """As a spreadsheet program saves a workbook."""
    with xlsxwriter.Workbook(str(jalur), {"strings_to_formulas": False}) as buku:
        for nama, isi in lembar.items():
            kertas = buku.add_worksheet(nama)
            for nomor, baris in enumerate(isi):
                for kolom, sel in enumerate(baris):
                    if sel not in ("", None):
                        kertas.write(nomor, kolom, sel)
    return jalur


def _kolom(isi: Kisi, judul: str) -> int:
    """The column of a heading, or of "2035 Target" under its year."""
    induk = ""
    for nomor, atas in enumerate(isi[JUDUL]):
        induk, bawah = str(atas or induk), str(isi[JUDUL + 1][nomor])
        if judul == (f"{induk} {bawah}" if bawah else induk):
            return nomor
    raise KeyError(judul)


def _baris(isi: Kisi, **sel: Any) -> None:
    """A row typed below the table; underscores in the names of headings stand for blanks."""
    while len(isi) < JUDUL + 2:
        isi.append([""] * len(isi[JUDUL]))
    isi.append([""] * len(isi[JUDUL]))
    for judul, nilai in sel.items():
        isi[-1][_kolom(isi, judul.replace("_", " ").strip())] = nilai


def _ganti(lembar: Kisi, dari: str, ke: str) -> None:
    nomor, kolom = next(
        (n, k) for n, baris in enumerate(lembar) for k, sel in enumerate(baris) if sel == dari
    )
    lembar[nomor][kolom] = ke


def _unggah(page: Page, jalur: Path) -> None:
    page.locator("input[type=file]").set_input_files(jalur)
    page.get_by_role("button", name="Periksa berkas").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("perbedaan")


def _tekan(page: Page, langkah: str) -> None:
    """Open the question of a step and confirm it."""
    tanya = page.locator("details.s-tegas", has=page.get_by_text(langkah, exact=True))
    tanya.locator("summary").click()
    tanya.locator("button[type=submit]").click()


def _layak(page: Page) -> None:
    """No violation of accessibility in either theme, and no sideways scrolling on a phone."""
    for tema in ("dark", "light"):
        page.emulate_media(color_scheme=tema)  # type: ignore[arg-type]
        assert pelanggaran(page) == [], (page.url, tema)
    page.set_viewport_size(UKURAN["ponsel"])
    assert lebar_lebih(page) == 0, page.url
    page.set_viewport_size(UKURAN["meja"])


def _isi_renstra(isi: Kisi) -> None:
    """What a planner types into the empty template."""
    _baris(isi, Tujuan=TUJUAN, Kode="1")
    _baris(
        isi, Sasaran=SASARAN, Kode="1.1", Indikator=INDIKATOR, Satuan="%",
        **{"2035 Target": 40, "2036 Target": 45, "2037 Target": 50, "2038 Target": 55, "2039 Target": 60},
    )  # fmt: skip
    _baris(isi, Program=PROGRAM, Kode="1.06.02", **{"2035 Rp": 1_250_000_000})


def _buat_draf(page: Page, nama: str) -> str:
    """A draft without contents; its address."""
    page.get_by_role("link", name="Susun dokumen baru").click()
    isi_formulir(page, nama=nama, tahun_mulai="2035", tahun_selesai="2039")
    page.get_by_role("button", name="Mulai menyusun").click()
    page.locator(".s-remah").get_by_role("link", name=nama).click()
    expect(page.get_by_role("link", name="Lewat Excel")).to_be_visible()
    return page.url


def _dari_kosong(page: Page, tmp_path: Path) -> None:
    """The empty template, filled in, becomes the contents of the draft."""
    page.get_by_role("link", name="Lewat Excel").click()
    _layak(page)
    lembar = _unduh(page, "Templat kosong")
    _isi_renstra(lembar["Matriks"])
    _unggah(page, _simpan(tmp_path / "kosong.xlsx", lembar))
    expect(page.locator("tbody tr", has_text="Baris baru").first).to_be_visible()
    _layak(page)
    _tekan(page, "Terapkan")
    expect(page.get_by_text("Impor diterapkan.")).to_be_visible()


def test_a_renstra_built_in_excel_comes_back_changed_on_both_sides(buka: Buka, tmp_path: Path) -> None:
    page = buka(AKUN, "/rencana/")
    alamat = _buat_draf(page, "Renstra Excel 2035-2039")
    _dari_kosong(page, tmp_path)
    page.goto(alamat)
    for teks in (TUJUAN, SASARAN, PROGRAM, INDIKATOR):
        expect(page.get_by_text(teks).first).to_be_visible()
    page.get_by_role("link", name="Lewat Excel").click()
    lembar = _unduh(page, "Unduh matriks dokumen ini")
    _ganti(lembar["Matriks"], SASARAN, DARI_EXCEL)
    lembar["Matriks"][-2][_kolom(lembar["Matriks"], "2039 Target")] = 65
    _ubah_di_sistem(page, alamat)
    page.goto(alamat)
    page.get_by_role("link", name="Lewat Excel").click()
    _unggah(page, _simpan(tmp_path / "diubah.xlsx", lembar))
    _pilih_dan_urungkan(page, alamat)


def _ubah_di_sistem(page: Page, alamat: str) -> None:
    """Meanwhile somebody rewords the same sasaran on its page."""
    page.goto(alamat)
    page.get_by_role("link", name="Susun isi").click()
    page.get_by_role("link", name=f"Ubah {SASARAN}", exact=True).click()
    isi_formulir(page, pernyataan=DARI_SISTEM)
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator("li > .tebal", has_text=DARI_SISTEM)).to_be_visible()


def _pilih_dan_urungkan(page: Page, alamat: str) -> None:
    """The conflict shows its three sides and waits; chosen, applied, taken back, thrown away."""
    konflik = page.locator("tbody tr", has_text="Konflik")
    for teks in (SASARAN, DARI_SISTEM, DARI_EXCEL):
        expect(konflik).to_contain_text(teks)
    expect(page.get_by_text("1 perbedaan belum Anda pilih.")).to_be_visible()
    expect(page.get_by_role("button", name="Terapkan")).to_have_count(0)
    _layak(page)
    konflik.get_by_label("Ikuti berkas").check()
    page.get_by_role("button", name="Simpan pilihan").click()
    _tekan(page, "Terapkan")
    expect(page.get_by_text("Impor diterapkan.")).to_be_visible()
    _layak(page)
    hasil = page.url
    page.goto(alamat)
    expect(page.get_by_text(DARI_EXCEL).first).to_be_visible()
    page.goto(hasil)
    _tekan(page, "Urungkan")
    expect(page.get_by_text("Impor diurungkan.")).to_be_visible()
    page.goto(alamat)
    expect(page.get_by_text(DARI_SISTEM).first).to_be_visible()
    _tekan(page, "Buang draf")
    expect(page.get_by_text("Draf dibuang.")).to_be_visible()


def _impor_pohon(page: Page, tmp_path: Path, ubah: Callable[[Kisi], None], unduh: str) -> None:
    lembar = _unduh(page, unduh)
    ubah(lembar["Cascading"])
    _unggah(page, _simpan(tmp_path / "pohon.xlsx", lembar))


def test_a_tree_is_built_in_excel_and_a_circle_is_refused_by_its_cell(buka: Buka, tmp_path: Path) -> None:
    page = buka(AKUN, "/pohon/baru/")
    # A tree is never thrown away, so a database that is used again holds those of earlier runs.
    isi_formulir(page, nama=f"Pohon Excel {time.time_ns()}", tahun="2026")
    page.get_by_role("button", name="Buat pohon").click()
    page.get_by_role("link", name="Lewat Excel").click()
    _layak(page)

    def isi(kisi: Kisi) -> None:
        _baris(kisi, Kode="1", Jenis="Hasil", Kondisi=TUJUAN, Indikator=INDIKATOR, Satuan="%", Target="40")
        _baris(kisi, Kode="1.1", Induk="1", Jenis="CSF", Kondisi=KONDISI)

    _impor_pohon(page, tmp_path, isi, "Templat kosong")
    _tekan(page, "Terapkan")
    expect(page.get_by_text("Impor diterapkan.")).to_be_visible()
    page.locator(".s-remah").get_by_role("link", name="Lewat Excel").click()
    _impor_pohon(page, tmp_path, lambda kisi: _ganti(kisi, KONDISI, DIUBAH), "Unduh tabel pohon ini")
    expect(page.locator("tbody tr")).to_contain_text([DIUBAH])
    page.locator(".s-remah").get_by_role("link", name="Lewat Excel").click()
    _impor_pohon(page, tmp_path, _lingkar, "Unduh tabel pohon ini")
    expect(page.get_by_text("Induk melingkar: 1 → 1.1 → 1. Perbaiki salah satu induknya.")).to_be_visible()
    _layak(page)


def _lingkar(kisi: Kisi) -> None:
    nomor = next(n for n, baris in enumerate(kisi) if TUJUAN in baris)
    kisi[nomor][_kolom(kisi, "Induk")] = "1.1"
