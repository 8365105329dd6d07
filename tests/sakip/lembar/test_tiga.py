"""What each difference between file, system and export means."""

import pytest

from sakip.apps.perencanaan.lembar.tiga import Arti, compare, merge, undecided


def meaning(f, s, d, ragu=None):
    berkas, sistem, ekspor = ({"I:a|K": {"t:2025": satu}} for satu in (f, s, d))
    return [b.arti for b in compare(berkas, sistem, ekspor, ragu)]


@pytest.mark.parametrize(
    ("f", "s", "d", "arti"),
    [
        ("80", "80", "80", []),
        ("80,0", "80", "80", []),
        ("90", "80", "80", [Arti.BERUBAH_DI_BERKAS]),
        ("", "80", "80", [Arti.BERUBAH_DI_BERKAS]),
        ("80", "90", "80", [Arti.BERUBAH_DI_SISTEM]),
        ("80", "", "80", [Arti.BERUBAH_DI_SISTEM]),
        ("90", "90", "80", [Arti.SAMA_DIUBAH]),
        ("90", "85", "80", [Arti.KONFLIK]),
        ("", "85", "80", [Arti.KONFLIK]),
        ("90", "", "80", [Arti.KONFLIK]),
    ],
)
def test_a_cell_of_an_exported_row(f, s, d, arti):
    assert meaning(f, s, d) == arti


@pytest.mark.parametrize(
    ("f", "s", "arti"),
    [("80", "80", []), ("90", "80", [Arti.KONFLIK]), ("90", "", [Arti.BERUBAH_DI_BERKAS]), ("", "80", [])],
)
def test_a_cell_of_a_file_from_elsewhere(f, s, arti):
    berkas, sistem = {"I:a|K": {"t:2025": f}}, {"I:a|K": {"t:2025": s}}
    assert [b.arti for b in compare(berkas, sistem, None)] == arti


@pytest.mark.parametrize(
    ("ada", "arti"),
    [
        ("f", [Arti.BARIS_BARU]),
        ("s", [Arti.BARIS_BARU_DI_SISTEM]),
        ("sd", [Arti.BARIS_HILANG]),
        ("fd", [Arti.BARIS_HILANG_DI_SISTEM]),
        ("fsd", []),
        ("d", []),
    ],
)
def test_a_row_by_where_it_stands(ada, arti):
    baris = {"S:a": {"jenis": "sasaran", "pernyataan": "Warga sehat"}}
    berkas, sistem, ekspor = (baris if satu in ada else {} for satu in "fsd")
    assert [b.arti for b in compare(berkas, sistem, ekspor)] == arti


def test_a_doubtful_numeral_is_asked_only_where_it_would_be_written():
    assert meaning("16.000.000", "5", "5", {("I:a|K", "t:2025"): "16juta"}) == [Arti.RAGU]
    assert meaning("5", "5", "5", {("I:a|K", "t:2025"): "5 org"}) == []


@pytest.mark.parametrize(
    ("sisi", "hasil", "sisa"), [(None, "85", 1), ("sistem", "85", 0), ("berkas", "90", 0)]
)
def test_a_conflict_waits_for_a_choice(sisi, hasil, sisa):
    berkas, sistem, ekspor = ({"I:a|K": {"t:2025": satu}} for satu in ("90", "85", "80"))
    sistem, ekspor = ({"S:a": {}, **satu} for satu in (sistem, ekspor))
    beda = compare({"S:a": {}, **berkas}, sistem, ekspor)
    pilih = {} if sisi is None else {beda[0].nama: sisi}
    assert merge(berkas, sistem, beda, pilih)["I:a|K"]["t:2025"] == hasil
    assert len(undecided(beda, pilih)) == sisa


def test_the_indicators_of_a_removed_node_go_with_it():
    sistem = {"S:a": {"jenis": "program", "pernyataan": "P"}, "I:a|K": {"nama": "N"}}
    beda = compare({}, sistem, sistem)
    assert merge({}, sistem, beda, {"S:a#": "berkas"}) == {}
    assert merge({}, sistem, beda, {}) == sistem
