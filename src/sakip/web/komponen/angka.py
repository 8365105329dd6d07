"""Numbers, money and dates as readers see them: Indonesian form whatever the interface language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

from django.utils import dateformat, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from kinerja.nilai.jenis import JenisNilai, Nilai

TAK_ADA: Final = "–"
Angka = Decimal | int
# Nobody prints so many decimals: such a figure was computed (a mean of quarters), and is rounded here, at the edge.
DESIMAL_TERBANYAK: Final = 6
DESIMAL_HITUNGAN: Final = 2
_TUKAR: Final = str.maketrans(",.", ".,")


def format_angka(angka: Angka, desimal: int | None = None) -> str:
    """1234.5 -> "1.234,5"; with `desimal` rounded half up, without it as stored, trailing zeros dropped."""
    value = Decimal(angka)
    if desimal is not None:
        value = value.quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP)
        return f"{value:,f}".translate(_TUKAR)
    whole, _titik, fraction = f"{value:,f}".partition(".")
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}".translate(_TUKAR) if fraction else whole.translate(_TUKAR)


def format_persen(angka: Angka, desimal: int | None = 2) -> str:
    return f"{format_angka(angka, desimal)}%"


def format_rupiah(angka: Angka, desimal: int | None = 0) -> str:
    """-1250000 -> "-Rp1.250.000"."""
    minus = "-" if angka < 0 else ""
    return f"{minus}Rp{format_angka(abs(Decimal(angka)), desimal)}"


def format_tanggal(hari: date, bentuk: str = "panjang") -> str:
    """`panjang` 7 Oktober 2026, `pendek` 7 Okt 2026, `hari` Rabu, 7 Oktober 2026, `bulan` 7 Okt."""
    if isinstance(hari, datetime) and timezone.is_aware(hari):
        hari = timezone.localtime(hari)
    pola = {"panjang": "j F Y", "pendek": "j M Y", "hari": "l, j F Y", "bulan": "j M"}[bentuk]
    return str(dateformat.format(hari, pola))


def format_waktu(saat: datetime, bentuk: str = "panjang") -> str:
    """7 Oktober 2026 pukul 23.59 in local time; `pendek` 7 Okt 2026 23.59; `jam` 23.59."""
    if timezone.is_aware(saat):
        saat = timezone.localtime(saat)
    jam = dateformat.format(saat, "H.i")
    if bentuk == "jam":
        return str(jam)
    if bentuk == "pendek":
        return f"{format_tanggal(saat, 'pendek')} {jam}"
    return _("%(tanggal)s pukul %(jam)s") % {"tanggal": format_tanggal(saat), "jam": jam}


def belum_dilaporkan() -> SafeString:
    return _belum_dilaporkan(get_language())


@lru_cache(maxsize=8)
def _belum_dilaporkan(bahasa: str | None) -> SafeString:
    return format_html('<span class="s-kosong-nilai">{}</span>', _("Belum dilaporkan"))


def tidak_berlaku(sebab: str | None = None) -> SafeString:
    if sebab:
        return format_html(
            '<span class="s-takberlaku" title="{}">{}</span>', sebab, pgettext("nilai", "Tidak berlaku")
        )
    return format_html('<span class="s-takberlaku">{}</span>', pgettext("nilai", "Tidak berlaku"))


_AWALAN: Final = {JenisNilai.RUPIAH: "Rp"}
_AKHIRAN: Final = {JenisNilai.PERSEN: "%"}


def _teks_nilai(nilai: Nilai, desimal: int | None) -> str:
    places = nilai.desimal if desimal is None else desimal
    if places is not None and places > DESIMAL_TERBANYAK:
        places = DESIMAL_HITUNGAN
    if nilai.jenis is JenisNilai.RENTANG and nilai.bawah is not None and nilai.atas is not None:
        return f"{format_angka(nilai.bawah, places)}–{format_angka(nilai.atas, places)}"
    if nilai.jenis is JenisNilai.AMBANG and nilai.angka is not None:
        return f"{nilai.pembanding} {format_angka(nilai.angka, places)}"
    if nilai.angka is None or nilai.jenis in {JenisNilai.ORDINAL, JenisNilai.RASIO, JenisNilai.LAJU}:
        return nilai.teks
    return f"{_AWALAN.get(nilai.jenis, '')}{format_angka(nilai.angka, places)}{_AKHIRAN.get(nilai.jenis, '')}"


def format_nilai(nilai: Nilai | Angka | str | None, desimal: int | None = None) -> SafeString | str:
    """A value in a table cell; not reported, not applicable and zero look different from each other."""
    if nilai is None or nilai == "":
        return belum_dilaporkan()
    if isinstance(nilai, str):
        return nilai
    if not isinstance(nilai, Nilai):
        return format_angka(nilai, desimal)
    if nilai.jenis is JenisNilai.TIDAK_BERLAKU:
        return tidak_berlaku(nilai.sebab)
    if not nilai.dilaporkan:
        return belum_dilaporkan()
    return _teks_nilai(nilai, desimal)
