"""Stored figures stay equal to computed ones, whatever they rest on."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_instansi, buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.perencanaan import buat_renaksi, buat_rencana, nilai
from tests.pabrik.perjanjian import buat_pk

from kinerja.nilai import Nilai
from sakip.apps.datakinerja import services as datakinerja
from sakip.apps.pengukuran import galat, services
from sakip.apps.pengukuran.models import Capaian, RekapCapaian
from sakip.apps.pengukuran.selectors import kinerja_unit
from sakip.apps.perencanaan import services as perencanaan
from sakip.apps.perjanjian import services as perjanjian

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return buat_unit()


@pytest.fixture
def indikator(unit):
    indikator = buat_indikator(unit, agregasi_waktu="jumlah")
    buat_rencana(unit, [[(indikator, 100)]])
    return indikator


def _capaian(triwulan=None):
    return Capaian.objects.get(tahun=2025, triwulan=triwulan)


def _periksa(unit, **opsi):
    return services.recompute_capaian(instansi=unit.instansi, by=None, **opsi)


def test_nothing_differs_after_every_kind_of_write(unit, indikator):
    buat_renaksi(unit, indikator, {1: 20, 2: 50})
    buat_realisasi(indikator, 20, triwulan=1)
    buat_realisasi(indikator, 20, triwulan=2)
    buat_realisasi(buat_indikator(unit), Nilai.ordinal("A"))
    laporan = _periksa(unit)
    assert (laporan.beda, laporan.diperiksa > 5) == ((), True)


def test_an_earlier_quarter_moves_the_later_ones_and_the_year(unit, indikator):
    buat_renaksi(unit, indikator, {1: 20, 2: 50})
    buat_realisasi(indikator, 20, triwulan=1)
    buat_realisasi(indikator, 20, triwulan=2)
    buat_realisasi(indikator, 30, triwulan=1)
    assert (_capaian(2).terbatas, _capaian().terbatas) == (100, 50)


def test_a_year_made_of_quarters_has_no_slot_of_its_own(indikator):
    buat_realisasi(indikator, 40, triwulan=1)
    tahunan = _capaian()
    assert (tahunan.realisasi, tahunan.versi_ke, tahunan.dipakai["kosong"]) == (
        None, 0, ["TW II", "TW III", "TW IV"],
    )  # fmt: skip


def test_a_signed_agreement_moves_the_achievement(unit, indikator):
    buat_realisasi(indikator, 40)
    buat_pk(unit, [(indikator, 50)])
    assert (_capaian().terbatas, _capaian().sumber_target) == (80, "pk")


def test_a_draft_agreement_moves_nothing(unit, indikator):
    buat_realisasi(indikator, 40)
    buat_pk(unit, [(indikator, 50)], berlaku=False)
    assert _capaian().terbatas == 40


def test_the_revised_agreement_counts(unit, indikator):
    buat_realisasi(indikator, 40)
    pk = buat_pk(unit, [(indikator, 50)])
    baru = perjanjian.revise_pk(pk=pk, pemicu="perubahan_prioritas", by=None)
    perjanjian.remove_pk_baris(baris=baru.baris_set.get(), by=None)
    isi = perjanjian.IsiBaris(
        indikator=indikator, sasaran_teks="S", indikator_teks="I", nilai=Nilai.dari_angka(Decimal(80))
    )
    perjanjian.add_pk_baris(pk=baru, baris=[isi], by=None)
    perjanjian.activate_pk(pk=baru, by=None)
    assert _capaian().terbatas == 50


def test_a_new_version_of_the_plan_moves_the_achievement(unit, indikator):
    buat_realisasi(indikator, 40)
    lama = unit.dokumen_set.get()
    baru = perencanaan.revise_dokumen(dokumen=lama, nama="Renstra perubahan", by=None)
    perencanaan.set_target(dokumen=baru, indikator=indikator, tahun=2025, nilai=nilai(200), by=None)
    assert _capaian().terbatas == 40
    perencanaan.activate_dokumen(dokumen=baru, by=None)
    assert _capaian().terbatas == 20


def test_a_corrected_rule_moves_the_achievement(indikator):
    buat_realisasi(indikator, 150)
    datakinerja.update_indikator(indikator=indikator, sejak=date(2020, 1, 1), batas=Decimal(120), by=None)
    assert (_capaian().mentah, _capaian().terbatas) == (150, 120)


def test_another_scale_moves_the_band(unit, indikator):
    buat_realisasi(indikator, 95)
    assert _capaian().kategori == "ST"
    services.set_pedoman(instansi=unit.instansi, skala_id="jabar-a-2016", sejak=date(2024, 1, 1), by=None)
    assert _capaian().kategori != "ST"
    assert kinerja_unit(unit=unit, tahun=2025).skala.id == "jabar-a-2016"


def test_a_flat_mean_is_used_where_the_instansi_says_so(unit):
    a, b, c = (buat_indikator(unit) for _ in range(3))
    buat_rencana(unit, [[(a, 100), (b, 100)], [(c, 100)]])
    for satu, angka in ((a, 30), (b, 60), (c, 90)):
        buat_realisasi(satu, angka)
    skala = "permendagri-86-2017"
    services.set_pedoman(
        instansi=unit.instansi, skala_id=skala, agregasi="datar", sejak=date(2024, 1, 1), by=None
    )
    assert RekapCapaian.objects.get(tahun=2025, triwulan=None).rata == 60


def test_a_scale_for_evaluations_is_not_one_for_achievement(unit):
    with pytest.raises(galat.SkalaTidakAda):
        services.set_pedoman(
            instansi=unit.instansi, skala_id="predikat-akip", sejak=date(2024, 1, 1), by=None
        )


def test_a_held_batch_is_computed_once_at_the_end(unit, indikator):
    with services.hold_turunan():
        buat_realisasi(indikator, 40)
        assert not Capaian.objects.exists()
    assert _capaian().terbatas == 40


def test_a_figure_too_large_for_the_column_has_a_reason(unit):
    satu = buat_indikator(unit)
    buat_rencana(unit, [[(satu, "0.0000000001")]])
    buat_realisasi(satu, "1e18")
    assert (_capaian().mentah, _capaian().sebab) == (None, "di_luar_jangkauan")


def test_a_tampered_figure_is_reported_and_mended(unit, indikator):
    buat_realisasi(indikator, 40)
    Capaian.objects.update(terbatas=99, mentah=99)
    assert [(satu.tersimpan, satu.dihitung) for satu in _periksa(unit).beda] == [(99, 40)]
    _periksa(unit, tulis=True)
    assert (_capaian().terbatas, _periksa(unit).beda) == (40, ())


def test_what_was_printed_survives_recomputation(unit, indikator):
    buat_realisasi(indikator, 40)
    Capaian.objects.update(tercetak="41,00", terbatas=99, mentah=99)
    _periksa(unit, tulis=True)
    assert _capaian().tercetak == "41,00"


def test_the_command_reports_and_exits_one(unit, indikator, capsys):
    buat_realisasi(indikator, 40)
    Capaian.objects.update(terbatas=99, mentah=99)
    with pytest.raises(SystemExit) as akhir:
        call_command("capaian", "hitung-ulang", "--instansi", unit.instansi.kode_wilayah, "--json")
    isi = json.loads(capsys.readouterr().out)
    assert (akhir.value.code, isi["beda"][0]["tersimpan"], isi["beda"][0]["dihitung"]) == (1, "99", "40")


def test_the_command_is_content_when_all_is_equal(unit, indikator, capsys):
    buat_realisasi(indikator, 40)
    call_command("capaian", "hitung-ulang", "--instansi", unit.instansi.kode_wilayah, "--unit", unit.kode)
    assert "semua sama" in capsys.readouterr().out


def test_a_unit_without_plan_owes_nothing_in_a_year_without_its_figures(unit, indikator):
    lain = buat_indikator(buat_unit(unit.instansi))
    buat_realisasi(lain, 3, tahun=2025)
    buat_realisasi(indikator, 20, tahun=2026)
    laporan = _periksa(unit)
    assert laporan.beda == ()
    tahun = RekapCapaian.objects.exclude(unit=unit).values_list("tahun", flat=True)
    assert set(tahun) == {2025}


def test_a_year_is_no_longer_due_once_its_last_figure_is_gone(unit):
    indikator = buat_indikator(unit)
    realisasi = buat_realisasi(indikator, 3)
    services.delete_realisasi_bulk(instansi=unit.instansi, realisasi_ids=[realisasi.pk], by=None)
    assert not RekapCapaian.objects.exists()
    assert _periksa(unit).beda == ()


def test_an_unknown_instansi_is_a_clear_message():
    with pytest.raises(CommandError, match=r"Instansi 00\.00 tidak ada"):
        call_command("capaian", "hitung-ulang", "--instansi", "00.00")


def test_another_instansi_is_not_touched(unit, indikator):
    buat_realisasi(indikator, 40)
    Capaian.objects.update(terbatas=99, mentah=99)
    services.recompute_capaian(instansi=buat_instansi(), by=None, tulis=True)
    assert _capaian().terbatas == 99
