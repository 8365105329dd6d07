"""From a question to whole numbers: checks every place of the input, then scales scores and efforts.

Nothing is rounded: all weights times grades are brought to one denominator, all efforts to another, so that
"above 80" is a comparison of whole numbers and 80 is never above 80.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, floor, lcm

from kinerja.instrumen import Butir, Predikat
from kinerja.jalan.galat import GalatJalan
from kinerja.jalan.masukan import KodeDikenal, check_soal
from kinerja.jalan.muka import Susunan, build_susunan
from kinerja.jalan.pilihan import SubRakit, Unsur
from kinerja.jalan.prasyarat import Jangkauan, build_jangkauan
from kinerja.jalan.soal import BIAYA_BAKU, Soal, parse_biaya, points_of, step_code
from kinerja.jalan.tangga import Tangga, build_tangga

#: Efforts are multiplied by this and one is added per step: of two equal efforts the shorter plan wins.
LANGKAH = 1 << 14


@dataclass(frozen=True)
class IsiSub:
    """What a sub-component holds now, in words of the instrument."""

    butir: Butir
    tangga: Tangga
    kriteria: tuple[str, ...]
    terpenuhi: frozenset[str]
    dipegang: str | None

    @property
    def kode(self) -> str:
        """The code of the sub-component."""
        return self.butir.kode

    @property
    def naik(self) -> tuple[str, ...]:
        """The codes of the steps above full fulfilment, rising."""
        return tuple(step_code(self.kode, n) for n in self.tangga.naik)

    @property
    def selesai(self) -> frozenset[str]:
        """Criteria fulfilled and steps held."""
        if self.dipegang is None:
            return self.terpenuhi
        tabel = self.tangga.skala.tabel
        dipegang = {step_code(self.kode, n) for n in self.tangga.naik if tabel[n] <= tabel[self.dipegang]}
        return self.terpenuhi | dipegang

    def grade_with(self, terpilih: frozenset[str]) -> str:
        """The grade once these steps are done; what is held already is never lost."""
        jumlah = len(self.terpenuhi) + sum(k in terpilih for k in self.kriteria)
        nilai = self.tangga.higher(self.tangga.jenjang[jumlah], self.dipegang)
        for naik in self.tangga.naik:
            if step_code(self.kode, naik) in terpilih:
                nilai = self.tangga.higher(naik, nilai)
        return nilai


@dataclass(frozen=True)
class Rakitan:
    """The question in whole numbers, and what is needed to speak about it again in words."""

    soal: Soal
    predikat: Predikat
    isi: Mapping[str, IsiSub]
    jangkauan: Jangkauan
    biaya: Mapping[str, Fraction]
    skala_nilai: int
    skala_biaya: int
    minimum: int
    sub: tuple[SubRakit, ...]

    @cached_property
    def susunan(self) -> Susunan:
        """The groups with their frontiers."""
        return build_susunan(self.sub)

    @cached_property
    def urutan(self) -> Mapping[str, int]:
        """Place of every criterion and step on the sheet."""
        semua = (k for i in self.isi.values() for k in (*i.kriteria, *i.naik))
        return {k: n for n, k in enumerate(semua)}

    def in_order(self, kode: Iterable[str]) -> tuple[str, ...]:
        """Steps in the order of the sheet."""
        return tuple(sorted(kode, key=self.urutan.__getitem__))

    def grades(self, terpilih: frozenset[str]) -> dict[str, str]:
        """The answer of every sub-component once these steps are done."""
        return {kode: isi.grade_with(terpilih) for kode, isi in self.isi.items()}

    def reached_by(self, total_ketat: Fraction) -> bool:
        """Whether a total, after what a stricter evaluator takes off, reaches the target."""
        return self.predikat.reached_by(total_ketat)

    def cost(self, kode: tuple[str, ...]) -> Fraction:
        """The effort of these steps."""
        return sum((self.biaya[k] for k in kode), Fraction(0))

    def owner(self, kode: str) -> IsiSub:
        """The sub-component of a criterion or step."""
        return self.isi[self.jangkauan.sub_of[kode]]


def rakit(soal: Soal) -> Rakitan:
    """Check the question and turn it into whole numbers."""
    predikat = _target(soal)
    isi = {b.kode: _isi(soal, b) for b in soal.instrumen.penilaian}
    check_soal(
        soal,
        KodeDikenal(
            frozenset(k for i in isi.values() for k in i.kriteria),
            frozenset(k for i in isi.values() for k in i.naik),
            {kode: i.tangga.naik for kode, i in isi.items()},
        ),
    )
    biaya = _biaya(soal, isi)
    jangkauan = build_jangkauan(
        kriteria={kode: i.kriteria for kode, i in isi.items()},
        naik={kode: i.naik for kode, i in isi.items()},
        selesai=frozenset(k for i in isi.values() for k in i.selesai),
        soal=soal,
    )
    skala_biaya = lcm(*(b.denominator for b in biaya.values()))
    poin = {kode: _points(soal, i) for kode, i in isi.items()}
    skala_nilai = lcm(*(p.denominator for daftar in poin.values() for p in daftar.semua))
    satuan = {k: int(b * skala_biaya) for k, b in biaya.items()}
    sub = tuple(_sub(i, jangkauan, poin[kode].scaled(skala_nilai), satuan) for kode, i in isi.items())
    minimum = _minimum(soal, predikat, skala_nilai)
    return Rakitan(soal, predikat, isi, jangkauan, biaya, skala_nilai, skala_biaya, minimum, sub)


def _target(soal: Soal) -> Predikat:
    try:
        predikat = soal.instrumen.predikat.get(soal.target)
    except KeyError:
        pilihan = ", ".join(soal.instrumen.predikat.kode)
        raise GalatJalan(
            f'Predikat "{soal.target}" tidak ada. Pilihan: {pilihan}.', bidang="target"
        ) from None
    if predikat.syarat:
        raise GalatJalan(
            f"Predikat {predikat.kode} bergantung pada syarat selain nilai; belum dapat dihitung.",
            bidang="target",
        )
    return predikat


def _isi(soal: Soal, butir: Butir) -> IsiSub:
    kriteria = tuple(k.kode for k in soal.instrumen.kriteria(butir.kode))
    dipegang = soal.jawaban.get(butir.kode)
    if dipegang is not None:
        points_of(soal.instrumen, butir.kode, dipegang)
    terpenuhi = frozenset(k for k in kriteria if soal.terpenuhi.get(k) is True)
    return IsiSub(butir, build_tangga(soal.instrumen, butir), kriteria, terpenuhi, dipegang)


def _biaya(soal: Soal, isi: Mapping[str, IsiSub]) -> dict[str, Fraction]:
    """Effort of every criterion and of every step that has one."""
    biaya = {
        k: parse_biaya(soal.biaya[k], bidang=f"biaya {k}") if k in soal.biaya else BIAYA_BAKU
        for i in isi.values()
        for k in i.kriteria
    }
    for kode, naik in soal.istimewa.items():
        for nilai, b in naik.items():
            biaya[step_code(kode, nilai)] = parse_biaya(b, bidang=f"istimewa {kode} {nilai}")
    return biaya


@dataclass(frozen=True, slots=True)
class _Poin:
    """Points of a sub-component per number of criteria, per open step, and when nothing is done."""

    jumlah: tuple[Fraction, ...]
    naik: Mapping[str, Fraction]
    diam: Fraction

    @property
    def semua(self) -> tuple[Fraction, ...]:
        return (*self.jumlah, *self.naik.values(), self.diam)

    def scaled(self, skala: int) -> _Poin:
        return _Poin(
            tuple(p * skala for p in self.jumlah),
            {k: p * skala for k, p in self.naik.items()},
            self.diam * skala,
        )


def _points(soal: Soal, isi: IsiSub) -> _Poin:
    def after_gap(nilai: str) -> Fraction:
        turun = isi.tangga.lower_by(nilai, soal.ketat.jenjang.get(isi.kode, 0))
        lepas = Fraction(soal.ketat.sub.get(isi.kode, 0))
        return max(points_of(soal.instrumen, isi.kode, turun) - lepas, Fraction(0))

    jumlah = tuple(after_gap(isi.tangga.higher(n, isi.dipegang)) for n in isi.tangga.jenjang)
    naik = {step_code(isi.kode, n): after_gap(isi.tangga.higher(n, isi.dipegang)) for n in isi.tangga.naik}
    kini = isi.grade_with(frozenset())
    diam = points_of(soal.instrumen, isi.kode, kini) if soal.ketat.hanya_berubah else after_gap(kini)
    return _Poin(jumlah, naik, diam)


def _sub(isi: IsiSub, jangkauan: Jangkauan, poin: _Poin, biaya: Mapping[str, int]) -> SubRakit:
    def unsur(kode: str) -> Unsur:
        dalam, luar = jangkauan.split_butuh(kode)
        return Unsur(kode, biaya[kode] * LANGKAH + 1, dalam, luar)

    kriteria = tuple(unsur(k) for k in isi.kriteria if k in jangkauan.terbuka)
    naik = tuple(unsur(k) for k in isi.naik if k in jangkauan.terbuka)
    milik = {u.kode for u in (*kriteria, *naik)}
    return SubRakit(
        kode=isi.kode,
        terpenuhi=len(isi.terpenuhi),
        jumlah=len(isi.kriteria),
        nilai=tuple(int(p) for p in poin.jumlah),
        nilai_diam=int(poin.diam),
        kriteria=kriteria,
        naik=naik,
        nilai_naik=tuple(int(poin.naik[u.kode]) for u in naik),
        wajib=frozenset(milik & jangkauan.wajib),
        dibutuhkan=frozenset(milik & jangkauan.dibutuhkan_luar),
    )


def _minimum(soal: Soal, predikat: Predikat, skala: int) -> int:
    """The least whole score that reaches the target after what the evaluator takes off the total."""
    batas = (predikat.di_atas + Fraction(soal.ketat.total)) * skala
    return ceil(batas) if predikat.termasuk else floor(batas) + 1
