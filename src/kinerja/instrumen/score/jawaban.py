"""Read one answer: a grade, a number, or several objects that are averaged."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from kinerja.instrumen.angka import BukanPecahan, parse_pecahan, to_exact
from kinerja.instrumen.galat import GalatJawaban
from kinerja.instrumen.model import TIDAK_BERLAKU, Instrumen
from kinerja.instrumen.score.rencana import Daun, Poin

YA, TIDAK = "Ya", "Tidak"


class Kecuali(Exception):
    """The item was declared not applicable."""


def read_jawaban(
    instrumen: Instrumen, daun: Daun, jawaban: object, penyebut: int
) -> tuple[Poin, Poin, Poin, bool]:
    """Points so far, lowest and highest still possible, and whether the answer is complete."""
    if jawaban == TIDAK_BERLAKU:
        if daun.butir.boleh_dikecualikan:
            raise Kecuali
        raise GalatJawaban(daun.kode, jawaban, "tidak boleh dipakai: butir ini tidak dapat dikecualikan")
    if not isinstance(jawaban, list | tuple | Mapping):
        poin = _one(instrumen, daun, jawaban, penyebut)
        return poin, poin, poin, True
    if not _per_object(instrumen, daun):
        raise GalatJawaban(daun.kode, jawaban, "berisi beberapa objek, padahal butir ini dijawab sekali")
    objek = list(jawaban.values()) if isinstance(jawaban, Mapping) else list(jawaban)
    if not objek:
        raise GalatJawaban(daun.kode, jawaban, "tidak memuat satu objek pun; tulis null bila belum dijawab")
    terjawab = [_one(instrumen, daun, o, penyebut) for o in objek if o is not None]
    kosong, n = len(objek) - len(terjawab), len(objek)
    jumlah = sum((Fraction(p) for p in terjawab), Fraction(0))
    return jumlah / n, (jumlah + kosong * daun.bawah) / n, (jumlah + kosong * daun.atas) / n, not kosong


def _per_object(instrumen: Instrumen, daun: Daun) -> bool:
    if daun.butir.skala is not None:
        return instrumen.skala[daun.butir.skala].per_objek
    return daun.butir.isian is not None and daun.butir.isian.per_objek


def _one(instrumen: Instrumen, daun: Daun, jawaban: object, penyebut: int) -> Poin:
    if daun.butir.isian is not None:
        return _number(daun, jawaban, penyebut)
    kode = jawaban
    if isinstance(jawaban, bool):
        kode = YA if jawaban else TIDAK
    elif isinstance(jawaban, int | Decimal):
        kode = f"{jawaban:f}" if isinstance(jawaban, Decimal) else str(jawaban)
    if not isinstance(kode, str) or kode not in daun.tabel:
        skala = instrumen.skala[daun.butir.skala or ""]
        raise GalatJawaban(daun.kode, jawaban, f"di luar skala {skala.id}", boleh=skala.kode)
    return daun.tabel[kode]


def _number(daun: Daun, jawaban: object, penyebut: int) -> Poin:
    isian = daun.butir.isian
    assert isian is not None
    try:
        nilai = parse_pecahan(jawaban)
    except BukanPecahan as galat:
        raise GalatJawaban(daun.kode, jawaban, str(galat)) from None
    if not isian.min <= nilai <= isian.maks:
        batas = f"{to_exact(isian.min)} sampai {to_exact(isian.maks)}"
        raise GalatJawaban(daun.kode, jawaban, f"di luar batas {batas}")
    satu = Fraction(1) if isian.tambah else daun.bobot / isian.pembagi
    return nilai * satu * penyebut
