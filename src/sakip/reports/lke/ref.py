"""The sheet Ref: scales and bands that the formulas of the other sheets look up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from kinerja.instrumen import Instrumen
from sakip.apps.evaluasi.convert import TIDAK, YA
from sakip.reports.lke.gaya import Gaya
from sakip.reports.lke.rumus import RefPredikat, RefSkala


@dataclass(frozen=True, slots=True)
class Ref:
    """Addresses on the sheet, per instrument."""

    skala: dict[tuple[str, str], RefSkala]
    predikat: dict[str, RefPredikat]
    ya_tidak: str


def write_ref(kerja: Any, instrumen: list[Instrumen], gaya: Gaya) -> Ref:
    lembar = kerja.add_worksheet("Ref")
    lembar.hide_gridlines(2)
    lembar.write_string(
        0, 0, "Skala jawaban dan batas predikat. Jangan diubah: dipakai rumus.", gaya.peringatan
    )
    skala: dict[tuple[str, str], RefSkala] = {}
    predikat: dict[str, RefPredikat] = {}
    kolom = 0
    for satu in instrumen:
        for nama, isi in satu.skala.items():
            lembar.write_string(1, kolom, f"Skala {nama}"[:60], gaya.kepala)
            lembar.write_string(1, kolom + 1, "Nilai", gaya.kepala)
            for n, pilihan in enumerate(isi.pilihan, 2):
                lembar.write_string(n, kolom, pilihan.kode, gaya())
                lembar.write_number(n, kolom + 1, float(pilihan.nilai), gaya())
            skala[satu.id, nama] = RefSkala(
                _range(2, kolom, 1 + len(isi.pilihan), kolom),
                _range(2, kolom, 1 + len(isi.pilihan), kolom + 1),
            )
            kolom += 3
        predikat[satu.id] = _bands(lembar, satu, kolom, gaya)
        kolom += 5
    lembar.write_string(1, kolom, "Kriteria", gaya.kepala)
    for n, teks in enumerate((YA, TIDAK), 2):
        lembar.write_string(n, kolom, teks, gaya())
    return Ref(skala, predikat, _range(2, kolom, 3, kolom))


def _bands(lembar: Any, instrumen: Instrumen, kolom: int, gaya: Gaya) -> RefPredikat:
    for n, judul in enumerate(("Predikat", "Di atas", "Sampai", "Sebutan")):
        lembar.write_string(1, kolom + n, judul, gaya.kepala)
    baris = []
    for n, p in enumerate(instrumen.predikat.daftar, 2):
        lembar.write_string(n, kolom, p.kode, gaya())
        lembar.write_number(n, kolom + 1, float(p.di_atas), gaya(num_format="0.00"))
        lembar.write_number(n, kolom + 2, float(p.sampai), gaya(num_format="0.00"))
        lembar.write_string(n, kolom + 3, p.sebutan, gaya())
        baris.append((_cell(n, kolom), _cell(n, kolom + 1), p.termasuk))
    return RefPredikat(tuple(baris))


def _cell(baris: int, kolom: int) -> str:
    return f"Ref!{xl_rowcol_to_cell(baris, kolom, row_abs=True, col_abs=True)}"


def _range(baris: int, kolom: int, sampai_baris: int, sampai_kolom: int) -> str:
    akhir = xl_rowcol_to_cell(sampai_baris, sampai_kolom, row_abs=True, col_abs=True)
    return f"{_cell(baris, kolom)}:{akhir}"
