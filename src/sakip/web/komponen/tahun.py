"""The year line under the top bar: twelve months, the deadlines of the calendar, and today."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sakip.web.komponen.angka import format_tanggal
from sakip.web.komponen.svg import persen_svg

# A deadline this close is shown in gold.
DEKAT = timedelta(days=14)
# Late in the month the word for today no longer fits to the right of the needle.
PINDAH_SISI = 18


@dataclass(frozen=True, slots=True)
class Tenggat:
    tanggal: date
    label: str
    kelas: str
    x: str

    @property
    def teks(self) -> str:
        return f"{format_tanggal(self.tanggal, 'bulan')}: {self.label}"


@dataclass(frozen=True, slots=True)
class GarisTahun:
    tahun: int
    bulan: list[tuple[str, bool]]
    tenggat: list[Tenggat]
    hari_ini: date
    x_kini: str
    teks_kini: str
    jangkar: str
    geser: str


def letak(hari: date) -> float:
    """Place of a day in its year as a percentage; every month is as wide as every other."""
    days = calendar.monthrange(hari.year, hari.month)[1]
    return (hari.month - 1 + (hari.day - 1) / days) * 100 / 12


def _keadaan(tanggal: date, hari_ini: date) -> str:
    if tanggal < hari_ini:
        return "lewat"
    return "dekat" if tanggal - hari_ini <= DEKAT else "tgt"


def susun_garis_tahun(kalender: Iterable[Mapping[str, Any]], hari_ini: date) -> GarisTahun:
    """Deadlines of today's year, in order; others do not belong on this line."""
    year = hari_ini.year
    deadlines = [
        Tenggat(
            item["tanggal"],
            str(item["label"]),
            _keadaan(item["tanggal"], hari_ini),
            persen_svg(letak(item["tanggal"])),
        )
        for item in sorted(kalender, key=lambda item: item["tanggal"])
        if item["tanggal"].year == year
    ]
    late = hari_ini.day > PINDAH_SISI
    months = [
        (format_tanggal(date(year, month, 1), "bulan")[2:], month == hari_ini.month) for month in range(1, 13)
    ]
    return GarisTahun(
        tahun=year,
        bulan=months,
        tenggat=deadlines,
        hari_ini=hari_ini,
        x_kini=persen_svg(letak(hari_ini)),
        teks_kini=format_tanggal(hari_ini, "bulan"),
        jangkar="end" if late else "start",
        geser="-6" if late else "6",
    )
