"""Values as printed in performance documents, and the reader that tells their numerals apart."""

from kinerja.nilai.bentuk import format_angka
from kinerja.nilai.jenis import JenisNilai, Nilai
from kinerja.nilai.pembaca import Sel, read_column, read_value
from kinerja.nilai.pemisah import GayaAngka

__all__ = ["GayaAngka", "JenisNilai", "Nilai", "Sel", "format_angka", "read_column", "read_value"]
