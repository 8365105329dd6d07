"""The canvas of a performance tree in a real browser: walking, searching, writing, moving, taking back."""

import re
import time

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.alat import lebar_lebih, pelanggaran
from tests.journeys.conftest import Buka

pytestmark = pytest.mark.journey
AKUN = "perencana.dinkes"


def kanvas(buka: Buka, **pilihan: object) -> Page:
    """The canvas of the largest tree of the account's own unit, found as a reader would."""
    page = buka(AKUN, "/pohon/", **pilihan)
    page.locator("main").get_by_role("link", name="utama").first.click()
    page.wait_for_url(re.compile(r"/pohon/[0-9a-f-]{36}/"))
    page.goto(page.url.rstrip("/").split("?")[0] + "/kanvas/")
    page.wait_for_selector("#kanvas[data-siap]")
    return page


def kotak(page: Page, kalimat: str) -> Locator:
    return page.get_by_role("treeitem", name=re.compile(f"^{re.escape(kalimat)}"))


def cari(page: Page, kalimat: str) -> Locator:
    """Search opens the way to a box; Esc puts the keyboard on it."""
    page.get_by_label("Cari kotak").fill(kalimat)
    page.get_by_label("Cari kotak").press("Escape")
    return page.locator("[role=treeitem]:focus")


@pytest.mark.parametrize("ukuran", ["meja", "ponsel"])
@pytest.mark.parametrize("tema", ["light", "dark"])
def test_the_canvas_has_no_axe_violation(buka: Buka, ukuran: str, tema: str) -> None:
    page = kanvas(buka, ukuran=ukuran, tema=tema)
    assert pelanggaran(page) == []
    assert lebar_lebih(page) <= 0


def test_the_first_view_stays_small_and_says_its_levels(buka: Buka) -> None:
    page = kanvas(buka)
    assert 1 < page.get_by_role("treeitem").count() <= 60
    akar = page.get_by_role("treeitem").first
    expect(akar).to_have_attribute("aria-level", "1")
    expect(akar).to_have_attribute("aria-expanded", "true")


def test_search_opens_the_way_to_a_closed_branch(buka: Buka) -> None:
    page = kanvas(buka)
    assert kotak(page, "Kelas ibu hamil diikuti ibu dan pendamping di wilayah").count() == 0
    dapat = cari(page, "Kelas ibu hamil wilayah kerja Puskesmas Metro")
    expect(dapat).to_have_attribute("aria-label", re.compile("^Kelas ibu hamil"))
    expect(page.locator("[data-hasil]")).to_have_text(re.compile(r"^1 dari \d+$"))


def test_arrows_walk_to_child_sibling_and_parent(buka: Buka) -> None:
    page = kanvas(buka)
    page.get_by_role("treeitem").first.focus()
    tingkat = []
    for tombol in ("ArrowDown", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(tombol)
        tingkat.append(page.locator("[role=treeitem]:focus").get_attribute("aria-level"))
    assert tingkat == ["2", "2", "3", "2", "1"]


def test_space_closes_and_opens_a_branch(buka: Buka) -> None:
    page = kanvas(buka)
    akar = page.get_by_role("treeitem").first
    akar.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("treeitem")).to_have_count(1)
    page.keyboard.press("Space")
    expect(akar).to_have_attribute("aria-expanded", "true")
    assert page.get_by_role("treeitem").count() > 1


def test_a_level_is_opened_by_its_name_and_the_whole_plan_is_drawn_at_once(buka: Buka) -> None:
    page = kanvas(buka)
    page.locator("[name=tingkat]").select_option("2")
    expect(page.locator("[role=treeitem][aria-level='3']")).to_have_count(0)
    page.locator("[name=tingkat]").select_option("semua")
    expect(page.locator(".jauh path").first).to_be_attached()


def test_colour_by_findings_changes_the_key(buka: Buka) -> None:
    page = kanvas(buka)
    page.get_by_text("Temuan", exact=True).and_(page.locator("label")).click()
    expect(page.locator("[data-legenda]")).to_contain_text("Tanpa temuan")


def test_a_sentence_is_edited_by_keyboard_and_undone(buka: Buka) -> None:
    page = kanvas(buka)
    lama = "Rumah bebas jentik"
    cari(page, lama).press("F2")
    baru = f"Rumah bebas jentik nyamuk {time.time_ns()}"
    page.locator("[data-sunting] textarea").fill(baru)
    page.keyboard.press("Enter")
    expect(page.locator("#umum")).to_have_text("Kalimat tersimpan.")
    page.reload()
    page.wait_for_selector("#kanvas[data-siap]")
    expect(cari(page, baru)).to_have_attribute("aria-label", re.compile(baru))


