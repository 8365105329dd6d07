"""POH052: crosscutting to one's own unit."""

from tests.kinerja.pohon.bantu import letak


def test_the_unit_of_the_node_asks_when_the_edge_names_none() -> None:
    simpul = {"id": "A", "unit": "DINKES"}
    assert letak("POH052", simpul, crosscutting=[{"dari": "A", "unit_ke": "dinkes"}]) == ["A"]


def test_the_unit_of_the_other_node_is_asked() -> None:
    simpul = [{"id": "A", "unit": "X"}, {"id": "B", "unit": "X"}]
    assert letak("POH052", *simpul, crosscutting=[{"dari": "A", "ke": "B"}]) == ["A"]


def test_an_unknown_unit_is_silent() -> None:
    assert letak("POH052", {"id": "A"}, crosscutting=[{"dari": "A", "ke": "Z"}]) == []
