"""The drawing of a tree, or of a part of it: shapes as SVG, words apart; one unit to one SVG unit.

The words are kept apart because typst sets them itself in a PDF: read out of an SVG, five thousand boxes take it
four times as long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.sax.saxutils import escape

from sakip.reports.aksara import to_printable
from sakip.reports.pohon.garis import Garis, branch_lines, support_lines
from sakip.reports.pohon.huruf import shorten
from sakip.reports.pohon.model import Bagan, Kotak
from sakip.reports.pohon.susun import BARIS_JUDUL, BARIS_RINCI, LEBAR, UKURAN_KEPALA, Tata
from sakip.reports.pohon.warna import GARIS, PITA, SOGA, SOGA_GARIS, TINTA, TINTA_2, box_colours

TEPI = 20
HURUF = "Plus Jakarta Sans, Segoe UI, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the drawing, in its units."""

    x: int
    y: int
    lebar: int
    tinggi: int

    @property
    def kanan(self) -> int:
        return self.x + self.lebar

    @property
    def bawah(self) -> int:
        return self.y + self.tinggi

    def holds(self, kotak: Kotak) -> bool:
        """Whether the whole box lies within."""
        return (
            kotak.x >= self.x
            and kotak.y >= self.y
            and kotak.x + LEBAR <= self.kanan
            and kotak.y + kotak.tinggi <= self.bawah
        )

    def meets(self, garis: Garis) -> bool:
        return (
            garis.kiri <= self.kanan
            and garis.kanan >= self.x
            and garis.atas <= self.bawah
            and garis.bawah >= self.y
        )


class Teks(NamedTuple):
    """A line of words at its baseline; `kanan` when it ends there instead of beginning."""

    x: int
    y: int
    isi: str
    ukuran: float | int
    tebal: int = 400
    warna: str = TINTA_2
    kanan: bool = False


class Lukisan:
    """A laid-out tree, ready to be drawn whole or in part."""

    def __init__(self, bagan: Bagan, tata: Tata) -> None:
        self.bagan, self.tata = bagan, tata
        self._cabang = branch_lines(tata.kotak)
        self._dukungan = support_lines(bagan)

    def shapes(self, area: Area, kotak: Iterable[Kotak]) -> str:
        """Lines and boxes, without words."""
        return self._lines(area) + "".join(_shape(self.bagan, satu) for satu in kotak)

    def words(self, kotak: Iterable[Kotak]) -> list[Teks]:
        return [teks for satu in kotak for teks in _words(self.bagan, satu)]

    def outline(self, area: Area) -> str:
        """Every box as a coloured patch: one path per colour."""
        isi: dict[tuple[str, str], str] = defaultdict(str)
        for satu in self.tata.kotak:
            isi[box_colours(self.bagan, satu)] += f"M{satu.x} {satu.y}h{LEBAR}v{satu.tinggi}h-{LEBAR}z"
        petak = "".join(
            f'<path d="{jalur}" fill="{muka}" stroke="{pekat or GARIS}" stroke-width="2"/>'
            for (pekat, muka), jalur in isi.items()
        )
        return self._lines(area) + petak

    def _lines(self, area: Area) -> str:
        cabang = "".join(g.jalur for g in self._cabang if area.meets(g))
        dukungan = "".join(g.jalur for g in self._dukungan if area.meets(g))
        lintas = (
            f'<path d="{dukungan}" fill="none" stroke="{SOGA_GARIS}" stroke-width="1.75" '
            'stroke-dasharray="5 4"/>'
        )
        return f'<path d="{cabang}" fill="none" stroke="{GARIS}" stroke-width="1.4"/>' + (
            lintas if dukungan else ""
        )


def whole(tata: Tata) -> Area:
    return Area(-TEPI, -TEPI, tata.lebar + 2 * TEPI, tata.tinggi + 2 * TEPI)


