"""A tree of performance as the checks see it: neutral between documents, published cascades and our own rows.

Every fact that a source may not give is None, which means unknown: not empty, not zero. A rule that needs an
unknown fact stays silent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Keluarga(Enum):
    """Which kind of chain a level belongs to; levels are skipped only within one chain."""

    DOKUMEN = "dokumen"
    POHON = "pohon"
    JABATAN = "jabatan"


class Tingkat(Enum):
    """The level of a node: its stored name, its depth, and its place in each chain that has it.

    >>> Tingkat.SASARAN.urutan < Tingkat.ESELON_III.urutan, Tingkat("csf").hasil
    (True, True)
    """

    VISI = "visi"
    MISI = "misi"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    STRATEGI = "strategi"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"
    HASIL = "hasil"
    CSF = "csf"
    KONDISI_ANTARA = "kondisi_antara"
    KELUARAN = "keluaran"
    OPERASIONAL = "operasional"
    ESELON_II = "eselon_ii"
    ESELON_III = "eselon_iii"
    ESELON_IV = "eselon_iv"
    PELAKSANA = "pelaksana"

    # Members are singletons; the inherited hash is a Python call, and levels are looked up for every node.
    __hash__ = object.__hash__

    @property
    def urutan(self) -> int:
        """Depth: a child is never less deep than its parent."""
        return _URUTAN[self]

    @property
    def hasil(self) -> bool:
        """True for levels that state a result: an outcome indicator is expected."""
        return self in _TINGKAT_HASIL

    @property
    def kondisi(self) -> bool:
        """True for levels whose statement must be a condition (not a vision, a mission or a nomenclature)."""
        return self in _TINGKAT_HASIL or self in _TINGKAT_KONDISI

    @property
    def bernomenklatur(self) -> bool:
        """True for levels whose code is that of the national nomenclature."""
        return self in (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN)


_URUTAN = {
    Tingkat.VISI: 0, Tingkat.MISI: 10, Tingkat.TUJUAN: 20, Tingkat.SASARAN: 30, Tingkat.STRATEGI: 40,
    Tingkat.PROGRAM: 50, Tingkat.KEGIATAN: 60, Tingkat.SUB_KEGIATAN: 70,
    Tingkat.HASIL: 20, Tingkat.CSF: 40, Tingkat.KONDISI_ANTARA: 50, Tingkat.KELUARAN: 60, Tingkat.OPERASIONAL: 70,
    Tingkat.ESELON_II: 30, Tingkat.ESELON_III: 50, Tingkat.ESELON_IV: 60, Tingkat.PELAKSANA: 70,
}  # fmt: skip
_TINGKAT_HASIL = frozenset({Tingkat.TUJUAN, Tingkat.SASARAN, Tingkat.HASIL, Tingkat.CSF, Tingkat.ESELON_II})
_TINGKAT_KONDISI = frozenset(
    {
        Tingkat.KONDISI_ANTARA, Tingkat.KELUARAN, Tingkat.OPERASIONAL,
        Tingkat.ESELON_III, Tingkat.ESELON_IV, Tingkat.PELAKSANA,
    }
)  # fmt: skip
#: The chains, from the top down.
RANTAI: Mapping[Keluarga, tuple[Tingkat, ...]] = {
    Keluarga.DOKUMEN: (
        Tingkat.VISI, Tingkat.MISI, Tingkat.TUJUAN, Tingkat.SASARAN,
        Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN,
    ),
    Keluarga.POHON: (
        Tingkat.HASIL, Tingkat.CSF, Tingkat.KONDISI_ANTARA, Tingkat.KELUARAN, Tingkat.OPERASIONAL,
    ),
    Keluarga.JABATAN: (
        Tingkat.TUJUAN, Tingkat.SASARAN, Tingkat.ESELON_III, Tingkat.ESELON_IV, Tingkat.PELAKSANA,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class IndikatorPohon:
    """An indicator at one node. Texts are as printed; `target` is one text, or one per year."""

    nama: str
    kode: str | None = None
    satuan: str | None = None
    target: str | Mapping[int, str | None] | None = None
    baseline: str | None = None
    hasil_terakhir: str | None = None
    #: maks, min, stabil, rentang, ordinal, ambang.
    polaritas: str | None = None
    rumus: str | None = None
    sumber: str | None = None
    #: How quarters add up (jumlah, akhir, kumulatif, rata, maks).
    tipe: str | None = None
    #: Identity beyond the wording, for callers; no rule reads it.
    acuan: str | None = None


@dataclass(frozen=True, slots=True)
class SimpulPohon:
    """A node. `induk` is its one main parent, `induk_lain` the further nodes that it supports."""

    id: str
    induk: str | None = None
    tingkat: Tingkat | None = None
    pernyataan: str | None = None
    pemilik: str | None = None
    unit: str | None = None
    eselon: str | None = None
    kode: str | None = None
    indikator: tuple[IndikatorPohon, ...] = ()
    #: The step of PermenPANRB 89/2021 that this node has reached; None takes that of the tree.
    langkah: int | None = None
    induk_lain: tuple[str, ...] = ()
    #: Nodes that the source names as main parent besides `induk`; there should be none.
    induk_ganda: tuple[str, ...] = ()
    #: Links of step 5: "program", "kegiatan", "sub_kegiatan", "jabatan", "pagu" -> code or name.
    tautan: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lintas:
    """A crosscutting edge: a node here needs a result of another unit."""

    dari: str
    unit_ke: str | None = None
    unit_dari: str | None = None
    ke: str | None = None
    peran: str | None = None


@dataclass(frozen=True, slots=True)
class Pohon:
    """One tree, of one unit and year."""

    simpul: tuple[SimpulPohon, ...]
    opd: str | None = None
    kode: str | None = None
    tahun: int | None = None
    langkah: int | None = None
    lintas: tuple[Lintas, ...] = ()
    #: Codes of programs, activities and sub activities in the plan that links may point to; None: not known.
    kode_rencana: frozenset[str] | None = None

    @property
    def sebutan(self) -> str:
        """How the tree is called in messages.

        >>> Pohon((), opd="Dinas Kesehatan", tahun=2026).sebutan
        'Dinas Kesehatan 2026'
        """
        return " ".join(str(b) for b in (self.opd or self.kode, self.tahun) if b is not None)
