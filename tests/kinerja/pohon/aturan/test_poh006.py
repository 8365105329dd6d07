"""POH006: an active verb of change."""

from tests.kinerja.pohon.bantu import letak


def test_a_mission_may_start_with_a_verb() -> None:
    assert letak("POH006", {"id": "A", "level": "misi", "pernyataan": "Meningkatkan mutu layanan"}) == []


def test_capital_letters_make_no_difference() -> None:
    assert letak("POH006", {"id": "A", "level": "tujuan", "pernyataan": "MENINGKATKAN MUTU"}) == ["A"]
