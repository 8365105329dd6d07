"""IND005: an activity as an indicator."""

from tests.kinerja.pohon.bantu import letak, satu


def test_a_verb_is_an_activity() -> None:
    assert letak("IND005", satu("eselon IV", "Menghitung kasus kesakitan")) == ["S1"]


def test_a_number_before_it_makes_no_difference() -> None:
    assert letak("IND005", satu("eselon IV", "1. Penyusunan laporan")) == ["S1"]


def test_a_growth_is_a_measure() -> None:
    assert letak("IND005", satu("eselon III", "Peningkatan kunjungan wisatawan")) == []
