"""Units: made, renamed, moved and ended, each from a date on."""

from datetime import date
from typing import Any

from django.db import transaction

from sakip.platform import wewenang
from sakip.platform.audit.services import record
from sakip.platform.organisasi.galat import (
    AdaPerubahanSesudahnya,
    KodeTerpakai,
    MasihPunyaAnak,
    SusunanMelingkar,
    TanggalTerbalik,
    UnitTidakBerlaku,
)
from sakip.platform.organisasi.models import Instansi, JabatanVersi, Unit, UnitVersi
from sakip.platform.organisasi.services._dasar import (
    apply_version,
    changes,
    lock_instansi,
    locked_at,
    overlapping,
    require_same_instansi,
    require_text,
)
from sakip.platform.wewenang import Izin


@transaction.atomic
def create_unit(
    *,
    instansi: Instansi,
    kode: str,
    nama: str,
    jenis: str,
    berlaku_mulai: date,
    by: Any | None,
    induk: Unit | None = None,
    singkatan: str = "",
    klaster_akip: str = "",
    kode_skpd: str = "",
    urusan: str = "",
    entitas_sakip: bool = True,
) -> Unit:
    """Make a unit with its first version."""
    require_same_instansi(instansi, induk, "induk")
    wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=induk, instansi=instansi)
    lock_instansi(instansi)
    kode = require_text(kode, "kode")
    if Unit.objects.filter(instansi=instansi, kode__iexact=kode).exists():
        raise KodeTerpakai(kode)
    if induk is not None:
        require_in_force(induk, berlaku_mulai, bidang="induk")
    unit = Unit(instansi=instansi, kode=kode, entitas_sakip=entitas_sakip)
    unit.full_clean(validate_constraints=False)
    unit.save(force_insert=True)
    isi = {
        "nama": require_text(nama, "nama"),
        "singkatan": singkatan.strip(),
        "jenis": jenis,
        "induk": induk,
        "klaster_akip": klaster_akip,
        "kode_skpd": kode_skpd.strip(),
        "urusan": urusan.strip(),
    }
    versi = UnitVersi(instansi=instansi, unit=unit, berlaku_mulai=berlaku_mulai, **isi)
    versi.full_clean(validate_constraints=False)
    versi.save(force_insert=True)
    record(
        aksi="organisasi.unit.dibuat",
        objek=unit,
        by=by,
        instansi=instansi,
        label=f"{kode} {versi.nama}",
        perubahan={"induk": induk.kode if induk else None, "berlaku_mulai": berlaku_mulai, "jenis": jenis},
    )
    return unit


@transaction.atomic
def rename_unit(*, unit: Unit, sejak: date, by: Any | None, **baru: Any) -> UnitVersi:
    """Change nama, singkatan, jenis, klaster_akip, kode_skpd or urusan from a date on.

    On the very day the version began it is a correction of that version.
    """
    wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=unit)
    asing = baru.keys() - {"nama", "singkatan", "jenis", "klaster_akip", "kode_skpd", "urusan"}
    if asing:
        raise TypeError(f"rename_unit: {sorted(asing)}")
    if "nama" in baru:
        baru["nama"] = require_text(baru["nama"], "nama")
    versi = require_in_force(unit, sejak, bidang="sejak", lock=True)
    return _change(versi, sejak, baru, by=by, aksi="organisasi.unit.diubah")


@transaction.atomic
def move_unit(*, unit: Unit, induk: Unit | None, sejak: date, by: Any | None) -> UnitVersi:
    """Place the unit, with everything below it, under another parent (None: at the top) from a date on."""
    require_same_instansi(unit.instansi, induk, "induk")
    wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=unit)
    wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=induk, instansi=unit.instansi)
    lock_instansi(unit.instansi)
    versi = require_in_force(unit, sejak, bidang="sejak", lock=True)
    if induk is not None:
        require_in_force(induk, sejak, bidang="induk")
        _require_no_cycle(unit, induk, sejak, versi.berlaku_sampai)
    return _change(versi, sejak, {"induk": induk}, by=by, aksi="organisasi.unit.dipindah")


@transaction.atomic
def set_entitas_sakip(*, unit: Unit, entitas_sakip: bool, by: Any | None) -> Unit:
    """Say whether the unit has its own PK and LKjIP."""
    wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=unit)
    terkunci = Unit.objects.select_for_update().get(pk=unit.pk)
    beda = changes(terkunci, {"entitas_sakip": entitas_sakip})
    if beda:
        terkunci.entitas_sakip = entitas_sakip
        terkunci.save(update_fields=["entitas_sakip"])
        record(aksi="organisasi.unit.diubah", objek=terkunci, by=by, instansi=unit.instansi, perubahan=beda)
    return terkunci


