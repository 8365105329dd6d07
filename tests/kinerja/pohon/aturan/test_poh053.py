"""POH053: crosscutting from a node that does not exist."""

from tests.kinerja.pohon.bantu import temukan


def test_the_asked_unit_is_named_when_known() -> None:
    assert "ke DKP" in temukan("POH053", {"id": "A"}, crosscutting=[{"dari": "Z", "unit_ke": "DKP"}])[0].pesan
    assert temukan("POH053", {"id": "A"}, crosscutting=[{"dari": "Z"}])[0].simpul is None
