"""The rows of the dictionary's form in which the variables of a formula are named, any number of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.variabel import VARIABEL_MAKS, Variabel, variabel_of

BARIS_AWAL = 3
BIDANG = ("nama", "satuan", "sumber", "contoh")


@dataclass(slots=True)
class BarisVariabel:
    """One row as typed; `contoh` is a number to try the formula with and is not kept."""

    nama: str = ""
    satuan: str = ""
    sumber: str = ""
    contoh: str = ""
    galat: str = ""

    @property
    def terisi(self) -> bool:
        return any((self.nama, self.satuan, self.sumber, self.contoh))


def read_baris(data: Mapping[str, str]) -> list[BarisVariabel]:
    """The filled rows of a posted form, in their order."""
    semua = (
        BarisVariabel(*(" ".join(data.get(f"var-{n}-{bidang}", "").split())[:200] for bidang in BIDANG))
        for n in range(VARIABEL_MAKS)
    )
    return [satu for satu in semua if satu.terisi]


def baris_of(versi: IndikatorVersi) -> list[BarisVariabel]:
    return [BarisVariabel(satu.nama, satu.satuan, satu.sumber) for satu in variabel_of(versi)]


def with_room(baris: list[BarisVariabel], lebih: int = 1) -> list[BarisVariabel]:
    """The rows with empty ones behind them, up to what a form takes."""
    jumlah = min(VARIABEL_MAKS, max(BARIS_AWAL, len(baris) + lebih))
    return [*baris, *(BarisVariabel() for _ in range(jumlah - len(baris)))]


def named(baris: Iterable[BarisVariabel]) -> list[Variabel]:
    return [Variabel(satu.nama, satu.satuan, satu.sumber) for satu in baris if satu.nama]
