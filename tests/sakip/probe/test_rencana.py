"""Probes of plans and performance trees."""

from datetime import date

import pytest
from django.utils import timezone
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.perencanaan import buat_dokumen, buat_renaksi, buat_rencana, buat_simpul
from tests.pabrik.probe import LENGKAP, buat_unit_berencana, tanya

from sakip.apps.datakinerja.services import replace_indikator, update_indikator
from sakip.apps.perencanaan.models import Crosscutting, PeranHasil, Simpul
from sakip.apps.perencanaan.probes.rumusan import faults_of
from sakip.apps.perencanaan.services import (
    BarisPohon,
    activate_dokumen,
    create_pohon_simpul,
    link_indikator,
)
from sakip.platform.organisasi.services import create_jabatan, succeed_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def rencana():
    return buat_unit_berencana()


@pytest.fixture
def unit():
    return buat_unit()


def test_a_long_term_plan_that_is_not_here_may_still_exist(unit):
    assert tanya("rencana-panjang", unit).saran is None


def test_a_long_term_plan_of_the_government_counts_for_its_units(unit):
    pemda = buat_unit(unit.instansi, jenis="pemda")
    dokumen = buat_dokumen(pemda, jenis="rpjpd", tahun_mulai=2025, tahun_selesai=2045)
    buat_simpul(dokumen)
    activate_dokumen(dokumen=dokumen, by=None)
    assert tanya("rencana-panjang", unit).saran is True


def test_a_plan_in_force_that_covers_the_year_is_found(rencana):
    assert tanya("rencana-menengah", rencana.unit).saran is True


def test_a_plan_of_other_years_is_none(rencana):
    assert tanya("rencana-menengah", rencana.unit, tahun=2027).saran is False


def test_a_draft_is_not_in_force(unit):
    buat_dokumen(unit)
    assert tanya("rencana-menengah", unit).saran is False


def test_a_renamed_unit_keeps_the_plan_of_its_predecessor(rencana):
    penerus = buat_unit(rencana.unit.instansi)
    succeed_unit(dari=rencana.unit, ke=penerus, tanggal=date(2025, 7, 1), by=None)
    assert tanya("rencana-menengah", penerus).saran is True
    assert tanya("rencana-menengah", penerus, tahun=2024).saran is False


def test_activities_in_the_plan_are_a_plan_of_activities(rencana):
    assert tanya("rencana-aktivitas", rencana.unit).n == 1


def test_an_action_plan_is_enough(unit):
    buat_renaksi(unit, buat_indikator(unit), {1: 10})
    assert tanya("rencana-aktivitas", unit).saran is True


def test_no_activities_anywhere(unit):
    assert tanya("rencana-aktivitas", unit).saran is False


def test_a_plan_with_its_date_is_formal(rencana):
    assert tanya("rencana-ditetapkan", rencana.unit).saran is True


def test_a_plan_without_its_date_is_not(unit):
    buat_renaksi(unit, buat_indikator(unit), {1: 10})
    hasil = tanya("rencana-ditetapkan", unit)
    assert (hasil.saran, hasil.catatan[0].keterangan) == (False, "tanpa tanggal penetapan")


@pytest.mark.parametrize(
    "kode",
    [
        "rencana-ditetapkan",
        "rumusan-hasil",
        "indikator-smart",
        "target-lengkap",
        "iku-stabil",
        "penjenjangan",
        "lintas-unit",
    ],
)
def test_without_a_plan_the_data_cannot_say(unit, kode):
    hasil = tanya(kode, unit)
    assert hasil.saran is None
    assert hasil.alasan


def test_conditions_are_outcomes(rencana):
    hasil = tanya("rumusan-hasil", rencana.unit)
    assert (hasil.n, hasil.dari, hasil.saran) == (2, 2, True)


def test_an_activity_is_no_outcome(unit):
    dokumen = buat_dokumen(unit)
    sasaran = buat_simpul(dokumen, pernyataan="Melaksanakan sosialisasi")
    link_indikator(simpul=sasaran, indikator=buat_indikator(unit), by=None)
    activate_dokumen(dokumen=dokumen, by=None)
    hasil = tanya("rumusan-hasil", unit)
    assert hasil.saran is False
    assert "POH001" in hasil.catatan[0].keterangan


