"""Zero rules, caps, missing values and flags of the engine."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.capaian import AturanCapaian, HasilCapaian, NolMinB, Polaritas, compute_capaian, load_tangga
from kinerja.nilai import JenisNilai, Nilai

ANGKA = st.decimals(min_value=-(10**6), max_value=10**6, allow_nan=False, places=3)
BERANGKA = [Polaritas.MAKS, Polaritas.MIN, Polaritas.MIN_B, Polaritas.STABIL, Polaritas.LAJU_TURUN]


def hitung(polaritas: Polaritas, target: object, realisasi: object, **aturan: object) -> HasilCapaian:
    def nilai(isi: object) -> Nilai | Decimal | None:
        return Decimal(isi) if isinstance(isi, str) else isi  # type: ignore[return-value]

    return compute_capaian(
        aturan=AturanCapaian(polaritas, **aturan),  # type: ignore[arg-type]
        target=nilai(target),
        realisasi=nilai(realisasi),
    )


def test_a_reported_zero_is_a_capaian_of_zero() -> None:
    assert hitung(Polaritas.MAKS, "4", "0").mentah == 0


def test_not_reported_is_not_zero() -> None:
    hasil = hitung(Polaritas.MAKS, "4", None)
    assert (hasil.mentah, hasil.sebab) == (None, "belum_dilaporkan")


@pytest.mark.parametrize("polaritas", BERANGKA)
def test_zero_against_a_target_of_zero_is_100(polaritas: Polaritas) -> None:
    hasil = hitung(polaritas, "0", "0")
    assert (hasil.mentah, hasil.tanda) == (100, ("target_nol",))


@pytest.mark.parametrize("polaritas", [Polaritas.MAKS, Polaritas.LAJU_TURUN, Polaritas.STABIL])
def test_more_than_a_target_of_zero_has_no_percentage(polaritas: Polaritas) -> None:
    hasil = hitung(polaritas, "0", "3")
    assert (hasil.mentah, hasil.sebab, hasil.tanda) == (None, "target_nol", ("target_nol", "melebihi"))


@pytest.mark.parametrize("polaritas", [Polaritas.MIN, Polaritas.MIN_B])
def test_a_case_against_a_target_of_no_cases_is_0_and_flagged(polaritas: Polaritas) -> None:
    hasil = hitung(polaritas, "0", "2")
    assert (hasil.mentah, hasil.tanda) == (0, ("target_nol",))


@pytest.mark.parametrize("polaritas", BERANGKA)
def test_below_a_target_of_zero_has_no_percentage(polaritas: Polaritas) -> None:
    assert hitung(polaritas, "0", "-1").sebab == "target_nol"


@pytest.mark.parametrize(
    ("pilihan", "harapan"), [(NolMinB.RUMUS_A, 200), (NolMinB.SERATUS, 100), (NolMinB.TAK_TERHITUNG, None)]
)
def test_nothing_happened_at_all_follows_the_stated_choice(pilihan: NolMinB, harapan: int | None) -> None:
    hasil = hitung(Polaritas.MIN_B, "10", "0", nol_min_b=pilihan)
    assert hasil.mentah == harapan
    assert "realisasi_nol" in hasil.tanda


def test_an_undefined_min_b_suggests_formula_a() -> None:
    hasil = hitung(Polaritas.MIN_B, "10", "0", nol_min_b=NolMinB.TAK_TERHITUNG)
    assert "rumus A" in (hasil.pesan or "")


def test_the_cap_keeps_the_raw_value() -> None:
    hasil = hitung(Polaritas.MAKS, "10", "65", batas=Decimal(120))
    assert (hasil.mentah, hasil.terbatas, hasil.dibatasi) == (650, 120, True)


@given(st.sampled_from(BERANGKA), ANGKA, ANGKA, st.integers(1, 300).map(Decimal))
def test_a_cap_only_ever_lowers(polaritas: Polaritas, t: Decimal, r: Decimal, batas: Decimal) -> None:
    bebas, hasil = hitung(polaritas, t, r), hitung(polaritas, t, r, batas=batas)
    assert hasil.mentah == bebas.mentah
    assert hasil.terbatas == (None if bebas.mentah is None else min(bebas.mentah, batas))


@given(st.sampled_from(BERANGKA), ANGKA, ANGKA)
def test_there_is_a_figure_or_a_reason_never_both(polaritas: Polaritas, t: Decimal, r: Decimal) -> None:
    hasil = hitung(polaritas, t, r)
    assert (hasil.mentah is None) == (hasil.sebab is not None) == (hasil.pesan is not None)
    assert str(hasil).startswith("Capaian ")


@given(st.sampled_from(BERANGKA), ANGKA, ANGKA)
def test_a_negative_result_is_kept_and_flagged(polaritas: Polaritas, t: Decimal, r: Decimal) -> None:
    hasil = hitung(polaritas, t, r)
    assert ("negatif" in hasil.tanda) == (hasil.mentah is not None and hasil.mentah < 0)


@given(ANGKA, ANGKA)
def test_the_printed_value_is_the_only_rounding(t: Decimal, r: Decimal) -> None:
    hasil = hitung(Polaritas.MAKS, t, r)
    if hasil.terbatas is not None and hasil.cetak is not None:
        assert abs(hasil.cetak - hasil.terbatas) <= Decimal("0.005")


def test_the_category_is_judged_before_rounding() -> None:
    hasil = hitung(Polaritas.MAKS, "100000", "90999")
    assert (str(hasil.cetak), hasil.kategori and hasil.kategori.kode) == ("91.00", "T")


def test_the_category_is_that_of_the_capped_value() -> None:
    hasil = hitung(Polaritas.MAKS, "1", "2", batas=Decimal(80))
    assert hasil.kategori is not None
    assert hasil.kategori.nama == "tinggi"


def test_a_rule_without_a_scale_gives_no_category() -> None:
    assert hitung(Polaritas.MAKS, "1", "1", skala_id=None).kategori is None


@pytest.mark.parametrize(
    ("target", "realisasi", "sebab"),
    [
        (None, "1", "target_kosong"),
        (Nilai.tidak_berlaku("n.a"), "1", "tidak_berlaku"),
        ("1", Nilai.tidak_berlaku("n.a"), "tidak_berlaku"),
        ("1", Nilai(JenisNilai.GALAT, teks="#REF!"), "galat"),
        (Nilai.ordinal("WTP"), Nilai.ordinal("WTP"), "bukan_angka"),
        (Nilai(JenisNilai.AMBANG, teks="< inflasi", pembanding="<"), "1", "ambang_belum_berangka"),
    ],
)
def test_what_cannot_be_computed_says_why(target: object, realisasi: object, sebab: str) -> None:
    assert hitung(Polaritas.MAKS, target, realisasi).sebab == sebab


def test_percent_and_plain_numbers_are_the_same_number() -> None:
    persen = Nilai(JenisNilai.PERSEN, teks="80%", angka=Decimal(80), desimal=0)
    assert hitung(Polaritas.MAKS, persen, "60").mentah == 75


def test_scale_words_are_brought_together() -> None:
    ribu = Nilai(JenisNilai.ANGKA, teks="500 ribu", angka=Decimal(500), pengali=Decimal(1000))
    hasil = hitung(Polaritas.MAKS, ribu, "450000")
    assert (hasil.mentah, hasil.tanda) == (90, ("satuan_beda",))


def test_equal_scale_words_cancel_out() -> None:
    ribu = Nilai(JenisNilai.ANGKA, teks="5 ribu", angka=Decimal(5), pengali=Decimal(1000))
    assert hitung(Polaritas.MAKS, ribu, ribu).tanda == ()


def test_a_threshold_as_target_of_maksimum_is_read_as_its_bound_and_flagged() -> None:
    hasil = hitung(Polaritas.MAKS, Nilai.ambang(">", Decimal(125)), "250")
    assert (hasil.mentah, hasil.tanda) == (200, ("dibaca_batas",))


def test_a_doubtful_reading_is_computed_and_flagged() -> None:
    ragu = Nilai(JenisNilai.ANGKA, teks="1,309", angka=Decimal(1309), ragu=True, sebab="ribuan atau desimal")
    hasil = hitung(Polaritas.MAKS, ragu, "1309")
    assert "bacaan_ragu" in hasil.tanda
    assert "Ribuan atau desimal." in str(hasil)


RENTANG = Nilai.rentang(Decimal(5), Decimal(6))


@pytest.mark.parametrize(
    ("polaritas", "realisasi", "harapan", "tanda"),
    [
        (Polaritas.RENTANG, "5.45", "100", ()),
        (Polaritas.RENTANG, "12", "200", ("di_luar_rentang",)),
        (Polaritas.RENTANG, "2.5", "50", ("di_luar_rentang",)),
        (Polaritas.RENTANG_BIAYA, "2.5", "150", ("di_luar_rentang",)),
        (Polaritas.RENTANG_BIAYA, "9", "50", ("di_luar_rentang",)),
    ],
)
def test_ranges(polaritas: Polaritas, realisasi: str, harapan: str, tanda: tuple[str, ...]) -> None:
    hasil = hitung(polaritas, RENTANG, realisasi)
    assert (hasil.mentah, hasil.tanda) == (Decimal(harapan), tanda)


def test_a_range_needs_two_bounds_in_order() -> None:
    assert hitung(Polaritas.RENTANG, "5", "5").sebab == "target_bukan_rentang"
    assert hitung(Polaritas.RENTANG, Nilai.rentang(Decimal(6), Decimal(5)), "5").sebab == "rentang_terbalik"


def test_a_range_that_ends_at_zero_has_no_percentage_beyond_it() -> None:
    assert hitung(Polaritas.RENTANG, Nilai.rentang(Decimal(-1), Decimal(0)), "1").sebab == "target_nol"


def test_a_range_in_thousands_against_a_plain_number() -> None:
    ribu = Nilai(
        JenisNilai.RENTANG,
        teks="1-2 ribu",
        angka=Decimal(2),
        bawah=Decimal(1),
        atas=Decimal(2),
        pengali=Decimal(1000),
    )
    assert hitung(Polaritas.RENTANG, ribu, "1500").mentah == 100


def test_a_realisasi_given_as_a_range_is_flagged() -> None:
    assert hitung(Polaritas.RENTANG, RENTANG, RENTANG).tanda == ("dibaca_batas",)


def test_grades_without_ranks_are_equal_or_not() -> None:
    assert hitung(Polaritas.ORDINAL, Nilai.ordinal("WTP"), Nilai.ordinal("WTP")).mentah == 100
    beda = hitung(Polaritas.ORDINAL, Nilai.ordinal("WDP"), Nilai.ordinal("WTP"))
    assert (beda.mentah, beda.tanda) == (0, ("peringkat_berbeda",))


def test_grades_with_ranks_are_compared_by_rank() -> None:
    opini = load_tangga("opini-bpk").peringkat
    hasil = hitung(Polaritas.ORDINAL, Nilai.ordinal("WTP"), Nilai.ordinal("wdp"), peringkat=opini)
    assert hasil.mentah == 75


def test_a_grade_outside_the_ladder_is_not_guessed() -> None:
    opini = load_tangga("opini-bpk").peringkat
    hasil = hitung(Polaritas.ORDINAL, Nilai.ordinal("WTP"), Nilai.ordinal("A"), peringkat=opini)
    assert hasil.sebab == "peringkat_tidak_dikenal"


def test_levels_written_as_numbers_are_grades_too() -> None:
    assert hitung(Polaritas.ORDINAL, "3", "3.0").mentah == 100


@pytest.mark.parametrize(("realisasi", "harapan"), [("4.2", 100), ("5", 0), ("6", 0)])
def test_a_threshold_is_met_or_not(realisasi: str, harapan: int) -> None:
    assert hitung(Polaritas.AMBANG, Nilai.ambang("<", Decimal(5)), realisasi).mentah == harapan


def test_a_threshold_without_a_number_waits_for_it() -> None:
    inflasi = Nilai(JenisNilai.AMBANG, teks="< inflasi nasional", pembanding="<")
    assert hitung(Polaritas.AMBANG, inflasi, "2.75").sebab == "ambang_belum_berangka"
    assert (
        hitung(Polaritas.AMBANG, Nilai(JenisNilai.TEKS, teks="< inflasi"), "2").sebab
        == "ambang_belum_berangka"
    )


def test_a_plain_number_is_no_threshold() -> None:
    assert hitung(Polaritas.AMBANG, "5", "4").sebab == "target_bukan_ambang"


@pytest.mark.parametrize(
    ("batas", "harapan", "sebab"), [("130", 100, None), ("100", None, "realisasi_tidak_pasti")]
)
def test_a_realisasi_known_only_as_a_threshold(batas: str, harapan: int | None, sebab: str | None) -> None:
    hasil = hitung(Polaritas.AMBANG, Nilai.ambang(">", Decimal(125)), Nilai.ambang(">", Decimal(batas)))
    assert (hasil.mentah, hasil.sebab) == (harapan, sebab)


def test_a_realisasi_surely_on_the_wrong_side_is_0() -> None:
    hasil = hitung(Polaritas.AMBANG, Nilai.ambang(">", Decimal(125)), Nilai.ambang("<", Decimal(100)))
    assert hasil.mentah == 0
