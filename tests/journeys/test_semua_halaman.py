"""Every kind of page, for every role, at desktop and phone width, in light and dark."""

import inspect
from collections.abc import Callable

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from sakip.cli.demo.akun import AKUN
from tests.journeys.alat import lebar_lebih, pelanggaran
from tests.journeys.conftest import UKURAN, Buka, Situs
from tests.journeys.jelajah import Jelajah

pytestmark = pytest.mark.journey

SEMUA_AKUN = [akun for _peran, akun, _apa in AKUN]
TERTUTUP = ["/akun/password/change/", "/akun/2fa/"]
PINTU = [
    "/akun/login/",
    "/akun/password/reset/",
    "/akun/password/reset/done/",
    "/akun/password/reset/key/1-x/",
]
# Answers to a form or a button without being declared as such, and data for a script: no page of their own.
TANPA_HALAMAN = {"set_language", "pelaporan:siapkan", "evaluasi:keadaan", "pohon:data", "pohon:temuan",
                 "kamus:cari_nasional", "nomenklatur:cari", "nomenklatur:pilih"}  # fmt: skip
# Opened by tests of their own: no link leads to them.
DI_LUAR_MENU = {
    "gaya:lembar", "gaya:mengapa", "pengukuran:mengapa", "impor:templat", "berkas:unduh",
    "evaluasi:rekomendasi", "evaluasi:rekomendasi_baru", "evaluasi:impor_rinci",
    # An import under way, and a file of the national list: the demo holds none.
    "lembar:rinci", "kamus:impor_nasional",
    # A canvas asks for its form and its file by script.
    "pohon:formulir", "pohon:ekspor",
    # Fragments that a page asks for after it is shown, and addresses that lead on.
    "temuan:ringkas", "temuan:ringkas_dokumen", "perencanaan:daftar_pohon", "perencanaan:pohon",
}  # fmt: skip


@pytest.mark.parametrize("akun", SEMUA_AKUN)
def test_every_page_of_a_role_is_whole(jelajah: Callable[[str], Jelajah], akun: str) -> None:
    masalah = jelajah(akun).masalah
    assert not masalah, "\n".join(masalah)


def _names(patterns: list[URLPattern | URLResolver], prefix: str = "") -> set[str]:
    names: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            names |= _names(pattern.url_patterns, inner)
        elif pattern.name and not _only_posted(pattern):
            names.add(f"{prefix}{pattern.name}")
    return names


def _only_posted(pattern: URLPattern) -> bool:
    """Whether the view refuses to be opened: an answer to a form or a button."""
    if not inspect.isfunction(pattern.callback):
        return False
    return inspect.getclosurevars(pattern.callback).nonlocals.get("request_method_list") == ["POST"]


def test_no_address_of_the_site_is_left_out(jelajah: Callable[[str], Jelajah]) -> None:
    """A page that no role's walk reaches is either unlinked or forgotten here."""
    seen: set[str] = set()
    for akun in SEMUA_AKUN:
        seen |= {name.split()[0] for name in (*jelajah(akun).halaman, *jelajah(akun).unduhan)}
    ours = {
        name
        for name in _names(get_resolver().url_patterns)
        if not name.startswith(("account_", "mfa_", "social"))
    }
    assert {name for name in ours if "openid" not in name} - seen - TANPA_HALAMAN - DI_LUAR_MENU == set()


@pytest.mark.parametrize("path", PINTU)
@pytest.mark.parametrize("tema", ["light", "dark"])
def test_the_door_is_whole_for_somebody_signed_out(buka: Buka, path: str, tema: str) -> None:
    page = buka(None, path, tema=tema)
    assert page.locator("h1").count() == 1
    assert pelanggaran(page) == []
    page.set_viewport_size(UKURAN["ponsel"])
    assert lebar_lebih(page) == 0


@pytest.mark.parametrize("path", TERTUTUP)
def test_account_pages_are_whole(buka: Buka, path: str) -> None:
    page = buka("walidata", path, ukuran="ponsel")
    assert pelanggaran(page) == []
    assert lebar_lebih(page) == 0


@pytest.mark.parametrize(("akun", "path", "status"), [
    ("walidata", "/tidak-ada/", 404),
    ("walidata", "/kelola/unit/", 403),
    (None, "/tidak-ada/", 404),
])  # fmt: skip
def test_error_pages_say_what_to_do(buka: Buka, akun: str | None, path: str, status: int) -> None:
    page = buka(akun, path, ukuran="ponsel", status=status)
    assert page.locator("main a").count() > 0
    assert pelanggaran(page) == []
    assert lebar_lebih(page) == 0


@pytest.mark.parametrize("tema", ["light", "dark"])
def test_the_components_page_is_whole(buka: Buka, tema: str) -> None:
    page = buka("admin.organisasi", "/gaya/", tema=tema)
    assert pelanggaran(page) == []
    page.set_viewport_size(UKURAN["ponsel"])
    assert lebar_lebih(page) == 0


def test_a_language_can_be_chosen(buka: Buka, situs: Situs) -> None:
    page = buka(None, "/akun/login/")
    page.locator(".s-lipat summary").click()
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.goto(situs.alamat("/akun/login/"))
    assert page.locator("html").get_attribute("lang") == "en"
