"""Addresses that keep what the reader has chosen: filter, sort and page live in the query string."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict


def ubah_kueri(
    kueri: QueryDict, ubahan: Mapping[str, object | None], *, kosongkan: tuple[str, ...] = ()
) -> str:
    """The query string with some parameters replaced; None or "" removes one."""
    changed = kueri.copy()
    for name in kosongkan:
        changed.pop(name, None)
    for name, value in ubahan.items():
        if value is None or value == "":
            changed.pop(name, None)
        else:
            changed[name] = str(value)
    return f"?{changed.urlencode()}"


@dataclass(frozen=True, slots=True)
class KepalaUrut:
    """A column heading that sorts: where it leads and how it is sorted now."""

    url: str
    arah: str
    ikon: str


def susun_urut(kueri: QueryDict, kolom: str, parameter: str = "urut", baku: str = "") -> KepalaUrut:
    """First click ascending, second descending; a new order starts at the first page."""
    now = kueri.get(parameter, baku)
    target = f"-{kolom}" if now == kolom else kolom
    url = ubah_kueri(kueri, {parameter: target}, kosongkan=("halaman",))
    if now == kolom:
        return KepalaUrut(url, "ascending", "naik")
    if now == f"-{kolom}":
        return KepalaUrut(url, "descending", "turun")
    return KepalaUrut(url, "", "urut")


@dataclass(frozen=True, slots=True)
class Keping:
    nama: str
    nilai: str
    url: str


def susun_keping(kueri: QueryDict, saringan: Mapping[str, tuple[str, str]]) -> list[Keping]:
    """One chip per filter in force: parameter -> (name, value as shown); its link takes the filter away."""
    return [
        Keping(nama, nilai, ubah_kueri(kueri, {parameter: None}, kosongkan=("halaman",)))
        for parameter, (nama, nilai) in saringan.items()
        if kueri.get(parameter)
    ]
