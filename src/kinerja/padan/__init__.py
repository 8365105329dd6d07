"""Match indicators between documents by the meaning of their words."""

from kinerja.padan.kata import Nama, read_nama
from kinerja.padan.mirip import PENUH, Beda, Kosakata
from kinerja.padan.padan import (
    AMBANG_PADAN,
    AMBANG_SEDANG,
    AMBANG_TINGGI,
    Butir,
    HasilPadan,
    Padanan,
    Tempat,
    match,
)

__all__ = [
    "AMBANG_PADAN",
    "AMBANG_SEDANG",
    "AMBANG_TINGGI",
    "PENUH",
    "Beda",
    "Butir",
    "HasilPadan",
    "Kosakata",
    "Nama",
    "Padanan",
    "Tempat",
    "match",
    "read_nama",
]
