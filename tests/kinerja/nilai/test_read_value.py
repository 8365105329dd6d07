"""One printed cell at a time: what it is, what it says, and whether that is certain."""

from decimal import Decimal

import pytest

from kinerja.nilai import GayaAngka, JenisNilai, Nilai, read_value

J = JenisNilai

CERTAIN = [
    ("59,26%", J.PERSEN, "59.26"),
    ("59.26 persen", J.PERSEN, "59.26"),
    ("100 % (Hijau)", J.PERSEN, "100"),
    ("-37,60 % (Kurang)", J.PERSEN, "-37.60"),
    ("(3.14)", J.ANGKA, "-3.14"),
    ("(3,14 %)", J.PERSEN, "-3.14"),
    ("(3.14)%", J.PERSEN, "-3.14"),
    ("−7,20", J.ANGKA, "-7.20"),
    ("–7,20 %", J.PERSEN, "-7.20"),
    ("-0,00", J.ANGKA, "0.00"),
    ("+5,2", J.ANGKA, "5.2"),
    ("\u00a059,26\u00a0%", J.PERSEN, "59.26"),
    ("'59,26", J.ANGKA, "59.26"),
    ("’59,26", J.ANGKA, "59.26"),
    ("45,2*", J.ANGKA, "45.2"),
    ("45,2 **)", J.ANGKA, "45.2"),
    ("45,2¹", J.ANGKA, "45.2"),
    ("45,2 1)", J.ANGKA, "45.2"),
    ("334,653,250,208,00", J.ANGKA, "334653250208.00"),
    ("1.234.567", J.ANGKA, "1234567"),
    ("1'234'567", J.ANGKA, "1234567"),
    ("1\u00a0234\u00a0567", J.ANGKA, "1234567"),
    ("0,127", J.ANGKA, "0.127"),
    ("1234,567", J.ANGKA, "1234.567"),
    ("69.02poin", J.ANGKA, "69.02"),
    ("38 desa/kel", J.ANGKA, "38"),
    ("35 ton CO2", J.ANGKA, "35"),
    ("3 (tiga) dokumen", J.ANGKA, "3"),
    ("12 orang (tahun 2017)", J.ANGKA, "12"),
    ("1.000 orang", J.ANGKA, "1000"),
    ("٥,٨", J.ANGKA, "5.8"),
    ("Rp 1.250.000,-", J.RUPIAH, "1250000"),
    ("Rp. 85,150,000.00", J.RUPIAH, "85150000.00"),
    ("Rp1.250", J.RUPIAH, "1250"),
    ("-Rp 5.000", J.RUPIAH, "-5000"),
    ("Rp (5.000)", J.RUPIAH, "-5000"),
    ("1:400", J.RASIO, "400"),
    ("1 : 400 KK", J.RASIO, "400"),
    ("5,8/1000 KH", J.LAJU, "5.8"),
    ("89/100.000 KH", J.LAJU, "89"),
    ("5,8 per 1.000 kelahiran hidup", J.LAJU, "5.8"),
    ("> 125", J.AMBANG, "125"),
    ("5-6%", J.RENTANG, "6"),
    ("Level 3", J.ORDINAL, "3"),
    ("WTP", J.ORDINAL, None),
    ("Opini WTP", J.ORDINAL, None),
    ("III", J.ORDINAL, None),
    ("A-", J.ORDINAL, None),
    ("B (Baik)", J.ORDINAL, None),
    ("Sangat baik", J.ORDINAL, None),
    ("Wajar Tanpa Pengecualian", J.ORDINAL, None),
    ("< inflasi nasional", J.AMBANG, None),
    ("tdk dpt diprediksi", J.TEKS, None),
    ("-", J.KOSONG, None),
    ("–", J.KOSONG, None),
    ("Rp -", J.KOSONG, None),
    ("belum rilis", J.KOSONG, None),
    (None, J.KOSONG, None),
    ("n.a", J.TIDAK_BERLAKU, None),
    ("N/A", J.TIDAK_BERLAKU, None),
    ("tidak ada target", J.TIDAK_BERLAKU, None),
    ("#REF!", J.GALAT, None),
    ("#DIV/0!", J.GALAT, None),
    ("########", J.GALAT, None),
]

