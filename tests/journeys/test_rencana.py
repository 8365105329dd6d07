"""A Renstra from nothing: drafted, returned, mended, verified, put in force, changed, held against its former self."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.alat import isi_formulir, lebar_lebih, pelanggaran
from tests.journeys.conftest import UKURAN, Buka

pytestmark = pytest.mark.journey

PERENCANA, PEMERIKSA = "perencana.dinsos", "perencana.bappeda.kota"
TUJUAN, SASARAN = "Meningkatnya kesejahteraan penduduk rentan", "Menurunnya penduduk yang menggantungkan diri"
PROGRAM, DIPERBAIKI = "Program rehabilitasi sosial", "Menurunnya penduduk rentan yang bergantung pada bantuan"
DIUBAH = "Menurunnya keluarga rentan yang bergantung pada bantuan"
ALASAN = "Sasaran belum menyebut siapa yang berubah keadaannya."


def _tekan(page: Page, langkah: str, **isian: str) -> None:
    """Take a step of the document: open its question, fill it in, confirm."""
    tanya = page.locator("details.s-tegas", has=page.locator("summary", has_text=re.compile(f"^{langkah}$")))
    tanya.locator("summary").click()
    for nama, isi in isian.items():
        tanya.locator(f"[name={nama}]").fill(isi)
    tanya.locator("button[type=submit]").click()


def _tambah(page: Page, jenis: str, pernyataan: str, *, di_bawah: str = "") -> None:
    nama = f"Tambah di bawahnya {di_bawah}" if di_bawah else "Tambah butir pertama"
    page.get_by_role("link", name=nama, exact=True).click()
    isi_formulir(page, jenis=jenis, pernyataan=pernyataan)
    page.get_by_role("button", name="Tambah", exact=True).click()
    expect(page.locator("li > .tebal", has_text=pernyataan)).to_be_visible()


def _ubah(page: Page, lama: str, baru: str) -> None:
    """Reword a node of the draft whose edit page is open."""
    page.get_by_role("link", name=f"Ubah {lama}", exact=True).click()
    isi_formulir(page, pernyataan=baru)
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator("li > .tebal", has_text=baru)).to_be_visible()


def _mulai(page: Page) -> None:
    """A draft with a tujuan, a sasaran that is measured, and a programme."""
    page.get_by_role("link", name="Susun dokumen baru").click()
    isi_formulir(page, nama="Renstra uji 2030-2034", tahun_mulai="2030", tahun_selesai="2034")
    page.get_by_role("button", name="Mulai menyusun").click()
    _tambah(page, "tujuan", TUJUAN)
    _tambah(page, "sasaran", SASARAN, di_bawah=TUJUAN)
    _tambah(page, "program", PROGRAM, di_bawah=SASARAN)
    page.get_by_role("link", name=f"Indikator {SASARAN}", exact=True).click()
    page.get_by_role("button", name=re.compile("^Tautkan ")).first.click()
    expect(page.get_by_text("Indikator ditautkan.")).to_be_visible()
    page.locator(".s-remah").get_by_role("link", name="Susun").click()


def _isi_kisi(page: Page) -> None:
    """Type targets with the keyboard alone, paste a row of ceilings, save, and find them again."""
    page.get_by_role("link", name="Isi target dan pagu").click()
    target = page.locator("tbody tr").first.locator("input")
    target.first.fill("80,5")
    target.first.press("ArrowRight")
    expect(target.nth(1)).to_be_focused()
    page.keyboard.type("82")
    page.keyboard.press("ArrowDown")
    pagu = page.locator("tbody tr").last.locator("input")
    expect(pagu.nth(1)).to_be_focused()
    pagu.first.evaluate(
        """sel => { const isi = new DataTransfer(); isi.setData("text/plain", "1.000.000\\t2.500.000\\t3.000.000");
        sel.dispatchEvent(new ClipboardEvent("paste", { clipboardData: isi, bubbles: true, cancelable: true })); }"""
    )
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("5 sel tersimpan.")).to_be_visible()
    expect(target.first).to_have_value("80,5")
    expect(pagu.nth(2)).to_have_value("3.000.000")


def _layak(page: Page) -> None:
    """No violation of accessibility in either theme, and no sideways scrolling on a phone."""
    for tema in ("dark", "light"):
        page.emulate_media(color_scheme=tema)  # type: ignore[arg-type]
        assert pelanggaran(page) == [], (page.url, tema)
    page.set_viewport_size(UKURAN["ponsel"])
    assert lebar_lebih(page) == 0, page.url
    page.set_viewport_size(UKURAN["meja"])


def test_a_renstra_goes_from_nothing_to_force_and_is_changed(buka: Buka) -> None:
    unit = buka(PERENCANA, "/rencana/")
    _mulai(unit)
    _layak(unit)
    _isi_kisi(unit)
    _layak(unit)
    unit.locator(".s-remah").get_by_role("link", name="Renstra uji").click()
    _tekan(unit, "Ajukan")
    alamat = urlsplit(unit.url).path
    kota = buka(PEMERIKSA, alamat)
    _kembali_lalu_berlaku(unit, kota)
    expect(kota.get_by_text("Dokumen berlaku.")).to_be_visible()
    unit.goto(unit.url)
    _ubah_yang_berlaku(unit)


def _kembali_lalu_berlaku(unit: Page, kota: Page) -> None:
    """Returned with a reason, mended and submitted again, verified, put in force with its legal basis."""
    _tekan(kota, "Kembalikan", catatan=ALASAN)
    unit.reload()
    expect(unit.get_by_text(ALASAN)).to_be_visible()
    alamat = unit.url
    unit.get_by_role("link", name="Susun isi").click()
    _ubah(unit, SASARAN, DIPERBAIKI)
    unit.goto(alamat)
    _tekan(unit, "Ajukan", catatan="Sasaran sudah menyebut penduduk rentan.")
    kota.reload()
    expect(kota.get_by_text("Sasaran sudah menyebut penduduk rentan.")).to_be_visible()
    _tekan(kota, "Verifikasi")
    _tekan(kota, "Berlakukan", dasar="Peraturan Wali Kota Nomor 12 Tahun 2029", ditetapkan_pada="2029-09-01")


def _ubah_yang_berlaku(page: Page) -> None:
    """A version of change with one sasaran reworded is compared, then thrown away."""
    page.get_by_role("link", name="Buat versi perubahan").click()
    page.get_by_role("button", name="Buat versi perubahan").click()
    _ubah(page, DIPERBAIKI, DIUBAH)
    page.get_by_role("link", name="Selesai menyusun").click()
    draf = page.url
    page.get_by_role("link", name=re.compile("^Bandingkan dengan versi")).first.click()
    expect(page.locator("main tbody tr")).to_have_count(1)
    expect(page.locator("main del")).to_have_text("penduduk")
    expect(page.locator("main ins")).to_have_text("keluarga")
    _layak(page)
    page.goto(draf)
    _tekan(page, "Buang draf")
    expect(page.get_by_text("Draf dibuang.")).to_be_visible()
