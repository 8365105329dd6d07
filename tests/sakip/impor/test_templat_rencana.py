"""The template of a unit whose plan is a Renstra or only an agreement."""

from datetime import date
from decimal import Decimal

import pytest
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_instansi, buat_unit
from tests.pabrik.perencanaan import buat_dokumen, buat_renaksi, buat_rencana, buat_simpul
from tests.pabrik.perjanjian import buat_pk
from tests.sakip.impor.buku import terapkan, xlsx
from tests.sakip.impor.test_templat import INDIKATOR, SASARAN, pesan_di

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.pengukuran.impor.hasil import HasilImpor
from sakip.apps.pengukuran.impor.templat_isi import build_template
from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Simpul, SimpulIndikator, Target
from sakip.platform.lembar.baca import read_buku
from sakip.platform.organisasi.models import Unit
from sakip.platform.organisasi.services import merge_units

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit() -> Unit:
    return buat_unit(buat_instansi(kode_wilayah="99.99"), kode="DINKES")


@pytest.fixture
def indikator(unit: Unit) -> Indikator:
    return buat_indikator(unit)


def isi_lembar(unit: Unit, nama: str, *, tahun: int = 2025) -> list[list[object]]:
    """The rows of one sheet of the unit's template, below its header."""
    buku = read_buku(build_template(instansi=unit.instansi, unit=unit, tahun=tahun), "t.xlsx")
    return [list(baris) for satu in buku.lembar if satu.nama == nama for baris in satu.baris[1:]]


def unggah_kembali(unit: Unit) -> HasilImpor:
    isi = build_template(instansi=unit.instansi, unit=unit, tahun=2025)
    return terapkan(isi, "templat", tahun=2025)


def test_the_sasaran_and_target_of_a_renstra_fill_the_template(unit: Unit, indikator: Indikator):
    buat_rencana(unit, [[(indikator, 80)]])
    sasaran = Simpul.objects.get()
    assert isi_lembar(unit, "Sasaran")[0][:5] == ["S1", "DINKES", "sasaran", "", sasaran.pernyataan]
    assert isi_lembar(unit, "Indikator")[0][2] == "S1"
    assert isi_lembar(unit, "Target")[0][2] == 80


def test_the_target_of_the_agreement_goes_before_that_of_the_plan(unit: Unit, indikator: Indikator):
    buat_rencana(unit, [[(indikator, 80)]])
    buat_pk(unit, [(indikator, 85)])
    assert isi_lembar(unit, "Target")[0][2] == 85


def test_a_quarter_shows_its_own_target_only(unit: Unit, indikator: Indikator):
    buat_rencana(unit, [[(indikator, 80)]])
    buat_renaksi(unit, indikator, {1: 20, 2: 40})
    assert isi_lembar(unit, "Target")[0][2:7] == [80, 20, 40, "", ""]


def test_a_sasaran_that_only_the_agreement_words_is_there_too(unit: Unit, indikator: Indikator):
    buat_pk(unit, [(indikator, 85)])
    assert [baris[4] for baris in isi_lembar(unit, "Sasaran")] == ["Sasaran perjanjian"]
    assert isi_lembar(unit, "Indikator")[0][2] == "S1"


def test_two_kinds_of_node_with_one_code_get_two_codes(unit: Unit):
    dokumen = buat_dokumen(unit)
    tujuan = buat_simpul(dokumen, jenis="tujuan", kode="1")
    buat_simpul(dokumen, jenis="sasaran", kode="1", induk=tujuan)
    services.activate_dokumen(dokumen=dokumen, by=None)
    assert [baris[0] for baris in isi_lembar(unit, "Sasaran")] == ["1", "S1"]


def test_a_plan_and_an_agreement_uploaded_unchanged_change_nothing(unit: Unit, indikator: Indikator):
    lain = buat_indikator(unit)
    buat_rencana(unit, [[(indikator, 80)]])
    buat_renaksi(unit, indikator, {1: 20})
    buat_pk(unit, [(indikator, 85), (lain, 3)])
    hasil = unggah_kembali(unit)
    assert (hasil.dibuat, hasil.diubah, hasil.ditolak, hasil.rencana.pesan) == (0, 0, 0, [])
    assert not Dokumen.objects.filter(jenis=JenisDokumen.RENJA).exists()


def test_a_renja_that_differs_from_the_agreement_stays_as_it_is(unit: Unit, indikator: Indikator):
    buat_rencana(unit, [[(indikator, 80)]], jenis="renja", tahun_mulai=2025, tahun_selesai=2025)
    buat_pk(unit, [(indikator, 85)])
    assert unggah_kembali(unit).diubah == 0
    assert Target.objects.get().angka == Decimal(80)


def impor_target(indikator: Indikator, setahun: object) -> HasilImpor:
    judul = ("Kode indikator", "Indikator", "Setahun")
    return terapkan(xlsx({"Target": [judul, (indikator.kode, "", setahun)]}), "templat", tahun=2025)


