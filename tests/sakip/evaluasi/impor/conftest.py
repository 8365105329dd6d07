from __future__ import annotations

import pytest
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar
from tests.pabrik.organisasi import buat_instansi, buat_unit

from sakip.apps.evaluasi.models import Evaluasi, LembarKerja


@pytest.fixture
def daerah(db: None) -> Evaluasi:
    """An evaluation that grades each criterion, with two sheets."""
    evaluasi = buat_evaluasi(
        buat_instansi(), instrumen_unit="akip-88-2021-per-kriteria", instrumen_instansi=None
    )
    for kode in ("OPD01", "OPD02"):
        buat_lembar(evaluasi, buat_unit(evaluasi.instansi, kode=kode))
    return evaluasi


@pytest.fixture
def evaluasi(db: None) -> Evaluasi:
    """An evaluation by the national form, with one sheet."""
    evaluasi = buat_evaluasi(buat_instansi())
    buat_lembar(evaluasi, buat_unit(evaluasi.instansi, kode="DINKES"))
    return evaluasi


@pytest.fixture
def lembar(evaluasi: Evaluasi) -> LembarKerja:
    return evaluasi.lembar_set.select_related("unit", "instansi", "evaluasi", "instrumen").get()
