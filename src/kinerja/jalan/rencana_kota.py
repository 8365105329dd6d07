"""The plan of a government: the cheapest point of every sheet's frontier that passes all conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.instrumen.angka import to_baca
from kinerja.instrumen.gabungan import INSTANSI, HasilGabungan, combine
from kinerja.jalan import solver
from kinerja.jalan.alasan import explain_steps
from kinerja.jalan.galat import GalatJalan
from kinerja.jalan.hasil_kota import HasilKota, LembarKota, SyaratKota
from kinerja.jalan.kota import (
    Ambang,
    LembarRakit,
    RakitanKota,
    SoalKota,
    build_bagian,
    rakit_kota,
    total_minimum,
)
from kinerja.jalan.kota_program import TerlaluHalus, choose_points
from kinerja.jalan.muka import Titik, codes_of
from kinerja.jalan.ukur import Nilai, measure

DETIK = 3


@dataclass(frozen=True, slots=True)
class _Pilih:
    """A point per sheet, its effort, and the proven lower bound of any choice, in whole units."""

    titik: Mapping[str, Titik]
    biaya: int
    batas_bawah: int


def plan_kota(soal: SoalKota, *, detik: int = DETIK) -> HasilKota:
    """The cheapest way for a government, or the highest it can reach and what stands in the way.

    The optimum is exact. Where only HiGHS can answer, it gets `detik` seconds for its proof, and what then
    remains unproven is `celah`.
    """
    kota = rakit_kota(soal)
    puncak = {lb.kode: lb.titik[-1] for lb in kota.lembar}
    penghalang = (*kota.kurang_sampel, *_out_of_reach(kota, puncak))
    if penghalang:
        return _answer(kota, _Pilih(puncak, _units(kota, puncak), 0), penghalang, {})
    pilih = _choose(kota, kota.ambang, detik)
    if pilih is None:
        raise GalatJalan("Waktu habis sebelum satu rencana pun ditemukan.", bidang="kota")
    hemat = {a.nama: _saving(kota, pilih, a, detik / 3) for a in kota.ambang}
    return _answer(kota, pilih, (), hemat)


def _scores(kota: RakitanKota, titik: Mapping[str, Titik]) -> dict[str, Fraction]:
    return {lb.kode: lb.score_at(titik[lb.kode]) for lb in kota.lembar}


def _units(kota: RakitanKota, titik: Mapping[str, Titik]) -> int:
    """The effort of a choice in whole units."""
    return sum(int(lb.cost_at(titik[lb.kode]) * kota.skala_biaya) for lb in kota.lembar)


def _out_of_reach(kota: RakitanKota, puncak: Mapping[str, Titik]) -> tuple[str, ...]:
    """Conditions that fail even when every sheet is at its highest."""
    nilai = _scores(kota, puncak)
    return tuple(
        f"{a.nama[0].upper()}{a.nama[1:]} paling tinggi {to_baca(a.value(nilai))}; {kota.predikat.kode} menuntut "
        f"{'paling sedikit' if a.termasuk else 'di atas'} {to_baca(a.batas)}."
        for a in kota.ambang
        if not a.passed_by(nilai)
    )


def _choose(kota: RakitanKota, ambang: Sequence[Ambang], detik: float) -> _Pilih | None:
    """The cheapest points: by exact tables, or by HiGHS where numbers are too fine-grained for them."""
    try:
        temu = choose_points(build_bagian(kota, ambang), total_minimum(kota, ambang), kota.ingatan)
    except TerlaluHalus:
        return choose_highs(kota, ambang, detik)
    if temu is None:
        return None
    biaya, nomor = temu
    return _Pilih({lb.kode: lb.titik[nomor[lb.kode]] for lb in kota.lembar}, biaya, biaya)


def choose_highs(kota: RakitanKota, ambang: Sequence[Ambang], detik: float) -> _Pilih | None:
    """The same choice as one whole-number program; what is not proven in time shows in the lower bound."""
    program, milik = solver.Program(), dict[int, tuple[str, Titik]]()
    baris: list[dict[int, int]] = [{} for _ in ambang]
    skala = kota.skala_lembar * kota.skala_bobot
    for lb in kota.lembar:
        nomor = [program.add_binary(int(lb.cost_at(t) * kota.skala_biaya)) for t in lb.titik]
        program.exactly(dict.fromkeys(nomor, 1), 1)
        for n, t in zip(nomor, lb.titik, strict=True):
            milik[n] = (lb.kode, t)
            for suku, a in zip(baris, ambang, strict=True):
                if lb.kode in a.bobot:
                    suku[n] = int(a.bobot[lb.kode] * lb.score_at(t) * skala)
    for suku, a in zip(baris, ambang, strict=True):
        program.at_least(suku, a.minimum(skala))
    if not program.fits:
        raise GalatJalan("Angka upaya terlalu besar atau terlalu rinci untuk seluruh kota.", bidang="biaya")
    jawaban = solver.solve(program, detik=detik)
    if jawaban is None:
        return None
    titik = dict(milik[n] for n in jawaban.pilih)
    biaya = _units(kota, titik)
    return _Pilih(titik, biaya, min(biaya, jawaban.whole_bound))


def _saving(kota: RakitanKota, pilih: _Pilih, ambang: Ambang, detik: float) -> Fraction | None:
    """How much less effort would do without this condition; a lower bound when not proven."""
    lain = _choose(kota, [a for a in kota.ambang if a is not ambang], detik)
    return None if lain is None else Fraction(max(pilih.batas_bawah - lain.biaya, 0), kota.skala_biaya)


def _answer(
    kota: RakitanKota,
    pilih: _Pilih,
    penghalang: tuple[str, ...],
    hemat: Mapping[str, Fraction | None],
) -> HasilKota:
    """Score every sheet again and combine them as the instrument does."""
    kini = {lb.kode: measure(lb.rakitan, frozenset()) for lb in kota.lembar}
    kode = {lb.kode: frozenset(codes_of(pilih.titik[lb.kode][2])) for lb in kota.lembar}
    nanti = {lb.kode: measure(lb.rakitan, kode[lb.kode]) for lb in kota.lembar}
    gabung_kini, gabung = _combine(kota, kini), _combine(kota, nanti)
    ketat_kini = {k: n.total_ketat for k, n in kini.items()}
    ketat = {k: n.total_ketat for k, n in nanti.items()}
    if not penghalang and not all(a.passed_by(ketat) for a in kota.ambang):
        raise AssertionError("the chosen points pass every condition")
    biaya = Fraction(pilih.biaya, kota.skala_biaya)
    bawah = Fraction(pilih.batas_bawah, kota.skala_biaya)
    return HasilKota(
        layak=not penghalang,
        target=kota.predikat.kode,
        cara=kota.cara,
        biaya=biaya,
        batas_bawah=bawah,
        celah=(biaya - bawah) / biaya if biaya and not penghalang else Fraction(0),
        total=gabung.total,
        predikat=gabung.predikat.kode,
        kini=gabung_kini.total,
        predikat_kini=gabung_kini.predikat.kode,
        rata_klaster=gabung.rata_klaster,
        syarat=_conditions(kota, ketat_kini, ketat, hemat),
        lembar=tuple(_sheet(lb, kini[lb.kode], nanti[lb.kode], kode[lb.kode]) for lb in kota.lembar),
        penghalang=penghalang,
        penjelasan=gabung.penjelasan,
    )


def _conditions(
    kota: RakitanKota,
    kini: Mapping[str, Fraction],
    nanti: Mapping[str, Fraction],
    hemat: Mapping[str, Fraction | None],
) -> tuple[SyaratKota, ...]:
    sendiri = any(hemat.values())

    def binds(a: Ambang) -> bool:
        return bool(hemat.get(a.nama)) if sendiri else not a.passed_by(kini)

    return tuple(
        SyaratKota(a.nama, a.batas, a.value(kini), a.value(nanti), hemat.get(a.nama), binds(a))
        for a in kota.ambang
    )


def _combine(kota: RakitanKota, nilai: Mapping[str, Nilai]) -> HasilGabungan:
    unit: dict[str, list[Fraction]] = {}
    for o in kota.soal.opd:
        unit.setdefault(o.klaster, []).append(nilai[o.kode].total)
    return combine(nilai[INSTANSI].total, unit, cara=kota.cara, instrumen=kota.soal.instrumen)


def _sheet(lembar: LembarRakit, kini: Nilai, nanti: Nilai, kode: frozenset[str]) -> LembarKota:
    rakitan = lembar.rakitan
    return LembarKota(
        kode=lembar.kode,
        klaster=lembar.klaster,
        kini=kini.total,
        predikat_kini=kini.predikat,
        total=nanti.total,
        predikat=nanti.predikat,
        biaya=rakitan.cost(tuple(kode)),
        langkah=explain_steps(rakitan, kode),
    )
