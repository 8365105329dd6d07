"""Which names are worth comparing: every pair of names is judged once, and most are never looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kinerja.padan.kata import read_nama
from kinerja.padan.mirip import Kosakata


class Dekat:
    """For each name the names that have something in common with it.

    >>> nama = ["Jumlah desa maju", "Desa yang maju", "Angka kematian"]
    >>> sorted(Dekat(nama, Kosakata([nama]), 300).of("Jumlah desa maju"))
    ['desa maju']
    """

    def __init__(self, nama: Iterable[str], kosakata: Kosakata, terendah: int) -> None:
        self._kosakata, self._terendah = kosakata, terendah
        self._nama = {read_nama(teks).kunci: teks for teks in sorted(nama)}
        self._rak: dict[int, set[str]] = defaultdict(set)
        #: Names of small words only cannot be found by their words.
        self._tanpa_kata: set[str] = set()
        for kunci, teks in self._nama.items():
            nomor = kosakata.read(teks).nomor
            for n in nomor:
                self._rak[n].add(kunci)
            if not nomor:
                self._tanpa_kata.add(kunci)
        self._hasil: dict[str, dict[str, int]] = {}

    def of(self, teks: str) -> dict[str, int]:
        """The keys of the names that are near, with their similarity."""
        kunci = read_nama(teks).kunci
        hasil = self._hasil.get(kunci)
        if hasil is None:
            hasil = self._hasil[kunci] = self._find(kunci, teks)
        return hasil

    def _find(self, kunci: str, teks: str) -> dict[str, int]:
        nomor = self._kosakata.read(teks).nomor
        calon = self._tanpa_kata.union(*(self._rak[n] for n in nomor)) if nomor else set(self._nama)
        mirip = {lain: self._kosakata.similarity(teks, self._nama[lain]) for lain in calon}
        return {lain: nilai for lain, nilai in mirip.items() if nilai >= self._terendah}
