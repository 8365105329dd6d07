"""A unit's year: what is due, what is measured, and how it rolls up."""

from decimal import Decimal

import pytest
from tests.pabrik.datakinerja import buat_bukti, buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.perencanaan import buat_renaksi, buat_rencana, buat_target
from tests.pabrik.perjanjian import buat_pk

from kinerja.nilai import Nilai
from sakip.apps.pengukuran import services
from sakip.apps.pengukuran.models import RekapCapaian
from sakip.apps.pengukuran.selectors import kinerja_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return buat_unit()


def test_a_row_shows_target_realisasi_and_achievement(unit):
    satu = buat_indikator(unit, polaritas="min")
    buat_rencana(unit, [[(satu, "10.90")]])
    buat_realisasi(satu, "10.21")
    baris = kinerja_unit(unit=unit, tahun=2025).semua_baris[0]
    assert (baris.target.angka, baris.realisasi.angka) == (Decimal("10.90"), Decimal("10.21"))
    assert baris.hasil.cetak == Decimal("106.33")


def test_printed_zeros_survive_the_database(unit):
    satu = buat_indikator(unit)
    buat_rencana(unit, [[(satu, "10.90")]])
    buat_realisasi(satu, "10.20")
    assert "10,20 ÷ 10,90" in kinerja_unit(unit=unit, tahun=2025).semua_baris[0].hasil.langkah[1]


def test_the_unit_is_the_mean_of_its_sasaran_not_of_its_indicators(unit):
    a, b, c = (buat_indikator(unit) for _ in range(3))
    buat_rencana(unit, [[(a, 100), (b, 100)], [(c, 100)]])
    for indikator, angka in ((a, 50), (b, 100), (c, 25)):
        buat_realisasi(indikator, angka)
    hasil = kinerja_unit(unit=unit, tahun=2025)
    assert [kelompok.rata.nilai for kelompok in hasil.kelompok] == [75, 25]
    assert hasil.rata.nilai == 50


def test_what_was_not_reported_is_left_out_and_counted_as_due(unit):
    a, b = buat_indikator(unit), buat_indikator(unit)
    buat_rencana(unit, [[(a, 100), (b, 100)]])
    buat_realisasi(a, 80)
    hasil = kinerja_unit(unit=unit, tahun=2025)
    assert (hasil.rata.nilai, hasil.n_terukur, hasil.n_wajib) == (80, 1, 2)
    assert hasil.sebaran["belum"] == 1


def test_a_reported_zero_is_an_achievement_of_zero(unit):
    a, b = buat_indikator(unit), buat_indikator(unit)
    buat_rencana(unit, [[(a, 100), (b, 100)]])
    buat_realisasi(a, 0)
    buat_realisasi(b, 100)
    assert kinerja_unit(unit=unit, tahun=2025).rata.nilai == 50


def test_what_does_not_apply_is_not_due(unit):
    a, b = buat_indikator(unit), buat_indikator(unit)
    buat_rencana(unit, [[(a, 100), (b, 100)]])
    buat_realisasi(a, 80)
    buat_realisasi(b, None, keadaan="tidak_berlaku", alasan="Tidak ada pemilu")
    hasil = kinerja_unit(unit=unit, tahun=2025)
    assert (hasil.n_wajib, hasil.sebaran["tidak_berlaku"]) == (1, 1)


def test_the_agreement_counts_before_the_plan(unit):
    satu = buat_indikator(unit)
    buat_rencana(unit, [[(satu, 100)]])
    buat_pk(unit, [(satu, 80)])
    buat_realisasi(satu, 80)
    baris = kinerja_unit(unit=unit, tahun=2025).semua_baris[0]
    assert (baris.sumber_target, baris.capaian) == ("pk", 100)


def test_a_promise_outside_the_plan_is_measured_too(unit):
    satu, lain = buat_indikator(unit), buat_indikator(unit)
    buat_rencana(unit, [[(satu, 100)]])
    pk = buat_pk(unit, [(lain, 50)])
    hasil = kinerja_unit(unit=unit, tahun=2025)
    assert [kelompok.pernyataan for kelompok in hasil.kelompok][1] == "Sasaran perjanjian"
    assert hasil.pk == pk


def test_a_quarter_is_the_year_up_to_it(unit):
    satu = buat_indikator(unit, agregasi_waktu="jumlah")
    buat_rencana(unit, [[(satu, 10)]])
    buat_renaksi(unit, satu, {1: 2, 2: 5})
    buat_realisasi(satu, 2, triwulan=1)
    buat_realisasi(satu, 2, triwulan=2)
    baris = kinerja_unit(unit=unit, tahun=2025, triwulan=2).semua_baris[0]
    assert (baris.target.angka, baris.realisasi.angka, baris.capaian) == (5, 4, 80)


def test_a_missing_quarter_is_listed_not_zero(unit):
    satu = buat_indikator(unit, agregasi_waktu="rata_rata")
    buat_rencana(unit, [[(satu, 10)]])
    buat_realisasi(satu, 8, triwulan=1)
    buat_realisasi(satu, 12, triwulan=4)
    baris = kinerja_unit(unit=unit, tahun=2025).semua_baris[0]
    assert (baris.capaian, baris.waktu.kosong, baris.sementara) == (100, ("TW II", "TW III"), True)


