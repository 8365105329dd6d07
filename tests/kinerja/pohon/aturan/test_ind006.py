"""IND006: a condition as an indicator."""

from tests.kinerja.pohon.bantu import letak, satu


def test_any_condition_counts() -> None:
    assert letak("IND006", satu("sasaran", "Lancarnya pelaksanaan tugas")) == ["S1"]


def test_how_many_is_a_measure() -> None:
    assert letak("IND006", satu("sasaran", "Banyaknya desa mandiri")) == []
