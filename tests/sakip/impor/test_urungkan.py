from typing import Any

import pytest
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_instansi, buat_unit
from tests.sakip.impor.buku import TANGSEL, terapkan, xlsx_program
from tests.sakip.impor.test_terapkan import CAPAIAN, SATU, isi_tabel, xlsx_capaian

from sakip.apps.datakinerja.models import Satuan
from sakip.apps.pengukuran.impor.services import TidakDapatDiurungkan, undo_impor
from sakip.apps.pengukuran.models import Anggaran, Realisasi
from sakip.apps.pengukuran.services import transition_realisasi
from sakip.apps.perencanaan.models import Simpul, SimpulIndikator
from sakip.platform.audit.models import Catatan
from sakip.platform.lembar.models import Impor
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    return buat_instansi(kode_wilayah="99.99")


def slot_pertama() -> Realisasi:
    return Realisasi.objects.order_by("pk")[0]


def test_undoing_a_first_import_leaves_the_tables_as_they_were(instansi: Instansi):
    sebelum = isi_tabel()
    terapkan(xlsx_program(SATU))
    undo_impor(instansi=instansi, by=None)
    assert isi_tabel() == sebelum


def test_undoing_a_correction_brings_the_old_figures_back(instansi: Instansi):
    terapkan(xlsx_program(SATU))
    sebelum = isi_tabel()
    terapkan(
        xlsx_program(
            SATU.replace("80,5", "82,5").replace("P | 300", "P | 301") + "BPBD | Q | | | Baru | 1 | 7"
        )
    )
    undo_impor(instansi=instansi, by=None)
    assert _tanpa_turunan(isi_tabel()) == _tanpa_turunan(sebelum)


def _tanpa_turunan(isi: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Derived rows are computed anew and get new keys; their figures are compared without them."""
    return {
        tabel: sorted((b[1:] for b in baris), key=repr) if tabel.endswith("capaian") else baris
        for tabel, baris in isi.items()
    }


def test_undoing_a_table_brings_the_printed_achievement_back(instansi: Instansi):
    terapkan(xlsx_capaian(CAPAIAN), "capaian")
    sebelum = isi_tabel()
    terapkan(xlsx_capaian((*CAPAIAN[:5], "11", "126,67", "min")), "capaian")
    undo_impor(instansi=instansi, by=None)
    assert _tanpa_turunan(isi_tabel()) == _tanpa_turunan(sebelum)


def test_imports_are_taken_back_one_after_the_other(instansi: Instansi):
    terapkan(xlsx_program(SATU))
    terapkan(xlsx_program(SATU.replace("80,5", "82,5")))
    undo_impor(instansi=instansi, by=None)
    undo_impor(instansi=instansi, by=None)
    assert not Unit.objects.exists()
    with pytest.raises(TidakDapatDiurungkan, match="Tidak ada impor"):
        undo_impor(instansi=instansi, by=None)


def test_only_the_last_import_can_be_undone(instansi: Instansi):
    pertama = terapkan(xlsx_program(SATU)).impor
    terapkan(xlsx_program(SATU.replace("80,5", "82,5")))
    with pytest.raises(TidakDapatDiurungkan, match="impor terakhir"):
        undo_impor(instansi=instansi, by=None, impor=pertama)


def test_a_submitted_figure_stands_in_the_way(instansi: Instansi):
    terapkan(xlsx_program(SATU))
    transition_realisasi(realisasi=slot_pertama(), langkah="ajukan", by=None, alasan="")
    with pytest.raises(TidakDapatDiurungkan, match="sudah diajukan"):
        undo_impor(instansi=instansi, by=None)


def test_a_row_that_uses_what_was_imported_stands_in_the_way(instansi: Instansi):
    terapkan(xlsx_program(SATU))
    simpul = Simpul.objects.get(jenis="program")
    Simpul.objects.create(
        instansi=instansi,
        dokumen=simpul.dokumen,
        induk=simpul,
        jenis="kegiatan",
        pernyataan="Ditambah kemudian",
    )
    with pytest.raises(TidakDapatDiurungkan, match="sudah memakai"):
        undo_impor(instansi=instansi, by=None)


def test_an_edited_amount_stands_in_the_way(instansi: Instansi):
    terapkan(xlsx_program(SATU))
    Anggaran.objects.filter(simpul__jenis="program", triwulan=1).update(realisasi=1)
    with pytest.raises(TidakDapatDiurungkan, match="sudah diubah"):
        undo_impor(instansi=instansi, by=None)


def test_a_refused_undo_changes_nothing(instansi: Instansi):
    terapkan(xlsx_program(SATU))
    transition_realisasi(realisasi=slot_pertama(), langkah="ajukan", by=None, alasan="")
    sebelum = isi_tabel()
    with pytest.raises(TidakDapatDiurungkan):
        undo_impor(instansi=instansi, by=None)
    assert isi_tabel() == sebelum
    assert Impor.objects.get().status == "diterapkan"


def test_a_unit_of_measure_that_others_use_by_now_stays(instansi: Instansi):
    terapkan(xlsx_program(SATU))
    satuan = Satuan.objects.get(nama="persen")
    lain = buat_unit(instansi, kode="LAIN")
    buat_indikator(lain, satuan=satuan)
    undo_impor(instansi=instansi, by=None)
    assert Satuan.objects.filter(nama="persen").exists()


def test_undo_is_recorded(instansi: Instansi):
    terapkan(xlsx_program(SATU))
    undo_impor(instansi=instansi, by=None)
    assert Catatan.objects.filter(aksi="pengukuran.impor.diurungkan").count() == 1
    assert Impor.objects.get().diurungkan_pada is not None


def test_the_imports_of_another_instansi_are_out_of_reach(instansi: Instansi):
    terapkan(xlsx_program(SATU))
    with pytest.raises(TidakDapatDiurungkan):
        undo_impor(instansi=buat_instansi(), by=None)
    assert SimpulIndikator.objects.exists()


def test_a_unit_planner_cannot_take_back_what_another_applied(instansi: Instansi):
    terapkan(xlsx_program(SATU))
    perencana = buat_pengguna("perencana_unit", unit=Unit.objects.get())
    with pytest.raises(TidakBerwenang):
        undo_impor(instansi=instansi, by=perencana)


def test_the_real_city_goes_as_it_came(instansi: Instansi):
    sebelum = isi_tabel()
    terapkan(TANGSEL.read_bytes(), nama=TANGSEL.name)
    undo_impor(instansi=instansi, by=None)
    assert isi_tabel() == sebelum
