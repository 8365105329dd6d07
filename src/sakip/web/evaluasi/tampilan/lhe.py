"""The result sheet of an LHE: weight, last year, this year, grade, note."""

from dataclasses import dataclass
from fractions import Fraction

from sakip.apps.evaluasi.bacaan import LembarTampil, SubTampil
from sakip.apps.evaluasi.convert import parse_exact
from sakip.apps.evaluasi.models import TahapNilai
from sakip.apps.evaluasi.workflow import RANTAI_APIP


@dataclass(frozen=True, slots=True)
class BarisHasil:
    kode: str
    nama: str
    bobot: Fraction
    lalu: Fraction | None
    skor: Fraction | None
    nilai: str
    catatan: str


@dataclass(frozen=True, slots=True)
class KomponenHasil:
    kode: str
    nama: str
    bobot: Fraction
    lalu: Fraction | None
    nilai: Fraction | None
    sub: tuple[BarisHasil, ...]


@dataclass(frozen=True, slots=True)
class HasilTampil:
    komponen: tuple[KomponenHasil, ...]
    bobot: Fraction
    total: Fraction | None
    total_lalu: Fraction | None
    predikat: str
    predikat_lalu: str


def build_hasil(isi: LembarTampil) -> HasilTampil:
    lalu = isi.hasil_lalu
    sub_lalu = {} if lalu is None else {k: parse_exact(v["skor"]) for k, v in lalu.sub.items()}
    return HasilTampil(
        tuple(
            KomponenHasil(
                k.kode,
                k.butir.nama,
                k.bobot,
                k.nilai_lalu,
                k.nilai,
                tuple(_row(s, sub_lalu.get(s.kode)) for s in k.sub),
            )
            for k in isi.komponen
        ),
        sum((k.bobot for k in isi.komponen), Fraction(0)),
        isi.skor.total,
        None if lalu is None else parse_exact(lalu.total),
        "" if isi.skor.predikat is None else isi.skor.predikat.kode,
        "" if lalu is None else lalu.predikat,
    )


def _row(s: SubTampil, lalu: Fraction | None) -> BarisHasil:
    return BarisHasil(
        s.kode,
        s.butir.nama,
        s.bobot,
        lalu,
        s.nilai,
        "" if s.berlaku is None else s.berlaku.nilai,
        note_of(s),
    )


def note_of(s: SubTampil) -> str:
    """The latest note of the APIP chain."""
    for tahap in reversed(RANTAI_APIP):
        milik = s.jawaban.get(TahapNilai(tahap))
        if milik is not None and milik.catatan:
            return milik.catatan
    return ""
