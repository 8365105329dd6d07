"""From answers to an exact score: one path for grades, questions, indices and maturity levels."""

from kinerja.instrumen.score.hasil import HasilSkor
from kinerja.instrumen.score.hitung import score

__all__ = ["HasilSkor", "score"]
