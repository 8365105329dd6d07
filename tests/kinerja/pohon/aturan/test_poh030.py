"""POH030: an indicator copied down."""

from tests.kinerja.pohon.bantu import letak


def test_a_supported_node_counts_as_above() -> None:
    simpul = [
        {"id": "S", "level": "sasaran", "indikator": [{"nama": "Persentase A"}]},
        {"id": "E", "induk_lain": ["S"], "level": "eselon III", "indikator": [{"nama": "Prosentase A"}]},
    ]
    assert letak("POH030", *simpul) == ["E"]


def test_a_place_in_brackets_makes_it_a_share() -> None:
    simpul = [
        {"id": "S", "level": "output", "indikator": [{"nama": "Jumlah A"}]},
        {"id": "E", "induk": "S", "level": "operasional", "indikator": [{"nama": "Jumlah A (Utara)"}]},
    ]
    assert letak("POH030", *simpul) == []
