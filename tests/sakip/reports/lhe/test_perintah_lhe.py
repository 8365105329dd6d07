"""`sakip lhe` and `sakip lke`: write files, read them back, or say what is wrong with exit code 2."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, jalankan
from tests.pabrik.lke_daerah import buat_buku
from tests.pabrik.organisasi import buat_instansi, buat_unit

from sakip.apps.evaluasi.models import Evaluasi, Jawaban, LembarKerja, TahapLembar

pytestmark = pytest.mark.django_db


@pytest.fixture
def lembar() -> LembarKerja:
    evaluasi = buat_evaluasi(buat_instansi())
    return jalankan(buat_lembar(evaluasi, buat_unit(evaluasi.instansi, kode="DINKES")), TahapLembar.DRAF_LHE)


def _run(*kata: str, evaluasi: Evaluasi, **isi: object) -> str:
    keluar = io.StringIO()
    argumen = [*kata, "--instansi", evaluasi.instansi.kode_wilayah, "--tahun", str(evaluasi.tahun)]
    for nama, nilai in isi.items():
        argumen += [f"--{nama}"] if nilai is True else [f"--{nama}", str(nilai)]
    call_command(*argumen, stdout=keluar, stderr=keluar)
    return keluar.getvalue()


@pytest.mark.parametrize(("bentuk", "awal"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_lhe_writes_both_forms_and_says_it_is_a_draft(
    lembar: LembarKerja, tmp_path: Path, bentuk: str, awal: bytes
) -> None:
    tujuan = tmp_path / f"lhe.{bentuk}"
    pesan = _run("lhe", evaluasi=lembar.evaluasi, unit="DINKES", keluaran=tujuan)
    assert tujuan.read_bytes().startswith(awal)
    assert "nilai 70,00, predikat B, draf" in pesan


def test_a_signed_lhe_is_printed_with_its_fingerprint(lembar: LembarKerja, tmp_path: Path) -> None:
    jalankan(lembar, TahapLembar.SANGGAH)
    pesan = _run("lhe", evaluasi=lembar.evaluasi, unit="DINKES", keluaran=tmp_path / "lhe.pdf")
    assert f"ditandatangani, sidik {lembar.lhe.sha256[:12]}" in pesan


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"keluaran": "lhe.xlsx"}, ".pdf, .docx"),
        ({"keluaran": "tidak/ada/lhe.pdf"}, "tidak ada"),
        ({"unit": "TIDAKADA"}, "sakip unit daftar"),
    ],
)
def test_lhe_refuses_with_exit_code_2(lembar: LembarKerja, isi: dict[str, str], pesan: str) -> None:
    with pytest.raises(CommandError, match=pesan) as salah:
        _run("lhe", evaluasi=lembar.evaluasi, **{"unit": "DINKES", "keluaran": "lhe.pdf", **isi})
    assert salah.value.returncode == 2


def test_a_year_without_evaluation_is_said(lembar: LembarKerja, tmp_path: Path) -> None:
    kosong = Evaluasi(instansi=lembar.instansi, tahun=2020)
    with pytest.raises(CommandError, match="belum dibuat"):
        _run("lhe", evaluasi=kosong, unit="DINKES", keluaran=tmp_path / "lhe.pdf")


def test_a_unit_without_sheet_is_said(lembar: LembarKerja, tmp_path: Path) -> None:
    buat_unit(lembar.instansi, kode="BARU")
    with pytest.raises(CommandError, match="tidak punya lembar kerja"):
        _run("lke", "ekspor", evaluasi=lembar.evaluasi, unit="BARU", keluaran=tmp_path / "a.xlsx")


def test_lke_goes_out_and_comes_back(lembar: LembarKerja, tmp_path: Path) -> None:
    semula = Jawaban.objects.count()
    _run("lke", "ekspor", evaluasi=lembar.evaluasi, keluaran=tmp_path / "lke.xlsx")
    pesan = _run("lke", "impor", str(tmp_path / "lke.xlsx"), evaluasi=lembar.evaluasi)
    assert pesan.startswith("Tidak ada yang berubah.")
    assert Jawaban.objects.count() == semula


@pytest.fixture
def daerah(tmp_path: Path) -> Evaluasi:
    evaluasi = buat_evaluasi(
        buat_instansi(), instrumen_unit="akip-88-2021-per-kriteria", instrumen_instansi=None
    )
    buat_lembar(evaluasi, buat_unit(evaluasi.instansi, kode="OPD01"))
    (tmp_path / "isi.xlsx").write_bytes(buat_buku(["OPD01"], nilai=lambda _: "B").tulis())
    return evaluasi


def test_a_preview_says_what_would_happen(daerah: Evaluasi, tmp_path: Path) -> None:
    pesan = _run("lke", "impor", str(tmp_path / "isi.xlsx"), evaluasi=daerah, pratinjau=True)
    assert "80 dibuat" in pesan
    assert "OPD01: 70,00 (semula –), B" in pesan
    assert not Jawaban.objects.exists()


def test_the_json_report_carries_totals_per_sheet(daerah: Evaluasi, tmp_path: Path) -> None:
    isi = json.loads(_run("lke", "impor", str(tmp_path / "isi.xlsx"), evaluasi=daerah, json=True))
    assert (isi["dibuat"], isi["ditolak"]) == (80, 0)
    assert [(x["unit"], x["total"], x["predikat"]) for x in isi["lembar"]] == [("OPD01", "70", "B")]


def test_an_import_is_undone(daerah: Evaluasi, tmp_path: Path) -> None:
    _run("lke", "impor", str(tmp_path / "isi.xlsx"), evaluasi=daerah)
    assert "isi.xlsx diurungkan" in _run("lke", "urungkan", evaluasi=daerah)
    with pytest.raises(CommandError, match="Tidak ada impor"):
        _run("lke", "urungkan", evaluasi=daerah)


@pytest.mark.parametrize("isi", [b"bukan buku kerja", b"PK\x03\x04rusak"])
def test_a_file_that_cannot_be_used_ends_with_2(daerah: Evaluasi, tmp_path: Path, isi: bytes) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(isi)
    with pytest.raises(SystemExit) as keluar:
        _run("lke", "impor", str(tmp_path / "rusak.xlsx"), evaluasi=daerah)
    assert keluar.value.code == 2
    assert not Jawaban.objects.exists()
