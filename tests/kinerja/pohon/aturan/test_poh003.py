"""POH003: several conditions in one node."""

from tests.kinerja.pohon.bantu import temukan


def test_a_numbered_list_holds_several_conditions() -> None:
    simpul = {"id": "A", "level": "sasaran", "pernyataan": "1.1 Terpenuhinya layanan 1.2 Tersebarnya berita"}
    assert "2 kondisi" in temukan("POH003", simpul)[0].pesan


def test_two_objects_of_one_condition_are_one() -> None:
    assert (
        temukan("POH003", {"id": "A", "level": "sasaran", "pernyataan": "Meningkatnya mutu dan akses"}) == []
    )


def test_a_number_within_the_sentence_is_no_list() -> None:
    simpul = {"id": "A", "level": "sasaran", "pernyataan": "Meningkatnya layanan di 27 Kabupaten dan 5 Kota"}
    assert temukan("POH003", simpul) == []
