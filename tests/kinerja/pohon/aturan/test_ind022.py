"""IND022: a name without a measure word."""

from tests.kinerja.pohon.bantu import letak, satu


def test_activities_are_told_elsewhere() -> None:
    assert letak("IND022", satu("sasaran", "Penyusunan laporan")) == []
