"""Database triggers that refuse to change or delete a row of the audit trail, on both databases."""

from typing import Any

from django.db import connections

TABEL = "audit_catatan"
PESAN = "catatan audit tidak dapat diubah atau dihapus"

_SQLITE = [
    f"""CREATE TRIGGER IF NOT EXISTS audit_catatan_tetap_{nama} BEFORE {kata} ON {TABEL}
    BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"""
    for nama, kata in [("ubah", "UPDATE"), ("hapus", "DELETE")]
]
_POSTGRESQL = [
    f"""CREATE OR REPLACE FUNCTION audit_catatan_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{PESAN}' USING ERRCODE = 'restrict_violation'; END $$""",
    f"DROP TRIGGER IF EXISTS audit_catatan_tetap ON {TABEL}",
    f"""CREATE TRIGGER audit_catatan_tetap BEFORE UPDATE OR DELETE ON {TABEL}
    FOR EACH ROW EXECUTE FUNCTION audit_catatan_tetap()""",
    f"DROP TRIGGER IF EXISTS audit_catatan_tetap_kosong ON {TABEL}",
    f"""CREATE TRIGGER audit_catatan_tetap_kosong BEFORE TRUNCATE ON {TABEL}
    FOR EACH STATEMENT EXECUTE FUNCTION audit_catatan_tetap()""",
]
_LEPAS = {
    "sqlite": [f"DROP TRIGGER IF EXISTS audit_catatan_tetap_{nama}" for nama in ["ubah", "hapus"]],
    "postgresql": [
        f"DROP TRIGGER IF EXISTS {nama} ON {TABEL}"
        for nama in ["audit_catatan_tetap", "audit_catatan_tetap_kosong"]
    ],
}
_PASANG = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}


def install(using: str = "default", **_: Any) -> None:
    """Install the triggers; does nothing before the table exists or when they are there already."""
    koneksi = connections[using]
    if TABEL in koneksi.introspection.table_names():
        _run(using, _PASANG[koneksi.vendor])


def remove(using: str = "default") -> None:
    """Take the triggers off: only for emptying a whole database (`sakip flush`)."""
    koneksi = connections[using]
    if TABEL in koneksi.introspection.table_names():
        _run(using, _LEPAS[koneksi.vendor])


def _run(using: str, perintah: list[str]) -> None:
    with connections[using].cursor() as cursor:
        for satu in perintah:
            cursor.execute(satu)
