"""POH019: support for a node that does not exist."""

from tests.kinerja.pohon.bantu import temukan


def test_a_node_cannot_support_itself() -> None:
    assert "dirinya sendiri" in temukan("POH019", {"id": "A", "induk_lain": ["A"]})[0].pesan
