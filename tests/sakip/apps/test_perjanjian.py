"""Agreements: signed, kept as signed, and revised for a lawful reason."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.perencanaan import buat_dokumen, buat_target, nilai
from tests.pabrik.perjanjian import buat_pk

from sakip.apps.perjanjian import galat, penjaga, services
from sakip.apps.perjanjian.models import PerjanjianKinerja, PKBaris, PKProgram
from sakip.apps.perjanjian.selectors import pk_berlaku, riwayat_pk
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return buat_unit()


@pytest.fixture
def indikator(unit):
    return buat_indikator(unit)


def _isi(indikator, **isi):
    bawaan = {"sasaran_teks": "Sasaran", "indikator_teks": "Indikator", "nilai": nilai(10)}
    return services.IsiBaris(indikator=indikator, **{**bawaan, **isi})


def test_the_first_agreement_of_a_year_is_made_once(unit, indikator):
    buat_pk(unit, [(indikator, 10)])
    with pytest.raises(galat.PKSudahAda):
        buat_pk(unit, [(indikator, 10)])


def test_an_empty_agreement_is_not_signed(unit):
    with pytest.raises(galat.PKKosong):
        buat_pk(unit, [])


def test_an_indicator_is_promised_once(unit, indikator):
    with pytest.raises(galat.IndikatorGanda):
        buat_pk(unit, [(indikator, 10), (indikator, 20)])
    assert not PerjanjianKinerja.objects.exists()


def test_an_indicator_of_another_instansi_is_refused(unit):
    with pytest.raises(galat.BedaInstansi):
        buat_pk(unit, [(buat_indikator(), 10)])


def test_a_promise_without_a_target_says_so(unit, indikator):
    assert buat_pk(unit, [(indikator, None)]).baris_set.get().ada_target is False


def test_a_signed_agreement_takes_no_more_rows(unit, indikator):
    pk = buat_pk(unit, [(indikator, 10)])
    with pytest.raises(galat.PKTerkunci):
        services.add_pk_baris(pk=pk, baris=[_isi(buat_indikator(unit))], by=None)
    with pytest.raises(galat.PKTerkunci):
        services.add_pk_program(pk=pk, program=[services.IsiProgram("Program")], by=None)


def test_a_revision_replaces_and_keeps_the_former_one(unit, indikator):
    pk = buat_pk(unit, [(indikator, 10)])
    baru = services.revise_pk(pk=pk, pemicu="perubahan_strategi", by=None)
    services.activate_pk(pk=baru, by=None)
    assert [(satu.versi_ke, satu.status) for satu in riwayat_pk(baru)] == [(2, "berlaku"), (1, "diganti")]
    assert pk_berlaku(unit, 2025) == baru
    assert [baris.angka for baris in PKBaris.objects.order_by("id")] == [10, 10]


@pytest.mark.parametrize("pemicu", ["", "ingin saja"])
def test_a_revision_needs_one_of_the_three_reasons(unit, indikator, pemicu):
    with pytest.raises(galat.PemicuWajib):
        services.revise_pk(pk=buat_pk(unit, [(indikator, 10)]), pemicu=pemicu, by=None)


def test_a_draft_is_not_revised(unit, indikator):
    with pytest.raises(galat.LangkahTidakSah):
        services.revise_pk(
            pk=buat_pk(unit, [(indikator, 10)], berlaku=False), pemicu="perubahan_strategi", by=None
        )


def test_an_agreement_is_revised_one_at_a_time(unit, indikator):
    pk = buat_pk(unit, [(indikator, 10)])
    services.revise_pk(pk=pk, pemicu="perubahan_strategi", by=None)
    with pytest.raises(galat.PKSudahAda):
        services.revise_pk(pk=pk, pemicu="perubahan_strategi", by=None)


def test_the_database_keeps_one_agreement_in_force(unit, indikator):
    pk = buat_pk(unit, [(indikator, 10)])
    services.revise_pk(pk=pk, pemicu="perubahan_strategi", by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        PerjanjianKinerja.objects.filter(versi_ke=2).update(status="berlaku")


def test_the_database_wants_a_reason_for_a_revision(unit, indikator):
    services.revise_pk(pk=buat_pk(unit, [(indikator, 10)]), pemicu="perubahan_strategi", by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        PerjanjianKinerja.objects.filter(versi_ke=2).update(pemicu="")


@pytest.fixture
def signed(unit, indikator):
    pk = buat_pk(unit, [(indikator, 10)], berlaku=False)
    services.add_pk_program(pk=pk, program=[services.IsiProgram("Program", anggaran=Decimal(5))], by=None)
    return services.activate_pk(pk=pk, by=None)


def _hapus_pk(pk):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM perjanjian_perjanjiankinerja WHERE id = %s", [pk.pk])


PELANGGARAN = {
    "ubah target": lambda pk: PKBaris.objects.update(angka=99),
    "hapus baris": lambda pk: PKBaris.objects.all()._raw_delete("default"),
    "ubah anggaran": lambda pk: PKProgram.objects.update(anggaran=99),
    "hapus program": lambda pk: PKProgram.objects.all()._raw_delete("default"),
    "ubah pihak": lambda pk: PerjanjianKinerja.objects.update(pihak_pertama="Lain"),
    "kembali draf": lambda pk: PerjanjianKinerja.objects.update(status="draf"),
    "hapus pk": _hapus_pk,
    "tambah baris": lambda pk: PKBaris.objects.create(
        instansi_id=pk.instansi_id,
        perjanjian=pk,
        sasaran_teks="S",
        indikator=buat_indikator(pk.unit),
        indikator_teks="I",
    ),
    "tambah program": lambda pk: PKProgram.objects.create(
        instansi_id=pk.instansi_id, perjanjian=pk, nama="P"
    ),
}


@pytest.mark.parametrize("nama", PELANGGARAN)
def test_the_database_keeps_a_signed_agreement_as_it_was(signed, nama):
    with pytest.raises(DatabaseError, match="sudah ditandatangani"), transaction.atomic():
        PELANGGARAN[nama](signed)


def test_a_draft_may_change_and_go(unit, indikator):
    pk = buat_pk(unit, [(indikator, 10)], berlaku=False)
    PKBaris.objects.update(angka=20)
    services.remove_pk_baris(baris=pk.baris_set.get(), by=None)
    pk.delete()
    assert not PerjanjianKinerja.objects.exists()


def test_the_promise_stays_when_the_planned_target_goes(unit, indikator):
    dokumen = buat_dokumen(unit)
    target = buat_target(dokumen, indikator, 10)
    pk = services.create_pk(unit=unit, tahun=2025, baris=[_isi(indikator, target_rencana=target)], by=None)
    services.activate_pk(pk=pk, by=None)
    target.delete()
    baris = pk.baris_set.get()
    assert (baris.target_rencana, baris.angka) == (None, 10)


def test_installing_the_triggers_again_leaves_one_of_each():
    penjaga.install()
    nama = {satu.nama for satu in penjaga.PENJAGA}
    sqlite = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    postgresql = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    with connection.cursor() as cursor:
        cursor.execute(postgresql if connection.vendor == "postgresql" else sqlite)
        ada = [baris[0] for baris in cursor.fetchall() if baris[0] in nama]
    assert sorted(ada) == sorted(nama)


def test_an_observer_signs_nothing(unit, indikator):
    pk = buat_pk(unit, [(indikator, 10)], berlaku=False)
    with pytest.raises(TidakBerwenang):
        services.activate_pk(pk=pk, by=buat_pengguna("pengamat", unit=unit))
