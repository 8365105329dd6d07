"""IND023: a share of more than the whole."""

from tests.kinerja.pohon.bantu import letak, satu


def check(nama: str, target: str | None) -> list[str | None]:
    return letak("IND023", satu("sasaran", nama, target=target))


def test_a_growth_may_pass_one_hundred() -> None:
    assert check("Persentase pertumbuhan investasi", "120%") == []


def test_a_count_has_no_whole() -> None:
    assert check("Jumlah desa", "120") == []


def test_one_hundred_is_the_whole() -> None:
    assert check("Persentase desa", "100,00") == []
