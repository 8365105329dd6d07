"""From an evaluation or a sheet to a workbook file."""

from __future__ import annotations

from collections.abc import Collection

from sakip.apps.evaluasi.models import Evaluasi, LembarKerja
from sakip.reports.lke.buku import render_buku
from sakip.reports.lke.data import load_buku

JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TanpaLembar(ValueError):
    """There is nothing to write."""

    def __init__(self, tahun: int) -> None:
        super().__init__(f"Evaluasi {tahun} belum punya lembar kerja.")


def render_lke(lembar: LembarKerja, *, terlihat: Collection[str] | None = None) -> bytes:
    """One sheet, with the scales it looks up; `terlihat` leaves out the values of other stages."""
    return render_buku(load_buku(lembar.evaluasi, [lembar], terlihat=terlihat), rekap=False)


def render_lke_semua(evaluasi: Evaluasi) -> bytes:
    """Every sheet of an evaluation with the recap."""
    buku = load_buku(evaluasi)
    if not buku.lembar:
        raise TanpaLembar(evaluasi.tahun)
    return render_buku(buku)


def render_rekap(evaluasi: Evaluasi) -> bytes:
    """The recap as a PDF to print; PDF/A-2a and PDF/UA-1 like every report."""
    from sakip.apps.evaluasi.selectors import rekap
    from sakip.reports.lke.rekap_cetak import build_rekap
    from sakip.reports.pdf import render_pdf

    isi = rekap(evaluasi)
    if not isi.baris:
        raise TanpaLembar(evaluasi.tahun)
    return render_pdf(build_rekap(isi))


def name_file(tahun: int, kode_unit: str = "") -> str:
    """`lke-dinkes-2025.xlsx`, or `lke-2025.xlsx` for all sheets."""
    kode = "".join(c if c.isascii() and c.isalnum() else "-" for c in kode_unit.lower()).strip("-")
    return f"lke-{kode}-{tahun}.xlsx" if kode else f"lke-{tahun}.xlsx"
