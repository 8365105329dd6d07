"""The page of rules: one entry per rule, one rule per entry, and figures that are those of the code."""

import re

from docs.alat import aturan
from docs.alat.contoh import AKAR
from tests.kinerja.pohon.test_pohon_terbit import findings

from kinerja.pohon import all_aturan

HALAMAN = (AKAR / "docs" / "rujukan" / "aturan-pohon.md").read_text(encoding="utf-8")


def test_the_page_is_what_the_rules_say() -> None:
    assert [h.nama for h in aturan.HALAMAN if h.berkas.read_text(encoding="utf-8") != h.render()] == []


def test_every_rule_has_an_entry_and_every_entry_a_rule() -> None:
    assert re.findall(r"^### (\w+)$", HALAMAN, re.MULTILINE) == [a.kode for a in all_aturan()]


def test_every_code_named_on_the_page_exists() -> None:
    dikenal = {a.kode for a in all_aturan()}
    assert set(re.findall(r"\b(?:POH|IND)[0-9]{3}\b", HALAMAN)) == dikenal


def test_the_table_maps_every_rule_to_the_numbers_it_answers() -> None:
    for a in all_aturan():
        nomor = ", ".join(map(str, a.periksa_ke)) or "-"
        assert f"| [{a.kode}](#{a.kode.lower()}) | {a.tingkat} | {a.judul} | {nomor} |" in HALAMAN


def test_the_measured_figures_are_those_of_the_published_trees() -> None:
    per_opd = {n: [t for t in ts if t.tingkat != "saran"] for n, ts in findings().items()}
    baris = re.findall(r"^\| ([A-Z][^|]+) \| (\d+) \| \d+ \| \d+ \| \d+ \|$", HALAMAN, re.MULTILINE)
    assert len(baris) == 5
    for opd, jumlah in baris:
        assert len(next(t for n, t in per_opd.items() if opd in n)) == int(jumlah)
