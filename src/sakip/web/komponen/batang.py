"""How many indicators stand in each band: one stacked bar, counts as text, unreported dashed at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sakip.web.komponen.pita import KOSONG, PITA, TIDAK_BERLAKU, KategoriTampil, pita_of, render_pita
from sakip.web.komponen.svg import angka_svg, persen_svg

KETIADAAN = (KOSONG, TIDAK_BERLAKU)
# Below these shares of the width the letter, then the count, no longer fits.
MUAT_HURUF = 9.0
MUAT_ANGKA = 3.0


@dataclass(frozen=True, slots=True)
class Ruas:
    """One segment: `nama` in running text, `kelas` its colour, place and width in percent."""

    kode: str
    nama: str
    kelas: str
    jumlah: int
    x: float
    lebar: float

    @property
    def tengah(self) -> float:
        return self.x + self.lebar / 2


def susun_urutan(skala: Iterable[KategoriTampil] | None = None) -> list[KategoriTampil | str]:
    """Bands from the best to the worst, then the two absences."""
    return [*(PITA if skala is None else skala), *KETIADAAN]


def kode_of(pita: KategoriTampil | str) -> str:
    return pita if isinstance(pita, str) else pita.kode


def nama_pita(pita: KategoriTampil | str) -> str:
    if pita == KOSONG:
        return _("belum dilaporkan")
    if pita == TIDAK_BERLAKU:
        return pgettext("jumlah", "tidak berlaku")
    return str(pita_of(pita).nama).lower()


def _kelas(pita: KategoriTampil | str) -> str:
    return {KOSONG: "nol", TIDAK_BERLAKU: "tb"}.get(kode_of(pita)) or pita_of(pita).kelas


def bagi(jumlah: Mapping[str, int], urutan: Sequence[KategoriTampil | str]) -> list[Ruas]:
    """Segments in band order; bands without an indicator have none."""
    counted = [(pita, jumlah.get(kode_of(pita), 0)) for pita in urutan]
    total = sum(count for _pita, count in counted)
    segments: list[Ruas] = []
    before = 0
    for pita, count in counted:
        if count > 0:
            place = (before * 100 / total, count * 100 / total)
            segments.append(Ruas(kode_of(pita), nama_pita(pita), _kelas(pita), count, *place))
            before += count
    return segments


def _isi(ruas: Ruas, tinggi: int) -> Iterator[SafeString]:
    x, width = persen_svg(ruas.x), persen_svg(ruas.lebar)
    if ruas.kode == KOSONG:
        yield format_html(
            '<rect x="{}" y="0.5" width="{}" height="{}" class="f-nol"/>', x, width, str(tinggi - 1)
        )
    else:
        yield format_html(
            '<rect x="{}" width="{}" height="{}" class="m-{}"/>', x, width, str(tinggi), ruas.kelas
        )
        yield format_html(
            '<rect x="{}" y="{}" width="{}" height="7" class="f-{}"/>', x, str(tinggi - 7), width, ruas.kelas
        )
    if ruas.lebar < MUAT_ANGKA:
        return
    letter = ""
    if ruas.lebar >= MUAT_HURUF and ruas.kode not in KETIADAAN:
        letter = format_html('<tspan class="huruf" dx="5">{}</tspan>', ruas.kode)
    yield format_html(
        '<text x="{}" y="{}" text-anchor="middle" class="x-{}">{}{}</text>',
        persen_svg(ruas.tengah),
        angka_svg((tinggi + 9) / 2 if ruas.kode == KOSONG else (tinggi + 2) / 2),
        ruas.kelas,
        str(ruas.jumlah),
        letter,
    )


def render_batang(
    jumlah: Mapping[str, int], tinggi: int = 40, skala: Iterable[KategoriTampil] | None = None
) -> SafeString:
    """The bar alone; its label reads every count."""
    segments = bagi(jumlah, susun_urutan(skala))
    if not segments:
        return SafeString("")
    label = ", ".join(f"{ruas.jumlah} {ruas.nama}" for ruas in segments)
    gaps = format_html_join(
        "",
        '<line x1="{0}" x2="{0}" y1="0" y2="{1}" class="sela"/>',
        ((persen_svg(ruas.x), str(tinggi)) for ruas in segments[1:] if ruas.kode != KOSONG),
    )
    parts = format_html_join("", "{}", ((part,) for ruas in segments for part in _isi(ruas, tinggi)))
    return format_html(
        '<svg class="s-batang" height="{}" role="img" aria-label="{}">{}{}</svg>',
        str(tinggi),
        label,
        parts,
        gaps,
    )


def render_legenda(
    jumlah: Mapping[str, int], *, skala: Iterable[KategoriTampil] | None = None, dua_kolom: bool = False
) -> SafeString:
    """Bands with their counts; every band of the scale, the absences when there are any."""
    rows = [pita for pita in susun_urutan(skala) if pita not in KETIADAAN or jumlah.get(str(pita), 0) > 0]
    items = format_html_join(
        "",
        "<li>{}<span><b>{}</b> {}</span></li>",
        (
            (render_pita(pita, singkat=True), str(jumlah.get(kode_of(pita), 0)), nama_pita(pita))
            for pita in rows
        ),
    )
    return format_html('<ul class="s-legenda {}">{}</ul>', "s-legenda-2" if dua_kolom else "", items)
