"""The scoring of an instrument as spreadsheet formulas that cannot disagree with `kinerja` on a bound.

Binary fractions add noise in the sixteenth digit. Totals are rounded to eight decimals before anything is compared, and
the bands are compared exclusively: 80 is not above 80.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kinerja.instrumen import Butir, Instrumen
from kinerja.instrumen.model import HasilAkhir
from kinerja.pembulatan import Pembulatan
from sakip.apps.evaluasi.convert import PEMISAH

_HALUS = 8


@dataclass(frozen=True, slots=True)
class RefSkala:
    """Where a scale stands on the sheet Ref: codes for the choice list, and the table for the lookup."""

    pilihan: str
    tabel: str


@dataclass(frozen=True, slots=True)
class RefPredikat:
    """(cell of the code, cell of the lower bound, bound included), best first."""

    baris: tuple[tuple[str, str, bool], ...]


def can_calculate(instrumen: Instrumen) -> bool:
    """Whether sums and lookups are all there is. What has multipliers or rescaling is written as figures."""
    semua = list(instrumen.walk())
    return (
        instrumen.hasil is HasilAkhir.POIN
        and not instrumen.sesuaikan
        and not any(b.pengali or b.sesuaikan or b.isian or b.baku is not None for b in semua)
        and all(b.bulat is None or b.bulat.mode is Pembulatan.SETENGAH_KE_ATAS for b in semua)
    )


def leaf_formula(jawaban: str, ref: RefSkala, bobot: Fraction) -> str:
    """The points of one answer; empty while there is none."""
    return f'=IF({jawaban}="","",VLOOKUP({jawaban},{ref.tabel},2,FALSE)*{_fraction(bobot)})'


def sum_formula(anak: list[str], butir: Butir | None = None) -> str:
    """The points of a node: the sum of what is below it, rounded where the instrument prescribes it."""
    isi = _sum(anak)
    halus = f"ROUND({isi},{_HALUS})"
    if butir is not None and butir.bulat is not None:
        halus = f"ROUND({halus},{butir.bulat.desimal})"
    return f'=IF(COUNT({",".join(anak)})=0,"",{halus})'


def _sum(anak: list[str]) -> str:
    return f"SUM({','.join(anak)})"


def predikat_formula(total: str, belum: str, ref: RefPredikat) -> str:
    """Nested from the best band down; nothing while an answer is missing."""
    isi = '""'
    for kode, batas, termasuk in reversed(ref.baris):
        tanda = ">=" if termasuk else ">"
        # Exactly nothing is the lowest band by the instrument's declared convention.
        isi = kode if isi == '""' else f"IF({total}{tanda}{batas},{kode},{isi})"
    return f'=IF(OR({belum},{total}=""),"",{isi})'


def missing_test(kolom_dihitung: str, kolom_jawaban: str) -> str:
    """Whether a row that counts has no answer."""
    return f'SUMPRODUCT(({kolom_dihitung}=1)*({kolom_jawaban}=""))>0'


def _fraction(nilai: Fraction) -> str:
    return str(nilai.numerator) if nilai.denominator == 1 else f"{nilai.numerator}/{nilai.denominator}"


def has_formula(jawaban: str) -> bool:
    """Several objects in one answer are averaged by the application; the workbook shows the figure."""
    return PEMISAH not in jawaban