@pytest.mark.parametrize(
    ("pernyataan", "salah"),
    [
        ("Meningkatnya kualitas layanan", False),
        ("1. Terwujudnya kota cerdas", False),
        ("Penyusunan laporan", True),
        ("Tersusunnya laporan", True),
        ("", False),
    ],
)
def test_the_first_word_decides(pernyataan, salah):
    assert bool(faults_of(Simpul(jenis="sasaran", pernyataan=pernyataan))) is salah


def test_an_indicator_that_counts_meetings_is_not_smart():
    rencana = buat_unit_berencana(nama="Jumlah rapat koordinasi")
    assert tanya("indikator-smart", rencana.unit).saran is False


def test_a_decree_that_is_not_here_may_still_exist(rencana):
    assert tanya("iku-ditetapkan", rencana.unit).saran is None


def test_an_iku_of_the_decree_in_force_is_fixed(rencana):
    buat_rencana(
        rencana.unit, [[(rencana.indikator, None)]], jenis="iku", nama="Keputusan IKU", tahun_mulai=2025
    )
    assert tanya("iku-ditetapkan", rencana.unit).saran is True


def test_an_iku_outside_of_the_decree_is_not(rencana):
    lain = buat_indikator(rencana.unit)
    buat_rencana(rencana.unit, [[(lain, None)]], jenis="iku", nama="Keputusan IKU", tahun_mulai=2025)
    assert tanya("iku-ditetapkan", rencana.unit).saran is False


def buat_pohon(unit, langkah=5):
    baris = BarisPohon(kode="A", jenis="hasil", pernyataan="Warga sehat", langkah=langkah)
    return create_pohon_simpul(unit=unit, pohon="utama", tahun=2025, baris=baris, by=None)


def test_without_a_tree_the_steps_are_not_seen(unit):
    assert tanya("pohon-lima-langkah", unit).saran is None


@pytest.mark.parametrize(("langkah", "saran"), [(3, False), (5, True)])
def test_a_tree_has_reached_the_fifth_step_or_not(unit, langkah, saran):
    buat_pohon(unit, langkah)
    assert tanya("pohon-lima-langkah", unit).saran is saran


def test_without_proposals_crosscutting_is_not_seen(unit):
    buat_pohon(unit)
    assert tanya("crosscutting-diterima", unit).saran is None


@pytest.mark.parametrize(("status", "saran"), [("diusulkan", False), ("diterima", True)])
def test_a_proposal_counts_once_it_is_accepted(unit, status, saran):
    Crosscutting.objects.create(
        instansi=unit.instansi,
        simpul=buat_pohon(unit),
        unit_tujuan=buat_unit(unit.instansi),
        kebutuhan="Data keluarga",
        status=status,
        diusulkan_pada=timezone.now(),
        diputus_pada=timezone.now() if status == "diterima" else None,
    )
    assert tanya("crosscutting-diterima", unit).saran is saran


def buat_jabatan(unit, nomor):
    isi = {"kode": f"J{nomor}", "nama": f"Kepala Bidang {nomor}", "eselon": "III.b"}
    return create_jabatan(instansi=unit.instansi, unit=unit, berlaku_mulai=date(2020, 1, 1), by=None, **isi)


def test_without_a_matrix_the_roles_are_not_seen(unit):
    assert tanya("peran-hasil", unit).saran is None


@pytest.mark.parametrize(("n", "saran"), [(1, False), (2, True)])
def test_every_post_below_the_head_has_its_role(unit, n, saran):
    jabatan = [buat_jabatan(unit, i) for i in range(2)]
    simpul = buat_pohon(unit)
    for satu in jabatan[:n]:
        isi = {"jabatan": satu, "pohon_simpul": simpul, "cara": "langsung", "hasil": "Hasil"}
        PeranHasil.objects.create(instansi=unit.instansi, unit=unit, tahun=2025, **isi)
    assert tanya("peran-hasil", unit).saran is saran


def test_a_complete_indicator_is_smart(rencana):
    assert tanya("indikator-smart", rencana.unit).saran is True


