"""IND013: a target that is no number."""

from tests.kinerja.pohon.bantu import letak, satu


def check(target: str, **isi: str) -> list[str | None]:
    return letak("IND013", satu("sasaran", "Kondisi A", target=target, **isi))


def test_free_text_is_told() -> None:
    assert check("terpenuhi") == ["S1"]


def test_a_grade_is_a_target() -> None:
    assert check("WTP") == []
    assert check("Menuju Informatif", polaritas="ordinal") == []


def test_several_quantities_are_told_elsewhere() -> None:
    assert check("3 unit dan 2 orang") == []
