"""Read printed cells so that two of them can be compared, whatever the style of their numerals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import product

from kinerja.nilai import JenisNilai, Nilai, Sel, read_column, read_value
from kinerja.nilai.kosakata import BUKAN_NILAI
from kinerja.nilai.uraian import SEBAB_DUA_NILAI
from kinerja.padan import read_nama

_KURUNG = re.compile(r"\([^()]*\)")
_ANGKA = re.compile(r"(?<![\w.,])[<>≥≤]?\s*\d[\d.,]*(?!\w)")
_DARI = re.compile(r"\d\s*(?:dari|dr|drpd)\s*\d", re.IGNORECASE)
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_PREDIKAT = frozenset({JenisNilai.ORDINAL})
_KATA_ANGKA = frozenset({JenisNilai.TEKS, JenisNilai.AMBANG})
_SERATUS = Decimal(100)
# A rate further from zero than this is not mistaken for an index around 100.
_LAJU_TERBESAR = Decimal(50)


class Banding(StrEnum):
    """How two printed values relate."""

    SAMA = "sama"
    BEDA = "beda"
    #: One cell holds several values and the other is one of them.
    SEBAGIAN = "sebagian"
    #: The same fact in another kind of measure: a share for a percentage, an index for a rate, a grade.
    BENTUK = "bentuk"
    TAK_TERBANDING = "tak_terbanding"


@dataclass(frozen=True, slots=True)
class Isi:
    """One cell as read: every number it may mean, and its parts if it holds several values."""

    sel: Sel
    nilai: Nilai
    bacaan: frozenset[Decimal] = frozenset()
    bagian: tuple[frozenset[Decimal], ...] = ()
    #: False for a cell that says nothing.
    dilaporkan: bool = False
    #: The text without differences of case and space.
    polos: str = ""

    @property
    def berskala(self) -> bool:
        """True when a word such as "juta" stands for zeros.

        >>> read_isi(["16juta"])[0].berskala
        True
        """
        return self.nilai.pengali is not None

    @property
    def kunci(self) -> object:
        """Equal for cells that print the same value plainly: evidence, not proof.

        >>> read_isi(["50,0%"])[0].kunci == read_isi(["50"])[0].kunci
        True
        """
        if self.nilai.angka is not None and not self.bagian:
            return (self.nilai.angka, self.nilai.bawah)
        return self.nilai.teks.casefold().strip() or None


def read_isi(sel: Sequence[Sel]) -> list[Isi]:
    """Read one field of one document; the meaning of dots and commas is decided over all its cells.

    >>> [sorted(i.bacaan) for i in read_isi(["16juta", "5-6 %"])][0]
    [Decimal('16'), Decimal('16000000')]
    >>> len(read_isi(["8 Jenis dan 5 Dokumen"])[0].bagian)
    2
    >>> [i.dilaporkan for i in read_isi(["-", "0"])]
    [False, True]
    """
    polos = [_outside_brackets(s) for s in sel]
    return [_to_isi(s, p, n) for s, p, n in zip(sel, polos, read_column(polos), strict=True)]


def _outside_brackets(sel: Sel) -> Sel:
    """The cell without remarks in brackets; a number that stands in brackets itself is negative."""
    if not isinstance(sel, str):
        return sel
    luar = _KURUNG.sub(" ", sel)
    return luar if any(c.isalnum() for c in luar) else sel


def _to_isi(sel: Sel, polos: Sel, nilai: Nilai) -> Isi:
    bagian: tuple[frozenset[Decimal], ...] = ()
    if nilai.sebab == SEBAB_DUA_NILAI and isinstance(polos, str) and not _DARI.search(polos):
        angka = _ANGKA.findall(BUKAN_NILAI.sub(" ", polos))
        bagian = tuple(_readings(read_value(a.strip())) for a in angka) if len(angka) > 1 else ()
    teks = " ".join(nilai.teks.casefold().split())
    return Isi(sel, nilai, _readings(nilai), bagian, nilai.dilaporkan, teks)


def _readings(nilai: Nilai) -> frozenset[Decimal]:
    if nilai.angka is None:
        romawi = _ROMAWI.get(nilai.teks.strip().casefold())
        return frozenset() if romawi is None else frozenset({Decimal(romawi)})
    angka = {nilai.angka, *nilai.lain}
    # The word may as well stand in the column of units of the other document.
    return frozenset(angka | ({a * nilai.pengali for a in angka} if nilai.pengali is not None else set()))


def compare(a: Isi, b: Isi) -> Banding:
    """Compare two cells after reading them.

    >>> x, y = read_isi(["50,11%"])[0], read_isi(["50.12"])[0]
    >>> compare(x, y).value, compare(x, read_isi(["50,110"])[0]).value
    ('beda', 'sama')
    """
    if not (a.dilaporkan and b.dilaporkan):
        return Banding.TAK_TERBANDING
    if a.polos == b.polos:
        return Banding.SAMA
    if a.bagian or b.bagian:
        return _compare_parts(a, b)
    if a.bacaan and b.bacaan:
        return _compare_numbers(a, b)
    return _compare_words(a, b)


def _compare_parts(a: Isi, b: Isi) -> Banding:
    if a.bagian and b.bagian:
        sama = len(a.bagian) == len(b.bagian) and all(x & y for x, y in zip(a.bagian, b.bagian, strict=True))
        return Banding.SAMA if sama else Banding.BEDA
    bagian, satu = (a.bagian, b) if a.bagian else (b.bagian, a)
    if not satu.bacaan:
        return Banding.TAK_TERBANDING
    return Banding.SEBAGIAN if any(satu.bacaan & x for x in bagian) else Banding.BEDA


def _compare_numbers(a: Isi, b: Isi) -> Banding:
    if a.bacaan & b.bacaan or _end_of_range(a, b) or _end_of_range(b, a):
        return Banding.SAMA
    predikat = (a.nilai.jenis in _PREDIKAT) != (b.nilai.jenis in _PREDIKAT)
    return Banding.BENTUK if predikat or _other_measure(a, b) else Banding.BEDA


def _end_of_range(a: Isi, b: Isi) -> bool:
    return a.nilai.bawah is not None and a.nilai.bawah in b.bacaan


def _other_measure(a: Isi, b: Isi) -> bool:
    """A share against a percentage, or a rate against an index around 100."""
    persen = JenisNilai.PERSEN in (a.nilai.jenis, b.nilai.jenis)
    for x, y in product(a.bacaan, b.bacaan):
        besar, kecil = max(x, y, key=abs), min(x, y, key=abs)
        if persen and 0 < abs(kecil) <= 1 and besar == kecil * _SERATUS:
            return True
        if 0 < abs(kecil) <= _LAJU_TERBESAR and besar in (_SERATUS + kecil, _SERATUS - kecil):
            return True
    return False


def _compare_words(a: Isi, b: Isi) -> Banding:
    jenis = {a.nilai.jenis, b.nilai.jenis}
    if jenis == _PREDIKAT:
        return Banding.BEDA
    if a.nilai.jenis in _KATA_ANGKA and b.nilai.jenis in _KATA_ANGKA:
        x = {k.akar for k in read_nama(a.nilai.teks).kata}
        y = {k.akar for k in read_nama(b.nilai.teks).kata}
        return Banding.SAMA if x <= y or y <= x else Banding.BEDA
    return Banding.BENTUK if jenis & _PREDIKAT else Banding.TAK_TERBANDING