def test_an_unreported_quarter_shows_nothing_of_the_one_before(unit):
    satu = buat_indikator(unit)
    buat_rencana(unit, [[(satu, 10)]])
    buat_renaksi(unit, satu, {1: 2, 2: 5})
    buat_realisasi(satu, 2, triwulan=1)
    baris = kinerja_unit(unit=unit, tahun=2025, triwulan=2).semua_baris[0]
    assert (baris.realisasi, baris.capaian, baris.keadaan) == (None, None, "belum_dilaporkan")


def test_the_annual_figure_goes_before_the_quarters(unit):
    satu = buat_indikator(unit, agregasi_waktu="jumlah")
    buat_rencana(unit, [[(satu, 10)]])
    buat_realisasi(satu, 3, triwulan=1)
    buat_realisasi(satu, 9)
    assert kinerja_unit(unit=unit, tahun=2025).semua_baris[0].capaian == 90


def test_an_indicator_of_the_year_owes_only_its_last_quarter(unit):
    satu = buat_indikator(unit, frekuensi="tahunan")
    buat_rencana(unit, [[(satu, 10)]])
    buat_realisasi(satu, 10, triwulan=4)
    baris = kinerja_unit(unit=unit, tahun=2025).semua_baris[0]
    assert (baris.capaian, baris.sementara) == (100, False)


def test_the_last_quarter_is_held_against_the_target_of_the_year(unit):
    satu = buat_indikator(unit)
    buat_rencana(unit, [[(satu, 10)]])
    buat_realisasi(satu, 5, triwulan=4)
    assert kinerja_unit(unit=unit, tahun=2025, triwulan=4).semua_baris[0].capaian == 50


def test_grades_are_compared_not_counted(unit):
    satu = buat_indikator(unit, polaritas="ordinal")
    buat_rencana(unit, [[(satu, Nilai.ordinal("WTP"))]])
    buat_realisasi(satu, Nilai.ordinal("WDP"), triwulan=4)
    assert kinerja_unit(unit=unit, tahun=2025).semua_baris[0].capaian == 0


def test_past_years_make_the_trend(unit):
    satu = buat_indikator(unit)
    rencana = buat_rencana(unit, [[(satu, 100)]])
    buat_target(rencana, satu, 100, tahun=2024, koreksi="Target 2024 menyusul")
    buat_realisasi(satu, 90)
    for tahun, angka in ((2023, 70), (2024, 80)):
        services.save_realisasi(
            indikator=satu,
            unit=unit,
            tahun=tahun,
            triwulan=None,
            nilai=Nilai.dari_angka(Decimal(angka)),
            by=None,
        )
    baris = kinerja_unit(unit=unit, tahun=2025).semua_baris[0]
    assert baris.tren == ((2023, None), (2024, 80))
    assert [nilai.angka for _, nilai in baris.riwayat_realisasi] == [70, 80]


def test_evidence_is_counted(unit):
    satu = buat_indikator(unit)
    buat_rencana(unit, [[(satu, 100)]])
    realisasi = buat_realisasi(satu, 90)
    services.attach_bukti(realisasi=realisasi, bukti=buat_bukti(unit), by=None)
    assert kinerja_unit(unit=unit, tahun=2025).semua_baris[0].jumlah_bukti == 1


def test_the_programme_level_is_read_from_the_annual_plan(unit):
    satu = buat_indikator(unit)
    buat_rencana(
        unit, [[(satu, 100)]], jenis="renja", tahun_mulai=2025, tahun_selesai=2025, tingkat="program"
    )
    assert kinerja_unit(unit=unit, tahun=2025, tingkat=("program",)).n_wajib == 1
    assert kinerja_unit(unit=unit, tahun=2025).n_wajib == 0


def test_without_plan_the_dictionary_says_what_is_due(unit):
    buat_indikator(unit)
    hasil = kinerja_unit(unit=unit, tahun=2025)
    assert (hasil.n_wajib, hasil.kelompok[0].simpul) == (1, None)


def test_the_stored_roll_up_is_what_the_page_computes(unit):
    a, b = buat_indikator(unit), buat_indikator(unit, polaritas="min_b")
    buat_rencana(unit, [[(a, 7)], [(b, 3)]])
    buat_realisasi(a, 3)
    buat_realisasi(b, "2.10")
    hasil, rekap = kinerja_unit(unit=unit, tahun=2025), RekapCapaian.objects.get(tahun=2025, triwulan=None)
    assert rekap.rata == hasil.rata.nilai.quantize(Decimal("1E-10"))
    assert (rekap.n_terukur, rekap.n_wajib, rekap.sebaran) == (2, 2, hasil.sebaran)


@pytest.mark.parametrize("banyak", [1, 12])
def test_eight_queries_whatever_the_data(unit, banyak, django_assert_max_num_queries):
    indikator = [buat_indikator(unit) for _ in range(banyak)]
    buat_rencana(unit, [[(satu, 100)] for satu in indikator])
    for satu in indikator:
        buat_realisasi(satu, 90, triwulan=1)
    with django_assert_max_num_queries(8):
        assert kinerja_unit(unit=unit, tahun=2025).n_wajib == banyak
