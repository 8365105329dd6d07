"""A workbook as regions keep it: one sheet per unit, a grade per criterion, formulas, a recap."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import xlsxwriter

from kinerja.instrumen import load

INSTRUMEN = load("akip-88-2021-per-kriteria")
NILAI = {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}
KEPALA = [
    "No",
    "Komponen/Sub Komponen/Kriteria",
    "Bobot",
    "Jawaban",
    "Nilai",
    "Capaian %",
    "Catatan",
    "Bukti",
]

Baris = list[Any]


@dataclass
class BukuDaerah:
    """The rows of each sheet, ready to be damaged, and the totals that they give."""

    lembar: dict[str, list[Baris]] = field(default_factory=dict)
    total: dict[str, Decimal] = field(default_factory=dict)

    def tulis(self) -> bytes:
        keluar = io.BytesIO()
        with xlsxwriter.Workbook(keluar, {"in_memory": True}) as kerja:
            ref = kerja.add_worksheet("Ref")
            for n, (kode, nilai) in enumerate(NILAI.items(), 1):
                ref.write_row(n, 0, [kode, nilai])
            kerja.add_worksheet("Rekap").write_row(0, 0, ["No", "OPD", "Nilai Akhir"])
            for nama, baris in self.lembar.items():
                lembar = kerja.add_worksheet(nama)
                for n, isi in enumerate(baris):
                    lembar.write_row(n, 0, isi)
        return keluar.getvalue()


def buat_buku(kode: list[str], *, benih: int = 1, nilai: Callable[[str], str] | None = None) -> BukuDaerah:
    """One sheet per unit code with random grades from AA to C, or those that `nilai` gives per criterion."""
    acak = random.Random(benih)
    buku = BukuDaerah()
    for satu in kode:
        pilih = nilai or (lambda _kode: acak.choice(list(NILAI)[:6]))
        buku.lembar[satu], buku.total[satu] = _lembar(satu, pilih)
    return buku


def _lembar(kode: str, pilih: Callable[[str], str]) -> tuple[list[Baris], Decimal]:
    hasil: list[Baris] = [[f"LEMBAR KERJA EVALUASI AKIP - {kode}"], [], KEPALA]
    total = Decimal(0)
    for komponen in INSTRUMEN.komponen:
        hasil.append(["", komponen.nama.upper(), float(komponen.bobot or 0)])
        for sub in komponen.anak:
            hasil.append(["", f"{sub.gradasi} {komponen.nama}", float(sub.bobot or 0)])
            jawaban = [pilih(kriteria.kode) for kriteria in sub.anak]
            for nomor, satu in enumerate(jawaban, 1):
                rumus = f"=VLOOKUP(D{len(hasil) + 1},Ref!$A$2:$B$9,2,FALSE)/100"
                nama = f"Kriteria {sub.kode}.{nomor} memenuhi standar"
                hasil.append(
                    [nomor, nama, "", satu, rumus, "", "Catatan evaluator", "https://bukti.example/1"]
                )
            rata = Decimal(sum(NILAI[satu.upper()] for satu in jawaban)) / len(jawaban)
            bobot = Decimal(sub.bobot.numerator) / sub.bobot.denominator if sub.bobot else Decimal(0)
            total += (rata / 100 * bobot).quantize(Decimal("0.01"), ROUND_HALF_UP)
    hasil += [["", "NILAI AKUNTABILITAS KINERJA", 100, "", float(total)], ["", "PREDIKAT"]]
    return hasil, total
