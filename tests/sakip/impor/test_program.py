from collections import Counter
from decimal import Decimal

import pytest
from tests.sakip.impor.buku import JUDUL_PROGRAM, TANGSEL, baris_program, buku, buku_program

from kinerja.nilai import JenisNilai
from sakip.apps.pengukuran.impor.bentuk import program
from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.rencana import Rencana
from sakip.platform.lembar.baca import Buku, read_buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai

RAPI = """
BPBD |      |       |         |            |   | 300 |   | 30
BPBD | P    |       |         | Indeks     | 1 | 300 |   | 30
BPBD |      | K     |         | Cakupan    | 2 | 300 |   | 30
BPBD |      |       | S1      | Dokumen    | 3 | 100 |   | 10
BPBD |      |       | S2      | Laporan    | 4 | 200 |   | 20
"""


def baca(isi: Buku | str, **pilihan: str) -> Rencana:
    return program.parse(buku_program(isi) if isinstance(isi, str) else isi, PilihanImpor(2023, **pilihan))  # type: ignore[arg-type]


def pesan_di(rencana: Rencana, sel: str) -> list[str]:
    return [p.pesan for p in rencana.pesan if p.sel == sel]


@pytest.fixture(scope="module")
def tangsel() -> Rencana:
    return program.parse(read_buku(TANGSEL.read_bytes(), TANGSEL.name), PilihanImpor(2023))


def test_the_city_has_twenty_units_and_every_row_finds_its_place(tangsel: Rencana):
    assert (tangsel.dibaca, len(tangsel.unit), len(tangsel.ditolak)) == (1605, 20, 0)


def test_the_city_has_its_programmes_activities_and_sub_activities(tangsel: Rencana):
    hitung = Counter(s.jenis for s in tangsel.simpul)
    assert hitung == {"program": 95, "kegiatan": 276, "sub_kegiatan": 1034}
    assert len(tangsel.indikator) == 1579


def test_each_error_cell_of_the_city_is_named(tangsel: Rencana):
    galat = [p for p in tangsel.pesan if p.tingkat == "galat"]
    assert len(galat) == 21
    assert {p.lembar for p in galat} == {"TW I-IV 2023"}
    assert all("#REF!" in p.pesan for p in galat)


def test_the_city_prints_forty_parents_that_are_not_their_sum(tangsel: Rencana):
    assert Counter(s.induk for s in tangsel.selisih) == {"kegiatan": 28, "program": 6, "opd": 6}


def test_an_english_numeral_among_indonesian_ones_is_read(tangsel: Rencana):
    beda = next(s for s in tangsel.selisih if s.uraian == "PROGRAM PENGELOLAAN PENDAPATAN DAERAH")
    assert (beda.tercetak, beda.jumlah) == (Decimal(865864750), Decimal(816876750))


def test_a_tidy_staircase_has_no_messages_and_no_differences():
    rencana = baca(RAPI)
    assert (rencana.pesan, rencana.selisih) == ([], [])
    assert [s.pernyataan for s in rencana.simpul] == ["P", "K", "S1", "S2"]


def test_children_hang_below_the_titles_above_them():
    simpul = {s.pernyataan: s for s in baca(RAPI).simpul}
    assert simpul["S2"].induk is simpul["K"]
    assert simpul["K"].induk is simpul["P"]


def test_blank_titles_continue_the_row_above_with_another_indicator():
    rencana = baca(RAPI + "BPBD | | | | Bulanan | 9")
    lanjutan = rencana.indikator[-1]
    assert lanjutan.simpul is not None
    assert (lanjutan.nama, lanjutan.simpul.pernyataan) == ("Bulanan", "S2")


def test_money_of_a_continuation_is_a_part_and_not_added():
    rencana = baca(RAPI + "BPBD | | | | Bulanan | 9 | 150")
    assert rencana.selisih == []
    assert "Rincian dari Rp baris 6" in pesan_di(rencana, "G7")[0]


def test_money_that_stands_only_on_the_continuation_is_taken():
    rencana = baca(RAPI.replace("4 | 200", "4 |    ") + "BPBD | | | | Bulanan | 9 | 200")
    assert rencana.selisih == []


