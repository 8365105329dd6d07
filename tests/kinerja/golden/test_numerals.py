"""The checked reading of every printed string is reproduced or doubted, never silently wrong."""

from decimal import Decimal
from typing import Any

from tests.kinerja.golden import data

from kinerja.nilai import Nilai, read_column

DOUBTED = {
    ("G004", "realisasi"): "82.029",
    ("G014", "target"): "1.834 T",
    ("G014", "realisasi"): "2.119 T",
    ("G053", "capaian"): "1,417",
    ("G057", "capaian"): "16,000",
    ("G134", "realisasi"): "352,390*",
    ("G335", "target"): "3,000 poin",
    ("G345", "realisasi"): "22,7% atau 75%",
    ("G345", "capaian"): "30,2% 100%",
    ("G349", "target"): "2.050",
    ("G378", "target"): "1% dr jumlah pddk Jabar",
}


def readings() -> list[tuple[dict[str, Any], str, Nilai]]:
    return [
        (row, field, nilai)
        for field, baris in data.columns()
        for row, nilai in zip(baris, read_column([r[field] for r in baris]), strict=True)
    ]


def test_every_certain_reading_equals_the_checked_one() -> None:
    wrong = [
        (row["id"], field, row[field], nilai.angka)
        for row, field, nilai in readings()
        if not nilai.ragu and nilai.angka != row[f"{field}_num"]
    ]
    assert wrong == []


def test_exactly_the_named_readings_are_doubted() -> None:
    assert {(row["id"], field): row[field] for row, field, n in readings() if n.ragu} == DOUBTED


def test_at_most_three_percent_are_doubted() -> None:
    checked = [n for row, field, n in readings() if row[f"{field}_num"] is not None]
    assert len(checked) == 722
    assert sum(n.ragu for n in checked) <= len(checked) * Decimal("0.03")


def test_every_doubt_gives_its_reason() -> None:
    assert all(nilai.sebab for _, _, nilai in readings() if nilai.ragu)


def test_the_checked_reading_is_among_those_offered_for_a_doubtful_numeral() -> None:
    doubtful = [(r[f"{f}_num"], n) for r, f, n in readings() if n.ragu and r[f"{f}_num"] is not None]
    assert all(checked in (nilai.angka, *nilai.lain) for checked, nilai in doubtful)
