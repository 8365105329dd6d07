"""Trees of performance: the neutral model, and the rules that find what an evaluator would find."""

from kinerja.pohon.baca import BentukPohonSalah, parse_tingkat, read_pohon
from kinerja.pohon.bentuk import Aturan, Contoh
from kinerja.pohon.daftar import all_aturan, get_aturan
from kinerja.pohon.lint import lint
from kinerja.pohon.model import IndikatorPohon, Keluarga, Lintas, Pohon, SimpulPohon, Tingkat
from kinerja.pohon.ringkas import summarize, to_json
from kinerja.pohon.temuan import Temuan, TingkatTemuan

__all__ = [
    "Aturan",
    "BentukPohonSalah",
    "Contoh",
    "IndikatorPohon",
    "Keluarga",
    "Lintas",
    "Pohon",
    "SimpulPohon",
    "Temuan",
    "Tingkat",
    "TingkatTemuan",
    "all_aturan",
    "get_aturan",
    "lint",
    "parse_tingkat",
    "read_pohon",
    "summarize",
    "to_json",
]
