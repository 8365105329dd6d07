"""The question of a government, in numbers: which OPD must rise to what, and what must be done in each.

Each sheet's exact frontier is found first; then one point per sheet is picked so that the combined total and
every cluster's mean pass their thresholds at the least effort. The rules come from the combined instrument.
 The sheets given are the sample: choosing convenient units is not a way to a better government.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, floor, lcm

from kinerja.instrumen import Instrumen, Predikat
from kinerja.instrumen.gabungan import INSTANSI, RATA_UNIT, TOTAL, rules_of
from kinerja.instrumen.model import SyaratKlaster
from kinerja.jalan.galat import GalatJalan
from kinerja.jalan.kota_program import Bagian, Ingatan, Kelompok, LembarTitik
from kinerja.jalan.muka import Titik
from kinerja.jalan.rakit import Rakitan, rakit
from kinerja.jalan.soal import Soal


@dataclass(frozen=True)
class OpdKota:
    """One sampled unit with its cluster and its own question (whose target plays no part)."""

    kode: str
    klaster: str
    soal: Soal


@dataclass(frozen=True)
class SoalKota:
    """The government's own sheet, its sampled units, and the predikat wanted for the combined value."""

    instrumen: Instrumen
    target: str
    instansi: Soal
    opd: tuple[OpdKota, ...]
    cara: str | None = None


@dataclass(frozen=True)
class LembarRakit:
    """A sheet with its frontier, scaled to the whole city's denominators later."""

    kode: str
    klaster: str | None
    rakitan: Rakitan

    @cached_property
    def titik(self) -> tuple[Titik, ...]:
        """The frontier."""
        return self.rakitan.susunan.muka.titik

    def score_at(self, titik: Titik) -> Fraction:
        """What a stricter evaluator leaves at this point, on the scale of the sheet."""
        return Fraction(titik[0], self.rakitan.skala_nilai) - Fraction(self.rakitan.soal.ketat.total)

    def cost_at(self, titik: Titik) -> Fraction:
        """The effort of this point; the steps counted along with it fall away."""
        return Fraction(titik[1] >> LANGKAH_BIT, self.rakitan.skala_biaya)


#: `rakit.LANGKAH` is a power of two: shifting drops the count of steps.
LANGKAH_BIT = 14


@dataclass(frozen=True, slots=True)
class Ambang:
    """A condition: the weighted sum of sheet values must pass `batas`."""

    nama: str
    bobot: Mapping[str, Fraction]
    batas: Fraction
    termasuk: bool
    klaster: str | None = None

    def value(self, nilai: Mapping[str, Fraction]) -> Fraction:
        """The left side."""
        return sum((b * nilai[k] for k, b in self.bobot.items()), Fraction(0))

    def passed_by(self, nilai: Mapping[str, Fraction]) -> bool:
        """Whether these sheet values pass."""
        kiri = self.value(nilai)
        return kiri > self.batas or (self.termasuk and kiri == self.batas)

    def minimum(self, skala: int) -> int:
        """The least whole left side that passes, when all is multiplied by `skala`."""
        batas = self.batas * skala
        return ceil(batas) if self.termasuk else floor(batas) + 1


@dataclass(frozen=True)
class RakitanKota:
    """The city in numbers: sheets, conditions, and conditions that no work on a sheet can meet."""

    soal: SoalKota
    predikat: Predikat
    lembar: tuple[LembarRakit, ...]
    ambang: tuple[Ambang, ...]
    kurang_sampel: tuple[str, ...]
    cara: str

    @cached_property
    def skala_biaya(self) -> int:
        """Turns all efforts into whole numbers."""
        return lcm(*(lb.rakitan.skala_biaya for lb in self.lembar))

    def kelompok(self, anggota: tuple[LembarRakit, ...]) -> Kelompok:
        """The table of sums of some sheets, made once."""
        kunci = anggota[0].klaster
        if kunci not in self._kelompok:
            self._kelompok[kunci] = Kelompok(tuple(self._whole(lb) for lb in anggota))
        return self._kelompok[kunci]

    @cached_property
    def ingatan(self) -> Ingatan:
        """Clusters put together so far."""
        return {}

    @cached_property
    def _kelompok(self) -> dict[str | None, Kelompok]:
        return {}

    def _whole(self, lembar: LembarRakit) -> LembarTitik:
        nilai = tuple(int(lembar.score_at(t) * self.skala_lembar) for t in lembar.titik)
        biaya = tuple(int(lembar.cost_at(t) * self.skala_biaya) for t in lembar.titik)
        return LembarTitik(lembar.kode, nilai, biaya)

    @cached_property
    def skala_lembar(self) -> int:
        """Turns the score of every sheet into a whole number."""
        ketat = [Fraction(lb.rakitan.soal.ketat.total).denominator for lb in self.lembar]
        return lcm(*(lb.rakitan.skala_nilai for lb in self.lembar), *ketat)

    @cached_property
    def skala_bobot(self) -> int:
        """Turns the weight of every sheet in every condition into a whole number."""
        return lcm(*(b.denominator for a in self.ambang for b in a.bobot.values()))


