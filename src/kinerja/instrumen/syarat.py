"""Conditions: answers that contradict each other, and what a predikat asks besides its total."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from kinerja.instrumen.angka import to_baca
from kinerja.instrumen.model import Instrumen, JenisSyarat, Syarat

#: The value of an item before its weight, None while unanswered.
NilaiButir = Callable[[str], Fraction | None]


@dataclass(frozen=True, slots=True)
class TemuanSyarat:
    """An answer higher than another answer lets it be. It changes no score; a person decides."""

    syarat: str
    kode: str
    nilai: Fraction
    batas: Fraction
    pembatas: tuple[str, ...]
    pesan: str
    sumber: str
    keyakinan: str

    def __str__(self) -> str:
        """The finding in one sentence."""
        dari = (" dan " if len(self.pembatas) == 2 else ", ").join(self.pembatas)
        rata = "rata-rata " if len(self.pembatas) > 1 else ""
        return (
            f"{self.kode} bernilai {to_baca(self.nilai)}, melebihi {rata}{dari} "
            f"({to_baca(self.batas)}): {self.pesan}"
        )


def check_syarat(instrumen: Instrumen, nilai: NilaiButir) -> tuple[TemuanSyarat, ...]:
    """The control rules that the answers break; unanswered items are not judged."""
    return tuple(t for s in instrumen.syarat for kode in s.butir for t in _check(s, kode, nilai))


def _check(s: Syarat, kode: str, nilai: NilaiButir) -> list[TemuanSyarat]:
    milik = nilai(kode)
    if milik is None or s.jenis is JenisSyarat.TARGET_BAIK:
        return []
    hasil = []
    for daftar in s.batas:
        pembatas = [n for k in daftar if (n := nilai(k)) is not None]
        if len(pembatas) < len(daftar):
            continue
        batas = sum(pembatas, Fraction(0)) / len(daftar)
        salah = milik > batas if s.jenis is JenisSyarat.TIDAK_MELEBIHI else milik > 0 and batas == 0
        if salah:
            hasil.append(TemuanSyarat(s.id, kode, milik, batas, daftar, s.pesan, s.sumber, s.keyakinan))
    return hasil


def met_syarat(instrumen: Instrumen, nilai: NilaiButir) -> dict[str, bool]:
    """Which conditions hold for a complete sheet."""
    return {s.id: _holds(instrumen, s, nilai) for s in instrumen.syarat}


def _holds(instrumen: Instrumen, s: Syarat, nilai: NilaiButir) -> bool:
    if s.jenis is not JenisSyarat.TARGET_BAIK:
        return not any(_check(s, kode, nilai) for kode in s.butir)
    for b in instrumen.penilaian:
        if b.target_baik is None or (s.butir and b.kode not in s.butir):
            continue
        milik = nilai(b.kode)
        # An item taken out of the reckoning has no target to reach.
        if milik is not None and _raw(instrumen, b.kode, milik) < b.target_baik:
            return False
    return True


def _raw(instrumen: Instrumen, kode: str, nilai: Fraction) -> Fraction:
    """The value on the item's own scale, as `target_baik` is written."""
    isian = instrumen.butir(kode).isian
    return nilai if isian is None else nilai * isian.pembagi
