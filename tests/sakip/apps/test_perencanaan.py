"""Plans in versions, their nodes and targets, and the performance tree."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_jabatan, buat_unit
from tests.pabrik.perencanaan import buat_dokumen, buat_rencana, buat_simpul, buat_target, nilai

from kinerja.nilai import Nilai
from sakip.apps.perencanaan import galat, services
from sakip.apps.perencanaan.models import Dokumen, Simpul, Target
from sakip.apps.perencanaan.selectors import dokumen_of_indikator, pohon_dokumen, target_dokumen
from sakip.apps.perencanaan.services.target import HasilTarget
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return buat_unit()


@pytest.fixture
def indikator(unit):
    return buat_indikator(unit)


def test_a_new_version_supersedes_the_one_in_force(unit, indikator):
    lama = buat_rencana(unit, [[(indikator, 10)]])
    baru = services.revise_dokumen(dokumen=lama, nama="Renstra perubahan", by=None)
    services.activate_dokumen(dokumen=baru, by=None)
    assert [(satu.versi_ke, satu.status) for satu in Dokumen.objects.order_by("versi_ke")] == [
        (1, "diganti"), (2, "berlaku"),
    ]  # fmt: skip


def test_a_revision_keeps_nodes_links_targets_and_lineage(unit, indikator):
    dokumen = buat_dokumen(unit)
    tujuan = buat_simpul(dokumen, jenis="tujuan")
    sasaran = buat_simpul(dokumen, induk=tujuan)
    services.link_indikator(simpul=sasaran, indikator=indikator, by=None)
    buat_target(dokumen, indikator, 10)
    baru = services.revise_dokumen(
        dokumen=services.activate_dokumen(dokumen=dokumen, by=None), nama="Perubahan", by=None
    )
    akar = pohon_dokumen(baru)[0]
    assert (akar.simpul.asal, akar.anak[0].simpul.asal) == (tujuan.asal, sasaran.asal)
    assert akar.anak[0].indikator == [indikator]
    assert target_dokumen(baru)[indikator.pk][2025, None].angka == 10


def test_a_plan_in_force_is_not_edited(unit, indikator):
    dokumen = buat_rencana(unit, [[(indikator, 10)]])
    with pytest.raises(galat.DokumenTerkunci):
        buat_target(dokumen, indikator, 20)
    with pytest.raises(galat.DokumenTerkunci):
        buat_simpul(dokumen)


def test_a_correction_of_a_plan_in_force_says_why(unit, indikator):
    dokumen = buat_rencana(unit, [[(indikator, 10)]])
    assert buat_target(dokumen, indikator, 20, koreksi="Salah ketik terbitan").angka == 20


def test_a_superseded_plan_takes_no_correction(unit, indikator):
    lama = buat_rencana(unit, [[(indikator, 10)]])
    services.activate_dokumen(
        dokumen=services.revise_dokumen(dokumen=lama, nama="Perubahan", by=None), by=None
    )
    with pytest.raises(galat.DokumenTerkunci):
        buat_target(lama, indikator, 20, koreksi="Salah ketik")


def test_an_empty_plan_cannot_be_put_in_force(unit):
    with pytest.raises(galat.DokumenKosong):
        services.activate_dokumen(dokumen=buat_dokumen(unit), by=None)


def test_a_plan_is_put_in_force_once(unit, indikator):
    with pytest.raises(galat.LangkahTidakSah):
        services.activate_dokumen(dokumen=buat_rencana(unit, [[(indikator, 10)]]), by=None)


def test_the_database_keeps_one_version_in_force(unit, indikator):
    lama = buat_rencana(unit, [[(indikator, 10)]])
    services.revise_dokumen(dokumen=lama, nama="Perubahan", by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dokumen.objects.update(status="berlaku")


def test_a_node_hangs_below_a_higher_level(unit):
    dokumen = buat_dokumen(unit)
    program = buat_simpul(dokumen, jenis="program")
    with pytest.raises(galat.IndukTidakSah):
        buat_simpul(dokumen, jenis="tujuan", induk=program)


def test_a_node_hangs_below_one_of_its_own_document(unit):
    lain = buat_simpul(buat_dokumen(unit), jenis="tujuan")
    with pytest.raises(galat.IndukTidakSah):
        buat_simpul(buat_dokumen(unit), induk=lain)


def test_a_code_is_used_once_at_a_level(unit):
    dokumen = buat_dokumen(unit)
    buat_simpul(dokumen, jenis="program", kode="1.01.02")
    with pytest.raises(galat.KodeSimpulTerpakai):
        buat_simpul(dokumen, jenis="program", kode="1.01.02")


def test_a_node_with_children_stays(unit):
    dokumen = buat_dokumen(unit)
    tujuan = buat_simpul(dokumen, jenis="tujuan")
    buat_simpul(dokumen, induk=tujuan)
    with pytest.raises(galat.MasihPunyaAnak):
        services.remove_simpul(simpul=tujuan, by=None)


def test_an_indicator_is_linked_once(unit, indikator):
    simpul = buat_simpul(buat_dokumen(unit))
    services.link_indikator(simpul=simpul, indikator=indikator, by=None)
    with pytest.raises(galat.SudahTertaut):
        services.link_indikator(simpul=simpul, indikator=indikator, by=None)


def test_an_indicator_of_another_instansi_is_refused(unit):
    with pytest.raises(galat.BedaInstansi):
        services.link_indikator(simpul=buat_simpul(buat_dokumen(unit)), indikator=buat_indikator(), by=None)


@pytest.mark.parametrize("tahun", [2021, 2027])
def test_a_target_lies_within_the_period(unit, indikator, tahun):
    with pytest.raises(galat.TahunDiLuarPeriode):
        buat_target(buat_dokumen(unit), indikator, 10, tahun=tahun)


def test_no_target_is_no_row(unit, indikator):
    dokumen = buat_dokumen(unit)
    buat_target(dokumen, indikator, 10)
    services.set_target(dokumen=dokumen, indikator=indikator, tahun=2025, nilai=None, by=None)
    assert not Target.objects.exists()


def test_a_range_without_bounds_is_refused_by_the_database(unit, indikator):
    target = buat_target(buat_dokumen(unit), indikator, Nilai.rentang(Decimal(5), Decimal(6)))
    with pytest.raises(IntegrityError), transaction.atomic():
        Target.objects.filter(pk=target.pk).update(bawah=None)


def test_an_observer_writes_no_plan(unit):
    with pytest.raises(TidakBerwenang):
        services.create_dokumen(
            unit=unit,
            jenis="renstra",
            nama="Renstra",
            tahun_mulai=2025,
            tahun_selesai=2029,
            by=buat_pengguna("pengamat", unit=unit),
        )


def test_many_nodes_are_written_with_their_parents(unit):
    baris = [
        services.BarisSimpul("k", "kegiatan", "Kegiatan", induk="p"),
        services.BarisSimpul("p", "program", "Program"),
    ]
    hasil = services.add_simpul_bulk(dokumen=buat_dokumen(unit), baris=baris, by=None)
    assert hasil["k"].induk == hasil["p"]


def test_a_batch_that_hangs_in_the_air_writes_nothing(unit):
    baris = [services.BarisSimpul("k", "kegiatan", "Kegiatan", induk="tidak ada")]
    with pytest.raises(galat.IndukTidakSah):
        services.add_simpul_bulk(dokumen=buat_dokumen(unit), baris=baris, by=None)
    assert not Simpul.objects.exists()


def test_many_targets_tell_what_they_changed(unit, indikator):
    dokumen, lain = buat_dokumen(unit), buat_indikator(unit)
    lama = buat_target(dokumen, indikator, 10)
    baris = [services.BarisTarget(satu, 2025, nilai(20)) for satu in (indikator, lain)]
    hasil = services.set_target_bulk(dokumen=dokumen, baris=baris, by=None)
    assert (len(hasil.dibuat), [(pk, sebelum.angka) for pk, sebelum in hasil.diubah]) == (1, [(lama.pk, 10)])
    assert services.set_target_bulk(dokumen=dokumen, baris=baris, by=None) == HasilTarget((), ())


def test_the_documents_of_an_indicator_are_known(unit, indikator):
    dokumen = buat_rencana(unit, [[(indikator, 10)]])
    assert [satu for satu, _ in dokumen_of_indikator(indikator)] == [dokumen]


def test_a_tree_is_written_from_its_codes(unit, indikator):
    isi = services.IsiPohonIndikator("Angka harapan hidup", indikator=indikator)
    baris = [
        services.BarisPohon("1.1", "csf", "Layanan bersalin", induk="1"),
        services.BarisPohon("1", "hasil", "Menurunnya kematian ibu", indikator=(isi,)),
    ]
    hasil = services.create_pohon_bulk(unit=unit, pohon="utama", tahun=2025, baris=baris, by=None)
    assert (hasil["1.1"].induk, hasil["1"].indikator_set.get().indikator) == (hasil["1"], indikator)


def test_a_condition_is_linked_to_a_post_only_in_the_fifth_step(unit):
    baris = services.BarisPohon(
        "1", "hasil", "Menurunnya kematian ibu", langkah=3, pemilik_jabatan=buat_jabatan(unit)
    )
    with pytest.raises(galat.LangkahPohonBelumLima):
        services.create_pohon_simpul(unit=unit, pohon="utama", tahun=2025, baris=baris, by=None)
