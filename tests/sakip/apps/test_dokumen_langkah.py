"""The life of a document: submitted, returned, verified by another, in force, superseded; copies of it."""

from datetime import date
from decimal import Decimal

import pytest
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.pengukuran import buat_realisasi
from tests.pabrik.perencanaan import buat_dokumen, buat_rencana, buat_simpul, buat_target

from kinerja.nilai import read_value
from sakip.apps.perencanaan import galat, services
from sakip.apps.perencanaan.banding import compare_versi, diff_kata, load_versi
from sakip.apps.perencanaan.ejaan import eja
from sakip.apps.perencanaan.models import Dokumen, LangkahDokumen, PaguIndikatif, Simpul, Target
from sakip.apps.perencanaan.selectors import dokumen_pada
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return buat_unit()


@pytest.fixture
def penyusun(unit):
    return buat_pengguna("perencana_unit", unit=unit)


@pytest.fixture
def pemeriksa(unit):
    return buat_pengguna("perencana_instansi", instansi=unit.instansi)


@pytest.fixture
def draf(unit):
    dokumen = buat_dokumen(unit)
    buat_simpul(dokumen, pernyataan="Meningkatnya mutu layanan")
    return dokumen


def terverifikasi(draf, penyusun, pemeriksa):
    services.submit_dokumen(dokumen=draf, by=penyusun)
    return services.verify_dokumen(dokumen=draf, by=pemeriksa)


def test_a_plan_goes_from_draft_to_force_and_leaves_its_steps(draf, penyusun, pemeriksa):
    dokumen = terverifikasi(draf, penyusun, pemeriksa)
    services.activate_dokumen(
        dokumen=dokumen, by=pemeriksa, dasar="Perwal 1/2025", ditetapkan_pada=date(2025, 3, 1)
    )
    langkah = LangkahDokumen.objects.filter(dokumen=draf).values_list("langkah", flat=True)
    assert list(langkah) == ["dibuat", "ajukan", "verifikasi", "berlakukan"]


def test_a_submitted_plan_is_not_edited(draf, penyusun):
    services.submit_dokumen(dokumen=draf, by=penyusun)
    with pytest.raises(galat.DokumenTerkunci, match="Tarik kembali"):
        buat_simpul(draf)


def test_who_submits_does_not_verify(draf, pemeriksa):
    services.submit_dokumen(dokumen=draf, by=pemeriksa)
    with pytest.raises(galat.PengajuMemverifikasi):
        services.verify_dokumen(dokumen=draf, by=pemeriksa)


def test_a_unit_planner_does_not_verify(draf, penyusun):
    services.submit_dokumen(dokumen=draf, by=penyusun)
    with pytest.raises(TidakBerwenang):
        services.verify_dokumen(dokumen=draf, by=penyusun)


def test_a_return_needs_a_reason_and_opens_the_draft_again(draf, penyusun, pemeriksa):
    services.submit_dokumen(dokumen=draf, by=penyusun)
    with pytest.raises(galat.IsianKosong):
        services.return_dokumen(dokumen=draf, catatan=" ", by=pemeriksa)
    services.return_dokumen(dokumen=draf, catatan="Indikator belum ada", by=pemeriksa)
    assert buat_simpul(draf).dokumen_id == draf.pk


def test_the_second_click_is_told_the_state(draf, penyusun):
    services.submit_dokumen(dokumen=draf, by=penyusun)
    with pytest.raises(galat.LangkahTidakSah, match="diajukan"):
        services.submit_dokumen(dokumen=draf, by=penyusun)


def test_a_plan_is_withdrawn_before_it_is_verified(draf, penyusun):
    services.submit_dokumen(dokumen=draf, by=penyusun)
    assert services.withdraw_dokumen(dokumen=draf, by=penyusun).status == "draf"


@pytest.mark.parametrize(("dasar", "pada"), [("", date(2025, 3, 1)), ("Perwal 1", None)])
def test_a_person_puts_in_force_with_basis_and_date(draf, penyusun, pemeriksa, dasar, pada):
    dokumen = terverifikasi(draf, penyusun, pemeriksa)
    with pytest.raises(galat.DasarBelumLengkap):
        services.activate_dokumen(dokumen=dokumen, by=pemeriksa, dasar=dasar, ditetapkan_pada=pada)


def test_a_person_does_not_skip_verification(draf, pemeriksa):
    with pytest.raises(galat.LangkahTidakSah):
        services.activate_dokumen(
            dokumen=draf, by=pemeriksa, dasar="Perwal 1", ditetapkan_pada=date(2025, 3, 1)
        )


