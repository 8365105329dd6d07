"""History of an indicator: realisasi as a line, targets dashed, every point labelled, a table as twin."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sakip.web.komponen.angka import format_angka
from sakip.web.komponen.svg import angka_svg, jalur

LEBAR, TINGGI = 560, 240
KIRI, KANAN, ATAS, BAWAH = 40, 462, 20, 206
# The labels of the last period stand to the right of their points, at least this far apart.
JARAK_LABEL = 17.0


@dataclass(frozen=True, slots=True)
class Titik:
    """One period of the history; None is a period without a target or without a report."""

    label: str
    target: Decimal | None = None
    realisasi: Decimal | None = None
    sementara: bool = False


@dataclass(frozen=True, slots=True)
class Sumbu:
    bawah: float
    atas: float
    langkah: float

    def y(self, nilai: Decimal | float) -> float:
        return BAWAH - (float(nilai) - self.bawah) / (self.atas - self.bawah) * (BAWAH - ATAS)

    def garis(self) -> Iterator[float]:
        count = round((self.atas - self.bawah) / self.langkah)
        return (self.bawah + index * self.langkah for index in range(count + 1))


def read_titik(item: Titik | Mapping[str, Any]) -> Titik:
    """Views may hand over dicts with the same names."""
    if isinstance(item, Titik):
        return item
    return Titik(
        label=str(item["label"]),
        target=item.get("target"),
        realisasi=item.get("realisasi"),
        sementara=bool(item.get("sementara", False)),
    )


def _langkah(rentang: float) -> float:
    """The round step (1, 2, 2.5 or 5 times a power of ten) that gives about four lines."""
    rough = rentang / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= rough * 0.999)


def pilih_sumbu(nilai: Sequence[Decimal]) -> Sumbu:
    """From zero when the values allow it; otherwise a round frame around them."""
    low, high = float(min(nilai)), float(max(nilai))
    if low >= 0 and low < 0.55 * high:
        low = 0.0
    if low == high:
        pad = abs(low) * 0.1 or 1.0
        low, high = low - pad, high + pad
    step = _langkah(high - low)
    return Sumbu(math.floor(low / step) * step, math.ceil(high / step - 1e-9) * step, step)


def _letak_x(jumlah: int) -> list[float]:
    if jumlah == 1:
        return [(KIRI + KANAN) / 2]
    inner = 26
    step = (KANAN - KIRI - 2 * inner) / (jumlah - 1)
    return [KIRI + inner + index * step for index in range(jumlah)]


def _teks(x: float, y: float, isi: str, kelas: str = "", jangkar: str = "middle") -> SafeString:
    return format_html(
        '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>',
        kelas,
        angka_svg(x),
        angka_svg(y),
        jangkar,
        isi,
    )


def _kisi(sumbu: Sumbu) -> Iterator[SafeString]:
    for value in sumbu.garis():
        y = sumbu.y(value)
        yield format_html(
            '<line class="kisi" x1="{}" x2="{}" y1="{y}" y2="{y}"/>', str(KIRI), str(KANAN), y=angka_svg(y)
        )
        yield _teks(KIRI - 8, y + 4, format_angka(Decimal(repr(round(value, 6)))), jangkar="end")


def _garis(titik: Sequence[Titik], xs: Sequence[float], sumbu: Sumbu) -> Iterator[SafeString]:
    reported = [
        None if point.realisasi is None else (x, sumbu.y(point.realisasi))
        for point, x in zip(titik, xs, strict=True)
    ]
    targets = [
        None if point.target is None else (x, sumbu.y(point.target))
        for point, x in zip(titik, xs, strict=True)
    ]
    unbroken = len(reported) > 1 and all(point is not None for point in reported)
    # A filled area reads as an amount, which is only true above zero.
    if unbroken and sumbu.bawah == 0:
        area = f"{jalur(reported)}L{angka_svg(xs[-1])} {BAWAH}L{angka_svg(xs[0])} {BAWAH}Z"
        yield format_html('<path class="luas" d="{}"/>', area)
    if any(targets):
        yield format_html('<path class="sasar" d="{}"/>', jalur(_ulur(targets)))
    yield format_html('<path class="garis1" d="{}"/>', jalur(reported))


def _ulur(titik: list[tuple[float, float] | None]) -> list[tuple[float, float] | None]:
    """A single target becomes a short level line instead of an invisible point."""
    known = [point for point in titik if point is not None]
    if len(known) != 1:
        return titik
    x, y = known[0]
    return [(x - 22, y), (x + 22, y)]


def _titik(titik: Titik, x: float, sumbu: Sumbu, *, akhir: bool) -> SafeString:
    if titik.realisasi is None:
        return format_html(
            '<circle class="lubang" cx="{}" cy="{}" r="4"><title>{}</title></circle>',
            angka_svg(x),
            str(BAWAH),
            _("%(label)s: belum dilaporkan") % {"label": titik.label},
        )
    filled = akhir and not titik.sementara
    y = angka_svg(sumbu.y(titik.realisasi))
    return format_html(
        '<circle class="{}" cx="{}" cy="{}" r="4"/>', "titik-isi" if filled else "titik", angka_svg(x), y
    )


def _label_lalu(titik: Titik, x: float, sumbu: Sumbu, desimal: int | None) -> SafeString:
    """The value of an earlier period, on the side where the target line is not."""
    if titik.realisasi is None:
        return SafeString("")
    y = sumbu.y(titik.realisasi)
    target_above = titik.target is not None and sumbu.y(titik.target) <= y
    return _teks(
        x, y + 20 if target_above and y + 24 < BAWAH else y - 10, format_angka(titik.realisasi, desimal)
    )


def _renggangkan(label: list[tuple[float, str, str]]) -> list[tuple[float, str, str]]:
    """Two labels beside each other are pushed apart, half the overlap each."""
    if len(label) < 2:
        return label
    upper, lower = sorted(label)
    push = max(0.0, JARAK_LABEL - (lower[0] - upper[0])) / 2
    return [(upper[0] - push, *upper[1:]), (lower[0] + push, *lower[1:])]


def _label_akhir(titik: Titik, x: float, sumbu: Sumbu, desimal: int | None) -> Iterator[SafeString]:
    labels = []
    if titik.realisasi is not None:
        labels.append((sumbu.y(titik.realisasi), format_angka(titik.realisasi, desimal), "kuat"))
    if titik.target is not None:
        text = _("target %(angka)s") % {"angka": format_angka(titik.target, desimal)}
        labels.append((sumbu.y(titik.target), text, "sasart"))
    for y, text, kelas in _renggangkan(labels):
        yield _teks(x + (10 if kelas == "kuat" else 26), y + 4, text, kelas, "start")


def _ringkas(titik: Sequence[Titik], satuan: str, desimal: int | None) -> str:
    parts = []
    for point in titik:
        value = _("belum dilaporkan") if point.realisasi is None else format_angka(point.realisasi, desimal)
        aim = (
            ""
            if point.target is None
            else _(" dari target %(angka)s") % {"angka": format_angka(point.target, desimal)}
        )
        parts.append(f"{point.label}: {value}{aim}")
    return f"{_('Realisasi')} {satuan}. ".replace(" .", ".") + "; ".join(parts)


def gambar(
    titik: Iterable[Titik | Mapping[str, Any]], satuan: str = "", desimal: int | None = None
) -> SafeString:
    """The chart as SVG; nothing when no value is known at all."""
    points = [read_titik(item) for item in titik]
    known = [value for point in points for value in (point.realisasi, point.target) if value is not None]
    if not known:
        return SafeString("")
    axis, xs = pilih_sumbu(known), _letak_x(len(points))
    last = max((index for index, point in enumerate(points) if point.realisasi is not None), default=-1)
    every = 2 if len(points) > 8 else 1
    parts = [*_kisi(axis), *_garis(points, xs, axis)]
    for index, (point, x) in enumerate(zip(points, xs, strict=True)):
        parts.append(_titik(point, x, axis, akhir=index == last))
        if index < len(points) - 1:
            parts.append(_label_lalu(point, x, axis, desimal))
        if index % every == 0 or index == last:
            parts.append(_teks(x, TINGGI - 12, point.label))
    parts += _label_akhir(points[-1], xs[-1], axis, desimal)
    return format_html(
        '<svg class="s-bagan" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        str(LEBAR),
        str(TINGGI),
        _ringkas(points, satuan, desimal),
        mark_safe("".join(parts)),
    )
