"""Refuses a stated formula that gives the same figure whatever is achieved.

Four of fifteen published documents print (Realisasi − (Realisasi − Rencana)) / Rencana x 100 as their
"minimise" formula. R − (R − T) is T, so it is always 100. The check is algebra, not a list of texts:
the formula is read into a quotient of two polynomials in R and T and tested for being constant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from kinerja.capaian.aturan import Polaritas

#: Polynomial in R and T: (power of R, power of T) -> coefficient.
Polinom = dict[tuple[int, int], Fraction]


class RumusTakTerbaca(ValueError):
    """The text is not a formula in realisasi and target."""


class RumusTetap(ValueError):
    """The formula gives one figure whatever is achieved."""


class RumusSelaluSeratus(RumusTetap):
    """The formula always gives 100."""


@dataclass(frozen=True, slots=True)
class Pecahan:
    """A quotient of polynomials."""

    atas: Polinom
    bawah: Polinom

    def constant(self) -> Fraction | None:
        """The value when it depends on neither R nor T, else None."""
        if not self.atas:
            return Fraction(0)
        kunci = next(iter(self.bawah))
        if kunci not in self.atas:
            return None
        rasio = self.atas[kunci] / self.bawah[kunci]
        return rasio if self.atas == _times(self.bawah, _angka(rasio)) else None

    def equals(self, lain: Pecahan) -> bool:
        """Whether both are the same function."""
        return _times(self.atas, lain.bawah) == _times(lain.atas, self.bawah)


def tolak(rumus: str) -> None:
    """Raise `RumusSelaluSeratus` (or `RumusTetap`) when the stated formula cannot measure anything.

    >>> tolak("(Rencana - (Realisasi - Rencana)) / Rencana x 100%")
    >>> tolak("(R-(R-T))/T*100")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    kinerja.capaian.tolak.RumusSelaluSeratus: Rumus "(R-(R-T))/T*100" selalu menghasilkan 100, ...
    """
    tetap = read_rumus(rumus).constant()
    if tetap is None:
        return
    # Some documents leave the "x 100%" out: a constant 1 is the same claim.
    if tetap in (1, 100):
        raise RumusSelaluSeratus(
            f'Rumus "{rumus}" selalu menghasilkan 100, berapa pun realisasinya, '
            "karena realisasi saling menghapus (R − (R − T) = T). "
            "Untuk makin kecil makin baik, pakai (T − (R − T)) ÷ T × 100."
        )
    raise RumusTetap(f'Rumus "{rumus}" selalu menghasilkan {tetap}, berapa pun realisasinya.')


def recognise(rumus: str) -> Polaritas | None:
    """Which of our formulas the stated one equals, with or without its x 100; None for another one.

    >>> recognise("Realisasi / Target x 100%").value, recognise("1 + (1 - R/T)").value
    ('maks', 'min')
    """
    tolak(rumus)
    dibaca = read_rumus(rumus)
    for polaritas, dasar in _DIKENAL:
        pecahan = read_rumus(dasar)
        seratus = Pecahan(_times(pecahan.atas, _angka(Fraction(100))), pecahan.bawah)
        if dibaca.equals(pecahan) or dibaca.equals(seratus):
            return polaritas
    return None


_DIKENAL = (
    (Polaritas.MAKS, "R / T"),
    (Polaritas.MIN, "(2T - R) / T"),
    (Polaritas.MIN_B, "T / R"),
)
_TOKEN = re.compile(
    r"\s*(?:(?P<angka>\d+(?:[.,]\d+)?)\s*%?"
    r"|(?P<realisasi>realisasi|capaian\s+kinerja|r\b)"
    r"|(?P<target>target|rencana|t\b)"
    r"|(?P<kali>[x×*·])"
    r"|(?P<bagi>[/:÷])"
    r"|(?P<tambah>\+)"
    r"|(?P<kurang>[-−–—])"
    r"|(?P<buka>[(\[{])"
    r"|(?P<tutup>[)\]}]))\s*%?",
    re.IGNORECASE,
)
#: The longest formula and deepest nesting worth reading; printed ones have about 60 characters.
_PANJANG_MAKS, _DALAM_MAKS = 400, 20


def read_rumus(rumus: str) -> Pecahan:
    """The stated formula as a quotient of polynomials; `100%` is read as 100.

    >>> read_rumus("R/T").bawah == {(0, 1): 1}
    True
    """
    _, sama, kanan = rumus.rpartition("=")
    if len(rumus) > _PANJANG_MAKS:
        raise RumusTakTerbaca("Rumus terlalu panjang.")
    pembaca = _Pembaca(_tokens(kanan if sama else rumus, rumus), rumus)
    hasil = pembaca.jumlah()
    if pembaca.sisa():
        raise RumusTakTerbaca(f'Rumus "{rumus}" tidak terbaca di dekat "{pembaca.lihat()[1]}".')
    return hasil


def _tokens(teks: str, rumus: str) -> list[tuple[str, str]]:
    hasil: list[tuple[str, str]] = []
    posisi = 0
    while posisi < len(teks.rstrip()):
        cocok = _TOKEN.match(teks, posisi)
        if cocok is None or cocok.lastgroup is None:
            raise RumusTakTerbaca(
                f'Rumus "{rumus}" tidak terbaca mulai "{teks[posisi : posisi + 20].strip()}".'
            )
        hasil.append((cocok.lastgroup, cocok[cocok.lastgroup]))
        posisi = cocok.end()
    return hasil


class _Pembaca:
    """Recursive descent over + − x / and brackets; `2T` multiplies without a sign."""

    def __init__(self, tokens: list[tuple[str, str]], rumus: str) -> None:
        self._tokens = tokens
        self._posisi = 0
        self._rumus = rumus
        self._dalam = 0

    def sisa(self) -> bool:
        return self._posisi < len(self._tokens)

    def lihat(self) -> tuple[str, str]:
        return self._tokens[self._posisi] if self.sisa() else ("", "akhir rumus")

    def _ambil(self) -> tuple[str, str]:
        token = self.lihat()
        self._posisi += 1
        return token

    def jumlah(self) -> Pecahan:
        kiri = self._kali()
        while self.lihat()[0] in ("tambah", "kurang"):
            tanda = 1 if self._ambil()[0] == "tambah" else -1
            kiri = _add(kiri, self._kali(), tanda)
        return kiri

    def _kali(self) -> Pecahan:
        kiri = self._faktor()
        while (jenis := self.lihat()[0]) in _AWAL_FAKTOR | {"kali", "bagi"}:
            if jenis in ("kali", "bagi"):
                self._ambil()
            kanan = self._faktor()
            kiri = self._bagi(kiri, kanan) if jenis == "bagi" else _mul(kiri, kanan)
        return kiri

    def _bagi(self, kiri: Pecahan, kanan: Pecahan) -> Pecahan:
        if not kanan.atas:
            raise RumusTakTerbaca(f'Rumus "{self._rumus}" membagi dengan nol.')
        return _mul(kiri, Pecahan(kanan.bawah, kanan.atas))

    def _faktor(self) -> Pecahan:
        jenis, teks = self._ambil()
        if jenis == "angka":
            return Pecahan(_angka(Fraction(teks.replace(",", "."))), _SATU)
        if jenis == "realisasi":
            return Pecahan({(1, 0): Fraction(1)}, _SATU)
        if jenis == "target":
            return Pecahan({(0, 1): Fraction(1)}, _SATU)
        self._dalam += 1
        if jenis == "kurang" and self._dalam <= _DALAM_MAKS:
            hasil = _mul(Pecahan(_angka(Fraction(-1)), _SATU), self._faktor())
        elif jenis == "buka" and self._dalam <= _DALAM_MAKS:
            hasil = self.jumlah()
            if self._ambil()[0] != "tutup":
                raise RumusTakTerbaca(f'Rumus "{self._rumus}" kekurangan kurung tutup.')
        else:
            raise RumusTakTerbaca(f'Rumus "{self._rumus}" tidak terbaca di dekat "{teks}".')
        self._dalam -= 1
        return hasil


_AWAL_FAKTOR = frozenset({"angka", "realisasi", "target", "buka"})
_SATU: Polinom = {(0, 0): Fraction(1)}


def _angka(nilai: Fraction) -> Polinom:
    return {(0, 0): nilai} if nilai else {}


def _times(kiri: Polinom, kanan: Polinom) -> Polinom:
    hasil: Polinom = {}
    for (a, b), p in kiri.items():
        for (c, d), q in kanan.items():
            hasil[a + c, b + d] = hasil.get((a + c, b + d), Fraction(0)) + p * q
    return {pangkat: k for pangkat, k in hasil.items() if k}


def _mul(kiri: Pecahan, kanan: Pecahan) -> Pecahan:
    return Pecahan(_times(kiri.atas, kanan.atas), _times(kiri.bawah, kanan.bawah))


def _add(kiri: Pecahan, kanan: Pecahan, tanda: int) -> Pecahan:
    atas = _times(kiri.atas, kanan.bawah)
    for pangkat, k in _times(kanan.atas, kiri.bawah).items():
        atas[pangkat] = atas.get(pangkat, Fraction(0)) + tanda * k
    return Pecahan({p: k for p, k in atas.items() if k}, _times(kiri.bawah, kanan.bawah))
