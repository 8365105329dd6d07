"""The curve of score against effort: every point one more step, thresholds dotted, the plan marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor, log10

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kinerja.instrumen import Predikat
from kinerja.instrumen.angka import to_cetak
from sakip.web.komponen.svg import angka_svg, jalur

LEBAR, TINGGI = 760, 304
KIRI, KANAN, ATAS, BAWAH = 52.0, 732.0, 20.0, 262.0
#: Beyond this many points only the line is drawn: circles would run into each other.
TITIK_TERBANYAK = 24


@dataclass(frozen=True, slots=True)
class Kurva:
    """What is drawn: (effort, score) by rising effort, the thresholds, and the plan's own point."""

    titik: Sequence[tuple[Fraction, Fraction]]
    predikat: Sequence[Predikat]
    pilih: tuple[Fraction, Fraction] | None
    satuan: str


@dataclass(frozen=True, slots=True)
class _Bingkai:
    x_akhir: Fraction
    y_awal: Fraction
    y_akhir: Fraction
    x_langkah: Fraction

    def x(self, nilai: Fraction) -> float:
        return KIRI + float(nilai / self.x_akhir) * (KANAN - KIRI)

    def y(self, nilai: Fraction) -> float:
        return BAWAH - float((nilai - self.y_awal) / (self.y_akhir - self.y_awal)) * (BAWAH - ATAS)


def render_kurva(kurva: Kurva) -> SafeString:
    """Nothing while there is nothing left to do: one point is no curve."""
    if len(kurva.titik) < 2:
        return SafeString("")
    bingkai = _frame(kurva)
    bagian = [
        *_area(kurva, bingkai),
        *_grid(kurva, bingkai),
        *_axis(kurva, bingkai),
        *_points(kurva, bingkai),
        *_chosen(kurva, bingkai),
    ]
    return format_html(
        '<svg class="s-bagan s-kurva" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        str(LEBAR),
        str(TINGGI),
        _label(kurva),
        mark_safe("".join(bagian)),
    )


def _frame(kurva: Kurva) -> _Bingkai:
    nilai = [n for _biaya, n in kurva.titik]
    langkah = _round_step(kurva.titik[-1][0])
    x_akhir = max(ceil(kurva.titik[-1][0] / langkah), 1) * langkah
    bawah, atas = Fraction(floor((min(nilai) - 1) / 5) * 5), Fraction(ceil((max(nilai) + 1) / 5) * 5)
    return _Bingkai(x_akhir, max(bawah, Fraction(0)), min(max(atas, bawah + 10), Fraction(100)), langkah)


def _round_step(akhir: Fraction) -> Fraction:
    """1, 2 or 5 times a power of ten, so that about six marks stand under the curve."""
    if akhir <= 0:
        return Fraction(1)
    kasar = akhir / 6
    pangkat = Fraction(10) ** floor(log10(kasar))
    return next(kali * pangkat for kali in (1, 2, 5, 10) if kali * pangkat >= kasar)


def _line(kelas: str, x1: float, x2: float, y1: float, y2: float) -> SafeString:
    return format_html(
        '<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>',
        kelas,
        *(angka_svg(n) for n in (x1, x2, y1, y2)),
    )


def _text(isi: str, x: float, y: float, *, kelas: str = "", jangkar: str = "start") -> SafeString:
    return format_html(
        '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>',
        kelas,
        angka_svg(x),
        angka_svg(y),
        jangkar,
        isi,
    )


def _area(kurva: Kurva, b: _Bingkai) -> Iterator[SafeString]:
    garis = jalur(_stairs(kurva, b))
    akhir = angka_svg(b.x(kurva.titik[-1][0]))
    yield format_html('<path class="luas" d="{}L{} {}L{} {}Z"/>', garis, akhir, BAWAH, KIRI, BAWAH)


