"""What of an instrument can be computed before any answer is known.

All points are multiples of 1/`penyebut`, so a sheet of grades is added up in whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from kinerja.instrumen.angka import common_denominator
from kinerja.instrumen.model import Bulat, Butir, Cara, Instrumen

#: Points in units of 1/penyebut: whole for grades, a fraction for objects, indices and rescaling.
Poin = int | Fraction


@dataclass(frozen=True, slots=True)
class Daun:
    """An item that takes an answer. `tabel` gives the points of each choice."""

    nomor: int
    kode: str
    butir: Butir
    bobot: Fraction
    bobot_poin: Poin
    tabel: Mapping[object, Poin]
    bawah: Poin
    atas: Poin
    pengali: int | None


@dataclass(frozen=True, slots=True)
class Cabang:
    """A node that adds up its children; `butir` is None for the whole instrument."""

    nomor: int
    anak: tuple[int, ...]
    bobot: Fraction
    bobot_poin: Poin
    sesuaikan: bool
    bulat: Bulat | None
    #: One unit of the last decimal kept, in points.
    satuan: int


@dataclass(frozen=True)
class Rencana:
    """Leaves (multipliers before what they multiply), branches (children first, the whole last)."""

    penyebut: int
    daun: tuple[Daun, ...]
    cabang: tuple[Cabang, ...]
    nomor: Mapping[str, int]
    bobot: Mapping[str, Fraction]
    per_nomor: Mapping[int, Daun]
    komponen: tuple[tuple[str, int], ...]
    sub: tuple[tuple[str, int, Fraction], ...]
    bobot_komponen: tuple[Fraction, ...]
    dijawab: frozenset[str]
    kriteria: frozenset[str]
    akar: int
    bersyarat: bool


@lru_cache(maxsize=64)
def plan_for(instrumen: Instrumen) -> Rencana:
    """The plan of an instrument, made once."""
    bobot = {b.kode: w for k in instrumen.komponen for b, w in _weights(k, k.bobot or Fraction(0))}
    nomor = {kode: n for n, kode in enumerate(bobot)}
    penyebut = _denominator(instrumen, bobot)
    daun = [_leaf(instrumen, b, nomor, bobot, penyebut) for b in instrumen.penilaian]
    cabang = [
        Cabang(
            nomor[b.kode],
            tuple(nomor[a.kode] for a in b.anak),
            bobot[b.kode],
            _whole(bobot[b.kode] * penyebut),
            b.sesuaikan or b.cara is Cara.RATA,
            b.bulat,
            1 if b.bulat is None else penyebut // 10**b.bulat.desimal,
        )
        for k in instrumen.komponen
        for b in _branches(k)
    ]
    akar = len(nomor)
    puncak = tuple(nomor[k.kode] for k in instrumen.komponen)
    total = _whole(instrumen.bobot * penyebut)
    cabang.append(Cabang(akar, puncak, instrumen.bobot, total, instrumen.sesuaikan, None, 1))
    return Rencana(
        penyebut=penyebut,
        daun=tuple(_multipliers_first(daun)),
        cabang=tuple(cabang),
        nomor=nomor,
        bobot=bobot,
        per_nomor={d.nomor: d for d in daun},
        komponen=tuple((k.kode, nomor[k.kode]) for k in instrumen.komponen),
        sub=tuple((b.kode, nomor[b.kode], bobot[b.kode]) for b in instrumen.sub),
        bobot_komponen=tuple(bobot[k.kode] for k in instrumen.komponen),
        dijawab=frozenset(d.kode for d in daun),
        kriteria=frozenset(b.kode for b in instrumen.walk() if b.jenis == "kriteria" and b.kode not in nomor),
        akar=akar,
        bersyarat=any(p.syarat for p in instrumen.predikat.daftar),
    )


def _weights(b: Butir, bobot: Fraction) -> Iterator[tuple[Butir, Fraction]]:
    """Every node that counts with its weight in the whole; a mean shares its weight equally."""
    yield b, bobot
    if b.cara is Cara.JAWABAN:
        return
    for anak in b.anak:
        bagian = bobot / len(b.anak) if b.cara is Cara.RATA else anak.bobot or Fraction(0)
        yield from _weights(anak, bagian)


def _branches(b: Butir) -> Iterator[Butir]:
    if b.cara is Cara.JAWABAN:
        return
    for anak in b.anak:
        yield from _branches(anak)
    yield b


def _denominator(instrumen: Instrumen, bobot: Mapping[str, Fraction]) -> int:
    poin = list(bobot.values())
    for b in instrumen.penilaian:
        if b.skala is not None:
            poin += [bobot[b.kode] * n for n in instrumen.skala[b.skala].tabel.values()]
        if b.isian is not None:
            poin += [bobot[b.kode] * n / b.isian.pembagi for n in (b.isian.min, b.isian.maks)]
    bulat = [b.bulat.desimal for b in instrumen.walk() if b.bulat is not None]
    return common_denominator([*poin, Fraction(1, 10 ** max(bulat, default=0)), instrumen.bobot])


def _whole(poin: Fraction) -> Poin:
    return poin.numerator if poin.denominator == 1 else poin


def _leaf(
    instrumen: Instrumen, b: Butir, nomor: Mapping[str, int], bobot: Mapping[str, Fraction], penyebut: int
) -> Daun:
    w = bobot[b.kode]
    tabel: dict[object, Poin] = {}
    if b.skala is not None:
        tabel = {k: _whole(w * n * penyebut) for k, n in instrumen.skala[b.skala].tabel.items()}
        bawah, atas = min(tabel.values()), max(tabel.values())
    else:
        assert b.isian is not None
        satu = Fraction(1) if b.isian.tambah else w / b.isian.pembagi
        bawah, atas = (_whole(n * satu * penyebut) for n in (b.isian.min, b.isian.maks))
    return Daun(
        nomor=nomor[b.kode],
        kode=b.kode,
        butir=b,
        bobot=w,
        bobot_poin=_whole(w * penyebut),
        tabel=tabel,
        bawah=bawah,
        atas=atas,
        pengali=None if b.pengali is None else nomor[b.pengali],
    )


def _multipliers_first(daun: list[Daun]) -> list[Daun]:
    """Leaves whose multiplier comes later are put after it; the loader has refused circles."""
    urut: list[Daun] = []
    siap: set[int] = set()
    while len(urut) < len(daun):
        for d in daun:
            if d.nomor not in siap and (d.pengali is None or d.pengali in siap):
                urut.append(d)
                siap.add(d.nomor)
    return urut
