"""Instruments of evaluation as data, and the exact score of a sheet."""

from kinerja.instrumen.angka import parse_pecahan, to_baca, to_cetak, to_exact
from kinerja.instrumen.folder import score_with, validate_folder
from kinerja.instrumen.gabungan import HasilGabungan, UjiSyarat, combine
from kinerja.instrumen.galat import ButirTidakDikenal, GalatInstrumen, GalatJawaban, Temuan
from kinerja.instrumen.lhe import HasilLhe, StatusLhe, periksa_lhe
from kinerja.instrumen.load import list_ids, load, load_folder, parse_instrumen
from kinerja.instrumen.migrate import HasilPindah, migrate
from kinerja.instrumen.model import TIDAK_BERLAKU, Butir, Instrumen, Pilihan, Predikat, Skala, TabelPredikat
from kinerja.instrumen.predikat import NilaiDiLuarTabel, grade_for
from kinerja.instrumen.score import HasilSkor, score
from kinerja.instrumen.suggest import Saran, TanpaSaran, suggest
from kinerja.instrumen.syarat import TemuanSyarat

__all__ = [
    "TIDAK_BERLAKU",
    "Butir",
    "ButirTidakDikenal",
    "GalatInstrumen",
    "GalatJawaban",
    "HasilGabungan",
    "HasilLhe",
    "HasilPindah",
    "HasilSkor",
    "Instrumen",
    "NilaiDiLuarTabel",
    "Pilihan",
    "Predikat",
    "Saran",
    "Skala",
    "StatusLhe",
    "TabelPredikat",
    "TanpaSaran",
    "Temuan",
    "TemuanSyarat",
    "UjiSyarat",
    "combine",
    "grade_for",
    "list_ids",
    "load",
    "load_folder",
    "migrate",
    "parse_instrumen",
    "parse_pecahan",
    "periksa_lhe",
    "score",
    "score_with",
    "suggest",
    "to_baca",
    "to_cetak",
    "to_exact",
    "validate_folder",
]
