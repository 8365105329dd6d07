"""IND003: an output measured at a level of result."""

from tests.kinerja.pohon.bantu import letak, satu


def test_what_the_office_issued_is_an_output() -> None:
    assert letak("IND003", satu("sasaran", "Jumlah nomor induk berusaha yang terbit")) == ["S1"]


def test_a_share_that_tells_how_well_is_a_result() -> None:
    assert letak("IND003", satu("sasaran", "Persentase izin yang terbit sesuai waktu baku")) == []


def test_what_people_achieved_is_a_result() -> None:
    assert letak("IND003", satu("sasaran", "Jumlah industri kecil yang bersertifikat mutu")) == []


def test_at_the_level_of_output_it_is_in_place() -> None:
    assert letak("IND003", satu("output", "Jumlah laporan yang disusun")) == []
