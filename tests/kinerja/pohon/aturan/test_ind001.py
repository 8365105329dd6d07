"""IND001: a node without an indicator."""

from tests.kinerja.pohon.bantu import letak, temukan


def test_a_level_without_any_is_told_once() -> None:
    assert letak("IND001", *[{"id": i, "level": "tujuan"} for i in ("A", "B", "C")]) == [None]


def test_a_vision_is_not_measured() -> None:
    assert letak("IND001", {"id": "V", "level": "visi"}) == []


def test_before_step_four_there_are_none() -> None:
    assert letak("IND001", {"id": "A", "level": "csf"}, langkah=3) == []


def test_a_node_without_statement_is_called_by_its_post() -> None:
    assert "Camat" in temukan("IND001", {"id": "A", "level": "eselon III", "pemilik": "Camat"})[0].pesan
