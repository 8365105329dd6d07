"""A government: which sheet rises to what, which condition binds, and that nothing is cheaper."""

import random
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from tests.kinerja.jalan.bantu import GABUNGAN, INSTANSI, LKE, SEMUA, build_kecil

from kinerja.instrumen.gabungan import combine
from kinerja.jalan import GalatJalan, HasilKota, Ketat, OpdKota, Soal, SoalKota, curve, plan_kota
from kinerja.jalan import rencana_kota as modul
from kinerja.jalan.kota_program import TerlaluHalus

KLASTER = ("utama", "pendukung", "tambahan")
ISTIMEWA: dict[str, Any] = {b.kode: {"A": 3, "AA": 8} for b in LKE.penilaian}


def lembar(benih: int, **ubah: Any) -> Soal:
    acak = random.Random(benih)
    terpenuhi = {k: acak.random() < 0.8 for k in SEMUA}
    biaya = {k: acak.randint(1, 9) for k in SEMUA}
    return Soal(LKE, "A", terpenuhi=terpenuhi, biaya=biaya, istimewa=ISTIMEWA, **ubah)


def instansi(**ubah: Any) -> Soal:
    terpenuhi = {k.kode: True for b in INSTANSI.penilaian for k in INSTANSI.kriteria(b.kode)}
    return Soal(
        **{"instrumen": INSTANSI, "target": "A", "terpenuhi": terpenuhi, "istimewa": ISTIMEWA, **ubah}
    )


def kota(per_klaster: int = 3, **ubah: Any) -> SoalKota:
    opd = tuple(OpdKota(f"{k}-{n}", k, lembar(hash_of(k, n))) for k in KLASTER for n in range(per_klaster))
    return SoalKota(**{"instrumen": GABUNGAN, "target": "A", "instansi": instansi(), "opd": opd, **ubah})


def hash_of(klaster: str, n: int) -> int:
    return 10 * KLASTER.index(klaster) + n


@pytest.fixture(scope="module")
def hasil() -> HasilKota:
    return plan_kota(kota())


def test_a_city_reaches_a_only_through_its_units(hasil: HasilKota) -> None:
    assert (hasil.layak, hasil.predikat, hasil.terbukti) == (True, "A", True)
    assert hasil.rata_klaster["utama"] is not None
    assert hasil.rata_klaster["utama"] > 80
    assert (hasil.rata_klaster["pendukung"] or 0) > 70


def test_the_total_is_that_of_the_combined_instrument(hasil: HasilKota) -> None:
    unit: dict[str, list[Fraction]] = {}
    for lb in hasil.lembar[1:]:
        unit.setdefault(lb.klaster or "", []).append(lb.total)
    assert combine(hasil.lembar[0].total, unit).total == hasil.total


def test_the_efforts_of_the_sheets_add_up(hasil: HasilKota) -> None:
    assert sum(lb.biaya for lb in hasil.lembar) == hasil.biaya
    assert all(sum(lk.biaya for lk in lb.langkah) == lb.biaya for lb in hasil.lembar)


def test_a_binding_condition_is_one_whose_absence_saves_effort(hasil: HasilKota) -> None:
    assert "klaster utama" in hasil.pengikat
    assert all((s.nama in hasil.pengikat) == bool(s.hemat) for s in hasil.syarat)
    assert all(s.margin > 0 for s in hasil.syarat)


