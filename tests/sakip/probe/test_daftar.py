"""The registry: what is declared is found, named once, and speaks of criteria that exist."""

from fractions import Fraction

import pytest

from kinerja.instrumen import load
from sakip.apps.evaluasi.selectors.jawaban_langsung import cakupan, criteria_of
from sakip.platform.probe import daftar
from sakip.platform.probe.daftar import probe_for, probes, probes_of, register
from sakip.platform.probe.model import CatatanProbe, HasilProbe
from sakip.platform.probe.susun import cannot_say, combine, count, describe_ambang, probe

SEMUA = probes()


@pytest.mark.parametrize("satu", SEMUA, ids=lambda satu: satu.kode)
def test_a_probe_names_criteria_that_exist(satu):
    asing = [
        (instrumen, kode)
        for instrumen, daftar_kode in satu.kriteria.items()
        for kode in daftar_kode
        if kode not in criteria_of(load(instrumen))
    ]
    assert satu.kriteria
    assert asing == []


@pytest.mark.parametrize("satu", SEMUA, ids=lambda satu: satu.kode)
def test_a_probe_says_what_it_counts(satu):
    assert satu.cara.endswith(".")
    assert 0 < satu.ambang <= 1


def test_at_least_fifteen_criteria_of_the_unit_form_have_a_probe():
    assert cakupan("akip-88-2021-unit") == (48, 80)


def test_a_variant_takes_over_probes_by_the_id_of_the_criterion():
    # The per-criterion variant has ids of its own, so nothing is guessed from its numbering.
    assert cakupan("akip-88-2021-per-kriteria")[0] == 0


def test_a_criterion_finds_all_probes_that_speak_of_it():
    kode = [satu.kode for satu in probe_for("akip-88-2021-unit", "2.b.3")]
    assert kode == ["bukti-ada", "bukti-semasa"]
    assert [satu.kode for satu in probes_of("akip-88-2021-unit")["2.b.3"]] == kode


def test_two_probes_cannot_share_a_code(monkeypatch):
    monkeypatch.setattr(daftar, "_daftar", dict(daftar._daftar))

    @probe("kamus-definisi", nama="Lain", cara="Lain.", unit=("2.a.2",))
    def kembar(sasaran, ambang):
        return cannot_say("-")

    with pytest.raises(ValueError, match="kamus-definisi"):
        register(kembar)


def records(*memenuhi: bool) -> list[CatatanProbe]:
    return [CatatanProbe(f"Catatan {n}", satu) for n, satu in enumerate(memenuhi)]


def test_the_share_decides_against_the_declared_threshold():
    hasil = count(records(True, True, True, False), Fraction(3, 4), kalimat="ada", kosong="")
    assert (hasil.saran, hasil.bagian) == (True, Fraction(3, 4))
    assert count(records(True, False), Fraction(3, 4), kalimat="ada", kosong="").saran is False


def test_what_does_not_speak_for_the_criterion_is_shown_first():
    hasil = count(records(True, False), Fraction(1), kalimat="ada", kosong="")
    assert [satu.memenuhi for satu in hasil.catatan] == [False, True]


def test_without_records_the_data_cannot_say():
    hasil = count([], Fraction(1), kalimat="ada", kosong="Belum ada apa pun.")
    assert (hasil.saran, hasil.bagian, hasil.alasan) == (None, None, "Belum ada apa pun.")


@pytest.mark.parametrize(
    ("saran", "gabungan"),
    [
        ([True, None], True),
        ([True, False], False),
        ([None, None], None),
        ([], None),
    ],
)
def test_one_no_is_enough_and_silence_leaves_the_others_to_speak(saran, gabungan):
    assert combine(HasilProbe(0, 0, satu, "") for satu in saran) is gabungan


def test_a_threshold_is_written_as_a_percentage_where_it_is_one():
    assert (describe_ambang(Fraction(9, 10)), describe_ambang(Fraction(2, 3))) == ("90%", "2/3")
