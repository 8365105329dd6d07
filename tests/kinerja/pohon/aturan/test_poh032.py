"""POH032: one wording, several targets."""

from tests.kinerja.pohon.bantu import letak


def at_two(**isi: str) -> list[str | None]:
    anak = [
        {"id": i, "induk": "S", "level": "eselon III", "indikator": [{"nama": "Jumlah A", "target": t}]}
        for i, t in isi.items()
    ]
    return letak("POH032", {"id": "S", "level": "sasaran", "indikator": [{"nama": "Indeks B"}]}, *anak)


def test_the_same_target_is_a_shared_indicator() -> None:
    assert at_two(E="90%", F="90%") == []


def test_an_indicator_of_the_parent_is_judged_by_the_sum() -> None:
    simpul = [
        {
            "id": i,
            "induk": None if i == "S" else "S",
            "level": lv,
            "indikator": [{"nama": "Jumlah A", "target": t}],
        }
        for i, lv, t in (("S", "sasaran", "5"), ("E", "eselon III", "2"), ("F", "eselon III", "3"))
    ]
    assert letak("POH032", *simpul) == []
