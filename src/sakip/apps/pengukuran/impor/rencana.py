"""What a file asks for, before anybody looks at the database: plain objects, and what to say about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kinerja.nilai import Nilai
from sakip.platform.lembar.pesan import Pesan, Tingkat

#: Where a node stands: (kind, wording, which of several worded so) from the root down.
Jalur = tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class RUnit:
    """A unit by the name it is printed with, which is also its code."""

    kode: str
    nama: str = ""
    asal: int = 0
    tempat: tuple[str, str] = ("", "")


@dataclass(slots=True, eq=False)
class RSimpul:
    """A node of a unit's plan. Nodes of one parent with the same wording are told apart by `ke`."""

    unit: str
    tahun: int
    jenis: str
    pernyataan: str
    induk: "RSimpul | None" = None
    ke: int = 1
    kode: str = ""
    asal: int = 0
    tempat: tuple[str, str] = ("", "")


@dataclass(slots=True, eq=False)
class RIndikator:
    """An indicator of a unit, with what the file says about it; `atribut` are fields of its dictionary."""

    unit: str
    nama: str
    simpul: RSimpul | None = None
    # The same indicator in the plans of other years of the file.
    simpul_lain: list[RSimpul] = field(default_factory=list)
    ke: int = 1
    kode: str = ""
    # Only named by its code: it must be in the dictionary already.
    acuan: bool = False
    satuan: str = ""
    atribut: Mapping[str, Any] = field(default_factory=dict)
    asal: int = 0
    tempat: tuple[str, str] = ("", "")


@dataclass(slots=True, eq=False)
class RNilai:
    """A figure of an indicator in one year or quarter, target or realisasi, as printed."""

    indikator: RIndikator
    tahun: int
    triwulan: int | None
    nilai: Nilai
    asal: int = 0
    keadaan: str = ""
    alasan: str = ""
    sementara: bool = False
    sumber: str = ""
    catatan: str = ""
    tercetak: str = ""
    tempat: tuple[str, str] = ("", "")


@dataclass(slots=True, eq=False)
class RAnggaran:
    """Money of one node, or of the whole unit, in one year or quarter."""

    unit: str
    tahun: int
    triwulan: int | None
    realisasi: Decimal | None
    simpul: RSimpul | None = None
    pagu: Decimal | None = None
    asal: int = 0
    asal_lain: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Selisih:
    """A printed parent that does not equal the sum of its children in one quarter."""

    unit: str
    induk: str
    uraian: str
    triwulan: int
    tercetak: Decimal
    jumlah: Decimal

    def to_dict(self) -> dict[str, str | int]:
        return {
            "unit": self.unit,
            "induk": self.induk,
            "uraian": self.uraian,
            "triwulan": self.triwulan,
            "tercetak": plain(self.tercetak),
            "jumlah": plain(self.jumlah),
        }


@dataclass(slots=True)
class Rencana:
    """Everything one file asks for. `asal` of each part is the number of the row it was read from."""

    bentuk: str
    tahun: int
    dibaca: int = 0
    ditolak: set[int] = field(default_factory=set)
    unit: dict[str, RUnit] = field(default_factory=dict)
    simpul: list[RSimpul] = field(default_factory=list)
    indikator: list[RIndikator] = field(default_factory=list)
    target: list[RNilai] = field(default_factory=list)
    realisasi: list[RNilai] = field(default_factory=list)
    anggaran: list[RAnggaran] = field(default_factory=list)
    pesan: list[Pesan] = field(default_factory=list)
    selisih: list[Selisih] = field(default_factory=list)
    # Whether units that are not there may be made ("buat") or make their rows refused ("tolak").
    unit_asing: str = "buat"
    # The unit chosen beside the file, if any.
    unit_pilihan: str = ""

    def say(self, lembar: str, sel: str, tingkat: Tingkat, pesan: str) -> None:
        self.pesan.append(Pesan(lembar, sel, tingkat, pesan))


def plain(angka: Decimal) -> str:
    """Exact digits without exponent and without zeros behind the point: "81215500"."""
    teks = f"{angka:f}"
    return teks.rstrip("0").rstrip(".") if "." in teks else teks


def fold(teks: str) -> str:
    """How two wordings are compared: without case, with single blanks."""
    return " ".join(teks.casefold().split())


def path_of(simpul: RSimpul | None) -> Jalur:
    """The titles from the root of the plan down to the node."""
    if simpul is None:
        return ()
    return (*path_of(simpul.induk), (simpul.jenis, fold(simpul.pernyataan), simpul.ke))
