"""The rules that come with the library: every module of `kinerja.pohon.aturan` holds one."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from kinerja.pohon import aturan as _folder
from kinerja.pohon.bentuk import Aturan


@cache
def all_aturan() -> tuple[Aturan, ...]:
    """Every rule, by code.

    >>> all_aturan()[0].kode
    'IND001'
    """
    nama = sorted(m.name for m in pkgutil.iter_modules(_folder.__path__))
    hasil = tuple(import_module(f"{_folder.__name__}.{n}").ATURAN for n in nama)
    return tuple(sorted(hasil, key=lambda a: a.kode))


def get_aturan(kode: str) -> Aturan:
    """One rule by its code.

    >>> get_aturan("POH001").bidang
    'pernyataan'
    """
    return next(a for a in all_aturan() if a.kode == kode)
