"""A number explains itself."""

import json
from decimal import Decimal

import pytest

from kinerja.capaian import AturanCapaian, HasilCapaian, NolMinB, Polaritas, compute_capaian, load_tangga
from kinerja.capaian.penjelasan import format_id, format_panjang
from kinerja.nilai import Nilai


def hasil_min(**aturan: object) -> HasilCapaian:
    return compute_capaian(
        aturan=AturanCapaian(Polaritas.MIN, **aturan),  # type: ignore[arg-type]
        target=Decimal("10.90"),
        realisasi=Decimal("10.21"),
    )


def test_the_sentence_fills_in_the_numbers() -> None:
    assert str(hasil_min()) == (
        "Capaian 106,33% (sangat tinggi): (2 × 10,90 − 10,21) ÷ 10,90 × 100 = 106,3302…, "
        "dibulatkan ke 2 desimal, setengah ke atas."
    )


def test_the_steps_go_from_symbols_to_the_printed_value() -> None:
    assert hasil_min().langkah == (
        "(2 × target − realisasi) ÷ target × 100",
        "(2 × 10,90 − 10,21) ÷ 10,90 × 100",
        "= 11,59 ÷ 10,90 × 100 = 106,3302…",
        "≈ 106,33, dibulatkan sekali di akhir (2 desimal, setengah ke atas)",
    )


def test_a_cap_is_shown_with_both_values() -> None:
    hasil = hasil_min(batas=Decimal(100))
    assert hasil.langkah[3:] == ("batas atas 100: 106,3302… menjadi 100", "= 100,00")
    assert ", dibatasi 100." in str(hasil)


def test_a_missing_realisasi_is_explained_in_words() -> None:
    hasil = compute_capaian(aturan=AturanCapaian(Polaritas.MAKS), target=Decimal(3), realisasi=None)
    assert str(hasil) == (
        "Capaian tidak dihitung: realisasi belum dilaporkan, jadi tidak dihitung dan tidak dianggap nol."
    )
    assert hasil.langkah[0] == "realisasi ÷ target × 100"


def test_the_result_names_inputs_rule_and_source() -> None:
    isi = hasil_min().to_dict()
    assert isi["masukan"] == {"target": "10.90", "realisasi": "10.21"}
    assert "LKIP Jawa Barat" in str(isi["sumber"])
    assert isi["capaian"] == "106.3302752293577981651376147"
    assert isi["aturan_hash"] == AturanCapaian(Polaritas.MIN).hash()


def test_the_result_is_json() -> None:
    kosong = compute_capaian(aturan=AturanCapaian(Polaritas.MAKS), target=None, realisasi=None)
    assert json.loads(json.dumps(kosong.to_dict()))["capaian"] is None


RENTANG = Nilai.rentang(Decimal(5), Decimal(6))
OPINI = load_tangga("opini-bpk").peringkat


@pytest.mark.parametrize(
    ("aturan", "target", "realisasi", "isian"),
    [
        (AturanCapaian(Polaritas.MAKS), Decimal("19.14"), Decimal("-7.20"), "(-7,20) ÷ 19,14 × 100"),
        (AturanCapaian(Polaritas.MIN_B), Decimal("5.8"), Decimal("4.01"), "5,8 ÷ 4,01 × 100"),
        (AturanCapaian(Polaritas.MIN_B), Decimal(10), Decimal(0), "(2 × 10 − 0) ÷ 10 × 100"),
        (
            AturanCapaian(Polaritas.MIN_B, nol_min_b=NolMinB.SERATUS),
            Decimal(10),
            Decimal(0),
            "target 10 dan realisasi 0",
        ),
        (AturanCapaian(Polaritas.STABIL), Decimal(50), Decimal(55), "100 − |55 − 50| ÷ |50| × 100"),
        (AturanCapaian(Polaritas.MIN), Decimal(0), Decimal(2), "target 0 dan realisasi 2"),
        (AturanCapaian(Polaritas.RENTANG), RENTANG, Decimal("5.45"), "5,45 di dalam 5-6"),
        (AturanCapaian(Polaritas.RENTANG_BIAYA), RENTANG, Decimal(9), "(2 × 6 − 9) ÷ 6 × 100"),
        (AturanCapaian(Polaritas.ORDINAL), Nilai.ordinal("WTP"), Nilai.ordinal("WDP"), "WDP dibanding WTP"),
        (
            AturanCapaian(Polaritas.ORDINAL, peringkat=OPINI),
            Nilai.ordinal("WTP"),
            Nilai.ordinal("WDP"),
            "3 ÷ 4 × 100",
        ),
        (
            AturanCapaian(Polaritas.AMBANG),
            Nilai.ambang("<", Decimal(5)),
            Decimal(6),
            "6 terhadap < 5: tidak terpenuhi",
        ),
    ],
)
def test_every_formula_fills_in_its_numbers(
    aturan: AturanCapaian, target: Nilai | Decimal, realisasi: Nilai | Decimal, isian: str
) -> None:
    hasil = compute_capaian(aturan=aturan, target=target, realisasi=realisasi)
    assert hasil.langkah[1] == isian
    assert isian in str(hasil)


def test_every_flag_has_a_sentence() -> None:
    hasil = compute_capaian(
        aturan=AturanCapaian(Polaritas.LAJU_TURUN), target=Decimal(19), realisasi=Decimal(-7)
    )
    assert hasil.catatan == (
        "Target atau realisasi negatif; periksa arti persentasenya.",
        "Capaian negatif dipertahankan, tidak dijadikan nol.",
    )


@pytest.mark.parametrize(
    ("nilai", "harapan"),
    [
        ("106.3302752", "106,3302…"),
        ("87.5", "87,5"),
        ("1234567.00000", "1.234.567"),
        ("-0.00001", "0,0000…"),
        ("-0.5", "-0,5"),
        ("1E+3", "1.000"),
    ],
)
def test_long_results_end_in_an_ellipsis(nilai: str, harapan: str) -> None:
    assert format_panjang(Decimal(nilai)) == harapan


def test_printed_zeros_can_be_asked_for() -> None:
    assert format_id(Decimal("1234.5"), 2) == "1.234,50"
