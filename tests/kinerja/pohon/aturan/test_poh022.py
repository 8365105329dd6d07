"""POH022: a nomenclature code of another branch."""

from tests.kinerja.pohon.bantu import letak

PROGRAM = {"id": "P", "level": "program", "kode": "1.02.02"}


def test_both_widths_of_sub_activity_codes_are_accepted() -> None:
    kegiatan = {"id": "K", "induk": "P", "level": "kegiatan", "kode": "1.02.02.2.01"}
    sub = [
        {"id": k, "induk": "K", "level": "sub_kegiatan", "kode": f"1.02.02.2.01.{k}"} for k in ("01", "0001")
    ]
    assert letak("POH022", PROGRAM, kegiatan, *sub) == []


def test_a_prefix_ends_at_a_dot() -> None:
    assert letak(
        "POH022", PROGRAM, {"id": "K", "induk": "P", "level": "kegiatan", "kode": "1.02.021.2.01"}
    ) == ["K"]
