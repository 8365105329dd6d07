"""Every example of the documentation prints what the page says it prints."""

import pytest
from docs.alat.contoh import AKAR, Contoh, find_contoh, lay_out

CONTOH = list(find_contoh())


@pytest.mark.parametrize("contoh", CONTOH, ids=[c.perintah for c in CONTOH])
def test_an_example_prints_what_the_page_says(contoh: Contoh) -> None:
    _, keluaran = contoh.run()
    assert contoh.same(keluaran), keluaran


@pytest.mark.parametrize("contoh", [c for c in CONTOH if c.jenis is None], ids=lambda c: c.perintah)
def test_an_example_without_output_succeeds(contoh: Contoh) -> None:
    assert contoh.run()[0] == 0


@pytest.mark.parametrize(
    "perintah",
    ["angka", "capaian", "periksa", "instrumen", "skor", "predikat", "jalan", "pohon", "konsistensi"],
)
def test_every_command_has_an_example_in_its_reference(perintah: str) -> None:
    halaman = AKAR / "docs" / "rujukan" / "kinerja.md"
    assert any(c.halaman == halaman and c.perintah.startswith(f"kinerja {perintah}") for c in CONTOH)


def test_an_example_with_another_output_is_noticed() -> None:
    contoh = next(c for c in CONTOH if c.jenis == "text")
    assert not contoh.same(contoh.keluaran + " x")


def test_json_is_laid_out_without_changing_it() -> None:
    assert lay_out([{"a": "x" * 120, "b": [1]}]) == '[\n {\n  "a": "' + "x" * 120 + '",\n  "b": [1]\n }\n]'
