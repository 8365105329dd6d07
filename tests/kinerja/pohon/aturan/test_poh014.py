"""POH014: a node that hangs on nothing."""

from tests.kinerja.pohon.bantu import letak


def test_a_node_that_supports_a_sasaran_hangs_on_it() -> None:
    atas = {"id": "S", "level": "sasaran"}
    assert letak("POH014", atas, {"id": "E", "induk_lain": ["S"], "level": "eselon III"}) == []


def test_the_supporting_program_serves_every_sasaran() -> None:
    program = [{"id": k, "kode": k, "level": "program"} for k in ("1.02.01", "1.02.02")]
    assert letak("POH014", {"id": "S", "level": "sasaran"}, *program) == ["1.02.02"]


def test_a_tree_that_starts_lower_has_its_top_there() -> None:
    assert letak("POH014", {"id": "A", "level": "kondisi antara"}) == []
