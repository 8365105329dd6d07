"""The key that signs checkpoints: made once, kept in the data folder, never in the database."""

import os
import secrets
from pathlib import Path

from django.conf import settings

NAMA_BERKAS = "kunci-tambat"


def load_kunci() -> bytes:
    """The key; raises OSError when the data folder cannot be written."""
    berkas = Path(settings.DATA_DIR) / NAMA_BERKAS
    try:
        fd = os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return berkas.read_bytes()
    with os.fdopen(fd, "w") as keluaran:
        keluaran.write(secrets.token_hex(32))
    return berkas.read_bytes()
