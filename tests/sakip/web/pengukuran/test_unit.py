"""The page of one unit's year."""

import pytest
from django.urls import reverse
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import langkah
from tests.sakip.web.dunia import tambah_triwulan

from sakip.platform.organisasi.services import merge_units


@pytest.fixture
def buka(dunia, sebagai):
    client = sebagai("pimpinan_instansi")

    def get(kueri="", nama="unit", unit=None):
        return client.get(reverse(f"pengukuran:{nama}", args=[(unit or dunia.dinkes).uid]) + kueri).text

    return get


def test_it_shows_target_realisasi_and_capaian_of_each_indicator(buka):
    halaman = buka()
    assert "Kinerja 2025 Dinas Kesehatan" in halaman
    assert "Balita sehat" in halaman
    assert "80,00" in halaman


def test_an_unreported_indicator_is_not_shown_as_zero(buka):
    halaman = buka("?q=Puskesmas")
    assert "Belum dilaporkan" in halaman
    assert ">0,00<" not in halaman


def test_every_capaian_leads_to_its_explanation(buka, dunia):
    url = reverse("pengukuran:mengapa_indikator", args=[dunia.dinkes.uid, dunia.stunting.uid])
    assert f'hx-get="{url}?tahun=2025&amp;tw=setahun"' in buka()


def test_the_average_of_a_sasaran_leads_to_its_explanation(buka, dunia):
    assert reverse("pengukuran:mengapa_sasaran", args=[dunia.dinkes.uid, dunia.sasaran.uid]) in buka()


def test_the_scale_and_the_rule_stand_under_the_table(buka):
    halaman = buka()
    assert "Permendagri 86/2017" in halaman
    assert "1 indikator belum dilaporkan; tidak dihitung dalam rata-rata." in halaman


@pytest.mark.parametrize(
    ("kueri", "ada", "tidak"),
    [
        ("?pita=merah", "Imunisasi dasar lengkap", "Balita sehat"),
        ("?pita=jalur", "Balita sehat", "Imunisasi dasar lengkap"),
        ("?pita=belum", "Puskesmas terakreditasi", "Balita sehat"),
        ("?iku=on", "Balita sehat", "Imunisasi dasar lengkap"),
        ("?q=imunisasi", "Imunisasi dasar lengkap", "Balita sehat"),
        ("?status=belum_diisi", "Puskesmas terakreditasi", "Balita sehat"),
    ],
)
def test_the_address_filters_the_rows(buka, kueri, ada, tidak):
    halaman = buka(kueri)
    assert ada in halaman
    assert tidak not in halaman


def test_a_state_of_the_workflow_filters_the_rows(buka, dunia):
    langkah(dunia.realisasi, "ajukan")
    halaman = buka("?status=diajukan")
    assert "Balita sehat" in halaman
    assert "Imunisasi dasar lengkap" not in halaman


def test_an_order_in_the_address_puts_unreported_rows_last(buka):
    halaman = buka("?urut=-capaian")
    urut = [halaman.index(n) for n in ("Balita sehat", "Imunisasi dasar", "Puskesmas terakreditasi")]
    assert urut == sorted(urut)


def test_an_unknown_filter_or_order_is_ignored(buka):
    halaman = buka("?pita=ungu&urut=sandi&status=x")
    assert "Balita sehat" in halaman


def test_a_filter_that_matches_nothing_says_how_to_go_on(buka):
    assert "Longgarkan saringan" in buka("?q=zzz")


def test_a_quarter_is_measured_against_its_cumulative_target(buka, dunia):
    tambah_triwulan(dunia)
    halaman = buka("?tahun=2026&tw=2")
    assert "Keadaan sampai Triwulan II 2026" in halaman
    assert "80,00" in halaman


def test_the_newest_quarter_is_shown_unasked(buka, dunia):
    tambah_triwulan(dunia)
    assert "Keadaan sampai Triwulan II 2026" in buka()


def test_a_year_without_anything_teaches_what_to_do(buka):
    assert "Belum ada sasaran yang diukur pada tahun ini" in buka("?tahun=2019")


def test_the_programme_view_says_when_there_is_none(buka):
    assert "Belum ada program untuk tahun ini" in buka("?tampil=program")


def test_the_budget_shows_its_absorption(buka):
    halaman = buka(nama="anggaran")
    assert "Rp1.000" in halaman
    assert "75,00%" in halaman


def test_a_unit_without_a_budget_says_so(buka, dunia):
    assert "Belum ada data anggaran" in buka(nama="anggaran", unit=dunia.dinsos)


def test_a_unit_that_has_ended_stays_reachable_and_names_its_successor(buka, dunia):
    from datetime import date

    baru = buat_unit(
        dunia.instansi, kode="DKKS", nama="Dinas Kesehatan dan Sosial", berlaku_mulai=date(2026, 1, 1)
    )
    merge_units(dari=[dunia.dinkes, dunia.dinsos], ke=baru, tanggal=date(2026, 1, 2), by=None)
    halaman = buka("?tahun=2025")
    assert "Unit ini berakhir 2 Januari 2026" in halaman
    assert "Dinas Kesehatan dan Sosial" in halaman
