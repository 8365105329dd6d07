"""POH013: one id for two nodes."""

from tests.kinerja.pohon.bantu import temukan


def test_the_number_of_uses_is_told() -> None:
    assert "3 simpul" in temukan("POH013", *[{"id": "A"}] * 3)[0].pesan
