"""All sheets side by side: rank, last year, clusters, the combined value, and the panel."""

from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, isi_lembar, jalankan
from tests.pabrik.organisasi import buat_unit

from sakip.apps.evaluasi import services
from sakip.apps.evaluasi.selectors import panel, rekap
from sakip.platform.organisasi.services import succeed_unit

pytestmark = pytest.mark.django_db
KUERI = 6


def _penuh(evaluasi, nilai, **isi):
    lembar = jalankan(buat_lembar(evaluasi, **isi), "evaluasi", nilai)
    isi_lembar(lembar, nilai)
    return lembar


def _count(evaluasi) -> int:
    with CaptureQueriesContext(connection) as tangkap:
        hasil = rekap(evaluasi)
        assert all(satu.nama and satu.unit.kode and satu.hasil for satu in hasil.baris)
        assert hasil.instrumen.id == "akip-88-2021-unit"
    return len(tangkap)


@pytest.mark.parametrize("banyak", [4, 40])
def test_the_recap_costs_six_queries_for_4_and_for_40_units(banyak):
    evaluasi = buat_evaluasi()
    for _ in range(banyak):
        isi_lembar(buat_lembar(evaluasi, klaster="utama"), {"1.a": "B"})
    assert _count(evaluasi) == KUERI


def test_equal_totals_share_a_rank_and_incomplete_ones_have_none():
    evaluasi = buat_evaluasi()
    for nilai in ("B", "BB", "B", "C"):
        _penuh(evaluasi, nilai)
    isi_lembar(jalankan(buat_lembar(evaluasi), "evaluasi"), {"1.a": "AA"})
    baris = rekap(evaluasi).baris
    assert [(satu.peringkat, satu.total) for satu in baris] == [(1, 80), (2, 70), (2, 70), (4, 50), (None, 6)]


def test_the_units_own_claim_is_never_the_result():
    evaluasi = buat_evaluasi()
    isi_lembar(buat_lembar(evaluasi), "AA")
    assert rekap(evaluasi).baris[0].total is None
    assert rekap(evaluasi, "mandiri").baris[0].total == 100


def test_last_year_stands_beside_also_under_a_new_name():
    lama = _penuh(buat_evaluasi(tahun=2024), "CC")
    baru = buat_unit(lama.instansi, berlaku_mulai="2025-07-01")
    succeed_unit(dari=lama.unit, ke=baru, tanggal=baru.versi.get().berlaku_mulai, by=None)
    evaluasi = buat_evaluasi(lama.instansi)
    _penuh(evaluasi, "B", unit=baru)
    satu = rekap(evaluasi).baris[0]
    assert (satu.total_lalu, satu.predikat_lalu, satu.selisih) == (60, "CC", 10)


def test_cluster_means_are_unrounded_and_of_complete_sheets():
    evaluasi = buat_evaluasi()
    for nilai in ("B", "B", "BB"):
        _penuh(evaluasi, nilai, klaster="utama")
    isi_lembar(jalankan(buat_lembar(evaluasi, klaster="utama"), "evaluasi"), {"1.a": "AA"})
    utama = rekap(evaluasi).rata_klaster[0]
    assert (utama.rata, utama.n, utama.dari, utama.predikat) == (Fraction(220, 3), 3, 4, "BB")


def test_the_combined_value_names_what_binds():
    evaluasi = buat_evaluasi()
    _penuh(evaluasi, "BB", profil="instansi")
    for klaster in ("utama", "pendukung", "tambahan"):
        for _ in range(3):
            _penuh(evaluasi, "B", klaster=klaster)
    hasil = rekap(evaluasi)
    assert (hasil.gabungan.total, hasil.gabungan.predikat_total.kode, hasil.sementara) == (75, "BB", False)
    assert hasil.gabungan.predikat.kode == "B"


def test_without_the_governments_own_sheet_nothing_is_combined():
    evaluasi = buat_evaluasi()
    _penuh(evaluasi, "B", klaster="utama")
    assert rekap(evaluasi).gabungan is None


def test_the_distribution_counts_every_unit_once():
    evaluasi = buat_evaluasi()
    for nilai in ("B", "B", "BB"):
        _penuh(evaluasi, nilai)
    buat_lembar(evaluasi)
    sebaran = rekap(evaluasi).sebaran
    assert {kode: n for kode, n in sebaran.items() if n} == {"B": 2, "BB": 1, "": 1}


def _panel_of(*nilai):
    evaluasi = buat_evaluasi()
    for satu in nilai:
        isi_lembar(jalankan(buat_lembar(evaluasi), "evaluasi"), {"1.a": satu})
    return panel(evaluasi, "1.a")


def test_the_panel_shows_the_spread_of_every_stage():
    sebaran = _panel_of("B", "B", "BB", "CC").sebaran
    akhir = sebaran["akhir"]
    assert (akhir.n, akhir.rata, akhir.median, akhir.min, akhir.maks) == (4, 70, 70, 60, 80)
    assert sebaran["mandiri"].rata == 70


def test_the_panel_points_at_a_value_far_from_the_others():
    baris = _panel_of("B", "B", "B", "B", "B", "D").baris
    assert [satu.berlaku.nilai for satu in baris if satu.pencilan] == ["D"]


def test_one_grade_from_equal_others_is_no_outlier():
    assert not any(satu.pencilan for satu in _panel_of("B", "B", "B", "B", "CC").baris)


def test_few_values_have_no_outlier():
    assert not any(satu.pencilan for satu in _panel_of("B", "B", "E").baris)


def test_the_panel_points_at_a_grade_the_criteria_do_not_carry():
    evaluasi = buat_evaluasi()
    lembar = jalankan(buat_lembar(evaluasi), "evaluasi")
    isian = [services.IsiJawaban(f"1.a.{n}", "tidak", alasan="Tidak ada") for n in range(1, 7)]
    services.save_banyak(lembar=lembar, isian=[*isian, services.IsiJawaban("1.a", "B")], by=None)
    assert "kriteria menyarankan E" in panel(evaluasi, "1.a").baris[0].tanda


def test_the_panel_does_not_doubt_noteworthy_effort_on_top_of_full_fulfilment():
    evaluasi = buat_evaluasi()
    lembar = jalankan(buat_lembar(evaluasi), "evaluasi", "A")
    isian = [services.IsiJawaban(f"1.a.{n}", "ya") for n in range(1, 7)]
    services.save_banyak(lembar=lembar, isian=[*isian, services.IsiJawaban("1.a", "A")], by=None)
    assert panel(evaluasi, "1.a").baris[0].tanda == ()
