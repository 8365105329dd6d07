"""Plan documents and performance trees."""

import pytest
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.organisasi import buat_instansi
from tests.pabrik.perencanaan import buat_dokumen
from tests.sakip.web.dunia import tambah_pohon, tambah_triwulan

from sakip.apps.perencanaan.models import Pohon


@pytest.fixture
def buka(dunia, sebagai):
    client = sebagai("perencana_instansi")

    def get(nama="daftar", *bagian, kueri=""):
        return client.get(reverse(f"perencanaan:{nama}", args=bagian) + kueri)

    return get


def test_the_list_names_document_unit_and_state(buka):
    halaman = buka().text
    for kata in ("Renstra Dinkes", "Dinas Kesehatan", "Berlaku"):
        assert kata in halaman


@pytest.mark.parametrize(
    ("kueri", "cocok"),
    [
        ("?q=dinsos", False),
        ("?q=kesehatan", True),
        ("?jenis=renja", False),
        ("?status=berlaku", True),
        ("?status=draf", False),
        ("?tahun=2024", True),
        ("?tahun=2031", False),
        ("?tahun=abc", True),
    ],
)
def test_the_address_filters_the_list(buka, kueri, cocok):
    assert ("Renstra Dinkes" in buka(kueri=kueri).text) is cocok


def test_a_document_shows_nodes_indicators_and_targets_per_year(buka, dunia):
    halaman = buka("dokumen", dunia.renstra.uid).text
    assert dunia.sasaran.pernyataan in halaman
    assert "Balita sehat" in halaman
    assert "2 simpul, 3 indikator, 3 target" in halaman


def test_a_year_without_a_target_is_not_zero(buka, dunia):
    assert "tanpa target" in buka("dokumen", dunia.renstra.uid).text


def test_quarterly_targets_are_shown_where_a_document_has_them(buka, dunia):
    tambah_triwulan(dunia)
    assert "Rencana aksi contoh" in buka().text


def test_an_empty_document_says_how_to_fill_it(buka, dunia):
    kosong = buat_dokumen(
        dunia.dinsos, jenis="renja", nama="Renja kosong", tahun_mulai=2025, tahun_selesai=2025
    )
    assert "Dokumen ini belum punya isi" in buka("dokumen", kosong.uid).text


def test_an_instansi_without_plans_is_taught_how_they_come(client, db):
    client.force_login(buat_pengguna("pengamat", instansi=buat_instansi()))
    assert "Belum ada dokumen rencana" in client.get(reverse("perencanaan:daftar")).text


def test_the_former_address_of_a_tree_leads_to_it(buka, dunia):
    tambah_pohon(dunia)
    pohon = Pohon.objects.get(unit=dunia.dinkes)
    assert buka("pohon", dunia.dinkes.uid, 2025)["Location"] == reverse("pohon:rinci", args=[pohon.uid])


def test_the_former_address_of_the_list_keeps_its_filters(buka):
    assert buka("daftar_pohon", kueri="?tahun=2025")["Location"] == f"{reverse('pohon:daftar')}?tahun=2025"


def test_a_unit_without_a_tree_has_no_such_page(buka, dunia):
    assert buka("pohon", dunia.dinsos.uid, 2025).status_code == 404
