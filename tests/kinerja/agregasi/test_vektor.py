"""The numpy twin agrees with the Decimal engine, measurement by measurement and group by group."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.agregasi import mean, vektor
from kinerja.agregasi.vektor import KODE, Kolom, KolomTidakSah, Rekap, compute_vektor, roll_up
from kinerja.capaian import AturanCapaian, NolMinB, Polaritas, compute_capaian
from kinerja.nilai import Nilai

TOLERANSI = Decimal("1E-9")
# Values as a table holds them, plus the ones that trip formulas: zero, equal, twice, negative, missing.
ANGKA = st.one_of(
    st.decimals(min_value=-(10**9), max_value=10**9, places=4),
    st.sampled_from([Decimal(n) for n in ("0", "1", "2", "-1", "10.90", "21.80", "0.0001")]),
)
MUNGKIN = st.one_of(st.none(), ANGKA)


@dataclass
class Baris:
    """One measurement, in floats that both engines read exactly alike."""

    polaritas: Polaritas
    target: float
    realisasi: float
    bawah: float
    batas: float
    kelompok: int

    def exact(self, nol_min_b: NolMinB) -> tuple[Decimal | None, Decimal | None]:
        """Raw and capped capaian by the Decimal engine."""
        aturan = AturanCapaian(self.polaritas, batas=_decimal(self.batas), nol_min_b=nol_min_b)
        target: Nilai | Decimal | None = _decimal(self.target)
        bawah = _decimal(self.bawah)
        if self.polaritas in (Polaritas.RENTANG, Polaritas.RENTANG_BIAYA) and isinstance(target, Decimal):
            target = None if bawah is None else Nilai.rentang(bawah, target)
        hasil = compute_capaian(aturan=aturan, target=target, realisasi=_decimal(self.realisasi))
        return hasil.mentah, hasil.terbatas


def _decimal(nilai: float) -> Decimal | None:
    return None if np.isnan(nilai) else Decimal(nilai)


def _float(nilai: Decimal | None) -> float:
    return float("nan") if nilai is None else float(nilai)


BATAS = st.one_of(st.none(), st.sampled_from([Decimal(n) for n in ("100", "110", "120", "112.5")]))
BARIS = st.builds(
    Baris,
    st.sampled_from(list(KODE)),
    MUNGKIN.map(_float),
    MUNGKIN.map(_float),
    MUNGKIN.map(_float),
    BATAS.map(_float),
    st.integers(0, 3),
)
TABEL = st.lists(BARIS, min_size=1, max_size=40)
NOL = st.sampled_from(NolMinB)


def kolom(baris: list[Baris], nol_min_b: NolMinB = NolMinB.RUMUS_A) -> Kolom:
    return Kolom(
        target=np.array([b.target for b in baris]),
        realisasi=np.array([b.realisasi for b in baris]),
        rumus=np.array([KODE[b.polaritas] for b in baris], np.uint8),
        batas=np.array([b.batas for b in baris]),
        bawah=np.array([b.bawah for b in baris]),
        nol_min_b=nol_min_b,
    )


def agrees(nilai: float, harapan: Decimal | None) -> bool:
    if harapan is None:
        return bool(np.isnan(nilai))
    return not np.isnan(nilai) and abs(Decimal(nilai) - harapan) <= TOLERANSI * abs(harapan)


@given(TABEL, NOL)
def test_every_measurement_agrees_within_1e_9_relative(baris: list[Baris], nol: NolMinB) -> None:
    mentah = compute_vektor(kolom(baris, nol), terbatas=False)
    terbatas = compute_vektor(kolom(baris, nol))
    for b, m, t in zip(baris, mentah, terbatas, strict=True):
        harapan_m, harapan_t = b.exact(nol)
        assert agrees(m, harapan_m), (b, m, harapan_m)
        assert agrees(t, harapan_t), (b, t, harapan_t)


@given(TABEL, st.booleans())
def test_every_group_agrees_in_sum_mean_and_counts(baris: list[Baris], terurut: bool) -> None:
    if terurut:
        baris.sort(key=lambda b: b.kelompok)
    hasil = roll_up(kolom(baris), np.array([b.kelompok for b in baris]), 4)
    for g in range(4):
        isi = [b for b in baris if b.kelompok == g]
        nilai = [c for b in isi if (c := b.exact(NolMinB.RUMUS_A)[1]) is not None]
        assert (hasil.n_dihitung[g], hasil.n_wajib[g]) == (len(nilai), len(isi))
        rata = mean(nilai)
        # Sums of opposite signs may cancel: the error is held against the magnitudes that were added.
        skala = mean([abs(n) for n in nilai])
        assert (rata is None) == bool(np.isnan(hasil.rerata[g]))
        if rata is not None and skala is not None:
            assert abs(Decimal(hasil.rerata[g]) - rata) <= TOLERANSI * skala


@given(TABEL, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(baris: list[Baris], acak: object) -> None:
    kocok = baris.copy()
    acak.shuffle(kocok)  # type: ignore[attr-defined]
    a, b = (roll_up(kolom(t), np.array([x.kelompok for x in t]), 4) for t in (baris, kocok))
    assert a.n_dihitung.tolist() == b.n_dihitung.tolist()
    besar = np.abs(np.nan_to_num(compute_vektor(kolom(baris)))).sum()
    assert np.allclose(a.jumlah, b.jumlah, rtol=0, atol=1e-12 * besar)


def sample(n: int) -> tuple[Kolom, np.ndarray]:
    acak = np.random.default_rng(7)
    target, realisasi = acak.uniform(0, 50, n).round(2), acak.uniform(0, 60, n).round(2)
    realisasi[acak.random(n) < 0.1] = np.nan
    rumus = acak.choice([0, 2, 3, 4], n, p=[0.7, 0.2, 0.05, 0.05]).astype(np.uint8)
    return Kolom(target, realisasi, rumus, batas=120.0), acak.integers(0, 50, n)


@pytest.mark.parametrize("utas", [1, 2])
@pytest.mark.parametrize("terurut", [True, False])
def test_blocks_and_threads_give_what_one_pass_over_all_rows_gives(
    utas: int, terurut: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vektor, "_BLOK", 1 << 10)
    k, kelompok = sample(9 * 1024 + 13)
    kelompok = np.sort(kelompok) if terurut else kelompok
    hasil = roll_up(k, kelompok, 50, utas=utas)
    nilai = compute_vektor(k)
    ada = ~np.isnan(nilai)
    assert hasil.n_wajib.tolist() == np.bincount(kelompok, minlength=50).tolist()
    assert hasil.n_dihitung.tolist() == np.bincount(kelompok[ada], minlength=50).tolist()
    assert np.allclose(hasil.jumlah, np.bincount(kelompok[ada], nilai[ada], 50), rtol=1e-12)


def test_small_group_numbers_may_be_narrow_integers() -> None:
    k, kelompok = sample(1000)
    lebar, sempit = roll_up(k, kelompok, 50), roll_up(k, kelompok.astype(np.int32), 50)
    assert lebar.jumlah.tolist() == sempit.jumlah.tolist()


def test_no_rows_give_groups_without_anything_due() -> None:
    kosong = Kolom(np.empty(0), np.empty(0), np.empty(0, np.uint8))
    hasil = roll_up(kosong, np.empty(0, np.int64), 2)
    assert (hasil.n_wajib.tolist(), np.isnan(hasil.rerata).all()) == ([0, 0], True)


def test_nothing_special_in_a_block_takes_the_short_way() -> None:
    k = Kolom(np.array([10.0, 20.0]), np.array([5.0, 5.0]), np.array([0, 2], np.uint8))
    assert compute_vektor(k).tolist() == [50.0, 175.0]


@pytest.mark.parametrize("kelompok", [[0, 2], [-1, 0]])
def test_a_group_that_does_not_exist_is_refused(kelompok: list[int]) -> None:
    k = Kolom(np.ones(2), np.ones(2), np.zeros(2, np.uint8))
    with pytest.raises(KolomTidakSah, match="0 sampai 1"):
        roll_up(k, np.array(kelompok), 2)


def test_columns_that_do_not_fit_together_are_refused() -> None:
    satu, dua, nol = np.ones(1), np.ones(2), np.zeros(2, np.uint8)
    with pytest.raises(KolomTidakSah, match="sama panjang"):
        Kolom(dua, satu, nol)
    with pytest.raises(KolomTidakSah, match="tidak dikenal"):
        Kolom(dua, dua, nol + np.uint8(9))
    with pytest.raises(KolomTidakSah, match="tidak dikenal"):
        Kolom(dua, dua, nol + np.uint8(1))
    with pytest.raises(KolomTidakSah, match="batas bawah"):
        Kolom(dua, dua, nol + np.uint8(5))
    with pytest.raises(KolomTidakSah, match="sama panjang"):
        roll_up(Kolom(dua, dua, nol), np.zeros(1, np.int64), 1)


REKAP = Rekap(np.array([200.0, 60.0, 0.0]), np.array([2, 1, 0]), np.array([2, 3, 4]))


def test_folding_adds_sums_and_counts() -> None:
    hasil = REKAP.fold(np.array([0, 0, 1]), 2)
    assert (hasil.jumlah.tolist(), hasil.n_dihitung.tolist(), hasil.n_wajib.tolist()) == (
        [260, 0],
        [3, 0],
        [5, 4],
    )


def test_a_mean_of_means_weighs_each_counted_group_once() -> None:
    hasil = REKAP.mean_of_means(np.array([0, 0, 0]), 1)
    assert (hasil.rerata.tolist(), hasil.n_dihitung.tolist(), hasil.n_wajib.tolist()) == ([80.0], [2], [3])
