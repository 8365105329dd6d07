"""The command `kinerja capaian` keeps its contract."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from kinerja.cli import main

BARIS = {"id": "a", "polaritas": "min", "target": "10,90", "realisasi": "10,21"}


def run_json(capsys: pytest.CaptureFixture[str], tmp_path: Path, baris: object) -> Any:
    berkas = tmp_path / "baris.json"
    berkas.write_text(json.dumps(baris), encoding="utf-8")
    assert main(["capaian", str(berkas), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def run_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path, isi: str, *opsi: str) -> str:
    berkas = tmp_path / "baris.json"
    berkas.write_text(isi, encoding="utf-8")
    assert main(["capaian", str(berkas), *opsi]) == 2
    pesan = capsys.readouterr().err
    assert str(berkas) in pesan
    return pesan


def test_a_row_is_computed_with_28_digits_and_explained(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (baris,) = run_json(capsys, tmp_path, [BARIS])
    assert baris["id"] == "a"
    assert baris["capaian"] == baris["capaian_terbatas"] == "106.3302752293577981651376147"
    assert (baris["kategori"], baris["kode_kategori"]) == ("sangat tinggi", "ST")
    assert baris["penjelasan"].startswith("Capaian 106,33%")


@pytest.mark.parametrize(
    ("polaritas", "target", "realisasi", "batas", "capaian", "terbatas"),
    [
        ("maks", "80%", "60", None, "75", "75"),
        ("maks", "10", "65", "120", "650", "120"),
        ("maks", "10", "65", "tanpa", "650", "650"),
        ("min", "0", "2", None, "0", "0"),
        ("min_b", "3", "2,10", None, "142.8571428571428571428571429", "142.8571428571428571428571429"),
        ("rentang", "5-6%", "11,45%", "112,5", "190.8333333333333333333333333", "112.5"),
        ("rentang_biaya", "7-8 bulan", "9 bulan", None, "87.5", "87.5"),
        ("stabil", "50", "55", None, "90", "90"),
        ("ordinal", "WTP", "WTP", None, "100", "100"),
        ("ambang", "< 5", "4,2", None, "100", "100"),
        (
            "laju_turun",
            "19,14",
            "(7,20)",
            None,
            "-37.61755485893416927899686520",
            "-37.61755485893416927899686520",
        ),
    ],
)
def test_every_polarity(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    polaritas: str,
    target: str,
    realisasi: str,
    batas: str | None,
    capaian: str,
    terbatas: str,
) -> None:
    isi = {"id": "a", "polaritas": polaritas, "target": target, "realisasi": realisasi}
    (baris,) = run_json(capsys, tmp_path, [isi if batas is None else isi | {"batas": batas}])
    assert (baris["capaian"], baris["capaian_terbatas"]) == (capaian, terbatas)


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        ({"realisasi": None}, "belum_dilaporkan"),
        ({"realisasi": "-"}, "belum_dilaporkan"),
        ({"realisasi": "n.a"}, "tidak_berlaku"),
        ({"realisasi": "#REF!"}, "galat"),
        ({"target": "0", "polaritas": "maks"}, "target_nol"),
        ({"target": "5", "polaritas": "rentang"}, "target_bukan_rentang"),
    ],
)
def test_a_row_that_cannot_be_computed_says_why(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, isi: dict[str, Any], sebab: str
) -> None:
    (baris,) = run_json(capsys, tmp_path, [BARIS | isi])
    assert (baris["capaian"], baris["capaian_terbatas"], baris["kategori"]) == (None, None, None)
    assert baris["sebab"] == sebab


def test_rows_keep_their_order_and_their_ids(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    hasil = run_json(capsys, tmp_path, [BARIS | {"id": i} for i in ("z", 7, 1.5)])
    assert [b["id"] for b in hasil] == ["z", 7, "1.5"]


def test_numbers_may_be_json_numbers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (baris,) = run_json(capsys, tmp_path, [BARIS | {"target": 10.9, "realisasi": 10.21, "batas": 100}])
    assert baris["capaian_terbatas"] == "100"


def test_separators_are_decided_per_field_and_document(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    inggris = [("1,309", "1,309"), ("2,500.5", "2,500.5")]
    indonesia = [("1,309", "1,309"), ("2.500,5", "2.500,5")]
    baris = [
        {"id": f"{doc}{n}", "polaritas": "maks", "target": "1", "realisasi": r, "doc": doc}
        for doc, isi in (("en", inggris), ("id", indonesia))
        for n, (r, _) in enumerate(isi)
    ]
    hasil = run_json(capsys, tmp_path, baris)
    assert [b["capaian"] for b in hasil] == ["130900", "250050", "130.9", "250050"]


def test_ranks_can_be_handed_in(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    isi = BARIS | {"polaritas": "ordinal", "target": "WTP", "realisasi": "WDP"}
    (baris,) = run_json(capsys, tmp_path, [isi | {"peringkat": ["TMP", "TW", "WDP", "WTP"]}])
    assert baris["capaian"] == "75"


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Masukan:
        buffer = io.BytesIO(json.dumps([BARIS]).encode())

    monkeypatch.setattr("sys.stdin", Masukan)
    assert main(["capaian", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["kategori"] == "sangat tinggi"


def test_without_json_a_table_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    berkas = tmp_path / "baris.json"
    berkas.write_text(json.dumps([BARIS, BARIS | {"id": "b", "realisasi": None}]), encoding="utf-8")
    assert main(["capaian", str(berkas)]) == 0
    keluaran = capsys.readouterr().out
    assert "106,33" in keluaran
    assert "1 dari 2 baris dihitung." in keluaran


def test_another_scale_can_be_chosen(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    berkas = tmp_path / "baris.json"
    berkas.write_text(json.dumps([BARIS]), encoding="utf-8")
    main(["capaian", str(berkas), "--json", "--skala", "jabar-a-2016"])
    assert json.loads(capsys.readouterr().out)[0]["kategori"] == "sangat baik"


@pytest.mark.parametrize("skala", ["tidak-ada", "predikat-akip"])
def test_a_scale_that_does_not_fit_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, skala: str
) -> None:
    assert skala in run_refused(capsys, tmp_path, json.dumps([BARIS]), "--skala", skala)


@pytest.mark.parametrize("isi", ["", "bukan json", "{}", '"teks"', "3", "null"])
def test_what_is_not_a_list_of_rows_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, isi: str
) -> None:
    run_refused(capsys, tmp_path, isi)


@pytest.mark.parametrize(
    ("isi", "kolom"),
    [
        ({"polaritas": "naik"}, "polaritas"),
        ({"polaritas": None}, "polaritas"),
        ({"batas": "banyak"}, "batas"),
        ({"batas": "0"}, "batas"),
        ({"batas": True}, "batas"),
        ({"target": ["1"]}, "target"),
        ({"realisasi": {}}, "realisasi"),
        ({"id": None}, "id"),
        ({"id": ""}, "id"),
        ({"doc": []}, "doc"),
        ({"peringkat": "A"}, "peringkat"),
        ({"peringkat": ["A", "a"]}, "peringkat"),
    ],
)
def test_an_unusable_cell_is_named_by_row_and_column(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, isi: dict[str, Any], kolom: str
) -> None:
    pesan = run_refused(capsys, tmp_path, json.dumps([BARIS, BARIS | isi]))
    assert f"baris 2, kolom {kolom}" in pesan


@pytest.mark.parametrize("kolom", ["id", "polaritas", "target", "realisasi"])
def test_a_missing_column_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path, kolom: str) -> None:
    isi = {k: v for k, v in BARIS.items() if k != kolom}
    assert f"baris 1, kolom {kolom}" in run_refused(capsys, tmp_path, json.dumps([isi]))


def test_a_row_that_is_not_an_object_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "baris 1" in run_refused(capsys, tmp_path, "[[1]]")


@pytest.mark.parametrize("panjang", [30, 600])
def test_an_absurdly_long_number_is_computed_or_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, panjang: int
) -> None:
    isi = BARIS | {"polaritas": "maks", "target": "1", "realisasi": "9" * panjang}
    (baris,) = run_json(capsys, tmp_path, [isi])
    assert baris["capaian"] == "1" + "0" * 32 if panjang == 30 else baris["sebab"] == "bukan_angka"


def test_no_rows_are_no_results(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run_json(capsys, tmp_path, []) == []
