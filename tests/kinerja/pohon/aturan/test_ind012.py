"""IND012: several quantities in one target."""

from tests.kinerja.pohon.bantu import letak, satu


def check(target: str) -> list[str | None]:
    return letak("IND012", satu("eselon III", "Jumlah A", target=target))


def test_dan_separates_quantities() -> None:
    assert check("73 orang dan 20 orang") == ["S1"]


def test_a_rate_is_one_quantity() -> None:
    assert check("92,5 per 100.000 KH") == []


def test_a_number_is_one_quantity() -> None:
    assert check("12.285.690") == []
