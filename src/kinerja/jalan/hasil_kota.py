"""The answer for a government."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kinerja.jalan.hasil import LangkahJalan


@dataclass(frozen=True, slots=True)
class LembarKota:
    """What one sheet has to rise to, and what must be done in it."""

    kode: str
    klaster: str | None
    kini: Fraction
    predikat_kini: str
    total: Fraction
    predikat: str
    biaya: Fraction
    langkah: tuple[LangkahJalan, ...]


@dataclass(frozen=True, slots=True)
class SyaratKota:
    """A condition of the target: where it stands now and after the plan, and what it costs.

    `hemat` is how much less effort would do if this condition alone did not exist; None when out of reach.
    It binds (`mengikat`) when that is more than nothing; or, where no single condition makes the difference
    because several ask for the same work, when it does not hold yet.
    """

    nama: str
    batas: Fraction
    kini: Fraction
    nanti: Fraction
    hemat: Fraction | None
    mengikat: bool

    @property
    def margin(self) -> Fraction:
        """Distance above the threshold after the plan."""
        return self.nanti - self.batas


@dataclass(frozen=True, slots=True)
class HasilKota:
    """The plan of a government. `celah`: how far the effort may at most be above the cheapest, as a share."""

    layak: bool
    target: str
    cara: str
    biaya: Fraction
    batas_bawah: Fraction
    celah: Fraction
    total: Fraction
    predikat: str
    kini: Fraction
    predikat_kini: str
    rata_klaster: Mapping[str, Fraction | None]
    syarat: tuple[SyaratKota, ...]
    lembar: tuple[LembarKota, ...]
    penghalang: tuple[str, ...]
    penjelasan: str

    @property
    def pengikat(self) -> tuple[str, ...]:
        """The conditions that make the plan dearer."""
        return tuple(s.nama for s in self.syarat if s.mengikat)

    @property
    def terbukti(self) -> bool:
        """Whether no cheaper plan exists."""
        return self.celah == 0
