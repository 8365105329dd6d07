"""IND014: a target worse than the baseline."""

from tests.kinerja.pohon.bantu import letak, satu, temukan


def check(nama: str, baseline: str, **isi: object) -> list[str | None]:
    return letak("IND014", satu("sasaran", nama, baseline=baseline, **isi))


def test_smaller_is_better_for_deaths_whatever_is_declared() -> None:
    assert check("Angka kematian ibu", "90", target="95") == ["S1"]


def test_an_unknown_direction_is_silent() -> None:
    assert check("Rasio A", "90", target="95") == []
    assert check("Angka kematian ibu", "90", target="95", polaritas="rentang") == []


def test_every_year_is_compared() -> None:
    temuan = temukan(
        "IND014", satu("sasaran", "Indeks kepuasan", baseline="26", target={"2025": "24", "2026": "27"})
    )
    assert "(2025)" in temuan[0].pesan


def test_a_text_cannot_be_compared() -> None:
    assert check("Indeks kepuasan", "baik", target="95") == []
