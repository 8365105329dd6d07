"""A sheet out to Excel and back: export, preview, choices, apply, undo. The same for every kind of sheet."""

import hashlib
import io
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.lembar.galat import ImporRencanaDitolak
from sakip.apps.perencanaan.lembar.kolom import export_mark
from sakip.apps.perencanaan.lembar.macam import Isi, Macam
from sakip.apps.perencanaan.lembar.pratinjau import Pratinjau
from sakip.apps.perencanaan.lembar.selectors import last_applied
from sakip.apps.perencanaan.lembar.tabel import Tabel, sidik
from sakip.apps.perencanaan.lembar.tiga import BERKAS, SISTEM, compare
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.files.selectors import berkas_path
from sakip.platform.files.services import store_berkas
from sakip.platform.lembar.baca import Batas, read_buku
from sakip.platform.lembar.models import EksporLembar, Impor, StatusImpor
from sakip.platform.lembar.pesan import BerkasTakTerpakai


@transaction.atomic
def export_lembar(*, macam: Macam, by: Pengguna | None) -> bytes:
    """The sheet as a workbook; what it shows is kept, so that a later import can tell who changed what."""
    macam.require_baca(by)
    tabel = macam.table()
    return macam.write_book(tabel, str(_remember(macam, tabel, by).uid))


def _remember(macam: Macam, tabel: Tabel, by: Pengguna | None) -> EksporLembar:
    """The same content again is the same export."""
    tanda = sidik(tabel, macam.hanya_baca)
    ada = EksporLembar.objects.filter(
        objek_jenis=macam.objek_jenis, objek_uid=macam.uid, sidik=tanda, instansi=macam.instansi
    ).first()
    return ada or EksporLembar.objects.create(
        instansi=macam.instansi,
        objek_jenis=macam.objek_jenis,
        objek_uid=macam.uid,
        isi=tabel,
        sidik=tanda,
        oleh=by,
        pada=timezone.now(),
    )


def read_pratinjau(*, isi: bytes, nama: str, macam: Macam, pilih: Mapping[str, Any]) -> Pratinjau:
    """What applying the file would do now. Nothing is written; raises BerkasTakTerpakai."""
    dibaca = read_isi(isi=isi, nama=nama, macam=macam)
    berkas, bahan = dibaca.berkas, dibaca.bahan
    beda = compare(berkas.tabel, bahan.sistem, bahan.ekspor, berkas.ragu, macam.hanya_baca)
    return Pratinjau(
        berkas=berkas,
        bahan=bahan,
        beda=tuple(beda),
        pesan=tuple(dibaca.catatan.pesan),
        bersih=dibaca.catatan.bersih,
        tertahan=macam.held_back(beda),
        masalah=macam.problems,
        tersimpan=pilih,
    )


def read_isi(*, isi: bytes, nama: str, macam: Macam) -> Isi:
    """The file in the keys of the system; raises BerkasTakTerpakai."""
    buku = read_buku(isi, nama, Batas(byte=settings.UPLOAD_MAX_BYTES, baris=settings.IMPORT_MAX_ROWS))
    return macam.read(buku, _baseline(macam, export_mark(buku), nama))


def _baseline(macam: Macam, uid: str, nama: str) -> Tabel | None:
    """The stored table of the export that the file began as; None for a file from elsewhere."""
    if not uid:
        return None
    try:
        ekspor = EksporLembar.objects.filter(instansi=macam.instansi, uid=UUID(uid)).first()
    except ValueError:
        ekspor = None
    if ekspor is None:
        raise BerkasTakTerpakai(f"Asal ekspor berkas {nama} tidak dikenal. Ekspor sekali lagi.")
    if ekspor.objek_jenis != macam.objek_jenis:
        raise BerkasTakTerpakai(f"Berkas {nama} diekspor sebagai lembar lain. Unggah di halaman asalnya.")
    if lain := macam.accepts(ekspor):
        raise BerkasTakTerpakai(f"Berkas {nama} diekspor dari {lain}, bukan dari sini.")
    tabel: Tabel = ekspor.isi
    if sidik(tabel, macam.hanya_baca) != ekspor.sidik:
        raise BerkasTakTerpakai(f"Catatan ekspor berkas {nama} tidak utuh. Ekspor sekali lagi.")
    return tabel


@transaction.atomic
def preview_impor(*, isi: bytes, nama: str, macam: Macam, by: Pengguna | None) -> Impor:
    """Read the file and keep it with its report; nothing else is touched."""
    macam.require_tulis(by)
    macam.require_terbuka()
    nama = PurePath(nama).name
    pratinjau = read_pratinjau(isi=isi, nama=nama, macam=macam, pilih={})
    return Impor.objects.create(
        instansi=macam.instansi,
        bentuk=macam.bentuk,
        tahun=macam.tahun,
        pilihan={macam.kunci: macam.uid, "pilih": {}},
        berkas=store_berkas(instansi=macam.instansi, isi=io.BytesIO(isi), nama=nama, by=by),
        nama_berkas=nama[:255],
        sha256=hashlib.sha256(isi).hexdigest(),
        ringkasan=pratinjau.ringkasan(),
        oleh=by,
        pada=timezone.now(),
    )


