"""An instrument of evaluation as data: one tree of items, its scales, its predikat.

The same model holds grades per sub-component, questions, indices and maturity levels. What differs is only
how an item takes its answer (`skala` or `isian`) and how a node adds up its children (`cara`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from kinerja.instrumen.galat import ButirTidakDikenal
from kinerja.pembulatan import Pembulatan

#: The answer that takes an item out of the reckoning, where the instrument allows it.
TIDAK_BERLAKU = "tidak berlaku"


class Cara(StrEnum):
    """How the points of a node come about."""

    #: It takes an answer itself; children, if any, are criteria that only inform.
    JAWABAN = "jawaban"
    #: The sum of its children's points.
    JUMLAH = "jumlah"
    #: The mean of its children's values, times its own weight.
    RATA = "rata"


class HasilAkhir(StrEnum):
    """What is reported for a node."""

    #: Points: weight times value, added up.
    POIN = "poin"
    #: The weighted mean of the values, as for maturity levels.
    RATA = "rata_berbobot"


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One allowed answer; `skor` as printed, `nilai` what one unit of weight is multiplied by."""

    kode: str
    skor: Fraction
    nilai: Fraction
    sebutan: str = ""


@dataclass(frozen=True)
class Skala:
    """The answers an item may take, best first. `per_objek`: several objects are averaged."""

    id: str
    pilihan: tuple[Pilihan, ...]
    per_objek: bool = False
    sumber: str = ""
    keyakinan: str = ""

    @cached_property
    def tabel(self) -> Mapping[str, Fraction]:
        """Value per code."""
        return {p.kode: p.nilai for p in self.pilihan}

    @cached_property
    def kode(self) -> tuple[str, ...]:
        """The codes, in the order of the instrument."""
        return tuple(p.kode for p in self.pilihan)


@dataclass(frozen=True, slots=True)
class Isian:
    """A number as answer: value / `pembagi` x weight, or (`tambah`) points added as they are."""

    min: Fraction
    maks: Fraction
    pembagi: Fraction
    per_objek: bool = False
    tambah: bool = False
    satuan: str = ""


@dataclass(frozen=True, slots=True)
class Bulat:
    """A rounding that the instrument itself prescribes for a node, before it is added up."""

    desimal: int
    mode: Pembulatan


@dataclass(frozen=True, eq=False)
class Butir:
    """One item of the tree, from component to criterion.

    `id` is a name that stays when numbers move, so that answers can migrate. `bobot` is None for items
    that share their parent's weight equally (a mean) or carry none (criteria that only inform).
    """

    kode: str
    id: str
    nama: str
    jenis: str
    cara: Cara
    bobot: Fraction | None = None
    gradasi: str = ""
    skala: str | None = None
    isian: Isian | None = None
    anak: tuple[Butir, ...] = ()
    no_tercetak: str | None = None
    sumber: str = ""
    keyakinan: str = ""
    catatan: str = ""
    #: Code of the item whose share of its own weight multiplies this one's points.
    pengali: str | None = None
    #: May be answered "tidak berlaku".
    boleh_dikecualikan: bool = False
    #: The weight of excluded items below is shared by the remaining ones.
    sesuaikan: bool = False
    #: Counts when not answered; declared by the instrument, never assumed.
    baku: Fraction | None = None
    bulat: Bulat | None = None
    #: The value that a condition of kind `target_baik` asks for.
    target_baik: Fraction | None = None

    @property
    def berjawaban(self) -> bool:
        """Whether the item's own answer counts."""
        return self.skala is not None or self.isian is not None

    def walk(self) -> Iterator[Butir]:
        """The item and everything below it, in order."""
        yield self
        for anak in self.anak:
            yield from anak.walk()


@dataclass(frozen=True, slots=True)
class Predikat:
    """A band of the total: above `di_atas` (or from it, when `termasuk`) up to `sampai`."""

    kode: str
    sebutan: str
    arti: str
    di_atas: Fraction
    sampai: Fraction
    termasuk: bool = False
    syarat: tuple[str, ...] = ()

    def reached_by(self, nilai: Fraction) -> bool:
        """Whether the value is above the lower bound."""
        return nilai > self.di_atas or (self.termasuk and nilai == self.di_atas)


@dataclass(frozen=True, slots=True)
class TabelPredikat:
    """The bands, best first."""

    daftar: tuple[Predikat, ...]
    sumber: str = ""
    keyakinan: str = ""
    catatan: str = ""

    @property
    def kode(self) -> tuple[str, ...]:
        """The codes, best first."""
        return tuple(p.kode for p in self.daftar)

    def get(self, kode: str) -> Predikat:
        """The band of that code."""
        for p in self.daftar:
            if p.kode == kode:
                return p
        raise KeyError(kode)


