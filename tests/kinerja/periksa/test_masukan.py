"""Rows out of JSON, .csv and .xlsx, and the places where a file cannot be used."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from kinerja.berkas import BerkasTakTerbaca
from kinerja.periksa import check_tabel
from kinerja.periksa.kolom import PolaritasTidakDikenal, field_of, parse_polaritas
from kinerja.periksa.masukan import read_baris, rows_from_json

HEADER = ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Polaritas"]
ROW = [1, "Meningkatnya layanan", "Cakupan", "%", "55,56", "59,26", "106,66", "maks"]


def xlsx(tmp_path: Path, sheets: dict[str, list[list[Any]]]) -> str:
    path = tmp_path / "tabel.xlsx"
    with xlsxwriter.Workbook(str(path)) as buku:
        for nama, baris in sheets.items():
            lembar = buku.add_worksheet(nama)
            for n, isi in enumerate(baris):
                lembar.write_row(n, 0, isi)
    return str(path)


def write(tmp_path: Path, nama: str, isi: str | bytes) -> str:
    path = tmp_path / nama
    path.write_bytes(isi.encode() if isinstance(isi, str) else isi)
    return str(path)


def failure(path: str) -> BerkasTakTerbaca:
    with pytest.raises(BerkasTakTerbaca) as galat:
        read_baris(path)
    return galat.value


def test_a_spreadsheet_is_read_below_its_header_wherever_it_stands(tmp_path: Path) -> None:
    path = xlsx(tmp_path, {"Bab III": [["Tabel 3.1"], [], HEADER, ROW]})
    baris = read_baris(path)
    assert [(b.id, b.target, b.capaian, b.polaritas, b.doc) for b in baris] == [
        ("4", "55,56", "106,66", "maks", "Bab III")
    ]


def test_number_cells_keep_the_digits_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    isi = [*ROW[:4], 55.56, 59.26, 59.26 / 55.56, "maks"]
    baris = read_baris(xlsx(tmp_path, {"A": [HEADER, isi]}))
    assert (baris[0].target, baris[0].capaian) == (Decimal("55.56"), Decimal("1.06659467243"))
    assert check_tabel(baris)[0].status.value == "cocok"


def test_numbering_headings_and_blank_rows_are_not_rows(tmp_path: Path) -> None:
    heading = ["", "", "Sasaran 1: layanan", "", "", "", "", ""]
    isi = [HEADER, [1, 2, 3, 4, 5, 6, 7, 8], heading, [""] * 8, ROW]
    assert [b.id for b in read_baris(xlsx(tmp_path, {"A": isi}))] == ["5"]


def test_an_indicator_without_figures_stays_a_row(tmp_path: Path) -> None:
    isi = [HEADER, [1, "", "Cakupan", "%", "", "", "", ""]]
    assert check_tabel(read_baris(xlsx(tmp_path, {"A": isi})))[0].status.value == "tak_terhitung"


def test_every_sheet_with_a_table_is_read_and_others_are_passed_over(tmp_path: Path) -> None:
    path = xlsx(tmp_path, {"A": [HEADER, ROW], "Catatan": [["teks"]], "B": [HEADER, ROW, ROW]})
    assert [b.doc for b in read_baris(path)] == ["A", "B", "B"]


@pytest.mark.parametrize("tanda", [";", ",", "\t", "|"])
def test_a_csv_is_read_with_any_common_delimiter(tmp_path: Path, tanda: str) -> None:
    kolom = ["indikator", "satuan", "target", "realisasi", "capaian", "id"]
    isi = "\n".join(tanda.join(f'"{s}"' for s in b) for b in (kolom, ["x", "%", "10", "9,5", "95", "R1"]))
    baris = read_baris(write(tmp_path, "a.csv", isi))
    assert [(b.id, b.realisasi) for b in baris] == [("R1", "9,5")]


def test_a_csv_from_an_old_windows_program_is_read(tmp_path: Path) -> None:
    isi = "indikator;satuan;target;realisasi;capaian\nx;%;10;–7,20;-72\n".encode("cp1252")
    assert read_baris(write(tmp_path, "a.csv", isi))[0].realisasi == "–7,20"


def test_a_csv_in_utf_16_is_read(tmp_path: Path) -> None:
    isi = "indikator\ttarget\trealisasi\tcapaian\nx\t≥ 10\t9\t90\n".encode("utf-16")
    assert read_baris(write(tmp_path, "a.csv", isi))[0].target == "≥ 10"


def test_a_formula_error_is_an_error_and_not_a_blank(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as buku:
        lembar = buku.add_worksheet("A")
        # The table stands away from the corner, as printed tables do.
        lembar.write_row(3, 2, HEADER)
        lembar.write_row(4, 2, ROW)
        lembar.write_formula(4, 7, "=1/0", None, "#DIV/0!")
    hasil = check_tabel(read_baris(str(path)))[0]
    assert (hasil.id, hasil.pesan) == ("5", "Tak terhitung: sel realisasi berisi galat #DIV/0!.")


def test_dates_and_truth_values_in_a_spreadsheet_are_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as buku:
        lembar = buku.add_worksheet("A")
        lembar.write_row(0, 0, HEADER)
        lembar.write_row(1, 0, [1, "", "x", "", "", True, "90"])
        lembar.write_datetime(1, 4, date(2016, 12, 31), buku.add_format({"num_format": "yyyy-mm-dd"}))
    baris = read_baris(str(path))[0]
    assert (baris.target, baris.realisasi) == ("2016-12-31", "benar")


@pytest.mark.parametrize("bungkus", [lambda r: r, lambda r: {"rows": r}, lambda r: {"baris": r}])
def test_json_is_a_list_or_an_object_with_rows(bungkus: Any) -> None:
    data = bungkus(
        [{"id": "G1", "target": "10", "realisasi": "9", "capaian": "90", "polarity": "max", "doc": "d"}]
    )
    baris = rows_from_json(data, berkas="a.json")[0]
    assert (baris.id, baris.target, baris.polaritas, baris.doc) == ("G1", "10", "maks", "d")


def test_keys_are_matched_without_case_and_spacing_and_ids_may_be_missing() -> None:
    data = [{"Indikator ": "x", "TARGET": "10", "Realisasi": "9", "Capaian (%)": "90"}]
    baris = rows_from_json(data, berkas="a.json")[0]
    assert (baris.id, baris.target, baris.capaian) == ("1", "10", "90")


def test_an_empty_list_is_an_empty_table() -> None:
    assert rows_from_json([], berkas="a.json") == []


@pytest.mark.parametrize(
    ("data", "baris", "kolom"),
    [
        ({"x": 1}, None, None),
        ("teks", None, None),
        ([1], 1, None),
        ([{"target": "1", "realisasi": "1"}], 1, "capaian"),
        ([{"realisasi": "1", "capaian": "1"}], 1, "target"),
        ([{"target": [1], "realisasi": "1", "capaian": "1"}], 1, "target"),
        ([{"target": True, "realisasi": "1", "capaian": "1"}], 1, "target"),
        ([{"target": "1", "realisasi": "1", "capaian": "1", "polaritas": "entah"}], 1, "polaritas"),
    ],
)
def test_a_wrong_json_shape_names_the_row_and_the_column(
    data: Any, baris: int | None, kolom: str | None
) -> None:
    with pytest.raises(BerkasTakTerbaca) as galat:
        rows_from_json(data, berkas="a.json")
    assert (galat.value.berkas, galat.value.baris, galat.value.kolom) == ("a.json", baris, kolom)


def test_a_missing_column_names_the_sheet_the_row_and_the_column(tmp_path: Path) -> None:
    galat = failure(
        xlsx(tmp_path, {"Kosong": [["x"]], "Bab III": [["Judul"], [h for h in HEADER if h != "Realisasi"]]})
    )
    assert (galat.lembar, galat.baris, galat.kolom) == ("Bab III", 2, "realisasi")


def test_two_columns_for_one_field_are_refused(tmp_path: Path) -> None:
    judul = ["Indikator", "Target 2015", "Target 2016", "Realisasi", "Capaian"]
    galat = failure(xlsx(tmp_path, {"A": [judul]}))
    assert (galat.baris, galat.kolom) == (1, "target")


def test_an_unknown_polarity_names_its_cell(tmp_path: Path) -> None:
    galat = failure(xlsx(tmp_path, {"A": [HEADER, [*ROW[:-1], "entah"]]}))
    assert (galat.lembar, galat.baris, galat.kolom) == ("A", 2, "polaritas")


@pytest.mark.parametrize(
    ("judul", "field"),
    [
        ("Capaian (%)", "capaian"),
        ("% Capaian", "capaian"),
        ("Tingkat Capaian", "capaian"),
        ("TARGET 2016", "target"),
        ("Realisasi Anggaran", None),
        ("Target TW I", None),
        ("target_num", "target"),
        ("Indikator\nKinerja", "indikator"),
    ],
)
def test_headers_are_recognised_by_their_words(judul: str, field: str | None) -> None:
    temuan = field_of(judul)
    assert (None if temuan is None else temuan[0]) == field


@pytest.mark.parametrize(
    ("kata", "kunci"),
    [
        ("max", "maks"),
        ("Maksimum", "maks"),
        ("min", "min"),
        ("range", "rentang"),
        ("qual", "ordinal"),
        ("ambiguous", "ambigu"),
        ("min_b", "min_b"),
        ("laju_turun", "laju_turun"),
        ("", None),
        (None, None),
    ],
)
def test_polarity_words_of_both_vocabularies_are_known(kata: str | None, kunci: str | None) -> None:
    assert parse_polaritas(kata) == kunci


def test_an_unknown_polarity_word_is_refused() -> None:
    with pytest.raises(PolaritasTidakDikenal):
        parse_polaritas("miring")