def test_undo_brings_the_former_sentence_back(buka: Buka) -> None:
    page = kanvas(buka)
    cari(page, "Kontak erat diinvestigasi").press("e")
    page.locator("[data-sunting] textarea").fill("Kontak erat diperiksa dalam tujuh hari")
    page.keyboard.press("Enter")
    expect(page.locator("#umum")).to_have_text("Kalimat tersimpan.")
    page.keyboard.press("Control+z")
    expect(page.locator("#umum")).to_have_text("Perubahan diurungkan.")
    expect(kotak(page, "Kontak erat diinvestigasi")).to_have_count(1)


def test_escape_leaves_the_sentence_as_it_was(buka: Buka) -> None:
    page = kanvas(buka)
    fokus = cari(page, "Bayi berat lahir rendah dipantau")
    fokus.press("F2")
    page.locator("[data-sunting] textarea").fill("Bukan ini")
    page.keyboard.press("Escape")
    expect(page.locator("[data-sunting]")).to_be_hidden()
    expect(page.locator("[role=treeitem]:focus")).to_have_attribute(
        "aria-label", re.compile("^Bayi berat lahir")
    )


def test_an_order_is_moved_by_keyboard_and_undone(buka: Buka) -> None:
    page = kanvas(buka)
    fokus = cari(page, "Penduduk usia produktif diskrining")
    awal = fokus.get_attribute("aria-posinset")
    page.keyboard.press("Alt+ArrowRight")
    expect(page.locator("#umum")).to_have_text(re.compile("^Kini urutan ke-"))
    assert page.locator("[role=treeitem]:focus").get_attribute("aria-posinset") != awal
    page.keyboard.press("Control+z")
    expect(page.locator("[role=treeitem]:focus")).to_have_attribute("aria-posinset", awal or "")


def test_a_box_is_added_below_another_and_taken_back(buka: Buka) -> None:
    page = kanvas(buka)
    cari(page, "Rencana perbaikan mutu").press("n")
    kalimat = f"Rencana mutu dibahas tiap bulan {time.time_ns()}"
    page.locator("[data-sunting] textarea").fill(kalimat)
    page.keyboard.press("Enter")
    expect(page.locator("#umum")).to_have_text("Kotak ditambahkan.")
    expect(kotak(page, kalimat)).to_be_focused()
    page.keyboard.press("Control+z")
    expect(kotak(page, kalimat)).to_have_count(0)


def _drag(page: Page, dari: Locator, ke: Locator) -> None:
    a, b = dari.locator("rect.kotak").bounding_box(), ke.locator("rect.kotak").bounding_box()
    assert a
    assert b
    page.mouse.move(a["x"] + 60, a["y"] + 40)
    page.mouse.down()
    page.mouse.move(a["x"] + 80, a["y"] + 50)
    page.mouse.move(b["x"] + b["width"] / 2, b["y"] + b["height"] / 2, steps=6)


def test_a_box_is_dragged_below_another_and_undone(buka: Buka) -> None:
    page = kanvas(buka)
    cari(page, "Sembuhnya pasien tuberkulosis")
    gerak = kotak(page, "Terkendalinya demam berdarah")
    _drag(page, gerak, kotak(page, "Sembuhnya pasien tuberkulosis"))
    page.mouse.up()
    expect(page.locator("#umum")).to_have_text(re.compile("^Dipindah ke bawah: Sembuhnya"))
    expect(gerak).to_have_attribute("aria-level", "4")
    page.keyboard.press("Control+z")
    expect(gerak).to_have_attribute("aria-level", "3")


def test_a_box_is_not_dropped_below_its_own_child(buka: Buka) -> None:
    page = kanvas(buka)
    cari(page, "Sembuhnya pasien tuberkulosis")
    gerak = kotak(page, "Sembuhnya pasien tuberkulosis")
    _drag(page, gerak, kotak(page, "Pasien TB didampingi sampai sembuh"))
    expect(page.locator(".s-kanvas")).to_have_class(re.compile("terlarang"))
    page.mouse.up()
    expect(page.locator("#umum")).to_have_text("Kotak tidak dapat dipindah ke bawah dirinya sendiri.")
    expect(gerak).to_have_attribute("aria-level", "3")


def test_enter_opens_the_panel_and_escape_returns_to_the_box(buka: Buka) -> None:
    page = kanvas(buka)
    cari(page, "Rumah bebas jentik").press("Enter")
    expect(page.locator("[data-panel] h2")).to_have_text(re.compile("^Rumah bebas jentik"))
    assert pelanggaran(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("[data-panel]")).to_be_hidden()
    expect(page.locator("[role=treeitem]:focus")).to_have_count(1)


def test_without_script_the_page_leads_to_the_nested_list(buka: Buka) -> None:
    page = buka(AKUN, "/pohon/", js=False)
    page.locator("main").get_by_role("link", name="utama").first.click()
    page.wait_for_url(re.compile(r"/pohon/[0-9a-f-]{36}/"))
    page.goto(page.url.rstrip("/").split("?")[0] + "/kanvas/")
    expect(page.get_by_role("link", name="Buka daftar bersarang")).to_be_visible()
    assert page.locator(".s-kanvas-gambar").evaluate("gambar => gambar.naturalWidth") > 0
