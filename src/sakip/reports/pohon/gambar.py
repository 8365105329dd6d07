"""The drawing of a tree, or of a part of it, as SVG; one unit to one SVG unit, colours as on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from sakip.reports.aksara import to_printable
from sakip.reports.pohon.huruf import shorten
from sakip.reports.pohon.model import Bagan, Kotak
from sakip.reports.pohon.susun import BARIS_JUDUL, BARIS_RINCI, LEBAR, UKURAN_KEPALA, Tata, arrange

TEPI = 20
#: solid, surface and text of the five bands, lowest first.
PITA = {
    "SR": ("#9f1b35", "#f7dadf", "#86112a"),
    "R": ("#d4691c", "#fce6d3", "#833a07"),
    "S": ("#e0b12c", "#fbf1cc", "#664b00"),
    "T": ("#459a92", "#e4f4f0", "#145c57"),
    "ST": ("#0e5c66", "#d3eaea", "#084b54"),
}
NAMA_PITA = {"ST": "Sangat tinggi", "T": "Tinggi", "S": "Sedang", "R": "Rendah", "SR": "Sangat rendah"}
RONA = (
    ("#2c5aa8", "#e2ebf8"), ("#b9702a", "#fbf1e4"), ("#2f7d4f", "#e2f3e8"), ("#8a4a9e", "#f3e8f7"),
    ("#0e7c8c", "#def1f4"), ("#a8324a", "#f9e3e8"), ("#6b7a1f", "#f0f3da"), ("#5a4fb0", "#e9e7f8"),
)  # fmt: skip
NETRAL, POLOS = ("#5a677d", "#ebf0f6"), ("", "#ffffff")
GALAT, INGAT, SARAN = ("#a3142e", "#fbe6e9"), ("#e0b12c", "#fbf1cc"), ("#2c5aa8", "#e2ebf8")
TINTA, TINTA_2, GARIS, SOGA = "#17212f", "#445167", "#7889a0", "#84470f"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the drawing, in its units."""

    x: int
    y: int
    lebar: int
    tinggi: int

    def touches(self, kotak: Kotak) -> bool:
        return (
            kotak.x - 20 < self.x + self.lebar
            and kotak.x + LEBAR + 8 > self.x
            and kotak.y - 20 < self.y + self.tinggi
            and kotak.y + kotak.tinggi + 20 > self.y
        )


def draw_svg(bagan: Bagan, *, judul: str, indikator: bool = False) -> str:
    """The whole tree as one file that needs nothing else."""
    tata = arrange(bagan, indikator=indikator)
    return draw_area(bagan, tata, whole(tata), judul=judul)


def whole(tata: Tata) -> Area:
    return Area(-TEPI, -TEPI, tata.lebar + 2 * TEPI, tata.tinggi + 2 * TEPI)


def draw_area(
    bagan: Bagan, tata: Tata, area: Area, *, judul: str, tambahan: str = "", polos: bool = False
) -> str:
    """Only the boxes and lines that touch the area; `polos` leaves the words out, for the overview."""
    isi = "".join(_box(bagan, k, polos=polos) for k in tata.kotak if area.touches(k))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{area.lebar}" height="{area.tinggi}" '
        f'viewBox="{area.x} {area.y} {area.lebar} {area.tinggi}" role="img" '
        f'font-family="Plus Jakarta Sans, Segoe UI, Arial, sans-serif"><title>{_e(judul)}</title>'
        f'<rect x="{area.x}" y="{area.y}" width="{area.lebar}" height="{area.tinggi}" fill="#ffffff"/>'
        f'<path d="{"".join(_edges(tata.kotak, area))}" fill="none" stroke="{GARIS}" stroke-width="1.4"/>'
        f"{isi}{tambahan}</svg>"
    )


def box_colours(bagan: Bagan, kotak: Kotak) -> tuple[str, str]:
    """Solid and surface of a box under the chosen colouring."""
    if kotak.baris.get("pensiun"):
        return NETRAL
    if bagan.warna == "unit":
        unit = str(kotak.baris.get("unit") or "")
        return RONA[bagan.rona[unit]] if unit in bagan.rona else NETRAL if unit else POLOS
    if bagan.warna == "temuan":
        isi = kotak.baris.get("temuan") or {}
        pilihan = (("galat", GALAT), ("peringatan", INGAT), ("saran", SARAN))
        return next((warna for kunci, warna in pilihan if isi.get(kunci)), POLOS)
    return POLOS if kotak.pita is None else PITA[kotak.pita][:2]


def _e(teks: str) -> str:
    return escape(to_printable(teks))


