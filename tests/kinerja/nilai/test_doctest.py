"""The examples in the docstrings are true."""

import doctest
from importlib import import_module

import pytest

MODULES = [
    "nilai.bentuk",
    "nilai.jenis",
    "nilai.pembaca",
    "nilai.pemisah",
    "nilai.rapikan",
    "nilai.uraian",
    "berkas",
]
MODULES += [
    "periksa.kolom",
    "periksa.masukan",
    "periksa.pesan",
    "periksa.rumus",
    "periksa.tabel",
    "cli.tabel",
]


@pytest.mark.parametrize("nama", MODULES)
def test_examples_of(nama: str) -> None:
    hasil = doctest.testmod(import_module(f"kinerja.{nama}"))
    assert hasil.attempted > 0
    assert hasil.failed == 0
