"""Every unusable input ends with exit code 2 and a message that names the place."""

import json
import zipfile
from pathlib import Path

import pytest

from kinerja import berkas
from kinerja.cli import main

GOOD = {"indikator": "x", "satuan": "%", "target": "10", "realisasi": "9", "capaian": "90"}


def write(tmp_path: Path, nama: str, isi: bytes | str) -> str:
    path = tmp_path / nama
    path.write_bytes(isi if isinstance(isi, bytes) else isi.encode())
    return str(path)


BAD_FILES = [
    ("kosong.json", b"", "Berkas kosong"),
    ("spasi.json", b" \n ", "Berkas kosong"),
    ("rusak.json", b'[{"target": ', "Bukan JSON yang benar"),
    ("biner.json", bytes(range(256)), "bukan teks"),
    ("nan.json", b"[[NaN]]", "tidak dapat dipakai"),
    ("raksasa.json", b"[[1E999999999]]", "tidak dapat dipakai"),
    ("dalam.json", b"[" * 100_000, "terlalu dalam"),
    ("angka.json", b"5", "Isinya harus daftar"),
    ("teks.json", b'"1,309"', "Isinya harus daftar"),
    ("isi.json", b"[5]", "harus berupa"),
]


@pytest.mark.parametrize("perintah", ["angka", "periksa"])
@pytest.mark.parametrize(("nama", "isi", "pesan"), BAD_FILES, ids=[b[0] for b in BAD_FILES])
def test_an_unusable_json_file(
    perintah: str, nama: str, isi: bytes, pesan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, nama, isi)
    assert main([perintah, path]) == 2
    keluar = capsys.readouterr()
    assert keluar.out == ""
    assert path in keluar.err
    assert pesan in keluar.err


BAD_TABLES = [
    ("biner.csv", bytes(range(256)) * 4, "bukan teks"),
    ("gambar.xlsx", b"PK\x03\x04bukan arsip", "rusak atau bukan .xlsx"),
    ("lama.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64, "Simpan sebagai .xlsx"),
    ("laporan.pdf", b"%PDF-1.7 ...", "PDF"),
    ("nul.csv", b"indikator;target\x00;realisasi", "bukan tabel .csv"),
    ("panjang.csv", b"a;" + b"x" * 200_000 + b"\n", "tidak dapat dibaca"),
    ("lain.csv", b"a;b;c\n1;2;3\n", "tidak ditemukan pada judul tabel"),
]


@pytest.mark.parametrize(("nama", "isi", "pesan"), BAD_TABLES, ids=[b[0] for b in BAD_TABLES])
def test_an_unusable_table(
    nama: str, isi: bytes, pesan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["periksa", write(tmp_path, nama, isi)]) == 2
    assert pesan in capsys.readouterr().err


def test_a_zip_that_is_no_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "arsip.xlsx"
    with zipfile.ZipFile(path, "w") as arsip:
        arsip.writestr("a.txt", "x")
    assert main(["periksa", str(path)]) == 2
    assert "bukan .xlsx yang utuh" in capsys.readouterr().err


@pytest.mark.parametrize("perintah", ["angka", "periksa"])
def test_a_folder_and_a_missing_file(
    perintah: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([perintah, str(tmp_path)]) == 2
    assert main([perintah, str(tmp_path / "tiada.json")]) == 2
    galat = capsys.readouterr().err
    assert "Ini folder, bukan berkas" in galat
    assert "Berkas tidak ditemukan" in galat


def test_a_name_that_no_file_can_have(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["angka", "a\0b"]) == 2
    assert "tidak dapat dibuka" in capsys.readouterr().err


@pytest.mark.parametrize("perintah", ["angka", "periksa"])
def test_a_file_beyond_the_limit(
    perintah: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(berkas, "BATAS_UKURAN", 1024 * 1024)
    assert main([perintah, write(tmp_path, "besar.json", b"[" + b" " * 1024 * 1024 + b"]")]) == 2
    assert "lebih besar dari 1 MB" in capsys.readouterr().err


def test_a_table_of_too_many_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(berkas, "BATAS_BARIS", 10)
    assert main(["periksa", write(tmp_path, "panjang.csv", "a;b\n" * 11)]) == 2
    assert "lebih dari 10 baris" in capsys.readouterr().err


def test_a_workbook_that_unpacks_beyond_the_limit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(berkas, "BATAS_ISI_XLSX", 1024)
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/workbook.xml", "0" * 1_000_000)
    assert main(["periksa", str(path)]) == 2
    assert "terurai lebih dari" in capsys.readouterr().err


def test_a_row_without_the_right_type_names_row_and_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "a.json", json.dumps([GOOD, {**GOOD, "realisasi": ["9"]}]))
    assert main(["periksa", path]) == 2
    assert f"{path}, baris 2, kolom realisasi: Sel harus berupa teks" in capsys.readouterr().err


def test_a_cell_of_the_wrong_type_names_its_column_and_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "a.json", '[["1"], ["2", {"a": 1}]]')
    assert main(["angka", path]) == 2
    assert f"{path}, baris 2, kolom 2: Sel harus berupa teks" in capsys.readouterr().err


def test_with_json_the_failure_is_data_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "a.json", json.dumps([{k: v for k, v in GOOD.items() if k != "capaian"}]))
    assert main(["periksa", path, "--json"]) == 2
    galat = json.loads(capsys.readouterr().out)["galat"]
    assert (galat["berkas"], galat["baris"], galat["kolom"]) == (path, 1, "capaian")


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        ([], "Sebutkan perintahnya"),
        (["terka"], "Perintah 'terka' tidak ada"),
        (["angka"], "Belum disebutkan: BERKAS"),
        (["angka", "a", "--x"], "Tidak dikenal: --x"),
    ],
)
def test_a_wrong_call_is_answered_in_indonesian(
    argumen: list[str], pesan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as keluar:
        main(argumen)
    assert keluar.value.code == 2
    assert pesan in capsys.readouterr().err
