"""Every figure says how it came about."""

from fractions import Fraction

import pytest
from tests.kinerja.instrumen.bantu import INDEKS, INDEKS_PENUH, TINGKAT, uniform

from kinerja.instrumen import ButirTidakDikenal, load, score

UNIT, SKPD = load("akip-88-2021-unit"), load("akip-12-2015-unit")
VARIAN = load("akip-88-2021-per-kriteria")


@pytest.mark.parametrize(
    ("instrumen", "jawaban", "kode", "kalimat"),
    [
        (UNIT, {"1.a": "B"}, "1.a", "jawaban B = 70/100 × bobot 6 = 4,2."),
        (UNIT, {"1.a": "B"}, "1.b", "belum dijawab; masih mungkin 0 sampai 9."),
        (UNIT, {"1.a": "B"}, "1", "4,2 (1.a) = 4,2 dari 30; 2 dari 3 bagian belum dijawab."),
        (UNIT, {"1.a": "B"}, "2", "belum ada jawaban (bobot 30)."),
        (UNIT, {"1.a": "B"}, "1.a.1", "hanya bahan pertimbangan, tidak dihitung."),
        (UNIT, {"1.a": "B"}, "total", "Belum lengkap: masih mungkin 4,20 sampai 98,20."),
        (UNIT, {}, "total", "Belum ada jawaban."),
        (UNIT, uniform(UNIT, 2), "total", "Tercetak 80,00; di atas 70 sampai 80 adalah BB (Sangat Baik)."),
        (SKPD, {"B.I.1": "Ya", "B.I.2": "b"}, "B.I", "jumlah nilai 1,75 ÷ 4 butir × bobot 5 = 2,1875"),
        (SKPD, {"B.I.1": ["Ya", None]}, "B.I.1", "sebagian objek belum dijawab"),
        (SKPD, {"B.I.1": {"IKU 1": True}}, "B.I.1", "rata-rata IKU 1 Ya"),
        (VARIAN, uniform(VARIAN, 1), "1.a", "dibulatkan 2 desimal setengah ke atas"),
        (INDEKS, INDEKS_PENUH, "GK", "0 (nilai baku) ditambahkan langsung."),
        (INDEKS, {"G1": "50", "G2": "90"}, "G2", "× pengali G1 0,5 = 3,15."),
        (INDEKS, {"G2": "90"}, "G2", "menunggu pengali G1"),
        (INDEKS, {"G5": "tidak berlaku"}, "G5", "bobotnya 20 dibagi ulang."),
        (INDEKS, {"G5": "tidak berlaku", "G1": "1"}, "G", "bobot butir yang tidak berlaku dibagi ulang"),
        (INDEKS, {"G3": Fraction(7, 3)}, "G3", "jawaban 7/3 (≈ 2,33) = 7/15 (≈ 0,47) × bobot 40"),
        (TINGKAT, {"1": "3", "2": "4"}, "K1", "(3 (1) × 6,5 + 4 (2) × 6,5) ÷ 13 = 3,5."),
    ],
)
def test_a_figure_is_explained(instrumen, jawaban, kode, kalimat):
    assert kalimat in score(instrumen, jawaban).jelaskan(kode)


def test_an_unknown_code_has_no_explanation():
    with pytest.raises(ButirTidakDikenal):
        score(UNIT, {}).jelaskan("9.z")


@pytest.mark.parametrize("id_", ["akip-88-2021-unit", "akip-88-2021-per-kriteria", "akip-12-2015-pemda"])
def test_every_item_has_an_explanation(id_):
    instrumen = load(id_)
    hasil = score(instrumen, uniform(instrumen, 1))
    assert all(hasil.jelaskan(b.kode).startswith(b.kode) for b in instrumen.walk())
