"""POH042: the same indicator in another unit."""

from tests.kinerja.pohon.bantu import letak


def pair(atas: dict[str, str], bawah: dict[str, str]) -> list[str | None]:
    simpul = [
        {"id": "S", "level": "sasaran", "indikator": [{"kode": "1.1", **atas}]},
        {"id": "E", "induk": "S", "level": "eselon III", "indikator": [{"kode": "1.1", **bawah}]},
    ]
    return letak("POH042", *simpul)


def test_the_unit_decides_where_both_have_one() -> None:
    atas = {"nama": "Jumlah A", "satuan": "Unit"}
    assert pair(atas, {"nama": "Jumlah A", "satuan": "Buah"}) == []
    assert pair(atas, {"nama": "Jumlah A", "satuan": "Orang"}) == ["E"]


def test_other_measure_words_are_not_opposed() -> None:
    assert pair({"nama": "Indeks desa mandiri"}, {"nama": "Nilai desa mandiri"}) == []
