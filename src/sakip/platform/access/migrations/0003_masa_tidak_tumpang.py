"""Validities that do not overlap, enforced by PostgreSQL (checked in the services on both databases)."""

from django.db import migrations

from sakip.platform.masa import tanpa_tumpang


class Migration(migrations.Migration):

    dependencies = [("access", "0002_initial")]

    operations = [
        tanpa_tumpang(
            tabel="access_peranpengguna",
            nama="peranpengguna_tidak_tumpang",
            kunci="pengguna_id; peran; coalesce(unit_id, 0)",
        ),
        tanpa_tumpang(
            tabel="access_langkahkerja",
            nama="langkahkerja_tidak_tumpang",
            kunci="instansi_id; alur; langkah; peran",
        ),
    ]
