import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from tests.pabrik.organisasi import buat_instansi, buat_unit
from tests.sakip.impor.buku import terapkan, xlsx

from sakip.apps.datakinerja.models import Indikator, IndikatorVersi
from sakip.apps.pengukuran.impor.hasil import HasilImpor
from sakip.apps.pengukuran.impor.services import undo_impor
from sakip.apps.pengukuran.impor.templat_isi import build_template
from sakip.apps.pengukuran.models import Anggaran, Capaian, RealisasiVersi
from sakip.apps.perencanaan.models import Simpul, Target
from sakip.platform.lembar.baca import read_buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from sakip.platform.organisasi.models import Instansi, Unit

pytestmark = pytest.mark.django_db

SASARAN = ("Kode", "Unit", "Jenis", "Kode induk", "Uraian")
INDIKATOR = (
    "Kode indikator",
    "Unit",
    "Kode sasaran",
    "Indikator",
    "Satuan",
    "Polaritas",
    "Agregasi",
    "IKU",
    "Batas capaian",
)
TARGET = ("Kode indikator", "Indikator", "Setahun", "TW I")
REALISASI = ("Kode indikator", "Indikator", "TW I", "TW II", "Setahun", "Keadaan", "Alasan")
ANGGARAN = ("Kode", "Uraian", "Pagu", "TW I Rp")