def test_submitting_mails_those_who_verify(
    draf, penyusun, pemeriksa, mailoutbox, django_capture_on_commit_callbacks
):
    pemeriksa.email = "pemeriksa@contoh.test"
    pemeriksa.save(update_fields=["email"])
    with django_capture_on_commit_callbacks(execute=True):
        services.submit_dokumen(dokumen=draf, by=penyusun)
    assert [surel.to for surel in mailoutbox] == [["pemeriksa@contoh.test"]]


@pytest.fixture
def dua_versi(draf):
    services.activate_dokumen(dokumen=draf, by=None, ditetapkan_pada=date(2022, 1, 10))
    baru = services.revise_dokumen(dokumen=draf, nama="Perubahan", by=None)
    return draf, services.activate_dokumen(dokumen=baru, by=None, ditetapkan_pada=date(2024, 5, 1))


@pytest.mark.parametrize(
    ("hari", "versi"),
    [(date(2021, 12, 31), []), (date(2024, 4, 30), [1]), (date(2024, 5, 1), [2]), (date(2027, 1, 1), [])],
)
def test_what_was_in_force_on_a_day(unit, dua_versi, hari, versi):
    assert [d.versi_ke for d in dokumen_pada([unit.pk], hari)] == versi


def test_a_version_is_not_fixed_before_the_one_it_supersedes(draf):
    services.activate_dokumen(dokumen=draf, by=None, ditetapkan_pada=date(2024, 1, 10))
    baru = services.revise_dokumen(dokumen=draf, nama="Perubahan", by=None)
    with pytest.raises(galat.TanggalMundur):
        services.activate_dokumen(dokumen=baru, by=None, ditetapkan_pada=date(2023, 1, 1))


def test_a_period_has_one_unfinished_version(dua_versi):
    services.revise_dokumen(dokumen=dua_versi[1], nama="Perubahan 2", by=None)
    with pytest.raises(galat.VersiMasihBerjalan):
        services.revise_dokumen(dokumen=dua_versi[1], nama="Perubahan 3", by=None)


def test_a_revision_keeps_ceilings_and_says_where_it_comes_from(unit):
    dokumen = buat_dokumen(unit)
    program = buat_simpul(dokumen, jenis="program")
    services.set_pagu(simpul=program, tahun=2025, jumlah=Decimal(500), by=None)
    services.activate_dokumen(dokumen=dokumen, by=None)
    baru = services.revise_dokumen(dokumen=dokumen, nama="Perubahan", by=None)
    assert (baru.turunan_dari, PaguIndikatif.objects.get(dokumen=baru).jumlah) == (dokumen, 500)


@pytest.mark.parametrize(("dengan_target", "tahun"), [(False, []), (True, [2030])])
def test_a_new_period_keeps_lineage_and_shifts_targets_when_asked(unit, dengan_target, tahun):
    lama = buat_rencana(unit, [[(buat_indikator(unit), 10)]])
    baru = services.carry_over(
        dokumen=lama, nama="Renstra 2027-2031", tahun_mulai=2027, tahun_selesai=2031, by=None,
        dengan_target=dengan_target,
    )  # fmt: skip
    asal = [set(Simpul.objects.filter(dokumen=d).values_list("asal", flat=True)) for d in (lama, baru)]
    assert asal[0] == asal[1]
    assert list(Target.objects.filter(dokumen=baru).values_list("tahun", flat=True)) == tahun


def test_the_same_period_is_revised_not_carried_over(draf):
    with pytest.raises(galat.PeriodeSama):
        services.carry_over(dokumen=draf, nama="X", tahun_mulai=2022, tahun_selesai=2026, by=None)


def test_a_stale_edit_is_refused_with_what_the_other_wrote(draf):
    simpul = draf.simpul_set.get()
    isi = services.IsiSimpul(pernyataan="Tulisan saya", sidik="usang")
    with pytest.raises(galat.SimpulBerubah, match="Meningkatnya mutu layanan"):
        services.update_simpul(simpul=simpul, isi=isi, by=None)


def test_siblings_change_places(draf):
    dua = buat_simpul(draf)
    services.move_simpul(simpul=dua, arah="naik", by=None)
    assert draf.simpul_set.order_by("urutan").first() == dua


def test_a_node_moves_below_the_one_before_it_and_out_again(unit):
    dokumen = buat_dokumen(unit)
    tujuan = buat_simpul(dokumen, jenis="tujuan")
    sasaran = buat_simpul(dokumen)
    assert services.move_simpul(simpul=sasaran, arah="masuk", by=None).induk_id == tujuan.pk
    assert services.move_simpul(simpul=sasaran, arah="keluar", by=None).induk_id is None


