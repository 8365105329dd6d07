"""The eight published trees: what a reader found in them is found, and how much is reported is pinned."""

import json
from functools import cache
from pathlib import Path

import pytest

from kinerja.pohon import Temuan, lint, read_pohon

BERKAS = Path(__file__).parent / "data" / "jabar_pohon.json"


@cache
def findings() -> dict[str, tuple[Temuan, ...]]:
    data = json.loads(BERKAS.read_text(encoding="utf-8"))
    return {p.opd or "": lint(p) for p in read_pohon(data)}


def found(opd: str, kode: str, simpul: str | None) -> str:
    semua = next(t for nama, t in findings().items() if opd in nama)
    return " ".join(t.pesan for t in semua if t.kode == kode and t.simpul == simpul)


@pytest.mark.parametrize(
    ("opd", "kode", "simpul", "isi"),
    [
        ("Inspektorat", "POH041", "E3.1", "berbeda dari di induknya (S4: B)"),
        ("Inspektorat", "POH025", "E3.4", "3 simpul memakai 5.1"),
        ("Inspektorat", "POH032", "E3.3", "pemerintahan umum, hukum dan HAM"),
        ("Inspektorat", "POH020", "E4.3", "Kode 8.5 yatim"),
        ("Inspektorat", "POH025", "E4.2", "isinya milik 8.2"),
        ("Ketahanan Pangan", "POH025", "E4.8", "isinya milik 6.1.3"),
        ("Peternakan", "IND007", "E3.3", "Satuan % tidak cocok"),
        ("Peternakan", "IND007", "E3.3", "prosentase bersatuan %"),
        ("Peternakan", "POH042", "E3.1", "sedangkan induknya (S1.2) dengan jumlah"),
    ],
)
def test_what_a_reader_found_is_found(opd: str, kode: str, simpul: str, isi: str) -> None:
    assert isi in found(opd, kode, simpul)


def test_a_document_without_targets_is_told_once() -> None:
    kesbangpol = next(t for nama, t in findings().items() if "Kesatuan Bangsa" in nama)
    assert [t.simpul for t in kesbangpol if t.kode == "IND002"] == [None]


def test_how_much_is_reported_is_known() -> None:
    per_tingkat = [t.tingkat.value for temuan in findings().values() for t in temuan]
    assert {n: per_tingkat.count(n) for n in ("galat", "peringatan", "saran")} == {
        "galat": 14,
        "peringatan": 267,
        "saran": 260,
    }
