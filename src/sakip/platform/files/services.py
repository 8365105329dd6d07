"""Storing files by content: streamed, sniffed, written once, never half."""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.text import get_valid_filename

from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.files.galat import BerkasKosong, BerkasTerlaluBesar
from sakip.platform.files.jenis import DITERIMA, JenisBerkas, sniff
from sakip.platform.files.models import Berkas
from sakip.platform.files.policies import require_store
from sakip.platform.files.selectors import berkas_root
from sakip.platform.organisasi.models import Instansi

POTONGAN = 256 * 1024


@dataclass(frozen=True, slots=True)
class _Diterima:
    """What arrived, lying in a temporary file of the store."""

    jalur: Path
    sha256: str
    ukuran: int


def store_berkas(
    *,
    instansi: Instansi,
    isi: "File[bytes] | BinaryIO",
    nama: str,
    by: Pengguna | None,
    diterima: Sequence[JenisBerkas] = DITERIMA,
) -> Berkas:
    """Keep a file of this instansi; the same content again gives the row that is there already.

    Raises a GalatBerkas when it is empty, too large, or not one of the kinds `diterima`.
    """
    require_store(by, instansi)
    nama = clean_nama(nama)
    folder = berkas_root() / str(instansi.uid)
    folder.mkdir(parents=True, exist_ok=True)
    kedatangan = _receive(isi, folder, nama)
    try:
        jenis = sniff(kedatangan.jalur, nama, diterima)
        return _keep(kedatangan, jenis, instansi=instansi, nama=nama, by=by)
    finally:
        kedatangan.jalur.unlink(missing_ok=True)


@transaction.atomic
def _keep(
    kedatangan: _Diterima, jenis: JenisBerkas, *, instansi: Instansi, nama: str, by: Pengguna | None
) -> Berkas:
    lokasi = PurePosixPath(str(instansi.uid), kedatangan.sha256[:2], kedatangan.sha256)
    tujuan = berkas_root() / lokasi
    if not tujuan.exists():
        # A name in the store always has its whole content. When the transaction fails afterwards the content
        # stays without a row: harmless, and the next upload of it finds it.
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        os.replace(kedatangan.jalur, tujuan)
    if not Path(nama).suffix:
        nama += jenis.akhiran[0]
    berkas, baru = Berkas.objects.get_or_create(
        instansi=instansi,
        sha256=kedatangan.sha256,
        defaults={
            "ukuran": kedatangan.ukuran,
            "jenis": jenis.media,
            "nama": nama,
            "lokasi": str(lokasi),
            "diunggah_pada": timezone.now(),
            "diunggah_oleh": by.username if by else "sistem",
        },
    )
    if baru:
        perubahan = {"sha256": berkas.sha256, "ukuran": berkas.ukuran, "jenis": berkas.jenis}
        record(aksi="files.berkas.disimpan", objek=berkas, by=by, instansi=instansi, perubahan=perubahan)
    return berkas


def _receive(isi: "File[bytes] | BinaryIO", folder: Path, nama: str) -> _Diterima:
    """Stream into a temporary file beside the store, so that keeping it is one rename on one file system."""
    ringkasan, ukuran = hashlib.sha256(), 0
    fd, sementara = tempfile.mkstemp(prefix=".unggah-", dir=folder)
    try:
        with os.fdopen(fd, "wb") as keluaran:
            for potongan in _chunks(isi):
                ukuran += len(potongan)
                if ukuran > settings.UPLOAD_MAX_BYTES:
                    raise BerkasTerlaluBesar(nama, settings.UPLOAD_MAX_BYTES)
                ringkasan.update(potongan)
                keluaran.write(potongan)
            keluaran.flush()
            os.fsync(keluaran.fileno())
        if ukuran == 0:
            raise BerkasKosong(nama)
        Path(sementara).chmod(settings.FILE_UPLOAD_PERMISSIONS or 0o640)
    except BaseException:
        Path(sementara).unlink(missing_ok=True)
        raise
    return _Diterima(Path(sementara), ringkasan.hexdigest(), ukuran)


def _chunks(isi: Any) -> Iterator[bytes]:
    if hasattr(isi, "chunks"):
        yield from isi.chunks(POTONGAN)
        return
    while potongan := isi.read(POTONGAN):
        yield potongan


def clean_nama(nama: str) -> str:
    """The last part of what the sender called it, in characters every file system takes; at most 200."""
    dasar = PureWindowsPath(nama.replace("\x00", "")).name.strip()
    bersih = "".join(huruf for huruf in dasar if huruf.isprintable()).strip(". ") or "berkas"
    bersih = get_valid_filename(bersih) if bersih.strip("._-") else "berkas"
    batang, akhiran = os.path.splitext(bersih)
    return batang[: 200 - len(akhiran[:20])] + akhiran[:20]
