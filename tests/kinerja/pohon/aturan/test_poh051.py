"""POH051: a link to a code that the plan does not have."""

from tests.kinerja.pohon.bantu import letak


def test_without_a_plan_nothing_is_compared() -> None:
    assert letak("POH051", {"id": "A", "program": "9.99"}) == []


def test_a_post_is_no_code_of_the_plan() -> None:
    assert letak("POH051", {"id": "A", "tautan": {"jabatan": "Camat"}}, kode_rencana=["1.02.02"]) == []
