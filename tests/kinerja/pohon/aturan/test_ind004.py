"""IND004: activities counted at a level of result."""

from tests.kinerja.pohon.bantu import letak, satu


def test_those_who_took_part_are_counted_activities() -> None:
    assert letak("IND004", satu("csf", "Jumlah kader yang mengikuti pelatihan")) == ["S1"]


def test_visits_of_tourists_are_a_result() -> None:
    assert letak("IND004", satu("tujuan", "Jumlah kunjungan wisatawan")) == []


def test_at_the_level_of_output_it_is_in_place() -> None:
    assert letak("IND004", satu("eselon IV", "Jumlah peserta sosialisasi")) == []
