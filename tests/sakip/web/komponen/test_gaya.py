"""The components page and the frame: open to all, clean under the strict content policy."""

import re

import pytest
from django.template import engines
from django.test import Client, RequestFactory

pytestmark = pytest.mark.usefixtures("alamat_kerangka")


def test_the_sheet_is_open_without_signing_in():
    assert Client().get("/gaya/").status_code == 200


def test_the_drawer_is_a_fragment_for_htmx():
    shown = Client().get("/gaya/mengapa/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in shown
    assert "Mengapa 106,33%?" in shown


def test_the_drawer_is_a_page_without_htmx():
    assert "<html" in Client().get("/gaya/mengapa/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("alamat", ["/gaya/", "/gaya/mengapa/", "/akun/login/", "/akun/password/reset/"])
def test_no_page_carries_inline_style_or_script(alamat):
    shown = Client().get(alamat).content.decode()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=", shown)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", shown))


@pytest.mark.django_db
@pytest.mark.parametrize("alamat", ["/gaya/", "/akun/login/"])
def test_every_icon_in_use_is_in_the_sprite(alamat):
    shown = Client().get(alamat).content.decode()
    used = set(re.findall(r'href="#([it][a-z0-9-]+)"/>', shown))
    known = set(re.findall(r'<symbol id="([^"]+)"', shown))
    assert used <= known


def test_ids_are_unique_on_the_sheet():
    ids = re.findall(r'\sid="([^"]+)"', Client().get("/gaya/").content.decode())
    assert len(ids) == len(set(ids))


def test_sorting_by_capaian_keeps_the_unreported_last():
    shown = Client().get("/gaya/?urut=-capaian&halaman=2").content.decode()
    assert "Nilai AKIP dinas" in shown


@pytest.mark.parametrize("nama", ["400", "403", "404", "500", "403_csrf"])
def test_an_error_page_says_what_to_do(nama):
    shown = engines["django"].get_template(f"{nama}.html").render({}, RequestFactory().get("/"))
    assert "Ke beranda" in shown
