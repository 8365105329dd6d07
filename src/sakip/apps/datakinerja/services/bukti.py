"""Evidence: a stored file or a link, with what it proves."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from sakip.apps.datakinerja.galat import (
    BedaInstansi,
    BuktiKosong,
    IsianKosong,
)
from sakip.apps.datakinerja.models import (
    Bukti,
)
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.files.models import Berkas
from sakip.platform.organisasi.models import Unit


@transaction.atomic
def add_bukti(
    *,
    unit: Unit,
    judul: str,
    by: Pengguna | None,
    jenis: str = "laporan",
    berkas: Berkas | None = None,
    tautan: str = "",
    teks: str = "",
    tanggal_bukti: date | None = None,
    halaman: str = "",
) -> Bukti:
    """Keep a file, a link or a dated statement as evidence of a unit."""
    require(by, Izin.ISI_REALISASI, unit=unit)
    if not judul.strip():
        raise IsianKosong("judul")
    if berkas is None and not tautan.strip() and not teks.strip():
        raise BuktiKosong
    if berkas is not None and berkas.instansi_id != unit.instansi_id:
        raise BedaInstansi("berkas")
    bukti = Bukti(
        instansi_id=unit.instansi_id,
        unit=unit,
        judul=" ".join(judul.split()),
        jenis=jenis,
        berkas=berkas,
        tautan=tautan.strip(),
        teks=teks.strip(),
        tanggal_bukti=tanggal_bukti,
        halaman=halaman.strip(),
        dibuat_oleh="sistem" if by is None else by.get_username(),
        dibuat_pada=timezone.now(),
    )
    bukti.full_clean(validate_constraints=False)
    bukti.save(force_insert=True)
    record(
        aksi="datakinerja.bukti.dibuat",
        objek=bukti,
        by=by,
        instansi=unit.instansi,
        perubahan={"unit": unit.kode, "berkas": None if berkas is None else berkas.sha256, "tautan": tautan},
    )
    return bukti
