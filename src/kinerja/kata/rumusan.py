"""What kind of thing a statement or a name says: an activity, an output, a condition, a wish to change."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from kinerja.kata.muat import words
from kinerja.kata.teks import first_word, strip_number, tokens

# me- ... -kan / -i: an active verb. -nya makes it a condition ("meningkatnya").
_VERBA = re.compile(r"me(?:m|n|ng|ny|l|r|w|y)?[a-z]+(?:kan|i|kannya)")
_KONDISI = re.compile(
    r"(?:ter|di|me|ber|se)[a-z]{3,}nya|(?:lancar|kuat|mantap|luas|baik|tinggi|rendah|mudah|cepat)nya"
)
_HURUF = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SAMBUNG = re.compile(r"(?:[,;.]|\bdan\b|\bserta\b|\n)\s*(?:[0-9]+(?:\.[0-9]+)*\.?\s*)?$", re.IGNORECASE)
_BUTIR = re.compile(r"(?:^|\s)[0-9]+(?:\.[0-9]+)*\.?\s?(?=[A-Z])")
_JANGKAUAN = 4


@lru_cache(maxsize=65_536)
def activity_of(pernyataan: str) -> str | None:
    """The first word of a statement when it names doing something, else None.

    A noun of activity with a predicate behind it is a condition.

    >>> activity_of("Melaksanakan sosialisasi"), activity_of("Pelatihan sesuai kebutuhan industri")
    ('melaksanakan', None)
    >>> activity_of("Penyusunan laporan yang akuntabel"), activity_of("Meningkatnya mutu")
    ('penyusunan', None)
    """
    kata = tokens(pernyataan)
    if not kata:
        return None
    if _is_active_verb(kata[0]):
        return kata[0]
    if kata[0] in words("rumusan", "benda_kerja") and not _has_predicate(kata):
        return kata[0]
    return None


def _is_active_verb(kata: str) -> bool:
    if kata in words("rumusan", "kerja"):
        return True
    if kata in words("rumusan", "perubahan") or kata in words("rumusan", "bukan_kerja"):
        return False
    return _VERBA.fullmatch(kata) is not None


def _has_predicate(kata: tuple[str, ...]) -> bool:
    keadaan, bukan = words("rumusan", "keadaan"), words("rumusan", "bukan_keadaan")
    for sebelum, satu in pairwise(kata):
        if sebelum == "yang":
            continue
        if satu in keadaan or (satu.startswith("ter") and satu not in bukan):
            return True
    return False


@lru_cache(maxsize=65_536)
def change_verb_of(pernyataan: str) -> str | None:
    """The first word when it is an active verb of change.

    >>> change_verb_of("Meningkatkan derajat kesehatan"), change_verb_of("Meningkatnya derajat kesehatan")
    ('meningkatkan', None)
    """
    kata = first_word(pernyataan)
    return kata if kata in words("rumusan", "perubahan") else None


@lru_cache(maxsize=65_536)
def output_of(pernyataan: str) -> str | None:
    """The words that make a statement one of an output, else None.

    >>> output_of("Tersusunnya dokumen rencana"), output_of("Tersedianya air bersih")
    ('tersusunnya', None)
    >>> output_of("Tersedianya sarana dan prasarana kantor")
    'tersedianya sarana'
    """
    kata = tokens(pernyataan)
    if not kata:
        return None
    if kata[0] in words("rumusan", "keluaran"):
        return kata[0]
    if kata[0] in words("rumusan", "tersedia"):
        benda, mutu = words("rumusan", "benda_tersedia"), words("keluaran", "mutu")
        if any(k in mutu for k in kata):
            return None
        ketemu = next((k for k in kata[1 : _JANGKAUAN + 1] if k in benda), None)
        return None if ketemu is None else f"{kata[0]} {ketemu}"
    return None


@lru_cache(maxsize=65_536)
def conditions_in(pernyataan: str) -> tuple[str, ...]:
    """The words that each start a condition of their own.

    >>> conditions_in("Meningkatnya mutu dan terwujudnya pemerataan")
    ('meningkatnya', 'terwujudnya')
    >>> conditions_in("Meningkatnya mutu dan pemerataan")
    ('meningkatnya',)
    """
    if pernyataan[:1].isalpha() and sum(k.endswith("nya") for k in tokens(pernyataan)) < 2:
        kata = first_word(pernyataan)
        return (kata,) if _KONDISI.fullmatch(kata) else ()
    teks = strip_number(pernyataan)
    if _BUTIR.match(pernyataan) and len(_BUTIR.findall(pernyataan)) > 1:
        return tuple(first_word(b) for b in _BUTIR.split(pernyataan) if b.strip())
    hasil: list[str] = []
    for satu in _HURUF.finditer(teks):
        kata = satu[0].lower()
        if _KONDISI.fullmatch(kata) and (not hasil or _SAMBUNG.search(teks[: satu.start()])):
            hasil.append(kata)
    return tuple(hasil)


@lru_cache(maxsize=65_536)
def indicator_activity_of(nama: str) -> str | None:
    """The first word of an indicator when it names an activity instead of a measure.

    >>> indicator_activity_of("Penyusunan laporan keuangan"), indicator_activity_of("Jumlah laporan")
    ('penyusunan', None)
    """
    kata = first_word(nama)
    if kata in words("rumusan", "benda_kerja") or kata in words("rumusan", "benda_kerja_indikator"):
        return kata
    return kata if _is_active_verb(kata) else None


@lru_cache(maxsize=65_536)
def indicator_state_of(nama: str) -> str | None:
    """The first word of an indicator when it names a condition instead of a measure.

    >>> indicator_state_of("Terlaksananya rapat"), indicator_state_of("Banyaknya rapat")
    ('terlaksananya', None)
    """
    kata = first_word(nama)
    return kata if kata.endswith("nya") and _KONDISI.fullmatch(kata) else None
