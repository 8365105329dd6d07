"""Objects joined with "dan" or a slash, apart from the pairs that are one notion."""

from __future__ import annotations

import re
from functools import lru_cache

from kinerja.kata.muat import words
from kinerja.kata.teks import without_brackets

_TANDA = (" dan ", " serta ", "&", "/")
_DAN = re.compile(r"(?P<kiri>[^\W\d_]+)\s*,?\s+(?:dan|serta|&)\s+(?P<kanan>[^\W\d_]+)")
_MIRING = re.compile(r"[^\W\d_][\w.]*\s?/\s?[^\W\d_]\w*")


@lru_cache(maxsize=65_536)
def joined_objects(nama: str) -> str | None:
    """The first pair that a name joins and that is not one notion; None when there is none.

    >>> joined_objects("Persentase penemuan dan pengobatan kasus tuberkulosis")
    'penemuan dan pengobatan'
    >>> joined_objects("Persentase sarana dan prasarana layak") is None
    True
    >>> joined_objects("Jumlah Kab/Kota"), joined_objects("Jumlah anak/lansia")
    (None, 'anak/lansia')
    """
    teks = without_brackets(nama).lower()
    if not any(tanda in teks for tanda in _TANDA):
        return None
    for frasa in _phrases():
        if frasa in teks:
            teks = teks.replace(frasa, " ")
    cocok = _DAN.search(teks)
    if cocok is not None:
        return f"{cocok['kiri']} dan {cocok['kanan']}"
    miring = _MIRING.search(teks)
    return None if miring is None else miring[0]


@lru_cache(maxsize=1)
def _phrases() -> tuple[str, ...]:
    return tuple(sorted(words("frasa", "dan") | words("frasa", "miring"), key=lambda f: (-len(f), f)))
