"""The report of an import, as a page and the command show it."""

from dataclasses import dataclass
from typing import Any

from kinerja.instrumen import HasilSkor, to_exact
from sakip.apps.evaluasi.impor.cocok import LembarCocok, Selisih
from sakip.apps.evaluasi.models import Evaluasi
from sakip.platform.lembar.models import Impor
from sakip.platform.lembar.pesan import Pesan

PESAN_TERSIMPAN = 2000


@dataclass(frozen=True, slots=True)
class HasilImpor:
    """What applying a file did or would do, sheet by sheet."""

    evaluasi: Evaluasi
    nama_berkas: str
    lembar: tuple[LembarCocok, ...]
    dilewati: tuple[str, ...] = ()
    impor: Impor | None = None

    @property
    def dibaca(self) -> int:
        return sum(satu.dibaca for satu in self.lembar)

    @property
    def dibuat(self) -> int:
        return sum(satu.dibuat for satu in self.lembar)

    @property
    def diubah(self) -> int:
        return sum(satu.diubah for satu in self.lembar)

    @property
    def tetap(self) -> int:
        return sum(satu.tetap for satu in self.lembar)

    @property
    def ditolak(self) -> int:
        return sum(satu.ditolak for satu in self.lembar)

    @property
    def kosong(self) -> bool:
        """Nothing would change."""
        return not any(satu.berubah for satu in self.lembar)

    @property
    def pesan(self) -> tuple[Pesan, ...]:
        return tuple(pesan for satu in self.lembar for pesan in satu.pesan)

    @property
    def selisih(self) -> tuple[Selisih, ...]:
        return tuple(satu.selisih for satu in self.lembar if satu.selisih is not None)

    def to_dict(self) -> dict[str, Any]:
        """The contract of `sakip lke impor --json`."""
        return {
            "dibaca": self.dibaca,
            "dibuat": self.dibuat,
            "diubah": self.diubah,
            "tetap": self.tetap,
            "ditolak": self.ditolak,
            "pesan": [pesan.to_dict() for pesan in self.pesan[:PESAN_TERSIMPAN]],
            "lembar": [_sheet(satu) for satu in self.lembar],
            "selisih": [
                {"lembar": s.lembar, "tercetak": to_exact(s.tercetak), "hitung": to_exact(s.hitung)}
                for s in self.selisih
            ],
            "dilewati": list(self.dilewati),
        }


def _sheet(satu: LembarCocok) -> dict[str, Any]:
    return {
        "lembar": satu.nama,
        "unit": satu.lembar.unit.kode if satu.lembar is not None else None,
        "tahap": None if satu.tahap is None else str(satu.tahap),
        "dibaca": satu.dibaca,
        "dibuat": satu.dibuat,
        "diubah": satu.diubah,
        "tetap": satu.tetap,
        "ditolak": satu.ditolak,
        "total_semula": _total(satu.sebelum),
        "total": _total(satu.sesudah),
        "total_cetak": None if satu.sesudah is None else satu.sesudah.total_cetak,
        "predikat": _predikat(satu.sesudah),
    }


def _total(skor: HasilSkor | None) -> str | None:
    return None if skor is None or skor.total is None else to_exact(skor.total)


def _predikat(skor: HasilSkor | None) -> str | None:
    return None if skor is None or skor.predikat is None else skor.predikat.kode
