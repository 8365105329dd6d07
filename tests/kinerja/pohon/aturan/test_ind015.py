"""IND015: a target worse than the last result."""

from tests.kinerja.pohon.bantu import letak, satu


def test_an_unknown_direction_is_silent() -> None:
    assert letak("IND015", satu("sasaran", "Rasio A", hasil_terakhir="9", target="8")) == []


def test_smaller_is_better_where_declared() -> None:
    isi = {"hasil_terakhir": "9", "target": "10", "polaritas": "min"}
    assert letak("IND015", satu("sasaran", "Rata-rata menit", **isi)) == ["S1"]
