"""Scales and ladders are dated data with a source."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.capaian import list_skala, list_tangga, load_skala, load_tangga
from kinerja.capaian.skala import SkalaBukanCapaian, SkalaTidakDikenal, parse_skala
from kinerja.capaian.tangga import TanggaTidakDikenal, parse_tangga
from kinerja.capaian.yaml_ketat import DataTidakSah, load_yaml

BAKU = load_skala("permendagri-86-2017")


@pytest.mark.parametrize(
    ("nilai", "kode"),
    [
        ("91", "ST"), ("90.999999", "T"), ("76", "T"), ("75.99", "S"), ("66", "S"), ("65.99", "R"),
        ("51", "R"), ("50.99", "SR"), ("0", "SR"), ("-37.6", "SR"), ("16000", "ST"),
    ],
)  # fmt: skip
def test_the_bands_of_permendagri_86_2017(nilai: str, kode: str) -> None:
    assert BAKU.kategori_for(Decimal(nilai)).kode == kode


def test_the_stair_counts_from_the_worst_band() -> None:
    assert [k.urutan for k in BAKU.kategori] == [5, 4, 3, 2, 1]


@pytest.mark.parametrize("skala_id", list_skala())
def test_every_scale_names_its_source_and_its_date(skala_id: str) -> None:
    skala = load_skala(skala_id)
    assert skala.id == skala_id
    assert skala.sumber
    assert skala.berlaku_sampai is None or skala.berlaku_mulai < skala.berlaku_sampai


@pytest.mark.parametrize(
    ("skala_id", "nilai", "nama"),
    [
        ("sampang-2019", "91", "sangat baik"),
        ("jabar-a-2016", "100", "baik"),
        ("jabar-a-dinkes-2016", "100", "sangat baik"),
        ("jabar-b-2016", "52", "sedang"),
        ("jabar-c-2016", "75", "baik"),
        ("esakip-jabar-2016", "80", "baik"),
        ("esakip-jabar-2016", "0", "data tidak lengkap"),
        ("esakip-jabar-bp3iptek-2016", "80", "sangat baik"),
        ("bplhd-jabar-2016", "39.99", "buruk"),
        ("maluku-tengah-2021", "85", "sangat baik"),
    ],
)
def test_published_scales_differ_at_their_bounds(skala_id: str, nilai: str, nama: str) -> None:
    assert load_skala(skala_id).kategori_for(Decimal(nilai)).nama == nama


def test_the_akip_letters_are_not_for_indicators() -> None:
    with pytest.raises(SkalaBukanCapaian, match="hanya untuk evaluasi"):
        load_skala("predikat-akip").kategori_for(Decimal(95))


@given(st.sampled_from([s for s in list_skala() if load_skala(s).untuk == "capaian"]), st.data())
def test_a_higher_value_never_gets_a_lower_band(skala_id: str, data: st.DataObject) -> None:
    angka = st.decimals(min_value=-50, max_value=300, places=2)
    kecil, besar = sorted((data.draw(angka), data.draw(angka)))
    skala = load_skala(skala_id)
    assert skala.kategori_for(kecil).urutan <= skala.kategori_for(besar).urutan


def test_an_unknown_scale_lists_the_known_ones() -> None:
    with pytest.raises(SkalaTidakDikenal, match="permendagri-86-2017"):
        load_skala("../../etc/passwd")


def test_ladders_go_from_lowest_to_highest() -> None:
    assert load_tangga("predikat-akip").peringkat == ("D", "C", "CC", "B", "BB", "A", "AA")
    assert all(len(set(load_tangga(t).peringkat)) > 1 and load_tangga(t).sumber for t in list_tangga())


def test_an_unknown_ladder_lists_the_known_ones() -> None:
    with pytest.raises(TanggaTidakDikenal, match="opini-bpk"):
        load_tangga("x")


def test_a_ladder_without_a_source_is_refused() -> None:
    with pytest.raises(DataTidakSah, match="sumber dan peringkat"):
        parse_tangga('id: x\nnama: x\nperingkat: ["A"]', nama="x.yaml")


SKALA = """
id: uji
nama: Uji
sumber: Perwal
berlaku_mulai: 2020-01-01
kategori:
  - {kode: A, nama: a, batas_bawah: "90"}
  - {kode: B, nama: b}
"""


def test_a_scale_is_read_from_yaml() -> None:
    assert [k.batas_bawah for k in parse_skala(SKALA, nama="uji.yaml").kategori] == [Decimal(90), None]


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ('"90"', "90.5", "tanda kutip"),
        ('"90"', "90", "tanda kutip"),
        ('"90"', '"sembilan"', "bukan angka"),
        ("sumber: Perwal\n", "", "wajib memuat sumber"),
        ("nama: b}", 'nama: b, batas_bawah: "50"}', "kategori terakhir"),
        (
            "  - {kode: B, nama: b}",
            '  - {kode: B, nama: b, batas_bawah: "95"}\n  - {kode: C, nama: c}',
            "menurun",
        ),
        ("nama: Uji", "nama: Uji\nnama: Lagi", "dua kali"),
        ("kode: A, nama: a", "kode: A, kode: A2, nama: a", "dua kali"),
    ],
)
def test_data_that_could_mislead_is_refused(lama: str, baru: str, pesan: str) -> None:
    with pytest.raises(DataTidakSah, match=pesan):
        parse_skala(SKALA.replace(lama, baru), nama="uji.yaml")


@pytest.mark.parametrize("teks", ["- a", "a: [", "a: !!python/object:os.system x"])
def test_what_is_not_a_plain_mapping_is_refused(teks: str) -> None:
    with pytest.raises(DataTidakSah, match=r"uji\.yaml"):
        load_yaml(teks, nama="uji.yaml")
