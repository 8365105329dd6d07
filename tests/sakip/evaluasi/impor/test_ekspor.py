"""Our own export, filled elsewhere, comes back; rows that moved are found before anything is written."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
import python_calamine
import xlsxwriter
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, isi_lembar, jalankan
from tests.pabrik.organisasi import buat_unit

from sakip.apps.evaluasi import lke
from sakip.apps.evaluasi.impor.hasil import HasilImpor
from sakip.apps.evaluasi.impor.services import apply_berkas, preview_berkas
from sakip.apps.evaluasi.models import Evaluasi, Jawaban, LembarKerja, TahapLembar, TahapNilai
from sakip.platform.wewenang import TidakBerwenang
from sakip.reports.lke.cetak import render_lke, render_lke_semua

Baris = list[object]


def _ubah(isi: bytes, ubah: Callable[[list[Baris]], object], nama: str = "DINKES") -> bytes:
    """The workbook as somebody saved it after changing rows of one sheet."""
    buku = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(isi))
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True, "strings_to_urls": False}) as kerja:
        for satu in buku.sheet_names:
            baris: list[Baris] = [
                list(b) for b in buku.get_sheet_by_name(satu).to_python(skip_empty_area=False)
            ]
            if satu == nama:
                ubah(baris)
            lembar = kerja.add_worksheet(satu)
            for n, isi_baris in enumerate(baris):
                lembar.write_row(n, 0, isi_baris)
    return keluar.getvalue()


def _tulis(kode: str, kolom: int, nilai: str) -> Callable[[list[Baris]], object]:
    def ubah(baris: list[Baris]) -> None:
        next(b for b in baris if b[lke.KODE] == kode)[kolom] = nilai

    return ubah


def _pratinjau(isi: bytes, evaluasi: Evaluasi, **lain: TahapNilai) -> HasilImpor:
    return preview_berkas(isi=isi, nama="lke.xlsx", evaluasi=evaluasi, by=None, **lain)


def test_an_untouched_export_changes_nothing(lembar: LembarKerja) -> None:
    isi_lembar(lembar)
    assert _pratinjau(render_lke(lembar), lembar.evaluasi).kosong


def test_a_filled_cell_becomes_an_answer_at_the_stage_of_the_sheet(lembar: LembarKerja) -> None:
    isi = _ubah(render_lke(lembar), _tulis("1.a", lke.MANDIRI, "bb"))
    hasil = apply_berkas(isi=isi, nama="lke.xlsx", evaluasi=lembar.evaluasi, by=None)
    jawaban = Jawaban.objects.get()
    assert (jawaban.kode, jawaban.nilai, jawaban.tahap) == ("1.a", "BB", "mandiri")
    assert (hasil.dibuat, hasil.diubah) == (1, 0)


def test_a_criterion_is_answered_with_yes_or_no(lembar: LembarKerja) -> None:
    isi = _ubah(render_lke(lembar), _tulis("1.a.2", lke.MANDIRI, "Y"))
    apply_berkas(isi=isi, nama="lke.xlsx", evaluasi=lembar.evaluasi, by=None)
    assert Jawaban.objects.get().nilai == "ya"


def test_the_evaluators_column_counts_once_the_sheet_is_evaluated(lembar: LembarKerja) -> None:
    lembar = jalankan(lembar, TahapLembar.EVALUASI, "BB")
    isi = _ubah(render_lke(lembar), _tulis("2.c", lke.APIP, "CC"))
    hasil = apply_berkas(isi=isi, nama="lke.xlsx", evaluasi=lembar.evaluasi, by=None)
    jawaban = Jawaban.objects.get(tahap=TahapNilai.EVALUASI)
    assert (jawaban.kode, jawaban.nilai) == ("2.c", "CC")
    assert hasil.lembar[0].tahap == TahapNilai.EVALUASI


def test_an_empty_cell_erases_nothing(lembar: LembarKerja) -> None:
    isi_lembar(lembar)
    isi = _ubah(render_lke(lembar), _tulis("1.a", lke.MANDIRI, ""))
    assert _pratinjau(isi, lembar.evaluasi).kosong


def test_a_note_alone_is_a_change_and_keeps_the_grade(lembar: LembarKerja) -> None:
    isi_lembar(lembar, "B")
    isi = _ubah(render_lke(lembar), _tulis("1.a", lke.CATATAN_MANDIRI, "Dilengkapi"))
    apply_berkas(isi=isi, nama="lke.xlsx", evaluasi=lembar.evaluasi, by=None)
    terakhir = Jawaban.objects.filter(kode="1.a").latest("versi_ke")
    assert (terakhir.versi_ke, terakhir.nilai, terakhir.catatan) == (2, "B", "Dilengkapi")


@pytest.mark.parametrize(
    ("ubah", "sel", "kata"),
    [
        (lambda b: b.insert(6, [""] * 13), "A7", "disisipkan"),
        (lambda b: b.pop(6), "A7", "dipindah"),
        (lambda b: b.insert(5, b.pop(9)), "A6", "dipindah"),
        (lambda b: b[6].__setitem__(lke.NOMOR, "1.a.9"), "B7", "bergeser"),
        (lambda b: b[6].__setitem__(lke.KODE, "9.z.1"), "A7", "tidak dikenal"),
        (lambda b: [baris.insert(3, "") for baris in b], "D4", "kolom"),
    ],
)
def test_moved_rows_and_columns_are_named_by_cell(
    lembar: LembarKerja, ubah: Callable[[list[Baris]], object], sel: str, kata: str
) -> None:
    hasil = _pratinjau(_ubah(render_lke(lembar), ubah), lembar.evaluasi)
    (pesan,) = hasil.pesan
    assert (pesan.lembar, pesan.sel) == ("DINKES", sel)
    assert kata in pesan.pesan
    assert hasil.kosong


def test_a_grade_outside_the_scale_says_what_is_allowed(lembar: LembarKerja) -> None:
    isi = _ubah(render_lke(lembar), _tulis("1.a", lke.MANDIRI, "F"))
    (pesan,) = _pratinjau(isi, lembar.evaluasi).pesan
    assert pesan.sel == "E6"
    assert "AA" in pesan.pesan


def test_the_stage_asked_for_must_be_that_of_the_sheet(lembar: LembarKerja) -> None:
    isi_lembar(lembar)
    (pesan,) = _pratinjau(render_lke(lembar), lembar.evaluasi, tahap=TahapNilai.EVALUASI).pesan
    assert "penilaian mandiri" in pesan.pesan


def test_a_sheet_of_another_instrument_is_refused(lembar: LembarKerja) -> None:
    lain = buat_evaluasi(
        lembar.instansi, tahun=2024, instrumen_unit="akip-88-2021-per-kriteria", instrumen_instansi=None
    )
    asing = render_lke(buat_lembar(lain, lembar.unit))
    hasil = _pratinjau(asing, lembar.evaluasi)
    assert "akip-88-2021-per-kriteria" in hasil.pesan[0].pesan
    assert hasil.kosong


def test_all_sheets_of_an_evaluation_come_back_in_one_file(lembar: LembarKerja) -> None:
    buat_lembar(lembar.evaluasi, buat_unit(lembar.instansi, kode="DISDIK"))
    isi = _ubah(render_lke_semua(lembar.evaluasi), _tulis("3.b", lke.MANDIRI, "A"), "DISDIK")
    apply_berkas(isi=isi, nama="lke.xlsx", evaluasi=lembar.evaluasi, by=None)
    assert Jawaban.objects.get().lembar.unit.kode == "DISDIK"


def test_somebody_else_gets_nothing(lembar: LembarKerja) -> None:
    isi = _ubah(render_lke(lembar), _tulis("1.a", lke.MANDIRI, "B"))
    asing = buat_pengguna("perencana_unit", instansi=lembar.instansi, unit=buat_unit(lembar.instansi))
    with pytest.raises(TidakBerwenang):
        apply_berkas(isi=isi, nama="lke.xlsx", evaluasi=lembar.evaluasi, by=asing)
    assert not Jawaban.objects.exists()
