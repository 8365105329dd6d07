"""IND002: an indicator without a target."""

from tests.kinerja.pohon.bantu import letak, satu


def test_a_tree_without_any_target_is_told_once() -> None:
    assert letak("IND002", satu("sasaran", "Indeks A"), {**satu("csf", "Indeks B"), "id": "B"}) == [None]


def test_a_level_without_any_is_told_once() -> None:
    atas = {"id": "S", "level": "sasaran", "indikator": [{"nama": "Indeks A"}, {"nama": "Indeks B"}]}
    assert letak("IND002", atas, satu("eselon III", "Indeks C", target="5")) == [None]


def test_before_step_four_there_are_none() -> None:
    assert letak("IND002", satu("csf", "Indeks A"), langkah=3) == []


def test_the_year_of_the_tree_counts() -> None:
    dua = [
        satu("sasaran", "Indeks A", target={"2026": "5"}),
        {**satu("csf", "Indeks B", target={"2027": "5"}), "id": "B"},
    ]
    assert letak("IND002", *dua, tahun=2026) == ["B"]


def test_without_a_year_the_first_target_counts() -> None:
    assert letak("IND002", satu("sasaran", "Indeks A", target={"2026": None, "2027": "5"})) == []


def test_a_single_indicator_of_a_level_is_told_at_its_node() -> None:
    assert letak("IND002", satu("sasaran", "Indeks A"), {**satu("csf", "B", target="5"), "id": "B"}) == ["S1"]
