"""IND010: two measures in one indicator."""

from tests.kinerja.pohon.bantu import letak, satu


def test_an_activity_added_with_serta_is_a_second_part() -> None:
    assert letak("IND010", satu("eselon III", "Jumlah alat terpakai serta Penyusunan kebutuhan alat")) == [
        "S1"
    ]


def test_two_conditions_are_two_measures() -> None:
    nama = "Persentase terpenuhinya layanan kepegawaian serta meningkatnya disiplin aparatur"
    assert letak("IND010", satu("sasaran", nama)) == ["S1"]


def test_a_measure_of_a_measure_is_one() -> None:
    assert letak("IND010", satu("sasaran", "Persentase penurunan angka kematian ibu")) == []


def test_a_fixed_phrase_is_no_second_measure() -> None:
    assert letak("IND010", satu("sasaran", "Persentase guru dan angka kredit")) == []
