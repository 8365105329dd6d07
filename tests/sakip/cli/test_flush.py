"""Emptying a database is the operator's act: the triggers give way to it and come back."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import DatabaseError

from sakip.apps.perjanjian.models import PerjanjianKinerja
from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.perjanjian import buat_pk

pytestmark = pytest.mark.django_db(transaction=True)


def signed_pk() -> PerjanjianKinerja:
    unit = buat_unit()
    return buat_pk(unit, [(buat_indikator(unit), "80")])


def test_flush_empties_a_database_with_signed_agreements():
    signed_pk()
    call_command("flush", interactive=False)
    assert not PerjanjianKinerja.objects.exists()


def test_after_flush_a_signed_agreement_is_again_kept_as_it_was_signed():
    call_command("flush", interactive=False)
    pk = signed_pk()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM perjanjian_perjanjiankinerja WHERE id = %s", [pk.pk])
