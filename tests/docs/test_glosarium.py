"""The glossary knows the nouns that the pure library exports, and keeps its table form."""

import re

import pytest
from docs.alat.contoh import AKAR

import kinerja.agregasi
import kinerja.capaian
import kinerja.instrumen
import kinerja.nilai
import kinerja.periksa

GLOSARIUM = (AKAR / "docs" / "glosarium.md").read_text(encoding="utf-8")
MODUL = (kinerja.nilai, kinerja.capaian, kinerja.agregasi, kinerja.periksa, kinerja.instrumen)
# Refusals are named after what is wrong; a row of a table is a row of that table.
BUKAN_ISTILAH = re.compile(
    r"^Galat|^NilaiDiLuar|^Tanpa|Tidak|TakTerhitung|Negatif$|^Sel$|^BarisTabel$|^CapaianSampai$|^Nol"
)
EKSPOR = sorted({nama for modul in MODUL for nama in modul.__all__ if nama[0].isupper()})


@pytest.mark.parametrize("nama", [n for n in EKSPOR if not n.isupper() and not BUKAN_ISTILAH.search(n)])
def test_an_exported_noun_stands_in_the_glossary(nama: str) -> None:
    assert re.search(rf"`(?:kinerja\.\w+\.)?{nama}`", GLOSARIUM)


def test_every_row_of_the_terms_has_five_columns() -> None:
    istilah = GLOSARIUM.partition("## 1. Istilah")[2].partition("## 2. ")[0]
    baris = [b for b in istilah.splitlines() if b.startswith("|")]
    assert [b for b in baris if len(re.split(r"(?<!\\)\|", b)) != 7] == []


def test_every_term_names_its_source() -> None:
    istilah = GLOSARIUM.partition("## 1. Istilah")[2].partition("## 2. ")[0]
    baris = [re.split(r"(?<!\\)\|", b) for b in istilah.splitlines() if b.startswith("|")]
    assert [b[1] for b in baris if not b[5].strip()] == []


def test_no_term_stands_twice() -> None:
    istilah = re.findall(r"^\| ([^|]+) \| ", GLOSARIUM.partition("## 2. ")[0], re.MULTILINE)
    ganda = {i for i in istilah if istilah.count(i) > 1} - {"istilah"}
    assert ganda == set()
