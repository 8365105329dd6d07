"""IND011: two objects in one indicator."""

from tests.kinerja.pohon.bantu import letak, satu


def test_a_slash_joins_too() -> None:
    assert letak("IND011", satu("sasaran", "Jumlah anak/lansia terlindungi")) == ["S1"]


def test_where_two_measures_are_told_this_is_silent() -> None:
    assert letak("IND011", satu("sasaran", "Persentase A dan jumlah B bersertifikat")) == []


def test_what_stands_in_brackets_is_not_judged() -> None:
    assert letak("IND011", satu("sasaran", "Jumlah desa wisata (Utara dan Selatan)")) == []
