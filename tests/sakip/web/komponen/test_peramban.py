"""The components in a real browser: rules of accessibility, the content policy, the keyboard."""

import os
import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

MEJA, PONSEL = (1366, 900), (390, 844)


@pytest.fixture(scope="module")
def peramban() -> Iterator[Browser]:
    # Playwright keeps an event loop running in this thread; the tests' database calls are still synchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    chromium = os.environ.get("SAKIP_CHROMIUM") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
        yield playwright.chromium.launch(executable_path=chromium, args=arguments)
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture
def buka(peramban, live_server, alamat_kerangka):
    """Open a page; whatever the browser complains about fails the test."""
    keluhan: list[str] = []
    contexts = []

    def open_page(alamat: str, ukuran=MEJA, **pilihan) -> Page:
        size = {"width": ukuran[0], "height": ukuran[1]}
        context = peramban.new_context(viewport=size, locale="id-ID", **pilihan)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: keluhan.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: keluhan.append(str(error)))
        page.goto(live_server.url + alamat)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert keluhan == []


def pelanggaran(page: Page) -> list[str]:
    return [item["id"] for item in Axe().run(page).response["violations"]]


@pytest.mark.parametrize(("ukuran", "tema"), [(MEJA, "light"), (PONSEL, "dark")])
@pytest.mark.parametrize("alamat", ["/gaya/", "/akun/login/", "/akun/password/reset/"])
def test_no_rule_of_accessibility_is_broken(buka, alamat, ukuran, tema):
    assert pelanggaran(buka(alamat, ukuran, color_scheme=tema)) == []


@pytest.mark.parametrize("lebar", [360, 768, 1024, 1280])
def test_no_page_scrolls_sideways(buka, lebar):
    page = buka("/gaya/", (lebar, 800))
    assert page.evaluate("document.documentElement.scrollWidth") <= lebar


def test_a_number_opens_its_explanation_and_gets_the_focus_back(buka):
    page = buka("/gaya/")
    number = page.locator("main table a.s-jelas").nth(1)
    number.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#laci h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#laci")).to_be_hidden()
    expect(number).to_be_focused()


def test_the_row_in_question_is_marked(buka):
    page = buka("/gaya/")
    page.locator("main table a.s-jelas").nth(2).click()
    expect(page.locator("main tr.pilih")).to_contain_text("Rumah tangga ber-PHBS")


def test_the_explanation_keeps_the_keyboard_on_a_phone(buka):
    page = buka("/gaya/", PONSEL)
    page.locator("main table a.s-jelas").first.click()
    expect(page.locator("#laci")).to_have_attribute("aria-modal", "true")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('#laci').contains(document.activeElement)")
    assert pelanggaran(page) == []


def test_a_number_is_a_plain_link_without_script(buka):
    page = buka("/gaya/", java_script_enabled=False)
    page.locator("main table a.s-jelas").first.click()
    expect(page).to_have_url(re.compile("/gaya/mengapa/$"))


def test_the_chosen_theme_is_still_there_on_the_next_page(buka):
    page = buka("/akun/login/")
    page.get_by_text("Tampilan dan bahasa").click()
    page.get_by_role("button", name="Gelap").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_a_question_answered_with_cancel_sends_nothing(buka):
    page = buka("/gaya/")
    page.get_by_role("button", name="Kirim dengan dialog").click()
    page.locator("#tegas").get_by_role("button", name="Batal").click()
    expect(page).to_have_url(re.compile("/gaya/$"))


def test_a_question_answered_with_yes_sends_the_form(buka):
    page = buka("/gaya/")
    page.get_by_role("button", name="Kirim dengan dialog").click()
    page.locator("#tegas").get_by_role("button", name="Kirim").click()
    expect(page).to_have_url(re.compile("/gaya/kirim/$"))


def test_unsent_input_is_not_left_without_a_question(buka):
    page = buka("/gaya/")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.fill("#id_a-penyebab", "rekap terlambat")
    page.reload()
    assert asked == ["beforeunload"]


def test_a_filter_is_sent_as_soon_as_it_is_chosen(buka):
    page = buka("/gaya/")
    page.select_option("#saring-pita", "T")
    expect(page).to_have_url(re.compile("pita=T"))
    expect(page.locator(".keping")).to_contain_text("Pita: T")


def test_arrow_keys_move_down_a_column(buka):
    page = buka("/gaya/")
    page.locator("main table a.s-jelas").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("main table a.s-jelas").nth(1)).to_be_focused()


def test_a_file_that_is_too_large_is_refused_before_sending(buka, tmp_path):
    large = tmp_path / "rekap.pdf"
    large.write_bytes(b"0" * (21 * 1024 * 1024))
    page = buka("/gaya/")
    page.set_input_files("#id_a-bukti", large)
    expect(page.locator("[data-nama-berkas]").first).to_contain_text("rekap.pdf berukuran 21 MB")