def test_highs_finds_the_same_effort(hasil: HasilKota, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise TerlaluHalus

    monkeypatch.setattr(modul, "choose_points", refuse)
    lain = plan_kota(kota(), detik=20)
    assert lain.batas_bawah <= hasil.biaya <= lain.biaya
    assert lain.celah < Fraction(5, 1000)


def test_two_units_in_a_cluster_are_too_few() -> None:
    soal = kota()
    hasil = plan_kota(replace(soal, opd=soal.opd[1:]))
    assert not hasil.layak
    assert hasil.penghalang == ("Klaster utama hanya 2 unit; A menuntut paling sedikit 3.",)


def test_a_cluster_that_cannot_rise_blocks_the_city() -> None:
    soal = kota()
    mentok = tuple(
        replace(o, soal=replace(o.soal, istimewa={})) if o.klaster == "utama" else o for o in soal.opd
    )
    hasil = plan_kota(replace(soal, opd=mentok))
    assert not hasil.layak
    assert hasil.penghalang == ("Klaster utama paling tinggi 80; A menuntut di atas 80.",)


def test_a_flat_mean_of_units_may_be_chosen() -> None:
    assert plan_kota(kota(cara="rata_unit")).cara == "rata_unit"


def test_a_stricter_evaluator_makes_the_city_dearer(hasil: HasilKota) -> None:
    soal = kota()
    ketat = Ketat(total=Decimal("1.5"))
    opd = tuple(replace(o, soal=replace(o.soal, ketat=ketat)) for o in soal.opd)
    assert plan_kota(replace(soal, opd=opd)).biaya > hasil.biaya


def small(benih: int) -> SoalKota:
    """Five small sheets under the conditions of 88/2021, with one unit per cluster enough."""
    acak = random.Random(benih)
    kecil = build_kecil((2, 1, 2))
    kriteria = [k.kode for b in kecil.penilaian for k in kecil.kriteria(b.kode)]

    def satu() -> Soal:
        return Soal(
            kecil,
            "A",
            terpenuhi={k: acak.random() < 0.7 for k in kriteria},
            biaya={k: acak.randint(0, 5) for k in kriteria},
            istimewa={s: {"A": acak.randint(1, 9)} for s in ("1.b", "1.c") if acak.random() < 0.6},
        )

    aturan = GABUNGAN.gabungan
    assert aturan is not None
    longgar = replace(aturan, syarat=tuple(replace(s, min_unit=1) for s in aturan.syarat))
    gabungan = replace(GABUNGAN, gabungan=longgar)
    klaster = ("utama", "utama", "pendukung", "tambahan")
    opd = tuple(OpdKota(f"{k}{n}", k, satu()) for n, k in enumerate(klaster))
    return SoalKota(gabungan, "A", satu(), opd, acak.choice(["rata_klaster", "rata_unit"]))


def brute_city(soal: SoalKota) -> Fraction | None:
    """The least effort of every combination of points that reaches A."""
    cukup = []
    for i, u, v, p, t in product(*(curve(s) for s in (soal.instansi, *(o.soal for o in soal.opd)))):
        utama = (u.total + v.total) / 2
        unit = (utama + p.total + t.total) / 3
        if soal.cara == "rata_unit":
            unit = (u.total + v.total + p.total + t.total) / 4
        if (i.total + unit) / 2 > 80 and utama > 80 and p.total > 70:
            cukup.append(i.biaya + u.biaya + v.biaya + p.biaya + t.biaya)
    return min(cukup, default=None)


@pytest.mark.parametrize("benih", range(16))
def test_no_combination_of_sheets_is_cheaper(benih: int) -> None:
    soal = small(benih)
    hasil, terbaik = plan_kota(soal), brute_city(soal)
    assert hasil.layak == (terbaik is not None)
    assert terbaik is None or hasil.biaya == terbaik


def test_among_the_small_cities_some_reach_a_and_some_do_not() -> None:
    assert {plan_kota(small(benih)).layak for benih in range(16)} == {True, False}


@pytest.mark.parametrize(
    ("ubah", "bidang"),
    [
        ({"target": "Z"}, "target"),
        ({"cara": "median"}, "cara"),
        ({"opd": (OpdKota("a", "lain", lembar(1)),)}, "opd a"),
        ({"opd": (OpdKota("a", "utama", lembar(1)), OpdKota("a", "utama", lembar(2)))}, "opd"),
        ({"opd": (OpdKota("a", "utama", replace(lembar(1), biaya={"x": 1})),)}, "opd a, biaya"),
        ({"instansi": instansi(target="Z")}, "instansi, target"),
    ],
)
def test_a_city_question_that_cannot_be_used_names_the_place(ubah: dict[str, Any], bidang: str) -> None:
    with pytest.raises(GalatJalan) as galat:
        plan_kota(kota(**ubah))
    assert galat.value.bidang == bidang
