"""Finding things by their words, within what the reader may see."""

import pytest
from django.urls import reverse
from tests.pabrik.datakinerja import buat_indikator
from tests.sakip.web.dunia import bangun


@pytest.fixture
def cari(dunia, sebagai):
    def get(kata, peran="pimpinan_instansi"):
        return sebagai(peran).get(reverse("pencarian"), {"q": kata})

    return get


def judul(jawaban):
    return {(k.nama, t.judul) for k in jawaban.context["kelompok"] for t in k.isi}


@pytest.mark.parametrize(
    ("kata", "jenis", "temuan"),
    [
        ("kesehatan", "Unit", "Dinas Kesehatan"),
        ("DINKES", "Unit", "Dinas Kesehatan"),
        ("sehat balita", "Indikator", "Balita sehat"),
        ("renstra dinkes", "Dokumen", "Renstra Dinkes"),
    ],
)
def test_units_indicators_and_documents_are_found(cari, kata, jenis, temuan):
    assert (jenis, temuan) in judul(cari(kata))


def test_a_node_leads_to_its_document(cari, dunia):
    jawaban = cari(dunia.sasaran.pernyataan)
    assert reverse("perencanaan:dokumen", args=[dunia.renstra.uid]) in jawaban.text


def test_another_government_is_never_found(cari):
    bangun(nama="Kota Tetangga")
    assert len([t for t in judul(cari("Balita")) if t[0] == "Indikator"]) == 1


def test_a_planner_finds_only_the_own_unit(cari):
    assert cari("Dinas Sosial", "perencana_unit").context["jumlah"] == 0


def test_long_lists_are_cut_and_say_so(cari, dunia):
    for _ in range(12):
        buat_indikator(dunia.dinkes, nama="Cakupan layanan serupa")
    jawaban = cari("layanan serupa")
    assert jawaban.context["jumlah"] == 10
    assert "Tambah kata untuk mempersempit" in jawaban.text


def test_a_single_letter_asks_nothing_of_the_database(cari):
    assert not cari("a").context["cukup"]


def test_nothing_found_says_how_to_go_on(cari):
    assert "Coba satu kata saja" in cari("zzzz").text


@pytest.mark.parametrize("kata", ["%", "100%_\\", "'; --", "\x00ab", "x" * 500])
def test_odd_text_is_only_text(cari, kata):
    assert cari(kata).status_code == 200
