"""One value among the thresholds of a scale, drawn as a ruler."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sakip.web.komponen.angka import format_angka
from sakip.web.komponen.pita import KategoriTampil, pita_of
from sakip.web.komponen.svg import persen_svg

UJUNG_BIASA = 120
UJUNG_TERJAUH = 200


class Ambang(KategoriTampil, Protocol):
    """A category with its inclusive lower bound; the lowest one has none."""

    @property
    def batas_bawah(self) -> Decimal | None: ...


@dataclass(frozen=True, slots=True)
class Kategori:
    """A category written out by hand, for pages that show a scale without a result."""

    kode: str
    nama: str
    batas_bawah: Decimal | None


def ujung(nilai: Decimal | None) -> int:
    """Where the ruler ends: 120, or the next ten above the value, at most 200."""
    if nilai is None or nilai <= UJUNG_BIASA:
        return UJUNG_BIASA
    return min(UJUNG_TERJAUH, (int(nilai) // 10 + 1) * 10)


def _letak(nilai: Decimal | int, akhir: int) -> float:
    return min(max(float(nilai) * 100 / akhir, 0.0), 100.0)


def _pita(ambang: list[Ambang], akhir: int) -> SafeString:
    bounds = [_letak(item.batas_bawah or 0, akhir) for item in ambang] + [100.0]
    rows = [
        (persen_svg(start), persen_svg(end - start), pita_of(item).kelas)
        for item, start, end in zip(ambang, bounds, bounds[1:], strict=False)
    ]
    return format_html_join("", '<rect x="{}" y="20" width="{}" height="8" class="f-{}"/>', rows)


def _garis(akhir: int) -> SafeString:
    step = 5 if akhir <= UJUNG_BIASA else 10
    return format_html_join(
        "",
        '<line class="rusuk" x1="{0}" x2="{0}" y1="29" y2="{1}"/>',
        (
            (persen_svg(_letak(tick, akhir)), "36" if tick % (2 * step) == 0 else "33")
            for tick in range(0, akhir + 1, step)
        ),
    )


def _angka(ambang: list[Ambang], akhir: int) -> SafeString:
    marks = [bound for bound in (item.batas_bawah for item in ambang) if bound is not None and bound > 0]
    # 100 is the target itself; it is left out when a threshold would print over it.
    if all(abs(_letak(mark, akhir) - _letak(100, akhir)) > 5 for mark in marks):
        marks.append(Decimal(100))
    return format_html_join(
        "",
        '<text x="{}" y="48" text-anchor="middle">{}</text>',
        ((persen_svg(_letak(mark, akhir)), format_angka(mark)) for mark in marks),
    )


def _jarum(nilai: Decimal, akhir: int) -> SafeString:
    place = _letak(nilai, akhir)
    anchor = "start" if place < 8 else "end" if place > 92 else "middle"
    return format_html(
        '<svg x="{0}" overflow="visible"><path class="jarum" d="M0 20l-5-7h10z"/></svg>'
        '<text class="jarumt" x="{0}" y="10" text-anchor="{1}">{2}</text>',
        persen_svg(place),
        anchor,
        format_angka(nilai, 2),
    )


def render_mistar(nilai: Decimal | None, ambang: Iterable[Ambang]) -> SafeString:
    """The ruler; without a value only the scale is drawn."""
    bands = sorted(
        ambang, key=lambda item: item.batas_bawah if item.batas_bawah is not None else Decimal("-1")
    )
    end = ujung(nilai)
    what = _("belum dilaporkan") if nilai is None else format_angka(nilai, 2)
    label = _("%(nilai)s pada skala 0 sampai %(akhir)s") % {"nilai": what, "akhir": end}
    return format_html(
        '<svg class="s-mistar" height="52" role="img" aria-label="{}">{}'
        '<line class="as" x1="0" x2="100%" y1="28.5" y2="28.5"/>{}{}{}</svg>',
        label,
        _pita(bands, end),
        _garis(end),
        _angka(bands, end),
        _jarum(nilai, end) if nilai is not None else "",
    )
