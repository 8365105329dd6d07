"""A fingerprint of what a form was opened with, so that an edit of something older is refused."""

import hashlib

from sakip.apps.perencanaan.models import Simpul

PANJANG = 16


def sidik_simpul(simpul: Simpul) -> str:
    """Changes whenever a field of the form does; place and order do not count."""
    isi = (simpul.jenis, simpul.kode, simpul.pernyataan, simpul.mendukung_id, simpul.pj_unit_id)
    return hashlib.sha256(repr(isi).encode()).hexdigest()[:PANJANG]