@pytest.mark.parametrize("kosong", ["definisi", "rumus", "sumber", "pj_teks"])
def test_a_smart_indicator_lacks_nothing(kosong):
    rencana = buat_unit_berencana(**{kosong: ""})
    assert tanya("indikator-smart", rencana.unit).saran is False


def test_a_year_without_target_is_named(unit):
    dokumen = buat_dokumen(unit, tahun_mulai=2025, tahun_selesai=2026)
    link_indikator(simpul=buat_simpul(dokumen), indikator=buat_indikator(unit, **LENGKAP), by=None)
    activate_dokumen(dokumen=dokumen, by=None)
    assert tanya("target-lengkap", unit).catatan[0].keterangan == "belum ada: target 2025, target 2026"


def test_targets_of_every_year(rencana):
    assert tanya("target-lengkap", rencana.unit).saran is True


def test_a_main_indicator_that_stays_is_stable(rencana):
    assert tanya("iku-stabil", rencana.unit).saran is True


def test_a_main_indicator_that_measures_no_outcome_is_not_main(rencana):
    buat_indikator(rencana.unit, is_iku=True)
    hasil = tanya("iku-stabil", rencana.unit)
    assert (hasil.n, hasil.dari, hasil.saran) == (1, 2, False)


def test_a_formula_changed_within_the_plan_is_seen(rencana):
    update_indikator(indikator=rencana.indikator, sejak=date(2024, 1, 1), rumus="c dibagi d", by=None)
    hasil = tanya("iku-stabil", rencana.unit)
    assert (hasil.saran, "rumus" in hasil.catatan[0].keterangan) == (False, True)


def test_a_formula_changed_before_the_plan_is_history(rencana):
    update_indikator(indikator=rencana.indikator, sejak=date(2022, 1, 1), rumus="c dibagi d", by=None)
    assert tanya("iku-stabil", rencana.unit).saran is True


def test_a_replaced_main_indicator_is_seen(rencana):
    baru = replace_indikator(
        indikator=rencana.indikator,
        kode="IK-BARU",
        sejak=date(2025, 1, 1),
        unit=rencana.unit,
        nama="Indikator baru",
        is_iku=True,
        by=None,
    )
    hasil = tanya("iku-stabil", rencana.unit)
    assert hasil.saran is False
    assert baru.pengganti_dari == rencana.indikator
    assert "menggantikan indikator lain" in hasil.catatan[0].keterangan


def test_a_chain_from_rpjmd_to_activity_holds(rencana):
    hasil = tanya("penjenjangan", rencana.unit)
    assert (hasil.n, hasil.dari, hasil.saran) == (4, 4, True)


def test_a_plan_that_supports_nothing_is_broken_at_the_top():
    rencana = buat_unit_berencana(bertaut=False)
    hasil = tanya("penjenjangan", rencana.unit)
    assert hasil.saran is False
    assert "belum ditautkan ke RPJMD" in hasil.catatan[0].keterangan


def test_the_supporting_programme_belongs_to_no_sasaran(unit):
    dokumen = buat_dokumen(unit)
    buat_simpul(dokumen, jenis="program", kode="X.XX.01", pernyataan="Program penunjang")
    activate_dokumen(dokumen=dokumen, by=None)
    assert tanya("penjenjangan", unit).dari == 0


def pohon(unit, pemilik, kode, **isi):
    baris = BarisPohon(kode=kode, jenis="hasil", pernyataan="Kondisi", pemilik_unit=pemilik)
    return create_pohon_simpul(unit=unit, **{"pohon": "utama", "tahun": 2025, **isi}, baris=baris, by=None)


def test_a_condition_of_another_unit_in_the_tree_is_crosscutting(unit):
    pohon(unit, unit, "1")
    pohon(unit, buat_unit(unit.instansi), "2")
    assert tanya("lintas-unit", unit).saran is True


def test_a_thematic_tree_in_which_the_unit_takes_part_counts(unit):
    pemda = buat_unit(unit.instansi, jenis="pemda")
    pohon(pemda, unit, "1", pohon="tematik")
    pohon(pemda, buat_unit(unit.instansi), "2", pohon="tematik")
    assert tanya("lintas-unit", unit).saran is True


def test_a_tree_that_stays_within_the_unit_crosses_nothing(unit):
    pohon(unit, unit, "1")
    assert tanya("lintas-unit", unit).saran is False
