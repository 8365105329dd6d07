"""One description of a sheet finds its columns in a file and writes its template."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from sakip.platform.lembar.baca import Lembar, Sel
from sakip.platform.lembar.pesan import Pesan, Tingkat, cell_name

BARIS_CARI_JUDUL = 30
JenisKolom = Literal["teks", "nilai", "uang", "pilihan", "bulat"]


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: how it is called, by which other names it is known, and what may stand in it."""

    kunci: str
    judul: str
    alias: tuple[str, ...] = ()
    wajib: bool = False
    jenis: JenisKolom = "teks"
    pilihan: tuple[str, ...] = ()
    daftar: str = ""
    keterangan: str = ""
    lebar: int = 18
    # Titles are often merged downwards; figures never are, so only titles are spread over a merged area.
    gabung: bool = False

    @property
    def sebutan(self) -> frozenset[str]:
        return frozenset(normalise_heading(nama) for nama in (self.judul, self.kunci, *self.alias))


@dataclass(frozen=True, slots=True)
class UraianLembar:
    """A sheet of a shape: its name and its columns in order."""

    nama: str
    kolom: tuple[Kolom, ...]
    keterangan: str = ""

    @property
    def wajib(self) -> tuple[Kolom, ...]:
        return tuple(kolom for kolom in self.kolom if kolom.wajib)


@dataclass(slots=True)
class Baris:
    """One row below the heading, read by column key."""

    tabel: "Tabel"
    nomor: int

    def teks(self, kunci: str) -> str:
        """The cell as text on one line; a missing column is empty."""
        isi = self.isi(kunci)
        return " ".join(isi.split()) if isinstance(isi, str) else f"{isi:f}"

    def isi(self, kunci: str) -> Sel:
        kolom = self.tabel.letak.get(kunci)
        return "" if kolom is None else self.tabel.lembar.at(self.nomor, kolom)

    def sel(self, kunci: str) -> str:
        """The address of the cell, or of the row's first cell when the column is missing."""
        return cell_name(self.nomor, self.tabel.letak.get(kunci, 0))

    @property
    def kosong(self) -> bool:
        return not any(sel != "" for sel in self.tabel.lembar.baris[self.nomor])


@dataclass(slots=True)
class Tabel:
    """A table found on a sheet: where its heading ends and which column is which."""

    lembar: Lembar
    akhir_judul: int
    letak: dict[str, int]
    pesan: list[Pesan] = field(default_factory=list)

    def baris(self) -> Iterator[Baris]:
        """The rows below the heading that hold anything at all."""
        for nomor in range(self.akhir_judul + 1, len(self.lembar.baris)):
            baris = Baris(self, nomor)
            if not baris.kosong:
                yield baris


_GALAT = re.compile(r"#(REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")


def is_error(teks: str) -> bool:
    """Whether a cell shows the error of a formula instead of a content."""
    return _GALAT.fullmatch(teks) is not None


def normalise_heading(teks: str) -> str:
    """Letters and digits of a heading, in lower case, one blank between words."""
    return " ".join(re.sub(r"[^0-9a-z%]+", " ", teks.casefold()).split())


def find_table(lembar: Lembar, uraian: UraianLembar) -> Tabel | None:
    """The heading that names every required column, on one row or on two; None when there is none."""
    terbaik: Tabel | None = None
    for nomor in range(min(BARIS_CARI_JUDUL, len(lembar.baris))):
        for dua_baris in (False, True):
            letak = _match(_headings(lembar, nomor, dua_baris), uraian)
            if all(kolom.kunci in letak for kolom in uraian.wajib) and (
                terbaik is None or len(letak) > len(terbaik.letak)
            ):
                terbaik = Tabel(lembar, nomor + dua_baris, letak)
    if terbaik is not None:
        _spread_merged(terbaik, uraian)
    return terbaik


def missing_columns(lembar: Lembar, uraian: UraianLembar) -> list[str]:
    """Headings that no row of the sheet names, judged by the row that names most."""
    terdekat: set[str] = set()
    for nomor in range(min(BARIS_CARI_JUDUL, len(lembar.baris))):
        terdekat = max(terdekat, set(_match(_headings(lembar, nomor, False), uraian)), key=len)
    return [kolom.judul for kolom in uraian.wajib if kolom.kunci not in terdekat]


def _headings(lembar: Lembar, nomor: int, dua_baris: bool) -> list[str]:
    atas = [sel if isinstance(sel, str) else f"{sel:f}" for sel in lembar.baris[nomor]]
    if not dua_baris:
        return atas
    if nomor + 1 >= len(lembar.baris):
        return []
    bawah = lembar.baris[nomor + 1]
    hasil, induk = [], ""
    for kolom, teks in enumerate(atas):
        anak = bawah[kolom] if kolom < len(bawah) else ""
        # "TW I" stands once over "K" and "Rp": it covers the columns to its right that have no text of their own.
        induk = teks or induk
        hasil.append(f"{induk} {anak}" if isinstance(anak, str) and anak else teks)
    return hasil


def _match(judul: Sequence[str], uraian: UraianLembar) -> dict[str, int]:
    sebutan = _names(uraian)
    letak: dict[str, int] = {}
    for nomor, teks in enumerate(judul):
        kunci = sebutan.get(normalise_heading(teks))
        if kunci is not None:
            letak.setdefault(kunci, nomor)
    return letak


@cache
def _names(uraian: UraianLembar) -> dict[str, str]:
    """Every name of every column; of two columns that share a name the first one has it."""
    return {nama: kolom.kunci for kolom in reversed(uraian.kolom) for nama in kolom.sebutan}


def _spread_merged(tabel: Tabel, uraian: UraianLembar) -> None:
    judul = {tabel.letak[k.kunci]: k for k in uraian.kolom if k.kunci in tabel.letak}
    for (atas, kiri), (bawah, kanan) in tabel.lembar.gabungan:
        if bawah <= tabel.akhir_judul or kiri not in judul:
            continue
        kolom, isi = judul[kiri], tabel.lembar.at(atas, kiri)
        sel = f"{cell_name(atas, kiri)}:{cell_name(bawah, kanan)}"
        if kolom.gabung and kiri == kanan:
            for nomor in range(atas + 1, min(bawah + 1, len(tabel.lembar.baris))):
                tabel.lembar.baris[nomor][kiri] = isi
            teks = f"Sel gabungan di kolom {kolom.judul} dibaca sebagai isi setiap barisnya."
            tabel.pesan.append(Pesan(tabel.lembar.nama, sel, Tingkat.INFO, teks))
        else:
            teks = (
                f"Sel gabungan: isinya hanya dipakai untuk {cell_name(atas, kiri)}. "
                "Pisahkan sel itu bila isinya berlaku untuk baris atau kolom lain."
            )
            tabel.pesan.append(Pesan(tabel.lembar.nama, sel, Tingkat.PERINGATAN, teks))
