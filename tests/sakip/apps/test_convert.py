"""Rows to values and back, without loss."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.nilai import JenisNilai, Nilai
from kinerja.pembulatan import KONTEKS_LEBAR
from sakip.apps.datakinerja.convert import (
    AngkaTakMuat,
    aturan_of,
    fields_of,
    keadaan_of,
    nilai_from_json,
    nilai_of,
    nilai_to_json,
)
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.pengukuran.models import RealisasiVersi
from sakip.apps.perencanaan.models import Target

ANGKA = st.decimals(min_value=-(10**18), max_value=10**18, allow_nan=False, allow_infinity=False, places=6)


def _pulang(nilai):
    """As the database gives it back: ten decimals."""
    isi = fields_of(nilai)
    for bidang in ("angka", "bawah", "atas"):
        if isi[bidang] is not None:
            isi[bidang] = isi[bidang].quantize(Decimal("1E-10"), context=KONTEKS_LEBAR)
    return nilai_of(Target(**isi))


@settings(max_examples=60, derandomize=True, deadline=None)
@given(ANGKA)
def test_a_number_comes_back_with_its_decimals(angka):
    nilai = Nilai.dari_angka(angka)
    pulang = _pulang(nilai)
    assert (pulang.angka, pulang.desimal, pulang.teks) == (angka, nilai.desimal, nilai.teks)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(ANGKA)
def test_json_keeps_a_value_whole(angka):
    for nilai in (Nilai.dari_angka(angka), Nilai.rentang(angka, angka + 1), Nilai.ambang("<", angka)):
        assert nilai_from_json(nilai_to_json(nilai)) == nilai


@pytest.mark.parametrize(
    "nilai",
    [
        Nilai.rentang(Decimal("5.0"), Decimal("6.5")),
        Nilai.ambang("<", Decimal(5)),
        Nilai.ordinal("WTP"),
        Nilai(JenisNilai.TEKS, "100 dari 110 Organisasi"),
        Nilai(JenisNilai.ANGKA, "500 ribu org", Decimal(500), pengali=Decimal(1000), desimal=0),
    ],
)
def test_every_kind_comes_back(nilai):
    pulang = _pulang(nilai)
    assert (pulang.jenis, pulang.teks, pulang.angka, pulang.bawah, pulang.atas, pulang.pengali) == (
        nilai.jenis, nilai.teks, nilai.angka, nilai.bawah, nilai.atas, nilai.pengali,
    )  # fmt: skip


def test_a_percentage_is_kept_as_its_number():
    nilai = Nilai(JenisNilai.PERSEN, "59,26%", Decimal("59.26"), desimal=2)
    assert (_pulang(nilai).jenis, _pulang(nilai).teks) == (JenisNilai.ANGKA, "59,26%")


@pytest.mark.parametrize("angka", ["1e20", "0.12345678901", "123456789012345678901"])
def test_a_number_that_does_not_fit_is_refused(angka):
    with pytest.raises(AngkaTakMuat):
        fields_of(Nilai.dari_angka(Decimal(angka)))


def test_zero_is_reported_and_nothing_is_not():
    assert nilai_of(Target(angka=Decimal(0))).dilaporkan
    assert not nilai_of(Target(angka=None)).dilaporkan


def test_a_figure_not_yet_released_is_not_a_number():
    versi = RealisasiVersi(keadaan="belum_rilis", alasan="Menunggu BPS")
    assert nilai_of(versi).jenis is JenisNilai.KOSONG


def test_what_does_not_apply_keeps_its_reason():
    versi = RealisasiVersi(keadaan="tidak_berlaku", alasan="Tidak ada pemilu")
    assert (nilai_of(versi).jenis, nilai_of(versi).sebab) == (JenisNilai.TIDAK_BERLAKU, "Tidak ada pemilu")


def test_an_error_cell_is_not_reported():
    assert keadaan_of(Nilai(JenisNilai.GALAT, "#REF!")) == "belum_dilaporkan"


def test_the_cap_makes_another_rule():
    longgar = aturan_of(IndikatorVersi(polaritas="maks"))
    ketat = aturan_of(IndikatorVersi(polaritas="maks", batas=Decimal("120.00")))
    assert (longgar.batas, str(ketat.batas), longgar.hash() == ketat.hash()) == (None, "120", False)
