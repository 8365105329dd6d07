"""Database triggers that refuse a write under a condition, written once for both databases."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connections


@dataclass(frozen=True, slots=True)
class Penjaga:
    """One trigger: before `kejadian` on `tabel`, refuse with `pesan` where `syarat` (SQL) holds."""

    nama: str
    tabel: str
    kejadian: str
    syarat: str
    pesan: str

    def sql(self, vendor: str) -> list[str]:
        if vendor == "sqlite":
            # Dropped first: a changed condition must replace the one that an older version installed.
            return [
                f"DROP TRIGGER IF EXISTS {self.nama}",
                f"CREATE TRIGGER {self.nama} BEFORE {self.kejadian} ON {self.tabel} FOR EACH ROW "
                f"WHEN {self.syarat} BEGIN SELECT RAISE(ABORT, '{self.pesan}'); END",
            ]
        # A WHEN clause may not look at other tables in PostgreSQL, so the condition stands in the function.
        kembali = "OLD" if self.kejadian == "DELETE" else "NEW"
        return [
            f"CREATE OR REPLACE FUNCTION {self.nama}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {self.syarat} THEN RAISE EXCEPTION '{self.pesan}' USING ERRCODE = 'restrict_violation'; "
            f"END IF; RETURN {kembali}; END $$",
            f"DROP TRIGGER IF EXISTS {self.nama} ON {self.tabel}",
            f"CREATE TRIGGER {self.nama} BEFORE {self.kejadian} ON {self.tabel} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.nama}()",
        ]


def install(penjaga: Sequence[Penjaga], using: str) -> None:
    """Install the triggers whose table exists; repeated calls leave one of each."""
    koneksi = connections[using]
    with koneksi.cursor() as cursor:
        ada = set(koneksi.introspection.table_names(cursor))
        for satu in penjaga:
            if satu.tabel in ada:
                for perintah in satu.sql(koneksi.vendor):
                    cursor.execute(perintah)


def remove(penjaga: Sequence[Penjaga], using: str = "default") -> None:
    """Take the triggers off: only for emptying a whole database."""
    koneksi = connections[using]
    with koneksi.cursor() as cursor:
        ada = set(koneksi.introspection.table_names(cursor))
        for satu in penjaga:
            if satu.tabel in ada:
                milik = "" if koneksi.vendor == "sqlite" else f" ON {satu.tabel}"
                cursor.execute(f"DROP TRIGGER IF EXISTS {satu.nama}{milik}")
