"""What an import says about a file: which sheet, which cell, how bad, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Tingkat(StrEnum):
    """How much a message matters: a lost cell or row, a doubt, or a mere note."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Pesan:
    """One message; `sel` is the address as a spreadsheet shows it ("F123"), empty for a whole sheet."""

    lembar: str
    sel: str
    tingkat: Tingkat
    pesan: str

    def to_dict(self) -> dict[str, str]:
        return {"lembar": self.lembar, "sel": self.sel, "tingkat": self.tingkat.value, "pesan": self.pesan}


class BerkasTakTerpakai(Exception):
    """The file cannot be used at all: nothing was read from it."""

    def __init__(self, pesan: str, *, lembar: str = "", sel: str = "", lain: Iterable[Pesan] = ()) -> None:
        super().__init__(pesan)
        self.pesan = (Pesan(lembar, sel, Tingkat.GALAT, pesan), *lain)


def column_letters(kolom: int) -> str:
    """0 -> "A", 25 -> "Z", 26 -> "AA"."""
    huruf = ""
    kolom += 1
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def cell_name(baris: int, kolom: int) -> str:
    """The address of a cell counted from zero: (1, 5) -> "F2"."""
    return f"{column_letters(kolom)}{baris + 1}"
