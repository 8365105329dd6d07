"""POH050: a link before step 5."""

from tests.kinerja.pohon.bantu import letak


def test_an_unknown_step_is_silent() -> None:
    assert letak("POH050", {"id": "A", "level": "output", "program": "2.07.03"}) == []


def test_the_step_of_the_node_goes_before_that_of_the_tree() -> None:
    assert letak("POH050", {"id": "A", "langkah": 4, "tautan": {"jabatan": "Kepala Seksi"}}, langkah=5) == [
        "A"
    ]
