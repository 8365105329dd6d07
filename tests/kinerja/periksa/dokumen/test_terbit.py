"""The published documents: what a reader found is found, and little else is reported."""

import re
from collections import Counter

import pytest
from tests.kinerja.periksa.dokumen.terbit import DITEMUKAN, TANPA_DOKUMEN, is_found, pembaca, results

#: Every finding of five entities was read: (reported, of those not an inconsistency).
DIBACA = {"Inspektorat": (36, 2), "Peternakan": (27, 3), "Pariwisata": (13, 0), "Perhubungan": (12, 0),
          "Ketahanan Pangan": (20, 1)}  # fmt: skip


def per_category(nomor: object) -> Counter[str]:
    return Counter(str(pembaca()[n]["jenis"]) for n in nomor)  # type: ignore[attr-defined]


def test_every_finding_of_the_reader_is_accounted_for():
    assert sorted([*DITEMUKAN, *TANPA_DOKUMEN]) == list(range(len(pembaca())))


@pytest.mark.parametrize(
    "nomor", DITEMUKAN, ids=lambda n: f"{n}-{pembaca()[n]['jenis']}-{pembaca()[n]['opd']}"
)
def test_a_finding_whose_documents_are_given_is_found(nomor: int):
    assert is_found(nomor)


@pytest.mark.parametrize("kategori", ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"])
def test_the_recall_of_a_category_is_at_least_nine_tenths(kategori: str):
    ada = [n for n in DITEMUKAN if pembaca()[n]["jenis"] == kategori]
    assert sum(map(is_found, ada)) >= 0.9 * len(ada) > 0


def test_the_documents_of_b2_and_k_are_not_among_those_given():
    assert {k for k in per_category(TANPA_DOKUMEN) if k not in per_category(DITEMUKAN)} == {"B2", "K"}


@pytest.mark.parametrize("opd", DIBACA)
def test_the_entities_that_were_read_report_what_was_read(opd: str):
    h = [h for (entitas, _), h in results().items() if opd in entitas]
    assert [len(x.temuan) for x in h] == [DIBACA[opd][0]]


def test_the_precision_of_the_sample_is_at_least_eight_tenths():
    semua, keliru = (sum(d[n] for d in DIBACA.values()) for n in (0, 1))
    assert (semua - keliru) / semua >= 0.8


def test_entities_with_one_document_are_mostly_silent():
    sendiri = {e: h for (e, _), h in results().items() if len(h.dokumen) == 1}
    assert len(sendiri) >= 10
    assert sum(len(h.temuan) for h in sendiri.values()) <= len(sendiri) // 2


def test_the_same_difference_over_several_documents_is_one_finding():
    inspektorat = next(h for (e, _), h in results().items() if "Inspektorat" in e)
    spip = [t for t in inspektorat.temuan if t.kategori == "C" and "SPIP" in t.indikator]
    assert [(t.a, t.b, t.lain) for t in spip] == [
        (("PK", "75%"), ("cascading eselon II", "50%"), (("Rencana aksi TW IV", "75%"), ("LKjIP", "75%")))
    ]


def test_pairs_are_shown_with_their_confidence():
    dispenda = next(h for (e, _), h in results().items() if "Pendapatan" in e)
    pad = next(p for p in dispenda.pasangan if "PAD" in p.indikator)
    assert pad.a[0] == "PK (salinan)"
    assert "DAK" in pad.b[1]
    assert 700 <= pad.keyakinan < 1000


def test_no_message_is_without_advice():
    semua = [t for h in results().values() for t in h.temuan]
    assert [t.pesan for t in semua if not re.search(r"[.)]$", t.pesan)] == []
