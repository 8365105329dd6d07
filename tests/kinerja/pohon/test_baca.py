"""Trees from data: the shapes accepted, what is unknown, and where a mistake is."""

from decimal import Decimal
from typing import Any

import pytest

from kinerja.pohon import BentukPohonSalah, Tingkat, parse_tingkat, read_pohon

SIMPUL = {"id": "S1", "level": "sasaran", "indikator": [{"nama": "Indeks A"}]}


@pytest.mark.parametrize("data", [{"simpul": []}, [{"simpul": []}], {"pohon": [{"simpul": []}]}])
def test_one_tree_a_list_and_a_wrapped_list_are_read(data: Any) -> None:
    assert len(read_pohon(data)) == 1


def test_what_is_not_written_is_unknown() -> None:
    indikator = read_pohon({"simpul": [SIMPUL]})[0].simpul[0].indikator[0]
    assert (indikator.target, indikator.satuan, indikator.kode) == (None, None, None)


def test_an_empty_statement_is_not_an_unknown_one() -> None:
    kosong, tak_ada = read_pohon({"simpul": [{"id": "A", "pernyataan": " "}, {"id": "B"}]})[0].simpul
    assert (kosong.pernyataan, tak_ada.pernyataan) == ("", None)


def test_a_number_keeps_its_digits() -> None:
    simpul = {"id": "A", "indikator": [{"nama": "X", "target": Decimal("80.50")}]}
    assert read_pohon({"simpul": [simpul]})[0].simpul[0].indikator[0].target == "80.50"


def test_a_target_may_be_given_per_year() -> None:
    simpul = {"id": "A", "indikator": [{"nama": "X", "target": {"2026": 5, "2027": None}}]}
    assert read_pohon({"simpul": [simpul]})[0].simpul[0].indikator[0].target == {2026: "5", 2027: None}


def test_links_are_read_beside_the_node_and_within_it() -> None:
    simpul = {"id": "A", "program": "1.02.02", "tautan": {"jabatan": "Camat", "pagu": ""}}
    assert read_pohon({"simpul": [simpul]})[0].simpul[0].tautan == {"program": "1.02.02", "jabatan": "Camat"}


@pytest.mark.parametrize(
    ("kata", "tingkat"),
    [
        ("OUTCOME", Tingkat.HASIL),
        ("eselon_iii", Tingkat.ESELON_III),
        ("Sub Kegiatan", Tingkat.SUB_KEGIATAN),
        (None, None),
    ],
)
def test_levels_are_known_by_several_words(kata: str | None, tingkat: Tingkat | None) -> None:
    assert parse_tingkat(kata) is tingkat


@pytest.mark.parametrize(
    ("data", "pesan"),
    [
        ("teks", "daftar pohon"),
        ([3], "Harus berupa objek"),
        ({"opd": "A"}, 'pohon ke-1: Pohon memerlukan "simpul"'),
        ({"simpul": [{}]}, 'pohon ke-1, simpul ke-1: Simpul memerlukan "id"'),
        ({"simpul": [{"id": "A", "indikator": {}}]}, '"indikator" harus berupa daftar'),
        ({"simpul": [{"id": "A", "indikator": [{}]}]}, 'simpul "A": Indikator memerlukan "nama"'),
        ({"simpul": [{"id": "A", "pernyataan": True}]}, "Harus berupa teks"),
        (
            {"simpul": [{"id": "A", "indikator": [{"nama": "X", "target": {"TW1": 1}}]}]},
            'Kunci target "TW1" bukan tahun',
        ),
        ({"simpul": [], "tahun": "26"}, 'Tahun "26" bukan tahun'),
        ({"simpul": [], "langkah": 6}, 'Langkah "6" harus 1 sampai 5'),
        ({"simpul": [], "crosscutting": [{}]}, 'Crosscutting memerlukan "dari"'),
    ],
)
def test_a_mistake_is_named_with_its_place(data: Any, pesan: str) -> None:
    with pytest.raises(BentukPohonSalah) as galat:
        read_pohon(data)
    assert pesan in str(galat.value)