def test_a_parent_that_is_not_the_sum_of_its_children_is_listed_as_printed():
    rencana = baca(RAPI.replace("2 | 300", "2 | 301"))
    assert [s.to_dict() for s in rencana.selisih if s.induk == "kegiatan"] == [
        {
            "unit": "BPBD",
            "induk": "kegiatan",
            "uraian": "K",
            "triwulan": 1,
            "tercetak": "301",
            "jumlah": "300",
        }
    ]


def test_a_blank_parent_is_not_compared():
    assert baca(RAPI.replace("2 | 300", "2 | - ").replace("1 | 300", "1 |   ")).selisih[0].induk == "opd"


def test_a_second_row_of_the_unit_opens_a_part_with_its_own_total():
    kedua = "BPBD | | | | | | 50\nBPBD | Q | | | Arsip | 1 | 50"
    rencana = baca(RAPI + kedua)
    assert rencana.selisih == []
    total = [a.realisasi for a in rencana.anggaran if a.simpul is None and a.triwulan == 1]
    assert total == [Decimal(350)]


def test_a_row_printed_twice_is_read_twice_and_counted_once():
    rencana = baca(RAPI + "BPBD | | | S2 | Laporan | 4 | 200 | | 20")
    assert (rencana.dibaca, rencana.selisih) == (6, [])
    assert "Kembar dengan baris 6" in pesan_di(rencana, "E7")[0]


def test_equal_rows_under_two_activities_are_two_nodes():
    rencana = baca(RAPI + "BPBD | | K2 | | | | 200 | | 20\nBPBD | | | S2 | Laporan | 4 | 200 | | 20")
    assert [s.pernyataan for s in rencana.simpul].count("S2") == 2


def test_equal_titles_with_other_money_are_kept_apart_and_said():
    rencana = baca(RAPI + "BPBD | | | S2 | Laporan | 4 | 999 | | 20")
    assert [s.ke for s in rencana.simpul if s.pernyataan == "S2"] == [1, 2]
    assert "Rp lain" in pesan_di(rencana, "D7")[0]


def test_an_indicator_printed_twice_with_other_values_is_kept_and_said():
    rencana = baca(RAPI + "BPBD | | | | Laporan | 5")
    assert [i.ke for i in rencana.indikator if i.nama == "Laporan"] == [1, 2]
    assert "nilai lain" in pesan_di(rencana, "E7")[0]


def test_a_title_printed_on_every_row_only_says_where_the_row_stands():
    rata = "\n".join(f"BPBD | P | K | S{n} | Dok {n} | {n} | {n}00" for n in (1, 2))
    rencana = baca("BPBD | P | K | | Cakupan | 1 | 300\n" + rata)
    assert [s.pernyataan for s in rencana.simpul] == ["P", "K", "S1", "S2"]
    assert rencana.selisih == []


@pytest.mark.parametrize(
    ("baris", "sel"),
    [
        ("BPBD | | | S | Dok | 1 | 5", "D2"),
        ("BPBD | | K | | Dok | 1 | 5", "C2"),
        (" | P | | | Dok | 1 | 5", "A2"),
        ("BPBD | #REF! | | | Dok | 1 | 5", "B2"),
    ],
)
def test_a_row_without_a_place_is_refused_with_its_cell(baris: str, sel: str):
    rencana = baca(baris)
    assert (rencana.dibaca, len(rencana.ditolak)) == (1, 1)
    assert pesan_di(rencana, sel)[0].startswith("Baris ditolak.")


def test_below_a_refused_row_nothing_is_hung_on_the_wrong_parent():
    rencana = baca(
        RAPI + "BPBD | | #REF! | | Cakupan | 1 | 5\nBPBD | | | S9 | Dok | 1 | 5\nBPBD | | | | Lain | 1"
    )
    assert len(rencana.ditolak) == 3
    assert "S9" not in [s.pernyataan for s in rencana.simpul]


