"""POH001: an activity instead of a condition."""

from tests.kinerja.pohon.bantu import letak


def test_an_active_verb_is_an_activity() -> None:
    assert letak("POH001", {"id": "A", "level": "output", "pernyataan": "Memverifikasi data warga"}) == ["A"]


def test_a_noun_of_activity_with_a_predicate_is_a_condition() -> None:
    simpul = {"id": "A", "level": "kondisi antara", "pernyataan": "Pelatihan sesuai kebutuhan industri"}
    assert letak("POH001", simpul) == []


def test_the_nomenclature_of_a_sub_activity_is_not_judged() -> None:
    assert letak("POH001", {"id": "A", "level": "sub_kegiatan", "pernyataan": "Penyusunan Laporan"}) == []
