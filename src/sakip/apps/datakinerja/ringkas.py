"""A fingerprint of a batch for its one audit record: what was written can be proven later."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any


def digest(baris: Iterable[Any]) -> str:
    """SHA-256 over the rows as canonical JSON, in their order."""
    teks = json.dumps(list(baris), default=str, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(teks.encode()).hexdigest()
