"""IND008: a target in another unit."""

from tests.kinerja.pohon.bantu import letak, satu


def check(satuan: str, target: str) -> list[str | None]:
    return letak("IND008", satu("sasaran", "Jumlah A", satuan=satuan, target=target))


def test_spellings_of_one_unit_agree() -> None:
    assert check("Persen", "10%") == []


def test_a_part_of_the_unit_is_enough() -> None:
    assert check("Event Nasional", "3 Event") == []


def test_a_part_of_a_whole_is_told_elsewhere() -> None:
    assert check("Persen", "80 dari 110 organisasi") == []


def test_a_scale_word_is_no_unit() -> None:
    assert check("Kendaraan", "16juta") == []


def test_a_plain_number_carries_none() -> None:
    assert check("Orang", "1.250") == []
