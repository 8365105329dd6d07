"""The exact formula of an indicator: named variables, numbers, + - × ÷ and brackets; read here, never run as code.

>>> from fractions import Fraction
>>> rumus = read_ungkapan("(paket B + paket C) ÷ peserta × 100", ["paket B", "paket C", "peserta"])
>>> evaluate(rumus, {"paket b": Fraction(3), "paket c": Fraction(1), "peserta": Fraction(8)})
Fraction(50, 1)
"""

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sakip.apps.datakinerja.galat import UngkapanSalah, VariabelTakDikenal

PANJANG_MAKS, DALAM_MAKS = 600, 40
_TANDA = {
    "+": "+",
    "-": "-",
    "−": "-",
    "–": "-",
    "*": "×",
    "×": "×",
    "/": "÷",
    "÷": "÷",
    ":": "÷",
    "(": "(",
    ")": ")",
}
_ANGKA = re.compile(r"\d+(?:,\d+)?(?![\w.,])")
_KATA = re.compile(r"[^\W\d]\w*(?:\s+\w+)*")


@dataclass(frozen=True, slots=True)
class Angka:
    isi: Fraction


@dataclass(frozen=True, slots=True)
class Nama:
    kunci: str


@dataclass(frozen=True, slots=True)
class Hitung:
    """Two parts joined by + - × ÷; a leading minus is zero less the part."""

    tanda: str
    kiri: "Ungkapan"
    kanan: "Ungkapan"


Ungkapan = Angka | Nama | Hitung


def kunci_nama(nama: str) -> str:
    """The form in which two names of variables are compared."""
    return " ".join(nama.split()).casefold()


def read_ungkapan(teks: str, nama: Iterable[str]) -> Ungkapan:
    """The formula over these variables; raises UngkapanSalah where it cannot be read.

    A name that holds signs of calculation is found because it is known; in square brackets any name stands.
    """
    rapi = " ".join(teks.split())
    if len(rapi) > PANJANG_MAKS:
        raise UngkapanSalah("panjang", PANJANG_MAKS)
    return _Pembaca(list(_split(rapi, sorted(map(kunci_nama, nama), key=len, reverse=True)))).read()


def names_in(ungkapan: Ungkapan) -> frozenset[str]:
    """Keys of the variables a formula uses."""
    match ungkapan:
        case Nama(kunci):
            return frozenset({kunci})
        case Hitung(_, kiri, kanan):
            return names_in(kiri) | names_in(kanan)
    return frozenset()


def evaluate(ungkapan: Ungkapan, isi: Mapping[str, Fraction]) -> Fraction | None:
    """The exact figure for the values of the variables by key; None when something is divided by zero."""
    match ungkapan:
        case Angka(angka):
            return angka
        case Nama(kunci):
            return isi[kunci]
        case Hitung(tanda, kiri, kanan):
            a, b = evaluate(kiri, isi), evaluate(kanan, isi)
            if a is None or b is None or (tanda == "÷" and b == 0):
                return None
            return _JALAN[tanda](a, b)


def write_ungkapan(ungkapan: Ungkapan, isi: Mapping[str, str]) -> str:
    """The formula with the text of each variable in its place, bracketed only where it must be."""
    match ungkapan:
        case Angka(angka):
            return _plain(angka)
        case Nama(kunci):
            return isi[kunci]
        case Hitung(tanda, kiri, kanan):
            a = write_ungkapan(kiri, isi)
            b = write_ungkapan(kanan, isi)
            kuat = tanda in "×÷"
            if kuat and _is_sum(kiri):
                a = f"({a})"
            # What stands right of - and ÷ binds as it was written.
            if (_is_sum(kanan) and (kuat or tanda == "-")) or (
                tanda == "÷" and isinstance(kanan, Hitung) and not _is_sum(kanan)
            ):
                b = f"({b})"
            return f"{a} {tanda} {b}"


def _is_sum(ungkapan: Ungkapan) -> bool:
    return isinstance(ungkapan, Hitung) and ungkapan.tanda in "+-"


