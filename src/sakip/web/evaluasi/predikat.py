"""A grade, a predikat and a score as readers see them: letters first, colour only beside them."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kinerja.instrumen import Predikat
from kinerja.instrumen.angka import parse_pecahan, to_cetak, to_cetak_tegas
from sakip.web.komponen.angka import TAK_ADA
from sakip.web.komponen.svg import persen_svg

#: From the weakest to the strongest step of the heat map.
TANGGA = {"E": 1, "D": 1, "C": 2, "CC": 3, "B": 4, "BB": 5, "A": 6, "AA": 7}
Angka = Fraction | Decimal | int | str


def pecahan_of(nilai: Angka | None) -> Fraction | None:
    """An exact number from what models and selectors carry; blank is not zero."""
    return None if nilai is None or nilai == "" else parse_pecahan(nilai)


def cetak(nilai: Angka | None, desimal: int = 2) -> str:
    """63,15; a dash for what is not there. Rounded here, once, and never onto a bound of the predikat."""
    angka = pecahan_of(nilai)
    return TAK_ADA if angka is None else to_cetak_tegas(angka, desimal)


def panas(nilai: Angka | None, maks: Angka | None, predikat: Sequence[Predikat]) -> str:
    """The class of a heat map cell: where the share of the weight falls among the bands of the predikat."""
    angka, penuh = pecahan_of(nilai), pecahan_of(maks)
    if angka is None or penuh is None or penuh == 0:
        return ""
    bagian = angka * 100 / penuh
    for satu in predikat:
        if satu.reached_by(bagian):
            return f"panas-{TANGGA.get(satu.kode, 1)}"
    return "panas-1"


def render_huruf(kode: str) -> SafeString:
    """A grade or predikat as a small tile; dashed while there is none."""
    if not kode:
        return format_html(
            '<span class="s-huruf kosong"><span aria-hidden="true">–</span>'
            '<span class="sembunyi">{}</span></span>',
            _("belum ada nilai"),
        )
    tangga = TANGGA.get(kode)
    return format_html('<span class="s-huruf{}">{}</span>', f" panas-{tangga}" if tangga else "", kode)


def render_mistar(
    daftar: Sequence[Predikat], kini: Fraction | None, kisaran: tuple[Fraction, Fraction] | None
) -> SafeString:
    """The bands of the predikat with the value so far and the range that is still possible."""
    pita = sorted(daftar, key=lambda p: p.di_atas)
    tetap = kini if kisaran is None or kisaran[0] == kisaran[1] else None
    nilai = _("belum ada") if kini is None else to_cetak(kini)
    label = _("Nilai %(nilai)s dari 100") % {"nilai": nilai}
    if kisaran is not None and kisaran[0] != kisaran[1]:
        label = _("%(nilai)s; masih mungkin %(bawah)s sampai %(atas)s") % {
            "nilai": label,
            "bawah": to_cetak(kisaran[0]),
            "atas": to_cetak(kisaran[1]),
        }
    return format_html(
        '<svg class="s-predikat" height="46" role="img" aria-label="{}">{}{}{}{}</svg>',
        label,
        format_html_join("", '<rect x="{}" y="10" width="{}" height="20" class="{}"/>', _kotak(pita, tetap)),
        format_html_join(
            "", '<text x="{}" y="24" text-anchor="middle" class="{}">{}</text>', _huruf(pita, tetap)
        ),
        format_html_join("", '<text x="{}" y="43" text-anchor="middle">{}</text>', _batas(pita)),
        format_html("{}{}", _rentang(kisaran), _jarum(kini)),
    )


def _is_now(p: Predikat, kini: Fraction | None) -> bool:
    return kini is not None and p.reached_by(kini) and kini <= p.sampai


def _kotak(pita: Sequence[Predikat], kini: Fraction | None) -> list[tuple[str, str, str]]:
    return [
        (
            persen_svg(float(p.di_atas)),
            persen_svg(float(p.sampai - p.di_atas)),
            "pk" if _is_now(p, kini) else "pn",
        )
        for p in pita
    ]


def _huruf(pita: Sequence[Predikat], kini: Fraction | None) -> list[tuple[str, str, str]]:
    return [
        (persen_svg(float(p.di_atas + p.sampai) / 2), "pkt" if _is_now(p, kini) else "pnt", p.kode)
        for p in pita
    ]


def _batas(pita: Sequence[Predikat]) -> list[tuple[str, str]]:
    return [(persen_svg(float(p.di_atas)), to_cetak(p.di_atas, 0)) for p in pita if p.di_atas > 0]


def _rentang(kisaran: tuple[Fraction, Fraction] | None) -> SafeString:
    if kisaran is None or kisaran[0] == kisaran[1]:
        return SafeString("")
    bawah, atas = kisaran
    return format_html(
        '<rect x="{}" y="7" width="{}" height="26" class="rentang"/>',
        persen_svg(float(bawah)),
        persen_svg(float(atas - bawah)),
    )


def _jarum(kini: Fraction | None) -> SafeString:
    if kini is None:
        return SafeString("")
    return format_html(
        '<svg x="{}" overflow="visible"><path class="jarum" d="M0 9l-5-8h10z"/></svg>',
        persen_svg(float(kini)),
    )
