"""What a link of the chain is made of: canonical content, hash, and the signature of a checkpoint. Pure."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

AWAL = "0" * 64
RANTAI_SISTEM = "sistem"


def normalise(perubahan: Mapping[str, Any] | None) -> dict[str, Any]:
    """The changes as both databases give them back: no floats, no NUL, keys as text."""
    teks = json.dumps(_plain(perubahan or {}), cls=DjangoJSONEncoder, ensure_ascii=False)
    bersih: dict[str, Any] = json.loads(teks.replace("\\u0000", ""))
    return bersih


def _plain(isi: Any) -> Any:
    """Text instead of float: a JSON column may give 1e20 back as an integer, and the hash would differ."""
    if isinstance(isi, float):
        return repr(isi)
    if isinstance(isi, Mapping):
        return {str(kunci): _plain(nilai) for kunci, nilai in isi.items()}
    if isinstance(isi, (list, tuple, set, frozenset)):
        return [_plain(nilai) for nilai in isi]
    return isi


def compute_hash(hash_sebelum: str, isi: Mapping[str, Any]) -> str:
    """SHA-256 over the previous hash and the canonical JSON of the content."""
    kanonik = json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{hash_sebelum}\n{kanonik}".encode()).hexdigest()


def content_of(catatan: Any) -> dict[str, Any]:
    """Everything of a row that its hash covers."""
    return {
        "rantai": catatan.rantai,
        "urut": catatan.urut,
        "waktu": instant(catatan.waktu),
        "pelaku": catatan.pelaku,
        "peran": catatan.peran,
        "aksi": catatan.aksi,
        "objek": catatan.objek,
        "label": catatan.label,
        "perubahan": catatan.perubahan,
    }


def instant(waktu: datetime) -> str:
    return waktu.astimezone(UTC).isoformat(timespec="microseconds")


def sign(kunci: bytes, *, rantai: str, urut: int, hash: str, waktu: datetime) -> str:
    """Signature of a checkpoint."""
    isi = f"{rantai}\n{urut}\n{hash}\n{instant(waktu)}"
    return hmac.new(kunci, isi.encode(), hashlib.sha256).hexdigest()
