"""Validities that do not overlap, enforced by PostgreSQL (checked in the services on both databases)."""

from django.db import migrations

from sakip.platform.masa import tanpa_tumpang


class Migration(migrations.Migration):

    dependencies = [("pengukuran", "0001_initial")]

    operations = [
        tanpa_tumpang(tabel="pengukuran_pedomanpengukuran", nama="pedoman_tidak_tumpang", kunci="instansi_id"),
    ]
