"""Freezing a report: its context as canonical JSON, and the fingerprint of what was frozen."""

from __future__ import annotations

import hashlib
import json
import typing

from sakip.reports.beku import decode, encode
from sakip.reports.lkjip.konteks import VERSI_KONTEKS, KonteksLKjIP


class KonteksTakDikenal(ValueError):
    """The frozen JSON was not written by this kind of report, or by a newer version of it."""


def to_json(konteks: KonteksLKjIP) -> str:
    """Canonical JSON: sorted keys, no spaces, numbers as strings, so that equal reports have equal text."""
    return json.dumps(encode(konteks), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(teks: str) -> KonteksLKjIP:
    data = json.loads(teks)
    if not isinstance(data, dict) or data.get("versi") != VERSI_KONTEKS:
        raise KonteksTakDikenal(
            f"Konteks LKjIP versi {VERSI_KONTEKS} diharapkan; berkas ini tidak memuatnya."
        )
    return typing.cast(KonteksLKjIP, decode(KonteksLKjIP, data))


def compute_sidik(konteks: KonteksLKjIP) -> str:
    """SHA-256 of the frozen data. The PDF carries this, not its own hash, which it cannot contain."""
    return hashlib.sha256(to_json(konteks).encode()).hexdigest()
