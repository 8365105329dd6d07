"""The examples in the docstrings are true."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import kinerja.jalan

MODUL = sorted(f"kinerja.jalan.{p.stem}" for p in Path(kinerja.jalan.__file__).parent.glob("[a-z]*.py"))


@pytest.mark.parametrize("nama", MODUL)
def test_examples_of(nama: str) -> None:
    assert doctest.testmod(import_module(nama), raise_on_error=True).failed == 0
