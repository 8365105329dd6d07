"""The exact formula of an indicator: read with a grammar of its own, counted with fractions, refused in words."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pabrik.organisasi import buat_unit

from sakip.apps.datakinerja.galat import UngkapanSalah, VariabelGanda, VariabelTakDikenal, VariabelTakDipakai
from sakip.apps.datakinerja.services import create_indikator, update_indikator
from sakip.apps.datakinerja.ungkapan import (
    Angka,
    Hitung,
    Nama,
    evaluate,
    kunci_nama,
    names_in,
    read_ungkapan,
    write_ungkapan,
)
from sakip.apps.datakinerja.variabel import (
    Variabel,
    check_ungkapan,
    count_nilai,
    read_variabel,
    store_variabel,
)

NILAI = {"a": Fraction(6), "b": Fraction(4), "lulus paket b": Fraction(3), "tb/u normal": Fraction(9)}


def hitung(teks):
    return evaluate(read_ungkapan(teks, NILAI), NILAI)


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("a + b × 2", 14),
        ("(a + b) * 2", 20),
        ("a - b - 1", 1),
        ("a ÷ b / 3", Fraction(1, 2)),
        ("a : (b : 2)", 3),
        ("-a + 10", 4),
        ("- (a - 10) × 0,5", 2),
        ("Lulus  Paket B × 100", 300),
        ("tb/u normal - a", 3),
        ("[TB/U normal] / a", Fraction(3, 2)),
        ("0,1 + 0,2", Fraction(3, 10)),
    ],
)
def test_a_formula_is_counted_exactly(teks, hasil):
    assert hitung(teks) == hasil


@pytest.mark.parametrize("teks", ["a ÷ 0", "a / (b - 4)", "1 + a ÷ (6 - a)"])
def test_a_division_by_zero_gives_nothing(teks):
    assert hitung(teks) is None


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("", "kosong"),
        ("a +", "berakhir"),
        ("(a + b", "berpasangan"),
        ("a)", "berpasangan"),
        ("[a", "berpasangan"),
        ("a b", "“b”"),
        ("a 2", "“2”"),
        ("a + × b", "“×”"),
        ("1.000 × a", "pemisah ribuan"),
        ("2a", "tidak terbaca"),
        ("a ** b", "“×”"),
        ("a; b", "tidak terbaca"),
        ("a.__class__", "tidak terbaca"),
        ("__import__('os')", "belum ada"),
        ("(" * 60 + "a" + ")" * 60, "terlalu dalam"),
        ("-" * 300 + "a", "terlalu dalam"),
        ("a + " * 400 + "a", "lebih dari 600"),
    ],
)
def test_what_is_no_formula_is_refused_with_its_reason(teks, kata):
    with pytest.raises(UngkapanSalah, match=kata) as galat:
        read_ungkapan(teks, NILAI)
    assert galat.value.bidang == "ungkapan"


def test_the_longest_known_name_is_meant():
    rumus = read_ungkapan("ibu hamil ÷ ibu", ["ibu", "ibu hamil"])
    assert rumus == Hitung("÷", Nama("ibu hamil"), Nama("ibu"))


def test_a_name_inside_a_word_is_not_meant():
    with pytest.raises(VariabelTakDikenal, match="anak"):
        read_ungkapan("anak", ["a"])


def pohon():
    daun = st.integers(0, 50).map(lambda n: Angka(Fraction(n, 4))) | st.sampled_from(["a", "b"]).map(Nama)
    return st.recursive(daun, lambda isi: st.builds(Hitung, st.sampled_from("+-×÷"), isi, isi), max_leaves=8)


@given(pohon())
def test_a_written_formula_reads_as_the_same_figure(rumus):
    teks = write_ungkapan(rumus, {"a": "a", "b": "b"})
    lagi = read_ungkapan(teks, ["a", "b"])
    assert names_in(lagi) == names_in(rumus)
    assert evaluate(lagi, NILAI) == evaluate(rumus, NILAI)


def test_a_formula_uses_every_variable_once_named():
    a, b = Variabel("a"), Variabel("b")
    check_ungkapan("a ÷ b", [a, b])
    check_ungkapan("", [a, a])
    with pytest.raises(VariabelTakDipakai, match="“b”"):
        check_ungkapan("a × 2", [a, b])
    with pytest.raises(VariabelGanda):
        check_ungkapan("a", [a, Variabel("A")])


def test_without_a_formula_the_first_stands_over_the_second():
    variabel = [Variabel("lulus"), Variabel("peserta")]
    angka = {"lulus": Decimal(1), "peserta": Decimal(3)}
    assert count_nilai("", variabel, angka, Decimal(100)) == Fraction(100, 3)
    assert count_nilai("", variabel[:1], angka, None) == 1
    assert count_nilai("", variabel, {"lulus": Decimal(1)}, None) is None


def test_a_formula_of_three_variables_waits_for_all_of_them():
    variabel = [Variabel("a"), Variabel("b"), Variabel("c")]
    angka = {"A": Decimal(1), "b": Decimal(2), "c": Decimal(4)}
    assert count_nilai("(a + b) ÷ c", variabel, angka, Decimal(100)) == 75
    assert count_nilai("(a + b) ÷ c", variabel, {"a": Decimal(1)}, None) is None
    assert count_nilai("(a + ", variabel, angka, None) is None


def test_bare_names_and_named_units_are_both_read_and_kept():
    isi = ["lulus", {"nama": "peserta", "satuan": "Orang", "sumber": "Dapodik"}]
    variabel = read_variabel(isi)
    assert variabel[1].lengkap == "peserta (Orang; Dapodik)"
    assert store_variabel(variabel) == isi
    assert kunci_nama("  Ibu   Hamil ") == "ibu hamil"


@pytest.mark.django_db
def test_the_dictionary_refuses_a_formula_that_names_what_is_not_there():
    unit = buat_unit()
    isi = {"instansi": unit.instansi, "unit": unit, "kode": "X", "nama": "Persentase", "by": None}
    with pytest.raises(VariabelTakDikenal, match="tamu"):
        create_indikator(
            **isi, berlaku_mulai=date(2025, 1, 1), ungkapan="tamu ÷ peserta", variabel=["peserta"]
        )


@pytest.mark.django_db
def test_an_entry_of_two_variables_without_a_formula_stays_valid():
    unit = buat_unit()
    objek = create_indikator(
        instansi=unit.instansi, unit=unit, kode="X", nama="Persentase", berlaku_mulai=date(2025, 1, 1),
        variabel=["lulus", "peserta"], by=None,
    )  # fmt: skip
    versi = update_indikator(indikator=objek, sejak=date(2026, 1, 1), nama="Persentase lulus", by=None)
    assert (versi.variabel, versi.ungkapan) == (["lulus", "peserta"], "")
