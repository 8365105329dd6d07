"""The page around the canvas, and the printed tree as a download."""

import json
import re
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.sakip.web.dunia import bangun, tambah_pohon

from sakip.apps.perencanaan.models import Pohon, PohonSimpul
from sakip.web.pohon.kanvas_teks import kanvas_teks


@pytest.fixture
def pohon(dunia):
    tambah_pohon(dunia)
    return Pohon.objects.get(unit=dunia.dinkes)


@pytest.fixture
def lain(pohon, client):
    tetangga = bangun(nama="Kota Sebelah")
    client.force_login(buat_pengguna("perencana_instansi", instansi=tetangga.instansi))
    return client


def alamat(nama, pohon, kueri=""):
    return reverse(f"pohon:{nama}", args=[pohon.uid]) + kueri


def banyak_kueri(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(url).status_code == 200
    return len(kueri)


def test_the_page_gives_the_script_its_addresses_and_sentences(pohon, sebagai):
    isi = sebagai("pengamat").get(alamat("kanvas", pohon)).content.decode()
    assert f'data-data="{alamat("data", pohon)}"' in isi
    assert "Kotak tidak dapat dipindah ke bawah dirinya sendiri." in isi


def test_the_page_holds_no_inline_script_or_style(pohon, sebagai):
    isi = sebagai("pengamat").get(alamat("kanvas", pohon)).content.decode()
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)", isi)


def test_without_script_the_page_points_to_the_nested_list(pohon, sebagai):
    isi = sebagai("pengamat").get(alamat("kanvas", pohon)).content.decode()
    tanpa = isi[isi.index("<noscript>") : isi.index("</noscript>")]
    assert alamat("rinci", pohon) in tanpa
    assert "bentuk=svg" in tanpa


@pytest.mark.parametrize("nama", ["kanvas", "cetak", "ekspor"])
def test_a_tree_that_is_not_there_is_not_found(dunia, sebagai, nama):
    assert sebagai("pengamat").get(reverse(f"pohon:{nama}", args=[UUID(int=7)])).status_code == 404


@pytest.mark.parametrize("nama", ["kanvas", "cetak", "ekspor"])
def test_another_government_does_not_see_the_tree(pohon, lain, nama):
    assert lain.get(alamat(nama, pohon)).status_code == 404


@pytest.mark.parametrize(
    ("kueri", "jenis", "nama"),
    [
        ("?bentuk=svg", "image/svg+xml", ".svg"),
        ("?bentuk=png", "image/png", ".png"),
        ("?bentuk=pdf&kertas=a2", "application/pdf", "-a2.pdf"),
        ("?susunan=daftar", "application/pdf", "-daftar.pdf"),
        ("", "application/pdf", "-a3.pdf"),
    ],
)
def test_each_form_is_a_file_with_a_sensible_name(pohon, sebagai, kueri, jenis, nama):
    jawaban = sebagai("pengamat").get(alamat("ekspor", pohon, kueri))
    assert jawaban["Content-Type"] == jenis
    assert re.search(rf'filename="pohon-[a-z0-9-]+-\d{{4}}{re.escape(nama)}"', jawaban["Content-Disposition"])


@pytest.mark.parametrize("kueri", ["?kertas=a9", "?dalam=0", "?akar=bukan", f"?akar={UUID(int=7)}"])
def test_a_choice_that_does_not_exist_is_refused_with_the_form(pohon, sebagai, kueri):
    jawaban = sebagai("pengamat").get(alamat("ekspor", pohon, kueri))
    assert jawaban.status_code == 400
    assert "<form" in jawaban.content.decode()


def test_one_branch_is_printed_alone(pohon, sebagai):
    anak = PohonSimpul.objects.filter(pohon=pohon, induk__isnull=False).first()
    isi = sebagai("pengamat").get(alamat("ekspor", pohon, f"?bentuk=svg&akar={anak.uid}")).content.decode()
    akar = PohonSimpul.objects.get(pohon=pohon, induk=None)
    assert anak.pernyataan.split()[0] in isi
    assert akar.pernyataan not in isi


@pytest.mark.parametrize("nama", ["kanvas", "ekspor"])
def test_the_number_of_queries_does_not_grow_with_the_tree(pohon, sebagai, nama):
    client = sebagai("pengamat")
    url = alamat(nama, pohon, "?bentuk=svg" if nama == "ekspor" else "")
    awal = banyak_kueri(client, url)
    akar = PohonSimpul.objects.get(pohon=pohon, induk=None)
    PohonSimpul.objects.bulk_create(
        PohonSimpul(
            instansi=pohon.instansi, pohon=pohon, induk=akar, kode=f"Z{n}", jenis="csf", pernyataan=f"Z {n}"
        )
        for n in range(20)
    )
    assert banyak_kueri(client, url) <= awal


def test_every_sentence_the_script_asks_for_exists():
    from pathlib import Path

    sumber = Path(__file__).resolve().parents[3] / "frontend/js/kanvas"
    diminta = set()
    for berkas in sumber.glob("*.js"):
        diminta |= set(re.findall(r'\bkata\("(\w+)"', berkas.read_text(encoding="utf-8")))
    assert diminta
    assert diminta <= set(kanvas_teks())
    assert json.dumps({k: str(v) for k, v in kanvas_teks().items()})
