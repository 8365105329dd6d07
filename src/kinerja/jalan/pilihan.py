"""What can be done in one sub-component: every sensible set of steps with the score it gives.

A set is closed: with a criterion come the criteria of the same sub-component that it needs. Criteria tied to
nothing are interchangeable but for their effort, so only the tied ones are enumerated and the free ones are
taken from the cheapest up. Everything is integers: scores and efforts were scaled by `rakit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

BATAS_HIMPUNAN = 20_000


class TerlaluRumit(Exception):
    """The prerequisites tie too many criteria together to enumerate them; HiGHS takes over."""


@dataclass(frozen=True, slots=True)
class Unsur:
    """A criterion not yet fulfilled, or a step above full fulfilment, with its effort."""

    kode: str
    biaya: int
    butuh: frozenset[str] = frozenset()
    butuh_luar: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SubRakit:
    """A sub-component in integers: what is open in it and what each rung is worth.

    `nilai[n]` is the score with `n` criteria fulfilled; `nilai_naik` that of each open step above all of
    them. The score without any new step is `nilai_diam`: a stricter evaluator may spare what does not change.
    """

    kode: str
    terpenuhi: int
    jumlah: int
    nilai: tuple[int, ...]
    nilai_diam: int
    kriteria: tuple[Unsur, ...] = ()
    naik: tuple[Unsur, ...] = ()
    nilai_naik: tuple[int, ...] = ()
    wajib: frozenset[str] = frozenset()
    dibutuhkan: frozenset[str] = frozenset()

    @property
    def unsur(self) -> tuple[Unsur, ...]:
        """Criteria, then the steps above them."""
        return (*self.kriteria, *self.naik)


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One way to treat a sub-component; `beri` and `minta` are what others need of it and it of others."""

    nilai: int
    biaya: int
    kode: tuple[str, ...]
    beri: frozenset[str] = frozenset()
    minta: frozenset[str] = frozenset()

    def beats(self, lain: Pilihan) -> bool:
        """Whether `lain` is never needed beside this one."""
        return (
            self.nilai >= lain.nilai
            and self.biaya <= lain.biaya
            and self.beri >= lain.beri
            and self.minta <= lain.minta
        )


@lru_cache(maxsize=4096)
def enumerate_pilihan(sub: SubRakit) -> tuple[Pilihan, ...]:
    """The ways to treat a sub-component that are not beaten by another, cheapest first.

    Cached: a question "what if" touches one or two sub-components, the others are as they were.
    """
    terbaik: dict[tuple[int, frozenset[str], frozenset[str]], Pilihan] = {}
    for pilihan in _all_pilihan(sub):
        kunci = (pilihan.nilai, pilihan.beri, pilihan.minta)
        lama = terbaik.get(kunci)
        if lama is None or pilihan.biaya < lama.biaya:
            terbaik[kunci] = pilihan
    urut = sorted(terbaik.values(), key=lambda p: (p.biaya, -p.nilai, p.kode))
    hasil: list[Pilihan] = []
    for pilihan in urut:
        if not any(lain.beats(pilihan) for lain in hasil):
            hasil.append(pilihan)
    return tuple(hasil)


def _all_pilihan(sub: SubRakit) -> Iterator[Pilihan]:
    terikat, bebas = split_terikat(sub)
    for himpunan in _closed_sets(terikat, sub.wajib):
        yield from _with_bebas(sub, himpunan, bebas)


def split_terikat(sub: SubRakit) -> tuple[tuple[Unsur, ...], tuple[Unsur, ...]]:
    """Criteria that are tied to others or forced, and the free ones from the cheapest up."""
    disebut = sub.dibutuhkan | sub.wajib | {k for u in sub.unsur for k in u.butuh}
    terikat = tuple(u for u in sub.kriteria if u.butuh or u.butuh_luar or u.kode in disebut)
    bebas = sorted((u for u in sub.kriteria if u not in terikat), key=lambda u: (u.biaya, u.kode))
    return terikat, tuple(bebas)


def _closed_sets(terikat: tuple[Unsur, ...], wajib: frozenset[str]) -> list[tuple[Unsur, ...]]:
    """Every set that contains the prerequisites of its members, and all that is forced."""
    hasil: list[tuple[Unsur, ...]] = [()]
    for unsur in _topological(terikat):
        tambah = [
            (*himpunan, unsur) for himpunan in hasil if unsur.butuh <= {anggota.kode for anggota in himpunan}
        ]
        hasil = tambah if unsur.kode in wajib else hasil + tambah
        if len(hasil) > BATAS_HIMPUNAN:
            raise TerlaluRumit
    return hasil


def _topological(unsur: tuple[Unsur, ...]) -> list[Unsur]:
    """Prerequisites before what needs them; what needs something that was taken away is left out."""
    sisa, hasil, sudah = list(unsur), list[Unsur](), set[str]()
    while siap := [u for u in sisa if u.butuh <= sudah]:
        hasil += siap
        sudah |= {u.kode for u in siap}
        sisa = [u for u in sisa if u.kode not in sudah]
    return hasil


def _with_bebas(sub: SubRakit, himpunan: tuple[Unsur, ...], bebas: tuple[Unsur, ...]) -> Iterator[Pilihan]:
    """Free criteria one by one on top of a closed set, then the steps above full fulfilment."""
    isi, biaya = list(himpunan), sum(u.biaya for u in himpunan)
    naik_wajib = {u.kode for u in sub.naik} & sub.wajib
    for n in range(len(bebas) + 1):
        if n > 0:
            isi.append(bebas[n - 1])
            biaya += bebas[n - 1].biaya
        terpenuhi = sub.terpenuhi + len(isi)
        if not naik_wajib:
            yield _pilihan(sub, isi, biaya, sub.nilai[terpenuhi] if isi else sub.nilai_diam)
    if sub.terpenuhi + len(isi) < sub.jumlah:
        return
    for unsur, nilai in zip(sub.naik, sub.nilai_naik, strict=True):
        isi.append(unsur)
        biaya += unsur.biaya
        naik_wajib.discard(unsur.kode)
        if not naik_wajib:
            yield _pilihan(sub, isi, biaya, nilai)


def without(sub: SubRakit, kode: str) -> SubRakit:
    """The same sub-component when a step is not possible; steps above it fall with it."""
    naik = tuple(u.kode for u in sub.naik)
    sampai = naik.index(kode) if kode in naik else len(naik)
    return replace(
        sub,
        kriteria=tuple(u for u in sub.kriteria if u.kode != kode),
        naik=sub.naik[:sampai],
        nilai_naik=sub.nilai_naik[:sampai],
    )


def _pilihan(sub: SubRakit, isi: list[Unsur], biaya: int, nilai: int) -> Pilihan:
    kode = tuple(u.kode for u in isi)
    minta: frozenset[str] = frozenset().union(*(u.butuh_luar for u in isi))
    return Pilihan(nilai, biaya, kode, sub.dibutuhkan.intersection(kode), minta)


def score_set(sub: SubRakit, kode: frozenset[str]) -> int:
    """The score of a sub-component with these steps, in whole numbers."""
    if not any(u.kode in kode for u in sub.unsur):
        return sub.nilai_diam
    nilai = sub.nilai[sub.terpenuhi + sum(u.kode in kode for u in sub.kriteria)]
    for unsur, atas in zip(sub.naik, sub.nilai_naik, strict=True):
        nilai = atas if unsur.kode in kode else nilai
    return nilai
