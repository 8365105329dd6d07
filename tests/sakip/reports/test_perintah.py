"""`sakip lkjip`: writes the file, or says in Indonesian what is wrong, with exit code 2."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.perencanaan import buat_rencana

from sakip.platform.organisasi.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Unit:
    unit = buat_unit(singkatan="DISUJI")
    indikator = buat_indikator(unit)
    buat_rencana(unit, [[(indikator, "80")]])
    buat_realisasi(indikator, "60")
    return unit


def _run(satu: Unit, keluaran: Path, **lain: str) -> str:
    keluar = io.StringIO()
    isi = {"instansi": satu.instansi.kode_wilayah, "unit": satu.kode, "tahun": "2025", **lain}
    call_command("lkjip", **isi, keluaran=str(keluaran), stdout=keluar)
    return keluar.getvalue()


@pytest.mark.parametrize(("bentuk", "awal"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_it_writes_the_three_forms(unit: Unit, tmp_path: Path, bentuk: str, awal: bytes) -> None:
    pesan = _run(unit, tmp_path / f"a.{bentuk}")
    assert (tmp_path / f"a.{bentuk}").read_bytes().startswith(awal)
    assert "1 dari 1 indikator terukur" in pesan


def test_it_says_how_many_pages_and_how_long(unit: Unit, tmp_path: Path) -> None:
    assert " halaman, " in _run(unit, tmp_path / "a.pdf")


def test_the_printed_abbreviation_is_a_unit_code_too(unit: Unit, tmp_path: Path) -> None:
    assert "Ditulis ke" in _run(unit, tmp_path / "a.xlsx", unit="disuji")


@pytest.mark.parametrize(
    ("lain", "pesan"),
    [
        ({"instansi": "00.00"}, "Instansi 00.00 tidak ada"),
        ({"unit": "TIDAKADA"}, "sakip unit daftar --instansi"),
        ({"tahun": "dua ribu"}, "empat angka"),
    ],
)
def test_what_is_unknown_is_said_with_exit_code_2(
    unit: Unit, tmp_path: Path, lain: dict[str, str], pesan: str
) -> None:
    with pytest.raises(CommandError, match=pesan) as galat:
        _run(unit, tmp_path / "a.pdf", **lain)
    assert galat.value.returncode == 2


@pytest.mark.parametrize(("nama", "pesan"), [("a.odt", "harus berakhiran"), ("tidak/ada/a.pdf", "folder")])
def test_an_unusable_file_name_is_said_with_exit_code_2(
    unit: Unit, tmp_path: Path, nama: str, pesan: str
) -> None:
    with pytest.raises(CommandError, match=pesan) as galat:
        _run(unit, tmp_path / nama)
    assert galat.value.returncode == 2


def test_another_governments_unit_is_unknown(unit: Unit, tmp_path: Path) -> None:
    lain = buat_unit(kode="LAIN")
    with pytest.raises(CommandError, match="Unit LAIN tidak ada"):
        _run(unit, tmp_path / "a.pdf", unit=lain.kode)
