"""POH040: children that do not add up."""

from typing import Any

from tests.kinerja.pohon.bantu import letak


def tree(induk: dict[str, Any], *anak: dict[str, Any], lain: bool = False) -> list[str | None]:
    tunjuk = {"induk_lain": ["K"]} if lain else {"induk": "K"}
    bawah = [{"id": f"O{n}", "level": "operasional", "indikator": [a], **tunjuk} for n, a in enumerate(anak)]
    return letak("POH040", {"id": "K", "level": "output", "indikator": [induk]}, *bawah)


def test_shares_of_supporting_nodes_count() -> None:
    assert tree({"nama": "Jumlah A", "target": "3"}, {"nama": "Jumlah A", "target": "2"}, lain=True) == ["K"]


def test_percentages_do_not_add_up() -> None:
    assert tree({"nama": "Persentase A", "target": "90"}, {"nama": "Persentase A", "target": "40"}) == []


def test_a_child_without_a_target_stops_the_sum() -> None:
    anak = ({"nama": "Jumlah A", "target": "2"}, {"nama": "Jumlah A"})
    assert tree({"nama": "Jumlah A", "target": "3"}, *anak) == []


def test_other_units_are_not_added() -> None:
    assert tree({"nama": "Jumlah A", "target": "3 unit"}, {"nama": "Jumlah A", "target": "2 orang"}) == []


def test_the_spelling_of_a_number_makes_no_difference() -> None:
    anak = ({"nama": "Jumlah A (U)", "target": "1.500"}, {"nama": "Jumlah A (S)", "target": "1.000"})
    assert (
        tree({"nama": "Jumlah A", "target": "2500"}, *anak, {"nama": "Jumlah B", "target": "1.234.567"}) == []
    )
