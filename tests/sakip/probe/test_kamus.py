"""Probes of the dictionary."""

from datetime import date

import pytest
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.probe import LENGKAP, tanya

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return buat_unit()


@pytest.mark.parametrize("kode", ["kamus-definisi", "kamus-mekanisme"])
def test_a_complete_entry_meets_the_criterion(unit, kode):
    buat_indikator(unit, **LENGKAP)
    hasil = tanya(kode, unit)
    assert (hasil.n, hasil.dari, hasil.saran) == (1, 1, True)


@pytest.mark.parametrize(
    ("kode", "kosong", "disebut"),
    [
        ("kamus-definisi", "rumus", "rumus"),
        ("kamus-definisi", "definisi", "definisi"),
        ("kamus-mekanisme", "sumber", "sumber data"),
        ("kamus-mekanisme", "pj_teks", "penanggung jawab"),
    ],
)
def test_a_gap_is_named(unit, kode, kosong, disebut):
    buat_indikator(unit, **{**LENGKAP, kosong: ""})
    hasil = tanya(kode, unit)
    assert hasil.saran is False
    assert hasil.catatan[0].keterangan == f"belum ada: {disebut}"


@pytest.mark.parametrize("kode", ["kamus-definisi", "kamus-mekanisme"])
def test_a_unit_without_indicators_cannot_be_judged(unit, kode):
    assert tanya(kode, unit).saran is None


def test_an_indicator_that_begins_later_is_not_asked_about(unit):
    buat_indikator(unit, berlaku_mulai=date(2026, 1, 1))
    assert tanya("kamus-definisi", unit).dari == 0


def test_indicators_of_another_unit_and_of_another_government_are_not_seen(unit):
    buat_indikator(buat_unit(unit.instansi))
    buat_indikator(buat_unit())
    assert tanya("kamus-definisi", unit).dari == 0


def test_a_record_leads_to_its_indicator(unit):
    satu = buat_indikator(unit, **LENGKAP)
    alamat = tanya("kamus-definisi", unit).catatan[0].alamat
    assert alamat == ("pengukuran:indikator", {"uid": str(satu.uid)}, "")
