"""POH017: a child above its parent."""

from tests.kinerja.pohon.bantu import letak


def test_a_condition_may_rest_on_a_condition() -> None:
    atas = {"id": "A", "level": "kondisi antara"}
    assert letak("POH017", atas, {"id": "B", "induk": "A", "level": "kondisi antara"}) == []


def test_an_unknown_level_is_not_judged() -> None:
    assert (
        letak("POH017", {"id": "A", "level": "output"}, {"id": "B", "induk": "A", "level": "lapisan"}) == []
    )
