"""POH005: a node without a statement."""

from tests.kinerja.pohon.bantu import letak


def test_a_level_that_never_prints_statements_is_silent() -> None:
    assert letak("POH005", {"id": "A", "level": "eselon III"}, {"id": "B", "level": "eselon III"}) == []


def test_an_empty_statement_is_told_even_alone() -> None:
    assert letak("POH005", {"id": "A", "level": "sasaran", "pernyataan": ""}) == ["A"]


def test_a_missing_one_is_told_where_others_have_one() -> None:
    penuh = {"id": "A", "level": "sasaran", "pernyataan": "Meningkatnya mutu"}
    assert letak("POH005", penuh, {"id": "B", "level": "sasaran"}) == ["B"]
