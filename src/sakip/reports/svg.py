"""The few SVG shapes that printed charts need, one unit to one point, decimals always with a dot."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from xml.sax.saxutils import escape

TINTA, TINTA_2, TINTA_3 = "#17212f", "#445167", "#5a677d"
GARIS, GARIS_2, MUKA = "#dde3ec", "#7889a0", "#f2f5f9"
NILA, SOGA = "#1f4485", "#84470f"
TINGKAT = ("#9f1b35", "#d4691c", "#b88c10", "#459a92", "#0e5c66")
LEBAR = 425.0

Titik = tuple[float, float]


def _n(angka: float) -> str:
    return f"{angka:.2f}".rstrip("0").rstrip(".")


def rect(x: float, y: float, lebar: float, tinggi: float, isi: str, garis: str = "none") -> str:
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(lebar)}" height="{_n(tinggi)}" fill="{isi}" '
        f'stroke="{garis}"/>'
    )


def line(dari: Titik, ke: Titik, warna: str = GARIS_2, tebal: float = 0.6, putus: str = "") -> str:
    pola = f' stroke-dasharray="{putus}"' if putus else ""
    return (
        f'<line x1="{_n(dari[0])}" y1="{_n(dari[1])}" x2="{_n(ke[0])}" y2="{_n(ke[1])}" '
        f'stroke="{warna}" stroke-width="{_n(tebal)}"{pola}/>'
    )


def polyline(titik: Sequence[Titik], warna: str, tebal: float, putus: str = "") -> str:
    pola = f' stroke-dasharray="{putus}"' if putus else ""
    jalur = " ".join(f"{_n(x)},{_n(y)}" for x, y in titik)
    return f'<polyline points="{jalur}" fill="none" stroke="{warna}" stroke-width="{_n(tebal)}"{pola}/>'


def circle(titik: Titik, jari: float, isi: str) -> str:
    return f'<circle cx="{_n(titik[0])}" cy="{_n(titik[1])}" r="{_n(jari)}" fill="{isi}"/>'


def square(titik: Titik, sisi: float, garis: str) -> str:
    x, y = titik[0] - sisi / 2, titik[1] - sisi / 2
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(sisi)}" height="{_n(sisi)}" fill="#fff" stroke="{garis}"/>'
    )


def text(
    titik: Titik,
    isi: str,
    *,
    rata: str = "start",
    ukuran: float = 8.5,
    berat: int = 400,
    warna: str = TINTA_2,
) -> str:
    return (
        f'<text x="{_n(titik[0])}" y="{_n(titik[1])}" font-family="Plus Jakarta Sans" '
        f'font-size="{_n(ukuran)}" '
        f'font-weight="{berat}" fill="{warna}" text-anchor="{rata}">{escape(isi)}</text>'
    )


def document(tinggi: float, isi: Sequence[str], lebar: float = LEBAR) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(lebar)}" height="{_n(tinggi)}" '
        f'viewBox="0 0 {_n(lebar)} {_n(tinggi)}">' + "".join(isi) + "</svg>"
    )


def wrap(teks: str, huruf: int, baris: int = 3) -> list[str]:
    """Lines of at most about `huruf` characters; what does not fit in `baris` lines ends in an ellipsis."""
    hasil: list[str] = [""]
    for kata in teks.split():
        calon = f"{hasil[-1]} {kata}".strip()
        if len(calon) <= huruf or not hasil[-1]:
            hasil[-1] = calon
        else:
            hasil.append(kata)
    if len(hasil) > baris:
        hasil = hasil[:baris]
        hasil[-1] = hasil[-1][: huruf - 1].rstrip(" ,;") + "…"
    return hasil


def nice_ticks(bawah: float, atas: float, jumlah: int = 3) -> list[float]:
    """Round numbers that cover the range."""
    if atas <= bawah:
        atas = bawah + (abs(bawah) or 1.0)
    kasar = (atas - bawah) / jumlah
    pangkat = 10.0 ** math.floor(math.log10(kasar))
    langkah = next(k * pangkat for k in (1, 2, 2.5, 5, 10) if k * pangkat >= kasar * 0.999)
    mulai, akhir = math.floor(bawah / langkah + 1e-9), math.ceil(atas / langkah - 1e-9)
    return [i * langkah for i in range(mulai, akhir + 1)]


Kotak = tuple[float, float, float, float]
#: Where a label may stand around its point, best first: shift and anchor.
_LETAK = (
    (0, -6, "middle"),
    (0, 12, "middle"),
    (-5, -4, "end"),
    (5, -4, "start"),
    (-5, 10, "end"),
    (5, 10, "start"),
)
_LEBAR_HURUF = {"start": 0.0, "middle": 0.5, "end": 1.0}


def sample(titik: Sequence[Titik], rapat: int = 12) -> list[Titik]:
    """Points along a line, for telling what a label would cover."""
    hasil = list(titik)
    for (xa, ya), (xb, yb) in pairwise(titik):
        hasil += [(xa + (xb - xa) * n / rapat, ya + (yb - ya) * n / rapat) for n in range(1, rapat)]
    return hasil


def place_label(
    titik: Titik, teks: str, halangan: Sequence[Titik], terpakai: Sequence[Kotak]
) -> tuple[Titik, str, Kotak]:
    """The place around a point where a label of 8 points covers least."""
    lebar = 4.6 * len(teks)
    pilihan = []
    for urut, (dx, dy, rata) in enumerate(_LETAK):
        x, y = titik[0] + dx, titik[1] + dy
        kiri = x - lebar * _LEBAR_HURUF[rata]
        kotak = (kiri - 1, y - 7, kiri + lebar + 1, y + 1.5)
        tertutup = sum(kotak[0] < a < kotak[2] and kotak[1] < b < kotak[3] for a, b in halangan)
        tumpuk = sum(
            kotak[0] < k[2] and k[0] < kotak[2] and kotak[1] < k[3] and k[1] < kotak[3] for k in terpakai
        )
        pilihan.append((tertutup + 20 * tumpuk, urut, (x, y), rata, kotak))
    _, _, letak, rata, kotak = min(pilihan)
    return letak, rata, kotak
