"""`kinerja angka`: the JSON contract and the table for people."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from kinerja.cli import main


def run(columns: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    isi = json.dumps(columns, ensure_ascii=False).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(isi)))
    assert main(["angka", "-", "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_output_has_the_shape_of_the_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hasil = run([["59,26%", " - "], [], ["WTP"]], capsys, monkeypatch)
    assert [[c["teks"] for c in kolom] for kolom in hasil] == [["59,26%", " - "], [], ["WTP"]]
    assert hasil[0][0] == {"teks": "59,26%", "jenis": "persen", "nilai": "59.26", "ragu": False}


@pytest.mark.parametrize(
    ("teks", "bagian"),
    [
        ("1:400", {"jenis": "rasio", "nilai": "400"}),
        ("5,8/1000 KH", {"jenis": "laju", "nilai": "5.8"}),
        ("> 125", {"jenis": "ambang", "nilai": "125", "pembanding": ">"}),
        ("5-6%", {"jenis": "rentang", "nilai": "6", "bawah": "5"}),
        ("500 ribu org", {"jenis": "angka", "nilai": "500", "pengali": "1000", "ragu": False}),
        ("22,7% atau 75%", {"jenis": "persen", "nilai": "22.7", "ragu": True}),
        ("Rp 1.250.000,-", {"jenis": "rupiah", "nilai": "1250000"}),
        ("(3.14)", {"nilai": "-3.14"}),
        ("#REF!", {"jenis": "galat", "nilai": None}),
        ("n.a", {"jenis": "tidak_berlaku", "nilai": None}),
        ("-", {"jenis": "kosong", "nilai": None}),
        ("III", {"jenis": "ordinal", "nilai": None}),
        ("1,309", {"ragu": True, "lain": ["1309"]}),
    ],
)
def test_a_cell_says_what_it_holds(
    teks: str, bagian: dict[str, Any], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sel = run([[teks]], capsys, monkeypatch)[0][0]
    assert (
        bagian.items() <= sel.items() if "lain" not in bagian else all(sel[k] == v for k, v in bagian.items())
    )


def test_a_doubt_carries_its_reason(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "ribuan atau desimal" in run([["1,309"]], capsys, monkeypatch)[0][0]["sebab"]


def test_separators_are_decided_per_column(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hasil = run([["1,309", "2.5"], ["1.309", "2,5"]], capsys, monkeypatch)
    assert [(k[0]["nilai"], k[0]["ragu"]) for k in hasil] == [("1309", False), ("1309", False)]


def test_null_and_json_numbers_are_accepted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hasil = run([[None, 5, 1.25]], capsys, monkeypatch)[0]
    assert [(c["teks"], c["jenis"], c["nilai"]) for c in hasil] == [
        (None, "kosong", None),
        ("5", "angka", "5"),
        ("1.25", "angka", "1.25"),
    ]


def test_without_json_a_table_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = tmp_path / "a.json"
    berkas.write_text('[["1,309", "12"]]', encoding="utf-8")
    assert main(["angka", str(berkas)]) == 0
    keluar = capsys.readouterr().out
    assert "tercetak  jenis  nilai  catatan" in keluar
    assert "1 dari 2 sel meragukan." in keluar
