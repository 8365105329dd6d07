"""The canvas of a performance tree in a real browser: walking, searching, writing, moving, taking back."""

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Locator, Page, expect

from tests.journeys.alat import lebar_lebih, pelanggaran
from tests.journeys.conftest import UKURAN, Buka, Situs

pytestmark = pytest.mark.journey
AKUN = "perencana.dinkes"


def kanvas(buka: Buka, **pilihan: object) -> Page:
    """The canvas of the largest tree of the account's own unit, found as a reader would."""
    page = buka(AKUN, "/pohon/", **pilihan)
    return ke_kanvas(page)


def ke_kanvas(page: Page) -> Page:
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


def test_the_boxes_come_first_and_their_findings_after(buka: Buka) -> None:
    page, tahan = kanvas(buka), []
    page.route("**/temuan/", lambda rute: tahan.append(rute))
    page.reload()
    page.wait_for_selector("#kanvas[data-siap]")
    page.get_by_text("Temuan", exact=True).and_(page.locator("label")).click()
    legenda = page.locator("[data-legenda]")
    expect(legenda).to_contain_text(re.compile(r"Temuan sedang dimuat \d+"))
    expect(legenda).not_to_contain_text("Tanpa temuan")
    page.wait_for_timeout(100)
    tahan[0].continue_()
    expect(legenda).to_contain_text("Tanpa temuan")
    expect(legenda).not_to_contain_text("Temuan sedang dimuat")


def test_a_change_has_the_findings_read_again(buka: Buka) -> None:
    page = kanvas(buka)
    cari(page, "Rumah bebas jentik").press("F2")
    page.locator("[data-sunting] textarea").fill(f"Rumah bebas jentik {time.time_ns()}")
    with page.expect_response("**/temuan/") as jawaban:
        page.keyboard.press("Enter")
    assert jawaban.value.ok


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


@pytest.fixture
def sentuh(situs: Situs, peramban: Browser, sesi: Callable[[str], Any]) -> Iterator[tuple[Page, CDPSession]]:
    """The canvas on a touch screen, and the line over which fingers are sent to it."""
    context = peramban.new_context(
        locale="id-ID",
        viewport=UKURAN["ponsel"],
        has_touch=True,
        reduced_motion="reduce",
        storage_state=sesi(AKUN),
    )
    page = context.new_page()
    page.goto(situs.alamat("/pohon/"))
    yield ke_kanvas(page), context.new_cdp_session(page)
    context.close()


def _jari(cdp: CDPSession, jenis: str, *titik: tuple[float, float]) -> None:
    letak = [{"x": x, "y": y} for x, y in titik]
    cdp.send("Input.dispatchTouchEvent", {"type": jenis, "touchPoints": letak})


def _tengah(kotak: Locator) -> tuple[float, float]:
    b = kotak.locator("rect.kotak").bounding_box()
    assert b
    return b["x"] + b["width"] / 2, b["y"] + b["height"] / 3


def test_a_long_press_lets_a_finger_carry_a_box(sentuh: tuple[Page, CDPSession]) -> None:
    page, cdp = sentuh
    cari(page, "Terpenuhinya layanan bayi baru lahir").press("Space")
    gerak, ke = page.locator("[role=treeitem]:focus"), kotak(page, "Terlindunginya bayi dari penyakit")
    (ax, ay), (kx, ky) = _tengah(gerak), _tengah(ke)
    _jari(cdp, "touchStart", (ax, ay))
    expect(page.locator(".s-kanvas.menyeret")).to_be_visible()
    for bagian in (0.3, 0.7, 1):
        _jari(cdp, "touchMove", (ax + (kx - ax) * bagian, ay + (ky - ay) * bagian))
    _jari(cdp, "touchEnd")
    expect(page.locator("#umum")).to_have_text(re.compile("^Dipindah ke bawah: Terlindunginya bayi"))
    page.get_by_role("button", name="Urungkan").click()
    expect(page.locator("#umum")).to_have_text("Perubahan diurungkan.")


def test_a_quick_swipe_pans_and_carries_nothing(sentuh: tuple[Page, CDPSession]) -> None:
    page, cdp = sentuh
    akar = page.get_by_role("treeitem").first
    x, y = _tengah(akar)
    _jari(cdp, "touchStart", (x, y))
    for langkah in (20, 50, 80):
        _jari(cdp, "touchMove", (x, y + langkah))
    _jari(cdp, "touchEnd")
    expect(page.locator(".hantu")).to_have_count(0)
    page.wait_for_function(
        "y => document.querySelector('[role=treeitem] rect').getBoundingClientRect().y > y", arg=y
    )


def test_a_box_that_somebody_else_changed_is_not_overwritten(buka: Buka) -> None:
    page, lain, kini = kanvas(buka, boleh=(409,)), kanvas(buka), time.time_ns()
    milik_lain, milik_saya = (f"Sinyal kewaspadaan dini {kata} {kini}" for kata in ("dijawab", "dilacak"))
    for satu, kalimat in ((lain, milik_lain), (page, milik_saya)):
        cari(satu, "Sinyal kewaspadaan dini").press("F2")
        satu.locator("[data-sunting] textarea").fill(kalimat)
        satu.keyboard.press("Enter")
        if satu is lain:
            expect(lain.locator("#umum")).to_have_text("Kalimat tersimpan.")
    expect(page.locator("#tegas")).to_contain_text(milik_lain)
    page.locator("#tegas").get_by_role("button", name="Simpan ketikan saya").click()
    expect(page.locator("#umum")).to_have_text("Kalimat tersimpan.")
    expect(kotak(page, milik_saya)).to_have_count(1)


def test_a_box_moves_up_a_level_by_keyboard_and_back(buka: Buka) -> None:
    page = kanvas(buka)
    fokus = cari(page, "Penderita hipertensi dilayani")
    expect(fokus).to_have_attribute("aria-level", "4")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#umum")).to_have_text(re.compile("^Dipindah ke bawah: "))
    expect(page.locator("[role=treeitem]:focus")).to_have_attribute("aria-level", "3")
    page.keyboard.press("Control+z")
    expect(page.locator("#umum")).to_have_text("Perubahan diurungkan.")
    expect(page.locator("[role=treeitem]:focus")).to_have_attribute("aria-level", "4")


def test_the_canvas_fills_the_window_when_asked(buka: Buka) -> None:
    page = kanvas(buka)
    page.get_by_role("button", name="Selayar penuh").click()
    penuh = page.locator("#kanvas").bounding_box()
    assert penuh
    assert (penuh["x"], penuh["y"], penuh["height"]) == (0, 0, UKURAN["meja"]["height"])
    assert pelanggaran(page) == []
    page.get_by_role("button", name="Selayar penuh").click()
    expect(page.locator("#kanvas")).not_to_have_class(re.compile("penuh"))


def test_a_box_with_a_need_of_another_unit_says_so(buka: Buka) -> None:
    page = kanvas(buka)
    tanda = page.locator("[role=treeitem]", has=page.locator(".ilintas")).first
    expect(tanda).to_have_attribute("aria-label", re.compile(r"\d+ kebutuhan lintas OPD"))
    expect(page.get_by_role("list", name="Keterangan tanda")).to_contain_text("lintas OPD")


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
