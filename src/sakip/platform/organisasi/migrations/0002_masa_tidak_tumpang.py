"""Validities that do not overlap, enforced by PostgreSQL (checked in the services on both databases)."""

from django.db import migrations

from sakip.platform.masa import tanpa_tumpang


class Migration(migrations.Migration):

    dependencies = [("organisasi", "0001_initial")]

    operations = [
        tanpa_tumpang(tabel="organisasi_unitversi", nama="unitversi_tidak_tumpang", kunci="unit_id"),
        tanpa_tumpang(tabel="organisasi_jabatanversi", nama="jabatanversi_tidak_tumpang", kunci="jabatan_id"),
    ]
