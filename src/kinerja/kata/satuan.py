"""Units in one spelling, and what follows the number in a printed target."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kinerja.kata.muat import load_data, words

PERSEN = "%"
_ANGKA = r"[0-9]+(?:[.,][0-9]+)*"
_DI_DEPAN = re.compile(
    rf"\s*(?:[<>≥≤=±~]+\s*)?{_ANGKA}(?:\s*(?:-|–|s\.?d\.?)\s*{_ANGKA})?\s*(?P<sisa>.*)", re.DOTALL
)
_BAGIAN = re.compile(
    rf"(?:^|[,;+\n]|\bdan\b|\bserta\b|\()\s*(?P<n>{_ANGKA})\s*(?P<satuan>%|[^\W\d_](?:(?!\b(?:dan|serta)\b)[^,;+\n()0-9])*)",
    re.IGNORECASE,
)
# A ratio, a remark in brackets or a scale word ("16juta") behind a number is not its unit.
_BUKAN_SATUAN = re.compile(r"[:(/]|(?:ribu|rb|juta|jt|miliar|milyar|triliun|trilyun)\b", re.IGNORECASE)
_POLOS = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?")
_RAPI = re.compile(r"\s+")


@cache
def _spellings() -> dict[str, str]:
    baku: dict[str, list[str]] = dict(load_data("satuan")["baku"])
    return {ejaan: utama for utama, daftar in baku.items() for ejaan in daftar}


@lru_cache(maxsize=8192)
def unit_of(teks: str | None) -> str | None:
    """The normal form of a unit; None when there is none.

    >>> unit_of(" Persen "), unit_of("Kab/ Kota"), unit_of("Ton"), unit_of("-")
    ('%', 'kab/kota', 'ton', None)
    """
    bersih = _RAPI.sub(" ", (teks or "").strip().strip(".,;()").lower())
    if bersih in ("", "-"):
        return None
    return _spellings().get(bersih, bersih)


@lru_cache(maxsize=65_536)
def unit_in_target(teks: str) -> str | None:
    """The unit that a printed target carries behind its number.

    >>> unit_in_target("12 Kab/Kota"), unit_in_target("10%"), unit_in_target("768.495"), unit_in_target("WTP")
    ('kab/kota', '%', None, None)
    """
    if _POLOS.fullmatch(teks):
        return PERSEN if teks.endswith(PERSEN) else None
    cocok = _DI_DEPAN.fullmatch(teks)
    if cocok is None or _BUKAN_SATUAN.match(cocok["sisa"]) or len(target_parts(teks)) > 1:
        return None
    return unit_of(cocok["sisa"])


@lru_cache(maxsize=65_536)
def target_parts(teks: str) -> tuple[str, ...]:
    """The quantities that one printed target holds; more than one makes it compound.

    >>> target_parts("7 Event, 6 Jenis Media, 3 lokasi")
    ('7 Event', '6 Jenis Media', '3 lokasi')
    >>> target_parts("73 orang dan 20 orang")
    ('73 orang', '20 orang')
    >>> target_parts("92,5 per 100.000 KH"), target_parts("5-6%"), target_parts("100 dari 110 Organisasi")
    (('92,5 per 100.000 KH',), ('5-6%',), ('100 dari 110 Organisasi',))
    """
    if _POLOS.fullmatch(teks):
        return (teks,)
    bagian = tuple(f"{m['n']} {m['satuan'].strip()}" for m in _BAGIAN.finditer(teks))
    return bagian if len(bagian) > 1 else (teks,)


def adds_up_unit(satuan: str | None) -> bool:
    """False for units whose figures never add up.

    >>> adds_up_unit("orang"), adds_up_unit("%")
    (True, False)
    """
    return satuan not in words("satuan", "tak_menjumlah")
