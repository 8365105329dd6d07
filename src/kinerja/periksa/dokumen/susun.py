"""Small helpers with which the rules write their findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kinerja.periksa.dokumen.model import print_sel
from kinerja.periksa.dokumen.perbandingan import Indikator, Pasang
from kinerja.periksa.dokumen.satuan import BedaSatuan, compare_units
from kinerja.periksa.dokumen.siap import BarisSiap, DokumenSiap

#: More rows than this in one document are one finding that lists them.
SATU_PER_SATU = 3
TIDAK_ADA = "(tidak ada)"


def with_unit(baris: BarisSiap) -> str:
    """The target with the unit that stands elsewhere in the row."""
    satuan = baris.satuan
    tercetak = print_sel(baris.isi.sel) if baris.isi.dilaporkan else ""
    if satuan is None or satuan.teks in tercetak.casefold():
        return tercetak or "(kosong)"
    teks = baris.baris.satuan or satuan.teks
    return f"{tercetak} ({teks.strip()})" if tercetak else f"({teks.strip()})"


def list_names(baris: Iterable[BarisSiap]) -> str:
    """The names of rows in one line."""
    return "; ".join(b.nama for b in baris)


def partners(indikator: Indikator, baris: BarisSiap) -> Iterator[tuple[BarisSiap, Pasang]]:
    """The rows paired with a row."""
    for p in indikator.pasang:
        if p.a is baris:
            yield p.b, p
        elif p.b is baris:
            yield p.a, p


def some_or_all(banyak: Sequence[BarisSiap], dokumen: DokumenSiap) -> str:
    """How many rows of a document a finding speaks of."""
    semua = len(banyak) == len(dokumen.baris)
    return "semua indikator" if semua else f"{len(banyak)} dari {len(dokumen.baris)} indikator"


def unit_difference(p: Pasang) -> BedaSatuan:
    """How far the units of two rows are apart.

    Without a printed unit on one side, only the first word of its name can contradict the other.
    """
    a, b = p.a.satuan, p.b.satuan
    if a is not None and b is not None:
        return compare_units(a, b)
    nyata = a is not None or b is not None or (p.a.isi.dilaporkan and p.b.isi.dilaporkan)
    tahu = p.a.persen is not None and p.b.persen is not None
    return BedaSatuan.UKURAN if nyata and tahu and p.a.persen != p.b.persen else BedaSatuan.SAMA
