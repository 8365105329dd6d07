"""Small trees for the tests of the rules."""

from collections.abc import Mapping
from typing import Any

from kinerja.pohon import Pohon, Temuan, get_aturan, lint, read_pohon


def pohon(*simpul: Mapping[str, Any], **isi: Any) -> Pohon:
    """A tree from its nodes as data."""
    return read_pohon({"simpul": list(simpul), **isi})[0]


def satu(level: str, nama: str, **isi: Any) -> dict[str, Any]:
    """A node of a level with one indicator."""
    return {"id": "S1", "level": level, "indikator": [{"nama": nama, **isi}]}


def temukan(kode: str, *simpul: Mapping[str, Any], **isi: Any) -> list[Temuan]:
    """What one rule finds."""
    return list(lint(pohon(*simpul, **isi), [get_aturan(kode)]))


def letak(kode: str, *simpul: Mapping[str, Any], **isi: Any) -> list[str | None]:
    """The nodes at which one rule finds something."""
    return [t.simpul for t in temukan(kode, *simpul, **isi)]
