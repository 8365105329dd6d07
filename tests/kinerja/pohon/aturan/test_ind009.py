"""IND009: an indicator without a unit."""

from tests.kinerja.pohon.bantu import letak, satu

BERSATUAN = {
    "id": "Z",
    "level": "sasaran",
    "indikator": [{"nama": "Persentase Z", "satuan": "%", "target": "5"}],
}


def test_a_document_without_units_is_silent() -> None:
    assert letak("IND009", satu("sasaran", "Jumlah A", target="5")) == []


def test_a_grade_needs_none() -> None:
    assert letak("IND009", BERSATUAN, satu("sasaran", "Hasil audit", target="WTP")) == []
    assert letak("IND009", BERSATUAN, satu("sasaran", "Opini BPK", target="1")) == []


def test_a_level_without_any_is_told_once() -> None:
    dua = {
        "id": "A",
        "level": "csf",
        "indikator": [{"nama": n, "target": "5"} for n in ("Jumlah A", "Jumlah B")],
    }
    assert letak("IND009", BERSATUAN, dua) == [None]
