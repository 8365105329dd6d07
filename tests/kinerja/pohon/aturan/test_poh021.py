"""POH021: a code that belongs elsewhere."""

from tests.kinerja.pohon.bantu import letak


def node(ident: str, level: str, kode: str, **isi: object) -> dict[str, object]:
    return {"id": ident, "level": level, "indikator": [{"kode": kode, "nama": f"Indeks {ident}"}], **isi}


ATAS = [node("S1", "sasaran", "1.1"), node("S2", "sasaran", "2.1")]


def test_the_code_of_a_supported_node_is_its_own() -> None:
    assert letak("POH021", *ATAS, node("E", "eselon III", "2.1.1", induk="S1", induk_lain=["S2"])) == []


def test_a_code_without_any_root_is_told_elsewhere() -> None:
    assert letak("POH021", *ATAS, node("E", "eselon III", "9.1", induk="S1")) == []


def test_an_unknown_level_is_not_judged() -> None:
    assert letak("POH021", *ATAS, node("E", "lapisan", "2.1", induk="S1")) == []
