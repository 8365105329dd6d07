"""POH016: a branch that stops above the work."""

from tests.kinerja.pohon.bantu import letak, temukan


def test_a_tree_that_ends_at_eselon_three_everywhere_is_silent() -> None:
    assert (
        letak("POH016", {"id": "A", "level": "sasaran"}, {"id": "B", "induk": "A", "level": "eselon III"})
        == []
    )


def test_the_post_is_named() -> None:
    simpul = [
        {"id": "A", "level": "eselon III", "pemilik": "Kepala Bidang"},
        {"id": "B", "level": "eselon III"},
        {"id": "C", "induk": "B", "level": "eselon IV"},
    ]
    assert "Kepala Bidang" in temukan("POH016", *simpul)[0].pesan
