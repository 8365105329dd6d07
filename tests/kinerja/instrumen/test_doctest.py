"""The examples in the docstrings are true."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import kinerja.instrumen

AKAR = Path(kinerja.instrumen.__file__).parent
MODUL = sorted(
    ".".join(("kinerja", "instrumen", *p.relative_to(AKAR).with_suffix("").parts))
    for p in AKAR.rglob("*.py")
    if p.name != "__init__.py"
)


@pytest.mark.parametrize("nama", MODUL)
def test_examples_of(nama):
    assert doctest.testmod(import_module(nama), raise_on_error=True).failed == 0
