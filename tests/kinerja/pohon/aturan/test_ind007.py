"""IND007: a unit against the name."""

from tests.kinerja.pohon.bantu import letak, satu


def check(nama: str, satuan: str) -> list[str | None]:
    return letak("IND007", satu("sasaran", nama, satuan=satuan))


def test_a_count_is_never_a_percentage() -> None:
    assert check("Jumlah sarana pemasaran", "%") == ["S1"]


def test_a_count_of_a_percentage_says_both() -> None:
    assert check("Jumlah persentase serapan", "%") == []


def test_an_index_is_not_counted_in_people() -> None:
    assert check("Indeks kepuasan", "Orang") == ["S1"]


def test_a_proportion_may_have_a_unit_of_its_own() -> None:
    assert check("Proporsi belanja modal", "Rasio") == []


def test_a_measure_word_further_on_is_not_the_first_word() -> None:
    assert check("Penurunan jumlah temuan", "%") == []
    assert check("Capaian persentase kinerja", "Dokumen") == []


def test_the_unit_printed_with_the_target_counts() -> None:
    assert letak("IND007", satu("sasaran", "Persentase usaha", target="10 Kelompok")) == ["S1"]
