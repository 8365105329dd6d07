"""Order of work: which steps in which quarter, prerequisites never later than what needs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.jalan.galat import GalatJalan
from kinerja.jalan.hasil import HasilJalan, LangkahJalan
from kinerja.jalan.rakit import Rakitan, rakit
from kinerja.jalan.soal import Angka, Soal, parse_biaya
from kinerja.jalan.ukur import measure

TRIWULAN = 4


@dataclass(frozen=True, slots=True)
class IsiTriwulan:
    """The steps of a quarter and the score once they are done; `lebih`: effort above the capacity."""

    nomor: int
    kapasitas: Fraction | None
    biaya: Fraction
    langkah: tuple[LangkahJalan, ...]
    total: Fraction
    predikat: str | None

    @property
    def lebih(self) -> Fraction:
        """Effort beyond the capacity, 0 when it fits."""
        return max(self.biaya - self.kapasitas, Fraction(0)) if self.kapasitas is not None else Fraction(0)


def schedule(
    soal: Soal,
    hasil: HasilJalan,
    *,
    kapasitas: Sequence[Angka] | None = None,
    triwulan: int = TRIWULAN,
) -> tuple[IsiTriwulan, ...]:
    """Spread a plan over quarters, the sub-components that bring most per effort first.

    Without `kapasitas` the effort is spread evenly over `triwulan` quarters. With it each step goes to the
    first quarter that has room; what fits nowhere goes where most room is left, and `lebih` says so.
    """
    if triwulan < 1 or (kapasitas is not None and not kapasitas):
        raise GalatJalan("Sedikitnya satu triwulan.", bidang="kapasitas")
    rakitan = rakit(soal)
    urut = _by_worth(rakitan, hasil.langkah)
    if kapasitas is None:
        ruang, letak = None, _spread_evenly(urut, triwulan)
    else:
        ruang = [parse_biaya(k, bidang="kapasitas", sebutan="Kapasitas") for k in kapasitas]
        letak = _fill(urut, ruang)
    return _collect(rakitan, urut, letak, ruang, triwulan if ruang is None else len(ruang))


def _by_worth(rakitan: Rakitan, langkah: Sequence[LangkahJalan]) -> list[LangkahJalan]:
    """Whole sub-components after one another, the best gain per effort first; prerequisites pulled forward."""
    per_kode = {lk.kode: lk for lk in langkah}
    kelompok: dict[str, list[LangkahJalan]] = {}
    for lk in langkah:
        kelompok.setdefault(lk.sub, []).append(lk)
    kini = measure(rakitan, frozenset()).total

    def rank(sub: str) -> tuple[Fraction, int]:
        anggota = kelompok[sub]
        biaya = sum((lk.biaya for lk in anggota), Fraction(0))
        kenaikan = measure(rakitan, frozenset(lk.kode for lk in anggota)).total - kini
        return (-kenaikan / biaya if biaya else Fraction(-1_000_000), rakitan.urutan[anggota[0].kode])

    hasil: dict[str, LangkahJalan] = {}

    def visit(lk: LangkahJalan) -> None:
        if lk.kode not in hasil:
            for dulu in lk.butuh:
                visit(per_kode[dulu])
            hasil[lk.kode] = lk

    for sub in sorted(kelompok, key=rank):
        for lk in kelompok[sub]:
            visit(lk)
    return list(hasil.values())


def _spread_evenly(urut: Sequence[LangkahJalan], triwulan: int) -> dict[str, int]:
    """Each step goes where the middle of its effort falls; the order keeps prerequisites in front."""
    semua = sum((lk.biaya for lk in urut), Fraction(0))
    letak, lalu = dict[str, int](), Fraction(0)
    for lk in urut:
        tengah = lalu + lk.biaya / 2
        letak[lk.kode] = min(int(tengah * triwulan / semua), triwulan - 1) if semua else 0
        lalu += lk.biaya
    return letak


def _fill(urut: Sequence[LangkahJalan], kapasitas: Sequence[Fraction]) -> dict[str, int]:
    sisa, letak = list(kapasitas), dict[str, int]()
    for lk in urut:
        paling_awal = max((letak[d] for d in lk.butuh), default=0)
        boleh = range(paling_awal, len(sisa))
        muat = [t for t in boleh if sisa[t] >= lk.biaya]
        letak[lk.kode] = muat[0] if muat else max(boleh, key=lambda t: (sisa[t], -t))
        sisa[letak[lk.kode]] -= lk.biaya
    return letak


def _collect(
    rakitan: Rakitan,
    urut: Sequence[LangkahJalan],
    letak: Mapping[str, int],
    ruang: Sequence[Fraction] | None,
    triwulan: int,
) -> tuple[IsiTriwulan, ...]:
    hasil, selesai = list[IsiTriwulan](), frozenset[str]()
    for t in range(triwulan):
        isi = tuple(lk for lk in urut if letak[lk.kode] == t)
        selesai |= {lk.kode for lk in isi}
        nilai = measure(rakitan, selesai)
        biaya = sum((lk.biaya for lk in isi), Fraction(0))
        hasil.append(
            IsiTriwulan(t + 1, None if ruang is None else ruang[t], biaya, isi, nilai.total, nilai.predikat)
        )
    return tuple(hasil)
