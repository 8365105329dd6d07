"""POH007: a statement copied from the parent."""

from tests.kinerja.pohon.bantu import letak


def test_case_and_signs_make_no_difference() -> None:
    induk = {"id": "T", "level": "tujuan", "pernyataan": "Meningkatnya mutu, layanan"}
    assert letak(
        "POH007",
        induk,
        {"id": "S", "induk": "T", "level": "sasaran", "pernyataan": "MENINGKATNYA MUTU LAYANAN"},
    ) == ["S"]


def test_an_activity_may_carry_the_name_of_its_program() -> None:
    induk = {"id": "P", "level": "program", "pernyataan": "Program A"}
    assert (
        letak("POH007", induk, {"id": "K", "induk": "P", "level": "kegiatan", "pernyataan": "Program A"})
        == []
    )
