"""What explains one printed row, with figures of published tables where there are any."""

from decimal import Decimal

import pytest

from kinerja.nilai import Sel
from kinerja.periksa import BarisTabel, HasilPeriksa, StatusPeriksa, check_tabel

S = StatusPeriksa


def check(target: Sel, realisasi: Sel, capaian: Sel, polaritas: str | None = "maks") -> HasilPeriksa:
    return check_tabel([BarisTabel("1", target, realisasi, capaian, polaritas)])[0]


ROWS = [
    ("55,56", "59,26", "106,66", "maks", S.COCOK, "maks"),
    ("10,90", "10,21", "106,33", "min", S.COCOK, "min_a"),
    ("5,8", "4,01", "144,64", "min", S.COCOK, "min_b"),
    ("5,8", "4,01", "130,86", "min", S.COCOK, "min_a"),
    ("3", "2,10", "142,86", "min_b", S.COCOK, "min_b"),
    ("5-6%", "11,45%", "190,83%", "rentang", S.COCOK, "rentang"),
    ("7-8 bulan", "9", "87,5", "rentang_biaya", S.COCOK, "rentang_biaya"),
    ("10", "9", "90", "stabil", S.COCOK, "stabil"),
    ("10", "11", "90", "stabil", S.COCOK, "stabil"),
    ("< 5", "4", "100", "ambang", S.COCOK, "ambang"),
    ("< 5", "6", "0", "ambang", S.COCOK, "ambang"),
    ("19,14", "9,57", "50", "laju_turun", S.COCOK, "laju_turun"),
    ("3,60%", "3,88%", "107,78", "ambigu", S.COCOK, "maks"),
    ("WTP", "WTP", "100%", "ordinal", S.COCOK, "ordinal"),
    ("WTP", "wtp", "100", "maks", S.COCOK, "ordinal"),
    ("2", "2", "100", "ordinal", S.COCOK, "ordinal"),
    ("> 100", "> 125", "125%", "maks", S.COCOK, "maks"),
    ("500 ribu org", "450.000", "90", "maks", S.COCOK, "maks"),
    ("14", "23", "164,28%", "maks", S.TERPOTONG, "maks"),
    ("3", "(3.14)", "(104.66)", "maks", S.TERPOTONG, "maks"),
    ("19,14 %", "-7,20 %", "-37,60 %", "maks", S.PEMBULATAN_MASUKAN, "maks"),
    ("0,53%", "0,34 %", "63,36 %", "maks", S.PEMBULATAN_MASUKAN, "maks"),
    ("10", "15", "100", "maks", S.BATAS, "maks"),
    ("10", "15", "110,00", "maks", S.BATAS, "maks"),
    ("10", "2", "120", "min", S.BATAS, "min_a"),
    ("5,8", "4,01", "144,64", "maks", S.SALAH, "min_b"),
    ("10", "5", "50", "min", S.SALAH, "maks"),
    ("10", "5", "200", "laju_turun", S.SALAH, "min_b"),
    ("10", "12", "120", "ambang", S.SALAH, "maks"),
    ("< 5,0", "4,97", "50", "ambang", S.SALAH, None),
    ("5,0", "5,02", "99,95", "stabil", S.PEMBULATAN_MASUKAN, "stabil"),
    ("5-6%", "11,45%", "50", "rentang", S.SALAH, None),
    ("73", "69,02", "99,36", "maks", S.SALAH, None),
    ("100", "128,72", "127,72", "maks", S.SALAH, None),
    ("WTP", "WTP", "90", "ordinal", S.SALAH, None),
    ("0", "0", "100,00", "min", S.TARGET_NOL, None),
    ("0,00", "2", "92,59", "min", S.TARGET_NOL, None),
    ("WTP", "WDP", "75", "ordinal", S.TAK_TERHITUNG, None),
    ("3", "2", "75", "ordinal", S.TAK_TERHITUNG, None),
    ("< inflasi nasional", "2,75", "100", "min", S.TAK_TERHITUNG, None),
    ("1% dr jumlah pddk", "464.971,75", "100", "maks", S.TAK_TERHITUNG, None),
    ("80", "NA", "NA", "maks", S.TAK_TERHITUNG, None),
    ("80", "#REF!", "90", "maks", S.TAK_TERHITUNG, None),
    ("80", "40", "-", "maks", S.TAK_TERHITUNG, None),
    ("10", "0", "100", "min_b", S.TAK_TERHITUNG, None),
    ("WTP", "WTP", "-", "ordinal", S.TAK_TERHITUNG, None),
    ("0-5", "-1", "100", "rentang", S.TAK_TERHITUNG, None),
    ("0-5", "-1", "100", "rentang_biaya", S.TAK_TERHITUNG, None),
    ("10", "9", "80", "ambang", S.TAK_TERHITUNG, None),
]


