"""Workbooks of an evaluation built from grades, scored by `kinerja`; no database."""

from __future__ import annotations

import random
from collections.abc import Mapping

from kinerja.instrumen import Instrumen, load, score
from sakip.reports.lke.data import IsiBuku, IsiLembar

UNIT = load("akip-88-2021-unit")


def buat_isi(
    kode: str,
    apip: Mapping[str, str],
    mandiri: Mapping[str, str] | None = None,
    instrumen: Instrumen = UNIT,
    klaster: str = "utama",
) -> IsiLembar:
    """One sheet of a unit; the evaluator's note begins like a formula, as people write."""
    punya = apip if mandiri is None else mandiri
    return IsiLembar(
        uid=f"uid-{kode}",
        kode=kode,
        nama=f"Dinas {kode}",
        klaster=klaster,
        profil="unit",
        tahap="Evaluasi",
        instrumen=instrumen,
        instrumen_hash=instrumen.hash,
        mandiri=punya,
        apip=apip,
        skor_mandiri=score(instrumen, punya),
        skor_apip=score(instrumen, apip),
        catatan={"1.a": "=belum lengkap"},
        catatan_mandiri={},
        bukti={"1.a": "Renstra\nPerjanjian kinerja"},
    )


def semua(nilai: str, instrumen: Instrumen = UNIT) -> dict[str, str]:
    return {butir.kode: nilai for butir in instrumen.penilaian}


def acak(benih: int, instrumen: Instrumen = UNIT) -> dict[str, str]:
    acak_ = random.Random(benih)
    return {b.kode: acak_.choice(["AA", "A", "BB", "B", "CC", "C", "D", "E"]) for b in instrumen.penilaian}


def buat_buku(*lembar: IsiLembar) -> IsiBuku:
    return IsiBuku(instansi="Kota Metro", contoh=True, tahun=2025, lembar=lembar)
