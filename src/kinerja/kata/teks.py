"""Take Indonesian wording apart: tokens, a normal form for comparing, the words that carry meaning."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kinerja.kata.muat import words

_KATA = re.compile(r"[^\W_]+(?:-[^\W\d_]+)*")
_NOMOR_DEPAN = re.compile(
    r"^\s*(?:\([0-9./ ]+\)|(?:[0-9]+\.)+[0-9]*\.?|[0-9]+[.)]|[0-9]+(?=\s[A-Z])|[a-zA-Z][.)](?=\s)|[-•*])\s*"
    r"(?=[^\W\d_])"
)
_KURUNG = re.compile(r"\s*\([^()]*\)\s*")
_CACHE = 65_536
_DASAR_TERPENDEK = 4
_AWALAN = re.compile(
    r"^(?:memper|diper|meng(?=[aiueo])|meny|mem|men|meng|me|peng|peny|pem|pen|per|pe|ber|ter|di|ke|se)"
)
_AKHIRAN = re.compile(r"(?:nya|kan|an)$")
# Spellings of one word that published documents use side by side.
_EJAAN = {
    "prosentase": "persentase", "presentase": "persentase", "pesentase": "persentase", "peresentase": "persentase",
    "prosentasi": "persentase", "persentasi": "persentase", "indek": "indeks", "index": "indeks", "sistim": "sistem",
    "capain": "capaian", "lakip": "lkip", "pemprov": "pemprov", "kabupaten": "kab", "kotamadya": "kota",
    "provinsi": "prov", "propinsi": "prov", "prov": "prov",
}  # fmt: skip
_SINGKATAN = (
    (re.compile(r"\bpemerintah (?:daerah )?prov\b"), "pemprov"),
    (re.compile(r"\bpemerintah (?:daerah )?kab\b"), "pemkab"),
    (re.compile(r"\bpemerintah (?:daerah )?kota\b"), "pemkot"),
)


@lru_cache(maxsize=_CACHE)
def tokens(teks: str) -> tuple[str, ...]:
    """The words and numbers of a text in small letters; a number of the list before it is left out.

    >>> tokens("1.2 Meningkatnya Kualitas, dan Daya-Saing")
    ('meningkatnya', 'kualitas', 'dan', 'daya-saing')
    """
    return tuple(_KATA.findall(strip_number(teks).lower()))


def strip_number(teks: str) -> str:
    """A text without the list number, letter or bullet in front of it.

    >>> strip_number("(3.1./3.2.) Persentase A"), strip_number("d. Persentase B"), strip_number("5 desa")
    ('Persentase A', 'Persentase B', '5 desa')
    """
    # Most texts start with a letter that no sign follows; they need no pattern.
    if teks[:1].isalpha() and teks[1:2] not in (".", ")"):
        return teks
    return _NOMOR_DEPAN.sub("", teks, count=1)


@lru_cache(maxsize=_CACHE)
def first_word(teks: str) -> str:
    """The first word, empty when there is none.

    >>> first_word("1.1 Terpenuhinya pelayanan"), first_word("  ")
    ('terpenuhinya', '')
    """
    kata = tokens(teks)
    return kata[0] if kata else ""


@lru_cache(maxsize=_CACHE)
def normal(teks: str) -> str:
    """A form in which two spellings of the same wording are equal.

    >>> normal("Prosentase LAKIP Pemerintah Provinsi") == normal("persentase  LKIP Pemprov")
    True
    >>> normal("Jumlah kunjungan wisata") == normal("Jumlah kunjungan")
    False
    """
    kata = tokens(teks)
    if _EJAAN.keys().isdisjoint(kata):
        return " ".join(kata)
    hasil = " ".join(_EJAAN.get(t, t) for t in kata)
    for pola, ganti in _SINGKATAN:
        hasil = pola.sub(ganti, hasil)
    return hasil


def without_brackets(teks: str) -> str:
    """A text without what stands in brackets: a place, a list of examples.

    >>> without_brackets("Jumlah usaha yang diawasi (Metro Pusat)")
    'Jumlah usaha yang diawasi'
    """
    return _KURUNG.sub(" ", teks).strip() if "(" in teks else teks


@cache
def stem(kata: str) -> str:
    """A rough stem, good enough to see that two words belong together; not a dictionary form.

    >>> stem("pelaporan") == stem("laporan"), stem("diselesaikan") == stem("penyelesaian")
    (True, False)
    >>> stem("keuangan"), stem("data")
    ('uang', 'data')
    """
    if len(kata) <= _DASAR_TERPENDEK:
        return kata
    tengah = _without_prefix(_without_prefix(kata))
    dasar = _AKHIRAN.sub("", tengah, count=1)
    return dasar if len(dasar) >= _DASAR_TERPENDEK else tengah


def _without_prefix(kata: str) -> str:
    sisa = _AWALAN.sub("", kata, count=1)
    return sisa if len(sisa) >= _DASAR_TERPENDEK else kata


@lru_cache(maxsize=_CACHE)
def meanings(teks: str) -> frozenset[str]:
    """The stems that carry the meaning of a text.

    >>> sorted(meanings("Persentase data kepegawaian yang akurat"))
    ['akurat', 'data', 'gawai', 'ntase']
    """
    henti = words("henti", "kata")
    return frozenset(stem(t) for t in normal(teks).split() if t not in henti)


def likeness(a: str, b: str) -> int:
    """How much of their meaning two texts share, in percent of all their meaning words.

    >>> likeness("Persentase OPD yang melaksanakan SPIP", "Jumlah OPD pelaksana SPIP")
    60
    >>> likeness("Indeks A", "")
    0
    """
    satu, dua = meanings(a), meanings(b)
    semua = len(satu | dua)
    return 0 if semua == 0 else len(satu & dua) * 100 // semua
