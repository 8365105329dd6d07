"""Widths of the printed typeface, in thousandths of its size, so that lines break where they will be printed."""

from __future__ import annotations

from functools import lru_cache

# Plus Jakarta Sans, weight 600, from space to tilde: read once from the font, which is not there at run time of
# a plain installation. The lighter weight is narrower, so the same table is safe for it.
_ASCII = (
    175, 341, 464, 873, 647, 1022, 774, 289, 351, 351, 520, 642, 328, 566, 347, 481, 716, 392, 598, 611, 646, 615,
    601, 554, 631, 601, 347, 367, 642, 642, 642, 555, 928, 692, 692, 777, 741, 601, 584, 813, 734, 272, 390, 671, 539,
    874, 739, 878, 646, 878, 654, 647, 532, 712, 682, 1008, 640, 648, 576, 382, 481, 382, 642, 641, 372, 578, 670, 606,
    670, 613, 402, 655, 586, 245, 245, 567, 245, 919, 586, 653, 670, 670, 362, 512, 405, 586, 550, 855, 535, 569, 471,
    371, 363, 371, 642,
)  # fmt: skip
_LAIN = 700


_LETAK = {chr(32 + letak): lebar for letak, lebar in enumerate(_ASCII)}


@lru_cache(maxsize=16_384)
def _em(teks: str) -> int:
    """The same words come back in thousands of boxes, so their widths are kept."""
    return sum(_LETAK.get(huruf, _LAIN) for huruf in teks)


def width(teks: str, ukuran: int) -> int:
    """Width of a text in thousandths of a unit at a size given in hundredths of a unit."""
    return _em(teks) * ukuran // 100


def shorten(teks: str, lebar: int, ukuran: int) -> str:
    """The text, cut with an ellipsis where it does not fit into so many units."""
    if width(teks, ukuran) <= lebar * 1000:
        return teks
    while teks and width(teks + "…", ukuran) > lebar * 1000:
        teks = teks[:-1]
    return teks.rstrip() + "…"


def wrap(teks: str, lebar: int, ukuran: int, baris: int) -> list[str]:
    """Lines of at most so many units; what does not fit into `baris` lines ends in an ellipsis."""
    kata, hasil = teks.split(), list[str]()
    while kata and len(hasil) < baris - 1:
        isi, penuh = [kata[0]], width(kata.pop(0), ukuran)
        while kata and penuh + width(" " + kata[0], ukuran) <= lebar * 1000:
            penuh += width(" " + kata[0], ukuran)
            isi.append(kata.pop(0))
        hasil.append(shorten(" ".join(isi), lebar, ukuran))
    if kata:
        hasil.append(shorten(" ".join(kata), lebar, ukuran))
    return hasil
