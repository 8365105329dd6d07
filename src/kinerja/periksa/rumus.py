"""The formulas a printed achievement may come from, at a point and over the intervals of rounded inputs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from kinerja.capaian import ambang, laju, maksimum, minimum, rentang, stabil
from kinerja.nilai import JenisNilai, Nilai, format_angka
from kinerja.pembulatan import KONTEKS_LEBAR

SERATUS = Decimal(100)
# Inputs and the ends of their intervals are exact; only the formulas divide.
_EKSAK = KONTEKS_LEBAR
_KATA_SKALA = {
    Decimal(10) ** n: kata for n, kata in ((3, "ribu"), (6, "juta"), (9, "miliar"), (12, "triliun"))
}
_SETENGAH = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Selang:
    """What a printed number stands for: 5,8 is anything from 5,75 to 5,85; a whole number is exact.

    >>> Selang.from_printed(Decimal("5.8"))
    Selang(bawah=Decimal('5.75'), atas=Decimal('5.85'))
    >>> Selang.from_printed(Decimal("25")).atas
    Decimal('25')
    """

    bawah: Decimal
    atas: Decimal

    @classmethod
    def from_printed(cls, angka: Decimal, pengali: Decimal = Decimal(1)) -> Selang:
        """The interval that rounds to `angka` at its printed decimals.

        >>> Selang.from_printed(Decimal("1.5"), Decimal(1000)).bawah
        Decimal('1450.00')
        """
        exponent = angka.as_tuple().exponent
        desimal = -exponent if isinstance(exponent, int) else 0
        setengah = _SETENGAH.scaleb(-desimal) if desimal > 0 else Decimal(0)
        bawah, atas = _EKSAK.subtract(angka, setengah), _EKSAK.add(angka, setengah)
        return cls(_EKSAK.multiply(bawah, pengali), _EKSAK.multiply(atas, pengali))

    @property
    def ujung(self) -> tuple[Decimal, Decimal]:
        """Both ends.

        >>> [str(n) for n in Selang(Decimal(1), Decimal(2)).ujung]
        ['1', '2']
        """
        return (self.bawah, self.atas)


@dataclass(frozen=True, slots=True)
class Masukan:
    """The numbers of one row in one reading."""

    realisasi: Decimal
    target: Decimal
    target_bawah: Decimal
    selang_realisasi: Selang
    selang_target: Selang
    selang_bawah: Selang
    pembanding: str | None = None

    @classmethod
    def from_nilai(cls, realisasi: Nilai, target: Nilai) -> Masukan | None:
        """Take the numbers out of two values; None when one of them has none.

        >>> Masukan.from_nilai(Nilai.ordinal("A"), Nilai.ordinal("A")) is None
        True
        """
        if realisasi.angka is None or target.angka is None:
            return None
        bawah = target.angka if target.bawah is None else target.bawah
        p_realisasi, p_target = _scale(realisasi), _scale(target)
        return cls(
            _EKSAK.multiply(realisasi.angka, p_realisasi),
            _EKSAK.multiply(target.angka, p_target),
            _EKSAK.multiply(bawah, p_target),
            Selang.from_printed(realisasi.angka, p_realisasi),
            Selang.from_printed(target.angka, p_target),
            Selang.from_printed(bawah, p_target),
            target.pembanding if target.jenis is JenisNilai.AMBANG else None,
        )

    def corners(self) -> list[Masukan]:
        """The inputs at the ends of their intervals, and where target and realisasi are nearest.

        A range moves as a whole.

        >>> m = Masukan.from_nilai(Nilai.dari_angka(Decimal("4")), Nilai.dari_angka(Decimal("5.0")))
        >>> sorted({str(sudut.target) for sudut in m.corners()})
        ['4.95', '5.05']
        """
        target = list(zip(self.selang_target.ujung, self.selang_bawah.ujung, strict=True))
        pasangan = list(product(self.selang_realisasi.ujung, target))
        dekat = min(max(self.realisasi, self.selang_target.bawah), self.selang_target.atas)
        pasangan.append(
            (self.realisasi, (dekat, self.target_bawah if self.target_bawah != self.target else dekat))
        )
        return [replace(self, realisasi=r, target=t, target_bawah=b) for r, (t, b) in pasangan]


def _scale(nilai: Nilai) -> Decimal:
    return Decimal(1) if nilai.pengali is None else nilai.pengali


@dataclass(frozen=True, slots=True)
class Rumus:
    """One formula: its name, how it is computed, and how it reads with numbers filled in."""

    nama: str
    sebutan: str
    hitung: Callable[[Masukan], Decimal | None]
    tulis: Callable[[str, str], str]
    kontinu: bool = True

    def compute(self, masukan: Masukan) -> Decimal | None:
        """The value at the printed inputs, None where the formula is not defined.

        >>> nol = Nilai.dari_angka(Decimal(0))
        >>> MIN_B.compute(Masukan.from_nilai(nol, Nilai.dari_angka(Decimal(5)))) is None
        True
        """
        return self.hitung(masukan)

    def span(self, masukan: Masukan) -> Selang | None:
        """Smallest and largest value over the intervals of the inputs.

        The formulas are monotonic in each input on either side of the target, so the ends suffice. A
        formula that jumps (met or not met) has no values in between and no span.

        >>> m = Masukan.from_nilai(Nilai.dari_angka(Decimal("4.0")), Nilai.dari_angka(Decimal(5)))
        >>> MAKS.span(m)
        Selang(bawah=Decimal('79.00'), atas=Decimal('81.00'))
        """
        nilai = [n for m in (masukan, *masukan.corners()) if (n := self.hitung(m)) is not None]
        return Selang(min(nilai), max(nilai)) if self.kontinu and nilai else None


def _maks(m: Masukan) -> Decimal | None:
    return None if m.target == 0 else maksimum.compute(m.realisasi, m.target)


def _min_a(m: Masukan) -> Decimal | None:
    return None if m.target == 0 else minimum.compute_a(m.realisasi, m.target)


def _min_b(m: Masukan) -> Decimal | None:
    return None if m.realisasi == 0 else minimum.compute_b(m.realisasi, m.target)


def _rentang(m: Masukan) -> Decimal | None:
    batas = rentang.crossed_bound(m.realisasi, m.target_bawah, m.target)
    return None if batas == 0 else rentang.compute(m.realisasi, m.target_bawah, m.target)


def _rentang_biaya(m: Masukan) -> Decimal | None:
    batas = rentang.crossed_bound(m.realisasi, m.target_bawah, m.target)
    return None if batas == 0 else rentang.compute_biaya(m.realisasi, m.target_bawah, m.target)


def _stabil(m: Masukan) -> Decimal | None:
    return None if m.target == 0 else stabil.compute(m.realisasi, m.target)


def _laju(m: Masukan) -> Decimal | None:
    return None if m.target == 0 else laju.compute(m.realisasi, m.target)


def _ambang(m: Masukan) -> Decimal | None:
    return None if m.pembanding is None else ambang.compute(m.realisasi, m.pembanding, m.target)


def _ordinal(m: Masukan) -> Decimal | None:
    # Grades written as numbers: only equality says something without a ladder of ranks.
    return SERATUS if m.realisasi == m.target else None


MAKS = Rumus("maks", "rumus maksimum", _maks, lambda r, t: f"{r} ÷ {t} × 100")
MIN_A = Rumus("min_a", "rumus minimum A", _min_a, lambda r, t: f"(2 × {t} − {r}) ÷ {t} × 100")
MIN_B = Rumus("min_b", "rumus minimum B", _min_b, lambda r, t: f"{t} ÷ {r} × 100")
RENTANG = Rumus("rentang", "rumus rentang", _rentang, lambda r, t: f"{r} terhadap rentang {t}")
RENTANG_BIAYA = Rumus(
    "rentang_biaya", "rumus rentang biaya", _rentang_biaya, lambda r, t: f"{r} terhadap rentang {t} (biaya)"
)
STABIL = Rumus("stabil", "rumus stabil", _stabil, lambda r, t: f"100 − |{r} − {t}| ÷ {t} × 100")
LAJU_TURUN = Rumus("laju_turun", "rumus laju penurunan", _laju, lambda r, t: f"{r} ÷ {t} × 100")
AMBANG = Rumus("ambang", "rumus ambang", _ambang, lambda r, t: f"{r} terhadap ambang {t}", False)
ORDINAL = Rumus("ordinal", "predikat yang sama", _ordinal, lambda r, t: f"{r} sama dengan {t}", False)

_TIGA = (MAKS, MIN_A, MIN_B)
PER_POLARITAS: dict[str, tuple[Rumus, ...]] = {
    "maks": (MAKS,),
    "min": (MIN_A, MIN_B),
    "min_a": (MIN_A,),
    "min_b": (MIN_B,),
    "rentang": (RENTANG,),
    "rentang_biaya": (RENTANG_BIAYA,),
    "stabil": (STABIL,),
    "ordinal": (ORDINAL,),
    "ambang": (AMBANG,),
    "laju_turun": (LAJU_TURUN,),
    "ambigu": _TIGA,
}


def own_formulas(polaritas: str | None, target: Nilai) -> tuple[Rumus, ...]:
    """The formulas that may explain a row. Without a stated polarity nothing can be ruled out.

    >>> [r.nama for r in own_formulas("min", Nilai.dari_angka(Decimal(5)))]
    ['min_a', 'min_b']
    >>> [r.nama for r in own_formulas(None, Nilai.rentang(Decimal(5), Decimal(6)))]
    ['rentang', 'maks', 'min_a', 'min_b']
    """
    if polaritas is not None:
        return PER_POLARITAS[polaritas]
    if target.jenis is JenisNilai.RENTANG:
        return (RENTANG, *_TIGA)
    return _TIGA


def other_formulas(own: tuple[Rumus, ...], target: Nilai) -> tuple[Rumus, ...]:
    """The formulas of the other polarities, to name the one that was used by mistake.

    >>> [r.nama for r in other_formulas((MAKS,), Nilai.dari_angka(Decimal(5)))]
    ['min_a', 'min_b']
    """
    if LAJU_TURUN in own:
        own = (*own, MAKS)
    calon = (*_TIGA, RENTANG) if target.jenis is JenisNilai.RENTANG else _TIGA
    return tuple(r for r in calon if r not in own)


def show(nilai: Nilai, *, pembanding: bool = False) -> str:
    """An input as it stands in a formula.

    >>> from kinerja.nilai import read_value
    >>> show(Nilai.rentang(Decimal(5), Decimal(6))), show(read_value("500 ribu org"))
    ('5–6', '500 ribu')
    >>> show(Nilai.ordinal("WTP"))
    'WTP'
    """
    if nilai.bawah is not None and nilai.atas is not None:
        return f"{format_angka(nilai.bawah)}–{format_angka(nilai.atas)}"
    if nilai.angka is None:
        return nilai.teks.strip()
    angka = format_angka(nilai.angka)
    if nilai.pengali is not None:
        angka += f" {_KATA_SKALA.get(nilai.pengali, f'× {format_angka(nilai.pengali)}')}"
    if pembanding and nilai.pembanding is not None:
        return f"{nilai.pembanding} {angka}"
    return f"({angka})" if nilai.angka < 0 else angka
