"""Carry answers from one version of an instrument to another, by the ids of its items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.instrumen.galat import GalatJawaban
from kinerja.instrumen.model import Butir, Instrumen
from kinerja.instrumen.score import score


@dataclass(frozen=True, slots=True)
class HasilPindah:
    """The answers under their new codes, and what could not be carried over, with the reason.

    `berganti_kode` lists (old code, new code) of items that moved.
    """

    jawaban: Mapping[str, object]
    tidak_pindah: tuple[tuple[str, str], ...]
    berganti_kode: tuple[tuple[str, str], ...]


def migrate(jawaban: Mapping[str, object], dari: Instrumen, ke: Instrumen) -> HasilPindah:
    """Answers follow the item, not the number; what does not fit is reported, never guessed.

    >>> from kinerja.instrumen import load
    >>> unit, instansi = load("akip-88-2021-unit"), load("akip-88-2021-instansi")
    >>> migrate({"1.b.10": True}, unit, instansi).berganti_kode
    (('1.b.10', '1.a.7'),)
    """
    per_id = {b.id: b for b in ke.walk()}
    pindah: dict[str, object] = {}
    gagal: list[tuple[str, str]] = []
    berganti: list[tuple[str, str]] = []
    for kode, nilai in jawaban.items():
        asal = dari.butir(kode)
        tujuan = per_id.get(asal.id)
        sebab = _refusal(asal, tujuan, nilai, dari, ke)
        if tujuan is None or sebab is not None:
            gagal.append((kode, sebab or ""))
            continue
        pindah[tujuan.kode] = nilai
        if tujuan.kode != kode:
            berganti.append((kode, tujuan.kode))
    return HasilPindah(pindah, tuple(gagal), tuple(berganti))


def _refusal(asal: Butir, tujuan: Butir | None, nilai: object, dari: Instrumen, ke: Instrumen) -> str | None:
    if tujuan is None:
        return f'Butir "{asal.id}" tidak ada di {ke.id}.'
    if asal.berjawaban and not tujuan.berjawaban:
        return f"Di {ke.id} butir {tujuan.kode} tidak dijawab sendiri."
    if tujuan.berjawaban and not asal.berjawaban:
        return f"Di {dari.id} butir {asal.kode} hanya menerangkan, di {ke.id} {tujuan.kode} dinilai."
    if _meaning(asal, dari) != _meaning(tujuan, ke):
        return f"Cara menjawab {tujuan.kode} di {ke.id} berbeda dari {asal.kode} di {dari.id}."
    try:
        score(ke, {tujuan.kode: nilai})
    except GalatJawaban as galat:
        return str(galat)
    return None


def _meaning(b: Butir, instrumen: Instrumen) -> object:
    """What answers mean: equal codes with other values are other answers."""
    return b.isian if b.skala is None else tuple(instrumen.skala[b.skala].tabel.items())
