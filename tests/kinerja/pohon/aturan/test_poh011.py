"""POH011: nodes that are their own ancestor."""

from tests.kinerja.pohon.bantu import letak


def test_a_node_below_a_ring_is_not_in_it() -> None:
    cincin = [{"id": "A", "induk": "B"}, {"id": "B", "induk": "A"}]
    assert letak("POH011", *cincin, {"id": "C", "induk": "A"}) == ["A", "B"]


def test_a_node_that_is_its_own_parent_is_a_ring() -> None:
    assert letak("POH011", {"id": "A", "induk": "A"}) == ["A"]


def test_a_long_chain_is_no_ring() -> None:
    rantai = [{"id": f"N{n}", "induk": f"N{n - 1}" if n else None} for n in range(3000)]
    assert letak("POH011", *rantai) == []
