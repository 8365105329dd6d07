"""IND017: a polarity against the wording."""

from tests.kinerja.pohon.bantu import letak, satu


def check(nama: str, polaritas: str) -> list[str | None]:
    return letak("IND017", satu("sasaran", nama, polaritas=polaritas))


def test_a_decrease_is_better_when_greater() -> None:
    assert check("Penurunan angka kematian ibu", "maks") == []
    assert check("Penurunan angka kematian ibu", "min") == ["S1"]


def test_what_was_done_about_it_is_measured_the_other_way() -> None:
    assert check("Persentase kasus kekerasan yang ditangani", "maks") == []


def test_other_polarities_are_not_contradicted() -> None:
    assert check("Angka kematian bayi", "stabil") == []


def test_not_satisfied_is_not_satisfied() -> None:
    assert check("Persentase warga dengan ketidakpuasan", "min") == []
