"""Validities that do not overlap, enforced by PostgreSQL (checked in the services on both databases)."""

from django.db import migrations

from sakip.platform.masa import tanpa_tumpang


class Migration(migrations.Migration):

    dependencies = [("datakinerja", "0001_initial")]

    operations = [
        tanpa_tumpang(
            tabel="datakinerja_indikatorversi", nama="indikatorversi_tidak_tumpang", kunci="indikator_id"
        ),
    ]
