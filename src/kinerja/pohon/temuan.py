"""What a rule found, where, how bad it is, and on which law the rule stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TingkatTemuan(StrEnum):
    """How bad: contradicts the law or itself, is most likely wrong, or could be better."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    SARAN = "saran"


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding. `simpul` is None when it concerns the whole tree; `bidang` names the field to mend."""

    kode: str
    tingkat: TingkatTemuan
    simpul: str | None
    pesan: str
    indikator: str | None
    bidang: str
    dasar: str

    def to_dict(self) -> dict[str, str | None]:
        """The finding as data.

        >>> Temuan("POH001", TingkatTemuan.SARAN, "S1", "Teks.", None, "pernyataan", "x").to_dict()["tingkat"]
        'saran'
        """
        return {
            "kode": self.kode,
            "tingkat": self.tingkat.value,
            "simpul": self.simpul,
            "pesan": self.pesan,
            "indikator": self.indikator,
            "bidang": self.bidang,
            "dasar": self.dasar,
        }
