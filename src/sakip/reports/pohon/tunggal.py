"""The whole tree as one picture that stands alone: heading, drawing, key."""

from __future__ import annotations

from dataclasses import dataclass

from sakip.reports.pohon.gambar import TEPI, Area, Lukisan, Teks, to_svg, whole
from sakip.reports.pohon.huruf import width
from sakip.reports.pohon.model import Bagan, KepalaCetak
from sakip.reports.pohon.susun import arrange
from sakip.reports.pohon.warna import GARIS, SOGA, SOGA_GARIS, TINTA, legend, marks

#: A drawing of so many units is printed with a heading of the size written here; wider ones get a larger one.
LEBAR_DASAR, LEBAR_TERKECIL, PERBESARAN = 1400, 620, 5
NILA = "#1f4485"


@dataclass(frozen=True, slots=True)
class Tunggal:
    """Shapes and words of the picture, and the rectangle they fill."""

    area: Area
    isi: str
    teks: list[Teks]


def draw_svg(bagan: Bagan, kepala: KepalaCetak, *, indikator: bool = False) -> str:
    """The whole tree as one file that needs nothing else."""
    tunggal = draw_single(bagan, kepala, indikator=indikator)
    return to_svg(tunggal.area, tunggal.isi, tunggal.teks, judul=kepala.judul)


def draw_single(bagan: Bagan, kepala: KepalaCetak, *, indikator: bool = False) -> Tunggal:
    tata = arrange(bagan, indikator=indikator)
    lukisan, dalam = Lukisan(bagan, tata), whole(tata)
    kali = min(PERBESARAN, max(1, dalam.lebar // LEBAR_DASAR))
    area = Area(
        dalam.x, dalam.y - 62 * kali, max(dalam.lebar, LEBAR_TERKECIL), dalam.tinggi + (62 + 40) * kali
    )
    kunci, teks_kunci = _key(bagan, area, kali)
    return Tunggal(
        area,
        lukisan.shapes(dalam, tata.kotak) + kunci,
        [*_heading(bagan, kepala, area, kali), *lukisan.words(tata.kotak), *teks_kunci],
    )


def _heading(bagan: Bagan, kepala: KepalaCetak, area: Area, kali: int) -> list[Teks]:
    x, y = area.x + TEPI, area.y + 34 * kali
    bawah = f"{kepala.unit} · {kepala.instansi} · {bagan.banyak} kotak · {kepala.tanggal_teks}"
    baris = [Teks(x, y, kepala.judul, 20 * kali, 700, NILA), Teks(x, y + 22 * kali, bawah, 12 * kali)]
    if kepala.contoh:
        mulai = x + (width(bawah, 1200 * kali) // 1000) + 14 * kali
        baris.append(Teks(mulai, y + 22 * kali, "Data contoh, bukan data resmi", 12 * kali, 700, SOGA))
    return baris


def _key(bagan: Bagan, area: Area, kali: int) -> tuple[str, list[Teks]]:
    x, y, bagian, teks = area.x + TEPI, area.bawah - 14 * kali, list[str](), list[Teks]()

    def write(isi: str, setelah: int) -> None:
        nonlocal x
        teks.append(Teks(x + setelah * kali, y, isi, 11 * kali, 400, TINTA))
        x += (setelah + 18) * kali + width(isi, 1100 * kali) // 1000

    for satu in legend(bagan):
        bagian.append(
            f'<rect x="{x}" y="{y - 9 * kali}" width="{14 * kali}" height="{11 * kali}" rx="{2 * kali}" '
            f'fill="{satu["muka"]}" stroke="{satu["pekat"]}" stroke-width="{kali}"/>'
        )
        write(satu["teks"], 19)
    for tanda in marks(bagan):
        if tanda["macam"] == "csf":
            bagian.append(
                f'<rect x="{x}" y="{y - 9 * kali}" width="{20 * kali}" height="{11 * kali}" rx="{2 * kali}" '
                f'fill="none" stroke="{GARIS}" stroke-width="{kali}" stroke-dasharray="{4 * kali} {3 * kali}"/>'
            )
        elif tanda["macam"] == "dukungan":
            bagian.append(
                f'<path d="M{x} {y - 4 * kali}h{22 * kali}" fill="none" stroke="{SOGA_GARIS}" '
                f'stroke-width="{2 * kali}" stroke-dasharray="{5 * kali} {4 * kali}"/>'
            )
        write(tanda["teks"], 26 if tanda["macam"] in ("csf", "dukungan") else 0)
    return "".join(bagian), teks