@transaction.atomic
def end_unit(*, unit: Unit, tanggal: date, by: Any | None, alasan: str = "") -> UnitVersi:
    """End the unit: `tanggal` is the first day on which it no longer exists. Its posts end with it."""
    wewenang.require(by, Izin.KELOLA_ORGANISASI, unit=unit)
    lock_instansi(unit.instansi)
    return close_unit(unit=unit, tanggal=tanggal, by=by, alasan=alasan)


def close_unit(*, unit: Unit, tanggal: date, by: Any | None, alasan: str) -> UnitVersi:
    """The ending itself, for a caller that has checked the policy and locked the instansi."""
    versi = unit.versi.select_for_update().order_by("-berlaku_mulai").first()
    if versi is None or (versi.berlaku_sampai is not None and versi.berlaku_sampai <= tanggal):
        raise UnitTidakBerlaku(unit.kode, tanggal, bidang="tanggal")
    if versi.berlaku_mulai >= tanggal:
        if versi.unit.versi.count() == 1:
            raise TanggalTerbalik("tanggal")
        raise AdaPerubahanSesudahnya(unit.kode, versi.berlaku_mulai)
    anak = UnitVersi.objects.filter(overlapping(tanggal, None), induk=unit).order_by("unit__kode")
    kode_anak = list(dict.fromkeys(anak.values_list("unit__kode", flat=True)))
    if kode_anak:
        raise MasihPunyaAnak(unit.kode, kode_anak)
    versi.berlaku_sampai = tanggal
    versi.save(update_fields=["berlaku_sampai"])
    jabatan = _end_posts(unit, tanggal)
    record(
        aksi="organisasi.unit.diakhiri",
        objek=unit,
        by=by,
        instansi=unit.instansi,
        label=f"{unit.kode} {versi.nama}",
        perubahan={"berlaku_sampai": tanggal, "alasan": alasan, "jabatan_diakhiri": jabatan},
    )
    return versi


def _end_posts(unit: Unit, tanggal: date) -> list[str]:
    """Posts of an ended unit lapse on the same day; one that was yet to begin never comes into force."""
    versi = JabatanVersi.objects.select_for_update().filter(overlapping(tanggal, None), unit=unit)
    kode = sorted(set(versi.values_list("jabatan__kode", flat=True)))
    versi.filter(berlaku_mulai__gte=tanggal).delete()
    versi.filter(berlaku_mulai__lt=tanggal).update(berlaku_sampai=tanggal)
    return kode


def require_in_force(unit: Unit, tanggal: date, *, bidang: str, lock: bool = False) -> UnitVersi:
    """The unit's version on `tanggal`; raises UnitTidakBerlaku."""
    versi = (
        locked_at(UnitVersi.objects.filter(unit=unit), tanggal)
        if lock
        else UnitVersi.objects.pada(tanggal).filter(unit=unit).first()
    )
    if versi is None:
        raise UnitTidakBerlaku(unit.kode, tanggal, bidang=bidang)
    return versi


def _change(versi: UnitVersi, sejak: date, baru: dict[str, Any], *, by: Any | None, aksi: str) -> UnitVersi:
    beda = changes(versi, baru)
    if not beda:
        return versi
    hasil = apply_version(versi, sejak, baru)
    record(
        aksi=aksi,
        objek=versi.unit,
        by=by,
        instansi=versi.instansi,
        label=f"{versi.unit.kode} {hasil.nama}",
        perubahan={**beda, "sejak": sejak},
    )
    return hasil


def _require_no_cycle(unit: Unit, induk: Unit, mulai: date, sampai: date | None) -> None:
    """Walk up from the new parent on every day within [mulai, sampai) on which the tree changes."""
    semua = list(UnitVersi.objects.filter(overlapping(mulai, sampai), instansi_id=unit.instansi_id))
    hari = {mulai} | {satu.berlaku_mulai for satu in semua if satu.berlaku_mulai > mulai}
    for tanggal in sorted(hari):
        atas = {
            satu.unit_id: satu.induk_id
            for satu in semua
            if satu.berlaku_mulai <= tanggal
            and (satu.berlaku_sampai is None or satu.berlaku_sampai > tanggal)
        }
        langkah: int | None = induk.pk
        while langkah is not None:
            if langkah == unit.pk:
                raise SusunanMelingkar(unit.kode, induk.kode, tanggal)
            langkah = atas.get(langkah)
