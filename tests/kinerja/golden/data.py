"""The published figures that the golden tests compare with."""

import json
from decimal import Decimal
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

FIELDS = ("target", "realisasi", "capaian")


@cache
def load() -> dict[str, Any]:
    isi = Path(__file__).with_name("lkjip.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(isi, parse_float=Decimal, parse_int=Decimal)
    return data


def rows() -> list[dict[str, Any]]:
    hasil: list[dict[str, Any]] = load()["rows"]
    return hasil


def columns() -> list[tuple[str, list[dict[str, Any]]]]:
    """Every field of every document: the unit over which separators are decided."""
    per_doc = [list(g) for _, g in groupby(rows(), key=lambda r: r["doc"])]
    return [(field, baris) for baris in per_doc for field in FIELDS]
