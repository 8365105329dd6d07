"""A plan out to Excel and back: export, preview, choices, apply, undo."""

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

from sakip.apps.datakinerja.convert import nilai_of, nilai_to_json
from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.perencanaan.galat import DokumenTerkunci
from sakip.apps.perencanaan.lembar.bahan import load_bahan, unit_names
from sakip.apps.perencanaan.lembar.baris import Catatan, read_baris
from sakip.apps.perencanaan.lembar.cocok import match_baris
from sakip.apps.perencanaan.lembar.galat import ImporRencanaDitolak
from sakip.apps.perencanaan.lembar.kolom import find_matriks
from sakip.apps.perencanaan.lembar.matriks import Kepala, write_matriks
from sakip.apps.perencanaan.lembar.pratinjau import Pratinjau, held_back
from sakip.apps.perencanaan.lembar.selectors import BENTUK, last_applied
from sakip.apps.perencanaan.lembar.tabel import BERMATRIKS, Tabel, kunci_simpul, read_tabel, sidik
from sakip.apps.perencanaan.lembar.tiga import BERKAS, SISTEM, compare
from sakip.apps.perencanaan.lembar.tulis import Pulih, write_selisih
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, Simpul, Target
from sakip.apps.perencanaan.workflow import BERJALAN, TERBUKA
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.files.selectors import berkas_path
from sakip.platform.files.services import store_berkas
from sakip.platform.lembar.baca import Batas, read_buku
from sakip.platform.lembar.models import EksporLembar, Impor, StatusImpor
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from sakip.platform.organisasi.models import Instansi, Unit

OBJEK = "perencanaan.dokumen"


@transaction.atomic
def export_dokumen(*, dokumen: Dokumen, by: Pengguna | None) -> bytes:
    """The matrix as a workbook; what it shows is kept, so that a later import can tell who changed what."""
    require(by, Izin.BACA, unit=dokumen.unit)
    _require_matriks(dokumen)
    tabel = read_tabel(dokumen)
    ekspor = _remember(dokumen, tabel, by)
    _cari, cetak = unit_names(dokumen.instansi)
    kepala = Kepala(
        f"{dokumen.get_jenis_display()} {dokumen.tahun_mulai}-{dokumen.tahun_selesai}: {dokumen.nama}",
        cetak.get(dokumen.unit.kode, dokumen.unit.kode),
        f"Versi {dokumen.versi_ke}, {dokumen.get_status_display().lower()}. Baris baru ditulis tanpa kunci; kolom "
        "tersembunyi jangan diubah.",
        str(ekspor.uid),
        str(dokumen.uid),
    )
    return write_matriks(dokumen, tabel, kepala, cetak)


def _remember(dokumen: Dokumen, tabel: Tabel, by: Pengguna | None) -> EksporLembar:
    """The same content again is the same export."""
    tanda = sidik(tabel)
    ada = EksporLembar.objects.filter(objek_jenis=OBJEK, objek_uid=dokumen.uid, sidik=tanda).first()
    return ada or EksporLembar.objects.create(
        instansi=dokumen.instansi,
        objek_jenis=OBJEK,
        objek_uid=dokumen.uid,
        isi=tabel,
        sidik=tanda,
        oleh=by,
        pada=timezone.now(),
    )


def build_templat(*, instansi: Instansi, jenis: str, tahun: int) -> bytes:
    """The empty matrix of a kind of document, from a year on."""
    lama = 5 if jenis in (JenisDokumen.RPJMD, JenisDokumen.RENSTRA) else 1
    nama = str(JenisDokumen(jenis).label)
    kosong = Dokumen(
        instansi=instansi, jenis=jenis, nama=nama, tahun_mulai=tahun, tahun_selesai=tahun + lama - 1
    )
    kepala = Kepala(
        f"{nama} {kosong.tahun_mulai}-{kosong.tahun_selesai}",
        instansi.nama,
        "Satu baris satu indikator. Kolom tingkat yang kosong berarti sama dengan baris di atasnya.",
    )
    return write_matriks(kosong, {}, kepala, {})


def read_pratinjau(*, isi: bytes, nama: str, dokumen: Dokumen, pilih: Mapping[str, Any]) -> Pratinjau:
    """What applying the file would do now. Nothing is written; raises BerkasTakTerpakai."""
    buku = read_buku(isi, nama, Batas(byte=settings.UPLOAD_MAX_BYTES, baris=settings.IMPORT_MAX_ROWS))
    letak = find_matriks(buku, dokumen)
    bahan = load_bahan(dokumen, _baseline(dokumen, letak.ekspor, nama))
    catatan = Catatan(letak)
    berkas = match_baris(read_baris(letak, catatan), bahan, catatan)
    beda = compare(berkas.tabel, bahan.sistem, bahan.ekspor, berkas.ragu)
    return Pratinjau(
        berkas=berkas,
        bahan=bahan,
        beda=tuple(beda),
        pesan=tuple(catatan.pesan),
        bersih=catatan.bersih,
        tertahan=held_back(dokumen, beda),
        tersimpan=pilih,
    )


