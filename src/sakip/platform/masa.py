"""Validities that must not overlap: an exclusion constraint where the database has them (PostgreSQL).

On SQLite the services check it, under the lock that makes the check hold.
"""

from typing import Any

from django.db import migrations


def tanpa_tumpang(*, tabel: str, nama: str, kunci: str, hanya: str = "") -> migrations.RunPython:
    """Migration step: rows of `tabel` equal in `kunci` (SQL expressions) never overlap in time."""
    bagian = ", ".join(f"({satu.strip()}) WITH =" for satu in kunci.split(";"))
    kondisi = f" WHERE ({hanya})" if hanya else ""
    masa = "daterange(berlaku_mulai, berlaku_sampai, '[)') WITH &&"

    def add(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
            schema_editor.execute(
                f"ALTER TABLE {tabel} ADD CONSTRAINT {nama} EXCLUDE USING gist ({bagian}, {masa}){kondisi}"
            )

    def remove(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"ALTER TABLE {tabel} DROP CONSTRAINT IF EXISTS {nama}")

    return migrations.RunPython(add, remove)