def test_another_target_goes_into_the_renja_and_leaves_the_renstra(unit: Unit, indikator: Indikator):
    renstra = buat_rencana(unit, [[(indikator, 80)]])
    assert impor_target(indikator, 90).dibuat == 1
    angka = {t.dokumen.jenis: t.angka for t in Target.objects.select_related("dokumen")}
    assert angka == {"renstra": Decimal(80), "renja": Decimal(90)}
    assert Simpul.objects.filter(dokumen=renstra).count() == Simpul.objects.count()


def test_a_target_that_the_agreement_overrules_is_said_so(unit: Unit, indikator: Indikator):
    buat_pk(unit, [(indikator, 85)])
    hasil = impor_target(indikator, 90)
    assert "tetap target menurut Perjanjian Kinerja 2025" in pesan_di(hasil, "Target", "C2")[0]


def test_the_wording_of_a_renstra_is_not_changed_by_a_template(unit: Unit):
    dokumen = buat_dokumen(unit)
    buat_simpul(dokumen, kode="S1", pernyataan="Sehat")
    services.activate_dokumen(dokumen=dokumen, by=None)
    hasil = terapkan(
        xlsx({"Sasaran": [SASARAN, ("S1", "DINKES", "", "", "Lebih sehat")]}), "templat", tahun=2025
    )
    assert "jadi bunyinya tetap" in pesan_di(hasil, "Sasaran", "E2")[0]
    assert Simpul.objects.get().pernyataan == "Sehat"


def test_an_indicator_is_not_added_to_a_sasaran_of_the_renstra(unit: Unit, indikator: Indikator):
    dokumen = buat_rencana(unit, [[(indikator, 80)]])
    teks = Simpul.objects.get(dokumen=dokumen).pernyataan
    baru = ("I9", "DINKES", "S1", "Baru", "%", "maks", "akhir", "tidak", "")
    isi = {"Sasaran": [SASARAN, ("S1", "DINKES", "", "", teks)], "Indikator": [INDIKATOR, baru]}
    hasil = terapkan(xlsx(isi), "templat", tahun=2025)
    assert "Impor tidak mengubah dokumen itu" in pesan_di(hasil, "Indikator", "C2")[0]
    assert SimpulIndikator.objects.count() == 1


def impor_di_bawah_renstra(unit: Unit) -> Simpul:
    """A programme below a sasaran of the Renstra; returns the sasaran."""
    dokumen = buat_dokumen(unit)
    atas = buat_simpul(dokumen, kode="S1", pernyataan="Sehat")
    services.activate_dokumen(dokumen=dokumen, by=None)
    isi = [SASARAN, ("S1", "DINKES", "", "", "Sehat"), ("P1", "DINKES", "program", "S1", "Layanan")]
    terapkan(xlsx({"Sasaran": isi}), "templat", tahun=2025)
    return atas


def test_a_new_node_below_one_of_the_renstra_supports_it(unit: Unit):
    atas = impor_di_bawah_renstra(unit)
    baru = Simpul.objects.get(kode="P1")
    assert (baru.dokumen.jenis, baru.induk, baru.mendukung) == ("renja", None, atas)


def test_a_node_that_supports_the_renstra_is_printed_below_it_again(unit: Unit):
    impor_di_bawah_renstra(unit)
    assert ["P1", "DINKES", "program", "S1"] in [baris[:4] for baris in isi_lembar(unit, "Sasaran")]
    assert unggah_kembali(unit).cocok.kosong


def test_a_new_indicator_makes_a_sasaran_of_the_agreement_stand_in_the_renja(
    unit: Unit, indikator: Indikator
):
    buat_pk(unit, [(indikator, 85)])
    baru = ("I9", "DINKES", "S1", "Baru", "%", "maks", "akhir", "tidak", "")
    isi = {
        "Sasaran": [SASARAN, ("S1", "DINKES", "", "", "Sasaran perjanjian")],
        "Indikator": [INDIKATOR, baru],
    }
    assert terapkan(xlsx(isi), "templat", tahun=2025).ditolak == 0
    assert Simpul.objects.get().indikator_set.get().indikator.kode == "I9"


def test_a_merged_unit_is_filled_from_the_plan_of_the_unit_it_continues(unit: Unit):
    baru = buat_unit(unit.instansi, kode="BARU", berlaku_mulai=date(2025, 7, 1))
    dokumen = buat_dokumen(unit)
    simpul = buat_simpul(dokumen)
    services.activate_dokumen(dokumen=dokumen, by=None)
    merge_units(dari=[unit], ke=baru, tanggal=date(2025, 7, 1), by=None)
    assert [baris[4] for baris in isi_lembar(baru, "Sasaran")] == [simpul.pernyataan]