def _baseline(dokumen: Dokumen, uid: str, nama: str) -> Tabel | None:
    """The stored table of the export that the file began as; None for a file from elsewhere."""
    if not uid:
        return None
    try:
        ekspor = EksporLembar.objects.filter(instansi_id=dokumen.instansi_id, uid=UUID(uid)).first()
    except ValueError:
        ekspor = None
    asal = None if ekspor is None else Dokumen.objects.filter(uid=ekspor.objek_uid).first()
    if ekspor is None or asal is None or sidik(ekspor.isi) != ekspor.sidik:
        raise BerkasTakTerpakai(f"Asal ekspor berkas {nama} tidak dikenal. Ekspor dokumen ini sekali lagi.")
    if (asal.unit_id, asal.jenis) != (dokumen.unit_id, dokumen.jenis):
        raise BerkasTakTerpakai(f"Berkas {nama} diekspor dari {asal.nama}, bukan dari dokumen ini.")
    tabel: Tabel = ekspor.isi
    return tabel


@transaction.atomic
def preview_impor(*, isi: bytes, nama: str, dokumen: Dokumen, by: Pengguna | None) -> Impor:
    """Read the file and keep it with its report; the plan is not touched."""
    _require(by, dokumen)
    _require_terbuka(dokumen)
    nama = PurePath(nama).name
    pratinjau = read_pratinjau(isi=isi, nama=nama, dokumen=dokumen, pilih={})
    return Impor.objects.create(
        instansi=dokumen.instansi,
        bentuk=BENTUK,
        tahun=dokumen.tahun_mulai,
        pilihan={"dokumen": str(dokumen.uid), "pilih": {}},
        berkas=store_berkas(instansi=dokumen.instansi, isi=io.BytesIO(isi), nama=nama, by=by),
        nama_berkas=nama[:255],
        sha256=hashlib.sha256(isi).hexdigest(),
        ringkasan=pratinjau.ringkasan(),
        oleh=by,
        pada=timezone.now(),
    )


def load_pratinjau(*, impor: Impor, dokumen: Dokumen) -> Pratinjau:
    """The preview of a stored file against the plan as it is now."""
    return read_pratinjau(
        isi=_content(impor), nama=impor.nama_berkas, dokumen=dokumen, pilih=impor.pilihan.get("pilih", {})
    )


def _content(impor: Impor) -> bytes:
    try:
        return b"" if impor.berkas is None else berkas_path(impor.berkas).read_bytes()
    except OSError as galat:
        raise BerkasTakTerpakai(
            f"Berkas {impor.nama_berkas} tidak ada di penyimpanan. Unggah sekali lagi."
        ) from galat


@transaction.atomic
def choose(*, impor: Impor, dokumen: Dokumen, pilih: Mapping[str, str], by: Pengguna | None) -> Pratinjau:
    """Keep which side each cell or row follows. A choice holds for the system value it was made against."""
    _require(by, dokumen)
    terkunci = _lock(impor, StatusImpor.PRATINJAU)
    pratinjau = load_pratinjau(impor=terkunci, dokumen=dokumen)
    tersimpan = dict(terkunci.pilihan.get("pilih", {}))
    for satu in pratinjau.beda:
        if satu.bisa_pilih and pilih.get(satu.nama) in (BERKAS, SISTEM):
            tersimpan[satu.nama] = [pilih[satu.nama], satu.sistem, satu.berkas]
    terkunci.pilihan = {**terkunci.pilihan, "pilih": tersimpan}
    terkunci.save(update_fields=["pilihan"])
    return pratinjau.with_pilih(tersimpan)


@transaction.atomic
def apply_impor(*, impor: Impor, dokumen: Dokumen, by: Pengguna | None) -> Impor:
    """Write what the preview shows, all or nothing, against the plan as it is now."""
    _require(by, dokumen)
    terkunci = _lock(impor, StatusImpor.PRATINJAU)
    kini = _lock_dokumen(dokumen)
    _require_terbuka(kini)
    pratinjau = load_pratinjau(impor=terkunci, dokumen=kini)
    if sebab := pratinjau.penghalang():
        raise ImporRencanaDitolak(sebab)
    sebelum = pratinjau.bahan.sistem
    jejak = _trace(kini, sebelum)
    dibuat = write_selisih(dokumen=kini, dari=sebelum, ke=pratinjau.ke, by=by, baru=pratinjau.berkas.baru)
    jejak |= {"sidik": sidik(read_tabel(kini)), "indikator": [satu.kode for satu in dibuat]}
    terkunci.status, terkunci.jejak, terkunci.ringkasan = (
        StatusImpor.DITERAPKAN, jejak, pratinjau.ringkasan()
    )  # fmt: skip
    terkunci.oleh, terkunci.pada = by, timezone.now()
    terkunci.save()
    _record(terkunci, kini, "diterapkan", by, terkunci.ringkasan["jumlah"])
    return terkunci


