"""Decide what dots and commas mean, from the evidence of a whole column.

A numeral whose form has only one well-formed reading proves how its column uses the separators:
"1.234.567" groups with dots, "12,5" has a decimal comma, "0,127" even has three decimals. A single
separator before exactly three digits ("1,309") proves nothing. It is read by the evidence of the other
cells; where they are silent or contradict each other, the reading is reported as doubtful.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import ClassVar

# More digits are a code or a typing accident, and would only make arithmetic slow.
ANGKA_TERPANJANG = 40
_LAWAN = {".": ",", ",": "."}

SEBAB_TITIK_TIGA = "satu pemisah di depan tiga angka: dapat berarti ribuan atau desimal"
SEBAB_CAMPURAN = "pemisah ribuan dan desimal bercampur"
SEBAB_RUSAK = "susunan pemisah tidak beraturan"
SEBAB_DEPAN = "angka di depan tanda desimal tidak tercetak"
SEBAB_SPASI = "spasi di dalam angka: dapat berarti ribuan atau dua nilai"
SEBAB_PANJANG = "terlalu banyak angka untuk sebuah bilangan"
SEBAB_NOL_DEPAN = "angka diawali nol, mungkin sebuah kode"


@dataclass(frozen=True, slots=True)
class Numeral:
    """The digits of one number as printed, and what stood around them that bears on their reading."""

    teks: str
    negatif: bool = False
    berskala: bool = False
    persen: bool = False
    # Counted things and rupiah do not come in thousandths.
    bulat: bool = False


@dataclass(frozen=True, slots=True)
class Bacaan:
    """One number read: the value, the doubt, and the other values it might be."""

    angka: Decimal | None
    sebab: str | None = None
    lain: tuple[Decimal, ...] = ()


class Bentuk(Enum):
    """How a numeral uses its separators."""

    BULAT = auto()
    DESIMAL = auto()
    KELOMPOK = auto()
    KELOMPOK_DESIMAL = auto()
    EKOR_SAMA = auto()
    SATU_TIGA = auto()
    BEDA_TIGA = auto()
    CAMPURAN = auto()
    TANPA_DEPAN = auto()
    RUSAK = auto()


@dataclass(frozen=True, slots=True)
class GayaAngka:
    """What is proven about the separators of one column.

    >>> GayaAngka.from_numerals([Numeral("1.234.567"), Numeral("12,5")]) == GayaAngka.INDONESIA
    True
    """

    INDONESIA: ClassVar[GayaAngka]
    INGGRIS: ClassVar[GayaAngka]

    kelompok: frozenset[str] = frozenset()
    desimal: frozenset[str] = frozenset()
    tiga_desimal: frozenset[str] = frozenset()

    @classmethod
    def from_numerals(cls, numerals: Iterable[Numeral]) -> GayaAngka:
        """Collect what the unambiguous numerals prove.

        >>> sorted(GayaAngka.from_numerals([Numeral("0,127")]).tiga_desimal)
        [',']
        """
        kelompok: set[str] = set()
        desimal: set[str] = set()
        lemah: set[str] = set()
        tiga: set[str] = set()
        for numeral in numerals:
            bentuk, pemisah, grup = split_numeral(_join_spaces(numeral.teks)[0])
            if bentuk in (Bentuk.KELOMPOK, Bentuk.EKOR_SAMA, Bentuk.CAMPURAN):
                kelompok.update(pemisah)
            elif bentuk in (Bentuk.KELOMPOK_DESIMAL, Bentuk.BEDA_TIGA):
                kelompok.add(pemisah[0])
            if bentuk in (Bentuk.DESIMAL, Bentuk.KELOMPOK_DESIMAL):
                # "10.0" is how a program writes 10; beside "2.420.985" it does not make dots decimal.
                (lemah if grup[-1] == "0" and bentuk is Bentuk.DESIMAL else desimal).add(pemisah[-1])
                if len(grup[-1]) == 3:
                    tiga.add(pemisah[-1])
        return cls(frozenset(kelompok), frozenset(desimal | (lemah - kelompok)), frozenset(tiga))


GayaAngka.INDONESIA = GayaAngka(kelompok=frozenset("."), desimal=frozenset(","))
GayaAngka.INGGRIS = GayaAngka(kelompok=frozenset(","), desimal=frozenset("."))


def split_numeral(teks: str) -> tuple[Bentuk, str, list[str]]:
    """Return the form of a numeral, its separators in order, and its groups of digits.

    >>> split_numeral("334,653,250,208,00")[0].name
    'EKOR_SAMA'
    >>> split_numeral("1,309")
    (<Bentuk.SATU_TIGA: 6>, ',', ['1', '309'])
    """
    pemisah = "".join(c for c in teks if c in ".,")
    grup = teks.replace(",", ".").split(".")
    if not pemisah:
        return Bentuk.BULAT, pemisah, grup
    if grup[0] == "":
        return (Bentuk.TANPA_DEPAN if len(pemisah) == 1 else Bentuk.RUSAK), pemisah, grup
    if len(pemisah) == 1:
        return _one_separator(grup), pemisah, grup
    if not _well_grouped(grup[:-1]):
        return Bentuk.RUSAK, pemisah, grup
    return _many_separators(pemisah, len(grup[-1])), pemisah, grup


def _one_separator(grup: list[str]) -> Bentuk:
    depan, ekor = grup
    ambiguous = len(ekor) == 3 and len(depan) <= 3 and not depan.startswith("0")
    return Bentuk.SATU_TIGA if ambiguous else Bentuk.DESIMAL


def _many_separators(pemisah: str, ekor: int) -> Bentuk:
    seragam = len(set(pemisah)) == 1
    akhir_sendiri = pemisah[-1] not in pemisah[:-1] and len(set(pemisah[:-1])) == 1
    if seragam:
        if ekor == 3:
            return Bentuk.KELOMPOK
        return Bentuk.EKOR_SAMA if ekor < 3 else Bentuk.RUSAK
    if akhir_sendiri:
        return Bentuk.BEDA_TIGA if ekor == 3 else Bentuk.KELOMPOK_DESIMAL
    return Bentuk.CAMPURAN if ekor == 3 else Bentuk.RUSAK


def _well_grouped(grup: list[str]) -> bool:
    return 1 <= len(grup[0]) <= 3 and not grup[0].startswith("0") and all(len(g) == 3 for g in grup[1:])


def read_numeral(numeral: Numeral, gaya: GayaAngka) -> Bacaan:
    """Read one numeral by the evidence of its column.

    >>> read_numeral(Numeral("1,309"), GayaAngka.INGGRIS).angka
    Decimal('1309')
    >>> read_numeral(Numeral("1,309"), GayaAngka()).sebab is None
    False
    """
    teks, sebab_spasi = _join_spaces(numeral.teks)
    bacaan = _read_digits(numeral, teks, gaya)
    if sebab_spasi is not None and bacaan.sebab is None:
        bacaan = Bacaan(bacaan.angka, sebab_spasi, bacaan.lain)
    if not numeral.negatif:
        return bacaan
    # A negative zero is a rounded small number; as a value it is zero.
    angka = (
        None if bacaan.angka is None else bacaan.angka if bacaan.angka == 0 else bacaan.angka.copy_negate()
    )
    return Bacaan(angka, bacaan.sebab, tuple(a.copy_negate() for a in bacaan.lain))


def _join_spaces(teks: str) -> tuple[str, str | None]:
    """An apostrophe or several hard spaces group for certain; an ordinary space might part two values."""
    sebab = SEBAB_SPASI if " " in teks or teks.count("\u00a0") == 1 else None
    return teks.replace("'", "").replace("\u00a0", "").replace(" ", ""), sebab


def _read_digits(numeral: Numeral, teks: str, gaya: GayaAngka) -> Bacaan:
    bentuk, pemisah, grup = split_numeral(teks)
    if len(teks) > ANGKA_TERPANJANG:
        return Bacaan(None, SEBAB_PANJANG)
    rapat = Decimal("".join(grup))
    desimal = Decimal(f"{''.join(grup[:-1]) or '0'}.{grup[-1]}")
    match bentuk:
        case Bentuk.BULAT:
            return Bacaan(rapat, SEBAB_NOL_DEPAN if len(teks) > 1 and teks.startswith("0") else None)
        case Bentuk.DESIMAL | Bentuk.KELOMPOK_DESIMAL:
            return Bacaan(desimal)
        case Bentuk.KELOMPOK:
            return Bacaan(rapat)
        case Bentuk.EKOR_SAMA:
            # ",00" can only be decimals; other digits may also be a group that lost one.
            return Bacaan(desimal) if grup[-1] == "00" else Bacaan(desimal, SEBAB_CAMPURAN, (rapat,))
        case Bentuk.TANPA_DEPAN:
            return Bacaan(desimal, SEBAB_DEPAN)
        case Bentuk.SATU_TIGA:
            return _choose(rapat, desimal, _group_or_decimal(numeral, pemisah, gaya))
        case Bentuk.BEDA_TIGA:
            return _choose(rapat, desimal, _three_after_other(pemisah[-1], gaya))
        case Bentuk.CAMPURAN:
            return Bacaan(rapat, SEBAB_CAMPURAN)
        case _:
            return Bacaan(None, SEBAB_RUSAK)


def _choose(rapat: Decimal, desimal: Decimal, pilihan: tuple[bool, str | None]) -> Bacaan:
    berkelompok, sebab = pilihan
    utama, lain = (rapat, desimal) if berkelompok else (desimal, rapat)
    return Bacaan(utama, sebab, () if sebab is None else (lain,))


def _group_or_decimal(numeral: Numeral, pemisah: str, gaya: GayaAngka) -> tuple[bool, str | None]:
    """Decide "1,309": whether the mark groups, and the doubt that remains."""
    lawan = _LAWAN[pemisah]
    kelompok, desimal = pemisah in gaya.kelompok, pemisah in gaya.desimal
    lawan_desimal = lawan in gaya.desimal and lawan not in gaya.kelompok
    # Trillions and percentages do have three decimals, whatever the plain counts beside them look like.
    luar_biasa = numeral.berskala or numeral.persen
    if kelompok and not desimal:
        return not luar_biasa, SEBAB_TITIK_TIGA if luar_biasa else None
    if desimal:
        yakin = pemisah in gaya.tiga_desimal and not kelompok and lawan not in gaya.desimal
        return False, None if yakin else SEBAB_TITIK_TIGA
    if lawan_desimal or numeral.bulat:
        return not luar_biasa, SEBAB_TITIK_TIGA if luar_biasa else None
    return pemisah == "." and not luar_biasa, SEBAB_TITIK_TIGA


def _three_after_other(pemisah: str, gaya: GayaAngka) -> tuple[bool, str | None]:
    """Decide "1.234,567": three decimals, or thousands grouped by both marks."""
    if pemisah in gaya.tiga_desimal and pemisah not in gaya.kelompok:
        return False, None
    return pemisah in gaya.kelompok, SEBAB_CAMPURAN
