"""POH004: a statement too long."""

from tests.kinerja.pohon.bantu import letak


def test_thirty_words_are_enough() -> None:
    assert letak("POH004", {"id": "A", "level": "sasaran", "pernyataan": "kata " * 30}) == []


def test_several_conditions_are_told_elsewhere() -> None:
    kalimat = "Meningkatnya mutu dan terwujudnya layanan " + "bagi warga " * 20
    assert letak("POH004", {"id": "A", "level": "sasaran", "pernyataan": kalimat}) == []
