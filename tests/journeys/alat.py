"""What every journey asks of a page."""

import re
import time
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

AXE = Axe()
TAUTAN_SANDI = re.compile(r"https?://\S+/akun/password/reset/key/\S+")


def pelanggaran(page: Page) -> list[str]:
    """axe's violations on the page, one line each."""
    results = AXE.run(page, options={"resultTypes": ["violations"]})
    return [
        f"{item['id']}: {node['target']} {node['failureSummary'].splitlines()[-1].strip()}"
        for item in results.response["violations"]
        for node in item["nodes"]
    ]


def lebar_lebih(page: Page) -> int:
    """Pixels by which the page is wider than the window: no sideways scrolling on a phone."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def isi_formulir(page: Page, **isian: str) -> None:
    """Fill fields by their names: a text, or the value of a choice."""
    for nama, isi in isian.items():
        bidang = page.locator(f"main [name={nama}]")
        if bidang.evaluate("element => element.tagName") == "SELECT":
            bidang.select_option(isi)
        else:
            bidang.fill(isi)


def masuk(page: Page, akun: str, sandi: str) -> None:
    """Fill the sign-in form that is open and send it with the keyboard."""
    page.fill("input[name=login]", akun)
    page.fill("input[name=password]", sandi)
    page.press("input[name=password]", "Enter")


def setel_sandi(page: Page, sandi: str) -> None:
    """Choose a password on the page that a mailed link opens."""
    page.fill("input[name=password1]", sandi)
    page.fill("input[name=password2]", sandi)
    page.get_by_role("button", name="Simpan kata sandi").click()


def tautan_sandi_baru(log: Path, sejak: int) -> str:
    """The link in the mail written to the server's log after byte `sejak`; the demo mails to its console."""
    for _ in range(100):
        found = TAUTAN_SANDI.findall(log.read_bytes()[sejak:].decode(errors="replace"))
        if found:
            return str(found[-1])
        time.sleep(0.1)
    raise AssertionError("no mail with a password link arrived")
