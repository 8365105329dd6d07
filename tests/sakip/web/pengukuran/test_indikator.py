"""The page of one indicator."""

from datetime import date

import pytest
from django.urls import reverse
from tests.pabrik.pengukuran import buat_realisasi

from sakip.apps.datakinerja.services import update_indikator


@pytest.fixture
def buka(dunia, sebagai):
    def get(peran="pimpinan_instansi", indikator=None):
        url = reverse("pengukuran:indikator", args=[(indikator or dunia.stunting).uid])
        return sebagai(peran).get(url).text

    return get


def test_it_shows_dictionary_history_documents_and_evidence(buka):
    halaman = buka()
    for kata in ("Kamus", "Riwayat tahunan", "Renstra Dinkes", "PK 2025 versi 1", "Rekap posyandu"):
        assert kata in halaman


def test_the_chart_has_a_table_as_twin(buka, dunia):
    buat_realisasi(dunia.stunting, 70, tahun=2024)
    halaman = buka()
    assert "s-bagan" in halaman
    assert "Lihat sebagai tabel" in halaman


def test_every_wording_is_kept(buka, dunia):
    update_indikator(indikator=dunia.stunting, sejak=date(2025, 6, 1), nama="Balita sehat dan aktif", by=None)
    halaman = buka()
    assert "Balita sehat dan aktif" in halaman
    assert "sampai sebelum 1 Jun 2025" in halaman


def test_an_indicator_without_figures_teaches_what_comes(buka, dunia):
    assert "Belum ada realisasi tahunan yang terukur" in buka(indikator=dunia.kosong)


def test_an_indicator_of_another_unit_is_out_of_reach_of_a_planner(dunia, sebagai):
    from tests.pabrik.datakinerja import buat_indikator

    lain = buat_indikator(dunia.dinsos)
    url = reverse("pengukuran:indikator", args=[lain.uid])
    assert sebagai("perencana_unit").get(url).status_code == 404