def _stairs(kurva: Kurva, b: _Bingkai) -> list[tuple[float, float]]:
    """Between two points more effort brings nothing: the line is a stair, not a slope."""
    titik = [(b.x(biaya), b.y(nilai)) for biaya, nilai in kurva.titik]
    hasil = titik[:1]
    for (_x, y_lalu), (x, y) in pairwise(titik):
        hasil += [(x, y_lalu), (x, y)]
    return hasil


def _grid(kurva: Kurva, b: _Bingkai) -> Iterator[SafeString]:
    """Lines every five points; the bounds of the predikat are dotted and named."""
    ambang = {p.di_atas: p for p in kurva.predikat}
    tinggi = b.y_awal
    while tinggi <= b.y_akhir:
        p = ambang.get(tinggi)
        y = b.y(tinggi)
        yield _line("kisi" if p is None else "ambang", KIRI, KANAN, y, y)
        yield _text(to_cetak(tinggi, 0), KIRI - 10, y + 4, kelas="" if p is None else "kuat", jangkar="end")
        if p is not None:
            kalimat = _("%(kode)s di atas %(batas)s") % {"kode": p.kode, "batas": to_cetak(tinggi, 0)}
            yield _text(kalimat, KANAN, y - 6, kelas="kuat", jangkar="end")
        tinggi += 5


def _axis(kurva: Kurva, b: _Bingkai) -> Iterator[SafeString]:
    yield _line("as", KIRI, KANAN, BAWAH, BAWAH)
    tanda = Fraction(0)
    while tanda <= b.x_akhir:
        yield _line("as", b.x(tanda), b.x(tanda), BAWAH, BAWAH + 5)
        yield _text(to_cetak(tanda, 0), b.x(tanda), BAWAH + 20, jangkar="middle")
        tanda += b.x_langkah
    yield _text(_("upaya, %(satuan)s") % {"satuan": kurva.satuan}, KANAN, BAWAH + 38, jangkar="end")


def _points(kurva: Kurva, b: _Bingkai) -> Iterator[SafeString]:
    yield format_html('<path class="garis1" d="{}"/>', jalur(_stairs(kurva, b)))
    if len(kurva.titik) <= TITIK_TERBANYAK:
        for biaya, nilai in kurva.titik:
            yield format_html(
                '<circle class="titik" cx="{}" cy="{}" r="4"/>', angka_svg(b.x(biaya)), angka_svg(b.y(nilai))
            )
    kini = kurva.titik[0][1]
    yield _text(
        _("%(nilai)s kini") % {"nilai": to_cetak(kini)},
        KIRI + 8,
        max(b.y(kini) - 10, ATAS + 8),
        kelas="kuat",
    )


def _chosen(kurva: Kurva, b: _Bingkai) -> Iterator[SafeString]:
    if kurva.pilih is None:
        return
    biaya, nilai = kurva.pilih
    x, y = b.x(min(biaya, b.x_akhir)), b.y(nilai)
    yield _line("pilihg", x, x, y, BAWAH)
    yield format_html('<circle class="pilih" cx="{}" cy="{}" r="7"/>', angka_svg(x), angka_svg(y))
    kalimat = _("%(nilai)s dengan %(biaya)s %(satuan)s") % {
        "nilai": to_cetak(nilai),
        "biaya": to_cetak(biaya, 0) if biaya.denominator == 1 else to_cetak(biaya, 1),
        "satuan": kurva.satuan,
    }
    kanan = x < (KIRI + KANAN) / 2
    yield _text(
        kalimat,
        x + 12 if kanan else x - 12,
        min(y + 26, BAWAH - 8),
        kelas="pilihx",
        jangkar="start" if kanan else "end",
    )


def _label(kurva: Kurva) -> str:
    titik = "; ".join(
        _("upaya %(biaya)s nilai %(nilai)s") % {"biaya": to_cetak(biaya, 0), "nilai": to_cetak(nilai)}
        for biaya, nilai in kurva.titik
    )
    return _("Kurva upaya dan nilai: %(titik)s") % {"titik": titik}
