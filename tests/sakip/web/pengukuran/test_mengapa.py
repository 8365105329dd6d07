"""What stands behind a number, in the drawer and as a page."""

import pytest
from django.urls import reverse
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.perencanaan import buat_rencana
from tests.sakip.web.dunia import tambah_triwulan

HX = {"HX-Request": "true"}


@pytest.fixture
def buka(dunia, sebagai):
    client = sebagai("pimpinan_instansi")

    def get(nama="mengapa", *bagian, kueri="", **kepala):
        return client.get(
            reverse(f"pengukuran:{nama}", args=bagian or [dunia.realisasi.uid]) + kueri, headers=kepala
        )

    return get


def test_the_formula_is_shown_with_its_numbers(buka):
    halaman = buka().text
    assert "Mengapa 80,00%?" in halaman
    assert "80 ÷ 100" in halaman


def test_the_target_names_the_agreement_it_comes_from(buka, dunia):
    assert reverse("perjanjian:pk", args=[dunia.pk.uid]) in buka().text


def test_the_rule_names_rounding_cap_scale_and_source(buka):
    halaman = buka().text
    for kata in ("Rumus", "Batas atas", "tanpa batas", "Pembulatan", "Permendagri 86/2017", "Dasar"):
        assert kata in halaman


def test_the_evidence_is_listed(buka):
    assert "Rekap posyandu" in buka().text


def test_htmx_gets_the_fragment_and_others_the_page(buka):
    potongan = buka(**HX)
    assert "<html" not in potongan.text
    assert "data-tutup-laci" in potongan.text
    assert "<html" in buka().text
    assert "HX-Request" in potongan.headers["Vary"]


def test_who_entered_the_figure_and_its_earlier_versions_are_told(buka, dunia):
    oleh = buat_pengguna("perencana_unit", unit=dunia.dinkes, sebutan="Perencana Dinas Kesehatan")
    from decimal import Decimal

    from kinerja.nilai import Nilai
    from sakip.apps.pengukuran.services import save_realisasi

    save_realisasi(
        indikator=dunia.stunting,
        unit=dunia.dinkes,
        tahun=2025,
        triwulan=None,
        nilai=Nilai.dari_angka(Decimal(85)),
        by=oleh,
    )
    halaman = buka().text
    assert "Diisi Perencana Dinas Kesehatan" in halaman
    assert "Riwayat (2)" in halaman


def test_a_figure_that_is_missing_says_why(buka, dunia):
    halaman = buka(
        "mengapa_indikator", dunia.dinkes.uid, dunia.kosong.uid, kueri="?tahun=2025&tw=setahun"
    ).text
    assert "Mengapa belum ada capaian?" in halaman
    assert "tidak dianggap nol" in halaman


def test_a_year_made_of_quarters_names_them(buka, dunia):
    tambah_triwulan(dunia)
    halaman = buka("mengapa_indikator", dunia.dinkes.uid, dunia.stunting.uid, kueri="?tahun=2026&tw=2").text
    assert "80" in halaman
    assert "TW II" in halaman or "Triwulan II" in halaman


def test_the_other_minimise_formula_is_named(buka, dunia):
    unit = buat_unit(dunia.instansi)
    kecil = buat_indikator(unit, polaritas="min")
    buat_rencana(unit, [[(kecil, "10.90")]])
    realisasi = buat_realisasi(kecil, "10.21")
    halaman = buka("mengapa", realisasi.uid).text
    assert "Mengapa 106,33%?" in halaman
    assert "Dengan rumus B hasilnya 106,76%" in halaman


def test_the_average_of_a_sasaran_lists_its_indicators(buka, dunia):
    halaman = buka(
        "mengapa_sasaran", dunia.dinkes.uid, dunia.sasaran.uid, kueri="?tahun=2025&tw=setahun"
    ).text
    assert "Mengapa 65,00?" in halaman
    assert "2 dari 2 indikator terukur" in halaman


def test_the_average_of_a_unit_lists_what_is_left_out(buka, dunia):
    halaman = buka("mengapa_unit", dunia.dinkes.uid, kueri="?tahun=2025&tw=setahun").text
    assert "Tidak dihitung (1)" in halaman
    assert "2 dari 3 indikator terukur" in halaman


def test_a_sasaran_of_another_year_is_not_found(buka, dunia):
    tanggapan = buka("mengapa_sasaran", dunia.dinkes.uid, dunia.sasaran.uid, kueri="?tahun=2010&tw=setahun")
    assert tanggapan.status_code == 404
