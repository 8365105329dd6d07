"""POH008: siblings with one statement."""

from tests.kinerja.pohon.bantu import letak


def test_the_same_statement_under_another_parent_is_no_twin() -> None:
    simpul = [
        {"id": "A", "level": "csf", "pernyataan": "Satu"},
        {"id": "B", "level": "csf", "pernyataan": "Dua"},
        {"id": "C", "induk": "A", "level": "output", "pernyataan": "Kader hadir"},
        {"id": "D", "induk": "B", "level": "output", "pernyataan": "Kader hadir"},
    ]
    assert letak("POH008", *simpul) == []


def test_nodes_without_a_statement_are_no_twins() -> None:
    simpul = [{"id": i, "induk": "A", "level": "eselon III"} for i in ("B", "C")]
    assert letak("POH008", {"id": "A", "level": "sasaran"}, *simpul) == []