def _text(x: int, y: int, isi: str, gaya: str) -> str:
    return f'<text x="{x}" y="{y}" {gaya}>{_e(isi)}</text>'


def _box(bagan: Bagan, kotak: Kotak, *, polos: bool) -> str:
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
    if polos:
        return "".join(bagian)
    ruang = LEBAR - (62 if kotak.baris.get("crosscutting") else 26)
    kepala = shorten(kotak.kepala, ruang, UKURAN_KEPALA)
    bagian.append(_text(x + 15, y + 18, kepala, f'font-size="11" fill="{TINTA_2}"'))
    baris = y + 36
    for satu in kotak.judul:
        bagian.append(_text(x + 15, baris, satu, f'font-size="12.25" font-weight="600" fill="{TINTA}"'))
        baris += BARIS_JUDUL
    for satu in kotak.rinci:
        bagian.append(_text(x + 15, baris, satu, f'font-size="10.25" fill="{TINTA_2}"'))
        baris += BARIS_RINCI
    return "".join([*bagian, *_marks(bagan, kotak)])


def _marks(bagan: Bagan, kotak: Kotak) -> Iterable[str]:
    """Stairs and letter at the left, findings at the right, a dashed word for other units' part."""
    x, y = kotak.x, kotak.y + kotak.tinggi - 9
    if kotak.pita is not None and not kotak.baris.get("pensiun"):
        warna = PITA[kotak.pita][2] if bagan.warna == "capaian" else TINTA
        yield _stairs(x + 15, y, warna, list(PITA).index(kotak.pita) + 1)
        yield _text(x + 35, y, kotak.keadaan, f'font-size="12.5" font-weight="700" fill="{warna}"')
    else:
        yield _text(x + 15, y, kotak.keadaan, f'font-size="11" fill="{TINTA_2}"')
    kanan = x + LEBAR - 10
    if kotak.temuan:
        yield _text(
            kanan,
            y,
            f"! {kotak.temuan}",
            f'font-size="11.5" font-weight="700" fill="{SOGA}" text-anchor="end"',
        )
    if n := kotak.baris.get("crosscutting"):
        yield _text(
            kanan,
            kotak.y + 18,
            f"lintas {n}",
            f'font-size="10" font-weight="700" fill="{SOGA}" text-anchor="end"',
        )


def _stairs(x: int, y: int, warna: str, langkah: int) -> str:
    """The five steps of the band as two paths: reached, and not."""
    jalur = {True: "", False: ""}
    for n in range(5):
        jalur[n < langkah] += f"M{x + 3 * n} {y}v-{2 * n + 3}h2v{2 * n + 3}z"
    return f'<path d="{jalur[True]}" fill="{warna}"/><path d="{jalur[False]}" fill="{warna}" fill-opacity="0.26"/>'


def _edges(semua: Iterable[Kotak], area: Area) -> Iterable[str]:
    """Lines from a parent to its children: a common bus, and a spine beside a stack."""
    for kotak in semua:
        if not kotak.anak:
            continue
        tengah, bawah = kotak.x + LEBAR // 2, kotak.y + kotak.tinggi
        simpang = min(anak.y for anak in kotak.anak) - 17
        kiri = min(tengah, *(anak.x - 12 for anak in kotak.anak))
        kanan = max(tengah, *(anak.x + LEBAR for anak in kotak.anak))
        dasar = max(anak.y + anak.tinggi for anak in kotak.anak)
        if kanan < area.x or kiri > area.x + area.lebar or dasar < area.y or bawah > area.y + area.tinggi:
            continue
        if kotak.gantung:
            # Inside a column the spine starts below the box itself.
            sisi, akhir = kotak.x + 12, kotak.anak[-1]
            yield f"M{sisi} {bawah}V{akhir.y + akhir.tinggi // 2}"
            yield "".join(f"M{sisi} {anak.y + anak.tinggi // 2}H{anak.x}" for anak in kotak.anak)
            continue
        yield f"M{tengah} {bawah}V{simpang}"
        punggung: dict[int, int] = {}
        for anak in kotak.anak:
            if anak.gantung:
                sisi, rusuk = anak.x - 12, anak.y + anak.tinggi // 2
                yield f"M{sisi} {rusuk}H{anak.x}"
                punggung[sisi] = max(rusuk, punggung.get(sisi, rusuk))
            else:
                yield f"M{tengah} {simpang}H{anak.x + LEBAR // 2}V{anak.y}"
        for sisi, ujung in punggung.items():
            yield f"M{tengah} {simpang}H{sisi}V{ujung}"
