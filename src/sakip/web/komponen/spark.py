"""The small line of past values beside a number."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sakip.web.komponen.angka import TAK_ADA, format_angka
from sakip.web.komponen.svg import angka_svg, jalur

TEPI = 3.0
Titik = tuple[float, float]


def _titik(nilai: Sequence[Decimal | None], lebar: float, tinggi: float) -> list[Titik | None]:
    values = [None if value is None else float(value) for value in nilai]
    reported = [value for value in values if value is not None]
    low, high = min(reported), max(reported)
    step = (lebar - 2 * TEPI) / max(len(values) - 1, 1)
    scale = 0.0 if high == low else (tinggi - 2 * TEPI) / (high - low)
    top = tinggi / 2 if high == low else TEPI
    return [
        None if value is None else (TEPI + index * step, top + (high - value) * scale)
        for index, value in enumerate(values)
    ]


def _label(nilai: Sequence[Decimal | None], label: Sequence[str]) -> str:
    names = list(label) + [""] * (len(nilai) - len(label))
    parts = [
        f"{name} {_('belum dilaporkan') if value is None else format_angka(value)}".strip()
        for name, value in zip(names, nilai, strict=False)
    ]
    return _("Tren: %(isi)s") % {"isi": "; ".join(parts)}


def render_spark(
    nilai: Sequence[Decimal | None], label: Sequence[str] = (), *, lebar: int = 72, tinggi: int = 22
) -> SafeString:
    """A line that breaks where nothing was reported; the last reported value carries the dot."""
    if all(value is None for value in nilai):
        return format_html('<span class="samar">{}</span>', TAK_ADA)
    points = _titik(nilai, lebar, tinggi)
    x, y = next(point for point in reversed(points) if point is not None)
    # Only numbers and one escaped label: written out, because a page prints this a thousand times.
    return mark_safe(
        f'<svg class="s-spark" width="{lebar:d}" height="{tinggi:d}" role="img" '
        f'aria-label="{escape(_label(nilai, label))}"><path d="{jalur(points)}"/>'
        f'<circle cx="{angka_svg(x)}" cy="{angka_svg(y)}" r="2.6"/></svg>'
    )
