"""Validities that do not overlap, enforced by PostgreSQL (checked in the services on both databases)."""

from django.db import migrations

from sakip.platform.masa import tanpa_tumpang


class Migration(migrations.Migration):

    dependencies = [("accounts", "0001_initial")]

    operations = [
        tanpa_tumpang(
            tabel="accounts_penugasan", nama="penugasan_tidak_tumpang", kunci="jabatan_id; pengguna_id"
        ),
        tanpa_tumpang(
            tabel="accounts_penugasan", nama="penugasan_satu_per_jenis", kunci="jabatan_id; jenis"
        ),
    ]
