"""Frozen dataclasses to JSON and back."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any


def encode(nilai: Any) -> Any:
    if dataclasses.is_dataclass(nilai) and not isinstance(nilai, type):
        return {f.name: encode(getattr(nilai, f.name)) for f in dataclasses.fields(nilai)}
    if isinstance(nilai, tuple | list):
        return [encode(n) for n in nilai]
    if isinstance(nilai, Decimal):
        return f"{nilai:f}"
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, Enum):
        return nilai.value
    return nilai


@cache
def _petunjuk(kelas: type) -> dict[str, Any]:
    return typing.get_type_hints(kelas)


def decode(tipe: Any, data: Any) -> Any:
    """The value of the annotated type that `encode` wrote as `data`."""
    asal = typing.get_origin(tipe)
    if asal in (types.UnionType, typing.Union):
        return (
            None
            if data is None
            else decode(next(t for t in typing.get_args(tipe) if t is not types.NoneType), data)
        )
    if asal is tuple:
        return tuple(decode(typing.get_args(tipe)[0], d) for d in data)
    if dataclasses.is_dataclass(tipe) and isinstance(tipe, type):
        petunjuk = _petunjuk(tipe)
        return tipe(**{nama: decode(petunjuk[nama], isi) for nama, isi in data.items()})
    if tipe is Decimal:
        return Decimal(data)
    if tipe is date:
        return date.fromisoformat(data)
    if isinstance(tipe, type) and issubclass(tipe, Enum):
        return tipe(data)
    return data