DOUBTFUL = [
    ("1,309", J.ANGKA),
    ("1.309", J.ANGKA),
    ("1.309%", J.PERSEN),
    ("1.834 triliun", J.ANGKA),
    ("1:1.309", J.RASIO),
    ("< 1.309", J.AMBANG),
    ("1.000-1.500", J.RENTANG),
    ("3,000 poin", J.ANGKA),
    ("1.234,567", J.ANGKA),
    ("15.199,500,000", J.ANGKA),
    ("12.5.3", J.ANGKA),
    ("1.234.56", J.ANGKA),
    (",00", J.ANGKA),
    ("12 345", J.ANGKA),
    ("007", J.ANGKA),
    ("(5)", J.ANGKA),
    ("- 7,20", J.ANGKA),
    ("7,20-", J.ANGKA),
    ("5 ½", J.ANGKA),
    ("9" * 41, J.ANGKA),
    ("12.5.3-14", J.RENTANG),
    ("12.5.3-14.5", J.RENTANG),
    ("5 ribu - 6 ribu", J.ANGKA),
    ("1E+99", J.ANGKA),
    ("1,234567,8", J.ANGKA),
    ("Capaian 80% dari target", J.TEKS),
    ("½", J.TEKS),
    ("5 ?", J.ANGKA),
    ("1O0", J.ANGKA),
    ("3.14)", J.ANGKA),
    ("1,5E+06", J.ANGKA),
    ("2 T", J.ANGKA),
    ("22,7% atau 75%", J.PERSEN),
    ("100 dari 110 Organisasi", J.ANGKA),
    ("140 Kelompok (1400 orang)", J.ANGKA),
    ("12/20", J.RASIO),
    ("2:3", J.RASIO),
    ("10-5", J.RENTANG),
    ("B (65,5)", J.ORDINAL),
    ("1% dr jumlah pddk", J.TEKS),
    ("12-05-2016", J.TEKS),
    ("2016-2018", J.TEKS),
    ("08:30", J.TEKS),
    ("nihil", J.TEKS),
    ("Peraturan Gubernur Nomor 12 Tahun 2016", J.TEKS),
]


@pytest.mark.parametrize(("teks", "jenis", "angka"), CERTAIN)
def test_a_clear_cell_is_read_without_doubt(teks: str | None, jenis: JenisNilai, angka: str | None) -> None:
    nilai = read_value(teks)
    assert (nilai.jenis, nilai.angka, nilai.ragu) == (jenis, None if angka is None else Decimal(angka), False)


@pytest.mark.parametrize(("teks", "jenis"), DOUBTFUL)
def test_an_unclear_cell_is_doubted_with_a_reason(teks: str, jenis: JenisNilai) -> None:
    nilai = read_value(teks)
    assert (nilai.jenis, nilai.ragu, bool(nilai.sebab)) == (jenis, True, True)


@pytest.mark.parametrize(
    ("teks", "angka", "lain"),
    [("1,309", "1.309", "1309"), ("1.309", "1309", "1.309"), ("1.309 juta", "1.309", "1309")],
)
def test_a_doubtful_numeral_offers_its_other_reading(teks: str, angka: str, lain: str) -> None:
    nilai = read_value(teks)
    assert (nilai.angka, nilai.lain) == (Decimal(angka), (Decimal(lain),))


