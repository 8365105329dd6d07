"""All units side by side."""

import pytest
from django.urls import reverse
from tests.pabrik.organisasi import buat_unit


@pytest.fixture
def buka(dunia, sebagai):
    def get(kueri="", peran="pimpinan_instansi"):
        return sebagai(peran).get(reverse("pengukuran:instansi") + kueri).text

    return get


def test_the_title_is_the_finding(buka):
    assert "2 dari 4 indikator di jalur target, 1 merah" in buka()


def test_units_are_ranked_by_their_average(buka):
    halaman = buka()
    assert halaman.index("Dinas Sosial") < halaman.index("Dinas Kesehatan")


def test_each_unit_says_how_many_of_how_many_are_measured(buka):
    assert "2 dari 3" in buka()


def test_a_unit_role_sees_its_own_unit_only(buka):
    halaman = buka(peran="perencana_unit")
    assert "Dinas Kesehatan" in halaman
    assert "Dinas Sosial" not in halaman


def test_the_address_filters_and_sorts(buka):
    assert "Dinas Sosial" not in buka("?q=kesehatan")
    halaman = buka("?urut=nama")
    assert halaman.index("Dinas Kesehatan") < halaman.index("Dinas Sosial")


def test_the_tiles_show_the_same_units(buka):
    halaman = buka("?tampil=ubin")
    assert "s-ubin" in halaman
    assert "Dinkes" in halaman


def test_a_unit_without_indicators_is_not_ranked_as_zero(buka, dunia):
    buat_unit(dunia.instansi, nama="Kecamatan Baru")
    assert "tanpa indikator" in buka()


def test_many_units_are_paged(buka, dunia):
    for _ in range(26):
        buat_unit(dunia.instansi)
    assert "1–25 dari 28" in buka()


def test_the_average_of_the_instansi_explains_itself(dunia, sebagai):
    halaman = sebagai("pimpinan_instansi").get(reverse("pengukuran:mengapa_instansi")).text
    assert "3 dari 4 indikator terukur" in halaman
    assert "Dinas Sosial" in halaman
