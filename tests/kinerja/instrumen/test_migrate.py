"""Answers follow the item, not its number; what cannot be carried over is reported."""

from kinerja.instrumen import load, migrate, parse_instrumen
from kinerja.instrumen.load import FOLDER

UNIT, INSTANSI = load("akip-88-2021-unit"), load("akip-88-2021-instansi")
VARIAN, SKPD, PEMDA = load("akip-88-2021-per-kriteria"), load("akip-12-2015-unit"), load("akip-12-2015-pemda")


def test_grades_of_sub_components_are_carried_over():
    hasil = migrate({"1.a": "B", "4.c": "A"}, UNIT, INSTANSI)
    assert hasil.jawaban == {"1.a": "B", "4.c": "A"}
    assert hasil.tidak_pindah == ()


def test_a_criterion_that_moved_gets_its_new_code():
    hasil = migrate({"1.b.10": True}, UNIT, INSTANSI)
    assert hasil.jawaban == {"1.a.7": True}
    assert hasil.berganti_kode == (("1.b.10", "1.a.7"),)


def test_an_item_that_is_gone_is_reported():
    [(kode, sebab)] = migrate({"1.b.11": True}, UNIT, INSTANSI).tidak_pindah
    assert (kode, sebab) == ("1.b.11", 'Butir "p_pegawai" tidak ada di akip-88-2021-instansi.')


def test_a_grade_is_not_carried_to_a_computed_item():
    hasil = migrate({"1.a": "B"}, UNIT, VARIAN)
    assert hasil.jawaban == {}
    assert "tidak dijawab sendiri" in hasil.tidak_pindah[0][1]


def test_nothing_crosses_between_the_two_regulations():
    hasil = migrate({"A.I.a.1": "Ya"}, SKPD, UNIT)
    assert (hasil.jawaban, len(hasil.tidak_pindah)) == ({}, 1)


def test_questions_are_shared_by_unit_and_pemda():
    hasil = migrate({"A.I.b.10": ["a", "b"], "E.I.1": "a"}, SKPD, PEMDA)
    assert hasil.jawaban == {"A.I.b.10": ["a", "b"]}
    assert [kode for kode, _ in hasil.tidak_pindah] == ["E.I.1"]


def test_an_answer_out_of_scale_is_reported():
    [(_, sebab)] = migrate({"1.a": "Z"}, UNIT, INSTANSI).tidak_pindah
    assert "di luar skala" in sebab


def changed(instrumen_id: str, *ganti: tuple[str, str]):
    teks = (FOLDER / instrumen_id / "instrumen.yaml").read_text(encoding="utf-8")
    for lama, baru in ganti:
        assert lama in teks
        teks = teks.replace(lama, baru)
    return parse_instrumen(teks.encode(), berkas="uji.yaml")


def test_equal_letters_with_other_values_are_not_the_same_answer():
    lain = changed("akip-88-2021-unit", ('{kode: B, skor: "70"', '{kode: B, skor: "75"'))
    assert "berbeda dari 1.a" in migrate({"1.a": "B"}, UNIT, lain).tidak_pindah[0][1]


def test_a_criterion_that_becomes_graded_is_reported():
    lain = changed("akip-88-2021-per-kriteria", ("id: bk_1a_01", "id: p_pedoman"))
    assert "hanya menerangkan" in migrate({"1.a.1": True}, UNIT, lain).tidak_pindah[0][1]
