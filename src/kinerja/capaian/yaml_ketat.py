"""YAML read strictly: no floats, no duplicate keys. Regulations are data, and data must be exact."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import yaml


class DataTidakSah(ValueError):
    """A data file breaks the rules for regulations as data; the message names file and place."""


class _PemuatKetat(yaml.SafeLoader):
    """SafeLoader that refuses what would silently change a regulation."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Refuse a key that occurs twice, where YAML would keep only the last."""
        kunci: set[Hashable] = set()
        for simpul, _ in node.value:
            nama = self.construct_object(simpul, deep=True)
            if nama in kunci:
                raise DataTidakSah(f'Kunci "{nama}" tertulis dua kali{_tempat(simpul)}.')
            kunci.add(nama)
        return super().construct_mapping(node, deep)


def _refuse_float(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Any:
    raise DataTidakSah(f"Angka {node.value} harus ditulis dalam tanda kutip{_tempat(node)}.")


_PemuatKetat.add_constructor("tag:yaml.org,2002:float", _refuse_float)


def _tempat(node: yaml.Node) -> str:
    return f" (baris {node.start_mark.line + 1}, kolom {node.start_mark.column + 1})"


def load_yaml(teks: str, *, nama: str) -> dict[str, Any]:
    """The mapping in a YAML text; `nama` is the file as the message should call it.

    >>> load_yaml('batas: "91"', nama="skala.yaml")
    {'batas': '91'}
    >>> load_yaml("batas: 7.5", nama="a.yaml")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    kinerja.capaian.yaml_ketat.DataTidakSah: a.yaml: Angka 7.5 harus ditulis dalam tanda kutip ...
    """
    try:
        isi = yaml.load(teks, Loader=_PemuatKetat)
    except DataTidakSah as galat:
        raise DataTidakSah(f"{nama}: {galat}") from None
    except yaml.YAMLError as galat:
        raise DataTidakSah(f"{nama}: bukan YAML yang sah ({galat}).") from galat
    if not isinstance(isi, dict):
        raise DataTidakSah(f"{nama}: isi berkas harus berupa pasangan kunci dan nilai.")
    return isi
