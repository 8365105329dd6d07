"""Posts: made, changed and ended, each from a date on."""

from datetime import date
from typing import Any

from django.db import transaction

from sakip.platform import wewenang
from sakip.platform.audit.services import record
from sakip.platform.organisasi.galat import (
    AdaPerubahanSesudahnya,
    JabatanTidakBerlaku,
    KepalaGanda,
    KodeTerpakai,
    SusunanMelingkar,
    TanggalTerbalik,
)
from sakip.platform.organisasi.models import Instansi, Jabatan, JabatanVersi, Unit
from sakip.platform.organisasi.services._dasar import (
    apply_version,
    changes,
    lock_instansi,
    locked_at,
    overlapping,
    require_same_instansi,
    require_text,
)
from sakip.platform.organisasi.services.unit import require_in_force
from sakip.platform.wewenang import Izin

BIDANG = {"nama", "eselon", "unit", "atasan", "kepala"}


@transaction.atomic
def create_jabatan(
    *,
    instansi: Instansi,
    kode: str,
    nama: str,
    unit: Unit,
    berlaku_mulai: date,
    by: Any | None,
    eselon: str = "",
    atasan: Jabatan | None = None,
    kepala: bool = False,
) -> Jabatan:
    """Make a post with its first version."""
    require_same_instansi(instansi, unit, "unit")
    require_same_instansi(instansi, atasan, "atasan")
    wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=unit)
    lock_instansi(instansi)
    kode = require_text(kode, "kode")
    if Jabatan.objects.filter(instansi=instansi, kode__iexact=kode).exists():
        raise KodeTerpakai(kode)
    require_in_force(unit, berlaku_mulai, bidang="unit")
    jabatan = Jabatan(instansi=instansi, kode=kode)
    jabatan.full_clean(validate_constraints=False)
    if kepala:
        _require_only_head(unit, berlaku_mulai, None, None)
    jabatan.save(force_insert=True)
    versi = JabatanVersi(
        instansi=instansi,
        jabatan=jabatan,
        nama=require_text(nama, "nama"),
        eselon=eselon.strip(),
        unit=unit,
        atasan=atasan,
        kepala=kepala,
        berlaku_mulai=berlaku_mulai,
    )
    versi.full_clean(validate_constraints=False)
    versi.save(force_insert=True)
    record(
        aksi="organisasi.jabatan.dibuat",
        objek=jabatan,
        by=by,
        instansi=instansi,
        label=f"{kode} {versi.nama}",
        perubahan={"unit": unit.kode, "berlaku_mulai": berlaku_mulai, "kepala": kepala},
    )
    return jabatan


@transaction.atomic
def update_jabatan(*, jabatan: Jabatan, sejak: date, by: Any | None, **baru: Any) -> JabatanVersi:
    """Change nama, eselon, unit, atasan or kepala from a date on (a correction on the day it began)."""
    asing = baru.keys() - BIDANG
    if asing:
        raise TypeError(f"update_jabatan: {sorted(asing)}")
    lock_instansi(jabatan.instansi)
    versi = locked_at(JabatanVersi.objects.filter(jabatan=jabatan), sejak)
    if versi is None:
        raise JabatanTidakBerlaku(jabatan.kode, sejak)
    wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=versi.unit)
    if "nama" in baru:
        baru["nama"] = require_text(baru["nama"], "nama")
    _require_place(jabatan, versi, sejak, baru, by)
    beda = changes(versi, baru)
    if not beda:
        return versi
    hasil = apply_version(versi, sejak, baru)
    record(
        aksi="organisasi.jabatan.diubah",
        objek=jabatan,
        by=by,
        instansi=jabatan.instansi,
        label=f"{jabatan.kode} {hasil.nama}",
        perubahan={**beda, "sejak": sejak},
    )
    return hasil


@transaction.atomic
def end_jabatan(*, jabatan: Jabatan, tanggal: date, by: Any | None, alasan: str = "") -> JabatanVersi:
    """End the post: `tanggal` is the first day on which it no longer exists."""
    versi = jabatan.versi.select_for_update().order_by("-berlaku_mulai").first()
    if versi is None or (versi.berlaku_sampai is not None and versi.berlaku_sampai <= tanggal):
        raise JabatanTidakBerlaku(jabatan.kode, tanggal, bidang="tanggal")
    wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=versi.unit)
    if versi.berlaku_mulai >= tanggal:
        if jabatan.versi.count() == 1:
            raise TanggalTerbalik("tanggal")
        raise AdaPerubahanSesudahnya(jabatan.kode, versi.berlaku_mulai)
    versi.berlaku_sampai = tanggal
    versi.save(update_fields=["berlaku_sampai"])
    record(
        aksi="organisasi.jabatan.diakhiri",
        objek=jabatan,
        by=by,
        instansi=jabatan.instansi,
        label=f"{jabatan.kode} {versi.nama}",
        perubahan={"berlaku_sampai": tanggal, "alasan": alasan},
    )
    return versi


def _require_place(
    jabatan: Jabatan, versi: JabatanVersi, sejak: date, baru: dict[str, Any], by: Any | None
) -> None:
    unit = baru.get("unit", versi.unit)
    atasan = baru.get("atasan", versi.atasan)
    require_same_instansi(jabatan.instansi, unit, "unit")
    require_same_instansi(jabatan.instansi, atasan, "atasan")
    if unit != versi.unit:
        wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=unit)
        require_in_force(unit, sejak, bidang="unit")
    if atasan is not None:
        _require_no_cycle(jabatan, atasan, sejak)
    if baru.get("kepala", versi.kepala):
        _require_only_head(unit, sejak, versi.berlaku_sampai, jabatan)


def _require_only_head(unit: Unit, mulai: date, sampai: date | None, kecuali: Jabatan | None) -> None:
    kepala = JabatanVersi.objects.filter(overlapping(mulai, sampai), unit=unit, kepala=True)
    lain = kepala.exclude(jabatan=kecuali).first() if kecuali else kepala.first()
    if lain is not None:
        raise KepalaGanda(lain.nama)


def _require_no_cycle(jabatan: Jabatan, atasan: Jabatan, sejak: date) -> None:
    versi = JabatanVersi.objects.pada(sejak).filter(instansi_id=jabatan.instansi_id)
    atas = dict(versi.values_list("jabatan_id", "atasan_id"))
    langkah: int | None = atasan.pk
    while langkah is not None:
        if langkah == jabatan.pk:
            raise SusunanMelingkar(jabatan.kode, atasan.kode, sejak, bidang="atasan")
        langkah = atas.get(langkah)
