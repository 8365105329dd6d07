"""A value as a planner reads and types it: numbers with Indonesian separators, whatever the source printed."""

from kinerja.nilai import JenisNilai, Nilai, format_angka
from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.datakinerja.nilai import Bernilai


def eja(nilai: Nilai) -> str:
    """Plain numbers are spelled anew; ranges, thresholds, grades and text stay as they were written."""
    if nilai.jenis is JenisNilai.ANGKA and nilai.angka is not None and nilai.pengali is None:
        return format_angka(nilai.angka, nilai.desimal)
    return nilai.teks


def eja_baris(baris: Bernilai) -> str:
    return eja(nilai_of(baris))
