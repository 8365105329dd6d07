"""How a drawing lies on paper: scaled onto one sheet while it stays readable, else split with an overlap."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from sakip.reports.pohon.gambar import Area, whole
from sakip.reports.pohon.susun import LEBAR, Tata

#: width and height in millimetres, landscape.
KERTAS = {"a2": (594, 420), "a3": (420, 297), "a4": (297, 210)}
TEPI_MM, KEPALA_MM, KAKI_MM, TUMPANG_MM = 10, 17, 15, 8
# Titles are 12.25 units high: 6 points on one sheet are still readable, 6.6 when the sheets are many anyway.
SKALA_TERKECIL, SKALA_BAGI, SKALA_TERBESAR = Decimal("0.173"), Decimal("0.19"), Decimal("0.30")


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: its place in the grid, counted from one, and what it shows."""

    baris: int
    kolom: int
    area: Area


@dataclass(frozen=True, slots=True)
class Kisi:
    """The sheets of a drawing; the scale is millimetres per unit."""

    kertas: str
    skala: Decimal
    baris: int
    kolom: int
    lembar: tuple[Lembar, ...]

    @property
    def terbagi(self) -> bool:
        return self.baris * self.kolom > 1


def paper_area(kertas: str) -> tuple[int, int]:
    """Millimetres left for the drawing."""
    lebar, tinggi = KERTAS[kertas]
    return lebar - 2 * TEPI_MM, tinggi - 2 * TEPI_MM - KEPALA_MM - KAKI_MM


def lay_sheets(tata: Tata, kertas: str, *, satu_lembar: bool = False) -> Kisi:
    """One sheet if asked for or if it stays readable; else as few sheets as a readable size needs."""
    semua, (lebar, tinggi) = whole(tata), paper_area(kertas)
    muat = min(Decimal(lebar) / semua.lebar, Decimal(tinggi) / semua.tinggi, SKALA_TERBESAR)
    if satu_lembar or muat >= SKALA_TERKECIL:
        return Kisi(kertas, muat, 1, 1, (Lembar(1, 1, semua),))
    # A little smaller is worth it where a whole row or column of sheets is saved.
    pilihan = [SKALA_BAGI, Decimal(tinggi) / semua.tinggi, Decimal(lebar) / semua.lebar]
    kisi = [_grid(tata, kertas, min(skala, SKALA_BAGI)) for skala in pilihan if skala >= SKALA_TERKECIL]
    return min(kisi, key=lambda satu: len(satu.lembar))


def _grid(tata: Tata, kertas: str, skala: Decimal) -> Kisi:
    semua, (lebar, tinggi) = whole(tata), paper_area(kertas)
    w, h, tumpang = int(lebar / skala), int(tinggi / skala), int(TUMPANG_MM / skala)
    kolom, baris = _count(semua.lebar, w, tumpang), _count(semua.tinggi, h, tumpang)
    lembar = []
    for b in range(baris):
        for k in range(kolom):
            area = Area(semua.x + k * (w - tumpang), semua.y + b * (h - tumpang), w, h)
            if _holds_box(tata, area):
                lembar.append(Lembar(b + 1, k + 1, area))
    return Kisi(kertas, skala, baris, kolom, tuple(lembar))


def _count(panjang: int, satu: int, tumpang: int) -> int:
    if panjang <= satu:
        return 1
    return int((Decimal(panjang - tumpang) / (satu - tumpang)).to_integral_value(ROUND_CEILING))


def _holds_box(tata: Tata, area: Area) -> bool:
    return any(
        k.x < area.x + area.lebar
        and k.x + LEBAR > area.x
        and k.y < area.y + area.tinggi
        and k.y + k.tinggi > area.y
        for k in tata.kotak
    )
