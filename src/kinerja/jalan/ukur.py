"""What a set of steps is worth: scored again, exactly, by the instrument itself."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kinerja.instrumen import grade_for, score
from kinerja.jalan.galat import GalatJalan
from kinerja.jalan.pilihan import score_set
from kinerja.jalan.rakit import Rakitan
from kinerja.jalan.soal import Ketat


@dataclass(frozen=True, slots=True)
class Nilai:
    """A total with its predikat, and what a stricter evaluator leaves of it."""

    total: Fraction
    total_ketat: Fraction
    predikat: str
    jawaban: dict[str, str]


def measure(rakitan: Rakitan, kode: frozenset[str]) -> Nilai:
    """Score the sheet with these steps done."""
    jawaban = rakitan.grades(kode)
    total = score(rakitan.soal.instrumen, jawaban).total
    if total is None:
        raise AssertionError("every sub-component has a grade, so there is a total")
    satuan = sum(score_set(s, kode) for s in rakitan.sub)
    ketat = Fraction(satuan, rakitan.skala_nilai) - Fraction(rakitan.soal.ketat.total)
    if rakitan.soal.ketat == Ketat() and ketat != total:
        raise GalatJalan(
            f"Total {rakitan.soal.instrumen.id} bukan jumlah nilai sub-komponennya; belum dapat dihitung.",
            bidang="instrumen",
        )
    return Nilai(total, ketat, grade_for(rakitan.soal.instrumen, total).kode, jawaban)
