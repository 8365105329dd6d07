"""The report of an import, as the command prints it and as the history keeps it."""

from dataclasses import dataclass
from typing import Any

from sakip.apps.pengukuran.impor.cocok import Cocok
from sakip.apps.pengukuran.impor.rencana import Rencana
from sakip.platform.lembar.models import Impor

# A hopeless file may give a message per cell; nobody reads more of them than this.
PESAN_TERSIMPAN = 5000


@dataclass(frozen=True, slots=True)
class HasilImpor:
    """Rows read are rows that create, change, repeat what is there, or are refused."""

    rencana: Rencana
    cocok: Cocok
    impor: Impor | None = None

    @property
    def dibuat(self) -> int:
        return len(self.cocok.baris_dibuat - self.rencana.ditolak)

    @property
    def diubah(self) -> int:
        return len(self.cocok.baris_diubah - self.rencana.ditolak)

    @property
    def ditolak(self) -> int:
        return len(self.rencana.ditolak)

    @property
    def tetap(self) -> int:
        return self.rencana.dibaca - self.dibuat - self.diubah - self.ditolak

    def to_dict(self) -> dict[str, Any]:
        """The contract of `sakip impor --json`."""
        return {
            "dibaca": self.rencana.dibaca,
            "dibuat": self.dibuat,
            "diubah": self.diubah,
            "ditolak": self.ditolak,
            "pesan": [pesan.to_dict() for pesan in self.rencana.pesan],
            "selisih": [selisih.to_dict() for selisih in self.rencana.selisih],
        }

    def ringkasan(self) -> dict[str, Any]:
        """The same with what a page shows beside it."""
        lapor = self.to_dict()
        return {
            **lapor,
            "pesan": lapor["pesan"][:PESAN_TERSIMPAN],
            "pesan_lain": max(0, len(lapor["pesan"]) - PESAN_TERSIMPAN),
            "tetap": self.tetap,
            "rincian": self.cocok.rincian(),
            "unit_baru": [unit.kode for unit in self.cocok.unit_baru],
        }