def _plain(angka: Fraction) -> str:
    """A number of the formula as it is written: it had finitely many decimals."""
    desimal = 0
    while (angka * 10**desimal).denominator != 1:
        desimal += 1
    utuh = str((angka * 10**desimal).numerator).zfill(desimal + 1)
    return f"{utuh[:-desimal]},{utuh[-desimal:]}" if desimal else utuh


_JALAN: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "×": operator.mul,
    "÷": operator.truediv,
}


def _split(teks: str, dikenal: list[str]) -> Iterator[tuple[str, str]]:
    """Pieces as (kind, text): "tanda", "angka", "nama"."""
    di = 0
    while di < len(teks):
        if teks[di] == " ":
            di += 1
        elif (panjang := _known(teks, di, dikenal)) > 0:
            yield "nama", kunci_nama(teks[di : di + panjang])
            di += panjang
        elif teks[di] in _TANDA:
            yield "tanda", _TANDA[teks[di]]
            di += 1
        else:
            jenis, isi, di = _piece(teks, di, dikenal)
            yield jenis, isi


def _known(teks: str, di: int, dikenal: list[str]) -> int:
    """How long the longest known name is that stands here whole; 0: none."""
    for satu in dikenal:
        if satu and kunci_nama(teks[di : di + len(satu)]) == satu:
            sesudah = teks[di + len(satu) : di + len(satu) + 1]
            if not (sesudah.isalnum() and satu[-1].isalnum()):
                return len(satu)
    return 0


def _piece(teks: str, di: int, dikenal: list[str]) -> tuple[str, str, int]:
    if teks[di] == "[":
        tutup = teks.find("]", di)
        if tutup < 0:
            raise UngkapanSalah("kurung")
        kunci = kunci_nama(teks[di + 1 : tutup])
        if kunci not in dikenal:
            raise VariabelTakDikenal(teks[di + 1 : tutup].strip())
        return "nama", kunci, tutup + 1
    if angka := _ANGKA.match(teks, di):
        return "angka", angka.group().replace(",", "."), angka.end()
    if kata := _KATA.match(teks, di):
        raise VariabelTakDikenal(kata.group())
    raise UngkapanSalah("angka" if teks[di].isdigit() else "tanda", teks[di : di + 12])


class _Pembaca:
    """Recursive descent: sum of products of signed parts."""

    def __init__(self, potong: list[tuple[str, str]]) -> None:
        self._potong, self._di, self._dalam = potong, 0, 0

    def read(self) -> Ungkapan:
        if not self._potong:
            raise UngkapanSalah("kosong")
        hasil = self._sum()
        if self._di < len(self._potong):
            raise UngkapanSalah("kurung" if self._next() == ")" else "urutan", self._potong[self._di][1])
        return hasil

    def _next(self) -> str:
        """The sign that comes next; empty when it is none."""
        if self._di < len(self._potong) and self._potong[self._di][0] == "tanda":
            return self._potong[self._di][1]
        return ""

    def _sum(self) -> Ungkapan:
        kiri = self._product()
        while (tanda := self._next()) in ("+", "-"):
            self._di += 1
            kiri = Hitung(tanda, kiri, self._product())
        return kiri

    def _product(self) -> Ungkapan:
        kiri = self._part()
        while (tanda := self._next()) in ("×", "÷"):
            self._di += 1
            kiri = Hitung(tanda, kiri, self._part())
        return kiri

    def _part(self) -> Ungkapan:
        self._dalam += 1
        if self._dalam > DALAM_MAKS:
            raise UngkapanSalah("dalam")
        hasil = self._read_part()
        self._dalam -= 1
        return hasil

    def _read_part(self) -> Ungkapan:
        if self._di >= len(self._potong):
            raise UngkapanSalah("akhir")
        jenis, isi = self._potong[self._di]
        self._di += 1
        if jenis == "angka":
            return Angka(Fraction(isi))
        if jenis == "nama":
            return Nama(isi)
        if isi == "-":
            return Hitung("-", Angka(Fraction(0)), self._part())
        if isi != "(":
            raise UngkapanSalah("urutan", isi)
        dalam = self._sum()
        if self._next() != ")":
            raise UngkapanSalah("kurung")
        self._di += 1
        return dalam
