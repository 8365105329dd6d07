"""From the share of fulfilled criteria to a suggested grade. A suggestion never decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kinerja.instrumen.angka import to_baca
from kinerja.instrumen.galat import GalatJawaban
from kinerja.instrumen.model import AmbangSaran, AturanSaran, Instrumen

VARIAN_NASKAH = "88/2021"


@dataclass(frozen=True, slots=True)
class Saran:
    """A suggested grade with its reason; no grade while what is missing could change it."""

    nilai: str | None
    bagian: Fraction | None
    terpenuhi: int
    dari: int
    belum_dijawab: tuple[str, ...]
    alasan: str


class TanpaSaran(ValueError):
    """The instrument has no rule for suggestions, or the item has no criteria."""


def suggest(
    instrumen: Instrumen,
    kode_sub: str,
    terpenuhi: Mapping[str, bool | None],
    *,
    istimewa: str | None = None,
    varian: str = VARIAN_NASKAH,
    bertahan_tahun: int | None = None,
) -> Saran:
    """The grade that the fulfilled criteria suggest.

    `istimewa` ("A" or "AA") lifts full fulfilment: noteworthy effort, or an innovation worth an example.
    `varian` "keberadaan" lifts it by the years it has been kept up, for sub-components of that gradasi.

    >>> from kinerja.instrumen import load
    >>> suggest(load("akip-88-2021-unit"), "2.a", {"2.a.1": True, "2.a.2": True, "2.a.3": False}).nilai
    'CC'
    """
    aturan = instrumen.saran
    kriteria = instrumen.kriteria(kode_sub)
    if aturan is None or not kriteria:
        raise TanpaSaran(f"{instrumen.id} tidak menyarankan nilai untuk {kode_sub}.")
    _check_choices(aturan, kode_sub, istimewa, varian)
    for kode in terpenuhi:
        instrumen.butir(kode)
    jawab = [(k.kode, terpenuhi.get(k.kode)) for k in kriteria]
    ya, dari = sum(v is True for _, v in jawab), len(jawab)
    belum = tuple(kode for kode, v in jawab if v is None)
    if belum:
        return _open(aturan, ya, dari, belum)
    bagian = Fraction(ya, dari)
    if bagian < 1:
        return Saran(_grade(aturan, bagian).kode, bagian, ya, dari, (), _reason(aturan, ya, dari))
    nilai, sebab = _full(aturan, instrumen.butir(kode_sub).gradasi, istimewa, varian, bertahan_tahun)
    return Saran(nilai, bagian, ya, dari, (), f"Semua {dari} kriteria terpenuhi: {sebab}.")


def _check_choices(aturan: AturanSaran, kode_sub: str, istimewa: str | None, varian: str) -> None:
    if istimewa is not None and istimewa not in aturan.istimewa:
        raise GalatJawaban(kode_sub, istimewa, "bukan nilai istimewa", boleh=tuple(aturan.istimewa))
    boleh = (VARIAN_NASKAH, *aturan.varian)
    if varian not in boleh:
        raise GalatJawaban(kode_sub, varian, "bukan varian saran", boleh=boleh)


def _grade(aturan: AturanSaran, bagian: Fraction) -> AmbangSaran:
    # The loader sees to it that the last threshold reaches all criteria.
    return next(a for a in aturan.ambang if bagian < a.sampai or (a.sampai_termasuk and bagian == a.sampai))


def _reason(aturan: AturanSaran, ya: int, dari: int) -> str:
    a = _grade(aturan, Fraction(ya, dari))
    persen = to_baca(Fraction(ya * 100, dari)).partition(" (≈ ")
    cetak = persen[2].rstrip(")") or persen[0]
    if a.di_atas is None:
        return f"Tidak satu pun dari {dari} kriteria terpenuhi: {a.kode}."
    batas = f"di bawah {_percent(a.sampai)}" if not a.sampai_termasuk else f"sampai {_percent(a.sampai)}"
    return f"{ya} dari {dari} kriteria terpenuhi ({cetak}%): di atas {_percent(a.di_atas)} {batas} adalah {a.kode}."


def _percent(bagian: Fraction) -> str:
    return f"{to_baca(bagian * 100)}%"


def _open(aturan: AturanSaran, ya: int, dari: int, belum: tuple[str, ...]) -> Saran:
    rendah = _grade(aturan, Fraction(ya, dari)).kode
    tinggi = _grade(aturan, Fraction(ya + len(belum), dari)).kode
    alasan = f"{ya} dari {dari} kriteria terpenuhi, {len(belum)} belum dijawab: "
    if rendah == tinggi != aturan.ambang[-1].kode:
        return Saran(rendah, None, ya, dari, belum, f"{alasan}apa pun jawabannya {rendah}.")
    return Saran(None, None, ya, dari, belum, f"{alasan}paling rendah {rendah}, paling tinggi {tinggi}.")


def _full(
    aturan: AturanSaran, gradasi: str, istimewa: str | None, varian: str, tahun: int | None
) -> tuple[str, str]:
    penuh = aturan.ambang[-1].kode
    pilihan = aturan.varian.get(varian)
    if pilihan is not None and pilihan.gradasi == gradasi:
        if tahun is None:
            return penuh, f"{penuh}; lama dipertahankan belum disebut"
        for kode, lama in pilihan.bertahan:
            if tahun >= lama:
                return kode, f"{kode}, dipertahankan {tahun} tahun (paling sedikit {lama})"
        return penuh, f"{penuh}, belum dipertahankan setahun"
    if istimewa is not None:
        return istimewa, f"{istimewa}, {aturan.istimewa[istimewa]}"
    return penuh, f"{penuh}, sesuai mandat"
