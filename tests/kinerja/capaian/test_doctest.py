"""The examples in the docstrings are true."""

import doctest
from importlib import import_module

import pytest

MODULES = [
    "pembulatan",
    "efisiensi",
    "agregasi.rerata",
    "agregasi.waktu",
    "agregasi.pohon",
    "agregasi.vektor",
    *(
        f"capaian.{nama}"
        for nama in (
            "aturan", "maksimum", "minimum", "rentang", "stabil", "laju", "ambang", "ordinal", "nol",
            "hitung", "hasil", "penjelasan", "skala", "tangga", "tolak", "yaml_ketat",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("nama", MODULES)
def test_examples_of(nama: str) -> None:
    hasil = doctest.testmod(import_module(f"kinerja.{nama}"))
    assert hasil.attempted > 0
    assert hasil.failed == 0
