from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from tests.pabrik.organisasi import buat_instansi, buat_unit

from sakip.apps.pengukuran.models import Anggaran
from sakip.platform.lembar.sisip import insert_rows
from sakip.platform.organisasi.models import Unit, UnitVersi

pytestmark = pytest.mark.django_db


def baris(unit: Unit, **isi: object) -> dict[str, object]:
    return {"instansi_id": unit.instansi_id, "unit_id": unit.pk, "tahun": 2023, **isi}


def test_the_keys_come_back_in_the_order_of_the_rows():
    unit = buat_unit()
    kunci = insert_rows(Anggaran, [baris(unit, triwulan=tw, realisasi=Decimal(tw)) for tw in (3, 1, 2)])
    assert [Anggaran.objects.get(pk=k).triwulan for k in kunci] == [3, 1, 2]


def test_columns_that_are_not_given_get_their_defaults():
    (kunci,) = insert_rows(Anggaran, [baris(buat_unit())])
    anggaran = Anggaran.objects.get(pk=kunci)
    assert (anggaran.pagu, anggaran.kumulatif) == (None, False)


def test_true_and_one_and_the_decimal_one_are_kept_apart():
    unit = buat_unit()
    insert_rows(Anggaran, [baris(unit, triwulan=1, kumulatif=True, realisasi=Decimal(1))])
    anggaran = Anggaran.objects.get()
    assert (anggaran.triwulan, anggaran.kumulatif, anggaran.realisasi) == (1, True, Decimal("1.00"))


def test_rows_made_afterwards_get_other_keys():
    unit = buat_unit()
    lama = insert_rows(Anggaran, [baris(unit, triwulan=1), baris(unit, triwulan=2)])
    baru = Anggaran.objects.create(instansi=unit.instansi, unit=unit, tahun=2024)
    assert baru.pk > max(lama)


def test_the_constraints_of_the_database_hold():
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(Anggaran, [baris(buat_unit(), triwulan=7)])


def test_a_column_that_does_not_exist_is_a_mistake_of_the_caller():
    with pytest.raises(TypeError, match="entah"):
        insert_rows(Anggaran, [baris(buat_unit(), entah=1)])


def test_dates_and_references_are_stored_as_by_the_model():
    instansi = buat_instansi()
    unit = buat_unit(instansi)
    isi = {
        "instansi_id": instansi.pk,
        "unit_id": unit.pk,
        "nama": "Dinas",
        "jenis": "perangkat_daerah",
        # Before the unit's own version begins: versions of one unit never overlap.
        "berlaku_mulai": date(2010, 1, 1),
        "berlaku_sampai": date(2011, 1, 1),
    }
    (kunci,) = insert_rows(UnitVersi, [isi])
    assert UnitVersi.objects.get(pk=kunci).berlaku_mulai == date(2010, 1, 1)
