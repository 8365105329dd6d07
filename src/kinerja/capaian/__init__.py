"""Achievement of an indicator: one module per formula, one result that explains itself."""

from kinerja.capaian.aturan import (
    AturanCapaian,
    AturanTidakSah,
    BatasTidakDikenal,
    NolMinB,
    Polaritas,
    parse_batas,
)
from kinerja.capaian.hasil import HasilCapaian
from kinerja.capaian.hitung import compute_capaian
from kinerja.capaian.skala import Kategori, Skala, list_skala, load_skala
from kinerja.capaian.tangga import Tangga, list_tangga, load_tangga

__all__ = [
    "AturanCapaian",
    "AturanTidakSah",
    "BatasTidakDikenal",
    "HasilCapaian",
    "Kategori",
    "NolMinB",
    "Polaritas",
    "Skala",
    "Tangga",
    "compute_capaian",
    "list_skala",
    "list_tangga",
    "load_skala",
    "load_tangga",
    "parse_batas",
]
