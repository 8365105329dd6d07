"""Every rule's own examples: the bad one is found, the good one is not; and rules are well formed."""

import re

import pytest

from kinerja.pohon import Aturan, all_aturan, get_aturan, lint, read_pohon
from kinerja.pohon.bentuk import Contoh

ATURAN = pytest.mark.parametrize("aturan", all_aturan(), ids=lambda a: a.kode)


def codes(contoh: Contoh) -> set[str]:
    return {t.kode for pohon in read_pohon(contoh.data) for t in lint(pohon)}


@ATURAN
def test_the_bad_example_is_found(aturan: Aturan) -> None:
    assert aturan.kode in codes(aturan.contoh_buruk)


@ATURAN
def test_the_good_example_is_not_found(aturan: Aturan) -> None:
    assert aturan.kode not in codes(aturan.contoh_baik)


@ATURAN
def test_findings_carry_the_field_and_the_law(aturan: Aturan) -> None:
    temuan = lint(read_pohon(aturan.contoh_buruk.data)[0], [aturan])[0]
    assert (temuan.tingkat, temuan.bidang, temuan.dasar) == (aturan.tingkat, aturan.bidang, aturan.dasar)
    assert temuan.pesan.endswith((".", "]"))


@ATURAN
def test_texts_are_sentences_and_name_a_regulation(aturan: Aturan) -> None:
    assert re.search(r"PermenPANRB|Permendagri|PER/09", aturan.dasar)
    assert aturan.alasan.endswith(".")
    assert aturan.perbaikan.endswith(".")
    assert not aturan.judul.endswith(".")


def test_codes_are_unique_and_each_stands_in_its_own_file() -> None:
    kode = [a.kode for a in all_aturan()]
    assert len(set(kode)) == len(kode)
    berkas = {a.kode: a.periksa.__module__.rpartition(".")[2] for a in all_aturan()}
    assert all(nama.startswith(f"{k.lower()}_") for k, nama in berkas.items())


def test_there_are_at_least_twenty_four_rules() -> None:
    assert len(all_aturan()) >= 24


def test_a_rule_is_found_by_its_code() -> None:
    assert get_aturan("IND007").judul == "Satuan tidak cocok dengan nama indikator"
