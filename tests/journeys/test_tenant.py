"""One instansi never sees another's: its rows do not exist."""

import base64
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import APIRequestContext, Page

from tests.journeys.conftest import Buka, Situs
from tests.journeys.jelajah import Jelajah

pytestmark = pytest.mark.journey

GAMBAR = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
# Every kind of address that must be among those tried.
JENIS = {
    "pengukuran:unit", "pengukuran:indikator", "perencanaan:dokumen", "pelaporan:unit", "pelaporan:lkjip pdf",
    "kelola:unit_rinci", "kelola:pengguna_rinci",
}  # fmt: skip


def _owned(walk: Jelajah) -> dict[str, str]:
    """Addresses that name a row of the tenant, by kind: those with a long random key in them."""
    semua = {**walk.halaman, **walk.unduhan}
    return {
        kind: path
        for kind, path in semua.items()
        if any(len(part) == 36 for part in urlsplit(path).path.split("/"))
    }


def _status(request: APIRequestContext, url: str) -> int:
    return request.get(url, max_redirects=0, timeout=60_000).status


@pytest.mark.parametrize(("pemilik", "lain"), [
    ("admin.organisasi", "admin.tangsel"),
    ("admin.tangsel", "admin.organisasi"),
    ("admin.jabar", "admin.organisasi"),
])  # fmt: skip
def test_another_tenants_address_does_not_exist(
    buka: Buka, situs: Situs, jelajah: Callable[[str], Jelajah], pemilik: str, lain: str
) -> None:
    addresses = _owned(jelajah(pemilik))
    assert JENIS - addresses.keys() == set()
    page: Page = buka(lain, "/")
    found = {path: _status(page.request, situs.alamat(path)) for path in addresses.values()}
    assert {path: status for path, status in found.items() if status != 404} == {}


def test_a_file_is_a_download_and_only_its_tenants(buka: Buka, situs: Situs) -> None:
    page = buka("admin.jabar", "/kelola/instansi/")
    page.set_input_files(
        "input[name=berkas]", {"name": "lambang.png", "mimeType": "image/png", "buffer": GAMBAR}
    )
    page.get_by_role("button", name="Unggah lambang").click()
    path = page.get_by_alt_text("Lambang saat ini").get_attribute("src")
    mine = page.request.get(f"{situs.url}{path}")
    assert (mine.status, mine.headers["x-content-type-options"]) == (200, "nosniff")
    assert mine.headers["content-disposition"].startswith("attachment")
    assert _status(buka("admin.tangsel", "/").request, f"{situs.url}{path}") == 404
    assert _status(buka("operator", "/").request, f"{situs.url}{path}") == 404
    page.locator("details.s-tegas summary", has_text="Hapus lambang").click()
    page.locator("details.s-tegas[open]").get_by_role("button", name="Hapus lambang").click()
    assert page.get_by_text("Belum ada lambang.").is_visible()


def test_a_unit_does_not_read_its_neighbour(
    buka: Buka, situs: Situs, jelajah: Callable[[str], Jelajah]
) -> None:
    page = buka("admin.organisasi", "/kinerja/?tahun=2025&tw=setahun&q=Perhubungan")
    neighbour = page.locator("tbody td.utama a").first.get_attribute("href") or ""
    planner = buka("perencana.dinkes", "/").request
    assert _status(planner, situs.alamat(neighbour)) == 404
    assert _status(planner, situs.alamat(jelajah("perencana.dinkes").halaman["pengukuran:unit"])) == 200


def test_the_operator_sees_tenants_but_nothing_in_them(
    buka: Buka, situs: Situs, jelajah: Callable[[str], Jelajah]
) -> None:
    page = buka("operator", "/")
    assert page.locator("main tbody tr").count() == 3
    addresses = [
        *_owned(jelajah("admin.organisasi")).values(),
        "/kinerja/",
        "/rencana/",
        "/impor/",
        "/kelola/unit/",
    ]
    found = {path: _status(page.request, situs.alamat(path)) for path in addresses}
    assert {path: status for path, status in found.items() if status not in (403, 404)} == {}


def test_a_search_of_the_operator_finds_nothing(buka: Buka, situs: Situs) -> None:
    answer = buka("operator", "/").request.get(situs.alamat("/cari/?q=stunting"))
    assert "/indikator/" not in answer.text()


@pytest.mark.smoke
def test_somebody_signed_out_is_sent_to_sign_in(peramban: object, buka: Buka, situs: Situs) -> None:
    page = buka(None, "/akun/login/")
    for path in ("/", "/kinerja/", "/laporan/", "/kelola/unit/", "/impor/", "/cari/?q=a"):
        answer = page.request.get(situs.alamat(path), max_redirects=0)
        assert (answer.status, answer.headers["location"].split("?")[0]) == (302, "/akun/login/"), path


def test_a_signed_out_address_leads_back_after_signing_in(
    buka: Buka, situs: Situs, jelajah: Callable[[str], Jelajah]
) -> None:
    page = buka(None, "/akun/login/")
    for path in _owned(jelajah("perencana.dinkes")).values():
        answer = page.request.get(situs.alamat(path), max_redirects=0)
        assert answer.status == 302, path
        assert "next=" in answer.headers["location"]
