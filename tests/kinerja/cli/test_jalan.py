"""`kinerja jalan`: the JSON contract, the text for people, and refusals."""

import io
import json
import subprocess
import sys
from typing import Any

import pytest
from tests.kinerja.jalan.bantu import INSTANSI, LKE, SEMUA

from kinerja.cli import main

PENUH: dict[str, Any] = {
    "instrumen": "akip-88-2021-unit",
    "target": "A",
    "terpenuhi": SEMUA,
    "istimewa": {"3.a": {"A": 2.5}, "4.a": {"A": 3}},
}


def feed(data: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(data).encode())))


def run(data: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    feed(data, monkeypatch)
    assert main(["jalan", "-", "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_answer_has_the_shape_of_the_contract(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hasil = run(PENUH, capsys, monkeypatch)
    assert (hasil["layak"], hasil["biaya"], hasil["total"], hasil["predikat"]) == (True, "2.5", "80.3", "A")
    langkah = hasil["langkah"][0]
    assert (langkah["kode"], langkah["biaya"]) == ("3.a:A", "2.5")
    assert langkah["alasan"]
    assert hasil["alternatif"][0]["ganti"] == ["4.a:A"]


def test_out_of_reach_is_a_result(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hasil = run({**PENUH, "istimewa": {}}, capsys, monkeypatch)
    assert (hasil["layak"], hasil["total"], hasil["predikat"]) == (False, "80", "BB")
    assert hasil["penghalang"]


def test_the_text_says_from_where_to_where(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed({**PENUH, "jawaban": {"1.a": "CC"}}, monkeypatch)
    assert main(["jalan", "-"]) == 0
    keluaran = capsys.readouterr().out
    assert "Kini 80 (BB). A dengan upaya 2,5: total 80,3, 0,3 di atas 80." in keluaran
    assert "Pilihan lain 1: upaya 3" in keluaran
    assert "Catatan: 1.a" in keluaran


def test_the_text_says_what_is_in_the_way(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed({**PENUH, "istimewa": {}}, monkeypatch)
    assert main(["jalan", "-"]) == 0
    assert "- Nilai tertinggi yang dapat dicapai 80" in capsys.readouterr().out


def test_nothing_but_json_reaches_standard_output() -> None:
    kode = "import sys; from kinerja.cli import main; sys.exit(main(['jalan', '-', '--json']))"
    selesai = subprocess.run(
        [sys.executable, "-c", kode], input=json.dumps(PENUH), capture_output=True, text=True, check=True
    )
    assert json.loads(selesai.stdout)["bukti"]["highs"] is True


def city(target: str, opd: int = 3) -> dict[str, Any]:
    instansi = {k.kode: True for b in INSTANSI.penilaian for k in INSTANSI.kriteria(b.kode)}
    naik = {b.kode: {"A": 1, "AA": 2} for b in LKE.penilaian}
    return {
        "instrumen": "akip-88-2021-gabungan",
        "target": target,
        "instansi": {"terpenuhi": instansi, "istimewa": naik},
        "opd": [
            {"kode": f"{k}{n}", "klaster": k, "terpenuhi": SEMUA, "istimewa": naik}
            for k in ("utama", "pendukung", "tambahan")
            for n in range(opd)
        ],
    }


def test_a_combined_instrument_asks_for_a_city(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hasil = run(city("A"), capsys, monkeypatch)
    assert (hasil["layak"], hasil["predikat"], hasil["biaya"]) == (True, "A", "1")
    assert hasil["bukti"]["terbukti"] is True
    assert hasil["pengikat"] == ["total", "klaster utama"]


def test_the_text_of_a_city_names_conditions_and_sheets(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(city("A"), monkeypatch)
    assert main(["jalan", "-"]) == 0
    keluaran = capsys.readouterr().out
    assert "Syarat klaster utama" in keluaran
    assert "Terbukti termurah." in keluaran


def test_the_text_of_a_city_out_of_reach(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(city("A", opd=2), monkeypatch)
    assert main(["jalan", "-"]) == 0
    assert "A tidak terjangkau." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "tempat"),
    [
        ([], "isi berkas"),
        ({"target": "A"}, "instrumen"),
        ({"instrumen": 5}, "instrumen"),
        ({"instrumen": "lain"}, "instrumen"),
        ({"instrumen": "akip-88-2021-unit"}, "target"),
        ({**PENUH, "target": 5}, "target"),
        ({**PENUH, "target": "Z"}, "target"),
        ({**PENUH, "luar": []}, "isi berkas"),
        ({**PENUH, "terpenuhi": []}, "terpenuhi"),
        ({**PENUH, "terpenuhi": {"1.a.1": 1}}, "terpenuhi 1.a.1"),
        ({**PENUH, "biaya": {"1.a.1": "2"}}, "biaya 1.a.1"),
        ({**PENUH, "biaya": {"1.a.1": -2}}, "biaya 1.a.1"),
        ({**PENUH, "istimewa": {"1.a": 5}}, "istimewa 1.a"),
        ({**PENUH, "luar_jangkauan": "1.a.1"}, "luar_jangkauan"),
        ({**PENUH, "luar_jangkauan": ["1.z.1"]}, "luar_jangkauan"),
        ({**PENUH, "butuh": {"1.a.1": "x"}}, "butuh 1.a.1"),
        ({**PENUH, "jawaban": {"1.a": 5}}, "jawaban 1.a"),
        ({**PENUH, "ketat": {"lain": 1}}, "ketat"),
        ({**PENUH, "ketat": {"hanya_berubah": 1}}, "ketat hanya_berubah"),
        ({**PENUH, "ketat": {"jenjang": {"1.a": 0.5}}}, "ketat jenjang 1.a"),
        ({**city("A"), "opd": {}}, "opd"),
        ({**city("A"), "opd": [{"klaster": "utama"}]}, "opd ke-1, kode"),
        ({**city("A"), "instansi": None}, "instansi"),
        (
            {**city("A"), "opd": [{"kode": "a", "klaster": "utama", "biaya": {"1.a.1": "x"}}]},
            "opd a, biaya 1.a.1",
        ),
    ],
)
def test_a_file_that_cannot_be_used_names_the_place(
    data: object, tempat: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(data, monkeypatch)
    assert main(["jalan", "-", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["galat"]["kolom"] == tempat


@pytest.mark.parametrize("ketat", [{"total": 1}, {"sub": {"1.c": 0.5}}, {"jenjang": {"1.c": 1}}])
def test_a_stricter_evaluator_may_be_given(
    ketat: dict[str, Any], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    naik = {b.kode: {"A": 1, "AA": 2} for b in LKE.penilaian}
    hasil = run({**PENUH, "istimewa": naik, "ketat": ketat}, capsys, monkeypatch)
    assert hasil["layak"]
    assert hasil["total_ketat"] != hasil["total"]
