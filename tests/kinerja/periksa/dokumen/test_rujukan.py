"""The page of consistency: every rule, every category, and figures that are those of the published documents."""

import re
from collections import Counter

import pytest
from docs.alat import aturan
from docs.alat.contoh import AKAR
from tests.kinerja.periksa.dokumen.terbit import DITEMUKAN, is_found, pembaca, results

from kinerja.periksa.dokumen import KATEGORI, all_aturan

HALAMAN = (AKAR / "docs" / "rujukan" / "konsistensi.md").read_text(encoding="utf-8")


def rows(kolom: int) -> list[list[str]]:
    isi = [
        [s.strip() for s in baris.strip("|").split("|")] for baris in HALAMAN.splitlines() if baris[:1] == "|"
    ]
    return [b for b in isi if len(b) == kolom]


def test_the_page_is_what_the_rules_say() -> None:
    halaman = next(h for h in aturan.HALAMAN if h.nama == "konsistensi")
    assert halaman.render() == HALAMAN


def test_every_rule_has_an_entry_and_every_entry_a_rule() -> None:
    assert re.findall(r"^### (\w+)$", HALAMAN, re.MULTILINE) == [a.kode for a in all_aturan()]


@pytest.mark.parametrize("kategori", KATEGORI)
def test_the_table_of_categories_names_the_rules_and_numbers_of_each(kategori: str) -> None:
    milik = [a for a in all_aturan() if kategori in a.kategori]
    kode, nomor = next((b[2], b[3]) for b in rows(4) if b[0] == kategori)
    assert re.findall(r"DOK\d{3}", kode) == [a.kode for a in milik]
    assert {n for a in milik for n in a.periksa_ke} <= {int(n) for n in nomor.split(", ")}


@pytest.mark.parametrize("kategori", KATEGORI)
def test_the_measured_recall_is_that_of_the_published_documents(kategori: str) -> None:
    nomor = [n for n in range(len(pembaca())) if pembaca()[n]["jenis"] == kategori]
    dapat = [n for n in nomor if n in DITEMUKAN]
    diukur = [str(len(nomor)), str(len(dapat)), str(sum(map(is_found, dapat)))]
    assert [b[1:] for b in rows(4) if b[0] == kategori][1] == diukur


def test_the_number_of_findings_is_that_of_the_published_documents() -> None:
    semua = [t for h in results().values() for t in h.temuan]
    per_tingkat = Counter(t.tingkat.value for t in semua)
    datar = " ".join(HALAMAN.split())
    assert (
        f"dilaporkan {len(semua)} temuan: {per_tingkat['galat']} galat, {per_tingkat['peringatan']} peringatan"
        in datar
    )


def test_the_entities_that_were_read_still_report_what_was_read() -> None:
    dibaca = [b for b in rows(5) if b[1].isdigit() and b[0] != "jumlah"]
    ada = {
        b[0]: next(len(h.temuan) for (e, t), h in results().items() if b[0] in e and t == 2016)
        for b in dibaca
    }
    assert ada == {b[0]: int(b[1]) for b in dibaca}
