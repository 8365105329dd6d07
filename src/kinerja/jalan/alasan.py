"""Why each step is in a plan, in a sentence, and in an order that can be worked in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from kinerja.instrumen.angka import to_cetak
from kinerja.jalan.hasil import LangkahJalan
from kinerja.jalan.rakit import IsiSub, Rakitan
from kinerja.jalan.soal import points_of


def explain_steps(rakitan: Rakitan, kode: Iterable[str]) -> tuple[LangkahJalan, ...]:
    """The steps of a plan, prerequisites first, each with its reason."""
    terpilih = frozenset(kode)
    urut = order_steps(rakitan, terpilih)
    dipakai: dict[str, list[str]] = {k: [] for k in urut}
    for k in urut:
        for lain in rakitan.jangkauan.butuh.get(k, ()):
            dipakai[lain].append(k)
    return tuple(_explain(rakitan, k, terpilih, dipakai[k]) for k in urut)


def prerequisites(rakitan: Rakitan, kode: str, terpilih: frozenset[str]) -> tuple[str, ...]:
    """Steps of the plan that must come before this one."""
    isi = rakitan.owner(kode)
    dulu = set(rakitan.jangkauan.butuh.get(kode, ()))
    if kode in isi.naik:
        dulu |= {*isi.kriteria, *isi.naik[: isi.naik.index(kode)]}
    return rakitan.in_order(dulu & terpilih)


def order_steps(rakitan: Rakitan, terpilih: frozenset[str]) -> list[str]:
    """The order of the sheet, but prerequisites first."""
    hasil: dict[str, None] = {}

    def visit(kode: str) -> None:
        if kode in hasil:
            return
        for lain in prerequisites(rakitan, kode, terpilih):
            visit(lain)
        hasil[kode] = None

    for kode in rakitan.in_order(terpilih):
        visit(kode)
    return list(hasil)


def _explain(rakitan: Rakitan, kode: str, terpilih: frozenset[str], dipakai: list[str]) -> LangkahJalan:
    isi = rakitan.owner(kode)
    alasan = (
        _reason_step(rakitan, isi, kode, terpilih) if kode in isi.naik else _reason(rakitan, isi, terpilih)
    )
    if dipakai:
        alasan = f"{alasan} Prasyarat {', '.join(dipakai)}.".strip()
    if kode in rakitan.jangkauan.wajib:
        alasan = f"{alasan} Diwajibkan dalam rencana ini.".strip()
    nama = step_name(rakitan, kode)
    butuh = prerequisites(rakitan, kode, terpilih)
    return LangkahJalan(kode, isi.kode, nama, rakitan.biaya[kode], alasan, butuh)


def step_name(rakitan: Rakitan, kode: str) -> str:
    """The criterion's wording, or what a step above full fulfilment stands for."""
    isi, instrumen = rakitan.owner(kode), rakitan.soal.instrumen
    if kode not in isi.naik:
        return instrumen.butir(kode).nama
    nilai = kode.removeprefix(f"{isi.kode}:")
    istimewa: Mapping[str, str] = instrumen.saran.istimewa if instrumen.saran is not None else {}
    return f"{isi.butir.nama}: {istimewa.get(nilai, nilai)}"


def _reason(rakitan: Rakitan, isi: IsiSub, terpilih: frozenset[str]) -> str:
    """A criterion counts through the number fulfilled in its sub-component."""
    baru = len(terpilih.intersection(isi.kriteria))
    kini, nanti = isi.grade_with(frozenset()), isi.grade_with(terpilih.intersection(isi.kriteria))
    jumlah = len(isi.terpenuhi) + baru
    if kini == nanti:
        if jumlah == len(isi.kriteria) and terpilih.intersection(isi.naik):
            return f"Melengkapi {isi.kode}: langkah di atasnya menuntut semua kriteria terpenuhi."
        return ""
    kenaikan = gain_between(rakitan, isi, kini, nanti)
    return (
        f"Menaikkan {isi.kode} dari {kini} ke {nanti} (+{to_cetak(kenaikan)}): "
        f"terpenuhi {len(isi.terpenuhi)} dari {len(isi.kriteria)} kriteria, menjadi {jumlah}."
    )


def _reason_step(rakitan: Rakitan, isi: IsiSub, kode: str, terpilih: frozenset[str]) -> str:
    nanti = kode.removeprefix(f"{isi.kode}:")
    tingkat = isi.naik.index(kode)
    sebelum = isi.grade_with(terpilih.intersection((*isi.kriteria, *isi.naik[:tingkat])))
    kenaikan = gain_between(rakitan, isi, sebelum, nanti)
    dasar = (
        f"Semua kriteria {isi.kode} terpenuhi hanya memberi {isi.tangga.penuh}; "
        if tingkat == 0
        else f"Di atas {sebelum}: "
    )
    istimewa: Mapping[str, str] = saran.istimewa if (saran := rakitan.soal.instrumen.saran) else {}
    return f"{dasar}{istimewa.get(nanti, nanti)} menaikkannya ke {nanti} (+{to_cetak(kenaikan)})."


def gain_between(rakitan: Rakitan, isi: IsiSub, dari: str, ke: str) -> Fraction:
    """Points between two grades of a sub-component."""
    instrumen = rakitan.soal.instrumen
    return points_of(instrumen, isi.kode, ke) - points_of(instrumen, isi.kode, dari)
