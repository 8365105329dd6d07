"""The one writer of the audit trail."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from sakip.platform.audit import rantai as mata
from sakip.platform.audit.kunci import load_kunci
from sakip.platform.audit.models import Catatan, Tambat
from sakip.platform.audit.selectors import Temuan, last_catatan, rantai_list, verify_rantai

__all__ = ["DiLuarTransaksi", "Temuan", "create_tambat", "record", "verify"]

PELAKU_SISTEM = "sistem"


class DiLuarTransaksi(RuntimeError):
    """`record` was called outside a transaction: the act and its record must stand or fall together."""


def record(
    *,
    aksi: str,
    objek: Any,
    by: Any | None,
    instansi: Any | None,
    peran: str = "",
    perubahan: Mapping[str, Any] | None = None,
    label: str = "",
) -> None:
    """Append one act to the chain of `instansi` (None: the chain of the system)."""
    if not connection.in_atomic_block:
        raise DiLuarTransaksi(f"audit.record({aksi!r}) harus dipanggil di dalam transaksi.")
    rantai = str(instansi.uid) if instansi is not None else mata.RANTAI_SISTEM
    _lock(rantai)
    terakhir = last_catatan(rantai)
    catatan = Catatan(
        rantai=rantai,
        urut=terakhir.urut + 1 if terakhir else 1,
        waktu=timezone.now(),
        pelaku=by.get_username() if by is not None else PELAKU_SISTEM,
        # The policy check of the same act leaves the role that allowed it on the account.
        peran=peran or getattr(by, "peran_dipakai", ""),
        aksi=aksi,
        objek=f"{objek._meta.label_lower}:{objek.uid}",
        label=(label or str(objek))[:300],
        perubahan=mata.normalise(perubahan),
        hash_sebelum=terakhir.hash if terakhir else mata.AWAL,
    )
    catatan.hash = mata.compute_hash(catatan.hash_sebelum, mata.content_of(catatan))
    catatan.save(force_insert=True)


def _lock(rantai: str) -> None:
    """One writer per chain until the transaction ends; an IMMEDIATE transaction of SQLite is that already."""
    if connection.vendor != "postgresql":
        return
    kunci = int.from_bytes(hashlib.sha256(f"audit:{rantai}".encode()).digest()[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [kunci])


def verify(rantai: str | None = None) -> list[Temuan]:
    """Every sign of tampering in one chain, or in all of them."""
    kunci = load_kunci()
    dipilih = [rantai] if rantai is not None else rantai_list()
    return [temuan for satu in dipilih for temuan in verify_rantai(satu, kunci)]


@transaction.atomic
def create_tambat(rantai: str | None = None) -> list[Tambat]:
    """Sign the present end of one chain, or of all; one that has not grown keeps its checkpoint."""
    kunci = load_kunci()
    hasil = []
    for satu in [rantai] if rantai is not None else rantai_list():
        _lock(satu)
        terakhir = last_catatan(satu)
        if terakhir is None:
            continue
        waktu = timezone.now()
        isi = {"rantai": satu, "urut": terakhir.urut, "hash": terakhir.hash}
        tanda = mata.sign(kunci, waktu=waktu, rantai=satu, urut=terakhir.urut, hash=terakhir.hash)
        tambat, _ = Tambat.objects.get_or_create(
            rantai=satu, urut=terakhir.urut, defaults={**isi, "waktu": waktu, "tanda": tanda}
        )
        hasil.append(tambat)
    return hasil
