"""From quarters to the year."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.agregasi import AgregasiWaktu, HasilWaktu, aggregate_waktu, compute_capaian_sampai
from kinerja.capaian import AturanCapaian, Polaritas

NILAI = st.one_of(st.none(), st.decimals(min_value=-1000, max_value=1000, places=2))
TAHUN = st.lists(NILAI, min_size=1, max_size=4)


def hitung(cara: AgregasiWaktu, *nilai: str | None, sampai: int | None = None) -> HasilWaktu:
    return aggregate_waktu(cara=cara, nilai=[None if n is None else Decimal(n) for n in nilai], sampai=sampai)


@pytest.mark.parametrize(
    ("cara", "harapan"),
    [
        (AgregasiWaktu.JUMLAH, "23"),
        (AgregasiWaktu.AKHIR, "10"),
        (AgregasiWaktu.RATA_RATA, "5.75"),
        (AgregasiWaktu.MAKSIMUM, "10"),
        (AgregasiWaktu.KUMULATIF, "10"),
    ],
)
def test_a_full_year(cara: AgregasiWaktu, harapan: str) -> None:
    assert hitung(cara, "2", "5", "6", "10").nilai == Decimal(harapan)


@pytest.mark.parametrize(
    ("cara", "harapan"),
    [
        (AgregasiWaktu.JUMLAH, "8"),
        (AgregasiWaktu.AKHIR, "6"),
        (AgregasiWaktu.RATA_RATA, "4"),
        (AgregasiWaktu.MAKSIMUM, "6"),
        (AgregasiWaktu.KUMULATIF, "6"),
    ],
)
def test_a_missing_quarter_is_left_out_and_listed(cara: AgregasiWaktu, harapan: str) -> None:
    hasil = hitung(cara, "2", None, "6")
    assert (hasil.nilai, hasil.kosong) == (Decimal(harapan), ("TW II",))
    assert (hasil.n_dihitung, hasil.n_wajib) == (2, 3)


@pytest.mark.parametrize("cara", AgregasiWaktu)
def test_a_year_without_reports_has_no_value(cara: AgregasiWaktu) -> None:
    hasil = hitung(cara, None, None)
    assert hasil.nilai is None
    assert str(hasil) == "Belum ada nilai: 2 periode belum dilaporkan."
    assert hasil.langkah[1] == "belum ada periode yang dilaporkan dari 2"


def test_quarters_after_the_one_asked_for_do_not_count() -> None:
    assert hitung(AgregasiWaktu.JUMLAH, "1", "2", "4", "8", sampai=2).nilai == 3


def test_a_missing_last_quarter_is_flagged_where_the_last_one_counts() -> None:
    assert hitung(AgregasiWaktu.AKHIR, "1", None).tanda == ("tidak_lengkap", "bukan_periode_terakhir")
    assert hitung(AgregasiWaktu.JUMLAH, "1", None).tanda == ("tidak_lengkap",)


def test_a_running_total_must_not_fall() -> None:
    hasil = hitung(AgregasiWaktu.KUMULATIF, "5", None, "4", "6")
    assert (hasil.nilai, hasil.turun) == (6, ("TW III",))
    assert "kumulatif_turun" in hasil.tanda
    assert "turun pada TW III" in str(hasil)


def test_zero_is_a_reported_quarter() -> None:
    assert hitung(AgregasiWaktu.RATA_RATA, "0", "10").nilai == 5


@pytest.mark.parametrize(
    ("cara", "kalimat"),
    [
        (AgregasiWaktu.JUMLAH, "Nilai 12 (jumlah, 2 dari 2 periode): 5 + 7 = 12."),
        (AgregasiWaktu.RATA_RATA, "Nilai 6 (rata-rata, 2 dari 2 periode): (5 + 7) ÷ 2 = 6."),
        (AgregasiWaktu.MAKSIMUM, "Nilai 7 (nilai tertinggi, 2 dari 2 periode): tertinggi dari 5; 7 = 7."),
        (AgregasiWaktu.AKHIR, "Nilai 7 (posisi terakhir, 2 dari 2 periode): TW II = 7."),
    ],
)
def test_the_sentence_shows_the_numbers(cara: AgregasiWaktu, kalimat: str) -> None:
    assert str(hitung(cara, "5", "7")) == kalimat


def test_the_result_is_json() -> None:
    isi = json.loads(json.dumps(hitung(AgregasiWaktu.JUMLAH, "5", None).to_dict()))
    assert (isi["nilai"], isi["kosong"], isi["n_wajib"]) == ("5", ["TW II"], 2)


@given(TAHUN, st.sampled_from([AgregasiWaktu.JUMLAH, AgregasiWaktu.RATA_RATA, AgregasiWaktu.MAKSIMUM]))
def test_sum_mean_and_maximum_are_free_of_order(nilai: list[Decimal | None], cara: AgregasiWaktu) -> None:
    assert (
        aggregate_waktu(cara=cara, nilai=nilai).nilai == aggregate_waktu(cara=cara, nilai=nilai[::-1]).nilai
    )


@given(TAHUN, st.sampled_from(AgregasiWaktu))
def test_every_due_quarter_is_counted_or_listed(nilai: list[Decimal | None], cara: AgregasiWaktu) -> None:
    hasil = aggregate_waktu(cara=cara, nilai=nilai)
    assert hasil.n_wajib == len(nilai)
    assert len(hasil.kosong) == nilai.count(None)


@pytest.mark.parametrize("sampai", [0, 3])
def test_a_quarter_that_does_not_exist_is_refused(sampai: int) -> None:
    with pytest.raises(ValueError, match="tidak ada"):
        hitung(AgregasiWaktu.JUMLAH, "1", "2", sampai=sampai)


def test_more_periods_than_names_are_refused() -> None:
    with pytest.raises(ValueError, match="nama periode"):
        hitung(AgregasiWaktu.JUMLAH, *["1"] * 5)


def test_the_capaian_of_a_quarter_holds_the_sum_against_that_quarters_target() -> None:
    hasil = compute_capaian_sampai(
        aturan=AturanCapaian(Polaritas.MAKS),
        cara=AgregasiWaktu.JUMLAH,
        target=[Decimal(2), Decimal(5), Decimal(7), Decimal(10)],
        realisasi=[Decimal(1), Decimal(3), None, None],
        sampai=2,
    )
    assert hasil.capaian.mentah == 80
    assert str(hasil).startswith("Nilai 4 (jumlah, 2 dari 2 periode): 1 + 3 = 4. Capaian 80,00%")


def test_a_quarter_without_a_target_has_no_capaian() -> None:
    hasil = compute_capaian_sampai(
        aturan=AturanCapaian(Polaritas.MAKS),
        cara=AgregasiWaktu.AKHIR,
        target=[None, Decimal(5)],
        realisasi=[Decimal(1), None],
        sampai=1,
    )
    assert hasil.capaian.sebab == "target_kosong"


def test_a_target_list_that_is_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="Target periode"):
        compute_capaian_sampai(
            aturan=AturanCapaian(Polaritas.MAKS),
            cara=AgregasiWaktu.AKHIR,
            target=[Decimal(5)],
            realisasi=[Decimal(1), Decimal(2)],
            sampai=2,
        )
