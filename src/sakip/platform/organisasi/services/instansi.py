"""The tenant itself: made and described by the operator, named and given its arms by its admin."""

from typing import Any
from uuid import UUID

from django.db import transaction

from sakip.platform import wewenang
from sakip.platform.audit.services import record
from sakip.platform.organisasi.galat import KodeTerpakai
from sakip.platform.organisasi.models import Instansi, JenisInstansi, SifatData
from sakip.platform.organisasi.services._dasar import changes, require_text
from sakip.platform.wewenang import Izin

BIDANG_OPERATOR = {"kode_wilayah", "jenis", "sifat_data", "aktif", "induk"}


@transaction.atomic
def create_instansi(
    *,
    kode_wilayah: str,
    nama: str,
    jenis: str = JenisInstansi.KOTA,
    induk: Instansi | None = None,
    sifat_data: str = SifatData.RESMI,
    sumber_data: str = "",
    by: Any | None,
) -> Instansi:
    """Make a tenant; only the operator or the system may."""
    wewenang.require(by, Izin.KELOLA_INSTANSI)
    kode = require_text(kode_wilayah, "kode_wilayah")
    if Instansi.objects.filter(kode_wilayah=kode).exists():
        raise KodeTerpakai(kode, "kode_wilayah")
    instansi = Instansi(
        kode_wilayah=kode,
        nama=require_text(nama, "nama"),
        jenis=jenis,
        induk=induk,
        sifat_data=sifat_data,
        sumber_data=sumber_data.strip(),
    )
    instansi.full_clean(validate_constraints=False)
    instansi.save(force_insert=True)
    record(
        aksi="organisasi.instansi.dibuat",
        objek=instansi,
        by=by,
        instansi=instansi,
        perubahan={"kode_wilayah": kode, "nama": instansi.nama, "sifat_data": sifat_data},
    )
    return instansi


@transaction.atomic
def update_instansi(*, instansi: Instansi, by: Any | None, **baru: Any) -> Instansi:
    """Change nama or sumber_data (admin), or any other field (operator)."""
    izin = Izin.KELOLA_INSTANSI if BIDANG_OPERATOR & baru.keys() else Izin.KELOLA_ORGANISASI
    wewenang.require(by, izin, instansi=instansi)
    if "nama" in baru:
        baru["nama"] = require_text(baru["nama"], "nama")
    terkunci = Instansi.objects.select_for_update().get(pk=instansi.pk)
    kode = baru.get("kode_wilayah", terkunci.kode_wilayah)
    if Instansi.objects.filter(kode_wilayah=kode).exclude(pk=terkunci.pk).exists():
        raise KodeTerpakai(kode, "kode_wilayah")
    beda = changes(terkunci, baru)
    for bidang, nilai in baru.items():
        setattr(terkunci, bidang, nilai)
    terkunci.full_clean(validate_constraints=False)
    if beda:
        terkunci.save()
        record(aksi="organisasi.instansi.diubah", objek=terkunci, by=by, instansi=terkunci, perubahan=beda)
    return terkunci


@transaction.atomic
def set_logo(*, instansi: Instansi, logo_uid: UUID | None, by: Any | None) -> Instansi:
    """Name the stored file (a Berkas of the same instansi) that is the arms; None takes it away."""
    wewenang.require(by, Izin.KELOLA_ORGANISASI, instansi=instansi)
    terkunci = Instansi.objects.select_for_update().get(pk=instansi.pk)
    beda = changes(terkunci, {"logo_uid": logo_uid})
    terkunci.logo_uid = logo_uid
    terkunci.save(update_fields=["logo_uid"])
    if beda:
        record(aksi="organisasi.instansi.logo", objek=terkunci, by=by, instansi=terkunci, perubahan=beda)
    return terkunci
