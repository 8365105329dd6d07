"""The tags inside templates: what they print, and that nothing inline slips in."""

from decimal import Decimal

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from sakip.web.komponen.riwayat import Titik


def render(isi, query="", **konteks):
    request = RequestFactory().get(f"/x/{query}")
    return Template("{% load komponen %}" + isi).render(Context({"request": request, **konteks}))


def test_a_missing_number_is_a_dash_not_a_zero():
    assert render("{{ n|angka }} {{ n|persen }} {{ n|rupiah }}", n=None) == "– – –"


def test_pages_keep_the_filter():
    page = Paginator(range(100), 10).get_page(2)
    shown = render("{% halaman page %}", "?pita=T&halaman=2", page=page)
    assert 'href="?pita=T&amp;halaman=3" rel="next"' in shown
    assert "11–20 dari 100" in " ".join(shown.split())


def test_a_single_page_shows_only_the_count():
    shown = render("{% halaman page %}", page=Paginator(range(3), 10).get_page(1))
    assert "pagination" not in shown


def test_a_sorted_heading_says_so():
    shown = render('{% urut "nama" "Nama" kelas="n" %}', "?urut=-nama")
    assert 'aria-sort="descending"' in shown
    assert 'href="?urut=nama"' in shown


def test_two_chips_offer_to_clear_all():
    saringan = {"pita": ("Pita", "Tinggi"), "q": ("Kata", "gizi")}
    shown = render("{% keping_saring saringan %}", "?pita=T&q=gizi&tahun=2026", saringan=saringan)
    assert 'href="?tahun=2026"' in shown


def test_history_has_a_table_twin():
    shown = render("{% grafik_riwayat titik desimal=1 %}", titik=[Titik("2025", Decimal(9), None)])
    assert "<table" in shown
    assert "9,0" in shown
    assert "Belum dilaporkan" in shown


def test_history_accepts_plain_dicts():
    shown = render("{% grafik_riwayat titik %}", titik=[{"label": "2025", "realisasi": Decimal(3)}])
    assert "s-bagan" in shown


def test_a_question_carries_the_csrf_token():
    shown = render('{% konfirmasi "/hapus/" "Hapus draf" "Hapus?" bahaya=True %}', csrf_token="rahasia")
    assert 'value="rahasia"' in shown
    assert "btn-bahaya" in shown


def test_an_empty_state_names_the_next_step():
    shown = render('{% kosong "Belum ada bukti" "Unggah laporan." url="/unggah/" tombol="Unggah bukti" %}')
    assert 'href="/unggah/"' in shown
    assert "Unggah bukti" in shown


class Formulir(forms.Form):
    nama = forms.CharField()


def test_a_form_with_errors_links_to_the_field():
    shown = render("{% formulir form %}", form=Formulir({}))
    assert 'href="#id_nama"' in shown
    assert 'role="alert"' in shown


def test_the_theme_comes_from_the_cookie():
    request = RequestFactory().get("/")
    request.COOKIES["sakip_tema"] = "dark"
    assert Template("{% load komponen %}{% tema %}").render(Context({"request": request})) == "dark"


@pytest.mark.parametrize("cookie", ["", "merah", '"><script>'])
def test_an_unknown_theme_follows_the_device(cookie):
    request = RequestFactory().get("/")
    request.COOKIES["sakip_tema"] = cookie
    assert Template("{% load komponen %}{% tema %}").render(Context({"request": request})) == "auto"


def test_without_a_request_the_theme_follows_the_device():
    assert Template("{% load komponen %}{% tema %}").render(Context({})) == "auto"
