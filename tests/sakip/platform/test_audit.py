"""The audit trail notices every way of tampering with it."""

from datetime import UTC, datetime
from decimal import Decimal
from threading import Thread
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from tests.pabrik.organisasi import buat_instansi

from sakip.platform.audit import pemicu
from sakip.platform.audit.models import Catatan, Tambat
from sakip.platform.audit.rantai import normalise
from sakip.platform.audit.services import DiLuarTransaksi, create_tambat, record, verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi():
    return buat_instansi()


@pytest.fixture
def rantai(instansi):
    """A chain of five: the making of the instansi and four more acts."""
    for nomor in range(4):
        record(aksi=f"uji.ubah.{nomor}", objek=instansi, by=None, instansi=instansi, perubahan={"n": nomor})
    return str(instansi.uid)


@pytest.fixture
def tanpa_pemicu():
    """What somebody with the database in hand does first."""
    pemicu.remove()
    yield
    pemicu.install()


def jenis(rantai):
    return [temuan.jenis for temuan in verify(rantai)]


def test_an_untouched_chain_has_no_findings(rantai):
    assert verify(rantai) == []


def test_each_row_carries_the_hash_of_the_row_before(rantai):
    catatan = list(Catatan.objects.filter(rantai=rantai))
    assert [c.hash for c in catatan[:-1]] == [c.hash_sebelum for c in catatan[1:]]


def test_two_instansi_have_chains_of_their_own(rantai):
    lain = buat_instansi()
    assert Catatan.objects.get(rantai=str(lain.uid)).urut == 1


@pytest.mark.parametrize(
    ("bidang", "nilai"),
    [
        ("pelaku", "orang.lain"),
        ("aksi", "uji.lain"),
        ("objek", "uji.lain:1"),
        ("label", "lain"),
        ("peran", "apip"),
        ("perubahan", {"n": 9}),
        ("waktu", datetime(2001, 1, 1, tzinfo=UTC)),
        ("hash", "f" * 64),
    ],
)
@pytest.mark.usefixtures("tanpa_pemicu")
def test_an_edited_field_is_found(rantai, bidang, nilai):
    Catatan.objects.filter(rantai=rantai, urut=3).update(**{bidang: nilai})
    assert "diubah" in jenis(rantai)


@pytest.mark.usefixtures("tanpa_pemicu")
def test_a_deleted_row_is_found(rantai):
    Catatan.objects.filter(rantai=rantai, urut=3).delete()
    assert jenis(rantai) == ["hilang", "terputus"]


@pytest.mark.usefixtures("tanpa_pemicu")
def test_a_deleted_row_is_found_even_when_the_rest_is_renumbered(rantai):
    Catatan.objects.filter(rantai=rantai, urut=3).delete()
    for urut in (4, 5):
        Catatan.objects.filter(rantai=rantai, urut=urut).update(urut=urut - 1)
    assert jenis(rantai) == ["terputus", "diubah", "diubah"]


@pytest.mark.usefixtures("tanpa_pemicu")
def test_an_inserted_row_is_found(rantai):
    palsu = Catatan.objects.get(rantai=rantai, urut=5)
    palsu.pk, palsu.urut = None, 6
    palsu.save(force_insert=True)
    assert jenis(rantai) == ["terputus", "diubah"]


@pytest.mark.usefixtures("tanpa_pemicu")
def test_two_rows_that_changed_places_are_found(rantai):
    for dari, ke in [(3, 99), (4, 3), (99, 4)]:
        Catatan.objects.filter(rantai=rantai, urut=dari).update(urut=ke)
    assert "terputus" in jenis(rantai)


@pytest.mark.usefixtures("tanpa_pemicu")
def test_a_chain_cut_off_at_its_end_is_found_by_its_checkpoint(rantai):
    create_tambat(rantai)
    Catatan.objects.filter(rantai=rantai, urut=5).delete()
    assert jenis(rantai) == ["terpotong"]


@pytest.mark.usefixtures("tanpa_pemicu")
def test_a_chain_wiped_out_whole_is_found_by_its_checkpoint(rantai):
    create_tambat(rantai)
    Catatan.objects.filter(rantai=rantai).delete()
    assert "terpotong" in [temuan.jenis for temuan in verify()]


