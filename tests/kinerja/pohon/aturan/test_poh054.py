"""POH054: a node for which nobody answers."""

from tests.kinerja.pohon.bantu import letak


def test_a_tree_without_owners_is_not_ready_for_it() -> None:
    assert letak("POH054", {"id": "A"}, {"id": "B"}) == []


def test_before_step_five_owners_may_wait() -> None:
    assert letak("POH054", {"id": "A", "pemilik": "Camat"}, {"id": "B"}, langkah=3) == []
