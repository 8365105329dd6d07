"""POH002: a result worded as an output."""

from tests.kinerja.pohon.bantu import letak


def test_a_facility_that_is_made_available_is_an_output() -> None:
    simpul = {"id": "A", "level": "tujuan", "pernyataan": "Tersedianya sarana dan prasarana kantor"}
    assert letak("POH002", simpul) == ["A"]


def test_good_quality_makes_it_a_condition() -> None:
    simpul = {"id": "A", "level": "csf", "pernyataan": "Terpenuhinya sarana belajar yang layak"}
    assert letak("POH002", simpul) == []


def test_at_the_level_of_output_it_is_in_place() -> None:
    assert letak("POH002", {"id": "A", "level": "output", "pernyataan": "Tersusunnya laporan"}) == []
