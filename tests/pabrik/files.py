"""Stored files for tests."""

import io
from typing import Any

from tests.pabrik.organisasi import buat_instansi

from sakip.platform.files.models import Berkas
from sakip.platform.files.services import store_berkas
from sakip.platform.organisasi.models import Instansi

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6300010000050001"
    "0d0a2db40000000049454e44ae426082"
)


def buat_berkas(instansi: Instansi | None = None, *, isi: bytes = PDF, **lain: Any) -> Berkas:
    bawaan = {"nama": "laporan.pdf", "by": None}
    return store_berkas(instansi=instansi or buat_instansi(), isi=io.BytesIO(isi), **{**bawaan, **lain})
