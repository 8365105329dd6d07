"""Rules are values with a fingerprint."""

from decimal import Decimal

import pytest

from kinerja.capaian import AturanCapaian, AturanTidakSah, BatasTidakDikenal, Polaritas, parse_batas


def test_equal_rules_have_equal_hashes() -> None:
    a = AturanCapaian(Polaritas.MIN, batas=Decimal("120.0"))
    assert a.hash() == AturanCapaian(Polaritas.MIN, batas=Decimal(120)).hash()


@pytest.mark.parametrize(
    "lain",
    [
        AturanCapaian(Polaritas.MIN),
        AturanCapaian(Polaritas.MAKS, batas=Decimal(120)),
        AturanCapaian(Polaritas.MAKS, desimal=1),
        AturanCapaian(Polaritas.MAKS, skala_id="jabar-a-2016"),
        AturanCapaian(Polaritas.MAKS, peringkat=("A", "B")),
        AturanCapaian(Polaritas.MAKS, sumber="Perwal"),
    ],
)
def test_any_difference_changes_the_hash(lain: AturanCapaian) -> None:
    assert lain.hash() != AturanCapaian(Polaritas.MAKS).hash()


def test_the_hash_is_stable_over_releases() -> None:
    assert AturanCapaian(Polaritas.MAKS, sumber="x").hash() == (
        "c7bb5bf4b8983df01d8414693a1800310cfc52f1a8e0226d44dafbf18af79f01"
    )


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [(None, None), ("tanpa", None), ("Tanpa", None), ("100", "100"), (" 110 ", "110"), ("112,5%", "112.5")],
)
def test_a_cap_is_read_as_written(teks: str | None, harapan: str | None) -> None:
    assert parse_batas(teks) == (None if harapan is None else Decimal(harapan))


@pytest.mark.parametrize("teks", ["", "0", "-5", "banyak", "1.2.3", "NaN", "1e3", "²"])
def test_anything_else_is_not_a_cap(teks: str) -> None:
    with pytest.raises(BatasTidakDikenal, match="Tulis tanpa, 100"):
        parse_batas(teks)


@pytest.mark.parametrize(
    "aturan",
    [{"batas": Decimal(0)}, {"batas": Decimal("Infinity")}, {"desimal": -1}, {"peringkat": ("A", "a ")}],
)
def test_a_rule_that_cannot_be_applied_is_refused(aturan: dict[str, object]) -> None:
    with pytest.raises(AturanTidakSah):
        AturanCapaian(Polaritas.MAKS, **aturan)  # type: ignore[arg-type]


def test_every_polarity_has_words_and_a_source() -> None:
    for polaritas in Polaritas:
        aturan = AturanCapaian(polaritas)
        assert polaritas.sebutan in aturan.uraian
        assert aturan.sumber


def test_a_rule_says_its_cap() -> None:
    assert (
        AturanCapaian(Polaritas.MAKS, batas=Decimal("112.5")).uraian == "makin besar makin baik, batas 112,5"
    )