def test_a_blank_unit_between_rows_of_one_unit_is_that_unit():
    rencana = baca(RAPI.replace("BPBD |      |       | S1", "     |      |       | S1"))
    assert len(rencana.ditolak) == 0


def test_a_blank_unit_between_two_units_is_refused():
    lain = "\n".join(f"DLH | P{n} | | | Dok | 1 | 5" for n in range(12))
    rencana = baca(RAPI + " | P9 | | | Dok | 1 | 5\n" + lain)
    assert len(rencana.ditolak) == 1


@pytest.mark.parametrize(
    ("cetak", "jenis"),
    [("-", None), ("", None), ("#REF!", None), ("n.a", JenisNilai.TIDAK_BERLAKU), ("A", JenisNilai.ORDINAL)],
)
def test_an_absent_figure_is_never_zero(cetak: str, jenis: JenisNilai | None):
    rencana = baca(f"BPBD | P | | | Dok | {cetak} | 5")
    assert [r.nilai.jenis for r in rencana.realisasi] == ([] if jenis is None else [jenis])


def test_text_in_a_number_cell_becomes_empty_with_a_message():
    rencana = baca("BPBD | P | | | Dok | sedang disusun | sebagian")
    assert (rencana.realisasi, rencana.anggaran) == ([], [])
    assert "bukan angka" in pesan_di(rencana, "F2")[0]
    assert "bukan jumlah rupiah" in pesan_di(rencana, "G2")[0]


def test_words_for_nothing_reported_are_said_to_be_so():
    rencana = baca("BPBD | P | | | Dok | belum ada | 5")
    assert "belum dilaporkan" in pesan_di(rencana, "F2")[0]


def test_two_values_in_a_cell_give_the_first_with_a_warning():
    rencana = baca("BPBD | P | | | Dok | 22,7% atau 75% | 5")
    assert rencana.realisasi[0].nilai.angka == Decimal("22.7")
    assert "lebih dari satu nilai" in pesan_di(rencana, "F2")[0]


def test_mixed_separators_in_one_column_are_told_apart():
    rencana = baca("A | P | | | Dok | 1 | 81.215.500,00\nA | Q | | | Dok | 1 | 865,864,750")
    uang = [a.realisasi for a in rencana.anggaran if a.simpul is not None]
    assert uang == [Decimal("81215500.00"), Decimal("865864750.00")]


def test_percent_signs_give_the_unit_of_measure():
    assert baca("BPBD | P | | | Dok | 23,16% | 5").indikator[0].satuan == "%"


def test_a_merged_unit_column_is_read_for_each_row():
    baris = [list(JUDUL_PROGRAM), *baris_program("BPBD | P | | | Dok | 1 | 5\n | | K | | Dok | 1 | 5")]
    rencana = program.parse(buku(baris, gabungan=(((1, 0), (2, 0)),)), PilihanImpor(2023))
    assert len(rencana.ditolak) == 0
    assert "Sel gabungan" in pesan_di(rencana, "A2:A3")[0]


def test_a_merged_figure_belongs_to_its_first_row_only():
    baris = [list(JUDUL_PROGRAM), *baris_program("BPBD | P | | | Dok | 7 | 5\nBPBD | | | | Lain | | ")]
    rencana = program.parse(buku(baris, gabungan=(((1, 5), (2, 5)),)), PilihanImpor(2023))
    assert len(rencana.realisasi) == 1
    assert "hanya dipakai untuk F2" in pesan_di(rencana, "F2:F3")[0]


def test_a_file_of_another_shape_names_the_missing_columns():
    with pytest.raises(BerkasTakTerpakai) as galat:
        baca(buku([["Nama", "Program", "Kegiatan"], ["a", "b", "c"]]))
    assert "OPD, Sub Kegiatan, Indikator" in str(galat.value)


def test_a_title_of_two_thousand_letters_is_kept_to_its_limit_and_said():
    rencana = baca(f"BPBD | {'x' * 2000} | | | Dok | 1 | 5")
    assert len(rencana.simpul[0].pernyataan) == 700
    assert "700 huruf" in pesan_di(rencana, "B2")[0]
