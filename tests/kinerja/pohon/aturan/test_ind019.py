"""IND019: no formula, where others have one."""

from tests.kinerja.pohon.bantu import letak, satu


def test_a_form_without_the_column_is_silent() -> None:
    assert letak("IND019", satu("sasaran", "Indeks A")) == []


def test_a_level_on_which_few_fill_it_is_silent() -> None:
    isi = [{"nama": "Indeks A", "rumus": "x"}, {"nama": "Indeks B"}, {"nama": "Indeks C"}]
    assert letak("IND019", {"id": "S", "level": "sasaran", "indikator": isi}) == []
