"""What a user chooses beside the file."""

from dataclasses import dataclass
from typing import Literal

#: The shapes that this app reads; other apps keep their imports in the same table.
NAMA_BENTUK = ("templat", "capaian", "program")
Desimal = Literal["otomatis", "koma", "titik"]


@dataclass(frozen=True, slots=True)
class PilihanImpor:
    """The year, the unit when the file names none, and how decimals are written when the file leaves doubt."""

    tahun: int
    unit: str = ""
    desimal: Desimal = "otomatis"
