"""Units and posts change over time; every reading can be asked as of a day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from tests.pabrik.accounts import buat_operator, buat_pengguna
from tests.pabrik.organisasi import MULAI, buat_instansi, buat_jabatan, buat_jadwal, buat_unit

from sakip.platform.audit.models import Catatan
from sakip.platform.organisasi.galat import (
    AdaPerubahanSesudahnya,
    BedaInstansi,
    IsianKosong,
    JabatanTidakBerlaku,
    KepalaGanda,
    KodeTerpakai,
    MasihPunyaAnak,
    PeralihanTidakSah,
    SusunanMelingkar,
    TanggalTerbalik,
    TriwulanSalah,
    UnitTidakBerlaku,
)
from sakip.platform.organisasi.models import Instansi, JabatanVersi, Jadwal, SifatData, Unit, UnitVersi
from sakip.platform.organisasi.selectors import (
    flatten,
    get_unit,
    jabatan_versi_pada,
    jadwal_tahun,
    kepala_unit,
    pendahulu,
    penerus,
    pohon_unit,
    subtree_ids,
    unit_versi_pada,
    unit_versi_terakhir,
    versi_unit,
)
from sakip.platform.organisasi.services import (
    create_instansi,
    delete_jadwal,
    end_jabatan,
    end_unit,
    merge_units,
    move_unit,
    rename_unit,
    reopen_unit,
    save_jadwal,
    set_entitas_sakip,
    split_unit,
    succeed_unit,
    update_instansi,
    update_jabatan,
)
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db
AKHIR_2025, AWAL_2026 = date(2025, 12, 31), date(2026, 1, 1)


@pytest.fixture
def instansi():
    return buat_instansi()


@pytest.fixture
def dinas(instansi):
    return buat_unit(instansi, kode="DINKES", nama="Dinas Kesehatan")


@pytest.fixture
def bidang(dinas):
    return buat_unit(induk=dinas, kode="P2P", nama="Bidang P2P", jenis="bidang")


def nama_pada(unit, tanggal):
    return unit_versi_pada(unit.instansi, tanggal)[unit.pk].nama


# --- units ------------------------------------------------------------------------------------------


def test_a_new_name_holds_from_its_day_on(dinas):
    rename_unit(unit=dinas, nama="Dinas Kesehatan dan KB", sejak=AWAL_2026, by=None)
    assert nama_pada(dinas, AKHIR_2025) == "Dinas Kesehatan"
    assert nama_pada(dinas, AWAL_2026) == "Dinas Kesehatan dan KB"


def test_a_correction_on_the_first_day_makes_no_new_version(dinas):
    rename_unit(unit=dinas, nama="Dinas  Kesehatan Kota ", sejak=MULAI, by=None)
    assert [versi.nama for versi in dinas.versi.all()] == ["Dinas Kesehatan Kota"]


def test_a_change_in_the_middle_keeps_the_later_versions(dinas):
    rename_unit(unit=dinas, nama="C", sejak=date(2026, 1, 1), by=None)
    rename_unit(unit=dinas, nama="B", sejak=date(2024, 1, 1), by=None)
    assert [nama_pada(dinas, date(tahun, 6, 1)) for tahun in (2023, 2025, 2026)] == [
        "Dinas Kesehatan",
        "B",
        "C",
    ]


def test_a_change_that_changes_nothing_leaves_no_trace(dinas):
    rename_unit(unit=dinas, nama="Dinas Kesehatan", sejak=AWAL_2026, by=None)
    assert dinas.versi.count() == 1
    assert not Catatan.objects.filter(aksi="organisasi.unit.diubah").exists()


def test_the_trail_tells_old_and_new(dinas):
    rename_unit(unit=dinas, singkatan="DKK", sejak=AWAL_2026, by=None)
    perubahan = Catatan.objects.get(aksi="organisasi.unit.diubah").perubahan
    assert perubahan == {"singkatan": ["", "DKK"], "sejak": "2026-01-01"}


def test_a_unit_cannot_change_before_it_began(dinas):
    with pytest.raises(UnitTidakBerlaku, match="31 Desember 2019"):
        rename_unit(unit=dinas, nama="Lain", sejak=date(2019, 12, 31), by=None)


def test_a_name_may_not_be_blank(dinas):
    with pytest.raises(IsianKosong) as galat:
        rename_unit(unit=dinas, nama="  ", sejak=AWAL_2026, by=None)
    assert galat.value.bidang == "nama"


def test_an_unknown_kind_is_refused(dinas):
    with pytest.raises(ValidationError):
        rename_unit(unit=dinas, jenis="kerajaan", sejak=AWAL_2026, by=None)


def test_a_code_is_used_once_in_an_instansi_however_it_is_written(instansi, dinas):
    with pytest.raises(KodeTerpakai, match="dinkes"):
        buat_unit(instansi, kode="dinkes")
    assert buat_unit(kode="DINKES")


def test_a_parent_of_another_instansi_is_refused(instansi):
    with pytest.raises(BedaInstansi):
        buat_unit(instansi, induk=buat_unit())


def test_a_parent_must_exist_on_the_childs_first_day(dinas):
    with pytest.raises(UnitTidakBerlaku):
        buat_unit(induk=dinas, berlaku_mulai=date(2019, 1, 1))


def test_a_moved_unit_hangs_under_its_new_parent_from_its_day_on(instansi, dinas, bidang):
    lain = buat_unit(instansi)
    move_unit(unit=bidang, induk=lain, sejak=AWAL_2026, by=None)
    assert bidang.pk in subtree_ids(instansi, [dinas.pk], AKHIR_2025)
    assert subtree_ids(instansi, [lain.pk], AWAL_2026) == {lain.pk, bidang.pk}


def test_a_unit_cannot_move_below_itself(dinas, bidang):
    with pytest.raises(SusunanMelingkar):
        move_unit(unit=dinas, induk=bidang, sejak=AWAL_2026, by=None)


def test_a_circle_that_would_close_only_later_is_refused_too(instansi, dinas, bidang):
    lain = buat_unit(instansi)
    move_unit(unit=lain, induk=bidang, sejak=AWAL_2026, by=None)
    with pytest.raises(SusunanMelingkar, match="1 Januari 2026"):
        move_unit(unit=dinas, induk=lain, sejak=date(2025, 1, 1), by=None)


def test_an_ended_unit_is_gone_on_its_day_and_kept_before(dinas):
    end_unit(unit=dinas, tanggal=AWAL_2026, by=None)
    assert dinas.pk in unit_versi_pada(dinas.instansi, AKHIR_2025)
    assert dinas.pk not in unit_versi_pada(dinas.instansi, AWAL_2026)
    assert unit_versi_terakhir(dinas.instansi, AWAL_2026)[dinas.pk].nama == "Dinas Kesehatan"


def test_a_unit_with_living_children_cannot_end(dinas, bidang):
    with pytest.raises(MasihPunyaAnak, match="P2P"):
        end_unit(unit=dinas, tanggal=AWAL_2026, by=None)


def test_a_unit_whose_children_have_ended_can_end(dinas, bidang):
    end_unit(unit=bidang, tanggal=AWAL_2026, by=None)
    assert end_unit(unit=dinas, tanggal=AWAL_2026, by=None)


def test_posts_end_with_their_unit(dinas):
    buat_jabatan(dinas)
    end_unit(unit=dinas, tanggal=AWAL_2026, by=None)
    assert not jabatan_versi_pada(dinas.instansi, AWAL_2026).exists()


@pytest.mark.parametrize("tanggal", [MULAI, date(2019, 1, 1)])
def test_a_unit_cannot_end_before_it_began(dinas, tanggal):
    with pytest.raises(TanggalTerbalik):
        end_unit(unit=dinas, tanggal=tanggal, by=None)


def test_a_unit_cannot_end_before_a_change_already_entered(dinas):
    rename_unit(unit=dinas, nama="Baru", sejak=AWAL_2026, by=None)
    with pytest.raises(AdaPerubahanSesudahnya):
        end_unit(unit=dinas, tanggal=date(2025, 6, 1), by=None)


def test_a_unit_ends_once(dinas):
    end_unit(unit=dinas, tanggal=AWAL_2026, by=None)
    with pytest.raises(UnitTidakBerlaku):
        end_unit(unit=dinas, tanggal=date(2026, 6, 1), by=None)


def test_whether_a_unit_reports_is_its_own_switch(dinas):
    assert not set_entitas_sakip(unit=dinas, entitas_sakip=False, by=None).entitas_sakip


# --- succession -------------------------------------------------------------------------------------


def test_merged_units_end_and_are_predecessors_of_the_new_one(instansi, dinas):
    lain, baru = buat_unit(instansi), buat_unit(instansi, berlaku_mulai=AWAL_2026)
    merge_units(dari=[dinas, lain], ke=baru, tanggal=AWAL_2026, by=None, dasar="Perda 1/2026")
    assert {peralihan.dari for peralihan in pendahulu(baru)} == {dinas, lain}
    assert set(unit_versi_pada(instansi, AWAL_2026)) == {baru.pk}


def test_children_of_merged_units_move_along(instansi, dinas, bidang):
    baru = buat_unit(instansi, berlaku_mulai=AWAL_2026)
    merge_units(dari=[dinas], ke=baru, tanggal=AWAL_2026, by=None)
    assert unit_versi_pada(instansi, AWAL_2026)[bidang.pk].induk == baru


def test_a_unit_does_not_merge_into_itself(dinas):
    with pytest.raises(PeralihanTidakSah):
        merge_units(dari=[dinas], ke=dinas, tanggal=AWAL_2026, by=None)


def test_a_merge_needs_somebody_to_merge(dinas):
    with pytest.raises(PeralihanTidakSah):
        merge_units(dari=[], ke=dinas, tanggal=AWAL_2026, by=None)


def test_a_unit_merges_only_into_one_that_exists_by_then(instansi, dinas):
    nanti = buat_unit(instansi, berlaku_mulai=date(2027, 1, 1))
    with pytest.raises(UnitTidakBerlaku):
        merge_units(dari=[dinas], ke=nanti, tanggal=AWAL_2026, by=None)
    assert dinas.pk in unit_versi_pada(instansi, AWAL_2026)


def test_a_split_unit_ends_and_continues_in_both(instansi, dinas):
    bagian = [buat_unit(instansi, berlaku_mulai=AWAL_2026) for _ in range(2)]
    split_unit(unit=dinas, ke=bagian, tanggal=AWAL_2026, by=None)
    assert {peralihan.ke for peralihan in penerus(dinas)} == set(bagian)
    assert set(unit_versi_pada(instansi, AWAL_2026)) == {unit.pk for unit in bagian}


def test_a_unit_may_stay_beside_the_one_split_from_it(instansi, dinas):
    baru = buat_unit(instansi, berlaku_mulai=AWAL_2026)
    split_unit(unit=dinas, ke=[baru], tanggal=AWAL_2026, tetap=True, by=None)
    assert set(unit_versi_pada(instansi, AWAL_2026)) == {dinas.pk, baru.pk}


def test_a_split_into_one_is_no_split(instansi, dinas):
    with pytest.raises(PeralihanTidakSah):
        split_unit(unit=dinas, ke=[buat_unit(instansi)], tanggal=AWAL_2026, by=None)


def test_a_refused_split_leaves_nothing_behind(instansi, dinas, bidang):
    bagian = [buat_unit(instansi) for _ in range(2)]
    with pytest.raises(MasihPunyaAnak):
        split_unit(unit=dinas, ke=bagian, tanggal=AWAL_2026, by=None)
    assert penerus(dinas) == []


def test_a_unit_may_get_a_new_identity(instansi, dinas, bidang):
    baru = buat_unit(instansi, berlaku_mulai=AWAL_2026)
    peralihan = succeed_unit(dari=dinas, ke=baru, tanggal=AWAL_2026, by=None)
    assert peralihan.jenis == "ganti_nama"
    assert subtree_ids(instansi, [baru.pk], AWAL_2026) == {baru.pk, bidang.pk}


def test_an_end_entered_by_mistake_can_be_taken_back(instansi, dinas):
    baru = buat_unit(instansi)
    merge_units(dari=[dinas], ke=baru, tanggal=AWAL_2026, by=None)
    reopen_unit(unit=dinas, by=None)
    assert dinas.pk in unit_versi_pada(instansi, AWAL_2026)
    assert pendahulu(baru) == []


def test_a_unit_that_has_not_ended_cannot_be_reopened(dinas):
    with pytest.raises(PeralihanTidakSah, match="belum diakhiri"):
        reopen_unit(unit=dinas, by=None)


# --- reading ----------------------------------------------------------------------------------------


def test_the_tree_is_read_with_one_query(instansi, dinas, bidang, django_assert_num_queries):
    with django_assert_num_queries(1):
        baris = flatten(pohon_unit(instansi, AWAL_2026))
        assert [(satu.unit.kode, satu.kedalaman) for satu in baris] == [("DINKES", 0), ("P2P", 1)]


def test_a_subtree_is_read_with_one_query(instansi, dinas, bidang, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert subtree_ids(instansi, [dinas.pk], AWAL_2026) == {dinas.pk, bidang.pk}


def test_a_subtree_never_leaves_the_instansi(dinas):
    assert subtree_ids(buat_instansi(), [dinas.pk], AWAL_2026) == set()


def test_the_subtree_of_nothing_is_nothing(instansi):
    assert subtree_ids(instansi, [], AWAL_2026) == set()


def test_a_unit_is_found_by_code_or_abbreviation(instansi):
    unit = buat_unit(instansi, kode="1.02", singkatan="RSUD")
    assert get_unit(instansi, "1.02") == get_unit(instansi, "rsud") == unit
    with pytest.raises(Unit.DoesNotExist):
        get_unit(instansi, "TIDAKADA")


@pytest.mark.parametrize(
    ("tahun", "nama"), [(2019, "Dinas Kesehatan"), (2021, "Dinas Kesehatan"), (2027, "Baru")]
)
def test_one_units_version_is_the_nearest_known(dinas, tahun, nama):
    rename_unit(unit=dinas, nama="Baru", sejak=AWAL_2026, by=None)
    end_unit(unit=dinas, tanggal=date(2026, 6, 1), by=None)
    assert versi_unit(dinas, date(tahun, 7, 1)).nama == nama


# --- posts ------------------------------------------------------------------------------------------


def test_a_unit_has_one_head_at_a_time(dinas):
    kepala = buat_jabatan(dinas, nama="Kepala Dinas", kepala=True)
    with pytest.raises(KepalaGanda, match="Kepala Dinas"):
        buat_jabatan(dinas, kepala=True)
    end_jabatan(jabatan=kepala, tanggal=AWAL_2026, by=None)
    baru = buat_jabatan(dinas, kepala=True, berlaku_mulai=AWAL_2026)
    assert [kepala_unit(dinas, hari).jabatan for hari in (AKHIR_2025, AWAL_2026)] == [kepala, baru]


def test_a_post_changes_from_a_day_on(dinas):
    jabatan = buat_jabatan(dinas, nama="Kepala Dinas")
    update_jabatan(jabatan=jabatan, nama="Kepala Dinas Kesehatan", eselon="II.b", sejak=AWAL_2026, by=None)
    assert [versi.nama for versi in jabatan.versi.all()] == ["Kepala Dinas", "Kepala Dinas Kesehatan"]


def test_a_post_cannot_be_its_superiors_superior(dinas):
    atasan = buat_jabatan(dinas)
    bawahan = buat_jabatan(dinas, atasan=atasan)
    with pytest.raises(SusunanMelingkar):
        update_jabatan(jabatan=atasan, atasan=bawahan, sejak=AWAL_2026, by=None)


def test_a_post_that_has_ended_cannot_change(dinas):
    jabatan = buat_jabatan(dinas)
    end_jabatan(jabatan=jabatan, tanggal=AWAL_2026, by=None)
    with pytest.raises(JabatanTidakBerlaku):
        update_jabatan(jabatan=jabatan, nama="Lain", sejak=AWAL_2026, by=None)


# --- calendar and instansi --------------------------------------------------------------------------


def test_the_calendar_of_a_year_is_in_order_of_opening(instansi):
    dua = buat_jadwal(instansi, triwulan=2, buka=date(2026, 7, 1), tutup=date(2026, 7, 10))
    satu = buat_jadwal(instansi)
    buat_jadwal(instansi, tahun=2025)
    assert jadwal_tahun(instansi, 2026) == [satu, dua]


def test_a_window_does_not_close_before_it_opens(instansi):
    with pytest.raises(TanggalTerbalik):
        buat_jadwal(instansi, tutup=date(2026, 3, 1))


def test_there_is_no_fifth_quarter(instansi):
    with pytest.raises(TriwulanSalah):
        buat_jadwal(instansi, triwulan=5)


def test_a_window_can_be_changed_and_taken_away(instansi):
    jadwal = buat_jadwal(instansi)
    isi = {"tahun": 2026, "jenis": jadwal.jenis, "buka": jadwal.buka, "tutup": date(2026, 4, 20)}
    assert save_jadwal(instansi=instansi, jadwal=jadwal, **isi, by=None).pk == jadwal.pk
    delete_jadwal(jadwal=jadwal, by=None)
    assert not Jadwal.objects.exists()
    assert Catatan.objects.get(aksi="organisasi.jadwal.dihapus").perubahan["tutup"] == "2026-04-20"


def test_only_the_operator_makes_an_instansi(instansi):
    isi = {"kode_wilayah": "88.01", "nama": "Kota Lain"}
    with pytest.raises(TidakBerwenang):
        create_instansi(**isi, by=buat_pengguna("admin_instansi", instansi=instansi))
    assert create_instansi(**isi, by=buat_operator())


def test_a_kode_wilayah_names_one_instansi(instansi):
    with pytest.raises(KodeTerpakai):
        create_instansi(kode_wilayah=instansi.kode_wilayah, nama="Kota Lain", by=None)


def test_an_admin_cannot_take_the_mark_off_example_data():
    admin = buat_pengguna("admin_instansi", instansi=buat_instansi(sifat_data=SifatData.CONTOH))
    with pytest.raises(TidakBerwenang):
        update_instansi(instansi=admin.instansi, sifat_data=SifatData.RESMI, by=admin)
    assert update_instansi(instansi=admin.instansi, nama="Kota Baru", by=admin).nama == "Kota Baru"


# --- the wall and the database ----------------------------------------------------------------------


def test_an_admin_changes_nothing_in_another_instansi(dinas):
    admin = buat_pengguna("admin_instansi")
    with pytest.raises(TidakBerwenang):
        rename_unit(unit=dinas, nama="Lain", sejak=AWAL_2026, by=admin)
    with pytest.raises(TidakBerwenang):
        delete_jadwal(jadwal=buat_jadwal(dinas.instansi), by=admin)


@pytest.mark.parametrize(
    "peran", ["perencana_unit", "pimpinan_unit", "pengamat", "apip", "perencana_instansi"]
)
def test_only_an_admin_changes_units_and_posts(dinas, peran):
    pengguna = buat_pengguna(peran, unit=dinas)
    for langkah in (
        lambda: rename_unit(unit=dinas, nama="Lain", sejak=AWAL_2026, by=pengguna),
        lambda: move_unit(unit=dinas, induk=None, sejak=AWAL_2026, by=pengguna),
        lambda: end_unit(unit=dinas, tanggal=AWAL_2026, by=pengguna),
    ):
        with pytest.raises(TidakBerwenang):
            langkah()


@pytest.mark.parametrize("model", [UnitVersi, JabatanVersi])
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no exclusion constraints")
def test_the_database_refuses_overlapping_versions(dinas, model):
    buat_jabatan(dinas)
    versi = model.objects.get()
    versi.pk, versi.berlaku_mulai = None, AWAL_2026
    with pytest.raises(IntegrityError, match="tidak_tumpang"), transaction.atomic():
        versi.save(force_insert=True)


def test_the_database_refuses_a_validity_that_ends_before_it_begins(dinas):
    with pytest.raises(IntegrityError), transaction.atomic():
        dinas.versi.update(berlaku_sampai=MULAI)


def test_an_instansi_is_found_by_its_kode(instansi):
    assert Instansi.objects.get(kode_wilayah=instansi.kode_wilayah) == instansi
