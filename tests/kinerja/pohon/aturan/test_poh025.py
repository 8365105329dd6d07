"""POH025: a code that has shifted."""

from typing import Any

from tests.kinerja.pohon.bantu import letak

INDUK: dict[str, Any] = {
    "id": "E",
    "level": "eselon III",
    "indikator": [
        {"kode": "8.1", "nama": "Persentase pemenuhan dokumen perencanaan"},
        {"kode": "8.2", "nama": "Persentase pemenuhan dokumen pelaporan dan evaluasi"},
    ],
}


def child(kode: str, nama: str) -> list[str | None]:
    anak = {"id": "F", "induk": "E", "level": "eselon IV", "indikator": [{"kode": kode, "nama": nama}]}
    return letak("POH025", INDUK, anak)


def test_two_telling_words_of_another_code_show_a_shift() -> None:
    assert child("8.1", "Persentase laporan evaluasi yang selesai") == ["F"]


def test_one_telling_word_is_not_enough() -> None:
    assert child("8.1", "Persentase laporan yang selesai") == []


def test_words_of_its_own_code_keep_it_in_place() -> None:
    assert child("8.1", "Persentase laporan evaluasi dan perencanaan") == []


def test_the_wording_of_its_own_code_is_right() -> None:
    assert child("8.1", "Persentase pemenuhan dokumen perencanaan") == []


def test_a_code_that_the_parent_does_not_have_is_told_elsewhere() -> None:
    assert child("9.1", "Persentase laporan evaluasi") == []


def siblings(*kode: str) -> list[str | None]:
    nama = "Jumlah kantor bidang {} yang sudah menerapkan pengendalian"
    anak = [
        {
            "id": f"F{n}",
            "induk": "E",
            "level": "eselon IV",
            "indikator": [{"kode": k, "nama": nama.format(n)}],
        }
        for n, k in enumerate(kode)
    ]
    return letak("POH025", {"id": "E", "level": "eselon III"}, *anak)


def test_the_one_sibling_that_differs_is_told() -> None:
    assert siblings("5.1", "5.1", "5.1", "4.2") == ["F3"]


def test_without_a_clear_majority_nothing_is_told() -> None:
    assert siblings("5.1", "5.1", "4.2", "4.2") == []


def test_the_same_shift_is_told_once_per_node() -> None:
    nama = ("Persentase laporan evaluasi A", "Persentase laporan evaluasi B")
    anak = {
        "id": "F",
        "induk": "E",
        "level": "eselon IV",
        "indikator": [{"kode": "8.1", "nama": n} for n in nama],
    }
    assert letak("POH025", INDUK, anak) == ["F"]
