"""What holds for any number and any text."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja.nilai import GayaAngka, JenisNilai, format_angka, read_column, read_value
from kinerja.nilai.uraian import uraikan

numbers = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False)
whole = st.integers(min_value=-(10**12), max_value=10**12)
to_english = str.maketrans(".,", ",.")
# Digits and the signs that stand around them are likelier to upset a reader than any letters.
messy = st.text(st.sampled_from("0123456789.,,.-–%()/:<>≥ *'\u00a0½²RpKHjutaribusd"), max_size=30)
anything = st.text(max_size=40) | messy


@given(numbers)
def test_a_number_printed_the_indonesian_way_is_read_back(angka: Decimal) -> None:
    nilai = read_value(format_angka(angka, 2))
    assert (nilai.angka, nilai.ragu, nilai.desimal) == (angka, False, 2)


@given(numbers)
def test_a_number_printed_the_english_way_is_read_back(angka: Decimal) -> None:
    nilai = read_value(format_angka(angka, 2).translate(to_english))
    assert (nilai.angka, nilai.ragu) == (angka, False)


@given(whole)
def test_a_whole_number_is_read_back_in_a_column_with_proof(angka: int) -> None:
    assert read_column([format_angka(Decimal(angka)), "12,5", "1.234.567"])[0].angka == angka


@given(whole)
def test_a_whole_number_alone_is_read_back_or_doubted(angka: int) -> None:
    for teks in (format_angka(Decimal(angka)), format_angka(Decimal(angka)).translate(to_english)):
        nilai = read_value(teks)
        assert nilai.ragu or nilai.angka == angka


@given(st.lists(numbers, min_size=1, max_size=8), st.sampled_from(["{} %", "{}*", "({})", "'{}", "{} poin"]))
def test_decoration_never_changes_a_certain_number(angka: list[Decimal], hiasan: str) -> None:
    for asli, nilai in zip(
        angka, read_column([hiasan.format(format_angka(abs(a), 2)) for a in angka]), strict=True
    ):
        assert nilai.ragu or nilai.angka == (-abs(asli) if "(" in hiasan else abs(asli))


@given(st.lists(anything, max_size=6))
def test_reading_never_fails_and_keeps_the_printed_text(kolom: list[str]) -> None:
    hasil = read_column(kolom)
    assert [n.teks for n in hasil] == kolom


@given(anything)
def test_a_doubt_has_a_reason_and_a_reason_is_a_doubt(teks: str) -> None:
    nilai = read_value(teks)
    assert nilai.ragu == (nilai.sebab is not None) or nilai.jenis is JenisNilai.GALAT


@given(anything)
def test_what_was_not_reported_has_no_number(teks: str) -> None:
    nilai = read_value(teks)
    assert nilai.dilaporkan or nilai.angka is None


@given(
    st.lists(
        st.sampled_from(["1,309", "1.309", "2,5", "2.5", "1.234.567", "0,127", "-", "82.029"]), max_size=8
    )
)
def test_swapping_every_separator_swaps_nothing_else(kolom: list[str]) -> None:
    asli, tukar = read_column(kolom), read_column([c.translate(to_english) for c in kolom])
    assert [(n.ragu, n.angka if not n.ragu else None) for n in asli] == [
        (n.ragu, n.angka if not n.ragu else None) for n in tukar
    ]


@given(st.permutations(["1,309", "2.5", "1.234.567", "12,25", "-", "0,127"]))
def test_the_order_of_a_column_does_not_matter(kolom: list[str]) -> None:
    baca = {n.teks: (n.angka, n.ragu) for n in read_column(kolom)}
    assert baca == {n.teks: (n.angka, n.ragu) for n in read_column(sorted(kolom))}


@given(whole)
def test_a_style_reads_its_own_numbers_without_doubt(angka: int) -> None:
    assert not read_value(format_angka(Decimal(angka)), GayaAngka.INDONESIA).ragu


@given(st.from_regex(r"-?[0-9]{1,6}([.,][0-9]{1,4}){0,3}%?", fullmatch=True))
def test_the_short_way_for_plain_numbers_agrees_with_the_long_one(teks: str) -> None:
    assert uraikan(teks) == uraikan(f" {teks} ")