def lembar(**ganti: list[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    isi: dict[str, list[tuple[Any, ...]]] = {
        "Sasaran": [
            SASARAN,
            ("S1", "DINKES", "", "", "Sehat"),
            ("P1", "DINKES", "program", "S1", "Pelayanan"),
        ],
        "Indikator": [INDIKATOR, ("I1", "DINKES", "S1", "Harapan hidup", "tahun", "maks", "akhir", "ya", "")],
        "Target": [TARGET, ("I1", "", "71,5", 70)],
        "Realisasi": [REALISASI, ("I1", "", 70.5, "71", "71,4", "", "")],
        "Anggaran": [ANGGARAN, ("P1", "", 1000000, "250.000")],
    }
    return {**isi, **ganti}


@pytest.fixture
def unit() -> Unit:
    return buat_unit(buat_instansi(kode_wilayah="99.99"), kode="DINKES")


def impor(**ganti: list[tuple[Any, ...]]) -> HasilImpor:
    return terapkan(xlsx(lembar(**ganti)), "templat")


def pesan_di(hasil: HasilImpor, nama: str, sel: str) -> list[str]:
    return [p.pesan for p in hasil.rencana.pesan if (p.lembar, p.sel) == (nama, sel)]


def test_the_sheets_become_plan_dictionary_targets_figures_and_budget(unit: Unit):
    hasil = impor()
    assert (hasil.rencana.dibaca, hasil.dibuat, hasil.rencana.pesan) == (6, 6, [])
    assert Simpul.objects.get(kode="P1").induk == Simpul.objects.get(kode="S1")
    assert (Target.objects.count(), RealisasiVersi.objects.count(), Anggaran.objects.count()) == (2, 3, 2)


def test_the_dictionary_is_as_filled_in(unit: Unit):
    impor()
    versi = IndikatorVersi.objects.get()
    assert (versi.indikator.kode, versi.satuan and versi.satuan.nama, versi.is_iku) == ("I1", "tahun", True)


def test_the_achievement_is_computed_at_once(unit: Unit):
    impor()
    capaian = Capaian.objects.get(triwulan=None)
    assert capaian.terbatas is not None
    assert round(capaian.terbatas, 2) == Decimal("99.86")


def test_the_same_template_again_changes_nothing(unit: Unit):
    impor()
    assert (impor().dibuat, impor().diubah, impor().tetap) == (0, 0, 6)


def test_a_known_code_with_new_content_changes_the_row(unit: Unit):
    impor()
    hasil = impor(
        Sasaran=[
            SASARAN,
            ("S1", "DINKES", "", "", "Lebih sehat"),
            ("P1", "DINKES", "program", "S1", "Pelayanan"),
        ],
        Indikator=[
            INDIKATOR,
            ("I1", "DINKES", "S1", "Usia harapan hidup", "tahun", "maks", "akhir", "ya", "120"),
        ],
    )
    assert (hasil.dibuat, hasil.diubah) == (0, 2)
    assert Simpul.objects.get(kode="S1").pernyataan == "Lebih sehat"
    assert IndikatorVersi.objects.get().batas == 120


def test_undoing_a_change_of_the_dictionary_restores_it(unit: Unit):
    impor()
    impor(Indikator=[INDIKATOR, ("I1", "DINKES", "S1", "Usia", "hari", "min", "akhir", "tidak", "110")])
    undo_impor(instansi=unit.instansi, by=None)
    versi = IndikatorVersi.objects.get()
    assert (versi.nama, versi.satuan and versi.satuan.nama, versi.polaritas, versi.batas, versi.is_iku) == (
        "Harapan hidup", "tahun", "maks", None, True
    )  # fmt: skip


def test_figures_alone_refer_to_the_dictionary_by_code(unit: Unit):
    impor()
    hasil = terapkan(xlsx({"Realisasi": [REALISASI, ("i1", "", "", "72", "", "", "")]}), "templat")
    assert (hasil.diubah, Indikator.objects.count()) == (1, 1)


def test_an_unknown_indicator_code_is_refused_with_its_cell(unit: Unit):
    impor()
    hasil = terapkan(xlsx({"Realisasi": [REALISASI, ("I9", "", "5", "", "", "", "")]}), "templat")
    assert (hasil.ditolak, hasil.dibuat) == (1, 0)
    assert "I9" in pesan_di(hasil, "Realisasi", "C2")[0]


def test_an_unknown_unit_is_refused_and_the_nearest_is_named(unit: Unit):
    baris = ("S2", "DINKESS", "", "", "Lain")
    hasil = impor(Sasaran=[*lembar()["Sasaran"], baris])
    assert hasil.ditolak == 1
    assert "Mungkin maksudnya DINKES" in pesan_di(hasil, "Sasaran", "B4")[0]


def test_a_code_given_twice_is_refused_the_second_time(unit: Unit):
    hasil = impor(Indikator=[*lembar()["Indikator"], ("I1", "DINKES", "", "Kembar", "", "", "", "", "")])
    assert hasil.ditolak == 1
    assert "sudah ada di baris 2" in pesan_di(hasil, "Indikator", "A3")[0]


def test_a_parent_that_does_not_exist_is_refused(unit: Unit):
    hasil = impor(Sasaran=[SASARAN, ("S1", "DINKES", "", "", "Sehat"), ("P1", "DINKES", "program", "X", "Y")])
    assert hasil.ditolak == 2
    assert "tidak ada atau melingkar" in pesan_di(hasil, "Sasaran", "D3")[0]


def test_a_circle_of_parents_is_refused(unit: Unit):
    hasil = impor(Sasaran=[SASARAN, ("S1", "DINKES", "", "P1", "A"), ("P1", "DINKES", "program", "S1", "B")])
    assert "melingkar" in pesan_di(hasil, "Sasaran", "D3")[0]
    assert Simpul.objects.filter(induk__isnull=False).count() <= 1


@pytest.mark.parametrize(
    ("kolom", "sel", "isi"), [(5, "F2", "naik"), (6, "G2", "tengah"), (7, "H2", "mungkin"), (8, "I2", "-5")]
)
def test_a_word_outside_of_the_list_is_said_at_its_cell(unit: Unit, kolom: int, sel: str, isi: str):
    baris = list(lembar()["Indikator"][1])
    baris[kolom] = isi
    assert pesan_di(impor(Indikator=[INDIKATOR, tuple(baris)]), "Indikator", sel)


def test_a_figure_not_yet_released_needs_its_reason(unit: Unit):
    hasil = impor(Realisasi=[REALISASI, ("I1", "", "", "", "", "belum rilis", "")])
    assert "perlu alasan" in pesan_di(hasil, "Realisasi", "G2")[0]
    impor(Realisasi=[REALISASI, ("I1", "", "", "", "", "belum rilis", "Menunggu BPS")])
    assert (RealisasiVersi.objects.get().keadaan, RealisasiVersi.objects.get().alasan) == (
        "belum_rilis",
        "Menunggu BPS",
    )


def test_the_downloaded_template_of_a_unit_reads_back_as_it_is(unit: Unit):
    impor()
    isi = build_template(instansi=unit.instansi, unit=unit, tahun=2023)
    hasil = terapkan(isi, "templat")
    # One row more than was imported: the budget sheet offers every node.
    assert (hasil.dibuat, hasil.diubah, hasil.ditolak, hasil.tetap) == (0, 0, 0, 7)


@pytest.mark.parametrize("tercetak", ["belum rilis", "tidak berlaku"])
def test_a_state_with_its_reason_reads_back_as_it_is(unit: Unit, tercetak: str):
    impor(Realisasi=[REALISASI, ("I1", "", "", "", "", tercetak, "Menunggu BPS")])
    isi = build_template(instansi=unit.instansi, unit=unit, tahun=2023)
    assert terapkan(isi, "templat").cocok.kosong


def test_words_that_only_their_table_explains_read_back_as_they_are(unit: Unit):
    impor(Target=[TARGET, ("I1", "", "71,5", "")])
    Target.objects.update(jenis_nilai="ambang", pembanding="<", angka=Decimal("3.02"), teks="< provinsi")
    isi = build_template(instansi=unit.instansi, unit=unit, tahun=2023)
    assert terapkan(isi, "templat").cocok.kosong


def test_the_template_has_instructions_sheets_and_lists(unit: Unit):
    buku = read_buku(build_template(instansi=unit.instansi, unit=None, tahun=2023), "t.xlsx")
    nama = ["Petunjuk", "Sasaran", "Indikator", "Target", "Realisasi", "Anggaran", "Daftar"]
    assert [s.nama for s in buku.lembar] == nama
    assert buku.lembar[-1].baris[1][0] == "DINKES"
    assert not buku.lembar[-1].tampak


def test_the_template_offers_the_choices_of_each_column(unit: Unit):
    arsip = zipfile.ZipFile(io.BytesIO(build_template(instansi=unit.instansi, unit=unit, tahun=2023)))
    indikator = arsip.read("xl/worksheets/sheet3.xml").decode()
    assert '"maks,min,min_b,' in indikator
    assert "Daftar!$A$2:$A$2" in indikator


def test_text_that_looks_like_a_formula_stays_text(unit: Unit):
    impor(Sasaran=[SASARAN, ("S1", "DINKES", "", "", "=1+1"), ("P1", "DINKES", "program", "S1", "Pelayanan")])
    buku = read_buku(build_template(instansi=unit.instansi, unit=unit, tahun=2023), "t.xlsx")
    assert buku.lembar[1].at(1, 4) == "=1+1"


def test_a_workbook_without_our_sheets_is_not_the_template(unit: Unit):
    with pytest.raises(BerkasTakTerpakai, match="Unduh templat"):
        terapkan(xlsx({"Lain": [["a"]]}), "templat")


def test_a_sheet_without_its_columns_is_named_and_the_others_are_read(unit: Unit):
    hasil = impor(Target=[("Entah",), ("I1",)])
    assert "kolom Kode indikator tidak ditemukan" in pesan_di(hasil, "Target", "")[0]
    assert RealisasiVersi.objects.count() == 3


def test_another_instansi_with_the_same_codes_is_not_touched(unit: Unit):
    impor()
    lain = buat_unit(kode="DINKES")
    terapkan(xlsx(lembar()), "templat", kode_instansi=lain.instansi.kode_wilayah)
    assert Indikator.objects.filter(kode="I1").count() == 2
    assert Instansi.objects.count() == 2
