"""POH015: a result that nothing supports."""

from tests.kinerja.pohon.bantu import letak


def test_a_tree_of_results_only_is_told_once() -> None:
    simpul = [{"id": i, "level": "sasaran", "pernyataan": "Meningkatnya mutu"} for i in ("A", "B")]
    assert letak("POH015", *simpul) == [None]


def test_a_tree_in_step_two_is_not_broken_down_yet() -> None:
    assert (
        letak("POH015", {"id": "A", "level": "outcome"}, {"id": "B", "induk": "A", "level": "csf"}, langkah=2)
        == []
    )


def test_the_statement_need_not_be_known() -> None:
    simpul = [{"id": "A", "level": "sasaran"}, {"id": "B", "level": "sasaran"}]
    assert letak("POH015", *simpul, {"id": "C", "induk": "A", "level": "eselon III"}) == ["B"]
