"""POH018: a level left out."""

from tests.kinerja.pohon.bantu import letak


def test_a_level_that_the_tree_never_uses_is_not_missed() -> None:
    assert (
        letak("POH018", {"id": "A", "level": "outcome"}, {"id": "B", "induk": "A", "level": "output"}) == []
    )


def test_levels_of_different_chains_are_not_compared() -> None:
    simpul = [
        {"id": "A", "level": "visi"},
        {"id": "B", "induk": "A", "level": "csf"},
        {"id": "C", "level": "misi"},
    ]
    assert letak("POH018", *simpul) == []
