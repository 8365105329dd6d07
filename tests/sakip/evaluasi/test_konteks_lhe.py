"""What an LHE says is read from the sheet, and stays as it was once signed."""

from __future__ import annotations

import pytest
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, buat_tim, isi_lembar, jalankan
from tests.pabrik.organisasi import buat_instansi, buat_unit

from sakip.apps.evaluasi import services
from sakip.apps.evaluasi.models import LembarKerja, PeranTim, TahapLembar
from sakip.apps.evaluasi.selectors import konteks_lhe, lhe_utuh
from sakip.apps.evaluasi.selectors.konteks import SubLHE
from sakip.platform.organisasi.models import SifatData

pytestmark = pytest.mark.django_db


@pytest.fixture
def lembar() -> LembarKerja:
    evaluasi = buat_evaluasi(buat_instansi())
    return buat_lembar(evaluasi, buat_unit(evaluasi.instansi, kode="DINKES"), klaster="utama")


def _sub(lembar: LembarKerja, kode: str = "1.a") -> SubLHE:
    return next(s for k in konteks_lhe(lembar).komponen for s in k.sub if s.kode == kode)


def test_the_units_own_claim_is_not_the_result(lembar: LembarKerja) -> None:
    isi_lembar(lembar, "AA")
    k = konteks_lhe(lembar)
    assert (k.total, k.predikat_kode) == (None, "")
    assert _sub(lembar).jawaban_mandiri == "AA"


def test_figures_are_exact_and_the_predikat_is_that_of_the_last_stage(lembar: LembarKerja) -> None:
    k = konteks_lhe(jalankan(lembar, TahapLembar.DRAF_LHE, "BB"))
    assert (k.total, k.predikat_kode) == ("80", "BB")
    assert k.per_tahap[0].tahap == "mandiri"


def test_the_note_of_the_latest_stage_counts(lembar: LembarKerja) -> None:
    lembar = jalankan(lembar, TahapLembar.REVIU)
    services.save_jawaban(
        lembar=lembar, kode="1.a", nilai="CC", catatan="Direviu", alasan="Uji petik", by=None
    )
    assert (_sub(lembar).jawaban, _sub(lembar).catatan) == ("CC", "Direviu")


def test_evidence_named_by_both_sides_stands_once(lembar: LembarKerja) -> None:
    assert _sub(jalankan(lembar, TahapLembar.REVIU)).bukti == ("Renstra dan PK",)


def test_last_year_stands_beside_when_the_instrument_is_the_same(lembar: LembarKerja) -> None:
    lalu = buat_evaluasi(lembar.instansi, tahun=2024)
    jalankan(buat_lembar(lalu, lembar.unit), TahapLembar.FINAL, "B")
    k = konteks_lhe(jalankan(lembar, TahapLembar.DRAF_LHE, "BB"))
    assert (k.total_lalu, k.predikat_lalu, k.komponen[0].nilai_lalu) == ("70", "B", "21")
    assert [t.sebutan for t in k.tindak_lalu] == ["Belum ditindaklanjuti"]


def test_another_instrument_is_not_compared_by_component(lembar: LembarKerja) -> None:
    lalu = buat_evaluasi(
        lembar.instansi, tahun=2024, instrumen_unit="akip-88-2021-per-kriteria", instrumen_instansi=None
    )
    buat_lembar(lalu, lembar.unit)
    k = konteks_lhe(lembar)
    assert k.instrumen_lalu == "akip-88-2021-per-kriteria"
    assert k.komponen[0].nilai_lalu is None


def test_the_team_is_named_by_posts_from_the_top(lembar: LembarKerja) -> None:
    tim = buat_tim(lembar.evaluasi)
    services.assign_tim(lembar=[lembar], tim=tim, by=None)
    lembar.refresh_from_db()
    k = konteks_lhe(lembar)
    assert [a.peran for a in k.tim] == list(reversed(PeranTim.values))
    assert k.dasar[-1] == "Surat tugas ST/1/2026"


def test_example_data_is_known_as_such(lembar: LembarKerja) -> None:
    lembar.instansi.sifat_data = SifatData.CONTOH
    assert konteks_lhe(lembar).instansi.contoh


def test_a_signed_report_stays_as_it_was(lembar: LembarKerja) -> None:
    lembar = jalankan(lembar, TahapLembar.SANGGAH)
    sanggah = services.file_sanggah(lembar=lembar, kode="1.a", alasan="Bukti terlewat", by=None)
    services.decide_sanggah(sanggah=sanggah, diterima=True, putusan="Benar", nilai_putusan="AA", by=None)
    assert _sub(lembar).jawaban == "B"
    assert konteks_lhe(lembar).tanggapan == "Kami menerima hasil ini."
    assert lhe_utuh(lembar.lhe)
