"""POH031: siblings with the same indicators."""

from tests.kinerja.pohon.bantu import letak


def test_one_shared_indicator_proves_nothing() -> None:
    anak = [
        {"id": i, "induk": "E", "level": "eselon IV", "indikator": [{"nama": "Indeks A"}]} for i in ("F", "G")
    ]
    assert letak("POH031", {"id": "E", "level": "eselon III"}, *anak) == []
