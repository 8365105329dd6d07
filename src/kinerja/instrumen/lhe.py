"""Compare a published result with the instrument: does the total follow, does the predikat?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kinerja.instrumen.angka import to_cetak
from kinerja.instrumen.model import Instrumen
from kinerja.instrumen.predikat import NilaiDiLuarTabel, grade_for


class StatusLhe(StrEnum):
    """What a published result turns out to be, the gravest first."""

    SALAH_CETAK_TOTAL = "salah_cetak_total"
    SALAH_CETAK_PREDIKAT = "salah_cetak_predikat"
    MELEBIHI_BOBOT = "melebihi_bobot"
    PEMBULATAN = "pembulatan"
    KOMPONEN_TIDAK_LENGKAP = "komponen_tidak_lengkap"
    TANPA_NILAI = "tanpa_nilai"
    COCOK = "cocok"


@dataclass(frozen=True, slots=True)
class HasilLhe:
    """The verdict; `semua` when there is more than one thing to say."""

    status: StatusLhe
    semua: tuple[StatusLhe, ...]
    jumlah_komponen: Fraction | None
    predikat: str | None
    pesan: str


def periksa_lhe(
    instrumen: Instrumen,
    *,
    total: Fraction | None,
    predikat: str | None = None,
    komponen: Mapping[str, Fraction] | None = None,
    desimal: int = 2,
) -> HasilLhe:
    """The verdict on printed figures. A total may differ from its printed components by one last decimal:
    both were rounded from full precision. More than that is a misprint.

    >>> from kinerja.instrumen import load
    >>> periksa_lhe(load("akip-88-2021-unit"), total=Fraction("70.06"), predikat="B").pesan
    'Total 70,06 adalah BB, tercetak B.'
    """
    semua: dict[StatusLhe, str] = {}
    jumlah = _check_komponen(instrumen, total, komponen or {}, desimal, semua)
    seharusnya = None
    if total is None:
        semua[StatusLhe.TANPA_NILAI] = "Nilai tidak tercetak."
    else:
        seharusnya = _grade(instrumen, total, semua)
    if seharusnya is not None and predikat not in (None, seharusnya) and total is not None:
        pesan = f"Total {to_cetak(total, desimal)} adalah {seharusnya}, tercetak {predikat}."
        semua[StatusLhe.SALAH_CETAK_PREDIKAT] = pesan
    urut = tuple(s for s in StatusLhe if s in semua)
    if not urut:
        return HasilLhe(StatusLhe.COCOK, (StatusLhe.COCOK,), jumlah, seharusnya, "Sesuai.")
    return HasilLhe(urut[0], urut, jumlah, seharusnya, " ".join(semua[s] for s in urut))


def _grade(instrumen: Instrumen, total: Fraction, semua: dict[StatusLhe, str]) -> str | None:
    try:
        return grade_for(instrumen, total).kode
    except NilaiDiLuarTabel as galat:
        semua[StatusLhe.SALAH_CETAK_TOTAL] = str(galat)
        return None


def _check_komponen(
    instrumen: Instrumen,
    total: Fraction | None,
    komponen: Mapping[str, Fraction],
    desimal: int,
    semua: dict[StatusLhe, str],
) -> Fraction | None:
    if not komponen:
        return None
    lebih = [k for k, n in komponen.items() if n > (instrumen.butir(k).bobot or 0)]
    if lebih:
        semua[StatusLhe.MELEBIHI_BOBOT] = f"Nilai komponen {', '.join(lebih)} melebihi bobotnya."
    jumlah = sum(komponen.values(), Fraction(0))
    kurang = [k.kode for k in instrumen.komponen if k.kode not in komponen]
    if kurang:
        semua[StatusLhe.KOMPONEN_TIDAK_LENGKAP] = f"Komponen {', '.join(kurang)} tidak tercetak."
        return jumlah
    if total is not None and jumlah != total:
        beda = f"Komponen berjumlah {to_cetak(jumlah, desimal)}, total tercetak {to_cetak(total, desimal)}"
        if abs(jumlah - total) <= Fraction(1, 10**desimal):
            semua[StatusLhe.PEMBULATAN] = f"{beda}: selisih pembulatan."
        else:
            semua[StatusLhe.SALAH_CETAK_TOTAL] = f"{beda}."
    return jumlah
