"""Checks across whole sets of documents: the same indicator, target, unit and budget everywhere."""

from kinerja.periksa.dokumen.baca import BentukTakDikenal, read_dokumen
from kinerja.periksa.dokumen.bentuk import KATEGORI, Aturan
from kinerja.periksa.dokumen.daftar import all_aturan, get_aturan
from kinerja.periksa.dokumen.dari_pohon import documents_of_tree
from kinerja.periksa.dokumen.kelompok import Kelompok, group_dokumen, same_entity
from kinerja.periksa.dokumen.model import (
    BarisAnggaran,
    BarisDokumen,
    DokumenKinerja,
    HasilDokumen,
    JenisDokumen,
    PasanganDokumen,
    Temuan,
)
from kinerja.periksa.dokumen.periksa import check_dokumen, check_kelompok

__all__ = [
    "KATEGORI",
    "Aturan",
    "BarisAnggaran",
    "BarisDokumen",
    "BentukTakDikenal",
    "DokumenKinerja",
    "HasilDokumen",
    "JenisDokumen",
    "Kelompok",
    "PasanganDokumen",
    "Temuan",
    "all_aturan",
    "check_dokumen",
    "check_kelompok",
    "documents_of_tree",
    "get_aturan",
    "group_dokumen",
    "read_dokumen",
    "same_entity",
]
