"""A damaged or arbitrary file is refused as such; nothing else is ever raised."""

import io
from contextlib import suppress

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from kinerja.berkas import BerkasTakTerbaca, parse_json, parse_tabel
from kinerja.periksa import check_tabel
from kinerja.periksa.masukan import rows_from_json, rows_from_tabel


def workbook() -> bytes:
    isi = io.BytesIO()
    with xlsxwriter.Workbook(isi, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("A")
        lembar.write_row(0, 0, ["Indikator", "Satuan", "Target", "Realisasi", "Capaian"])
        lembar.write_row(1, 0, ["x", "%", 10, "9,5", "95"])
        lembar.write_formula(1, 4, "=1/0", None, "#DIV/0!")
    return isi.getvalue()


UTUH = workbook()


@given(st.lists(st.tuples(st.integers(0, len(UTUH) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_workbook_with_flipped_bytes_is_read_or_refused(rusak: list[tuple[int, int]]) -> None:
    isi = bytearray(UTUH)
    for posisi, bita in rusak:
        isi[posisi] = bita
    with suppress(BerkasTakTerbaca):
        check_tabel(rows_from_tabel(parse_tabel(bytes(isi), berkas="a.xlsx"), berkas="a.xlsx"))


@given(st.integers(1, len(UTUH) - 1))
def test_a_workbook_cut_short_is_refused(panjang: int) -> None:
    with pytest.raises(BerkasTakTerbaca):
        rows_from_tabel(parse_tabel(UTUH[:panjang], berkas="a.xlsx"), berkas="a.xlsx")


@given(
    st.binary(max_size=60)
    | st.text(st.sampled_from('[]{}",:0123456789.eE-truenl '), max_size=40).map(str.encode)
)
def test_any_bytes_are_json_rows_or_refused(isi: bytes) -> None:
    with suppress(BerkasTakTerbaca):
        check_tabel(rows_from_json(parse_json(isi, berkas="a.json"), berkas="a.json"))