@transaction.atomic
def undo_impor(*, impor: Impor, dokumen: Dokumen, by: Pengguna | None) -> Impor:
    """Take the last import into a plan back, unless the plan was changed since. New dictionary entries stay."""
    _require(by, dokumen)
    terkunci = _lock(impor, StatusImpor.DITERAPKAN)
    kini = _lock_dokumen(dokumen)
    _require_terbuka(kini)
    terakhir = last_applied(kini)
    if terakhir is None or terakhir.pk != terkunci.pk:
        raise ImporRencanaDitolak(_("Hanya impor terakhir yang dapat diurungkan."))
    tabel = read_tabel(kini)
    if sidik(tabel) != terkunci.jejak["sidik"]:
        raise ImporRencanaDitolak(
            _("Dokumen ini sudah diubah sesudah impor, jadi impor tidak dapat diurungkan.")
        )
    pulih = Pulih(terkunci.jejak["nilai"], terkunci.jejak["simpul"])
    write_selisih(dokumen=kini, dari=tabel, ke=terkunci.jejak["sebelum"], by=by, pulih=pulih)
    terkunci.status, terkunci.diurungkan_pada = StatusImpor.DIURUNGKAN, timezone.now()
    terkunci.save(update_fields=["status", "diurungkan_pada"])
    _record(terkunci, kini, "diurungkan", by, {})
    return terkunci


def _trace(dokumen: Dokumen, sebelum: Tabel) -> dict[str, Any]:
    """What an undo needs: the table, exact targets, and the place and support of every node."""
    target = Target.objects.filter(dokumen=dokumen).select_related("indikator")
    simpul = Simpul.objects.filter(dokumen=dokumen).values_list("asal", "urutan", "mendukung_id")
    return {
        "sebelum": sebelum,
        "nilai": {
            "|".join(str(s) for s in (t.indikator.kode, t.tahun, t.triwulan) if s is not None): nilai_to_json(
                nilai_of(t)
            )
            for t in target
        },
        "simpul": {kunci_simpul(a): {"urutan": u, "mendukung": m} for a, u, m in simpul},
    }


def _require(by: Pengguna | None, dokumen: Dokumen) -> None:
    _require_matriks(dokumen)
    for izin in (Izin.IMPOR, Izin.SUSUN_RENCANA):
        require_massal(by, dokumen.instansi, [dokumen.unit], izin)


def _require_matriks(dokumen: Dokumen) -> None:
    if dokumen.jenis not in BERMATRIKS:
        raise ImporRencanaDitolak(
            _("%(jenis)s tidak disusun sebagai matriks.") % {"jenis": dokumen.get_jenis_display()}
        )


def _require_terbuka(dokumen: Dokumen) -> None:
    if dokumen.status not in TERBUKA:
        diproses = dokumen.status in BERJALAN - TERBUKA
        raise DokumenTerkunci(dokumen.nama, dokumen.get_status_display(), diproses=diproses)


def _lock(impor: Impor, status: StatusImpor) -> Impor:
    semua = Impor.objects.select_for_update(of=("self",)).select_related("instansi", "berkas")
    terkunci = semua.get(pk=impor.pk, bentuk=BENTUK)
    if terkunci.status != status:
        kata = terkunci.get_status_display().lower()
        raise ImporRencanaDitolak(_("Impor ini sudah %(status)s. Unggah berkasnya lagi.") % {"status": kata})
    return terkunci


def _lock_dokumen(dokumen: Dokumen) -> Dokumen:
    Unit.objects.select_for_update(no_key=True).get(pk=dokumen.unit_id)
    semua = Dokumen.objects.select_for_update(of=("self",)).select_related("unit__instansi", "instansi")
    return semua.get(pk=dokumen.pk)


def _record(
    impor: Impor, dokumen: Dokumen, kata: str, by: Pengguna | None, perubahan: Mapping[str, Any]
) -> None:
    record(
        aksi=f"perencanaan.impor.{kata}",
        objek=impor,
        by=by,
        instansi=impor.instansi,
        label=f"{dokumen.nama} {impor.nama_berkas}"[:200],
        perubahan={"dokumen": str(dokumen.uid), "sha256": impor.sha256, **perubahan},
    )
