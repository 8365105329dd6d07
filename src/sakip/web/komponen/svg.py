"""Writing SVG on the server: attributes always carry a decimal dot, whatever the language."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString


def angka_svg(nilai: float | Decimal) -> str:
    """12.50 -> "12.5": short, with a dot, never grouped."""
    text = f"{nilai:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def persen_svg(bagian: float | Decimal) -> str:
    return f"{angka_svg(bagian)}%"


@lru_cache(maxsize=256)
def ikon(nama: str, kelas: str = "", judul: str = "") -> SafeString:
    """An icon of the sprite; decoration unless `judul` says what it means."""
    classes = f"i {kelas}".strip()
    if judul:
        return format_html(
            '<svg class="{}" role="img" aria-label="{}"><use href="#i-{}"/></svg>', classes, judul, nama
        )
    return format_html('<svg class="{}" aria-hidden="true"><use href="#i-{}"/></svg>', classes, nama)


def jalur(titik: Sequence[tuple[float, float] | None]) -> str:
    """Path data through the points; a missing point breaks the line instead of bridging the gap."""
    parts = []
    pen_down = False
    for point in titik:
        if point is None:
            pen_down = False
            continue
        parts.append(f"{'L' if pen_down else 'M'}{angka_svg(point[0])} {angka_svg(point[1])}")
        pen_down = True
    return "".join(parts)
