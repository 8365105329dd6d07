"""IND020: an indicator written twice."""

from tests.kinerja.pohon.bantu import letak


def test_a_spelling_variant_is_the_same() -> None:
    isi = [{"nama": "Prosentase A"}, {"nama": "persentase  a"}, {"nama": "Indeks B"}]
    assert letak("IND020", {"id": "S", "level": "sasaran", "indikator": isi}) == ["S"]
