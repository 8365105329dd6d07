"""Inserting thousands of rows of one model quickly: one prepared statement, each distinct value prepared once.

`bulk_create` compiles every value of every row into SQL; for an import that is most of the time. Keys are
taken from the database's own sequence first, so that rows may refer to each other.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Field, ForeignKey, IntegerField, Model, TextField

# Values of these very types go to the database as they are.
_PLAIN_TEXT: frozenset[type] = frozenset({str})
_PLAIN_NUMBER: frozenset[type] = frozenset({int})


def insert_rows(model: type[Model], rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert `rows` (column attribute -> value; defaults for the rest) and return their keys in order.

    The caller holds the transaction. Constraints are the database's; nothing is validated here.
    """
    if not rows:
        return []
    connection = connections[router.db_for_write(model)]
    diberi = set().union(*rows)
    asing = diberi - {f.attname for f in model._meta.concrete_fields}
    if asing:
        raise TypeError(f"{model.__name__}: {sorted(asing)}")
    kunci = _take_keys(connection, model, len(rows))
    kolom: list[Field[Any, Any]] = [f for f in model._meta.concrete_fields if not f.primary_key]
    pk = model._meta.pk
    isi = [
        kunci,
        *(
            _prepare(connection, f, rows) if f.attname in diberi else _defaults(connection, f, len(rows))
            for f in kolom
        ),
    ]
    nama = ", ".join(connection.ops.quote_name(str(f.column)) for f in (pk, *kolom))
    tempat = ", ".join(["%s"] * len(isi))
    sql = f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({nama}) VALUES ({tempat})"
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(zip(*isi, strict=True)))
    return kunci


def _prepare(
    connection: BaseDatabaseWrapper, field: "Field[Any, Any]", rows: Sequence[Mapping[str, Any]]
) -> list[Any]:
    nama = field.attname
    polos = _PLAIN_TEXT if isinstance(field, CharField | TextField) else _PLAIN_NUMBER
    if not isinstance(field, CharField | TextField | IntegerField | ForeignKey):
        polos = frozenset()
    siap: dict[Hashable, Any] = {}
    hasil = []
    for row in rows:
        nilai = row[nama] if nama in row else field.get_default()
        if nilai is None or type(nilai) in polos:
            hasil.append(nilai)
            continue
        if isinstance(nilai, list | dict):
            hasil.append(field.get_db_prep_save(nilai, connection))
            continue
        # True, 1 and Decimal(1) are equal to a dict and must not share what is stored for them.
        tanda = (type(nilai), str(nilai))
        if tanda not in siap:
            siap[tanda] = field.get_db_prep_save(nilai, connection)
        hasil.append(siap[tanda])
    return hasil


def _defaults(connection: BaseDatabaseWrapper, field: "Field[Any, Any]", banyak: int) -> list[Any]:
    # uuid4 gives another value each time; an empty list is stored as the same text for every row.
    if callable(field.default) and field.default not in (list, dict):
        return [field.get_db_prep_save(field.get_default(), connection) for _ in range(banyak)]
    return [field.get_db_prep_save(field.get_default(), connection)] * banyak


def _take_keys(connection: BaseDatabaseWrapper, model: type[Model], banyak: int) -> list[int]:
    """Keys that no other writer will get: from the sequence, or under SQLite's single writer after its last one."""
    tabel, pk = model._meta.db_table, model._meta.pk
    assert pk is not None
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [connection.ops.quote_name(tabel), pk.column, banyak],
            )
            return [int(baris[0]) for baris in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [tabel])
        baris = cursor.fetchone()
        awal = 0 if baris is None else int(baris[0])
    return list(range(awal + 1, awal + banyak + 1))
