"""Which way is better, as far as the wording of an indicator tells."""

from __future__ import annotations

import re
from functools import lru_cache

from kinerja.kata.muat import words
from kinerja.kata.teks import tokens

_DITANGANI = re.compile(r" yang (?:(?:telah|sudah|dapat) )?(?:di|ter|ber)[a-z]{3,}")


def _find(teks: str, kata: tuple[str, ...], daftar: frozenset[str]) -> str | None:
    for satu in kata:
        if satu in daftar:
            return satu
    return next((d for d in sorted(daftar) if " " in d and f" {d} " in teks), None)


@lru_cache(maxsize=65_536)
def direction_of(nama: str) -> tuple[str, str] | None:
    """Which way is better ("maks" or "min") and the word that shows it; None when the wording does not tell.

    >>> direction_of("Angka kematian ibu"), direction_of("Penurunan angka kematian ibu")
    (('min', 'kematian'), ('maks', 'penurunan'))
    >>> direction_of("Persentase kasus yang ditangani"), direction_of("Indeks kualitas air")
    (None, None)
    """
    kata = tokens(nama)
    teks = f" {' '.join(kata)} "
    mundur = _find(teks, kata, words("arah", "mundur")) is not None
    baik = _find(teks, kata, words("arah", "baik"))
    if baik is not None:
        return None if mundur else ("maks", baik)
    buruk = _find(teks, kata, words("arah", "buruk"))
    # "yang ditangani", "yang terdata": what is measured is what was done about it.
    if (
        buruk is None
        or mundur
        or _DITANGANI.search(teks)
        or _find(teks, kata, words("arah", "balik")) is not None
    ):
        return None
    return ("min", buruk)