def load_pratinjau(*, impor: Impor, macam: Macam) -> Pratinjau:
    """The preview of a stored file against the system as it is now."""
    return read_pratinjau(
        isi=stored_content(impor), nama=impor.nama_berkas, macam=macam, pilih=impor.pilihan.get("pilih", {})
    )


def stored_content(impor: Impor) -> bytes:
    """The file as it was uploaded."""
    try:
        return b"" if impor.berkas is None else berkas_path(impor.berkas).read_bytes()
    except OSError as galat:
        raise BerkasTakTerpakai(
            f"Berkas {impor.nama_berkas} tidak ada di penyimpanan. Unggah sekali lagi."
        ) from galat


@transaction.atomic
def choose(*, impor: Impor, macam: Macam, pilih: Mapping[str, str], by: Pengguna | None) -> Pratinjau:
    """Keep which side each cell or row follows. A choice holds for the system value it was made against."""
    macam.require_tulis(by)
    terkunci = _lock(impor, macam, StatusImpor.PRATINJAU)
    pratinjau = load_pratinjau(impor=terkunci, macam=macam)
    tersimpan = dict(terkunci.pilihan.get("pilih", {}))
    for satu in pratinjau.beda:
        if satu.bisa_pilih and pilih.get(satu.nama) in (BERKAS, SISTEM):
            tersimpan[satu.nama] = [pilih[satu.nama], satu.sistem, satu.berkas]
    terkunci.pilihan = {**terkunci.pilihan, "pilih": tersimpan}
    terkunci.save(update_fields=["pilihan"])
    return pratinjau.with_pilih(tersimpan)


@transaction.atomic
def apply_impor(*, impor: Impor, macam: Macam, by: Pengguna | None) -> Impor:
    """Write what the preview shows, all or nothing, against the system as it is now."""
    macam.require_tulis(by)
    terkunci = _lock(impor, macam, StatusImpor.PRATINJAU)
    kini = macam.locked()
    kini.require_terbuka()
    pratinjau = load_pratinjau(impor=terkunci, macam=kini)
    if sebab := pratinjau.penghalang():
        raise ImporRencanaDitolak(sebab)
    sebelum = pratinjau.bahan.sistem
    jejak = {"sebelum": sebelum, **kini.trace()}
    dibuat = kini.write(dari=sebelum, ke=pratinjau.ke, by=by, baru=pratinjau.berkas.baru, jejak={})
    jejak |= {"sidik": sidik(kini.table(), kini.hanya_baca), "dibuat": dibuat}
    terkunci.status, terkunci.jejak, terkunci.ringkasan = (
        StatusImpor.DITERAPKAN, jejak, pratinjau.ringkasan()
    )  # fmt: skip
    terkunci.oleh, terkunci.pada = by, timezone.now()
    terkunci.save()
    _record(terkunci, kini, "diterapkan", by, terkunci.ringkasan["jumlah"])
    return terkunci


@transaction.atomic
def undo_impor(*, impor: Impor, macam: Macam, by: Pengguna | None) -> Impor:
    """Take the last import back, unless what it wrote was changed since. New dictionary entries stay."""
    macam.require_tulis(by)
    terkunci = _lock(impor, macam, StatusImpor.DITERAPKAN)
    kini = macam.locked()
    kini.require_terbuka()
    terakhir = last_applied(kini)
    if terakhir is None or terakhir.pk != terkunci.pk:
        raise ImporRencanaDitolak(_("Hanya impor terakhir yang dapat diurungkan."))
    tabel = kini.table()
    if sidik(tabel, kini.hanya_baca) != terkunci.jejak["sidik"]:
        raise ImporRencanaDitolak(_("Isinya sudah diubah sesudah impor, jadi impor tidak dapat diurungkan."))
    kini.write(dari=tabel, ke=terkunci.jejak["sebelum"], by=by, baru={}, jejak=terkunci.jejak)
    terkunci.status, terkunci.diurungkan_pada = StatusImpor.DIURUNGKAN, timezone.now()
    terkunci.save(update_fields=["status", "diurungkan_pada"])
    _record(terkunci, kini, "diurungkan", by, {})
    return terkunci


def _lock(impor: Impor, macam: Macam, status: StatusImpor) -> Impor:
    semua = Impor.objects.select_for_update(of=("self",)).select_related("instansi", "berkas")
    terkunci = semua.get(pk=impor.pk, bentuk=macam.bentuk)
    if terkunci.status != status:
        kata = terkunci.get_status_display().lower()
        raise ImporRencanaDitolak(_("Impor ini sudah %(status)s. Unggah berkasnya lagi.") % {"status": kata})
    return terkunci


def _record(impor: Impor, macam: Macam, kata: str, by: Pengguna | None, perubahan: Mapping[str, Any]) -> None:
    record(
        aksi=f"perencanaan.impor.{kata}",
        objek=impor,
        by=by,
        instansi=impor.instansi,
        label=f"{macam.nama} {impor.nama_berkas}"[:200],
        perubahan={macam.kunci: macam.uid, "sha256": impor.sha256, **perubahan},
    )
