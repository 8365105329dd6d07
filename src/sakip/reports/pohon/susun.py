"""Where every box stands: a compact tidy tree in whole units, leaves stacked below each other.

Same look as the canvas, but a printed box is as high as its words, because paper has no "show more".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sakip.reports.pohon.huruf import wrap
from sakip.reports.pohon.model import Bagan, Kotak

LEBAR = 184
CELAH_X, CELAH_Y, CELAH_TUMPUK, CELAH_CABANG = 26, 34, 12, 44
TUMPUK_MAKS, INDEN = 10, 24
#: Other lengths of a column that may save a sheet of paper.
TUMPUK_PILIHAN = (10, 6, 8, 13, 17)
# In a large plan whole small branches hang in columns, else it grows some fifty units wider with every box:
# up to so many boxes in the plan, branches of at most so many hang.
GANTUNG = ((400, 1), (1200, 16), (10**9, 45))
UKURAN_JUDUL, UKURAN_RINCI, UKURAN_KEPALA = 1225, 1025, 1100
BARIS_JUDUL, BARIS_RINCI = 16, 13
_LANGKAH = 10


@dataclass(frozen=True, slots=True)
class Tata:
    """The finished layout: all boxes, and the size of the whole."""

    kotak: tuple[Kotak, ...]
    lebar: int
    tinggi: int


@dataclass(slots=True)
class _Blok:
    """A laid-out branch: its outline per ten units of height, relative to its own left edge."""

    isi: list[tuple[Kotak, int, int]]
    kiri: dict[int, int]
    kanan: dict[int, int]
    tengah: int


def arrange(bagan: Bagan, *, indikator: bool = False, tumpuk: int = TUMPUK_MAKS) -> Tata:
    """Give every box its lines, height and place; columns of about `tumpuk` boxes at most."""
    semua = list(bagan.urut())
    for satu in semua:
        _measure(satu, indikator=indikator)
    batas = next(batas for paling, batas in GANTUNG if len(semua) <= paling)
    ukuran = _sizes(semua)
    for satu in semua:
        for anak in satu.anak:
            anak.gantung = ukuran[id(anak)] <= batas
    atas = _level_tops(bagan)
    blok = [_block(satu, atas, max(batas, tumpuk)) for satu in bagan.akar]
    if not blok:
        return Tata((), LEBAR, 0)
    hasil, _ = _beside(blok)
    geser = min(hasil.kiri.values())
    for kotak, x, y in hasil.isi:
        kotak.x, kotak.y = x - geser, y
    lebar = max(k.x + LEBAR for k in semua)
    return Tata(tuple(semua), lebar, max(k.y + k.tinggi for k in semua))


def _sizes(semua: Sequence[Kotak]) -> dict[int, int]:
    """How many boxes each branch holds, itself included."""
    ukuran: dict[int, int] = {}
    for satu in reversed(semua):
        ukuran[id(satu)] = 1 + sum(ukuran[id(anak)] for anak in satu.anak)
    return ukuran


def _measure(kotak: Kotak, *, indikator: bool) -> None:
    kotak.judul = wrap(str(kotak.baris["pernyataan"]), LEBAR - 26, UKURAN_JUDUL, 30)
    kotak.rinci = []
    if indikator:
        for satu in kotak.baris.get("indikator") or []:
            target = f" (target {satu['target']})" if satu.get("target") else ""
            kotak.rinci += wrap(f"– {satu['nama']}{target}", LEBAR - 26, UKURAN_RINCI, 5)
    if kotak.n_tersembunyi:
        kotak.rinci.append(f"+{kotak.n_tersembunyi} kotak di bawahnya")
    isi = (
        24 + BARIS_JUDUL * len(kotak.judul) + BARIS_RINCI * len(kotak.rinci) + (4 if kotak.rinci else 0) + 26
    )
    kotak.tinggi = max(80, -(-isi // _LANGKAH) * _LANGKAH)


def _runs(kotak: Kotak) -> list[list[Kotak]]:
    """Children in order: a branch alone, neighbours that hang together."""
    hasil: list[list[Kotak]] = []
    for anak in kotak.anak:
        if anak.gantung and hasil and hasil[-1][0].gantung:
            hasil[-1].append(anak)
        else:
            hasil.append([anak])
    for deret in hasil:
        # One leaf alone stands below the branch line like any other child.
        if len(deret) == 1 and not deret[0].anak:
            deret[0].gantung = False
    return hasil


def _level_tops(bagan: Bagan) -> list[int]:
    """The top of each level: as far down as the highest box of the level above needs. Columns run on below."""
    atas, tingkat = [0], list(bagan.akar)
    while tingkat:
        bercabang = [satu.tinggi for satu in tingkat if satu.anak and not satu.gantung] or [0]
        atas.append(atas[-1] + max(bercabang) + CELAH_Y)
        tingkat = [anak for satu in tingkat for anak in satu.anak]
    return atas


def _block(akar: Kotak, atas: list[int], kolom_maks: int) -> _Blok:
    """Post-order without recursion: a branch is laid out when all below it are."""
    selesai: dict[int, _Blok] = {}
    antre: list[tuple[Kotak, int, bool]] = [(akar, 0, False)]
    while antre:
        kotak, tingkat, kembali = antre.pop()
        if not kembali:
            antre.append((kotak, tingkat, True))
            antre += [(anak, tingkat + 1, False) for anak in kotak.anak if anak.anak and not anak.gantung]
            continue
        bawah: list[_Blok] = []
        for deret in _runs(kotak):
            if deret[0].gantung:
                bawah += [_column(isi, atas[tingkat + 1]) for isi in _columns(deret, kolom_maks)]
            elif deret[0].anak:
                bawah.append(selesai.pop(id(deret[0])))
            else:
                bawah.append(_single(deret[0], atas[tingkat + 1]))
        selesai[id(kotak)] = _parent(kotak, atas[tingkat], bawah)
    return selesai[id(akar)]


def _columns(deret: list[Kotak], paling: int) -> list[list[Kotak]]:
    """Columns of about equal length; a branch is never torn apart."""
    ukuran = [sum(1 for _ in satu.urut()) for satu in deret]
    banyak = -(-sum(ukuran) // paling)
    isi, hasil, penuh = sum(ukuran) / banyak, [list[Kotak]()], 0
    for satu, besar in zip(deret, ukuran, strict=True):
        if hasil[-1] and penuh + besar // 2 > isi * len(hasil):
            hasil.append([])
        hasil[-1].append(satu)
        penuh += besar
    return hasil


def _single(kotak: Kotak, y: int) -> _Blok:
    garis = range(y // _LANGKAH, -(-(y + kotak.tinggi) // _LANGKAH) + 1)
    return _Blok([(kotak, 0, y)], dict.fromkeys(garis, 0), dict.fromkeys(garis, LEBAR), LEBAR // 2)


def _column(deret: list[Kotak], y: int) -> _Blok:
    """Branches below each other, each level a little to the right; room for the spine at the left."""
    isi, awal, dalam = list[tuple[Kotak, int, int]](), y, 0
    antre = [(satu, 0) for satu in reversed(deret)]
    while antre:
        kotak, tingkat = antre.pop()
        isi.append((kotak, tingkat * INDEN, y))
        dalam = max(dalam, tingkat)
        y += kotak.tinggi + CELAH_TUMPUK
        antre += [(anak, tingkat + 1) for anak in reversed(kotak.anak)]
        for anak in kotak.anak:
            anak.gantung = True
    garis = range(awal // _LANGKAH, -(-y // _LANGKAH) + 1)
    kanan = LEBAR + dalam * INDEN
    return _Blok(isi, dict.fromkeys(garis, -12), dict.fromkeys(garis, kanan), LEBAR // 2)


def _parent(kotak: Kotak, y: int, bawah: list[_Blok]) -> _Blok:
    if not bawah:
        return _single(kotak, y)
    hasil, tengah = _beside(bawah)
    x = (tengah[0] + tengah[-1]) // 2 - LEBAR // 2
    hasil.isi.append((kotak, x, y))
    for baris in range(y // _LANGKAH, (y + kotak.tinggi) // _LANGKAH + 1):
        hasil.kiri[baris] = min(hasil.kiri.get(baris, x), x)
        hasil.kanan[baris] = max(hasil.kanan.get(baris, x + LEBAR), x + LEBAR)
    return _Blok(hasil.isi, hasil.kiri, hasil.kanan, x + LEBAR // 2)


def _beside(blok: list[_Blok]) -> tuple[_Blok, list[int]]:
    """Push branches together as far as their outlines allow; also returns the middle of each."""
    isi, kiri, kanan = list(blok[0].isi), dict(blok[0].kiri), dict(blok[0].kanan)
    tengah = [blok[0].tengah]
    for satu in blok[1:]:
        celah = CELAH_CABANG if len(satu.isi) > 1 else CELAH_X
        geser = max((kanan[r] - x + celah for r, x in satu.kiri.items() if r in kanan), default=0)
        # A branch never slides below its left neighbour, however short that one is.
        geser = max(geser, tengah[-1] + LEBAR + CELAH_X - satu.tengah)
        isi += [(kotak, x + geser, y) for kotak, x, y in satu.isi]
        for r, x in satu.kiri.items():
            kiri.setdefault(r, x + geser)
        for r, x in satu.kanan.items():
            kanan[r] = x + geser
        tengah.append(satu.tengah + geser)
    return _Blok(isi, kiri, kanan, tengah[0]), tengah
