"""YAML read strictly: no floats, no duplicate keys. Regulations are data, and data must be exact."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import yaml

#: The way to a value: keys of mappings, positions in lists.
Jalur = tuple[str | int, ...]


class DataTidakSah(ValueError):
    """A data file breaks the rules for regulations as data; the message names file and place."""

    def __init__(self, pesan: str, *, baris: int | None = None) -> None:
        super().__init__(pesan)
        self.baris = baris


class _PemuatKetat(yaml.SafeLoader):
    """SafeLoader that refuses what would silently change a regulation."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse `*alias`: a regulation is written out, and an alias can grow without bound."""
        if self.check_event(yaml.AliasEvent):
            mulai = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise DataTidakSah(
                f"Rujukan *alias tidak diterima (baris {mulai.line + 1}).", baris=mulai.line + 1
            )
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Refuse a key that occurs twice, where YAML would keep only the last."""
        kunci: set[Hashable] = set()
        for simpul, _ in node.value:
            nama = self.construct_object(simpul, deep=True)
            if not isinstance(nama, Hashable):
                raise DataTidakSah(f"Kunci harus berupa teks{_tempat(simpul)}.", baris=_baris(simpul))
            if nama in kunci:
                raise DataTidakSah(
                    f'Kunci "{nama}" tertulis dua kali{_tempat(simpul)}.', baris=_baris(simpul)
                )
            kunci.add(nama)
        return super().construct_mapping(node, deep)


def _refuse_float(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Any:
    pesan = f"Angka {node.value} harus ditulis dalam tanda kutip{_tempat(node)}."
    raise DataTidakSah(pesan, baris=_baris(node))


_PemuatKetat.add_constructor("tag:yaml.org,2002:float", _refuse_float)


def _baris(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


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
    return load_yaml_berbaris(teks, nama=nama)[0]


def load_yaml_berbaris(teks: str, *, nama: str) -> tuple[dict[str, Any], dict[Jalur, int]]:
    r"""The mapping, and the line on which each of its values stands.

    >>> load_yaml_berbaris("a:\n  - b: x", nama="a.yaml")[1][("a", 0, "b")]
    2
    """
    pemuat = _PemuatKetat(teks)
    try:
        simpul = pemuat.get_single_node()
        isi = None if simpul is None else pemuat.construct_document(simpul)
        tempat: dict[Jalur, int] = {}
        if simpul is not None:
            _note_lines(simpul, (), tempat)
    except DataTidakSah as galat:
        raise DataTidakSah(f"{nama}: {galat}", baris=galat.baris) from None
    except (yaml.YAMLError, RecursionError) as galat:
        tanda = getattr(galat, "problem_mark", None)
        baris = None if tanda is None else tanda.line + 1
        raise DataTidakSah(f"{nama}: bukan YAML yang sah ({galat}).", baris=baris) from galat
    finally:
        pemuat.dispose()
    if not isinstance(isi, dict):
        raise DataTidakSah(f"{nama}: isi berkas harus berupa pasangan kunci dan nilai.")
    return isi, tempat


def _note_lines(simpul: yaml.Node, jalur: Jalur, tempat: dict[Jalur, int]) -> None:
    tempat[jalur] = _baris(simpul)
    if isinstance(simpul, yaml.MappingNode):
        for kunci, anak in simpul.value:
            _note_lines(anak, (*jalur, kunci.value), tempat)
            tempat[*jalur, kunci.value] = _baris(kunci)
    elif isinstance(simpul, yaml.SequenceNode):
        for n, anak in enumerate(simpul.value):
            _note_lines(anak, (*jalur, n), tempat)
