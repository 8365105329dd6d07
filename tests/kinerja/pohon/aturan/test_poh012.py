"""POH012: two main parents."""

from tests.kinerja.pohon.bantu import letak


def test_the_same_id_given_twice_with_other_parents_has_two() -> None:
    ganda = [{"id": "C", "induk": "A"}, {"id": "C", "induk": "B"}]
    assert letak("POH012", {"id": "A"}, {"id": "B"}, *ganda) == ["C"]


def test_the_same_parent_written_twice_is_one() -> None:
    assert letak("POH012", {"id": "A"}, {"id": "C", "induk": ["A", "A"]}) == []
