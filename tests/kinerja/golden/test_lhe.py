"""The 90 published results follow from the instruments, or are named here as what they are."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kinerja.instrumen import HasilLhe, StatusLhe, list_ids, load, periksa_lhe

HASIL: list[dict[str, Any]] = json.loads(Path(__file__).with_name("lhe.json").read_text(encoding="utf-8"))
# The scale before 2015 (AA 85-100, weights 35/20/15/10/20) has no instrument here and is not judged.
DINILAI = [h for h in HASIL if h["instrumen"] != "pra-2015"]
URUTAN = ("Perencanaan", "Pengukuran", "Pelaporan", "Evaluasi", "Capaian")
EXPECTED = {
    # The sum of the printed components is 80,18; another paper printed that.
    StatusLhe.SALAH_CETAK_TOTAL: ["L02"],
    # 70,06 and 78,02 are BB, printed B.
    StatusLhe.SALAH_CETAK_PREDIKAT: ["L43", "L44"],
    # 89,49 printed over components that add up to 89,48.
    StatusLhe.PEMBULATAN: ["L04"],
    StatusLhe.KOMPONEN_TIDAK_LENGKAP: ["L09"],
    StatusLhe.TANPA_NILAI: ["L68", "L89", "L90"],
    StatusLhe.MELEBIHI_BOBOT: [],
}


def number(tercetak: str) -> Fraction:
    return Fraction(tercetak.replace(",", "."))


def verdict(h: dict[str, Any]) -> HasilLhe:
    baru = h["instrumen"] == "88/2021"
    instrumen = load("akip-88-2021-unit" if baru else "akip-12-2015-pemda")
    kode = dict(zip(URUTAN, (k.kode for k in instrumen.komponen), strict=False))
    return periksa_lhe(
        instrumen,
        total=None if h["total"] is None else number(h["total"]),
        predikat=h["predikat"],
        komponen={kode[nama.split()[0]]: number(n) for nama, n in h["komponen"].items()},
    )


def test_there_are_90_of_which_three_are_on_the_old_scale():
    assert (len(HASIL), len(DINILAI)) == (90, 87)


@pytest.mark.parametrize("status", EXPECTED, ids=str)
def test_what_is_not_simply_right_is_exactly_this(status):
    assert [h["id"] for h in DINILAI if verdict(h).status is status] == EXPECTED[status]


def test_all_others_agree():
    cocok = [h["id"] for h in DINILAI if verdict(h).status is StatusLhe.COCOK]
    assert len(cocok) == 87 - sum(map(len, EXPECTED.values()))


@pytest.mark.parametrize("h", [h for h in DINILAI if h["predikat_menurut_skala"]], ids=lambda h: h["id"])
def test_the_predikat_is_the_one_of_the_scale(h):
    assert verdict(h).predikat == h["predikat_menurut_skala"]


@pytest.mark.parametrize("tanda", ["salah_cetak_total", "salah_cetak_predikat", "pembulatan", "tanpa_nilai"])
def test_a_mark_of_the_collection_is_found_by_the_engine(tanda):
    bertanda = {h["id"] for h in DINILAI if tanda in h["tanda"]}
    assert {h["id"] for h in DINILAI if tanda in verdict(h).semua} == bertanda


def test_no_instrument_is_in_force_for_the_old_scale():
    assert [i for i in list_ids() if load(i).berlaku_pada(date(2014, 12, 31))] == []


def test_a_misprint_is_told_in_words():
    assert verdict(HASIL[1]).pesan == "Komponen berjumlah 80,18, total tercetak 80,16."
    assert verdict(HASIL[42]).pesan == "Total 70,06 adalah BB, tercetak B."


def test_values_that_cannot_be_are_named():
    unit = load("akip-88-2021-unit")
    lebih = periksa_lhe(unit, total=Fraction(101), komponen={"1": Fraction(31)})
    assert lebih.semua == (
        StatusLhe.SALAH_CETAK_TOTAL,
        StatusLhe.MELEBIHI_BOBOT,
        StatusLhe.KOMPONEN_TIDAK_LENGKAP,
    )
