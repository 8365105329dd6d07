"""What the check says of any row."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja.capaian import maksimum, minimum
from kinerja.nilai import format_angka
from kinerja.pembulatan import Pembulatan, round_value
from kinerja.periksa import BarisTabel, StatusPeriksa, check_tabel, summarize

positive = st.decimals(min_value="0.1", max_value="9999", places=1)
polarities = st.sampled_from(["maks", "min", "min_b", "rentang", "stabil", "ordinal", "ambigu", None])
EXTREME = ["9" * 250, "0," + "0" * 35 + "1", "9" * 40, "1,5E+99", "1E-30", "9E30"]
cells = st.sampled_from(
    [*EXTREME, "0", "-", "WTP", "5-6%", "< 5", "1,309", "#REF!", "(3.14)", "16juta", "12 atau 13", "2.5"]
)


def row(target: Decimal, realisasi: Decimal, capaian: Decimal, polaritas: str) -> BarisTabel:
    return BarisTabel("1", *(format_angka(n) for n in (target, realisasi, capaian)), polaritas)


def status_of(baris: BarisTabel) -> StatusPeriksa:
    return check_tabel([baris])[0].status


@given(positive, positive, st.integers(0, 4))
def test_a_rightly_rounded_row_is_cocok_at_any_precision(t: Decimal, r: Decimal, desimal: int) -> None:
    assert status_of(row(t, r, round_value(maksimum.compute(r, t), desimal), "maks")) is StatusPeriksa.COCOK


@given(positive, positive)
def test_a_truncated_row_is_terpotong_or_rounds_the_same(t: Decimal, r: Decimal) -> None:
    potong = round_value(maksimum.compute(r, t), 2, Pembulatan.POTONG)
    assert status_of(row(t, r, potong, "maks")) in (StatusPeriksa.COCOK, StatusPeriksa.TERPOTONG)


@given(positive, positive, st.sampled_from([minimum.compute_a, minimum.compute_b]))
def test_either_minimise_formula_explains_a_min_row(t: Decimal, r: Decimal, rumus: object) -> None:
    assert callable(rumus)
    assert status_of(row(t, r, round_value(rumus(r, t), 2), "min")) is StatusPeriksa.COCOK


@given(positive, positive, st.decimals("-0.04", "0.04", places=2), st.decimals("-0.04", "0.04", places=2))
def test_a_row_printed_from_more_precise_inputs_is_explained(
    t: Decimal, r: Decimal, dt: Decimal, dr: Decimal
) -> None:
    assume(t + dt > 0)
    tercetak = round_value(maksimum.compute(r + dr, t + dt), 2)
    target, realisasi = (format_angka(n, 1) for n in (t, r))
    baris = BarisTabel("1", target, realisasi, format_angka(tercetak, 2), "maks")
    assert status_of(baris) in (
        StatusPeriksa.COCOK,
        StatusPeriksa.TERPOTONG,
        StatusPeriksa.PEMBULATAN_MASUKAN,
    )


@given(positive, positive)
def test_a_value_far_from_every_formula_is_salah(t: Decimal, r: Decimal) -> None:
    assert status_of(row(t, r, Decimal(-987654), "maks")) is StatusPeriksa.SALAH


@given(st.lists(st.tuples(cells, cells, cells, polarities), max_size=6))
def test_every_row_gets_one_status_and_the_summary_counts_them_all(
    isi: list[tuple[str, str, str, str | None]],
) -> None:
    hasil = check_tabel([BarisTabel(str(n), t, r, c, p) for n, (t, r, c, p) in enumerate(isi)])
    assert [h.id for h in hasil] == [str(n) for n in range(len(isi))]
    assert sum(summarize(hasil).values()) == len(isi)


@given(cells, cells, cells, polarities)
def test_a_formula_is_named_exactly_where_one_explains_the_row(t: str, r: str, c: str, p: str | None) -> None:
    hasil = check_tabel([BarisTabel("1", t, r, c, p)])[0]
    if hasil.status in (StatusPeriksa.TARGET_NOL, StatusPeriksa.TAK_TERHITUNG):
        assert hasil.rumus is None
    elif hasil.status is not StatusPeriksa.SALAH:
        assert hasil.rumus is not None
