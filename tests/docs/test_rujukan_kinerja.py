"""The reference of `kinerja` names everything that the command can print."""

import pytest
from docs.alat.contoh import AKAR

from kinerja import berkas
from kinerja.capaian import NolMinB, Polaritas, list_skala, list_tangga, load_skala
from kinerja.capaian.penjelasan import _CATATAN, _PESAN, RUMUS
from kinerja.efisiensi import RumusEfisiensi
from kinerja.nilai import JenisNilai
from kinerja.periksa import StatusPeriksa
from kinerja.periksa.kolom import parse_polaritas
from kinerja.periksa.rumus import PER_POLARITAS

RUJUKAN = (AKAR / "docs" / "rujukan" / "kinerja.md").read_text(encoding="utf-8")
CAPAIAN = (AKAR / "docs" / "penjelasan" / "capaian.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kata", [*JenisNilai, *Polaritas, *StatusPeriksa, *_PESAN, *_CATATAN])
def test_a_word_of_the_output_is_explained(kata: str) -> None:
    assert f"`{kata}`" in RUJUKAN


@pytest.mark.parametrize("rumus", sorted({r.nama for daftar in PER_POLARITAS.values() for r in daftar}))
def test_a_formula_name_of_periksa_is_listed(rumus: str) -> None:
    assert f"`{rumus}`" in RUJUKAN.partition("## `kinerja periksa`")[2]


@pytest.mark.parametrize("kata", ["max", "range", "qual", "ambiguous", "min_a"])
def test_a_listed_polarity_word_is_understood(kata: str) -> None:
    assert parse_polaritas(kata) is not None


def test_the_limits_are_the_ones_of_the_code() -> None:
    ukuran = (berkas.BATAS_UKURAN, berkas.BATAS_ISI_XLSX)
    berkas_mb, isi_mb = (batas // 1024 // 1024 for batas in ukuran)
    baris = f"{berkas.BATAS_BARIS:,}".replace(",", ".")
    assert f"Berkas {berkas_mb} MB, isi .xlsx setelah diurai {isi_mb} MB, tabel {baris} baris" in RUJUKAN


@pytest.mark.parametrize("skala_id", list_skala())
def test_a_scale_is_listed_with_its_bands_and_date(skala_id: str) -> None:
    skala = load_skala(skala_id)
    baris = next(b for b in CAPAIAN.splitlines() if b.startswith(f"| `{skala_id}` |"))
    tanda = {True: "≥", False: ">"}
    batas = [f"{tanda[k.termasuk]} {k.batas_bawah} {k.nama}" for k in skala.kategori[:-1]]
    assert baris.split(" | ")[1] == "; ".join([*batas, skala.kategori[-1].nama])
    assert f"{skala.berlaku_mulai:%d-%m-%Y}" in baris


@pytest.mark.parametrize("tangga_id", list_tangga())
def test_a_ladder_is_listed(tangga_id: str) -> None:
    assert f"`{tangga_id}`" in CAPAIAN


@pytest.mark.parametrize("polaritas", Polaritas)
def test_a_formula_is_written_as_the_engine_writes_it(polaritas: Polaritas) -> None:
    assert f"`{polaritas}`" in CAPAIAN
    assert RUMUS[polaritas].replace("|", r"\|") in CAPAIAN


@pytest.mark.parametrize("rumus", RumusEfisiensi)
def test_an_efficiency_formula_is_written_as_the_engine_writes_it(rumus: RumusEfisiensi) -> None:
    assert rumus.uraian in CAPAIAN


@pytest.mark.parametrize("pilihan", NolMinB)
def test_a_choice_for_a_realisasi_of_zero_is_listed(pilihan: NolMinB) -> None:
    assert f"`{pilihan}`" in CAPAIAN
