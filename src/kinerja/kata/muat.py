"""Read the word lists that come with the library, once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from kinerja.capaian.yaml_ketat import load_yaml


@cache
def load_data(nama: str) -> Mapping[str, Any]:
    """The content of one data file.

    >>> "yang" in load_data("henti")["kata"]
    True
    """
    berkas = f"{nama}.yaml"
    teks = resources.files("kinerja.kata").joinpath("data", berkas).read_text(encoding="utf-8")
    return load_yaml(teks, nama=berkas)


@cache
def words(nama: str, bagian: str) -> frozenset[str]:
    """One list of a data file, as a set.

    >>> "jumlah" in words("ukuran", "jumlah")
    True
    """
    return frozenset(load_data(nama)[bagian])
