import io
import zipfile
from decimal import Decimal

import pytest
import xlsxwriter
from tests.sakip.impor.buku import xlsx

from sakip.platform.lembar.baca import Batas, Lembar, read_buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai, cell_name
from sakip.platform.lembar.uraian import Kolom, UraianLembar, find_table

URAIAN = UraianLembar(
    "Uji", (Kolom("nama", "Nama", wajib=True), Kolom("tw1", "TW I K"), Kolom("rp1", "TW I Rp"))
)


def _satu(isi: bytes, nama: str = "uji.xlsx", **batas: int) -> Lembar:
    return read_buku(isi, nama, Batas(**batas)).lembar[0]


def test_a_number_cell_is_exact_and_a_text_cell_stays_text():
    assert _satu(xlsx({"A": [["1.309", 1309.5]]})).baris == [["1.309", Decimal("1309.5")]]


def test_the_noise_of_binary_fractions_is_not_read():
    assert _satu(xlsx({"A": [[0.1 + 0.2]]})).at(0, 0) == Decimal("0.3")


def test_a_percent_cell_reads_as_it_is_shown():
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(keluaran, {"in_memory": True})
    buku.add_worksheet("A").write(0, 0, 0.2316, buku.add_format({"num_format": "0.00%"}))
    buku.close()
    assert str(_satu(keluaran.getvalue()).at(0, 0)) == "23.16"


@pytest.mark.parametrize("galat", ["#REF!", "#DIV/0!", "#N/A"])
def test_an_error_cell_is_not_taken_for_an_empty_one(galat: str):
    lembar = _satu(xlsx({"A": [["x", ("=1/0", galat)]]}))
    assert lembar.at(0, 1) == galat
    assert lembar.galat == {(0, 1): galat}


def test_a_formula_gives_its_stored_value():
    assert _satu(xlsx({"A": [[("=1+1", 2)]]})).at(0, 0) == 2


def test_merged_areas_are_known():
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(keluaran, {"in_memory": True})
    buku.add_worksheet("A").merge_range("A2:A4", "BPBD")
    buku.close()
    assert _satu(keluaran.getvalue()).gabungan == (((1, 0), (3, 0)),)


def test_a_hidden_sheet_is_marked():
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(keluaran, {"in_memory": True})
    buku.add_worksheet("A")
    buku.add_worksheet("B").hide()
    buku.close()
    assert [s.tampak for s in read_buku(keluaran.getvalue(), "uji.xlsx").lembar] == [True, False]


@pytest.mark.parametrize(
    ("isi", "nama", "kata"),
    [
        (b"", "kosong.xlsx", "kosong"),
        (b"bukan apa-apa", "palsu.xlsx", "bukan buku kerja"),
        (b"PK\x03\x04rusak", "rusak.xlsx", "utuh"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "lama.xls", "sandi"),
        (b"%PDF-1.7", "laporan.pdf", "tidak dikenal"),
        (b"\x00\x01\x02", "biner.csv", "bukan teks"),
        (b'a,b\n"tak ditutup', "kutip.csv", "kutip"),
    ],
)
def test_an_unusable_file_is_named_with_what_to_do(isi: bytes, nama: str, kata: str):
    if nama == "kutip.csv":
        isi += b"," * 200_000
    with pytest.raises(BerkasTakTerpakai) as galat:
        read_buku(isi, nama)
    assert kata in str(galat.value)


def test_another_archive_is_not_a_workbook():
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w") as arsip:
        arsip.writestr("a.txt", "x")
    with pytest.raises(BerkasTakTerpakai, match="arsip lain"):
        read_buku(keluaran.getvalue(), "uji.xlsx")


def test_an_exploding_archive_is_refused_before_it_is_unpacked():
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/workbook.xml", b"0" * 30_000_000)
    with pytest.raises(BerkasTakTerpakai, match="mengembang"):
        read_buku(keluaran.getvalue(), "uji.xlsx")


def test_the_size_limit_is_said():
    with pytest.raises(BerkasTakTerpakai, match="batas 0,0 MB"):
        read_buku(xlsx({"A": [["x"]]}), "uji.xlsx", Batas(byte=100))


def test_the_row_limit_is_said():
    with pytest.raises(BerkasTakTerpakai, match="batas 5 baris"):
        read_buku(xlsx({"A": [["x"]] * 6}), "uji.xlsx", Batas(baris=5))


def test_one_cell_at_the_far_corner_costs_nothing():
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(keluaran, {"in_memory": True})
    buku.add_worksheet("A").write(1_048_575, 16_383, "x")
    buku.close()
    with pytest.raises(BerkasTakTerpakai, match="1048576 baris"):
        read_buku(keluaran.getvalue(), "uji.xlsx")


@pytest.mark.parametrize("kode", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_is_read_in_any_common_encoding(kode: str):
    assert _satu("Nama;Nilai\nMéris;1,5\n".encode(kode), "uji.csv").baris == [
        ["Nama", "Nilai"],
        ["Méris", "1,5"],
    ]


@pytest.mark.parametrize("tanda", [";", ",", "\t", "|"])
def test_a_csv_tells_its_delimiter(tanda: str):
    assert _satu(f"a{tanda}b\n1{tanda}2\n".encode(), "uji.csv").baris == [["a", "b"], ["1", "2"]]


def test_the_heading_may_stand_below_a_title():
    tabel = find_table(Lembar("A", [["LAPORAN"], [], ["Nama", "TW I K"], ["x", "1"]]), URAIAN)
    assert tabel is not None
    assert [b.teks("tw1") for b in tabel.baris()] == ["1"]


def test_a_heading_may_take_two_rows():
    tabel = find_table(Lembar("A", [["Nama", "TW I", ""], ["", "K", "Rp"], ["x", "1", "2"]]), URAIAN)
    assert tabel is not None
    assert tabel.letak == {"nama": 0, "tw1": 1, "rp1": 2}


def test_cells_are_named_as_a_spreadsheet_shows_them():
    assert [cell_name(122, 5), cell_name(0, 25), cell_name(0, 26), cell_name(0, 701)] == [
        "F123",
        "Z1",
        "AA1",
        "ZZ1",
    ]
