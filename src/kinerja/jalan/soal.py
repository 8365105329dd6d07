"""The question: where a sheet stands, what each step costs, and which predikat is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from kinerja.instrumen import Instrumen
from kinerja.jalan.galat import GalatJalan

Angka = int | Decimal | Fraction
#: Effort of a criterion for which none was given.
BIAYA_BAKU = Fraction(1)


@dataclass(frozen=True)
class Ketat:
    """A stricter evaluator: what he is expected to take off.

    `total` points off the total, `sub` points off a sub-component's value, `jenjang` rungs off its grade.
    `hanya_berubah`: only sub-components in which the plan does something are marked down, because the others
    stand as the evaluator himself last scored them.
    """

    total: Angka = 0
    sub: Mapping[str, Angka] = field(default_factory=dict)
    jenjang: Mapping[str, int] = field(default_factory=dict)
    hanya_berubah: bool = False


@dataclass(frozen=True)
class Soal:
    """A sheet and a wish. Criteria not named in `terpenuhi` (or None there) are not fulfilled.

    `istimewa` holds per sub-component the effort from full fulfilment to A and from A to AA; `jawaban` grades
    already held; `butuh` what a criterion or step needs first; `wajib` steps that must be part of the plan.
    """

    instrumen: Instrumen
    target: str
    terpenuhi: Mapping[str, bool | None] = field(default_factory=dict)
    biaya: Mapping[str, Angka] = field(default_factory=dict)
    istimewa: Mapping[str, Mapping[str, Angka]] = field(default_factory=dict)
    luar_jangkauan: frozenset[str] = frozenset()
    butuh: Mapping[str, Sequence[str]] = field(default_factory=dict)
    jawaban: Mapping[str, str] = field(default_factory=dict)
    ketat: Ketat = field(default_factory=Ketat)
    wajib: frozenset[str] = frozenset()


def step_code(sub: str, nilai: str) -> str:
    """The code of a step above full fulfilment.

    >>> step_code("1.c", "A")
    '1.c:A'
    """
    return f"{sub}:{nilai}"


def parse_biaya(nilai: object, *, bidang: str, sebutan: str = "Upaya") -> Fraction:
    """An effort as an exact fraction; negative, NaN and non-numbers are refused.

    >>> parse_biaya(Decimal("2.5"), bidang="biaya 1.a.1")
    Fraction(5, 2)
    """
    if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal | Fraction):
        raise GalatJalan(f"{sebutan} harus bilangan.", bidang=bidang)
    if isinstance(nilai, Decimal) and not nilai.is_finite():
        raise GalatJalan(f"{sebutan} harus bilangan biasa, bukan NaN atau tak hingga.", bidang=bidang)
    if nilai < 0:
        raise GalatJalan(f"{sebutan} tidak boleh negatif.", bidang=bidang)
    return Fraction(nilai)


def gap_from(
    instrumen: Instrumen,
    riwayat: Iterable[Mapping[str, tuple[str, str]]],
    *,
    cara: str = "rata",
    hanya_berubah: bool = False,
) -> Ketat:
    """What an evaluator used to take off, from past years of {sub: (self-assessed, evaluator's)}.

    `cara` "rata" takes the mean over the years, "terbesar" the worst year. A year in which the evaluator gave
    more counts as no gap: leniency once seen is not planned on.
    """
    if cara not in {"rata", "terbesar"}:
        raise GalatJalan('Pilihannya "rata" atau "terbesar".', bidang="cara")
    selisih: dict[str, list[Fraction]] = {}
    for tahun in riwayat:
        for kode, (mandiri, evaluator) in tahun.items():
            beda = points_of(instrumen, kode, mandiri) - points_of(instrumen, kode, evaluator)
            selisih.setdefault(kode, []).append(max(beda, Fraction(0)))
    sub = {k: max(s) if cara == "terbesar" else sum(s, Fraction(0)) / len(s) for k, s in selisih.items()}
    return Ketat(sub=sub, hanya_berubah=hanya_berubah)


@lru_cache(maxsize=4096)
def points_of(instrumen: Instrumen, kode: str, nilai: str) -> Fraction:
    """What a grade of a sub-component is worth in points of the total."""
    butir = instrumen.butir(kode)
    skala = instrumen.skala.get(butir.skala or "")
    if skala is None or butir.bobot is None:
        raise GalatJalan("Butir ini tidak dinilai dengan gradasi.", bidang=f"jawaban {kode}")
    if nilai not in skala.tabel:
        pilihan = ", ".join(skala.kode)
        raise GalatJalan(f'Jawaban "{nilai}" di luar skala. Pilihan: {pilihan}.', bidang=f"jawaban {kode}")
    return butir.bobot * skala.tabel[nilai]
