"""The workbook that regions keep, into the sheets of an evaluation by the per-criterion variant."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar
from tests.pabrik.lke_daerah import buat_buku
from tests.pabrik.organisasi import buat_instansi, buat_unit

from sakip.apps.evaluasi.impor.hasil import HasilImpor
from sakip.apps.evaluasi.impor.services import apply_berkas, preview_berkas
from sakip.apps.evaluasi.models import Evaluasi, HasilLembar, Jawaban, TahapNilai
from sakip.platform.lembar.pesan import BerkasTakTerpakai


def _coba(isi: bytes, evaluasi: Evaluasi) -> HasilImpor:
    return preview_berkas(isi=isi, nama="lke.xlsx", evaluasi=evaluasi, by=None)


@pytest.mark.django_db
def test_forty_sheets_give_the_totals_that_the_workbook_expects() -> None:
    kode = [f"OPD{n:02d}" for n in range(1, 41)]
    evaluasi = buat_evaluasi(
        buat_instansi(), instrumen_unit="akip-88-2021-per-kriteria", instrumen_instansi=None
    )
    for satu in kode:
        buat_lembar(evaluasi, buat_unit(evaluasi.instansi, kode=satu))
    buku = buat_buku(kode)
    hasil = apply_berkas(isi=buku.tulis(), nama="lke.xlsx", evaluasi=evaluasi, by=None)
    assert (hasil.dibaca, hasil.dibuat, hasil.ditolak) == (3200, 3200, 0)
    tersimpan = {
        satu.lembar.unit.kode: Fraction(satu.total)
        for satu in HasilLembar.objects.filter(tahap=TahapNilai.MANDIRI).select_related("lembar__unit")
    }
    assert len(tersimpan) == 40
    assert all(abs(tersimpan[satu] - Fraction(buku.total[satu])) < Fraction(1, 100) for satu in kode)


def test_a_preview_writes_nothing(daerah: Evaluasi) -> None:
    hasil = _coba(buat_buku(["OPD01", "OPD02"]).tulis(), daerah)
    assert hasil.dibuat == 160
    assert not Jawaban.objects.exists()


def test_the_same_file_again_changes_nothing(daerah: Evaluasi) -> None:
    isi = buat_buku(["OPD01", "OPD02"]).tulis()
    apply_berkas(isi=isi, nama="lke.xlsx", evaluasi=daerah, by=None)
    ulang = apply_berkas(isi=isi, nama="lke.xlsx", evaluasi=daerah, by=None)
    assert (ulang.tetap, ulang.kosong, ulang.impor) == (160, True, None)


def test_sheets_without_answers_are_passed_over(daerah: Evaluasi) -> None:
    assert _coba(buat_buku(["OPD01"]).tulis(), daerah).dilewati == ("Ref", "Rekap")


def test_an_inserted_row_is_named_by_sheet_and_cell_and_the_sheet_is_left_alone(daerah: Evaluasi) -> None:
    buku = buat_buku(["OPD01", "OPD02"])
    buku.lembar["OPD01"].insert(7, ["", "Kriteria tambahan", "", "AA"])
    hasil = apply_berkas(isi=buku.tulis(), nama="lke.xlsx", evaluasi=daerah, by=None)
    (pesan,) = hasil.pesan
    assert (pesan.lembar, pesan.sel) == ("OPD01", "A8")
    assert "disisipkan" in pesan.pesan
    assert set(Jawaban.objects.values_list("lembar__unit__kode", flat=True)) == {"OPD02"}


def test_two_rows_that_changed_places_are_found(daerah: Evaluasi) -> None:
    buku = buat_buku(["OPD01"])
    baris = buku.lembar["OPD01"]
    baris[5], baris[6] = baris[6], baris[5]
    (pesan,) = _coba(buku.tulis(), daerah).pesan
    assert pesan.sel == "A6"
    assert "kriteria nomor 1 (1.a.1)" in pesan.pesan


def test_a_changed_weight_is_refused(daerah: Evaluasi) -> None:
    buku = buat_buku(["OPD01"])
    buku.lembar["OPD01"][4][2] = 7
    (pesan,) = _coba(buku.tulis(), daerah).pesan
    assert pesan.sel == "C5"
    assert "seharusnya 6" in pesan.pesan


def test_a_grade_outside_the_scale_is_refused_by_cell_and_the_rest_is_kept(daerah: Evaluasi) -> None:
    buku = buat_buku(["OPD01"])
    buku.lembar["OPD01"][5][3] = "BBB"
    hasil = apply_berkas(isi=buku.tulis(), nama="lke.xlsx", evaluasi=daerah, by=None)
    assert [(p.lembar, p.sel) for p in hasil.pesan] == [("OPD01", "D6")]
    assert (hasil.ditolak, Jawaban.objects.count()) == (1, 79)


def test_small_letters_are_understood(daerah: Evaluasi) -> None:
    besar, kecil = (buat_buku(["OPD01"], nilai=lambda _, x=x: x).tulis() for x in ("BB", "bb"))
    apply_berkas(isi=besar, nama="lke.xlsx", evaluasi=daerah, by=None)
    assert _coba(kecil, daerah).kosong


def test_a_total_that_the_answers_do_not_give_is_named(daerah: Evaluasi) -> None:
    buku = buat_buku(["OPD01"], nilai=lambda _: "B")
    buku.lembar["OPD01"][-2][4] = 75.5
    (selisih,) = _coba(buku.tulis(), daerah).selisih
    assert (selisih.tercetak, selisih.hitung) == (Fraction("75.5"), Fraction(70))


def test_a_sheet_of_no_unit_is_refused(daerah: Evaluasi) -> None:
    hasil = _coba(buat_buku(["OPD01", "OPD99"]).tulis(), daerah)
    assert [(p.lembar, "OPD99" in p.pesan) for p in hasil.pesan] == [("OPD99", True)]
    assert hasil.dibuat == 80


def test_two_sheets_of_one_unit_are_both_refused(daerah: Evaluasi) -> None:
    buku = buat_buku(["OPD01"])
    buku.lembar["Salinan"] = [list(baris) for baris in buku.lembar["OPD01"]]
    hasil = _coba(buku.tulis(), daerah)
    assert (hasil.dibuat, hasil.ditolak) == (0, 160)


def test_a_grade_per_criterion_does_not_fit_the_national_form(evaluasi: Evaluasi) -> None:
    (pesan,) = _coba(buat_buku(["DINKES"]).tulis(), evaluasi).pesan
    assert "per subkomponen" in pesan.pesan


def test_a_file_without_any_sheet_says_what_is_expected(daerah: Evaluasi) -> None:
    with pytest.raises(BerkasTakTerpakai, match="sakip lke ekspor"):
        _coba(buat_buku([]).tulis(), daerah)
