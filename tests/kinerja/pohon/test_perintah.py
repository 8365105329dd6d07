"""`kinerja pohon`: the JSON contract, the report for people, and input that cannot be used."""

import json
from pathlib import Path
from typing import Any

import pytest

from kinerja.cli import main

POHON: dict[str, Any] = {
    "opd": "Dinas A",
    "tahun": 2026,
    "simpul": [
        {"id": "S1", "level": "sasaran", "pernyataan": "Melaksanakan rapat", "indikator": []},
        {"id": "E1", "induk": "S9", "level": "eselon III"},
    ],
}


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    path = tmp_path / "pohon.json"
    path.write_text(json.dumps(POHON), encoding="utf-8")
    return path


def test_findings_and_summary_as_json(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pohon", str(berkas), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert {"temuan", "ringkasan"} == set(data)
    assert ("POH010", "galat", "E1") in {(t["kode"], t["tingkat"], t["simpul"]) for t in data["temuan"]}
    assert data["ringkasan"]["pohon"] == 1


def test_many_trees_give_findings_of_each(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas.write_text(json.dumps({"pohon": [POHON, POHON | {"opd": "Dinas B"}]}), encoding="utf-8")
    main(["pohon", str(berkas), "--json"])
    assert {t["pohon"] for t in json.loads(capsys.readouterr().out)["temuan"]} == {
        "Dinas A 2026",
        "Dinas B 2026",
    }


def test_the_report_groups_findings_by_node(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pohon", str(berkas)]) == 0
    keluaran = capsys.readouterr().out
    assert "Dinas A 2026: 2 simpul" in keluaran
    assert "  E1\n    IND001 peringatan" in keluaran
    assert "1 pohon, 2 simpul diperiksa" in keluaran


def test_a_tree_without_findings_says_so(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas.write_text('{"simpul": []}', encoding="utf-8")
    main(["pohon", str(berkas)])
    assert "Pohon ke-1: 0 simpul, tidak ada temuan" in capsys.readouterr().out


def test_a_file_that_is_no_tree_is_refused_with_its_place(
    berkas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas.write_text('{"simpul": [{"id": "A", "indikator": [{}]}]}', encoding="utf-8")
    assert main(["pohon", str(berkas), "--json"]) == 2
    tertangkap = capsys.readouterr()
    assert json.loads(tertangkap.out)["galat"]["kolom"] == 'pohon ke-1, simpul "A"'
    assert "pohon.json" in tertangkap.err


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert main(["pohon", str(tmp_path / "tidak-ada.json")]) == 2
