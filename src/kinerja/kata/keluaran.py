"""Names of indicators that count what an office makes, does or whom it serves."""

from __future__ import annotations

from functools import lru_cache

from kinerja.kata.muat import words
from kinerja.kata.teks import tokens
from kinerja.kata.ukuran import Ukuran, leading_measure

_JARAK = 6


@lru_cache(maxsize=65_536)
def activity_count_of(nama: str) -> str | None:
    """The words that make a measure a count of activities or of people taking part.

    >>> activity_count_of("Jumlah peserta sosialisasi wawasan kebangsaan")
    'peserta'
    >>> activity_count_of("Jumlah auditor yang telah mengikuti sertifikasi penjenjangan")
    'mengikuti sertifikasi'
    >>> activity_count_of("Jumlah kunjungan wisatawan") is None
    True
    """
    if not _counts(nama):
        return None
    kata = tokens(nama)[1:]
    if kata[:1] and kata[0] in words("keluaran", "kegiatan"):
        return kata[0]
    return _taking_part(kata)


def _counts(nama: str) -> bool:
    awal = leading_measure(nama)
    return awal is not None and awal[1] is Ukuran.JUMLAH


def _taking_part(kata: tuple[str, ...]) -> str | None:
    ikut, kegiatan = words("keluaran", "ikut"), words("keluaran", "ikut_kegiatan")
    for n, satu in enumerate(kata):
        lanjut = kata[n + 1] if n + 1 < len(kata) else ""
        if satu in ikut and lanjut in kegiatan:
            return f"{satu} {lanjut}"
    return None


@lru_cache(maxsize=65_536)
def output_count_of(nama: str) -> str | None:
    """The words that make a measure one of an output: a product, or what the office served or treated.

    >>> output_count_of("Jumlah laporan hasil rapat yang disusun")
    'laporan'
    >>> output_count_of("Jumlah desa yang diintervensi ketahanan pangan")
    'diintervensi'
    >>> output_count_of("Persentase laporan potensi pajak")
    'laporan'
    >>> output_count_of("Persentase laporan yang disampaikan tepat waktu") is None
    True
    """
    kata = tokens(nama)[1:]
    if not kata:
        return None
    mutu = words("keluaran", "mutu")
    if any(k in mutu for k in kata):
        return None
    if _counts(nama):
        return _product(kata) or _served(kata)
    awal = leading_measure(nama)
    persen = awal is not None and awal[1] is Ukuran.PERSEN
    return kata[0] if persen and kata[0] in words("keluaran", "benda_persen") else None


def _product(kata: tuple[str, ...]) -> str | None:
    benda = words("keluaran", "benda")
    return next((k for k in kata[:2] if k in benda), None)


def _served(kata: tuple[str, ...]) -> str | None:
    layanan = words("keluaran", "layanan")
    for n, satu in enumerate(kata[:-1]):
        if satu == "yang":
            return next((k for k in kata[n + 1 : n + 3] if k in layanan), None)
        if n > _JARAK:
            return None
    return None
