"""The lines of a printed tree: from a condition to those below it, and to the further ones it supports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sakip.reports.pohon.model import Bagan, Kotak
from sakip.reports.pohon.susun import LEBAR


@dataclass(frozen=True, slots=True)
class Garis:
    """A path and the rectangle it keeps within."""

    jalur: str
    kiri: int
    atas: int
    kanan: int
    bawah: int


def branch_lines(semua: Sequence[Kotak]) -> tuple[Garis, ...]:
    """One path per parent: a common bus, and a spine beside a stack."""
    return tuple(_branch(kotak) for kotak in semua if kotak.anak)


def _branch(kotak: Kotak) -> Garis:
    tengah, bawah = kotak.x + LEBAR // 2, kotak.y + kotak.tinggi
    return Garis(
        "".join(_inside_column(kotak) if kotak.gantung else _below(kotak, tengah, bawah)),
        min(tengah, *(anak.x - 12 for anak in kotak.anak)),
        bawah,
        max(tengah, *(anak.x + LEBAR for anak in kotak.anak)),
        max(anak.y + anak.tinggi for anak in kotak.anak),
    )


def _inside_column(kotak: Kotak) -> Iterable[str]:
    """Inside a column the spine starts below the box itself."""
    sisi, akhir = kotak.x + 12, kotak.anak[-1]
    yield f"M{sisi} {kotak.y + kotak.tinggi}V{akhir.y + akhir.tinggi // 2}"
    for anak in kotak.anak:
        yield f"M{sisi} {anak.y + anak.tinggi // 2}H{anak.x}"


def _below(kotak: Kotak, tengah: int, bawah: int) -> Iterable[str]:
    simpang = min(anak.y for anak in kotak.anak) - 17
    yield f"M{tengah} {bawah}V{simpang}"
    punggung: dict[int, int] = {}
    for anak in kotak.anak:
        if anak.gantung:
            sisi, rusuk = anak.x - 12, anak.y + anak.tinggi // 2
            yield f"M{sisi} {rusuk}H{anak.x}"
            punggung[sisi] = max(rusuk, punggung.get(sisi, rusuk))
        else:
            yield f"M{tengah} {simpang}H{anak.x + LEBAR // 2}V{anak.y}"
    for sisi, ujung in punggung.items():
        yield f"M{tengah} {simpang}H{sisi}V{ujung}"


def support_lines(bagan: Bagan) -> tuple[Garis, ...]:
    """Curves from side to side, as on the canvas; drawn dashed."""
    return tuple(_support(dari, ke) for dari, ke in bagan.dukungan)


def _support(dari: Kotak, ke: Kotak) -> Garis:
    arah = 1 if ke.x >= dari.x else -1
    y, v = dari.y + 18, ke.y + ke.tinggi - 18
    x, u = dari.x + LEBAR // 2 + arah * LEBAR // 2, ke.x + LEBAR // 2 - arah * LEBAR // 2
    jalur = f"M{x} {y}C{x + arah * 26} {y} {u - arah * 26} {v} {u} {v}"
    return Garis(jalur, min(x, u) - 26, min(y, v), max(x, u) + 26, max(y, v))
