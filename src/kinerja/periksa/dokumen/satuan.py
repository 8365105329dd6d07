"""Units of measure: where a row prints its unit, and whether two units are one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Any

from kinerja.capaian.yaml_ketat import load_yaml
from kinerja.nilai import JenisNilai
from kinerja.padan import read_nama
from kinerja.padan.kata import stem
from kinerja.periksa.dokumen.banding import Isi

PERSEN = "persen"
_KURUNG_AKHIR = re.compile(r"\(([^()]*)\)\s*(?::.*)?$")
_KURUNG = re.compile(r"\(([^()]*)\)")
_PISAH = re.compile(r"[\s/,.;]+")
_EKOR_ANGKA = re.compile(
    r"\d[\d.,]*\s*(?:ribu|rb|juta|jt|miliar|milyar|triliun|trilyun)?\s*(.*)", re.IGNORECASE
)
_DARI = re.compile(r"^(?:dari|dr|drpd)\s*[\d.,]+\s*", re.IGNORECASE)
_KATA_TERBANYAK = 4


class BedaSatuan(IntEnum):
    """How far two units are apart."""

    SAMA = 0
    #: Two words for what is counted.
    KATA = 1
    #: A percentage against anything else.
    UKURAN = 2


@dataclass(frozen=True, slots=True)
class Satuan:
    """A unit as printed, and the words that decide."""

    teks: str
    kata: frozenset[str]

    @property
    def persen(self) -> bool:
        """True for a percentage.

        >>> read_satuan("%").persen, read_satuan("orang").persen
        (True, False)
        """
        return PERSEN in self.kata


@dataclass(frozen=True, slots=True)
class _Kamus:
    sama: dict[str, str]
    indeks: frozenset[str]
    umum: frozenset[str]
    kata: frozenset[str]


@cache
def _kamus() -> _Kamus:
    teks = files("kinerja.periksa.dokumen").joinpath("data", "satuan.yaml").read_text(encoding="utf-8")
    isi: dict[str, Any] = load_yaml(teks, nama="satuan.yaml")
    sama = {kata: baku for baku, daftar in isi["sama"].items() for kata in daftar.split()}
    indeks, umum = frozenset(isi["angka_indeks"].split()), frozenset(isi["umum"].split())
    return _Kamus(sama, indeks, umum, frozenset(isi["kata"].split()) | indeks | umum | set(sama))


def read_satuan(teks: str | None) -> Satuan | None:
    """Read a printed unit; None where nothing is printed.

    >>> sorted(read_satuan("Kab/Kota").kata), read_satuan(" - ") is None
    (['kabupaten/kota'], True)
    """
    bersih = " ".join((teks or "").casefold().split())
    if not any(c.isalnum() or c == "%" for c in bersih):
        return None
    sama = _kamus().sama
    if bersih in sama:
        return Satuan(bersih, frozenset({sama[bersih]}))
    kata = {sama.get(k, k if k in _kamus().kata else stem(k)) for k in _words(bersih)}
    return Satuan(bersih, frozenset(kata))


def _words(bersih: str) -> list[str]:
    for panjang in ("kabupaten/kota", "kab/kota", "kab./kota", "kab/ kota"):
        bersih = bersih.replace(panjang, "kabkota")
    return [k for k in _PISAH.split(bersih.replace("%", " % ")) if k]


def printed_unit(satuan: str | None, isi: Isi, nama: str) -> Satuan | None:
    """The unit that a row prints: in its column, behind the target, or in brackets in the name.

    >>> from kinerja.periksa.dokumen.banding import read_isi
    >>> printed_unit(None, read_isi(["73 orang"])[0], "Auditor").teks
    'orang'
    >>> printed_unit(None, read_isi(["10"])[0], "Jumlah usaha (kelompok)").teks
    'kelompok'
    """
    return read_satuan(satuan) or unit_of_value(isi) or unit_in_name(nama)


def unit_of_value(isi: Isi) -> Satuan | None:
    """The unit behind the number of a cell.

    >>> from kinerja.periksa.dokumen.banding import read_isi
    >>> unit_of_value(read_isi(["5,8%"])[0]).persen, unit_of_value(read_isi(["100"])[0]) is None
    (True, True)
    """
    if isi.bagian or not isinstance(isi.sel, str):
        return None
    if "%" in isi.sel or isi.nilai.jenis is JenisNilai.PERSEN:
        return read_satuan("%")
    m = _EKOR_ANGKA.search(_KURUNG.sub(" ", isi.sel)) if isi.nilai.angka is not None else None
    ekor = _DARI.sub("", m[1].strip(" *.,-")) if m is not None else ""
    return read_satuan(ekor) if ekor[:1].isalpha() and not re.search(r"\d", ekor) else None


def unit_in_name(nama: str) -> Satuan | None:
    """The unit in the last brackets of a name, or in those before a colon.

    >>> unit_in_name("Produksi (ton): Daging").teks, unit_in_name("Bed Turn Over (BTO)") is None
    ('ton', True)
    """
    for isi in reversed(_KURUNG.findall(nama)):
        kata = _words(isi.casefold())
        dikenal = bool(kata) and all(k in _kamus().kata or k == "kabkota" for k in kata)
        if dikenal and len(kata) <= _KATA_TERBANYAK:
            return read_satuan(isi)
    return None


def without_unit(nama: str) -> str:
    """A name without units in brackets.

    >>> without_unit("Produksi (ton): Daging")
    'Produksi : Daging'
    """
    return _KURUNG.sub(lambda m: "" if unit_in_name(f"({m[1]})") is not None else m[0], nama)


def implied_percent(nama: str) -> bool | None:
    """What the first word says: a percentage, a count, or (None) nothing.

    >>> implied_percent("Prosentase desa maju"), implied_percent("Jumlah desa"), implied_percent("IPM")
    (True, False, None)
    """
    ukuran = read_nama(nama).ukuran
    kata = read_nama(nama).kata
    if not kata or ukuran is None or read_nama(kata[0].asli).ukuran != ukuran:
        return None
    return {"persentase": True, "jumlah": False}.get(kata[0].asli)


def needs_unit(nama: str) -> bool:
    """False for names of scores and grades, whose number stands for itself.

    >>> needs_unit("Jumlah desa maju"), needs_unit("Indeks kualitas udara")
    (True, False)
    """
    kata = [k.asli for k in read_nama(nama).kata[:2]]
    return not any(k in _kamus().indeks or k == "opini" for k in kata)


def compare_units(a: Satuan, b: Satuan) -> BedaSatuan:
    """Whether two units are one.

    >>> compare_units(read_satuan("%"), read_satuan("persen")).name
    'SAMA'
    >>> compare_units(read_satuan("unit usaha"), read_satuan("Unit")).name
    'SAMA'
    >>> compare_units(read_satuan("kelompok"), read_satuan("%")).name
    'UKURAN'
    >>> compare_units(read_satuan("kelompok"), read_satuan("orang")).name
    'KATA'
    """
    if a.kata & b.kata or _short_for(a, b) or _short_for(b, a):
        return BedaSatuan.SAMA
    if a.persen != b.persen:
        return BedaSatuan.UKURAN
    data = _kamus()
    if (a.kata & data.indeks and b.kata & data.indeks) or a.kata & data.umum or b.kata & data.umum:
        return BedaSatuan.SAMA
    return BedaSatuan.KATA


def _short_for(pendek: Satuan, panjang: Satuan) -> bool:
    """Initials of a longer unit: "wp" for "wajib pajak"."""
    huruf = "".join(k[0] for k in _words(panjang.teks))
    return any(len(k) > 1 and k in huruf for k in pendek.kata)
