"""POH010: a parent that does not exist."""

from tests.kinerja.pohon.bantu import letak, temukan


def test_the_top_needs_no_parent() -> None:
    assert letak("POH010", {"id": "A", "level": "tujuan"}) == []


def test_the_missing_parent_is_named() -> None:
    assert "C9" in temukan("POH010", {"id": "A", "induk": "C9", "level": "csf"})[0].pesan
