"""Reports: what they will hold, and the documents."""

import pytest
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.organisasi import buat_instansi

from sakip.reports.lkjip import cetak
from sakip.web.pelaporan import views


@pytest.fixture
def buka(dunia, sebagai):
    client = sebagai("perencana_unit")

    def get(nama="unit", *bagian, **lain):
        bawaan = [dunia.dinkes.uid, 2025] if nama != "daftar" else []
        return client.get(reverse(f"pelaporan:{nama}", args=[*bawaan, *bagian]), **lain)

    return get


@pytest.fixture
def cetakan(monkeypatch):
    """Stands in for the printer: the real one has its own tests and takes seconds."""
    jumlah = []

    def render(konteks, bentuk):
        jumlah.append(bentuk)
        return f"{bentuk} {konteks.unit.nama} {konteks.tahun}".encode()

    monkeypatch.setattr(views, "render_lkjip", render)
    return jumlah


def test_the_list_shows_how_complete_each_unit_is(buka):
    assert "2 dari 3" in buka("daftar").text


def test_the_page_says_which_data_is_there_and_which_is_not(buka):
    halaman = buka().text
    for kata in (
        "versi 1",
        "Renstra Dinkes",
        "2 dari 3 indikator terukur",
        "pagu dan realisasi ada",
        "Kurang",
    ):
        assert kata in halaman


@pytest.mark.parametrize("bentuk", ["pdf", "docx", "xlsx"])
def test_a_report_comes_as_an_attachment(buka, cetakan, bentuk):
    jawaban = buka("lkjip", bentuk)
    assert jawaban.headers["Content-Type"] == cetak.BENTUK[bentuk]
    assert jawaban.headers["Content-Disposition"] == f'attachment; filename="lkjip-dinkes-2025.{bentuk}"'
    assert jawaban.headers["X-Content-Type-Options"] == "nosniff"


def test_preparing_sends_the_browser_for_the_file_and_prints_once(buka, cetakan, dunia):
    jawaban = buka("siapkan", "pdf")
    tujuan = reverse("pelaporan:lkjip", args=[dunia.dinkes.uid, 2025, "pdf"])
    assert jawaban.headers["HX-Redirect"] == tujuan
    assert buka("lkjip", "pdf").content == b"pdf Dinas Kesehatan 2025"
    assert cetakan == ["pdf"]


def test_a_later_download_is_printed_anew(buka, cetakan):
    buka("siapkan", "pdf")
    buka("lkjip", "pdf")
    buka("lkjip", "pdf")
    assert cetakan == ["pdf", "pdf"]


def test_the_workbook_really_comes_out(buka):
    assert buka("lkjip", "xlsx").content[:2] == b"PK"


def test_a_report_of_another_unit_is_not_found(dunia, sebagai):
    client = sebagai("perencana_unit")
    for nama in ("lkjip", "siapkan"):
        assert (
            client.get(reverse(f"pelaporan:{nama}", args=[dunia.dinsos.uid, 2025, "pdf"])).status_code == 404
        )


def test_another_form_is_no_address(dunia, sebagai):
    url = reverse("pelaporan:unit", args=[dunia.dinkes.uid, 2025]) + "lkjip.exe"
    assert sebagai("perencana_unit").get(url).status_code == 404


@pytest.mark.parametrize("tahun", [1, 1998, 2101, 99999])
def test_an_impossible_year_is_not_found(dunia, sebagai, tahun):
    url = reverse("pelaporan:unit", args=[dunia.dinkes.uid, tahun])
    assert sebagai("perencana_unit").get(url).status_code == 404


def test_an_instansi_without_units_is_taught_what_comes(client, db):
    client.force_login(buat_pengguna("pengamat", instansi=buat_instansi()))
    assert "Belum ada unit yang melapor" in client.get(reverse("pelaporan:daftar")).text
