"""The figures of the explanations are the figures of the code and of the golden tests."""

import re
from decimal import Decimal

import pytest
from docs.alat.contoh import AKAR

from kinerja.capaian import AturanCapaian, Polaritas, compute_capaian
from kinerja.nilai import format_angka, read_value
from kinerja.periksa import StatusPeriksa, check_tabel, summarize
from kinerja.periksa.masukan import rows_from_json
from tests.kinerja.golden import data
from tests.kinerja.golden.test_numerals import DOUBTED, readings
from tests.kinerja.golden.test_periksa_rows import EXPECTED
from tests.kinerja.golden.test_rollups import EFFICIENCY, ROLLUPS, TRUNCATED, UNEXPLAINED

CAPAIAN = (AKAR / "docs" / "penjelasan" / "capaian.md").read_text(encoding="utf-8")
ANGKA = (AKAR / "docs" / "penjelasan" / "angka-tercetak.md").read_text(encoding="utf-8")
HASIL = check_tabel(rows_from_json(data.load(), berkas="lkjip.json"))
BANDING = re.findall(r"^\| ([\d,]+)(?: \(G057\))? \| ([\d,]+) \| ([−\d.,]+) \| ([\d.,]+) \|$", CAPAIAN, re.M)
TAK_DIJELASKAN = {StatusPeriksa.SALAH, StatusPeriksa.TARGET_NOL, StatusPeriksa.TAK_TERHITUNG}


def printed(polaritas: Polaritas, target: str, realisasi: str) -> Decimal | None:
    aturan = AturanCapaian(polaritas)
    return compute_capaian(aturan=aturan, target=read_value(target), realisasi=read_value(realisasi)).cetak


@pytest.mark.parametrize(("target", "realisasi", "a", "b"), BANDING)
def test_the_comparison_of_both_minimise_formulas_is_right(
    target: str, realisasi: str, a: str, b: str
) -> None:
    for polaritas, tertulis in ((Polaritas.MIN, a), (Polaritas.MIN_B, b)):
        hitungan = printed(polaritas, target, realisasi)
        assert hitungan is not None
        assert format_angka(hitungan).removesuffix(",00") == tertulis.replace("−", "-")


def test_the_comparison_has_rows() -> None:
    assert len(BANDING) == 4


@pytest.mark.parametrize(
    ("polaritas", "target", "realisasi", "tertulis"),
    [
        ("maks", "90", "99,68", "110,76"),
        ("min", "10,90", "10,21", "106,33"),
        ("min_b", "3", "2,10", "142,86"),
        ("rentang", "5-6%", "11,45%", "190,83"),
        ("rentang_biaya", "7-8 bulan", "9 bulan", "87,50"),
        ("rentang_biaya", "7-8 bulan", "6,5 bulan", "107,14"),
        ("stabil", "50", "45", "90,00"),
        ("laju_turun", "19,14", "-7,20", "-37,62"),
    ],
)
def test_an_example_of_the_formula_table_is_right(
    polaritas: str, target: str, realisasi: str, tertulis: str
) -> None:
    hitungan = printed(Polaritas(polaritas), target, realisasi)
    assert hitungan is not None
    assert format_angka(hitungan, 2) == tertulis
    baris = next(b for b in CAPAIAN.splitlines() if b.startswith(f"| `{polaritas}` |"))
    assert tertulis.removesuffix(",00").removesuffix("0").replace("-", "−") in baris


def test_the_counts_of_published_rows_are_the_measured_ones() -> None:
    hitung = summarize(HASIL)
    assert f"{hitung['terpotong']} memotong dan {hitung['pembulatan_masukan']} dihitung" in CAPAIAN
    assert all(f"| `{status}` | {n} |" in ANGKA for status, n in hitung.items())
    assert f"{len(HASIL)} baris dari {len(data.load()['documents'])} dokumen" in ANGKA


def test_the_counts_of_roll_ups_and_efficiencies_are_the_measured_ones() -> None:
    cocok = len(ROLLUPS) - len(TRUNCATED) - len(UNEXPLAINED)
    assert f"Dari {len(ROLLUPS)} gulungan tercetak yang diuji, {cocok} adalah" in CAPAIAN
    assert f"{len(TRUNCATED)} rata-rata yang dipotong, {len(UNEXPLAINED)} tidak dijelaskan" in CAPAIAN
    assert len(EFFICIENCY) == 8


def test_the_reading_counts_are_the_measured_ones() -> None:
    checked = [(r, f, n) for r, f, n in readings() if r[f"{f}_num"] is not None]
    ragu = sum(n.ragu for *_, n in checked)
    salah = sum(not n.ragu and n.angka != r[f"{f}_num"] for r, f, n in checked)
    persen = format_angka(Decimal(ragu) / len(checked) * 100, 1)
    assert f"| bacaan yang diperiksa | {len(checked)} |" in ANGKA
    assert f"| salah tanpa ragu | {salah} |" in ANGKA
    assert f"| ragu | {ragu} ({persen}%; batasnya 3%) |" in ANGKA


def test_exactly_the_doubted_cells_are_listed() -> None:
    tertulis = set(re.findall(r"^\| (G\d+) (target|realisasi|capaian) \| `", ANGKA, re.M))
    assert tertulis == set(DOUBTED)


def test_exactly_the_rows_that_no_formula_reproduces_are_listed() -> None:
    tertulis = re.findall(r"^\| (G\d+) \| [a-z0-9-]+ \|", ANGKA, re.M)
    assert sorted(tertulis) == sorted(i for s in TAK_DIJELASKAN for i in EXPECTED[s].split())


@pytest.mark.parametrize("hasil", [h for h in HASIL if h.status in TAK_DIJELASKAN], ids=lambda h: h.id)
def test_a_listed_row_shows_what_the_formula_gives(hasil: object) -> None:
    baris = next(b for b in ANGKA.splitlines() if b.startswith(f"| {hasil.id} | "))  # type: ignore[attr-defined]
    capaian: Decimal | None = hasil.capaian  # type: ignore[attr-defined]
    assert baris.split(" | ")[4].strip() == ("" if capaian is None else format_angka(capaian, 2))
