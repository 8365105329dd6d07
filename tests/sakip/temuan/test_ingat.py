"""Answers of the pure rules are remembered by what was asked, and by nothing else."""

from dataclasses import replace

import pytest

from kinerja.pohon import Pohon as PohonKinerja
from kinerja.pohon import SimpulPohon, Tingkat
from sakip.apps.perencanaan.checks import pasang
from sakip.apps.perencanaan.checks.ingat import Ingatan

POHON = PohonKinerja((SimpulPohon("S1", tingkat=Tingkat.SASARAN, pernyataan="Melaksanakan rapat"),))


@pytest.fixture
def ditanya(monkeypatch):
    """How often the rules were really asked."""
    kali, lint = [], pasang.lint
    monkeypatch.setattr(pasang, "_INGAT", Ingatan(256))
    monkeypatch.setattr(pasang, "lint", lambda pohon: kali.append(pohon) or lint(pohon))
    return kali


def test_the_same_tree_is_checked_once(ditanya):
    assert pasang._lint(POHON) == pasang._lint(replace(POHON)) != ()
    assert len(ditanya) == 1


def test_an_edited_tree_is_checked_anew(ditanya):
    pasang._lint(POHON)
    ubahan = replace(POHON, simpul=(replace(POHON.simpul[0], pernyataan="Meningkatnya mutu layanan"),))
    assert "POH001" not in {t.kode for t in pasang._lint(ubahan)}


def test_a_large_tree_is_not_kept(ditanya, monkeypatch):
    monkeypatch.setattr(pasang, "INGAT_TERBESAR", 0)
    pasang._lint(POHON)
    pasang._lint(POHON)
    assert len(ditanya) == 2


def test_the_oldest_answer_makes_room():
    ingat = Ingatan[int](2)
    for n in (1, 2, 1, 3):
        ingat.recall(n, lambda n=n: n)
    assert [ingat.recall(n, lambda: 0) for n in (1, 3, 2)] == [1, 3, 0]