def to_svg(area: Area, isi: str, teks: Sequence[Teks] = (), *, judul: str) -> str:
    """A file that needs nothing else."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{area.lebar}" height="{area.tinggi}" '
        f'viewBox="{area.x} {area.y} {area.lebar} {area.tinggi}" role="img" '
        f'font-family="{HURUF}"><title>{_e(judul)}</title>'
        f'<rect x="{area.x}" y="{area.y}" width="{area.lebar}" height="{area.tinggi}" fill="#ffffff"/>'
        f"{isi}{''.join(_svg_text(satu) for satu in teks)}</svg>"
    )


def _svg_text(teks: Teks) -> str:
    tebal = "" if teks.tebal == 400 else f' font-weight="{teks.tebal}"'
    jangkar = ' text-anchor="end"' if teks.kanan else ""
    return (
        f'<text x="{teks.x}" y="{teks.y}" font-size="{teks.ukuran}"{tebal} fill="{teks.warna}"{jangkar}>'
        f"{_e(teks.isi)}</text>"
    )


def _e(teks: str) -> str:
    return escape(to_printable(teks))


def _shape(bagan: Bagan, kotak: Kotak) -> str:
    x, y = kotak.x, kotak.y
    pekat, muka = box_colours(bagan, kotak)
    putus = ' stroke-dasharray="5 3"' if kotak.baris["jenis"] == "csf" else ""
    bagian = [
        f'<rect x="{x}" y="{y}" width="{LEBAR}" height="{kotak.tinggi}" rx="6" fill="{muka}" '
        f'stroke="{GARIS}" stroke-width="1"{putus}/>'
    ]
    if pekat:
        bagian.append(
            f'<path d="M{x + 6} {y}h-1a5 5 0 0 0-5 5v{kotak.tinggi - 10}a5 5 0 0 0 5 5h1z" fill="{pekat}"/>'
        )
    if (pita := _band(kotak)) is not None:
        langkah = list(PITA).index(pita) + 1
        bagian.append(_stairs(x + 15, y + kotak.tinggi - 9, _band_ink(bagan, pita), langkah))
    return "".join(bagian)


def _band(kotak: Kotak) -> str | None:
    return None if kotak.baris.get("pensiun") else kotak.pita


def _band_ink(bagan: Bagan, pita: str) -> str:
    return PITA[pita][2] if bagan.warna == "capaian" else TINTA


def _words(bagan: Bagan, kotak: Kotak) -> Iterable[Teks]:
    """Kind and owner, the condition, its indicators; band at the left of the foot, findings at the right."""
    x, y, dasar = kotak.x + 15, kotak.y + 36, kotak.y + kotak.tinggi - 9
    kanan, lintas = kotak.x + LEBAR - 10, kotak.baris.get("crosscutting")
    yield Teks(x, kotak.y + 18, shorten(kotak.kepala, LEBAR - (62 if lintas else 26), UKURAN_KEPALA), 11)
    for satu in kotak.judul:
        yield Teks(x, y, satu, 12.25, 600, TINTA)
        y += BARIS_JUDUL
    for satu in kotak.rinci:
        yield Teks(x, y, satu, 10.25)
        y += BARIS_RINCI
    if (pita := _band(kotak)) is not None:
        yield Teks(x + 20, dasar, kotak.keadaan, 12.5, 700, _band_ink(bagan, pita))
    else:
        yield Teks(x, dasar, kotak.keadaan, 11)
    if kotak.temuan:
        yield Teks(kanan, dasar, f"! {kotak.temuan}", 11.5, 700, SOGA, kanan=True)
    if lintas:
        yield Teks(kanan, kotak.y + 18, f"lintas {lintas}", 10, 700, SOGA, kanan=True)


def _stairs(x: int, y: int, warna: str, langkah: int) -> str:
    """The five steps of the band as two paths: reached, and not."""
    jalur = {True: "", False: ""}
    for n in range(5):
        jalur[n < langkah] += f"M{x + 3 * n} {y}v-{2 * n + 3}h2v{2 * n + 3}z"
    sisa = f'<path d="{jalur[False]}" fill="{warna}" fill-opacity="0.26"/>' if jalur[False] else ""
    return f'<path d="{jalur[True]}" fill="{warna}"/>{sisa}'
