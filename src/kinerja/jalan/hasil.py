"""The answer: which steps, what they cost, what they reach, and the proof."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class LangkahJalan:
    """One step of a plan. `butuh`: steps of the same plan that come first."""

    kode: str
    sub: str
    nama: str
    biaya: Fraction
    alasan: str
    butuh: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rute:
    """Another way: what it costs and reaches, and how it differs from the best one."""

    biaya: Fraction
    total: Fraction
    total_ketat: Fraction
    predikat: str
    langkah: tuple[LangkahJalan, ...]
    tanpa: tuple[str, ...]
    ganti: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bukti:
    """Why no cheaper plan exists. The dynamic program is exact; `highs` when HiGHS agreed independently."""

    batas_bawah: Fraction
    celah: Fraction
    highs: bool

    def __str__(self) -> str:
        """The proof in words."""
        kedua = "; HiGHS membuktikan hal yang sama" if self.highs else ""
        return f"Terbukti termurah: seluruh kemungkinan ditelusuri dengan bilangan bulat{kedua}."


@dataclass(frozen=True, slots=True)
class HasilJalan:
    """The plan. When `layak` is False the steps lead to the highest score that can be reached.

    `total` is what the sheet scores after the plan, `total_ketat` what a stricter evaluator leaves of it;
    `margin` is the distance of the latter above the threshold, negative when out of reach.
    """

    layak: bool
    target: str
    ambang: Fraction
    biaya: Fraction
    total: Fraction
    total_ketat: Fraction
    predikat: str
    langkah: tuple[LangkahJalan, ...]
    jawaban: Mapping[str, str]
    kini: Fraction
    predikat_kini: str
    alternatif: tuple[Rute, ...] = ()
    penghalang: tuple[str, ...] = ()
    bukti: Bukti | None = None
    catatan: tuple[str, ...] = ()

    @property
    def margin(self) -> Fraction:
        """Points above the threshold once a stricter evaluator took his share."""
        return self.total_ketat - self.ambang

    @property
    def kode(self) -> tuple[str, ...]:
        """The codes of the steps, in order."""
        return tuple(langkah.kode for langkah in self.langkah)
