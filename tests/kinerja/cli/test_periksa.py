"""`kinerja periksa`: the JSON contract, the report for people, and a quick start."""

import io
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kinerja.cli import main

ROWS = [
    {
        "id": "A",
        "indikator": "x",
        "satuan": "%",
        "target": "55,56",
        "realisasi": "59,26",
        "capaian": "106,66",
    },
    {
        "indikator": "y",
        "satuan": "%",
        "target": "14",
        "realisasi": "23",
        "capaian": "164,28",
        "polaritas": "maks",
    },
]
STATUSES = ["cocok", "terpotong", "pembulatan_masukan", "batas", "salah", "target_nol", "tak_terhitung"]


@pytest.fixture
def berkas(tmp_path: Path) -> str:
    path = tmp_path / "tabel.json"
    path.write_text(json.dumps(ROWS), encoding="utf-8")
    return str(path)


def run(argumen: list[str], capsys: pytest.CaptureFixture[str]) -> Any:
    assert main(["periksa", *argumen, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_output_has_one_verdict_per_row_and_a_summary(
    berkas: str, capsys: pytest.CaptureFixture[str]
) -> None:
    hasil = run([berkas], capsys)
    assert [set(b) for b in hasil["baris"]] == [{"id", "status", "rumus", "capaian", "pesan"}] * 2
    assert [(b["id"], b["status"], b["rumus"]) for b in hasil["baris"]] == [
        ("A", "cocok", "maks"),
        ("2", "terpotong", "maks"),
    ]


def test_the_summary_names_every_status(berkas: str, capsys: pytest.CaptureFixture[str]) -> None:
    ringkasan = run([berkas], capsys)["ringkasan"]
    assert list(ringkasan) == STATUSES
    assert (ringkasan["cocok"], ringkasan["terpotong"], sum(ringkasan.values())) == (1, 1, 2)


def test_standard_input_may_be_json_or_csv(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    csv = "indikator;satuan;target;realisasi;capaian\nx;%;55,56;59,26;106,66\n"
    for isi in (json.dumps({"rows": ROWS[:1]}), csv):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(isi.encode())))
        assert run(["-"], capsys)["ringkasan"]["cocok"] == 1


def test_without_json_a_report_is_printed(berkas: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", berkas]) == 0
    keluar = capsys.readouterr().out
    assert "59,26 ÷ 55,56 × 100 = 106,6595 (rumus maksimum)" in keluar
    assert keluar.endswith("2 baris diperiksa: cocok 1, terpotong 1.\n")


def test_an_empty_table_is_not_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.json"
    path.write_text("[]", encoding="utf-8")
    assert main(["periksa", str(path)]) == 0
    assert "0 baris diperiksa: tidak ada baris." in capsys.readouterr().out


def test_the_installed_command_works_and_starts_without_numpy(berkas: str) -> None:
    kode = "import sys; from kinerja.cli import main; sys.exit(main(sys.argv[1:]) or 'numpy' in sys.modules)"
    mulai = time.perf_counter()
    hasil = subprocess.run(
        [sys.executable, "-c", kode, "periksa", berkas, "--json"], capture_output=True, check=False
    )
    # Alone it takes 0.2 s; the margin is for a busy machine.
    assert time.perf_counter() - mulai < 3
    assert (hasil.returncode, json.loads(hasil.stdout)["ringkasan"]["cocok"]) == (0, 1)


def test_a_closed_pipe_ends_quietly(berkas: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Tertutup(io.TextIOWrapper):
        def write(self, s: str) -> int:
            raise BrokenPipeError

    with (tmp_path / "keluar").open("wb") as keluar:
        monkeypatch.setattr("sys.stdout", Tertutup(keluar))
        assert main(["periksa", berkas]) == 0


def test_a_reader_that_stops_early_is_no_error(berkas: str) -> None:
    kode = "import sys; from kinerja.cli import main; sys.exit(main(['periksa', sys.argv[1]]))"
    perintah = f'{sys.executable} -c "{kode}" {berkas} | true; exit ${{PIPESTATUS[0]}}'
    hasil = subprocess.run(["bash", "-c", perintah], capture_output=True, check=False)
    assert (hasil.returncode, hasil.stderr) == (0, b"")
