"""Numbers, money and dates in Indonesian form, for documents that must not depend on Django's locale."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

_BULAN = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
_SATUAN = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
]
MINUS = "\u2212"


def format_angka(nilai: Decimal, desimal: int | None = None) -> str:
    """`1234.5` -> `1.234,5`; with `desimal` the decimals are padded or rounded half up."""
    if desimal is not None:
        nilai = nilai.quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP)
    bulat, _, pecahan = f"{abs(nilai):f}".partition(".")
    teks = f"{int(bulat):,}".replace(",", ".") + (f",{pecahan}" if pecahan else "")
    return (MINUS if nilai < 0 else "") + teks


def format_rupiah(nilai: Decimal) -> str:
    """Whole Rupiah without a symbol, as columns headed "(Rp)" print it."""
    return format_angka(nilai, 0)


def format_rupiah_ringkas(nilai: Decimal) -> str:
    """`12345678900` -> `Rp12,35 miliar`: for sentences and headline figures."""
    for batas, nama in (
        (Decimal(10) ** 12, "triliun"),
        (Decimal(10) ** 9, "miliar"),
        (Decimal(10) ** 6, "juta"),
    ):
        if abs(nilai) >= batas:
            return f"Rp{format_angka(nilai / batas, 2)}\u00a0{nama}"
    return f"Rp{format_angka(nilai, 0)}"


def format_tanggal(tanggal: date) -> str:
    return f"{tanggal.day}\u00a0{_BULAN[tanggal.month - 1]}\u00a0{tanggal.year}"


def spell(n: int) -> str:
    """Small counts as words, the way a sentence opens: 3 -> `tiga`."""
    return _SATUAN[n] if 0 <= n < len(_SATUAN) else str(n)


def join_dan(butir: list[str]) -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    if len(butir) < 3:
        return " dan ".join(butir)
    return ", ".join(butir[:-1]) + f", dan {butir[-1]}"


def capitalise(teks: str) -> str:
    return teks[:1].upper() + teks[1:]
