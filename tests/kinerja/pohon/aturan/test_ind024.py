"""IND024: years gone by."""

from tests.kinerja.pohon.bantu import letak, satu

NAMA = "Persentase laporan tahun 2014 yang selesai"


def test_last_year_is_reported_this_year() -> None:
    assert letak("IND024", satu("eselon IV", NAMA), tahun=2015) == []


def test_a_later_year_in_the_name_keeps_it_current() -> None:
    assert letak("IND024", satu("eselon IV", f"{NAMA} dan 2018"), tahun=2017) == []


def test_without_a_year_nothing_is_compared() -> None:
    assert letak("IND024", satu("eselon IV", NAMA)) == []
