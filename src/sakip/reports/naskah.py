"""A document as a list of typed blocks: what the PDF and the DOCX writer both print.

The same blocks go to both writers, numbers already in printed form, so the two files cannot disagree.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

Rata = Literal["kiri", "kanan", "tengah"]
_KENDALI = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def clean(teks: str) -> str:
    """Text that XML and PDF can both hold: no control, direction or half characters."""
    rapi = _KENDALI.sub("", teks.replace("\u00ad", "")).replace("\t", " ")
    return rapi.replace("\r\n", "\n").replace("\r", "\n").strip(" \n")


@dataclass(frozen=True, slots=True)
class Sel:
    """One table cell. `keadaan` other than "isi" prints a mark for absence instead of the text."""

    teks: str = ""
    keadaan: Literal["isi", "belum", "belum_rilis", "tb"] = "isi"
    pita: str | None = None
    catatan: str = ""
    tebal: bool = False
    redup: bool = False
    buruk: bool = False
    #: Heat, from 1 (worst) to 5; 0 leaves the cell as it is.
    panas: int = 0


@dataclass(frozen=True, slots=True)
class Kolom:
    """`lebar` 0 takes what its content needs; otherwise a share of the room that is left."""

    judul: str
    rata: Rata = "kiri"
    lebar: float = 0


@dataclass(frozen=True, slots=True)
class Baris:
    sel: tuple[Sel, ...]
    #: "kelompok" prints its first cell over the whole width; "induk" is a heading row with figures of its own.
    jenis: Literal["biasa", "kelompok", "induk", "jumlah"] = "biasa"


@dataclass(frozen=True, slots=True)
class Judul:
    tingkat: int
    teks: str
    nomor: str = ""
    jenis: Literal["judul"] = "judul"


@dataclass(frozen=True, slots=True)
class Analisis:
    """Heading of one of the seven analyses of PermenPANRB 53/2014: its number hangs in the margin."""

    nomor: int
    teks: str
    jenis: Literal["analisis"] = "analisis"


@dataclass(frozen=True, slots=True)
class Temuan:
    """The finding under a heading, in one sentence."""

    teks: str
    jenis: Literal["temuan"] = "temuan"


@dataclass(frozen=True, slots=True)
class Paragraf:
    teks: str
    lekat: bool = False
    jenis: Literal["paragraf"] = "paragraf"


@dataclass(frozen=True, slots=True)
class BelumAda:
    """An honest sentence where the data is not there yet."""

    teks: str
    jenis: Literal["belum_ada"] = "belum_ada"


@dataclass(frozen=True, slots=True)
class Daftar:
    butir: tuple[str, ...]
    bernomor: bool = False
    jenis: Literal["daftar"] = "daftar"


@dataclass(frozen=True, slots=True)
class Fakta:
    """Headline figures: (figure, label)."""

    butir: tuple[tuple[Sel, str], ...]
    jenis: Literal["fakta"] = "fakta"


@dataclass(frozen=True, slots=True)
class Tabel:
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    kaki: tuple[str, ...] = ()
    nomor: str = ""
    bernomor: bool = True
    utuh: bool = False
    jenis: Literal["tabel"] = "tabel"


@dataclass(frozen=True, slots=True)
class Gambar:
    """A chart as SVG; `alt` says in words, with the numbers, what it shows."""

    judul: str
    svg: str
    alt: str
    kaki: str = ""
    nomor: str = ""
    jenis: Literal["gambar"] = "gambar"


@dataclass(frozen=True, slots=True)
class BatangPita:
    """Counts per band as one stacked bar: (kode, nama, jumlah); the unreported stand last."""

    bagian: tuple[tuple[str, str, int], ...]
    belum: int
    alt: str
    jenis: Literal["batang_pita"] = "batang_pita"


@dataclass(frozen=True, slots=True)
class Legenda:
    """The scale: (kode, nama, batas) with its date and source."""

    pita: tuple[tuple[str, str, str], ...]
    sumber: str
    jenis: Literal["legenda"] = "legenda"


@dataclass(frozen=True, slots=True)
class TigaKolom:
    kolom: tuple[tuple[str, tuple[str, ...]], ...]
    jenis: Literal["tiga_kolom"] = "tiga_kolom"


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """(opening, post, remark) of one or two signatories."""

    pihak: tuple[tuple[str, str, str], ...]
    jenis: Literal["tanda_tangan"] = "tanda_tangan"


@dataclass(frozen=True, slots=True)
class Mistar:
    """A ruler of 0 to 100 with its bands: (kode, from, to); this year's figure above, last year's below.

    Positions are shares of the ruler as texts; what is printed beside them is in Indonesian form.
    """

    batas: tuple[tuple[str, str, str], ...]
    aktif: str
    kini: tuple[str, str] | None
    lalu: tuple[str, str] | None
    alt: str
    jenis: Literal["mistar"] = "mistar"


@dataclass(frozen=True, slots=True)
class CatatanTepi:
    """A text with its title in the margin column."""

    judul: str
    sub: str
    teks: str
    jenis: Literal["catatan_tepi"] = "catatan_tepi"


@dataclass(frozen=True, slots=True)
class Tembusan:
    butir: tuple[str, ...]
    jenis: Literal["tembusan"] = "tembusan"


Blok = (
    Judul
    | Analisis
    | Temuan
    | Paragraf
    | BelumAda
    | Daftar
    | Fakta
    | Tabel
    | Gambar
    | BatangPita
    | Legenda
    | TigaKolom
    | TandaTangan
    | Mistar
    | CatatanTepi
    | Tembusan
)


@dataclass(frozen=True, slots=True)
class Sampul:
    instansi: str
    jenis: str
    judul: tuple[str, ...]
    tahun: str
    rincian: tuple[tuple[str, str], ...] = ()
    sumber: str = ""
    logo: str | None = None
    logo_alt: str = ""


@dataclass(frozen=True, slots=True)
class Kop:
    """The letterhead: the government, and the office that writes."""

    pemerintah: str
    instansi: str
    logo: str | None = None
    logo_alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cetakan:
    """What every printed document has, whatever its form."""

    judul: str
    singkat: str
    penulis: str
    uraian: str
    kata_kunci: tuple[str, ...]
    tanggal: date
    contoh: bool
    isi: tuple[Blok, ...]
    lampiran: tuple[Blok, ...] = ()
    sidik: str = ""
    pita: dict[str, int] = field(default_factory=dict)

    @property
    def semua(self) -> tuple[Blok, ...]:
        return (*self.isi, *self.lampiran)

    @property
    def logo(self) -> str | None:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Naskah(Cetakan):
    """A book: cover, front matter, chapters, appendices."""

    sampul: Sampul
    depan: tuple[Blok, ...]

    @property
    def semua(self) -> tuple[Blok, ...]:
        return (*self.depan, *self.isi, *self.lampiran)

    @property
    def logo(self) -> str | None:
        return self.sampul.logo


@dataclass(frozen=True, slots=True, kw_only=True)
class Surat(Cetakan):
    """An official letter with appendices on wide pages. A draft says so on every page."""

    kop: Kop
    #: What stands before the address: (name, content).
    rincian: tuple[tuple[str, str], ...]
    hal: str
    tempat_tanggal: str
    tujuan: tuple[str, ...]
    draf: bool = False

    @property
    def logo(self) -> str | None:
        return self.kop.logo


def number_blocks(blok: Iterable[Blok], awalan: str = "") -> tuple[Blok, ...]:
    """Number tables and figures per chapter ("3.2"; in appendices "L1.2") once, for both writers."""
    hasil: list[Blok] = []
    bab = tabel = gambar = 0
    for b in blok:
        if isinstance(b, Judul) and b.tingkat == 1:
            bab, tabel, gambar = bab + 1, 0, 0
        elif isinstance(b, Tabel) and b.bernomor:
            tabel += 1
            b = replace(b, nomor=f"{awalan}{bab}.{tabel}")
        elif isinstance(b, Gambar):
            gambar += 1
            b = replace(b, nomor=f"{awalan}{bab}.{gambar}")
        hasil.append(b)
    return tuple(hasil)


def clean_tree(isi: Any) -> Any:
    """Every text of a document cleaned, however deep it lies."""
    if isinstance(isi, str):
        return clean(isi)
    if isinstance(isi, tuple):
        return tuple(clean_tree(satu) for satu in isi)
    if dataclasses.is_dataclass(isi) and not isinstance(isi, type):
        return replace(isi, **{f.name: clean_tree(getattr(isi, f.name)) for f in dataclasses.fields(isi)})
    return isi
