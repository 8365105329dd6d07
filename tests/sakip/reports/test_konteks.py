"""Freezing: what was shown can be read back and shown again, without Django."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.sakip.reports.conftest import run_isolated

import sakip.reports
from sakip.reports.lkjip.beku import KonteksTakDikenal, compute_sidik, from_json, to_json
from sakip.reports.lkjip.konteks import KonteksLKjIP
from sakip.reports.lkjip.naskah import build_naskah


def test_a_frozen_context_reads_back_equal(konteks: KonteksLKjIP) -> None:
    assert from_json(to_json(konteks)) == konteks


def test_decimals_are_frozen_as_exact_text(konteks: KonteksLKjIP) -> None:
    isi = json.loads(to_json(konteks))
    assert isi["sasaran"][0]["indikator"][0]["capaian"]["cetak"] == "53.85"
    assert isi["program"][0]["anggaran"]["pagu"] == "5206120000"


def test_the_fingerprint_changes_with_any_figure(konteks: KonteksLKjIP) -> None:
    assert compute_sidik(konteks) == compute_sidik(from_json(to_json(konteks)))
    assert compute_sidik(replace(konteks, tahun=2024)) != compute_sidik(konteks)


def test_the_document_carries_the_fingerprint_of_its_data(konteks: KonteksLKjIP) -> None:
    assert build_naskah(konteks).sidik == compute_sidik(konteks)


def test_a_context_of_another_version_is_refused() -> None:
    with pytest.raises(KonteksTakDikenal):
        from_json('{"versi": 99}')


@pytest.mark.parametrize(
    "modul", ["lkjip.konteks", "lkjip.naskah", "lkjip.buku", "lkjip.cetak", "pdf", "docx", "xlsx"]
)
def test_rendering_needs_no_django(modul: str) -> None:
    src = Path(sakip.reports.__file__).parents[2]
    kode = f"import sakip.reports.{modul}; assert not any(m.startswith('django') for m in sys.modules)"
    assert run_isolated(kode, src).returncode == 0
