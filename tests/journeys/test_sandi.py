"""Passwords: forgotten, wrong, and guessed at."""

import pytest
from playwright.sync_api import expect

from tests.journeys.alat import masuk, setel_sandi, tautan_sandi_baru
from tests.journeys.conftest import Buka, Situs

pytestmark = pytest.mark.journey

# Accounts that no other journey uses: one gets a new password, one is locked for some minutes.
LUPA = "perencana.dishub"
DITEBAK = "perencana.dlh"
SANDI_BARU = "angkutan kota lewat terminal"


def _minta_tautan(buka: Buka, situs: Situs) -> str:
    sejak = situs.log.stat().st_size
    page = buka(None, "/akun/login/")
    page.get_by_role("link", name="Lupa kata sandi?").click()
    page.fill("input[name=email]", f"{LUPA}@contoh.invalid")
    page.get_by_role("button", name="Kirim tautan").click()
    expect(page.locator("h1")).to_have_text("Periksa surel Anda")
    return tautan_sandi_baru(situs.log, sejak)


def test_a_forgotten_password_is_replaced_by_mail(buka: Buka, situs: Situs) -> None:
    tautan = _minta_tautan(buka, situs)
    page = buka(None, "/akun/login/")
    page.goto(tautan)
    setel_sandi(page, SANDI_BARU)
    expect(page.locator("h1")).to_have_text("Kata sandi tersimpan")
    page.get_by_role("link", name="Masuk").click()
    masuk(page, LUPA, SANDI_BARU)
    page.wait_for_url(lambda url: "/akun/" not in url)
    lagi = buka(None, "/akun/login/")
    lagi.goto(tautan)
    expect(lagi.locator("h1")).to_have_text("Tautan tidak berlaku")


def test_a_weak_password_is_refused_with_a_reason(buka: Buka, situs: Situs) -> None:
    page = buka(None, "/akun/login/", boleh=(422,))
    page.goto(_minta_tautan(buka, situs))
    setel_sandi(page, "12345")
    expect(page.locator("h1")).to_have_text("Buat kata sandi baru")
    expect(page.locator(".s-galat-bidang").first).to_contain_text("10")


def test_an_unknown_address_gets_the_same_answer(buka: Buka) -> None:
    page = buka(None, "/akun/password/reset/")
    page.fill("input[name=email]", "tidak.ada@contoh.invalid")
    page.get_by_role("button", name="Kirim tautan").click()
    expect(page.locator("h1")).to_have_text("Periksa surel Anda")


def test_a_guesser_is_told_wrong_and_then_to_wait(buka: Buka) -> None:
    page = buka(None, "/akun/login/")
    masuk(page, DITEBAK, "bukan kata sandinya")
    message = page.locator("main [role=alert], main .s-pesan.salah, main .s-galat-bidang").first
    expect(message).to_be_visible()
    first = message.inner_text()
    for _ in range(6):
        masuk(page, DITEBAK, "bukan kata sandinya")
        page.wait_for_load_state()
    expect(message).to_contain_text("Terlalu banyak")
    assert DITEBAK not in first
