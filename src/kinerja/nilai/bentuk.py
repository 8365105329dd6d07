"""Print numbers the Indonesian way."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal


def format_angka(angka: Decimal, desimal: int | None = None) -> str:
    """Dots for thousands, a comma for decimals; `desimal` rounds half up, None prints all digits.

    >>> format_angka(Decimal("1234.565"), 2), format_angka(Decimal("-0.5")), format_angka(Decimal("1E+3"))
    ('1.234,57', '-0,5', '1.000')
    """
    if desimal is not None:
        presisi = max(28, angka.adjusted() + desimal + 2)
        angka = angka.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP, Context(prec=presisi))
    return f"{angka:,f}".translate(str.maketrans(",.", ".,"))