@pytest.mark.parametrize(
    ("teks", "pembanding", "angka"),
    [
        ("<5", "<", "5"),
        ("≤ 1,5 %", "<=", "1.5"),
        ("> 125", ">", "125"),
        ("≥80", ">=", "80"),
        ("Minimal 80%", ">=", "80"),
        ("maks. 5 hari", "<=", "5"),
        ("80 ke atas", ">=", "80"),
        ("kurang dari 5", "<", "5"),
        ("tidak lebih dari 3 hari", "<=", "3"),
        (">= Rp 1.250.000.000", ">=", "1250000000"),
    ],
)
def test_a_threshold_keeps_its_comparison_and_bound(teks: str, pembanding: str, angka: str) -> None:
    nilai = read_value(teks)
    assert (nilai.jenis, nilai.pembanding, nilai.angka) == (J.AMBANG, pembanding, Decimal(angka))


@pytest.mark.parametrize(
    ("teks", "bawah", "atas"),
    [
        ("5-6%", "5", "6"),
        ("5 – 6 %", "5", "6"),
        ("5% - 6%", "5", "6"),
        ("7 bulan s.d. 8 bulan", "7", "8"),
        ("5 sd 6", "5", "6"),
        ("antara 0 s.d -5,99 %", "-5.99", "0"),
        ("Antara 5 dan 7", "5", "7"),
        ("Rp 1.000.000 - Rp 2.000.000", "1000000", "2000000"),
    ],
)
def test_a_range_has_two_bounds_and_counts_with_the_upper_one(teks: str, bawah: str, atas: str) -> None:
    nilai = read_value(teks)
    assert (nilai.bawah, nilai.atas, nilai.angka) == (Decimal(bawah), Decimal(atas), Decimal(atas))


@pytest.mark.parametrize(
    ("teks", "angka", "pengali"),
    [
        ("500 ribu org", "500", 10**3),
        ("16juta", "16", 10**6),
        ("6 Juta Ekor", "6", 10**6),
        ("Rp1,5 miliar", "1.5", 10**9),
        ("Rp 1,5 M", "1.5", 10**9),
        ("185.80 Triliun Rupiah", "185.80", 10**12),
    ],
)
def test_a_scale_word_is_returned_and_not_multiplied(teks: str, angka: str, pengali: int) -> None:
    nilai = read_value(teks)
    assert (nilai.angka, nilai.pengali, nilai.ragu) == (Decimal(angka), Decimal(pengali), False)


@pytest.mark.parametrize(
    ("teks", "desimal"), [("100,00", 2), ("100", 0), ("5,8/1000 KH", 1), ("1.250.000", 0)]
)
def test_printed_decimals_are_counted_with_their_zeros(teks: str, desimal: int) -> None:
    assert read_value(teks).desimal == desimal


@pytest.mark.parametrize(
    ("gaya", "teks", "angka"),
    [
        (GayaAngka.INDONESIA, "1.309", "1309"),
        (GayaAngka.INGGRIS, "1,309", "1309"),
        (GayaAngka.INDONESIA, "12,5", "12.5"),
        (GayaAngka.INGGRIS, "(1,309.5)", "-1309.5"),
    ],
)
def test_a_known_style_settles_the_separator(gaya: GayaAngka, teks: str, angka: str) -> None:
    nilai = read_value(teks, gaya)
    assert (nilai.angka, nilai.ragu) == (Decimal(angka), False)


def test_three_decimals_against_a_known_style_stay_doubtful() -> None:
    assert read_value("1,309", GayaAngka.INDONESIA).ragu


def test_a_number_cell_of_a_spreadsheet_is_taken_as_it_is() -> None:
    assert read_value(Decimal("1.309")) == Nilai.dari_angka(Decimal("1.309"))


@pytest.mark.parametrize("teks", ["-", "n.a", "#REF!", None, "  "])
def test_absence_is_not_reported_and_has_no_number(teks: str | None) -> None:
    nilai = read_value(teks)
    assert (nilai.dilaporkan, nilai.angka) == (False, None)


def test_prose_is_text_however_long() -> None:
    nilai = read_value("Terlaksananya 12 kegiatan " * 50)
    assert (nilai.jenis, nilai.angka, nilai.ragu) == (J.TEKS, None, True)
