"""The cheapest plan, proven; or the highest that can be reached and what stands in the way."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from kinerja.jalan.alasan import explain_steps
from kinerja.jalan.alternatif import find_alternatif
from kinerja.jalan.galat import TidakSepakat
from kinerja.jalan.hasil import Bukti, HasilJalan
from kinerja.jalan.muka import codes_of
from kinerja.jalan.penghalang import explain_blockers
from kinerja.jalan.rakit import Rakitan, rakit
from kinerja.jalan.soal import Soal
from kinerja.jalan.ukur import measure

ALTERNATIF_BAKU = 5


def plan(soal: Soal, *, alternatif: int = ALTERNATIF_BAKU, buktikan: bool = True) -> HasilJalan:
    """The cheapest way to the target.

    `alternatif` is how many other ways are looked for; `buktikan` asks HiGHS to prove the optimum again,
    independently of the dynamic program. Both cost time and are left out by `what_if`.

    >>> from kinerja.instrumen import load
    >>> lke = load("akip-88-2021-unit")
    >>> semua = {k.kode: True for b in lke.penilaian for k in lke.kriteria(b.kode)}
    >>> hasil = plan(Soal(lke, "A", terpenuhi=semua, istimewa={"1.a": {"A": 2}}))
    >>> str(hasil.kini), hasil.predikat_kini, hasil.kode, str(hasil.total), hasil.predikat
    ('80', 'BB', ('1.a:A',), '403/5', 'A')
    """
    rakitan = rakit(soal)
    hasil = solve_rakitan(rakitan)
    if not hasil.layak:
        return hasil
    terpilih = frozenset(hasil.kode)
    bukti = prove(rakitan, terpilih) if buktikan else None
    lain = find_alternatif(rakitan, terpilih, alternatif) if alternatif else ()
    return replace(hasil, alternatif=lain, bukti=bukti)


def solve_rakitan(rakitan: Rakitan) -> HasilJalan:
    """The plan alone."""
    muka = rakitan.susunan.muka
    titik = muka.cheapest(rakitan.minimum)
    layak = titik is not None
    terpilih = frozenset(codes_of((titik or muka.titik[-1])[2]))
    kini, nanti = measure(rakitan, frozenset()), measure(rakitan, terpilih)
    return HasilJalan(
        layak=layak,
        target=rakitan.predikat.kode,
        ambang=rakitan.predikat.di_atas,
        biaya=rakitan.cost(tuple(terpilih)),
        total=nanti.total,
        total_ketat=nanti.total_ketat,
        predikat=nanti.predikat,
        langkah=explain_steps(rakitan, terpilih),
        jawaban=nanti.jawaban,
        kini=kini.total,
        predikat_kini=kini.predikat,
        penghalang=() if layak else explain_blockers(rakitan, nanti),
        catatan=_notes(rakitan),
    )


def prove(rakitan: Rakitan, terpilih: frozenset[str]) -> Bukti:
    """Let HiGHS look for something cheaper; it must come back with the same effort."""
    from kinerja.jalan import solver

    biaya = rakitan.cost(tuple(terpilih))
    satuan = {k: int(rakitan.biaya[k] * rakitan.skala_biaya) for k in rakitan.jangkauan.terbuka}
    if not solver.fits(rakitan.sub, satuan):
        return Bukti(biaya, Fraction(0), highs=False)
    lain = solver.find_cheapest(rakitan.sub, satuan, rakitan.minimum)
    if lain is None:
        return Bukti(biaya, Fraction(0), highs=False)
    biaya_lain = rakitan.cost(tuple(lain))
    if biaya_lain < biaya and rakitan.reached_by(measure(rakitan, lain).total_ketat):
        raise TidakSepakat(f"{sorted(lain)} lebih murah daripada {sorted(terpilih)}")
    return Bukti(biaya, Fraction(0), highs=biaya_lain == biaya)


def _notes(rakitan: Rakitan) -> tuple[str, ...]:
    """Where a grade held and the fulfilled criteria say different things."""
    hasil = []
    for isi in rakitan.isi.values():
        menurut = isi.tangga.jenjang[len(isi.terpenuhi)]
        if isi.dipegang is not None and isi.dipegang != isi.tangga.higher(menurut, isi.dipegang):
            hasil.append(
                f"{isi.kode}: jawaban {isi.dipegang} di bawah {menurut} yang ditunjukkan "
                f"{len(isi.terpenuhi)} dari {len(isi.kriteria)} kriteria; yang dihitung {menurut}."
            )
    return tuple(hasil)
