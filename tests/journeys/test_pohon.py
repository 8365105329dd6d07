"""A tree built with the keyboard alone, a deletion taken back, and a need put to another unit and answered."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.alat import lebar_lebih, pelanggaran
from tests.journeys.conftest import Buka

pytestmark = pytest.mark.journey

DINKES, DINSOS = "perencana.dinkes", "perencana.dinsos"
POHON = "/pohon/?jenis=unit&q=Kesehatan"
#: More stops than any page has before its own part.
LANGKAH_TAB = 150


def tab_ke(page: Page, pemilih: str) -> None:
    """Press Tab until the element has the focus, as somebody without a mouse does."""
    for _ in range(LANGKAH_TAB):
        if page.evaluate("pemilih => document.activeElement?.matches(pemilih)", pemilih):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {pemilih}")


def tekan(page: Page, pemilih: str) -> None:
    tab_ke(page, pemilih)
    page.keyboard.press("Enter")


def tulis(page: Page, pemilih: str, isi: str) -> None:
    tab_ke(page, pemilih)
    page.keyboard.press("Control+A")
    page.keyboard.type(isi)


def tambah(page: Page, tombol: str, kondisi: str) -> None:
    """From the row that has the focus: the letter opens a form in place, Enter sends it."""
    page.keyboard.press(tombol)
    expect(page.locator(".s-pohon-sunting textarea")).to_be_focused()
    page.keyboard.type(kondisi)
    page.keyboard.press("Enter")
    expect(page.locator(".s-pohon .kalimat:focus")).to_have_text(kondisi)


def mulai_pohon(page: Page, nama: str) -> None:
    """A new tree with its result, ready for the next condition."""
    tulis(page, "main input[name=nama]", nama)
    tekan(page, "main form.s-formulir button[type=submit]")
    expect(page.get_by_text("Pohon ini masih kosong")).to_be_visible()
    tekan(page, "main a[href*='/tambah/']")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kondisi baru")
    tulis(page, "main textarea[name=pernyataan]", "Meningkatnya kualitas udara kota")
    tekan(page, "main form.s-formulir button[type=submit]")
    expect(page.locator(".s-pohon .kalimat:focus")).to_have_text("Meningkatnya kualitas udara kota")


def usulkan(page: Page, kondisi: str, kebutuhan: str) -> None:
    """Put a need of a condition to the social service, and go back to the tree."""
    page.get_by_role("link", name=kondisi, exact=True).click()
    page.locator("#usul summary").click()
    page.locator("#usul select").select_option(label="Dinas Sosial")
    page.locator("#usul textarea").fill(kebutuhan)
    page.get_by_role("button", name="Kirim usulan").click()
    expect(page.locator("#usul").get_by_role("link", name=kebutuhan)).to_be_visible()
    page.get_by_role("link", name="utama 2026").click()


def test_a_tree_grows_step_by_step_by_keyboard_only(buka: Buka) -> None:
    page = buka(DINKES, "/pohon/baru/")
    mulai_pohon(page, "uji papan ketik")
    tekan(page, "button[name=arah][value=lanjut]")
    expect(page.locator("[aria-current=step]")).to_contain_text("Menemukan CSF")
    tab_ke(page, ".s-pohon .kalimat")
    tambah(page, "n", "Terkendalinya emisi kendaraan")
    tambah(page, "m", "Terkendalinya emisi industri")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".s-pohon .kalimat").nth(1)).to_have_text("Terkendalinya emisi industri")
    expect(page.locator(".s-pohon .kalimat:focus")).to_have_text("Terkendalinya emisi industri")
    tekan(page, "button[name=arah][value=lanjut]")
    expect(page.locator("[aria-current=step]")).to_contain_text("Menguraikan kondisi antara")
    assert pelanggaran(page) == []


def test_a_deleted_condition_comes_back_with_control_z(buka: Buka) -> None:
    page = buka(DINKES, "/pohon/baru/")
    mulai_pohon(page, "uji urung")
    tambah(page, "n", "Terkendalinya emisi kendaraan")
    page.keyboard.press("Delete")
    expect(page.locator("#pohon-tanya [data-apa]")).to_have_text("Terkendalinya emisi kendaraan")
    tekan(page, "#pohon-tanya .btn-bahaya")
    expect(page.locator("[data-urung]")).to_be_visible()
    expect(page.locator(".s-pohon .kalimat")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(page.locator(".s-pohon .kalimat")).to_have_count(2)


def test_another_unit_refuses_one_need_with_a_reason_and_accepts_another(buka: Buka) -> None:
    dinkes = buka(DINKES, POHON)
    dinkes.get_by_role("link", name="utama", exact=True).click()
    usulkan(dinkes, "Menurunnya kematian ibu", "Kendaraan rujukan untuk setiap kelurahan")
    usulkan(dinkes, "Terdeteksinya kehamilan berisiko sejak dini", "Data keluarga miskin dengan ibu hamil")
    dinsos = buka(DINSOS, "/pohon/usulan/")
    dinsos.get_by_role("link", name="Kendaraan rujukan untuk setiap kelurahan").click()
    dinsos.locator("[name=alasan]").fill("Kendaraan rujukan dikelola rumah sakit.")
    dinsos.get_by_role("button", name="Tolak usulan").click()
    dinsos.goto(dinsos.url.split("/pohon/")[0] + "/pohon/usulan/?status=diusulkan")
    dinsos.get_by_role("link", name="Data keluarga miskin dengan ibu hamil").click()
    dinsos.get_by_role("button", name="Terima usulan").click()
    dinkes.get_by_role("link", name="Crosscutting", exact=True).click()
    usulan = dinkes.locator(".s-usulan > li")
    expect(usulan.filter(has_text="Kendaraan rujukan dikelola rumah sakit.")).to_contain_text("Ditolak")
    expect(usulan.filter(has_text="Data keluarga miskin")).to_contain_text("Diterima")


@pytest.mark.parametrize("tema", ["light", "dark"])
def test_the_nested_list_fits_a_phone_and_reads_aloud(buka: Buka, tema: str) -> None:
    page = buka(DINKES, POHON, ukuran="ponsel", tema=tema)
    page.get_by_role("link", name="utama", exact=True).click()
    expect(page.locator("#pohon-daftar")).to_be_visible()
    assert lebar_lebih(page) == 0
    assert pelanggaran(page) == []
    page.get_by_role("link", name="Menurunnya kematian ibu", exact=True).click()
    expect(page.locator("#usul")).to_be_visible()
    assert lebar_lebih(page) == 0
    assert pelanggaran(page) == []
