"""Named rounding modes and exact text. Results are rounded once, at the edge, never in between."""

from __future__ import annotations

import decimal
from decimal import Decimal
from enum import StrEnum

PRESISI = 28

#: Every division of `kinerja` happens here: 28 significant digits, half to even for the last one.
KONTEKS = decimal.Context(
    prec=PRESISI,
    rounding=decimal.ROUND_HALF_EVEN,
    Emin=decimal.MIN_EMIN,
    Emax=decimal.MAX_EMAX,
    traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
)
#: Wide enough that the sums of an aggregation do not depend on the order of their terms.
KONTEKS_LEBAR = decimal.Context(
    prec=400,
    rounding=decimal.ROUND_HALF_EVEN,
    Emin=decimal.MIN_EMIN,
    Emax=decimal.MAX_EMAX,
    traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
)


class Pembulatan(StrEnum):
    """How a result is cut to the decimals that are printed."""

    SETENGAH_KE_ATAS = "setengah_ke_atas"
    SETENGAH_GENAP = "setengah_genap"
    POTONG = "potong"

    @property
    def sebutan(self) -> str:
        """The mode in words, as printed under a table.

        >>> Pembulatan.POTONG.sebutan
        'dipotong'
        """
        return _SEBUTAN[self]


_MODE = {
    Pembulatan.SETENGAH_KE_ATAS: decimal.ROUND_HALF_UP,
    Pembulatan.SETENGAH_GENAP: decimal.ROUND_HALF_EVEN,
    Pembulatan.POTONG: decimal.ROUND_DOWN,
}
_SEBUTAN = {
    Pembulatan.SETENGAH_KE_ATAS: "setengah ke atas",
    Pembulatan.SETENGAH_GENAP: "setengah ke genap",
    Pembulatan.POTONG: "dipotong",
}
_SATUAN = tuple(Decimal(1).scaleb(-n) for n in range(31))


def round_value(nilai: Decimal, desimal: int, mode: Pembulatan = Pembulatan.SETENGAH_KE_ATAS) -> Decimal:
    """The value with `desimal` decimals. Half up means away from zero, for negative values too.

    >>> round_value(Decimal("106.335"), 2)
    Decimal('106.34')
    >>> round_value(Decimal("106.345"), 2, Pembulatan.SETENGAH_GENAP)
    Decimal('106.34')
    >>> round_value(Decimal("106.339"), 2, Pembulatan.POTONG)
    Decimal('106.33')
    """
    satuan = _SATUAN[desimal] if desimal < len(_SATUAN) else Decimal(1).scaleb(-desimal)
    konteks = KONTEKS_LEBAR
    if nilai.adjusted() + desimal >= konteks.prec - 1:
        konteks = konteks.copy()
        konteks.prec = nilai.adjusted() + desimal + 2
    hasil = nilai.quantize(satuan, _MODE[mode], konteks)
    return abs(hasil) if hasil.is_zero() else hasil


def to_text(nilai: Decimal) -> str:
    """Plain decimal text: no exponent, no grouping, no trailing zeros on an exact value.

    A value that fills all 28 digits was cut by the context, so its zeros are digits and stay.

    >>> to_text(Decimal("100.00")), to_text(Decimal("1E+3")), to_text(Decimal("-0.50"))
    ('100', '1000', '-0.5')
    >>> to_text(KONTEKS.divide(Decimal(1159), Decimal("10.90")))
    '106.3302752293577981651376147'
    """
    if nilai.is_zero():
        return "0"
    teks = f"{nilai:f}"
    if "." not in teks or len(nilai.as_tuple().digits) >= PRESISI:
        return teks
    return teks.rstrip("0").rstrip(".")
