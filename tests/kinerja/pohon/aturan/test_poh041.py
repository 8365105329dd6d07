"""POH041: the same indicator with another target."""

from typing import Any

from tests.kinerja.pohon.bantu import temukan


def pair(atas: dict[str, Any], bawah: dict[str, Any]) -> list[str]:
    simpul = [
        {"id": "S", "level": "sasaran", "indikator": [atas]},
        {"id": "E", "induk": "S", "level": "eselon III", "indikator": [bawah]},
    ]
    return [t.pesan for t in temukan("POH041", *simpul)]


def test_the_message_says_which_way() -> None:
    pesan = pair({"nama": "Indeks A", "target": "80"}, {"nama": "Indeks A", "target": "75"})
    assert "lebih rendah" in pesan[0]


def test_the_same_number_in_another_form_is_the_same() -> None:
    assert pair({"nama": "Persentase A", "target": "80%"}, {"nama": "Persentase A", "target": "80,00"}) == []


def test_one_code_and_one_head_word_make_one_indicator() -> None:
    atas = {"kode": "3.2", "nama": "Persentase penyelesaian aduan warga", "target": "85%"}
    assert pair(atas, {"kode": "3.2", "nama": "Persentase penyelesaian aduan", "target": "90%"})


def test_another_head_word_is_another_indicator() -> None:
    atas = {"kode": "3.2", "nama": "Persentase penyelesaian aduan warga", "target": "85%"}
    assert (
        pair(atas, {"kode": "3.2", "nama": "Persentase warga yang penyelesaian aduan", "target": "90%"}) == []
    )


def test_free_texts_are_not_compared() -> None:
    assert pair({"nama": "Indeks A", "target": "naik"}, {"nama": "Indeks A", "target": "turun"}) == []


def test_counts_are_judged_by_their_sum() -> None:
    assert pair({"nama": "Jumlah A", "target": "5"}, {"nama": "Jumlah A", "target": "4"}) == []


def test_a_missing_target_is_told_elsewhere() -> None:
    assert pair({"nama": "Indeks A"}, {"nama": "Indeks A", "target": "4"}) == []
