"""Texts of a group joined into one, on both databases."""

from typing import Any

from django.db.models import Aggregate, TextField

PEMISAH = ","


class GabungTeks(Aggregate):
    """STRING_AGG where it exists, GROUP_CONCAT on SQLite; joined by a comma, in no order."""

    function = "STRING_AGG"
    name = "GabungTeks"
    template = f"%(function)s(%(expressions)s, '{PEMISAH}')"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **isi: Any) -> Any:
        return super().as_sql(compiler, connection, function="GROUP_CONCAT", **isi)
