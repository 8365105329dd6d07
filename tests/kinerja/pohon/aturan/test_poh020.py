"""POH020: a code without a root."""

from tests.kinerja.pohon.bantu import letak

S1 = {"id": "S1", "level": "sasaran", "indikator": [{"kode": "1.1", "nama": "Indeks A"}]}


def orphan(kode: str) -> list[str | None]:
    return letak(
        "POH020",
        S1,
        {"id": "E", "induk": "S1", "level": "eselon III", "indikator": [{"kode": kode, "nama": "X"}]},
    )


def test_a_code_that_repeats_the_one_above_has_a_root() -> None:
    assert orphan("1.1") == []


def test_a_longer_number_is_not_an_extension() -> None:
    assert orphan("1.11") == ["E"]


def test_codes_that_are_no_numbers_say_nothing() -> None:
    assert orphan("IND-7") == []


def test_upper_levels_without_codes_leave_nothing_to_compare() -> None:
    bawah = {"id": "E", "level": "eselon III", "indikator": [{"kode": "5.1", "nama": "X"}]}
    assert (
        letak(
            "POH020",
            {"id": "S", "level": "sasaran"},
            bawah,
            {"id": "Z", "indikator": [{"kode": "9.1", "nama": "Y"}]},
        )
        == []
    )
