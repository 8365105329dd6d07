"""Split the name of an indicator into the words that carry its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from kinerja.capaian.yaml_ketat import load_yaml

_KATA = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# "a. ", "1.2 ", "(3.1./3.2.) ", "- " in front of a name number it and say nothing.
_NOMOR = re.compile(r"^\s*(?:\(?(?:\d+(?:\.\d+)*\.?/?)+\)?[.)]?\s+|\(?[a-z][.)]\s+|[-•*]\s*)+", re.IGNORECASE)
_KURUNG = re.compile(r"\(([^()]*)\)|\{([^{}]*)\}|\[([^\][]*)\]")
_TAHUN = re.compile(r"(?:19|20)[0-9]{2}")

_AWALAN = ("meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "per", "pe", "ber", "ter",
           "di", "ke", "se")  # fmt: skip
_AKHIRAN_MILIK = ("nya", "lah")
_AKHIRAN = ("kan", "an", "i")
_AKAR_TERPENDEK = 4
_SINGKATAN_TERPANJANG = 7
# Enough for every name of a city; a server that runs for months must not keep more.
_INGATAN = 16384

BOBOT_ISI, BOBOT_ARAH, BOBOT_UKURAN, BOBOT_TAHUN = 100, 25, 12, 15


@dataclass(frozen=True, slots=True)
class Kata:
    """One word of a name: as printed (lower case), its root, its weight, and whether it is in brackets."""

    asli: str
    akar: str
    bobot: int
    kurung: bool = False
    # Two capital letters or more: perhaps the initials of words that another document writes out.
    singkatan: bool = False


@dataclass(frozen=True, slots=True)
class Nama:
    """A name read into words.

    `kunci` is equal for names that differ in case, punctuation, brackets' marks, spelling variants and
    small words only. `ukuran` is the kind of measure that the name begins with ("persen", "jumlah").
    """

    teks: str
    kata: tuple[Kata, ...]
    kunci: str
    ukuran: str | None
    #: First letters of all words, small words included, and the position in `kata` of each (or -1).
    huruf: str = ""
    tempat: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kamus:
    henti: frozenset[str]
    arah: frozenset[str]
    ukuran: dict[str, str]
    ejaan: dict[str, str]
    singkatan: dict[str, tuple[str, ...]]
    istilah: dict[str, str]


@cache
def kamus() -> _Kamus:
    """The packaged word lists.

    >>> kamus().ejaan["prosentase"], kamus().ukuran["jumlah"]
    ('persentase', 'jumlah')
    """
    teks = files("kinerja.padan").joinpath("data", "kata.yaml").read_text(encoding="utf-8")
    isi: dict[str, Any] = load_yaml(teks, nama="kata.yaml")
    return _Kamus(
        henti=frozenset(isi["henti"].split()),
        arah=frozenset((*isi["arah"].split(), *isi["penghubung"].split())),
        ukuran={kata: jenis for jenis, daftar in isi["ukuran"].items() for kata in daftar.split()},
        ejaan={kata: baku for baku, daftar in isi["ejaan"].items() for kata in daftar.split()},
        singkatan={pendek: tuple(panjang.split()) for pendek, panjang in isi["singkatan"].items()},
        istilah={kata: baris.split()[0] for baris in isi["istilah"] for kata in baris.split()},
    )


@lru_cache(maxsize=_INGATAN)
def stem(kata: str) -> str:
    """The root of a word, by cutting affixes; the same for words that differ in affixes only.

    >>> stem("ketersediaan"), stem("tersedianya"), stem("pelayanan"), stem("s1")
    ('sedia', 'sedia', 'layan', 's1')
    """
    if len(kata) <= _AKAR_TERPENDEK or not kata.isalpha():
        return kata
    kata = _cut_end(_cut_end(kata, _AKHIRAN_MILIK), _AKHIRAN)
    for _ in range(2):
        kata = _cut_front(kata)
    return kata


def _cut_end(kata: str, akhiran: Iterable[str]) -> str:
    for satu in akhiran:
        if kata.endswith(satu) and len(kata) - len(satu) >= _AKAR_TERPENDEK:
            return kata.removesuffix(satu)
    return kata


def _cut_front(kata: str) -> str:
    for satu in _AWALAN:
        if kata.startswith(satu) and len(kata) - len(satu) >= _AKAR_TERPENDEK:
            return kata.removeprefix(satu)
    return kata


def word_forms(kata: Kata) -> frozenset[str]:
    """A word as printed, without its prefix, and as root.

    >>> sorted(word_forms(read_nama("berbadan").kata[0]))
    ['badan', 'berbad', 'berbadan']
    """
    return frozenset({kata.asli, _cut_front(kata.asli), kata.akar})


@lru_cache(maxsize=_INGATAN)
def read_nama(teks: str) -> Nama:
    """Read a name into its words.

    >>> [k.akar for k in read_nama("a. Prosentase Kab/Kota yang tertib (WTN)").kata]
    ['persentase', 'kabupaten', 'kota', 'tertib', 'wtn']
    >>> read_nama("Presentase desa  maju").kunci == read_nama("Persentase Desa maju.").kunci
    True
    >>> read_nama("Jumlah desa maju").ukuran
    'jumlah'
    """
    bersih = _NOMOR.sub("", teks)
    # In a heading all in capitals, capitals say nothing.
    rata = not any(c.islower() for c in bersih) and len(bersih) > _SINGKATAN_TERPANJANG
    potongan = _split_brackets(bersih.lower() if rata else bersih)
    kata = [k for potong, kurung in potongan for k in _words(potong, kurung=kurung)]
    ukuran = next((jenis for k in kata if (jenis := kamus().ukuran.get(k.asli)) not in (None, "lain")), None)
    kunci = " ".join(k.asli for k in kata if k.bobot) or bersih.casefold().strip()
    urutan = iter(range(len(kata)))
    tempat = tuple(next(urutan) if k.bobot else -1 for k in kata)
    huruf = "".join(k.asli[0] for k in kata)
    return Nama(teks, tuple(k for k in kata if k.bobot), kunci, ukuran, huruf, tempat)


def _split_brackets(teks: str) -> Iterable[tuple[str, bool]]:
    awal = 0
    for m in _KURUNG.finditer(teks):
        yield teks[awal : m.start()], False
        yield m.group(m.lastindex or 0), True
        awal = m.end()
    yield teks[awal:], False


def _words(teks: str, *, kurung: bool) -> Iterable[Kata]:
    data = kamus()
    for m in _KATA.finditer(teks):
        asli = m[0]
        kecil = data.ejaan.get(asli.casefold(), asli.casefold())
        kapital = sum(c.isupper() for c in asli)
        singkatan = kapital >= 2 and len(asli) <= _SINGKATAN_TERPANJANG and kapital * 2 >= len(asli)
        for satu in data.singkatan.get(kecil, (kecil,)):
            utuh = singkatan or satu in data.ukuran or satu in data.arah
            akar = data.istilah.get(satu) or (satu if utuh else stem(satu))
            yield Kata(satu, akar, _weight(satu), kurung, singkatan)


def _weight(kata: str) -> int:
    data = kamus()
    if kata in data.henti:
        return 0
    if kata in data.ukuran:
        return BOBOT_UKURAN
    if kata in data.arah:
        return BOBOT_ARAH
    return BOBOT_TAHUN if _TAHUN.fullmatch(kata) else BOBOT_ISI
