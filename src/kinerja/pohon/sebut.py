"""How nodes, names and lists are quoted in messages."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.pohon.model import Tingkat

_PANJANG = 90
_PALING_BANYAK = 5


def kutip(teks: str) -> str:
    """A quotation, cut to a readable length.

    >>> kutip("Jumlah desa")
    '"Jumlah desa"'
    """
    bersih = " ".join(teks.split())
    return f'"{bersih}"' if len(bersih) <= _PANJANG else f'"{bersih[: _PANJANG - 1].rstrip()}…"'


def daftar(butir: Iterable[str]) -> str:
    """A short list; what is too much is counted.

    >>> daftar(["a", "b"]), daftar("abcdefg")
    ('a, b', 'a, b, c, d, e, dan 2 lagi')
    """
    semua = list(butir)
    if len(semua) <= _PALING_BANYAK:
        return ", ".join(semua)
    return f"{', '.join(semua[:_PALING_BANYAK])}, dan {len(semua) - _PALING_BANYAK} lagi"


_SEBUTAN = {
    Tingkat.SUB_KEGIATAN: "sub kegiatan",
    Tingkat.CSF: "faktor kunci (CSF)",
    Tingkat.KONDISI_ANTARA: "kondisi antara",
    Tingkat.ESELON_II: "eselon II",
    Tingkat.ESELON_III: "eselon III",
    Tingkat.ESELON_IV: "eselon IV",
}


def tingkat(satu: Tingkat | None) -> str:
    """How a level is called.

    >>> tingkat(Tingkat.ESELON_III), tingkat(Tingkat.SASARAN), tingkat(None)
    ('eselon III', 'sasaran', 'tingkat yang tidak dikenal')
    """
    return "tingkat yang tidak dikenal" if satu is None else _SEBUTAN.get(satu, satu.value)


def awal(satu: Tingkat | None) -> str:
    """A level at the start of a sentence.

    >>> awal(Tingkat.ESELON_III), awal(Tingkat.CSF)
    ('Eselon III', 'Faktor kunci (CSF)')
    """
    sebutan = tingkat(satu)
    return sebutan[:1].upper() + sebutan[1:]