class JenisSyarat(StrEnum):
    """What a condition asks for."""

    #: An item's value may not exceed each of the limits.
    TIDAK_MELEBIHI = "tidak_melebihi"
    #: Without the listed items the item must be zero.
    HARUS_ADA = "harus_ada"
    #: Every item with a `target_baik` reaches it.
    TARGET_BAIK = "target_baik"


@dataclass(frozen=True, slots=True)
class Syarat:
    """A condition. `batas`: each entry is the codes whose mean is one limit."""

    id: str
    jenis: JenisSyarat
    butir: tuple[str, ...] = ()
    batas: tuple[tuple[str, ...], ...] = ()
    pesan: str = ""
    sumber: str = ""
    keyakinan: str = ""


@dataclass(frozen=True, slots=True)
class AmbangSaran:
    """The grade for a share of fulfilled criteria: above `di_atas`, up to `sampai` (or below it)."""

    kode: str
    di_atas: Fraction | None
    sampai: Fraction
    sampai_termasuk: bool = True


@dataclass(frozen=True, slots=True)
class VarianSaran:
    """A local way to grade full fulfilment: by the years it has been kept up, for one gradasi."""

    id: str
    gradasi: str
    bertahan: tuple[tuple[str, int], ...]
    sumber: str = ""
    keyakinan: str = ""


@dataclass(frozen=True, slots=True)
class AturanSaran:
    """From fulfilled criteria to a suggested grade."""

    ambang: tuple[AmbangSaran, ...]
    istimewa: Mapping[str, str]
    varian: Mapping[str, VarianSaran]
    sumber: str = ""
    keyakinan: str = ""


@dataclass(frozen=True, slots=True)
class SyaratKlaster:
    """What a predikat asks of the sample: clusters, units in each, and their mean."""

    predikat: str
    klaster: tuple[str, ...]
    min_unit: int
    rata_min: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AturanGabungan:
    """How a government's value is put together from its own and its units'."""

    cara: Mapping[str, str]
    baku: str
    klaster: tuple[str, ...]
    syarat: tuple[SyaratKlaster, ...]
    sumber: str = ""
    keyakinan: str = ""
    catatan: str = ""


@dataclass(frozen=True, eq=False)
class Instrumen:
    """One released version of an instrument. Two loads are the same instrument when `hash` is equal."""

    id: str
    nama: str
    dasar: str
    berlaku_mulai: date
    berlaku_sampai: date | None
    induk: str | None
    profil: str
    bobot: Fraction
    komponen: tuple[Butir, ...]
    skala: Mapping[str, Skala]
    predikat: TabelPredikat
    hash: str
    hasil: HasilAkhir = HasilAkhir.POIN
    cetak: Bulat = field(default=Bulat(2, Pembulatan.SETENGAH_KE_ATAS))
    sesuaikan: bool = False
    sumber: Mapping[str, str] = field(default_factory=dict)
    keyakinan: str = ""
    catatan: str = ""
    syarat: tuple[Syarat, ...] = ()
    saran: AturanSaran | None = None
    gabungan: AturanGabungan | None = None

    @cached_property
    def _per_kode(self) -> dict[str, Butir]:
        return {b.kode: b for k in self.komponen for b in k.walk()}

    @cached_property
    def _induk_butir(self) -> dict[str, Butir]:
        return {a.kode: b for b in self._per_kode.values() for a in b.anak}

    def walk(self) -> Iterator[Butir]:
        """Every item in the order of the instrument."""
        return iter(self._per_kode.values())

    def butir(self, kode: str) -> Butir:
        """The item of that code."""
        try:
            return self._per_kode[kode]
        except KeyError:
            raise ButirTidakDikenal(kode, instrumen=self.id) from None

    def knows(self, kode: object) -> bool:
        """Whether there is an item of that code."""
        return kode in self._per_kode

    def induk_dari(self, kode: str) -> Butir | None:
        """The item above, None for a component."""
        self.butir(kode)
        return self._induk_butir.get(kode)

    @cached_property
    def penilaian(self) -> tuple[Butir, ...]:
        """The items whose answer counts."""
        return tuple(b for b in self.walk() if b.berjawaban)

    @cached_property
    def sub(self) -> tuple[Butir, ...]:
        """The lowest weighted level."""
        return tuple(b for b in self.walk() if b.jenis == "sub")

    def kriteria(self, kode_sub: str) -> tuple[Butir, ...]:
        """The criteria below a sub-component."""
        return tuple(b for b in self.butir(kode_sub).anak if b.jenis == "kriteria")

    def berlaku_pada(self, tanggal: date) -> bool:
        """Whether the instrument is in force on that day."""
        return self.berlaku_mulai <= tanggal and (
            self.berlaku_sampai is None or tanggal <= self.berlaku_sampai
        )
