"""Keep a C library from writing on the standard output of the command."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_KELUARAN = 1
_kunci = threading.Lock()


@contextmanager
def silence_stdout() -> Iterator[None]:
    """Send what C code prints meanwhile to nowhere; what Python printed before is kept.

    HiGHS prints its version when an engine is made, before any option can forbid it, and C keeps the line
    until the program ends: it would follow the JSON of `kinerja jalan --json`.
    """
    with _kunci:
        if sys.stdout is not None:
            sys.stdout.flush()
        try:
            simpan = os.dup(_KELUARAN)
        except OSError:
            # A service may run without a standard output.
            yield
            return
        kosong = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(kosong, _KELUARAN)
            yield
            _flush_c()
        finally:
            os.dup2(simpan, _KELUARAN)
            os.close(kosong)
            os.close(simpan)


def _flush_c() -> None:
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).fflush(None)
