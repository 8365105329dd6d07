"""A list from a file: looked at first, kept with its report, and applied as it was looked at."""

from hashlib import sha256
from io import BytesIO
from pathlib import PurePath

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.galat import GalatPerencanaan
from sakip.apps.perencanaan.lembar.nomenklatur import read_nomenklatur
from sakip.apps.perencanaan.models import VersiNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur import BENTUK
from sakip.apps.perencanaan.services.nomenklatur import HasilButir, count_butir, import_butir
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.files.selectors import berkas_path
from sakip.platform.files.services import store_berkas
from sakip.platform.lembar.models import Impor, StatusImpor

#: Messages kept with a preview; a file with more is mended before it is looked at again.
PESAN_MAKS = 500


class BerkasBergalat(GalatPerencanaan):
    """One wrong row, and nothing of the file is written."""


def preview_nomenklatur(*, versi: VersiNomenklatur, isi: bytes, nama: str, by: Pengguna | None) -> Impor:
    """Read the file and keep it with what it would do; raises BerkasTakTerpakai."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=versi.instansi)
    # Read before the transaction: SQLite's only writer must not wait for a file to be read.
    bacaan = read_nomenklatur(isi, nama)
    hitung = count_butir(versi=versi, baris=bacaan.baris)
    pesan = sorted(bacaan.pesan, key=lambda satu: satu.tingkat.value != "galat")
    akhiran = ".xlsx" if isi[:4] == b"PK\x03\x04" else ".csv"
    with transaction.atomic():
        berkas = store_berkas(
            instansi=versi.instansi, isi=BytesIO(isi), nama=f"{PurePath(nama).stem}{akhiran}", by=by
        )
        return Impor.objects.create(
            instansi_id=versi.instansi_id,
            bentuk=BENTUK,
            tahun=versi.berlaku_mulai.year,
            pilihan={"versi": str(versi.uid)},
            berkas=berkas,
            nama_berkas=PurePath(nama).name[:255],
            sha256=sha256(isi).hexdigest(),
            ringkasan={
                **hitung,
                "dibaca": len(bacaan.baris),
                "galat": sum(satu.tingkat.value == "galat" for satu in pesan),
                "pesan": [satu.to_dict() for satu in pesan[:PESAN_MAKS]],
                "pesan_lain": max(0, len(pesan) - PESAN_MAKS),
            },
            oleh=by,
            pada=timezone.now(),
        )


def apply_nomenklatur(*, impor: Impor, versi: VersiNomenklatur, by: Pengguna | None) -> HasilButir:
    """Apply a stored preview; its file is read again and compared with the list as it is now."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=versi.instansi)
    if impor.berkas is None:
        raise BerkasBergalat(_("Berkas impor ini tidak tersimpan lagi. Unggah sekali lagi."))
    isi = berkas_path(impor.berkas).read_bytes()
    bacaan = read_nomenklatur(isi, impor.nama_berkas)
    if not bacaan.bersih:
        raise BerkasBergalat(_("Berkas ini masih memuat galat. Perbaiki, lalu unggah lagi."))
    with transaction.atomic():
        terkunci = Impor.objects.select_for_update(of=("self",)).get(pk=impor.pk)
        if terkunci.status != StatusImpor.PRATINJAU:
            raise BerkasBergalat(_("Impor ini sudah selesai. Unggah berkasnya lagi bila perlu."))
        return import_butir(
            versi=versi, baris=bacaan.baris, berkas=impor.nama_berkas, isi=isi, by=by, pratinjau=terkunci
        )
