"""How a drawing lies on paper: scaled onto one sheet while it stays readable, else split over several.

No box is cut in two: a sheet begins left of (above) the first box that does not fit wholly on the one before it,
so neighbouring sheets overlap by up to one box, and by eight millimetres at least.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from sakip.reports.pohon.gambar import Area, whole
from sakip.reports.pohon.model import Bagan, Kotak
from sakip.reports.pohon.susun import LEBAR, TUMPUK_PILIHAN, Tata, arrange

#: width and height in millimetres, landscape.
KERTAS = {"a2": (594, 420), "a3": (420, 297), "a4": (297, 210)}
TEPI_MM, KEPALA_MM, KAKI_MM, TUMPANG_MM = 10, 17, 15, 8
# Titles are 12.25 units high: 6 points on one sheet are still readable, 6.6 when the sheets are many anyway.
SKALA_TERKECIL, SKALA_BAGI, SKALA_TERBESAR = Decimal("0.173"), Decimal("0.19"), Decimal("0.30")
LANGKAH_SKALA = Decimal("0.003")
COBA_PALING_BANYAK = 1200
#: Room between the rim of a sheet and the first box that begins there: the spine beside a stack.
SISI = 16


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: its place in the grid, counted from one, what it shows, and the boxes that are whole on it."""

    baris: int
    kolom: int
    area: Area
    kotak: tuple[Kotak, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Kisi:
    """The sheets of a drawing; the scale is millimetres per unit."""

    kertas: str
    skala: Decimal
    #: Where each row and column of sheets begins.
    atas: tuple[int, ...]
    kiri: tuple[int, ...]
    lembar: tuple[Lembar, ...]

    @property
    def baris(self) -> int:
        return len(self.atas)

    @property
    def kolom(self) -> int:
        return len(self.kiri)

    @property
    def terbagi(self) -> bool:
        return self.baris * self.kolom > 1


def paper_area(kertas: str) -> tuple[int, int]:
    """Millimetres left for the drawing."""
    lebar, tinggi = KERTAS[kertas]
    return lebar - 2 * TEPI_MM, tinggi - 2 * TEPI_MM - KEPALA_MM - KAKI_MM


def arrange_for(
    bagan: Bagan, kertas: str, *, satu_lembar: bool = False, indikator: bool = False
) -> tuple[Tata, Kisi]:
    """The layout that needs the fewest sheets, and how it lies on them."""

    def attempt(tumpuk: int) -> tuple[Tata, Kisi]:
        tata = arrange(bagan, indikator=indikator, tumpuk=tumpuk)
        return tata, lay_sheets(tata, kertas, satu_lembar=satu_lembar)

    # Trying costs time that a very large plan does not have, and its columns are long anyway.
    pilihan = TUMPUK_PILIHAN if bagan.banyak <= COBA_PALING_BANYAK else TUMPUK_PILIHAN[:1]
    biaya = []
    for urut, tumpuk in enumerate(pilihan):
        _, kisi = attempt(tumpuk)
        biaya.append((len(kisi.lembar), -kisi.skala, urut, tumpuk))
        if not kisi.terbagi and kisi.skala >= SKALA_TERBESAR:
            break
    return attempt(min(biaya)[-1])


def lay_sheets(tata: Tata, kertas: str, *, satu_lembar: bool = False) -> Kisi:
    """One sheet if asked for or if it stays readable; else as few sheets as a readable size needs."""
    semua, (lebar, tinggi) = whole(tata), paper_area(kertas)
    muat = min(Decimal(lebar) / semua.lebar, Decimal(tinggi) / semua.tinggi, SKALA_TERBESAR)
    if satu_lembar or muat >= SKALA_TERKECIL:
        return Kisi(kertas, muat, (semua.y,), (semua.x,), (Lembar(1, 1, semua, tata.kotak),))
    # A little smaller is worth it where a whole row or column of sheets is saved.
    skala, pilihan = SKALA_BAGI, list[Kisi]()
    while skala >= SKALA_TERKECIL:
        pilihan.append(_grid(tata, kertas, skala))
        skala -= LANGKAH_SKALA
    return min(pilihan, key=lambda satu: len(satu.lembar))


def _grid(tata: Tata, kertas: str, skala: Decimal) -> Kisi:
    semua, (lebar, tinggi) = whole(tata), paper_area(kertas)
    w, h, tumpang = int(lebar / skala), int(tinggi / skala), int(TUMPANG_MM / skala)
    atas = _starts(semua.y, semua.bawah, h, tumpang, ((k.y, k.y + k.tinggi) for k in tata.kotak))
    kiri = _starts(semua.x, semua.kanan, w, tumpang, ((k.x, k.x + LEBAR) for k in tata.kotak))
    lembar, sudah = [], set[int]()
    for b, y in enumerate(atas, 1):
        deret = [k for k in tata.kotak if y <= k.y and k.y + k.tinggi <= y + h]
        for c, x in enumerate(kiri, 1):
            area = Area(x, y, w, h)
            isi = tuple(k for k in deret if area.holds(k))
            # A sheet that only repeats what its neighbours show is not printed.
            if baru := {id(k) for k in isi} - sudah:
                lembar.append(Lembar(b, c, area, isi))
                sudah |= baru
    return Kisi(kertas, skala, atas, kiri, tuple(lembar))


def _starts(
    awal: int, akhir: int, panjang: int, tumpang: int, rentang: Iterable[tuple[int, int]]
) -> tuple[int, ...]:
    """Where the sheets begin along one side, so that every span lies wholly on one of them."""
    hasil, sisa = [awal], _unfinished(sorted(rentang), awal + panjang)
    while sisa:
        mulai = max(min(sisa[0][0] - SISI, hasil[-1] + panjang - tumpang), hasil[-1] + tumpang)
        hasil.append(mulai)
        sisa = _unfinished(sisa, mulai + panjang)
    return tuple(hasil)


def _unfinished(rentang: Sequence[tuple[int, int]], batas: int) -> list[tuple[int, int]]:
    return [satu for satu in rentang if satu[1] > batas]
