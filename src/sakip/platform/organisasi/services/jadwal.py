"""The calendar of an instansi."""

from datetime import date
from typing import Any

from django.db import transaction

from sakip.platform import wewenang
from sakip.platform.audit.services import record
from sakip.platform.organisasi.galat import TanggalTerbalik, TriwulanSalah
from sakip.platform.organisasi.models import Instansi, Jadwal
from sakip.platform.organisasi.services._dasar import changes, require_same_instansi
from sakip.platform.wewenang import Izin


@transaction.atomic
def save_jadwal(
    *,
    instansi: Instansi,
    tahun: int,
    jenis: str,
    buka: date,
    tutup: date,
    by: Any | None,
    jadwal: Jadwal | None = None,
    triwulan: int | None = None,
    nama: str = "",
    peran: str = "",
    dasar: str = "",
) -> Jadwal:
    """Add a window to the calendar, or change `jadwal`."""
    require_same_instansi(instansi, jadwal)
    wewenang.require(by, Izin.KELOLA_KALENDER, instansi=instansi)
    if tutup < buka:
        raise TanggalTerbalik
    if triwulan is not None and triwulan not in (1, 2, 3, 4):
        raise TriwulanSalah
    baris = Jadwal.objects.select_for_update().get(pk=jadwal.pk) if jadwal else Jadwal(instansi=instansi)
    isi = {
        "tahun": tahun,
        "triwulan": triwulan,
        "jenis": jenis,
        "nama": nama.strip(),
        "buka": buka,
        "tutup": tutup,
        "peran": peran,
        "dasar": dasar.strip(),
    }
    beda = changes(baris, isi)
    for bidang, nilai in isi.items():
        setattr(baris, bidang, nilai)
    baris.full_clean(validate_constraints=False)
    if beda:
        baris.save()
        kata = "diubah" if jadwal else "dibuat"
        record(aksi=f"organisasi.jadwal.{kata}", objek=baris, by=by, instansi=instansi, perubahan=beda)
    return baris


@transaction.atomic
def delete_jadwal(*, jadwal: Jadwal, by: Any | None) -> None:
    """Take a window off the calendar; the audit trail keeps what it said."""
    wewenang.require(by, Izin.KELOLA_KALENDER, instansi=jadwal.instansi)
    baris = Jadwal.objects.select_for_update(of=("self",)).select_related("instansi").get(pk=jadwal.pk)
    isi = {
        bidang: getattr(baris, bidang) for bidang in ("tahun", "triwulan", "jenis", "buka", "tutup", "dasar")
    }
    record(aksi="organisasi.jadwal.dihapus", objek=baris, by=by, instansi=baris.instansi, perubahan=isi)
    baris.delete()