def rakit_kota(soal: SoalKota) -> RakitanKota:
    """Check the question and set up sheets and conditions."""
    aturan = rules_of(soal.instrumen)
    cara = aturan.baku if soal.cara is None else soal.cara
    if cara not in aturan.cara:
        pilihan = ", ".join(aturan.cara)
        raise GalatJalan(f'Cara "{cara}" tidak ada. Pilihan: {pilihan}.', bidang="cara")
    predikat = _predikat(soal)
    _check_opd(soal, aturan.klaster)
    syarat = next((s for s in aturan.syarat if s.predikat == predikat.kode), None)
    per_klaster = {k: [o.kode for o in soal.opd if o.klaster == k] for k in aturan.klaster}
    lembar = (
        LembarRakit(INSTANSI, None, _rakit_sheet(soal.instansi, INSTANSI)),
        *(LembarRakit(o.kode, o.klaster, _rakit_sheet(o.soal, f"opd {o.kode}")) for o in soal.opd),
    )
    ambang = (_total(soal, predikat, per_klaster, cara), *_means(soal, syarat, per_klaster))
    return RakitanKota(soal, predikat, lembar, ambang, _short(syarat, per_klaster), cara)


def _predikat(soal: SoalKota) -> Predikat:
    try:
        return soal.instrumen.predikat.get(soal.target)
    except KeyError:
        pilihan = ", ".join(soal.instrumen.predikat.kode)
        raise GalatJalan(
            f'Predikat "{soal.target}" tidak ada. Pilihan: {pilihan}.', bidang="target"
        ) from None


def _check_opd(soal: SoalKota, klaster: tuple[str, ...]) -> None:
    sudah = {INSTANSI}
    for o in soal.opd:
        if o.kode in sudah:
            raise GalatJalan(f'Kode "{o.kode}" dipakai dua kali.', bidang="opd")
        sudah.add(o.kode)
        if o.klaster not in klaster:
            raise GalatJalan(
                f'Klaster "{o.klaster}" tidak ada. Pilihan: {", ".join(klaster)}.', bidang=f"opd {o.kode}"
            )


def _rakit_sheet(soal: Soal, tempat: str) -> Rakitan:
    try:
        return rakit(soal)
    except GalatJalan as galat:
        raise GalatJalan(galat.pesan, bidang=f"{tempat}, {galat.bidang}") from None


def _total(soal: SoalKota, predikat: Predikat, per_klaster: Mapping[str, list[str]], cara: str) -> Ambang:
    """The combined value as a weighted sum of sheets, as `kinerja.instrumen.combine` adds it up."""
    ada = {k: anggota for k, anggota in per_klaster.items() if anggota}
    semua = sum(len(anggota) for anggota in ada.values())
    penuh = soal.instrumen.bobot
    bagian = (soal.instrumen.butir(INSTANSI).bobot or Fraction(0)) / penuh if ada else Fraction(1)
    bobot = {INSTANSI: bagian}
    for anggota in ada.values():
        per_unit = Fraction(1, semua) if cara == RATA_UNIT else Fraction(1, len(ada) * len(anggota))
        bobot |= dict.fromkeys(anggota, (1 - bagian) * per_unit)
    return Ambang(TOTAL, bobot, predikat.di_atas, predikat.termasuk)


def _means(
    soal: SoalKota, syarat: SyaratKlaster | None, per_klaster: Mapping[str, list[str]]
) -> list[Ambang]:
    hasil = []
    for klaster, kode in ({} if syarat is None else syarat.rata_min).items():
        anggota, batas = per_klaster[klaster], soal.instrumen.predikat.get(kode)
        if anggota:
            bobot = dict.fromkeys(anggota, Fraction(1, len(anggota)))
            hasil.append(Ambang(f"klaster {klaster}", bobot, batas.di_atas, batas.termasuk, klaster))
    return hasil


def _short(syarat: SyaratKlaster | None, per_klaster: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Clusters with fewer sampled units than the target asks for."""
    if syarat is None:
        return ()
    return tuple(
        f"Klaster {k} hanya {len(per_klaster[k])} unit; {syarat.predikat} menuntut paling sedikit "
        f"{syarat.min_unit}."
        for k in syarat.klaster
        if len(per_klaster[k]) < syarat.min_unit
    )


def build_bagian(kota: RakitanKota, ambang: Sequence[Ambang]) -> list[Bagian]:
    """Clusters and the instansi as parts of the total, each with what its own condition asks for."""
    total = kota.ambang[0]
    per_klaster: dict[str | None, list[LembarRakit]] = {}
    for lb in kota.lembar:
        per_klaster.setdefault(lb.klaster, []).append(lb)
    hasil = []
    for klaster, anggota in sorted(per_klaster.items(), key=lambda kv: kv[0] is None):
        bobot = int(total.bobot[anggota[0].kode] * kota.skala_bobot)
        syarat = next((a for a in ambang if klaster is not None and a.klaster == klaster), None)
        minimum = None if syarat is None else syarat.minimum(kota.skala_lembar * len(anggota))
        hasil.append(Bagian(kota.kelompok(tuple(anggota)), bobot, minimum))
    return hasil


def total_minimum(kota: RakitanKota, ambang: Sequence[Ambang]) -> int | None:
    """The least whole total that passes, None when the total is not asked for."""
    total = next((a for a in ambang if a.klaster is None), None)
    return None if total is None else total.minimum(kota.skala_lembar * kota.skala_bobot)
