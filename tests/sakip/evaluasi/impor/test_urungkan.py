"""The last import can be taken back, as new versions, while nobody built on it."""

from __future__ import annotations

import pytest
from tests.pabrik.lke_daerah import buat_buku

from sakip.apps.evaluasi import services
from sakip.apps.evaluasi.impor.services import (
    ImporTidakDapat,
    apply_berkas,
    apply_impor,
    last_applied,
    preview_impor,
    undo_impor,
)
from sakip.apps.evaluasi.models import Evaluasi, HasilLembar, Jawaban, LembarKerja, TahapLembar
from sakip.platform.audit.selectors import catatan_of
from sakip.platform.lembar.models import StatusImpor


def _terap(evaluasi: Evaluasi, nilai: str = "B") -> None:
    isi = buat_buku(["OPD01"], nilai=lambda _: nilai).tulis()
    apply_berkas(isi=isi, nama="lke.xlsx", evaluasi=evaluasi, by=None)


def _lembar(evaluasi: Evaluasi) -> LembarKerja:
    return evaluasi.lembar_set.select_related("unit", "instansi", "evaluasi", "instrumen").get(
        unit__kode="OPD01"
    )


def test_answers_that_were_not_there_are_taken_back(daerah: Evaluasi) -> None:
    _terap(daerah)
    undo_impor(evaluasi=daerah, by=None)
    assert not HasilLembar.objects.exists()
    assert set(Jawaban.objects.filter(versi_ke=2).values_list("nilai", flat=True)) == {""}
    assert Jawaban.objects.count() == 160


def test_earlier_answers_come_back(daerah: Evaluasi) -> None:
    _terap(daerah, "BB")
    _terap(daerah, "C")
    undo_impor(evaluasi=daerah, by=None)
    assert HasilLembar.objects.get().total == "80"


def test_imports_are_undone_last_first(daerah: Evaluasi) -> None:
    _terap(daerah, "BB")
    pertama = last_applied(daerah)
    _terap(daerah, "C")
    with pytest.raises(ImporTidakDapat, match="impor terakhir"):
        undo_impor(evaluasi=daerah, by=None, impor=pertama)


def test_an_answer_changed_since_is_not_overwritten(daerah: Evaluasi) -> None:
    _terap(daerah)
    services.save_jawaban(lembar=_lembar(daerah), kode="1.a.1", nilai="AA", by=None)
    with pytest.raises(ImporTidakDapat, match="sudah diubah"):
        undo_impor(evaluasi=daerah, by=None)
    assert Jawaban.objects.filter(kode="1.a.1").latest("versi_ke").nilai == "AA"


def test_a_sheet_that_moved_on_keeps_its_import(daerah: Evaluasi) -> None:
    _terap(daerah)
    services.transition_lembar(lembar=_lembar(daerah), langkah="kirim_mandiri", by=None)
    with pytest.raises(ImporTidakDapat, match="sudah pada tahap"):
        undo_impor(evaluasi=daerah, by=None)


def test_nothing_to_undo_is_said(daerah: Evaluasi) -> None:
    with pytest.raises(ImporTidakDapat, match="Tidak ada impor"):
        undo_impor(evaluasi=daerah, by=None)


def test_a_stored_preview_is_applied_once(daerah: Evaluasi) -> None:
    isi = buat_buku(["OPD01"], nilai=lambda _: "B").tulis()
    impor = preview_impor(isi=isi, nama="lke.xlsx", evaluasi=daerah, by=None).impor
    assert impor is not None
    assert impor.status == StatusImpor.PRATINJAU
    assert apply_impor(impor=impor, by=None).dibuat == 80
    with pytest.raises(ImporTidakDapat, match="sudah"):
        apply_impor(impor=impor, by=None)


def test_applying_and_undoing_are_audited(daerah: Evaluasi) -> None:
    _terap(daerah)
    impor = undo_impor(evaluasi=daerah, by=None)
    aksi = [satu.aksi for satu in catatan_of(impor.instansi, aksi="evaluasi.impor")]
    assert sorted(aksi) == ["evaluasi.impor.diterapkan", "evaluasi.impor.diurungkan"]


def test_what_the_file_importer_of_measurements_undoes_is_its_own(daerah: Evaluasi) -> None:
    from sakip.apps.pengukuran.impor.services import TidakDapatDiurungkan
    from sakip.apps.pengukuran.impor.services import undo_impor as undo_pengukuran

    _terap(daerah)
    with pytest.raises(TidakDapatDiurungkan, match="Tidak ada impor"):
        undo_pengukuran(instansi=daerah.instansi, by=None)


def test_a_finished_sheet_takes_no_import(daerah: Evaluasi) -> None:
    _terap(daerah)
    LembarKerja.objects.filter(unit__kode="OPD01").update(tahap=TahapLembar.FINAL)
    isi = buat_buku(["OPD01"]).tulis()
    hasil = apply_berkas(isi=isi, nama="lke.xlsx", evaluasi=daerah, by=None)
    assert "tidak dapat diisi lagi" in hasil.pesan[0].pesan