@pytest.mark.usefixtures("tanpa_pemicu")
def test_a_chain_rewritten_with_fitting_hashes_is_found_by_its_checkpoint(rantai, instansi):
    create_tambat(rantai)
    Catatan.objects.filter(rantai=rantai, urut=5).delete()
    record(aksi="uji.palsu", objek=instansi, by=None, instansi=instansi)
    assert jenis(rantai) == ["tambat_beda"]


def test_a_forged_checkpoint_is_found(rantai):
    create_tambat(rantai)
    Tambat.objects.filter(rantai=rantai).update(hash="f" * 64)
    assert jenis(rantai) == ["tambat_palsu"]


def test_a_chain_that_has_not_grown_keeps_its_checkpoint(rantai):
    assert create_tambat(rantai)[0].pk == create_tambat(rantai)[0].pk


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_change_the_trail(rantai, act):
    baris = Catatan.objects.filter(rantai=rantai)
    with pytest.raises(DatabaseError, match="catatan audit"), transaction.atomic():
        baris.update(pelaku="lain") if act == "update" else baris.delete()


def test_the_triggers_are_on_the_migrated_database():
    tabel = (
        "sqlite_master WHERE type = 'trigger'" if connection.vendor == "sqlite" else "pg_trigger WHERE true"
    )
    kolom = "name" if connection.vendor == "sqlite" else "tgname"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {kolom} FROM {tabel} AND {kolom} LIKE 'audit_catatan_tetap%'")
        assert len(cursor.fetchall()) == 2


def test_installing_the_triggers_again_changes_nothing(rantai):
    pemicu.install()
    test_the_triggers_are_on_the_migrated_database()


def test_acts_of_the_system_stand_in_their_own_chain():
    record(aksi="uji.sistem", objek=SimpleNamespace(uid=uuid4(), _meta=Catatan._meta), by=None, instansi=None)
    assert Catatan.objects.get(aksi="uji.sistem").rantai == "sistem"


def test_numbers_and_dates_survive_the_database_unchanged(instansi):
    isi = {
        "pagu": Decimal("1250000.10"),
        "rasio": 1e20,
        "tanggal": datetime(2026, 1, 2, tzinfo=UTC),
        "x": "a\0b",
    }
    record(aksi="uji.nilai", objek=instansi, by=None, instansi=instansi, perubahan=isi)
    catatan = Catatan.objects.get(aksi="uji.nilai")
    assert catatan.perubahan == normalise(isi) == {**catatan.perubahan, "pagu": "1250000.10", "x": "ab"}
    assert verify(str(instansi.uid)) == []


@pytest.mark.django_db(transaction=True)
def test_a_record_outside_a_transaction_is_refused():
    instansi = buat_instansi()
    with pytest.raises(DiLuarTransaksi):
        record(aksi="uji.lepas", objek=instansi, by=None, instansi=instansi)


@pytest.mark.django_db(transaction=True)
def test_an_act_that_fails_leaves_no_record():
    instansi = buat_instansi()
    with transaction.atomic():
        record(aksi="uji.batal", objek=instansi, by=None, instansi=instansi)
        transaction.set_rollback(True)
    assert not Catatan.objects.filter(aksi="uji.batal").exists()


def record_many(uid, jumlah):
    """What one worker does, with a connection of its own."""
    try:
        objek = SimpleNamespace(uid=uid, _meta=Catatan._meta)
        for nomor in range(jumlah):
            with transaction.atomic():
                record(aksi=f"uji.bersama.{nomor}", objek=objek, by=None, instansi=objek)
    finally:
        connection.close()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the test database of SQLite is in memory")
@pytest.mark.django_db(transaction=True)
def test_workers_that_write_at_once_make_one_unbroken_chain():
    uid = uuid4()
    pekerja = [Thread(target=record_many, args=(uid, 10)) for _ in range(4)]
    for satu in pekerja:
        satu.start()
    for satu in pekerja:
        satu.join()
    assert Catatan.objects.filter(rantai=str(uid)).count() == 40
    assert verify(str(uid)) == []
