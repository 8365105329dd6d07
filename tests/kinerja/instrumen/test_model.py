"""The packaged instruments hold what the regulations print."""

from datetime import date
from fractions import Fraction
from importlib import import_module

import pytest

from kinerja.instrumen import ButirTidakDikenal, GalatInstrumen, load
from kinerja.instrumen.folder import run_contoh, validate_folder
from kinerja.instrumen.load import FOLDER, list_ids, load_contoh, read_sumber, released_hashes

UNIT, INSTANSI = load("akip-88-2021-unit"), load("akip-88-2021-instansi")
SKPD, PEMDA = load("akip-12-2015-unit"), load("akip-12-2015-pemda")


@pytest.mark.parametrize(
    ("instrumen", "jumlah"),
    [(UNIT, [6, 11, 8, 3, 7, 10, 6, 9, 7, 3, 5, 5]), (INSTANSI, [7, 9, 9, 3, 5, 11, 5, 11, 7, 3, 5, 5])],
)
def test_the_two_lists_of_88_2021_have_80_criteria_each(instrumen, jumlah):
    assert [len(instrumen.kriteria(b.kode)) for b in instrumen.penilaian] == jumlah
    assert sum(jumlah) == 80


def test_weights_of_88_2021_are_exact():
    assert [b.bobot for b in UNIT.komponen] == [30, 30, 15, 25]
    assert UNIT.butir("3.b").bobot == Fraction(9, 2)
    assert UNIT.butir("4.c").bobot == Fraction(25, 2)


def test_a_criterion_keeps_the_number_that_was_printed_wrongly():
    smart = next(b for b in UNIT.walk() if b.id == "q_smart")
    assert (smart.kode, smart.no_tercetak) == ("1.b.5", "6")


def test_the_unit_form_of_12_2015_has_92_questions():
    assert len(SKPD.penilaian) == 92
    assert [b.kode for b in SKPD.sub][:4] == ["A.I.a", "A.I.b", "A.I.c", "A.II.a"]


def test_component_e_differs_between_unit_and_pemda():
    assert [b.kode for b in SKPD.butir("E").anak] == ["E.I", "E.II"]
    assert [(b.kode, b.bobot) for b in PEMDA.butir("E").anak] == [("E.1", 5), ("E.2", 10), ("E.3", 5)]


def test_unit_and_pemda_share_the_ids_of_their_questions():
    bersama = {b.id for b in SKPD.penilaian} & {b.id for b in PEMDA.penilaian}
    assert len(bersama) == 86


def test_a_code_that_does_not_exist_is_named():
    with pytest.raises(ButirTidakDikenal, match=r'"9\.z" tidak ada'):
        UNIT.butir("9.z")


def test_the_old_instrument_ends_on_the_day_the_new_one_begins():
    assert SKPD.berlaku_pada(date(2018, 12, 31))
    assert not SKPD.berlaku_pada(date(2022, 1, 1))
    assert UNIT.berlaku_pada(date(2022, 1, 1))
    assert not UNIT.berlaku_pada(date(2021, 6, 1))


def test_the_local_variant_names_its_parent():
    assert load("akip-88-2021-per-kriteria").induk == UNIT.id


def test_the_parent_of_a_criterion_is_its_sub_component():
    assert UNIT.induk_dari("1.a.1") is UNIT.butir("1.a")
    assert UNIT.induk_dari("1") is None


@pytest.mark.parametrize("id_", list_ids())
def test_a_packaged_folder_is_valid(id_):
    assert validate_folder(FOLDER / id_) == ()


@pytest.mark.parametrize("id_", list_ids())
def test_the_sources_say_what_is_not_confirmed(id_):
    teks = read_sumber(FOLDER / id_).lower()
    assert "keyakinan" in teks
    assert "belum" in teks or "sedang" in teks


@pytest.mark.parametrize("id_", list_ids())
def test_a_released_file_is_the_one_recorded(id_):
    assert released_hashes()[id_] == load(id_).hash


CONTOH = [(id_, nama, isi) for id_ in list_ids() for nama, isi in load_contoh(FOLDER / id_).items()]


@pytest.mark.parametrize(("id_", "nama", "isi"), CONTOH, ids=[nama for _, nama, _ in CONTOH])
def test_an_example_comes_out_as_written(id_, nama, isi):
    hasil = run_contoh(load(id_), isi).to_dict()
    for kunci, mau in isi["harapan"].items():
        ada = {k: hasil[kunci][k] for k in mau} if isinstance(mau, dict) else hasil[kunci]
        assert ada == mau


def test_an_unknown_instrument_lists_the_known_ones():
    with pytest.raises(GalatInstrumen, match="akip-88-2021-unit"):
        load("akip-2099")


def test_a_file_changed_after_release_is_refused(monkeypatch):
    monkeypatch.setattr(
        import_module("kinerja.instrumen.load"), "released_hashes", lambda: {UNIT.id: "0" * 64}
    )
    with pytest.raises(GalatInstrumen, match="berbeda dari yang dirilis"):
        load.__wrapped__(UNIT.id)
