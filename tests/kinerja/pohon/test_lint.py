"""The order of findings, what they look like as data, and the summary."""

from tests.kinerja.pohon.bantu import pohon, satu

from kinerja.pohon import Pohon, SimpulPohon, Tingkat, get_aturan, lint, summarize, to_json
from kinerja.pohon.model import Keluarga


def test_findings_stand_in_the_order_of_the_nodes() -> None:
    simpul = [{"id": f"E4.{n}", "level": "eselon IV", "pernyataan": "Melaksanakan rapat"} for n in (10, 9)]
    assert [t.simpul for t in lint(pohon(*simpul), [get_aturan("POH001")])] == ["E4.9", "E4.10"]


def test_findings_about_the_whole_tree_come_first() -> None:
    temuan = lint(pohon({"id": "S", "level": "sasaran", "pernyataan": "Melaksanakan rapat"}))
    assert temuan[0].simpul is None


def test_two_rows_of_one_id_are_told_once() -> None:
    kembar = [{"id": "S", "level": "sasaran", "pernyataan": "Melaksanakan rapat"}] * 2
    assert len(lint(pohon(*kembar), [get_aturan("POH001")])) == 1


def test_an_empty_tree_has_no_findings() -> None:
    assert lint(Pohon(())) == ()


def test_a_finding_as_data_has_the_promised_keys() -> None:
    data = to_json(
        [
            (
                satu_pohon := pohon(satu("sasaran", "Jumlah A", satuan="%"), opd="Dinas A", tahun=2026),
                lint(satu_pohon),
            )
        ]
    )
    assert {"kode", "tingkat", "simpul", "pesan"} <= set(data["temuan"][0])
    assert data["temuan"][0]["pohon"] == "Dinas A 2026"


def test_a_tree_without_a_name_is_called_by_its_number() -> None:
    satu_pohon = pohon({"id": "A", "induk": "Z"})
    assert to_json([(satu_pohon, lint(satu_pohon))])["temuan"][0]["pohon"] == "1"


def test_the_summary_counts_trees_nodes_and_findings() -> None:
    satu_pohon = pohon({"id": "A", "induk": "Z", "level": "lapisan"})
    ringkasan = summarize([(satu_pohon, lint(satu_pohon))])
    assert (ringkasan["pohon"], ringkasan["simpul"], ringkasan["tingkat_tak_dikenal"]) == (1, 1, 1)
    assert ringkasan["per_kode"] == {"POH010": 1}
    assert ringkasan["per_tingkat"] == {"galat": 1, "peringatan": 0, "saran": 0}


def test_levels_get_deeper_along_every_chain() -> None:
    from kinerja.pohon.model import RANTAI

    for keluarga in Keluarga:
        urutan = [t.urutan for t in RANTAI[keluarga]]
        assert urutan == sorted(set(urutan))


def test_a_tree_made_of_rows_needs_no_json() -> None:
    simpul = SimpulPohon("S", tingkat=Tingkat.SASARAN, pernyataan="Melaksanakan rapat")
    assert [t.kode for t in lint(Pohon((simpul,)), [get_aturan("POH001")])] == ["POH001"]
