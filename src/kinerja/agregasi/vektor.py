"""The bulk twin: capaian of millions of measurements, rolled up to groups, in float64.

Works through the columns in blocks that stay in the processor's cache. Every formula is one quotient
whose numerator is rounded once, so each capaian agrees with the Decimal engine on the same float
inputs to a few units in the last place, far inside 1e-9 relative. A sum of capaian with mixed signs
is held to 1e-9 of the sum of their magnitudes. Missing is NaN, and so is what cannot be computed;
both are due but not counted. Numbers must be finite.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinerja.capaian import NolMinB, Polaritas

F8 = NDArray[np.float64]
U1 = NDArray[np.uint8]
ID = NDArray[np.int64]

#: Formula codes of a column. Ordinals and thresholds are looked up, not divided: hand them in as
#: `maks` with their ranks, or with a target of 100 and a realisasi of 100 or 0.
KODE: Mapping[Polaritas, int] = {
    Polaritas.MAKS: 0,
    Polaritas.LAJU_TURUN: 0,
    Polaritas.MIN: 2,
    Polaritas.MIN_B: 3,
    Polaritas.STABIL: 4,
    Polaritas.RENTANG: 5,
    Polaritas.RENTANG_BIAYA: 6,
}
# MAKS and MIN are the factor of T in their numerators (0·T + R and 2·T − R), so a code is its own factor.
_MIN, _MIN_B, _STABIL, _RENTANG, _BIAYA = 2, 3, 4, 5, 6
_TANPA_ARTI = 1
_BLOK = 1 << 16
#: Below this many rows per run of equal groups, scattering beats summing runs.
_RUN_MIN = 8


class KolomTidakSah(ValueError):
    """The columns do not fit together, or hold codes or groups that do not exist."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """Measurements as columns of one length.

    `target` is the upper bound for range formulas, `bawah` their lower bound. `batas` is one cap for
    all, or one for each row (NaN = no cap).
    """

    target: F8
    realisasi: F8
    rumus: U1
    batas: float | F8 | None = None
    bawah: F8 | None = None
    nol_min_b: NolMinB = NolMinB.RUMUS_A

    def __post_init__(self) -> None:
        """Refuse columns that do not fit together."""
        n = len(self.target)
        kolom = (self.realisasi, self.rumus, self.bawah, self.batas)
        if any(len(k) != n for k in kolom if isinstance(k, np.ndarray)):
            raise KolomTidakSah("Semua kolom harus sama panjang.")
        if n and (int(self.rumus.max()) > _BIAYA or (self.rumus == _TANPA_ARTI).any()):
            raise KolomTidakSah("Kolom rumus memuat kode yang tidak dikenal.")
        if n and self.bawah is None and int(self.rumus.max()) >= _RENTANG:
            raise KolomTidakSah("Rumus rentang memerlukan kolom batas bawah.")

    def __len__(self) -> int:
        """The number of measurements."""
        return len(self.target)


@dataclass(frozen=True, slots=True)
class Rekap:
    """Per group: the sum of capped capaian, how many were counted, how many were due."""

    jumlah: F8
    n_dihitung: ID
    n_wajib: ID

    @property
    def rerata(self) -> F8:
        """Mean capaian of each group; NaN where nothing was counted."""
        hasil = np.full(len(self.jumlah), np.nan)
        np.divide(self.jumlah, self.n_dihitung, out=hasil, where=self.n_dihitung > 0)
        return hasil

    def fold(self, induk: ID, n_induk: int) -> Rekap:
        """Add groups up into parents (units into instansi): sums and counts stay exact pairs.

        >>> r = Rekap(np.array([200.0, 50.0]), np.array([2, 1]), np.array([2, 3]))
        >>> r.fold(np.array([0, 0]), 1).n_wajib.tolist()
        [5]
        """
        jumlah: F8 = np.bincount(induk, self.jumlah, n_induk).astype(np.float64, copy=False)
        n_dihitung, n_wajib = (np.zeros(n_induk, np.int64) for _ in range(2))
        np.add.at(n_dihitung, induk, self.n_dihitung)
        np.add.at(n_wajib, induk, self.n_wajib)
        return Rekap(jumlah, n_dihitung, n_wajib)

    def mean_of_means(self, induk: ID, n_induk: int) -> Rekap:
        """The next level of a nested mean: each counted group weighs one, whatever its size."""
        ada = self.n_dihitung > 0
        jumlah: F8 = np.bincount(induk[ada], self.rerata[ada], n_induk).astype(np.float64, copy=False)
        dihitung = np.bincount(induk[ada], minlength=n_induk).astype(np.int64)
        return Rekap(jumlah, dihitung, np.bincount(induk, minlength=n_induk).astype(np.int64))


def compute_vektor(kolom: Kolom, *, terbatas: bool = True) -> F8:
    """Capaian of every row, capped unless told otherwise; NaN where there is none.

    >>> k = Kolom(np.array([10.9, 0.0]), np.array([10.21, 2.0]), np.array([2, 2], np.uint8))
    >>> compute_vektor(k).round(2).tolist()
    [106.33, 0.0]
    """
    hasil = np.empty(len(kolom))
    kerja = _Kerja()
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        for awal, akhir in _blocks(0, len(kolom)):
            np.multiply(kerja.compute(kolom, awal, akhir, terbatas=terbatas), 100.0, out=hasil[awal:akhir])
    return hasil


def roll_up(kolom: Kolom, kelompok: ID | NDArray[np.int32], n_kelompok: int, *, utas: int = 2) -> Rekap:
    """Capped capaian summed and counted per group, in any order of rows; sorted rows are fastest.

    `kelompok` is the group of each row, such as unit x 4 + quarter. `utas` is the number of threads.

    >>> k = Kolom(np.array([10.0, 10.0, 10.0]), np.array([9.0, np.nan, 5.0]), np.zeros(3, np.uint8))
    >>> r = roll_up(k, np.array([0, 0, 1]), 2)
    >>> r.rerata.tolist(), r.n_dihitung.tolist(), r.n_wajib.tolist()
    ([90.0, 50.0], [1, 1], [2, 1])
    """
    n = len(kolom)
    if len(kelompok) != n:
        raise KolomTidakSah("Kolom kelompok harus sama panjang dengan kolom lain.")
    irisan = max(1, min(utas, n // (4 * _BLOK)))
    tepi = [n * i // irisan for i in range(irisan + 1)]
    if irisan == 1:
        return _roll_up_slice(kolom, kelompok, n_kelompok, 0, n)
    with ThreadPoolExecutor(irisan) as pelaksana:
        bagian = list(
            pelaksana.map(
                lambda i: _roll_up_slice(kolom, kelompok, n_kelompok, tepi[i], tepi[i + 1]), range(irisan)
            )
        )
    return Rekap(
        np.sum([b.jumlah for b in bagian], axis=0),
        np.sum([b.n_dihitung for b in bagian], axis=0),
        np.sum([b.n_wajib for b in bagian], axis=0),
    )


def _blocks(awal: int, akhir: int) -> Iterator[tuple[int, int]]:
    for mulai in range(awal, akhir, _BLOK):
        yield mulai, min(mulai + _BLOK, akhir)


def _roll_up_slice(
    kolom: Kolom, kelompok: ID | NDArray[np.int32], n_kelompok: int, awal: int, akhir: int
) -> Rekap:
    kerja, jumlah, paket = _Kerja(), np.zeros(n_kelompok), np.zeros(n_kelompok, np.int64)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        for mulai, selesai in _blocks(awal, akhir):
            nilai, grup = kerja.compute(kolom, mulai, selesai, terbatas=True), kelompok[mulai:selesai]
            dihitung = kerja.blank_missing(nilai)
            beda = np.not_equal(grup[1:], grup[:-1], out=kerja.topeng[: len(grup) - 1])
            if np.count_nonzero(beda) * _RUN_MIN < len(grup):
                # Rows of one group stand together: add up each run first.
                kepala = np.concatenate((_AWAL, np.flatnonzero(beda) + 1))
                n_run = np.diff(kepala, append=len(grup))
                nilai, paket_baru = np.add.reduceat(nilai, kepala), np.add.reduceat(dihitung, kepala)
                paket_baru = n_run * _WAJIB - paket_baru
                grup = grup[kepala]
            else:
                paket_baru = np.subtract(_WAJIB, dihitung, out=dihitung)
            _check_groups(grup, n_kelompok)
            grup = grup.astype(np.intp, copy=False)
            np.add.at(jumlah, grup, nilai)
            np.add.at(paket, grup, paket_baru)
    return Rekap(jumlah * 100.0, paket & _HITUNG, paket >> _GESER)


#: Counted and due travel in one integer: 1 for a counted row, plus this for every row.
_GESER = 31
_WAJIB, _HITUNG = 1 << _GESER, (1 << _GESER) - 1
_AWAL = np.zeros(1, np.intp)


def _check_groups(grup: NDArray[np.integer[Any]], n_kelompok: int) -> None:
    if int(grup.min()) < 0 or int(grup.max()) >= n_kelompok:
        raise KolomTidakSah(f"Nomor kelompok harus dari 0 sampai {n_kelompok - 1}.")


class _Kerja:
    """Scratch arrays of one thread, reused for every block so that nothing leaves the cache."""

    def __init__(self) -> None:
        #: Capaian / 100 of the block; the factor is applied once, to the sums.
        self.rasio = np.empty(_BLOK)
        self._faktor = np.empty(_BLOK)
        self._bantu = np.empty(_BLOK)
        self.topeng = np.empty(_BLOK, np.bool_)
        self._lain = np.empty(_BLOK + _BLOK // 8 + 1, np.bool_)

    def compute(self, kolom: Kolom, awal: int, akhir: int, *, terbatas: bool) -> F8:
        """Capaian / 100 of the rows, NaN where there is none; a view that the next block overwrites."""
        n = akhir - awal
        blok = _Blok(self.rasio[:n], kolom.target[awal:akhir], kolom.realisasi[awal:akhir], self.topeng[:n])
        kode = kolom.rumus[awal:akhir]
        self._divide_linear(blok, kode)
        posisi = self._exceptions(blok, kode)
        if len(posisi):
            bawah = None if kolom.bawah is None else kolom.bawah[awal:akhir].take(posisi)
            t, r, k = blok.t.take(posisi), blok.r.take(posisi), kode.take(posisi)
            blok.c[posisi] = _compute_exceptions(t, r, k, bawah, kolom.nol_min_b)
        if terbatas:
            _cap(kolom.batas, blok, awal, akhir)
        return blok.c

    def blank_missing(self, nilai: F8) -> ID:
        """Turn NaN into 0 in place, so that sums pass over it; −1 for each row that counts, 0 else.

        A bit mask (all ones, or none) is several times faster here than assigning through a mask.
        """
        n = len(nilai)
        bit = self._bantu[:n].view(np.int64)
        np.copyto(bit, np.equal(nilai, nilai, out=self.topeng[:n]))
        np.negative(bit, out=bit)
        angka = nilai.view(np.int64)
        np.bitwise_and(angka, bit, out=angka)
        return bit

    def _divide_linear(self, blok: _Blok, kode: U1) -> None:
        """R/T for maks and (2T − R)/T for min, without branching: R·s + T·m with m = 0 or 2, s = 1 − m.

        Both products are exact, so the numerator is rounded once, as in the scalar formula. Rows of other
        formulas get a meaningless quotient here and are overwritten.
        """
        n = len(kode)
        c, m, bantu = blok.c, self._faktor[:n], self._bantu[:n]
        np.copyto(m, kode)
        np.subtract(1.0, m, out=bantu)
        np.multiply(bantu, blok.r, out=bantu)
        np.multiply(m, blok.t, out=m)
        np.add(m, bantu, out=c)
        np.divide(c, blok.t, out=c)

    def _exceptions(self, blok: _Blok, kode: U1) -> NDArray[np.intp]:
        """Rows that the straight division does not serve: other formulas and targets of zero."""
        n = len(kode)
        # numpy looks for True without branching, several times faster, only where more than a tenth
        # is True; a tail of True forces that, and is cut off again.
        ekor = n // 8 + 1
        topeng = self._lain[: n + ekor]
        np.equal(blok.t, 0.0, out=blok.topeng)
        np.greater(kode, _MIN, out=topeng[:n])
        np.logical_or(topeng[:n], blok.topeng, out=topeng[:n])
        if not topeng[:n].any():
            return _TANPA
        topeng[n:] = True
        return np.flatnonzero(topeng)[:-ekor]


_TANPA: NDArray[np.intp] = np.empty(0, np.intp)


@dataclass(frozen=True, slots=True)
class _Blok:
    """Views of one block: results / 100, target, realisasi, and a mask to scribble on."""

    c: F8
    t: F8
    r: F8
    topeng: NDArray[np.bool_]


def _compute_exceptions(t: F8, r: F8, kode: U1, bawah: F8 | None, nol_min_b: NolMinB) -> F8:
    """Capaian / 100 of the rows gathered; NaN where a value is missing or no figure exists."""
    hasil = np.full(len(t), np.nan)
    baris = np.flatnonzero(kode == _MIN_B)
    hasil[baris] = _min_b(t[baris], r[baris], nol_min_b)
    baris = np.flatnonzero(kode == _STABIL)
    hasil[baris] = _stabil(t[baris], r[baris])
    _apply_zero_rules(hasil, t, r, kode)
    if bawah is not None:
        baris = np.flatnonzero(kode >= _RENTANG)
        hasil[baris] = _rentang(bawah[baris], t[baris], r[baris], kode[baris] == _BIAYA)
    return hasil


def _min_b(t: F8, r: F8, nol_min_b: NolMinB) -> F8:
    hasil = t / r
    nol = np.flatnonzero(r == 0)
    # T = 0 as well is left to the zero rules; a missing target stays missing.
    ganti = {NolMinB.RUMUS_A: 2.0, NolMinB.SERATUS: 1.0}.get(nol_min_b, np.nan)
    hasil[nol] = np.where(np.isnan(t[nol]), np.nan, ganti)
    return hasil


def _stabil(t: F8, r: F8) -> F8:
    # Both signs turned leaves the distance from the target as it is.
    np.multiply(r, np.copysign(1.0, t), out=r)
    np.abs(t, out=t)
    # Above the target 2T − R is left of it, below it R: the smaller of the two, rounded once.
    hasil = np.minimum(r, t + t - r)
    np.divide(hasil, t, out=hasil)
    return np.maximum(hasil, 0.0, out=hasil)


def _rentang(bawah: F8, atas: F8, r: F8, biaya: NDArray[np.bool_]) -> F8:
    tepi = np.where(r > atas, atas, bawah)
    hasil = np.where(biaya, 2.0 * tepi - r, r) / tepi
    hasil[(r <= atas) & (r >= bawah)] = 1.0
    # Missing, reversed, or held against a bound of zero: no figure.
    hasil[~((bawah <= atas) & np.isfinite(hasil))] = np.nan
    return hasil


def _apply_zero_rules(hasil: F8, t: F8, r: F8, kode: U1) -> None:
    """A target of zero, as `capaian.nol` has it: 100 when R is zero too; min gives 0 above it."""
    nol = np.flatnonzero(t == 0)
    nol = nol[kode[nol] < _RENTANG]
    r, kode = r[nol], kode[nol]
    nilai = np.where(r == 0, 1.0, np.nan)
    nilai[(r > 0) & ((kode == _MIN) | (kode == _MIN_B))] = 0.0
    hasil[nol] = nilai


def _cap(batas: float | F8 | None, blok: _Blok, awal: int, akhir: int) -> None:
    """The lower of value and cap. `fmin` reads a NaN cap as none, but must not cap a missing value."""
    if batas is None:
        return
    if not isinstance(batas, np.ndarray):
        np.minimum(blok.c, batas / 100.0, out=blok.c)
        return
    hilang = np.flatnonzero(np.isnan(blok.c, out=blok.topeng))
    np.fmin(blok.c, batas[awal:akhir] / 100.0, out=blok.c)
    blok.c[hilang] = np.nan
