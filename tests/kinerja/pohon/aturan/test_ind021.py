"""IND021: a name that was cut off."""

from tests.kinerja.pohon.bantu import letak, satu


def test_an_open_bracket_is_cut_off() -> None:
    assert letak("IND021", satu("sasaran", "Jumlah festival (Bandung")) == ["S1"]


def test_a_short_name_may_end_as_it_likes() -> None:
    assert letak("IND021", satu("sasaran", "Indeks per")) == []
