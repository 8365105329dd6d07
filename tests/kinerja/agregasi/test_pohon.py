"""Up the tree: indikator, sasaran, unit, instansi."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.agregasi import BobotTidakSah, CaraAgregasi, HasilAgregasi, Simpul, aggregate_pohon
from kinerja.capaian import AturanCapaian, Polaritas, compute_capaian


def indikator(kode: str, capaian: str | None, bobot: str | None = None) -> Simpul:
    return Simpul(
        kode,
        f"Indikator {kode}",
        capaian=None if capaian is None else Decimal(capaian),
        bobot=None if bobot is None else Decimal(bobot),
    )


def sasaran(kode: str, *anak: Simpul, bobot: str | None = None) -> Simpul:
    return Simpul(
        kode, f"Sasaran {kode}", "sasaran", anak=anak, bobot=None if bobot is None else Decimal(bobot)
    )


def unit(*anak: Simpul) -> Simpul:
    return Simpul("U", "Dinas", "unit", anak=anak)


def cetak(simpul: Simpul, cara: CaraAgregasi = CaraAgregasi.BERJENJANG) -> str:
    return str(aggregate_pohon(simpul, cara=cara).cetak)


DUA_SASARAN = unit(
    sasaran("1", *[indikator(f"1.{n}", "100") for n in range(3)]), sasaran("2", indikator("2.1", "60"))
)


def test_a_mean_of_means_is_not_the_flat_mean() -> None:
    assert cetak(DUA_SASARAN) == "80.00"
    assert cetak(DUA_SASARAN, CaraAgregasi.DATAR) == "90.00"


def test_a_published_chain_is_reproduced_level_by_level() -> None:
    daging = sasaran("1.1", *[indikator(str(n), c) for n, c in enumerate(("129.18", "116.79", "131.10"))])
    ternak = ("88.13", "83.18", "71.98", "81.72", "49.61", "103.56", "81.61", "92.10", "105.07")
    populasi = sasaran("1.2", *[indikator(str(n), c) for n, c in enumerate(ternak)])
    hasil = aggregate_pohon(sasaran("1", daging, populasi))
    assert [str(h.cetak) for h in (*hasil.anak, hasil)] == ["125.69", "84.11", "104.90"]


def test_missing_is_left_out_and_listed_never_zero() -> None:
    hasil = aggregate_pohon(sasaran("1", indikator("a", "80"), indikator("b", None)))
    assert (hasil.nilai, hasil.n_dihitung, hasil.n_wajib) == (80, 1, 2)
    assert [(b.kode, b.sebab) for b in hasil.dikeluarkan] == [("b", "belum_dilaporkan")]


def test_a_branch_without_any_value_is_missing_too() -> None:
    hasil = aggregate_pohon(unit(sasaran("1", indikator("a", None)), sasaran("2", indikator("b", "70"))))
    assert (hasil.nilai, hasil.n_dihitung, hasil.n_wajib) == (70, 1, 2)
    assert [b.kode for b in hasil.dikeluarkan] == ["1"]


@pytest.mark.parametrize("cara", CaraAgregasi)
def test_nothing_reported_gives_no_value(cara: CaraAgregasi) -> None:
    hasil = aggregate_pohon(unit(sasaran("1", indikator("a", None))), cara=cara)
    assert (hasil.nilai, hasil.cetak, hasil.kategori, hasil.sebab) == (None, None, None, "tanpa_nilai")
    assert "0 dari 1 indikator dihitung" in str(hasil)
    assert hasil.langkah[1] == "tidak dihitung: belum ada indikator yang bernilai"


def test_a_branch_without_indicators_says_so() -> None:
    assert aggregate_pohon(unit()).sebab == "tanpa_indikator"


def test_an_indicator_alone_is_not_rolled_up() -> None:
    with pytest.raises(ValueError, match="adalah indikator"):
        aggregate_pohon(indikator("a", "1"))


def test_the_capped_value_is_averaged_and_the_reason_of_a_missing_one_is_kept() -> None:
    aturan = AturanCapaian(Polaritas.MAKS, batas=Decimal(120))
    tinggi = compute_capaian(aturan=aturan, target=Decimal(1), realisasi=Decimal(9))
    kosong = compute_capaian(aturan=aturan, target=Decimal(0), realisasi=Decimal(9))
    hasil = aggregate_pohon(sasaran("1", Simpul("a", "A", capaian=tinggi), Simpul("b", "B", capaian=kosong)))
    assert (hasil.nilai, hasil.dikeluarkan[0].sebab) == (120, "target_nol")


def test_weights_count() -> None:
    assert cetak(sasaran("1", indikator("a", "100", "3"), indikator("b", "60", "1"))) == "90.00"


def test_the_weight_of_a_missing_child_leaves_with_it() -> None:
    hasil = aggregate_pohon(
        sasaran("1", indikator("a", "100", "3"), indikator("b", "60", "1"), indikator("c", None, "9"))
    )
    assert (hasil.nilai, hasil.tanda) == (90, ("tidak_lengkap", "bobot_disesuaikan"))


def test_branches_may_be_weighted() -> None:
    simpul = unit(
        sasaran("1", indikator("a", "100"), bobot="1"), sasaran("2", indikator("b", "50"), bobot="4")
    )
    assert cetak(simpul) == "60.00"


def test_a_weight_for_some_children_only_is_refused() -> None:
    with pytest.raises(BobotTidakSah, match="belum diisi untuk Indikator b"):
        aggregate_pohon(sasaran("1", indikator("a", "1", "1"), indikator("b", None)))


def test_weights_of_zero_give_no_value() -> None:
    assert aggregate_pohon(sasaran("1", indikator("a", "1", "0"))).sebab == "bobot_nol"


def test_the_geometric_roll_up_of_pmk_214_2017() -> None:
    satu = sasaran("1", indikator("a", "100"), indikator("b", "90"))
    dua = sasaran("2", indikator("c", "66.66666667"), indikator("d", "66.66666667"), indikator("e", "100"))
    program = sasaran("P", satu, dua)
    hasil = aggregate_pohon(unit(program, sasaran("3", indikator("f", "100"))), cara=CaraAgregasi.GEOMETRIK)
    cabang = hasil.anak[0]
    assert [str(h.cetak) for h in (*cabang.anak, cabang, hasil)] == ["94.87", "76.31", "85.09", "92.24"]


def test_a_geometric_mean_with_weights_or_negatives_is_not_invented() -> None:
    with pytest.raises(BobotTidakSah, match="tidak memakai bobot"):
        aggregate_pohon(sasaran("1", indikator("a", "1", "1")), cara=CaraAgregasi.GEOMETRIK)
    negatif = aggregate_pohon(sasaran("1", indikator("a", "-1")), cara=CaraAgregasi.GEOMETRIK)
    assert negatif.sebab == "geometrik_negatif"


def test_nothing_is_rounded_between_levels() -> None:
    sepertiga = sasaran("1", indikator("a", "100"), indikator("b", "100"), indikator("c", "0"))
    hasil = aggregate_pohon(unit(sepertiga))
    assert hasil.nilai == aggregate_pohon(sepertiga).nilai != Decimal("66.67")


def test_the_sentence_shows_the_parts_and_the_counts() -> None:
    hasil = aggregate_pohon(sasaran("1", indikator("a", "100"), indikator("b", "85"), indikator("c", None)))
    assert str(hasil) == (
        "Sasaran 1 92,50% (sangat tinggi), rata-rata berjenjang, 2 dari 3 indikator dihitung: "
        "(100 + 85) ÷ 2 = 92,5; tidak dihitung: Indikator c (belum dilaporkan)."
    )


def test_weights_and_roots_are_shown_too() -> None:
    berbobot = aggregate_pohon(sasaran("1", indikator("a", "100", "3"), indikator("b", "60", "1")))
    geometrik = aggregate_pohon(
        sasaran("1", indikator("a", "4"), indikator("b", "9")), cara=CaraAgregasi.GEOMETRIK
    )
    assert berbobot.langkah[1] == "(3 × 100 + 1 × 60) ÷ (3 + 1)"
    assert geometrik.langkah[1:] == ("(4 × 9) pangkat 1/2", "= 6")


def test_the_result_is_json_with_its_children() -> None:
    isi = json.loads(json.dumps(aggregate_pohon(DUA_SASARAN).to_dict()))
    assert [(a["kode"], a["nilai"]) for a in isi["anak"]] == [("1", "100"), ("2", "60")]
    assert isi["sumber"]


def test_a_roll_up_without_a_scale_has_no_category() -> None:
    assert aggregate_pohon(DUA_SASARAN, skala_id=None).kategori is None


NILAI = st.one_of(st.none(), st.decimals(min_value=-100, max_value=500, places=4).map(str))
SASARAN = st.lists(st.lists(NILAI, max_size=4), min_size=1, max_size=4)


def build(isi: list[list[str | None]]) -> Simpul:
    return unit(
        *[
            sasaran(str(s), *[indikator(f"{s}.{n}", c) for n, c in enumerate(anak)])
            for s, anak in enumerate(isi)
        ]
    )


def shuffled(simpul: Simpul, acak: Any) -> Simpul:
    anak = [shuffled(a, acak) for a in simpul.anak]
    acak.shuffle(anak)
    return Simpul(simpul.kode, simpul.nama, simpul.tingkat, simpul.capaian, tuple(anak), simpul.bobot)


def inti(hasil: HasilAgregasi) -> tuple[object, ...]:
    return (hasil.nilai, hasil.n_dihitung, hasil.n_wajib)


@given(
    SASARAN, st.sampled_from([CaraAgregasi.BERJENJANG, CaraAgregasi.DATAR]), st.randoms(use_true_random=False)
)
def test_rolling_up_is_free_of_order(isi: list[list[str | None]], cara: CaraAgregasi, acak: Any) -> None:
    simpul = build(isi)
    assert inti(aggregate_pohon(simpul, cara=cara)) == inti(
        aggregate_pohon(shuffled(simpul, acak), cara=cara)
    )


@given(SASARAN)
def test_a_missing_indicator_changes_the_count_and_nothing_else(isi: list[list[str | None]]) -> None:
    hasil = aggregate_pohon(build(isi))
    lebih = aggregate_pohon(build([[*isi[0], None], *isi[1:]]))
    assert (lebih.nilai, lebih.n_dihitung, lebih.n_wajib) == (
        hasil.nilai,
        hasil.n_dihitung,
        hasil.n_wajib + 1,
    )
