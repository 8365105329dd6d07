"""The line of the average over the years: every point labelled, the newest one filled."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sakip.web.komponen.angka import format_angka
from sakip.web.komponen.svg import angka_svg, jalur

LEBAR, TINGGI = 430, 190
KIRI, KANAN, ATAS, BAWAH = 34.0, 414.0, 18.0, 164.0
LANGKAH = 10


@dataclass(frozen=True, slots=True)
class TitikRata:
    label: str
    nilai: Decimal | None


def _bounds(nilai: Sequence[Decimal]) -> tuple[int, int]:
    """A frame of whole tens with some room around the values."""
    bawah = max(0, (int(min(nilai)) // LANGKAH - 1) * LANGKAH)
    atas = (int(max(nilai)) // LANGKAH + 1) * LANGKAH
    return bawah, max(atas, bawah + 2 * LANGKAH)


def render_rata(titik: Sequence[TitikRata]) -> SafeString:
    """Nothing while fewer than two points have a value: one point is no line."""
    ada = [t.nilai for t in titik if t.nilai is not None]
    if len(ada) < 2:
        return SafeString("")
    bawah, atas = _bounds(ada)
    langkah = LANGKAH * max(1, (atas - bawah) // 50)

    def y(nilai: Decimal | int) -> float:
        return BAWAH - float(nilai - bawah) / (atas - bawah) * (BAWAH - ATAS)

    sela = (KANAN - KIRI - 48) / (len(titik) - 1)
    xs = [KIRI + 24 + i * sela for i in range(len(titik))]
    letak = [None if t.nilai is None else (x, y(t.nilai)) for t, x in zip(titik, xs, strict=True)]
    return format_html(
        '<svg class="s-bagan" viewBox="0 0 {} {}" role="img" aria-label="{}">{}'
        '<path class="garis1" d="{}"/>{}{}</svg>',
        str(LEBAR),
        str(TINGGI),
        _label(titik),
        _kisi([(y(n), n) for n in range(bawah, atas + 1, langkah)]),
        jalur(letak),
        _points(titik, letak),
        format_html_join(
            "",
            '<text x="{}" y="184" text-anchor="middle">{}</text>',
            ((angka_svg(x), t.label) for t, x in zip(titik, xs, strict=True)),
        ),
    )


def _kisi(garis: Sequence[tuple[float, int]]) -> SafeString:
    return format_html_join(
        "",
        '<line class="kisi" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>'
        '<text x="26" y="{3}" text-anchor="end">{4}</text>',
        ((angka_svg(KIRI), angka_svg(KANAN), angka_svg(y), angka_svg(y + 4), str(n)) for y, n in garis),
    )


def _points(titik: Sequence[TitikRata], letak: Sequence[tuple[float, float] | None]) -> SafeString:
    akhir = max((i for i, t in enumerate(titik) if t.nilai is not None), default=-1)
    isi = [
        ("titik-isi" if i == akhir else "titik", p, format_angka(t.nilai, 1), "kuat" if i == akhir else "")
        for i, (t, p) in enumerate(zip(titik, letak, strict=True))
        if t.nilai is not None and p is not None
    ]
    return format_html_join(
        "",
        '<circle class="{}" cx="{}" cy="{}" r="4"/>'
        '<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>',
        (
            (k, angka_svg(p[0]), angka_svg(p[1]), kuat, angka_svg(p[0]), angka_svg(p[1] - 10), t)
            for k, p, t, kuat in isi
        ),
    )


def _label(titik: Sequence[TitikRata]) -> str:
    isi = "; ".join(
        f"{t.label} {_('belum ada') if t.nilai is None else format_angka(t.nilai, 1)}" for t in titik
    )
    return _("Rata-rata capaian: %(isi)s") % {"isi": isi}
