import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from tests.pabrik.organisasi import buat_instansi
from tests.sakip.impor.buku import TANGSEL, xlsx_program
from tests.sakip.impor.test_terapkan import SATU, isi_tabel

from sakip.platform.lembar.models import Impor
from sakip.platform.organisasi.models import Instansi, Unit

pytestmark = pytest.mark.django_db
KUNCI = {"dibaca", "dibuat", "diubah", "ditolak", "pesan", "selisih"}


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    jalur = tmp_path / "uji.xlsx"
    jalur.write_bytes(xlsx_program(SATU))
    return jalur


def sakip(*argumen: Any) -> str:
    keluar = StringIO()
    call_command("impor", *map(str, argumen), stdout=keluar, stderr=StringIO())
    return keluar.getvalue()


def gagal(*argumen: Any) -> tuple[int, str]:
    keluar = StringIO()
    with pytest.raises(SystemExit) as selesai:
        call_command("impor", *map(str, argumen), stdout=StringIO(), stderr=keluar)
    assert isinstance(selesai.value.code, int)
    return selesai.value.code, keluar.getvalue()


def test_the_report_has_the_agreed_keys(berkas: Path):
    lapor = json.loads(
        sakip("program", berkas, "--instansi", "36.74", "--nama", "Kota Uji", "--tahun", 2023, "--json")
    )
    assert set(lapor) == KUNCI
    assert (lapor["dibaca"], lapor["dibuat"], lapor["diubah"], lapor["ditolak"]) == (4, 4, 0, 0)


def test_the_real_city_reports_messages_and_differences_in_the_agreed_shape():
    lapor = json.loads(
        sakip(
            "program",
            TANGSEL,
            "--instansi",
            "36.74",
            "--nama",
            "Kota X",
            "--tahun",
            2023,
            "--pratinjau",
            "--json",
        )
    )
    assert set(lapor["pesan"][0]) == {"lembar", "sel", "tingkat", "pesan"}
    assert {
        "unit": "Kec. Setu",
        "induk": "opd",
        "uraian": "Kec. Setu",
        "triwulan": 1,
        "tercetak": "5251565744",
        "jumlah": "4950270314",
    } in lapor["selisih"]


def test_a_preview_leaves_no_trace(berkas: Path):
    sebelum = isi_tabel()
    teks = sakip(
        "program", berkas, "--instansi", "36.74", "--nama", "Kota Uji", "--tahun", 2023, "--pratinjau"
    )
    assert "Pratinjau, belum ada yang ditulis" in teks
    assert (isi_tabel(), Impor.objects.exists()) == (sebelum, False)


def test_the_summary_is_readable(berkas: Path):
    teks = sakip("program", berkas, "--instansi", "36.74", "--nama", "Kota Uji", "--tahun", 2023)
    assert "Baris dibaca 4: 4 dibuat, 0 diubah, 0 tetap, 0 ditolak." in teks


def test_the_named_instansi_is_made_with_its_code_and_nature(berkas: Path):
    sakip(
        "program", berkas, "--instansi", "36.74", "--nama", "Kabupaten Uji", "--tahun", 2023,
        "--sifat", "publikasi", "--sumber", "Laporan 2023",
    )  # fmt: skip
    instansi = Instansi.objects.get(kode_wilayah="36.74")
    assert (instansi.nama, instansi.jenis, instansi.sifat_data) == ("Kabupaten Uji", "kabupaten", "publikasi")


def test_undo_takes_the_last_import_back(berkas: Path):
    sakip("program", berkas, "--instansi", "36.74", "--nama", "Kota Uji", "--tahun", 2023)
    assert "uji.xlsx (program 2023) diurungkan" in sakip("urungkan", "--instansi", "36.74")
    assert not Unit.objects.exists()


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (
            ("program", "tidak-ada.xlsx", "--instansi", "36.74", "--nama", "K", "--tahun", 2023),
            "tidak ditemukan",
        ),
        (("program", "/", "--instansi", "36.74", "--nama", "K", "--tahun", 2023), "bukan berkas biasa"),
        (("program", TANGSEL, "--instansi", "36.74", "--tahun", 2023), "--nama"),
        (("program", TANGSEL, "--instansi", "36.74", "--nama", "K"), "--tahun"),
        (("capaian", TANGSEL, "--instansi", "36.74", "--nama", "K", "--tahun", 2023), "tabel capaian"),
        (("templat", TANGSEL, "--instansi", "36.74", "--nama", "K", "--tahun", 2023), "bukan templat"),
        (("program", "--instansi", "36.74", "--tahun", 2023), "berkas"),
        (("urungkan", "--instansi", "36.74"), "tidak ada"),
    ],
)
def test_what_cannot_be_used_ends_with_two_and_a_reason(argumen: tuple[Any, ...], kata: str):
    kode, pesan = gagal(*argumen)
    assert kode == 2
    assert kata in pesan
    assert not Instansi.objects.exists()


def test_with_json_the_reason_is_json_too(tmp_path: Path):
    rusak = tmp_path / "rusak.xlsx"
    rusak.write_bytes(b"PK\x03\x04rusak")
    keluar = StringIO()
    with pytest.raises(SystemExit):
        call_command(
            "impor", "program", str(rusak), "--instansi", "36.74", "--nama", "K", "--tahun", "2023", "--json",
            stdout=keluar, stderr=StringIO(),
        )  # fmt: skip
    lapor = json.loads(keluar.getvalue())
    assert set(lapor) == KUNCI
    assert lapor["pesan"][0]["tingkat"] == "galat"


def test_there_is_nothing_to_undo_at_first():
    buat_instansi(kode_wilayah="36.74")
    kode, pesan = gagal("urungkan", "--instansi", "36.74")
    assert (kode, "Tidak ada impor" in pesan) == (2, True)
