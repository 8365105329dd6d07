"""POH024: one nomenclature code with two names."""

from tests.kinerja.pohon.bantu import letak


def test_other_levels_may_number_as_they_like() -> None:
    simpul = [
        {"id": i, "level": "sasaran", "kode": "1", "pernyataan": f"Meningkatnya {i}"} for i in ("A", "B")
    ]
    assert letak("POH024", *simpul) == []
