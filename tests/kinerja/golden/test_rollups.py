"""The printed roll-ups are simple nested means, except those named; the efficiencies are 100 − serapan."""

from decimal import Decimal
from typing import Any

import pytest
from tests.kinerja.golden import data

from kinerja.agregasi.pohon import Simpul, aggregate_pohon
from kinerja.efisiensi import compute_e1
from kinerja.nilai import read_value
from kinerja.pembulatan import Pembulatan, round_value

# Cut off instead of rounded; `misi 1` rounds rightly when its children are not rounded first (see below).
TRUNCATED = {("disnak-2016", "misi 1"), ("bkpd-2016", "konsumsi pangan")}
# The printed figure is not the mean of its printed children.
UNEXPLAINED = {("dispenda-2016", "indikator 3 (a,b,c)"), ("dispenda-2016", "indikator 3 2015 (a,b,c)")}
ROLLUPS = {(r["doc"], r["level"]): r for r in data.load()["rollups"]}
EFFICIENCY = [(e["doc"], *pair) for e in data.load()["efficiency"] for pair in e["pairs"]]


def mean_of(rollup: dict[str, Any]) -> Decimal:
    anak = tuple(Simpul(str(n), f"anak {n}", capaian=c) for n, c in enumerate(rollup["children"]))
    hasil = aggregate_pohon(Simpul("0", rollup["level"], "sasaran", anak=anak))
    assert hasil.nilai is not None
    return hasil.nilai


def printed(rollup: dict[str, Any]) -> Decimal:
    angka = read_value(rollup["printed"]).angka
    assert angka is not None
    return angka


def explained(rollup: dict[str, Any], mode: Pembulatan) -> bool:
    tercetak = printed(rollup)
    desimal = -int(tercetak.as_tuple().exponent)
    return round_value(mean_of(rollup), desimal, mode) == tercetak


def group(nama: str, *capaian: str | Simpul) -> Simpul:
    anak = (c if isinstance(c, Simpul) else Simpul(c, c, capaian=Decimal(c)) for c in capaian)
    return Simpul(nama, nama, "kelompok", anak=tuple(anak))


def test_all_printed_roll_ups_are_here() -> None:
    assert len(ROLLUPS) == 20


@pytest.mark.parametrize("kunci", sorted(ROLLUPS.keys() - TRUNCATED - UNEXPLAINED))
def test_a_printed_roll_up_is_the_mean_of_its_children(kunci: tuple[str, str]) -> None:
    assert explained(ROLLUPS[kunci], Pembulatan.SETENGAH_KE_ATAS)


@pytest.mark.parametrize("kunci", sorted(TRUNCATED))
def test_a_truncated_roll_up_is_the_mean_cut_off(kunci: tuple[str, str]) -> None:
    rollup = ROLLUPS[kunci]
    assert explained(rollup, Pembulatan.POTONG)
    assert not explained(rollup, Pembulatan.SETENGAH_KE_ATAS)


@pytest.mark.parametrize("kunci", sorted(UNEXPLAINED))
def test_no_mean_gives_the_unexplained_roll_ups(kunci: tuple[str, str]) -> None:
    assert not any(explained(ROLLUPS[kunci], mode) for mode in Pembulatan)


def test_the_full_chain_of_one_agency_is_reproduced_from_its_indicators() -> None:
    populasi = group("1.2", "88.13", "83.18", "71.98", "81.72", "49.61", "103.56", "81.61", "92.1", "105.07")
    sasaran_1 = group("sasaran 1", group("1.1", "129.18", "116.79", "131.1"), populasi)
    sasaran_2 = group("sasaran 2", group("2.1", "133.85", "127.69", "138.46"), "111.54")
    misi_1 = group("misi 1", sasaran_1, sasaran_2, group("sasaran 3", "300", "100"), "100")
    visi = aggregate_pohon(group("visi", misi_1, "100", group("misi 3", "100", "110", "142.86", "92.59")))
    cetak = {h.nama: str(h.cetak) for h in (visi, *visi.anak, *visi.anak[0].anak)}
    assert cetak == {
        "visi": "114.40",
        "misi 1": "131.83",
        "misi 3": "111.36",
        "sasaran 1": "104.90",
        "sasaran 2": "122.44",
        "sasaran 3": "200.00",
    }


@pytest.mark.parametrize(("doc", "serapan", "efisiensi"), EFFICIENCY)
def test_a_printed_efficiency_is_what_was_not_spent(doc: str, serapan: str, efisiensi: str) -> None:
    hasil = compute_e1(capaian=Decimal(100), serapan=read_value(serapan).angka)
    assert hasil.cetak == read_value(efisiensi).angka
