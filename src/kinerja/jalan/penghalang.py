"""What stands in the way when a target cannot be reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from kinerja.instrumen.angka import to_baca
from kinerja.jalan.pilihan import score_set
from kinerja.jalan.rakit import IsiSub, Rakitan, rakit
from kinerja.jalan.soal import Soal, points_of
from kinerja.jalan.ukur import Nilai


def explain_blockers(rakitan: Rakitan, tertinggi: Nilai) -> tuple[str, ...]:
    """The shortfall, what holds each sub-component back (the heaviest first), and what alone would do."""
    predikat = rakitan.predikat
    syarat = "paling sedikit" if predikat.termasuk else "di atas"
    awal = (
        f"Nilai tertinggi yang dapat dicapai {to_baca(tertinggi.total_ketat)}; "
        f"{predikat.kode} menuntut {syarat} {to_baca(predikat.di_atas)}."
    )
    tertahan = [t for isi in rakitan.isi.values() if (t := _held_back(rakitan, isi, tertinggi.jawaban))]
    urut = [kalimat for _, kalimat in sorted(tertahan, key=lambda t: -t[0])]
    return (awal, *urut, *_single_releases(rakitan))


def _held_back(rakitan: Rakitan, isi: IsiSub, jawaban: Mapping[str, str]) -> tuple[Fraction, str] | None:
    """What keeps a sub-component from its highest grade, and how many points that costs."""
    tutup = [k for k in (*isi.kriteria, *isi.naik) if k in rakitan.jangkauan.sebab]
    puncak = isi.tangga.naik[-1] if isi.tangga.naik else isi.tangga.penuh
    instrumen = rakitan.soal.instrumen
    hilang = points_of(instrumen, isi.kode, puncak) - points_of(instrumen, isi.kode, jawaban[isi.kode])
    # A step that waits for a ruled-out one is explained by that one.
    akar = [
        k for k in tutup if not rakitan.jangkauan.sebab[k].startswith("menunggu") or _elsewhere(rakitan, k)
    ]
    if not hilang or not akar:
        return None
    sebab: dict[str, list[str]] = {}
    for k in akar:
        sebab.setdefault(rakitan.jangkauan.sebab[k], []).append(k)
    isi_sebab = "; ".join(f"{', '.join(daftar)} {alasan}" for alasan, daftar in sebab.items())
    return hilang, f"{isi.kode} tertahan di {jawaban[isi.kode]} (−{to_baca(hilang)}): {isi_sebab}."


def _elsewhere(rakitan: Rakitan, kode: str) -> bool:
    """Whether a step waits for one of another sub-component."""
    ditunggu = rakitan.jangkauan.sebab[kode].removeprefix("menunggu ")
    return rakitan.jangkauan.sub_of[ditunggu] != rakitan.jangkauan.sub_of[kode]


def _single_releases(rakitan: Rakitan) -> tuple[str, ...]:
    """Codes of `luar_jangkauan` of which any one, if it were possible, would be enough."""
    soal = rakitan.soal
    cukup = [k for k in sorted(soal.luar_jangkauan) if _highest(_released(soal, k)) >= rakitan.minimum]
    if not cukup:
        return ()
    return (f"Cukup bila salah satu dari ini terjangkau: {', '.join(cukup)}.",)


def _released(soal: Soal, kode: str) -> Rakitan:
    return rakit(replace(soal, luar_jangkauan=soal.luar_jangkauan - {kode}))


def _highest(rakitan: Rakitan) -> int:
    """The score with everything done that can be done."""
    return sum(score_set(s, rakitan.jangkauan.terbuka) for s in rakitan.sub)
