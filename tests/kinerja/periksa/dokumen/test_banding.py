"""Two printed cells: the same value, another value, or another kind of measure."""

from decimal import Decimal

import pytest

from kinerja.periksa.dokumen.banding import compare, read_isi

SAMA = [
    ("50,11%", "50.11"), ("100 % (Hijau)", "100%"), ("16juta", "16.000.000"), ("5-6 %", "6"), ("> 100", ">100"),
    ("3,000 poin (tahun 2017)", "3,000 poin"), ("WTP", "wtp"), ("III", "3"), ("89/100.000 KH", "89"),
    ("Inflasi Jawa Barat < Inflasi Nasional", "< inflasi nasional"), ("1:400", "1 : 400"),
    ("8 Jenis dan 5 Dokumen", "8 jenis, 5 dokumen"), ("tersusun", "Tersusun dokumen"), ("2.050", "2050"),
]  # fmt: skip
BEDA = [("50,11%", "50,12"), ("75", "70"), ("A", "B"), ("III", "II"), ("8 Jenis dan 5 Dokumen", "10 Jenis"),
        ("8 Jenis dan 5 Dokumen", "8 Jenis dan 6 Dokumen"), ("tersusun", "terlaksana rapat")]  # fmt: skip
BENTUK = [("5,00%", "105"), ("0,93", "93%"), ("WTP", "100"), ("A", "81,5"), ("-5", "95")]
TIDAK = [
    ("-", "5"),
    (None, "5"),
    ("n.a", "5"),
    ("1% dr jumlah penduduk", "464.971"),
    ("8 Jenis dan 5 Dokumen", "baik"),
]


def compared(a: str | None, b: str | None) -> str:
    return compare(read_isi([a])[0], read_isi([b])[0]).value


@pytest.mark.parametrize(("a", "b"), SAMA)
def test_the_same_value_in_another_style_is_the_same(a: str, b: str):
    assert (compared(a, b), compared(b, a)) == ("sama", "sama")


@pytest.mark.parametrize(("a", "b"), BEDA)
def test_another_value_is_different(a: str, b: str):
    assert (compared(a, b), compared(b, a)) == ("beda", "beda")


@pytest.mark.parametrize(("a", "b"), BENTUK)
def test_another_kind_of_measure_is_told_apart(a: str, b: str):
    assert (compared(a, b), compared(b, a)) == ("bentuk", "bentuk")


@pytest.mark.parametrize(("a", "b"), TIDAK)
def test_what_says_nothing_is_not_compared(a: str | None, b: str | None):
    assert (compared(a, b), compared(b, a)) == ("tak_terbanding", "tak_terbanding")


def test_one_of_several_values_is_a_part():
    assert compared("7 Jenis seni, 38 kategori, 4 film", "7 Jenis") == "sebagian"


def test_the_style_of_a_column_decides_a_doubtful_numeral():
    kolom = read_isi(["6,831,222", "1,309"])
    assert compare(kolom[1], read_isi(["1309"])[0]).value == "sama"


def test_a_number_from_a_spreadsheet_is_compared_as_it_is():
    assert compare(read_isi([Decimal("50.5")])[0], read_isi(["50,5"])[0]).value == "sama"


def test_a_number_in_brackets_alone_is_negative():
    assert compared("(3.14)", "-3,14") == "sama"


def test_a_number_out_of_another_is_one_value():
    assert read_isi(["100 dari 110 Organisasi"])[0].bagian == ()