@pytest.mark.parametrize(("target", "realisasi", "capaian", "polaritas", "status", "rumus"), ROWS)
def test_a_printed_row_is_explained_by(
    target: str, realisasi: str, capaian: str, polaritas: str, status: StatusPeriksa, rumus: str | None
) -> None:
    hasil = check(target, realisasi, capaian, polaritas)
    assert (hasil.status, hasil.rumus) == (status, rumus)


def test_without_a_polarity_every_formula_may_explain_a_row() -> None:
    assert [check("5,8", "4,01", c, None).rumus for c in ("69,14", "130,86", "144,64")] == [
        "maks",
        "min_a",
        "min_b",
    ]


def test_rounding_goes_before_truncation_and_before_rounded_inputs() -> None:
    assert check("9,0", "8,1", "90", "maks").status is S.COCOK
    assert check("3", "2,0", "66,66", "maks").status is S.TERPOTONG


def test_rounded_inputs_go_before_a_cap() -> None:
    assert check("1,0", "1,05", "100", "maks").status is S.PEMBULATAN_MASUKAN


def test_a_whole_number_is_exact() -> None:
    assert check("31", "42", "135,49", "maks").status is S.SALAH
    assert check("31,0", "42", "135,49", "maks").status is S.PEMBULATAN_MASUKAN


def test_trailing_zeros_of_the_printed_value_are_digits() -> None:
    assert check("3", "2", "66,7", "maks").status is S.COCOK
    assert check("3", "2", "66,70", "maks").status is S.SALAH


def test_a_cap_explains_only_what_lies_above_it() -> None:
    assert check("10", "9", "100", "maks").status is S.SALAH


def test_the_recomputed_value_follows_the_polarity_of_the_row() -> None:
    hasil = check("5,8", "4,01", "144,64", "maks")
    assert (hasil.rumus, round(hasil.capaian or Decimal(0), 2)) == ("min_b", Decimal("69.14"))


def test_the_value_is_given_with_28_digits_or_exactly() -> None:
    assert check("3", "2", "66,67").to_dict()["capaian"] == "66.66666666666666666666666667"
    assert check("4", "2", "50,00").to_dict()["capaian"] == "50"


def test_a_doubtful_numeral_is_read_the_way_that_explains_the_row() -> None:
    rows = [
        BarisTabel("a", "268.797", "352,390*", "131,10", "maks"),
        BarisTabel("b", "3", "2,10", "70", "maks"),
    ]
    assert [h.status for h in check_tabel(rows)] == [S.COCOK, S.COCOK]


def test_a_doubtful_reading_is_told() -> None:
    assert '"82.029" dibaca 82,029' in check("82", "82.029", "100.04").pesan


def test_rows_of_one_document_share_their_separators() -> None:
    proof = BarisTabel("b", "6,831,222", "1", "0", "maks", doc="x")
    same, other = (BarisTabel("a", "2,000", "1000", "50", "maks", doc=d) for d in ("x", "y"))
    assert "meragukan" not in check_tabel([same, proof])[0].pesan
    assert "meragukan" in check_tabel([other, proof])[0].pesan


def test_a_percent_cell_of_a_spreadsheet_is_recognised() -> None:
    row = BarisTabel(
        "1", Decimal("55.56"), Decimal("59.26"), Decimal("1.0666"), "maks", capaian_sel_angka=True
    )
    assert check_tabel([row])[0].status is S.COCOK


@pytest.mark.parametrize(
    ("row", "potongan"),
    [
        (("59", "60", "101,69", "maks"), "60 ÷ 59 × 100 = 101,6949 (rumus maksimum)"),
        (("14", "23", "164,28", "maks"), "pembulatan memberi 164,29"),
        (("2", "0,99", "202,00", "min"), "memberi 201,0050 sampai 203,0457"),
        (("10", "15", "110", "maks"), "= 150 (rumus maksimum), dibatasi 110"),
        (("15", "6", "353,33", "min"), "(2 × 15 − 6) ÷ 15 × 100 = 160 (rumus minimum A); 15 ÷ 6 × 100 = 250"),
        (("5,8", "4,01", "144,64", "maks"), "Rumus polaritas lain menghasilkan angka itu: 5,8 ÷ 4,01"),
        (("0", "2", "92,59", "min"), "Target 0 tidak dapat menjadi pembagi"),
        (("WTP", "WDP", "75", "ordinal"), "memerlukan daftar peringkat"),
        (("80", "#REF!", "90", "maks"), "sel realisasi berisi galat #REF!"),
        (("80", "40", "-", "maks"), "capaian kosong. Menurut rumus: 50,00"),
        (("1,834 T", "2,119 T", "115,54", "maks"), "2,119 triliun ÷ 1,834 triliun"),
    ],
)
def test_the_message_fills_in_the_numbers(row: tuple[str, str, str, str], potongan: str) -> None:
    assert potongan in check(*row).pesan