def test_a_node_whose_indicator_has_results_stays(unit, draf):
    indikator = buat_indikator(unit)
    simpul = draf.simpul_set.get()
    services.link_indikator(simpul=simpul, indikator=indikator, by=None)
    buat_realisasi(indikator, 5)
    with pytest.raises(galat.SimpulDipakai, match="realisasi"):
        services.remove_simpul(simpul=simpul, by=None)


def test_unlinking_the_last_use_takes_the_targets_along(unit, draf):
    indikator = buat_indikator(unit)
    simpul = draf.simpul_set.get()
    services.link_indikator(simpul=simpul, indikator=indikator, by=None)
    buat_target(draf, indikator, 10)
    services.unlink_indikator(simpul=simpul, indikator=indikator, by=None)
    assert not Target.objects.exists()


def test_only_programmes_have_a_ceiling(draf):
    with pytest.raises(galat.PaguBukanProgram):
        services.set_pagu(simpul=draf.simpul_set.get(), tahun=2025, jumlah=Decimal(1), by=None)


def test_a_cell_somebody_else_changed_is_left_and_reported(unit, draf):
    indikator = buat_indikator(unit)
    buat_target(draf, indikator, 10)
    ubah = services.UbahTarget(indikator, 2025, "", read_value("12"))
    hasil = services.save_kisi(dokumen=draf, target=[ubah], pagu=[], by=None)
    assert (hasil.tersimpan, hasil.bentrok) == (0, {(str(indikator.uid), 2025, None): "10"})


def test_a_draft_is_thrown_away_with_its_tree(draf):
    buat_simpul(draf, jenis="program", induk=draf.simpul_set.get())
    services.discard_dokumen(dokumen=draf, by=None)
    assert not Dokumen.objects.exists()


def test_versions_are_compared_node_by_node(dua_versi):
    lama, _ = dua_versi
    ketiga = services.revise_dokumen(dokumen=lama, nama="Ketiga", by=None)
    satu = ketiga.simpul_set.get()
    isi = services.IsiSimpul(pernyataan="Meningkatnya mutu pelayanan")
    services.update_simpul(simpul=satu, isi=isi, by=None)
    buat_simpul(ketiga, pernyataan="Hal baru")
    hasil = compare_versi(load_versi(lama), load_versi(ketiga))
    assert [(b.keadaan.value, b.simpul.pernyataan) for b in hasil] == [
        ("ubah", "Meningkatnya mutu pelayanan"), ("tambah", "Hal baru"),
    ]  # fmt: skip


def test_words_are_compared_one_by_one():
    assert [(p.keadaan.value, p.teks) for p in diff_kata("mutu layanan naik", "mutu pelayanan naik")] == [
        ("sama", "mutu"), ("hapus", "layanan"), ("tambah", "pelayanan"), ("sama", "naik"),
    ]  # fmt: skip


def test_a_number_is_spelled_with_indonesian_separators_whatever_was_printed():
    assert [eja(read_value(teks)) for teks in ("75.58", "75,58", "< 5", "WTP")] == [
        "75,58",
        "75,58",
        "< 5",
        "WTP",
    ]


def iku_berlaku(unit, indikator, hari):
    dokumen = buat_dokumen(unit, jenis="iku", nama=f"IKU {hari}")
    services.link_indikator(simpul=buat_simpul(dokumen), indikator=indikator, by=None)
    services.activate_dokumen(dokumen=dokumen, by=None, ditetapkan_pada=hari)


def tanda(indikator):
    return indikator.versi.order_by("-berlaku_mulai").first().is_iku


def test_an_iku_decree_in_force_marks_its_indicators(unit, penyusun, pemeriksa):
    masuk, luar = buat_indikator(unit), buat_indikator(unit)
    dokumen = buat_dokumen(unit, jenis="iku")
    services.link_indikator(simpul=buat_simpul(dokumen), indikator=masuk, by=None)
    terverifikasi(dokumen, penyusun, pemeriksa)
    services.activate_dokumen(
        dokumen=dokumen, by=pemeriksa, dasar="Keputusan 1", ditetapkan_pada=date(2025, 3, 1)
    )
    assert (tanda(masuk), tanda(luar)) == (True, False)


def test_an_indicator_that_the_next_decree_leaves_out_loses_its_mark(unit):
    lama, baru = buat_indikator(unit), buat_indikator(unit)
    iku_berlaku(unit, lama, date(2025, 3, 1))
    iku_berlaku(unit, baru, date(2026, 3, 1))
    assert (tanda(lama), tanda(baru)) == (False, True)


def test_another_plan_in_force_marks_nothing(unit):
    indikator = buat_indikator(unit)
    buat_rencana(unit, [[(indikator, 10)]])
    assert not tanda(indikator)
