"""`kinerja instrumen`, `skor` and `predikat`: the JSON contract, the text, and what is refused."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.kinerja.instrumen.bantu import BAHAN

from kinerja.cli import main

UNIT = "akip-88-2021-unit"
KUNCI = {"total", "total_cetak", "predikat", "komponen", "sub", "belum", "kisaran"}


@pytest.fixture
def lembar(tmp_path: Path):
    def write(isi: object) -> str:
        path = tmp_path / "lembar.json"
        path.write_text(isi if isinstance(isi, str) else json.dumps(isi), encoding="utf-8")
        return str(path)

    return write


def sheet(jawaban: object, instrumen: object = UNIT, **lain: object) -> dict[str, object]:
    return {"instrumen": instrumen, "jawaban": jawaban, **lain}


def skor(path: str, capsys: pytest.CaptureFixture[str], *pilihan: str) -> Any:
    assert main(["skor", path, "--json", *pilihan]) == 0
    return json.loads(capsys.readouterr().out)


def refusal(argumen: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(argumen) == 2
    return capsys.readouterr().err


def test_a_full_sheet_has_exact_figures(lembar, capsys):
    nilai = {f"{k}.{s}": "BB" for k in "1234" for s in "abc"}
    hasil = skor(lembar(sheet(nilai)), capsys)
    assert set(hasil) == KUNCI
    assert (hasil["total"], hasil["total_cetak"], hasil["predikat"]) == ("80", "80,00", "BB")
    assert hasil["komponen"] == {"1": "24", "2": "24", "3": "12", "4": "20"}
    assert (hasil["belum"], hasil["kisaran"]) == ([], ["80", "80"])


def test_a_partial_sheet_has_no_predikat(lembar, capsys):
    hasil = skor(lembar(sheet({"1.a": "B", "1.a.1": True})), capsys)
    assert (hasil["total"], hasil["predikat"], hasil["kisaran"]) == ("4.2", None, ["4.2", "98.2"])
    assert hasil["sub"]["1.b"] is None
    assert hasil["belum"][0] == "1.b"


def test_an_empty_sheet_has_no_total(lembar, capsys):
    hasil = skor(lembar(sheet({})), capsys)
    assert (hasil["total"], hasil["total_cetak"], hasil["kisaran"]) == (None, None, ["0", "100"])


def test_a_figure_that_never_ends_is_a_fraction(lembar, capsys):
    hasil = skor(lembar(sheet({"C.II.9": "b", "A.I.c.18": "b"}, "akip-12-2015-unit")), capsys)
    assert hasil["sub"]["C.II"] == "201/280"
    assert hasil["sub"]["A.I.c"] == "0.75"


def test_the_combined_sheet_says_what_binds(lembar, capsys):
    unit = {"utama": ["80", "80", 80], "pendukung": ["75"] * 3, "tambahan": {"A": "75", "B": "75", "C": "75"}}
    hasil = skor(lembar(sheet({"instansi": "95", "unit": unit}, "akip-88-2021-gabungan")), capsys)
    assert (hasil["predikat"], hasil["gabungan"]["predikat_total"]) == ("BB", "A")
    assert hasil["gabungan"]["pengikat"] == "klaster utama"
    assert hasil["sub"]["utama"] == "80"


def test_the_formula_is_a_parameter(lembar, capsys):
    isi = sheet({"instansi": "80", "utama": ["90", "90"], "pendukung": ["60"]}, "akip-88-2021-gabungan")
    assert skor(lembar(isi), capsys)["total"] == "77.5"
    assert skor(lembar(isi | {"parameter": {"cara": "rata_unit"}}), capsys)["total"] == "80"


def test_figures_explain_themselves_on_request(lembar, capsys):
    hasil = skor(lembar(sheet({"1.a": "B"})), capsys, "--jelas")
    assert hasil["penjelasan"]["1.a"].endswith("jawaban B = 70/100 × bobot 6 = 4,2.")
    assert "1.a.1" not in hasil["penjelasan"]


def test_contradictions_are_found_on_request(lembar, capsys):
    path = lembar(sheet({"A.I.a.1": "Tidak", "A.I.a.2": "Ya"}, "akip-12-2015-pemda"))
    assert [t["kode"] for t in skor(path, capsys, "--kontrol")["temuan"]] == ["A.I.a.2"]


def test_the_text_names_entity_total_and_what_is_missing(lembar, capsys):
    path = lembar(sheet({"1.a": "B"}, entitas="Dinas Contoh"))
    assert main(["skor", path, "--jelas", "--kontrol"]) == 0
    keluar = capsys.readouterr().out
    assert keluar.startswith("Dinas Contoh: Evaluasi AKIP: LKE Unit (akip-88-2021-unit)\n")
    assert "Total 4,20.\nMasih mungkin 4,20 sampai 98,20.\nBelum dijawab (11): 1.b, 1.c," in keluar
    assert "0 jawaban bertentangan" in keluar


def test_many_missing_codes_are_counted_not_listed(lembar, capsys):
    assert main(["skor", lembar(sheet({"A.I.a.1": "Ya"}, "akip-12-2015-unit"))]) == 0
    assert "Belum dijawab (91): A.I.a.2," in (keluar := capsys.readouterr().out)
    assert ", dan 79 lagi." in keluar


def test_the_text_of_a_full_sheet_ends_with_its_predikat(lembar, capsys):
    assert main(["skor", lembar(sheet({f"{k}.{s}": "A" for k in "1234" for s in "abc"}))]) == 0
    assert capsys.readouterr().out.endswith("\nTotal 90,00, predikat A (Memuaskan).\n")


def test_the_text_of_contradictions_and_of_the_combined_sheet(lembar, capsys):
    path = lembar(sheet({"A.I.a.1": "Tidak", "A.I.a.2": "Ya"}, "akip-12-2015-pemda"))
    assert main(["skor", path, "--kontrol"]) == 0
    assert "A.I.a.2 bernilai 1, melebihi A.I.a.1 (0)" in capsys.readouterr().out
    assert (
        main(["skor", lembar(sheet({"instansi": "50", "unit": {}}, "akip-88-2021-gabungan")), "--jelas"]) == 0
    )
    assert "tanpa uji petik unit" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (sheet({"1.a": "F"}), 'kolom 1.a: Jawaban "F" di luar skala AA-E. Pilihan: AA, A, BB'),
        (sheet({"9.a": "A"}), "kolom 9.a: Jawaban"),
        (sheet({"1.a": 70}), "kolom 1.a: Jawaban"),
        (sheet({"1": "A"}), "kolom 1: Jawaban"),
        (sheet(["A"]), "kolom jawaban: Isinya harus pasangan kode dan nilai."),
        (sheet(None), "kolom jawaban: Belum ditulis."),
        (sheet({}, instrumen=5), "kolom instrumen: Isinya harus teks."),
        (sheet({}, instrumen="akip-1999"), 'kolom instrumen: Instrumen "akip-1999" tidak ada.'),
        (sheet({}, entitas=5), "kolom entitas: Isinya harus teks."),
        (sheet({}, parameter={"cara": "x"}), "kolom cara: Jawaban"),
        ([], "Isinya harus {instrumen, jawaban}."),
        (
            '{"instrumen": "x", "instrumen": "y", "jawaban": {}}',
            "kolom instrumen: Kunci ini tertulis dua kali.",
        ),
        ('{"jawaban": {"1.a": "A", "1.a": "B"}}', "kolom 1.a: Kunci ini tertulis dua kali."),
        ("{", "Bukan JSON yang benar"),
    ],
)
def test_an_unusable_sheet_names_file_and_place(isi, pesan, lembar, capsys):
    path = lembar(isi)
    galat = refusal(["skor", path], capsys)
    assert galat.startswith(f"kinerja skor: {path}, ") or galat.startswith(f"kinerja skor: {path}: ")
    assert pesan in galat


def test_with_json_the_refusal_is_data(lembar, capsys):
    assert main(["skor", lembar(sheet({"1.a": "F"})), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["galat"]["kolom"] == "1.a"


@pytest.mark.parametrize(
    ("nilai", "kode"), [("80", "BB"), ("80.01", "A"), ("90", "A"), ("0", "D"), ("239/3", "BB")]
)
def test_the_first_word_is_the_code(nilai, kode, capsys):
    assert main(["predikat", "--instrumen", UNIT, nilai]) == 0
    assert capsys.readouterr().out.split()[0] == kode
    assert main(["predikat", "--instrumen", UNIT, nilai, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"predikat": kode}


def test_the_predikat_of_a_combined_total_says_what_was_not_checked(capsys):
    assert main(["predikat", "--instrumen", "akip-88-2021-gabungan", "85"]) == 0
    assert "syarat klaster" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("nilai", "pesan"),
    [("80,5", "titik desimal"), ("101", "0 sampai 100"), ("-1", "0 sampai 100"), ("", "bukan")],
)
def test_a_value_that_has_no_predikat_is_refused(nilai, pesan, capsys):
    assert pesan in refusal(["predikat", "--instrumen", UNIT, nilai], capsys)


def test_an_unknown_instrument_is_refused(capsys):
    assert "tidak ada. Pilihan: akip-12-2015-pemda" in refusal(["predikat", "--instrumen", "x", "1"], capsys)


def test_the_list_can_be_narrowed(capsys):
    assert main(["instrumen", "daftar", "--profil", "unit", "--pada", "2018-12-31", "--json"]) == 0
    [satu] = json.loads(capsys.readouterr().out)
    assert (satu["id"], satu["berlaku_sampai"]) == ("akip-12-2015-unit", "2021-12-31")
    assert len(satu["hash"]) == 64


def test_the_list_is_a_table(capsys):
    assert main(["instrumen", "daftar"]) == 0
    keluar = capsys.readouterr().out
    assert "akip-88-2021-gabungan" in keluar
    assert keluar.endswith("6 instrumen.\n")
    assert main(["instrumen", "daftar", "--pada", "1999-01-01"]) == 0
    assert capsys.readouterr().out == "0 instrumen.\n"


def test_a_date_that_is_none_is_refused(capsys):
    assert "Tulis seperti 2024-12-31" in refusal(["instrumen", "daftar", "--pada", "kemarin"], capsys)


def test_an_instrument_is_shown_with_codes_weights_and_scales(capsys):
    assert main(["instrumen", "tampil", "akip-88-2021-per-kriteria"]) == 0
    keluar = capsys.readouterr().out
    assert "Varian dari akip-88-2021-unit." in keluar
    assert "Skala AA-E: AA = 100, A = 90" in keluar
    for id_, kata in (("akip-88-2021-gabungan", "rata_klaster (baku)"), ("akip-12-2015-unit", "37 syarat")):
        assert main(["instrumen", "tampil", id_]) == 0
        assert kata in capsys.readouterr().out


def test_an_instrument_is_shown_as_data(capsys):
    assert main(["instrumen", "tampil", UNIT, "--json"]) == 0
    isi = json.loads(capsys.readouterr().out)
    [sub] = [s for k in isi["komponen"] for s in k["anak"] if s["kode"] == "1.b"]
    assert sub["bobot"] == "9"
    assert [k["no_tercetak"] for k in sub["anak"] if "no_tercetak" in k] == ["6", "5"]


def test_a_folder_can_be_shown_and_used(lembar, capsys):
    folder = str(BAHAN / "tingkat-kecil")
    assert main(["instrumen", "tampil", folder]) == 0
    capsys.readouterr()
    hasil = skor(lembar(sheet({"1": 3, "2": 4, "3": 2}, folder)), capsys)
    assert (hasil["total"], hasil["predikat"]) == ("2.195", "Kurang")


def test_an_index_instrument_is_shown_with_its_ways_to_answer(capsys):
    assert main(["instrumen", "tampil", str(BAHAN / "indeks-kecil")]) == 0
    keluar = capsys.readouterr().out
    assert "isian" in keluar
    assert "1 syarat" in keluar


def test_every_packaged_instrument_is_valid(capsys):
    assert main(["instrumen", "validasi"]) == 0
    assert capsys.readouterr().out.count(": sah") == 6


def test_a_broken_folder_is_reported_with_file_line_and_reason(tmp_path, capsys):
    folder = shutil.copytree(BAHAN / "indeks-kecil", tmp_path / "indeks-kecil")
    berkas = folder / "instrumen.yaml"
    berkas.write_text(
        berkas.read_text(encoding="utf-8").replace('bobot: "40"', 'bobot: "39"'), encoding="utf-8"
    )
    assert main(["instrumen", "validasi", str(folder)]) == 2
    assert "indeks-kecil/instrumen.yaml, baris 33, butir G: Bobot anak" in capsys.readouterr().out
    assert main(["instrumen", "validasi", str(folder), UNIT, "--json"]) == 2
    rusak, baik = json.loads(capsys.readouterr().out)
    assert (rusak["sah"], baik["sah"], rusak["temuan"][0]["aturan"]) == (False, True, "bobot")
    assert "Bobot anak berjumlah" in refusal(["instrumen", "tampil", str(folder)], capsys)


@pytest.mark.parametrize("sasaran", ["tiada", "/tiada/juga", "a\0b", "x" * 5000])
def test_a_target_that_is_no_instrument_is_refused(sasaran, capsys):
    assert "Bukan folder dan bukan id instrumen" in refusal(["instrumen", "validasi", sasaran], capsys)


def test_an_unknown_action_is_refused_in_indonesian(capsys):
    with pytest.raises(SystemExit) as keluar:
        main(["instrumen", "ubah"])
    assert keluar.value.code == 2
    assert "AKSI 'ubah' tidak ada." in capsys.readouterr().err
