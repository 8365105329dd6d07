"""IND016: targets that get worse."""

from tests.kinerja.pohon.bantu import letak, satu


def check(nama: str, **isi: object) -> list[str | None]:
    return letak("IND016", satu("sasaran", nama, target={"2025": "80", "2026": "78"}, **isi))


def test_a_count_may_differ_from_year_to_year() -> None:
    assert check("Jumlah pelatihan", polaritas="maks") == []


def test_less_is_better_for_deaths() -> None:
    assert check("Angka kematian bayi") == []


def test_one_target_has_no_next_year() -> None:
    assert letak("IND016", satu("sasaran", "Indeks kepuasan", target="80")) == []


def test_an_unknown_direction_is_silent() -> None:
    assert check("Rasio A") == []
