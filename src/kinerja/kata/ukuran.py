"""What a name of an indicator says it measures: the measure word and its family."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from kinerja.kata.muat import words
from kinerja.kata.teks import stem, strip_number, tokens

_AWAL = 4
_SAMBUNG = re.compile(r"(?:,|;|/|&|\bdan\b|\bserta\b)\s*$", re.IGNORECASE)
_KATA = re.compile(r"[^\W_]+(?:-[^\W\d_]+)*")


class Ukuran(StrEnum):
    """Families of measure words."""

    PERSEN = "persen"
    JUMLAH = "jumlah"
    INDEKS = "indeks"
    NILAI = "nilai"
    PREDIKAT = "predikat"
    RASIO = "rasio"
    RATA = "rata"
    LAJU = "laju"
    ANGKA = "angka"
    TINGKAT = "tingkat"
    BESARAN = "besaran"
    PERUBAHAN = "perubahan"


@cache
def _families() -> dict[str, Ukuran]:
    return {kata: u for u in Ukuran for kata in words("ukuran", u.value)}


def family_of(kata: str) -> Ukuran | None:
    """The family of one word; a reduplicated or joined form counts by its first part.

    >>> family_of("prosentase").value, family_of("rata-rata").value, family_of("desa")
    ('persen', 'rata', None)
    """
    keluarga = _families()
    return keluarga.get(kata.partition("-")[0]) if "-" in kata else keluarga.get(kata)


@lru_cache(maxsize=65_536)
def measure_of(nama: str) -> Ukuran | None:
    """The measure that a name states in its first words; None when it states none.

    >>> measure_of("Persentase penduduk miskin").value, measure_of("Pembinaan kelompok tani")
    ('persen', None)
    """
    for kata in tokens(nama)[:_AWAL]:
        ukuran = family_of(kata)
        if ukuran is not None:
            return ukuran
    return None


@lru_cache(maxsize=65_536)
def leading_measure(nama: str) -> tuple[str, Ukuran] | None:
    """The measure word when it is the very first word of the name.

    >>> leading_measure("Jumlah desa")
    ('jumlah', <Ukuran.JUMLAH: 'jumlah'>)
    >>> leading_measure("Penurunan jumlah temuan")[1].value
    'perubahan'
    """
    kata = tokens(nama)[:1]
    ukuran = family_of(kata[0]) if kata else None
    return None if ukuran is None else (kata[0], ukuran)


@lru_cache(maxsize=65_536)
def head_of(nama: str) -> str:
    """The stem of what is measured: the first word behind the measure words.

    >>> head_of("Persentase penyelesaian tindak lanjut"), head_of("Jumlah unit usaha"), head_of("Indeks")
    ('elesai', 'unit', '')
    """
    henti = words("henti", "kata")
    return next((stem(k) for k in tokens(nama) if k not in henti and family_of(k) is None), "")


@lru_cache(maxsize=65_536)
def adds_up(nama: str) -> bool:
    """True when the targets of the parts of such a measure add up to that of the whole.

    >>> adds_up("Jumlah desa wisata"), adds_up("Persentase desa wisata"), adds_up("Rata-rata lama sekolah")
    (True, False, False)
    """
    kata = leading_measure(nama)
    if kata is None or kata[1].value not in words("ukuran", "menjumlah"):
        return False
    return kata[0] not in words("ukuran", "bukan_menjumlah")


@cache
def _second_words() -> frozenset[str]:
    return frozenset().union(*(words("ukuran", keluarga) for keluarga in words("ukuran", "majemuk")))


@lru_cache(maxsize=65_536)
def second_measure(nama: str) -> str | None:
    """The measure word that starts a second measure in the same name.

    >>> second_measure("Persentase sekolah terakreditasi dan jumlah guru bersertifikat")
    'jumlah'
    >>> second_measure("Persentase kenaikan jumlah wisatawan") is None
    True
    """
    if _second_words().isdisjoint(tokens(nama)[1:]):
        return None
    bukan = words("ukuran", "bukan_ukuran_sebelum")
    teks = strip_number(nama)
    kata = list(_KATA.finditer(teks))
    for n, satu in enumerate(kata[1:], start=1):
        if satu[0].lower() not in _second_words() or not _SAMBUNG.search(teks[: satu.start()]):
            continue
        lanjut = kata[n + 1][0].lower() if n + 1 < len(kata) else ""
        if lanjut and lanjut not in bukan:
            return satu[0].lower()
    return None
