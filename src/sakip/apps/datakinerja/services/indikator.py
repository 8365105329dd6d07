"""Indicators and the versions of their dictionary."""

from collections.abc import Sequence
from datetime import date
from typing import Unpack, cast

from django.db import transaction

from sakip.apps.datakinerja.galat import (
    IndikatorBerubah,
    IsianKosong,
    KodeIndikatorTerpakai,
    MaknaBerubah,
    VersiSesudahnya,
)
from sakip.apps.datakinerja.models import (
    Indikator,
    IndikatorVersi,
)
from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.datakinerja.ringkas import digest
from sakip.apps.datakinerja.services._isi import (
    BATCH,
    BarisIndikator,
    IsiIndikator,
    UbahIndikator,
    check_isi,
    plain_isi,
    plain_nilai,
)
from sakip.apps.datakinerja.sidik import sidik_versi
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.turunan import announce

_MAKNA = ("satuan", "polaritas")


@transaction.atomic
def create_indikator(
    *,
    instansi: Instansi,
    unit: Unit,
    kode: str,
    berlaku_mulai: date,
    by: Pengguna | None,
    pengganti_dari: Indikator | None = None,
    **isi: Unpack[IsiIndikator],
) -> Indikator:
    """Enter an indicator with its first version."""
    require(by, Izin.SUSUN_RENCANA, unit=unit, instansi=instansi)
    check_isi(instansi, {**isi, "unit": unit}, pengganti_dari)
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    kode = " ".join(kode.split())
    if not kode:
        raise IsianKosong("kode")
    if Indikator.objects.filter(instansi=instansi, kode__iexact=kode).exists():
        raise KodeIndikatorTerpakai(kode)
    indikator = Indikator.objects.create(instansi=instansi, kode=kode, pengganti_dari=pengganti_dari)
    versi = IndikatorVersi(
        instansi=instansi, indikator=indikator, unit=unit, berlaku_mulai=berlaku_mulai, **isi
    )
    versi.full_clean(validate_constraints=False)
    versi.save(force_insert=True)
    record(
        aksi="datakinerja.indikator.dibuat",
        objek=indikator,
        by=by,
        instansi=instansi,
        label=f"{kode} {versi.nama}",
        perubahan={"berlaku_mulai": berlaku_mulai, "unit": unit.kode, **plain_isi(isi)},
    )
    announce(instansi_id=instansi.pk, unit_ids=[unit.pk])
    return indikator


@transaction.atomic
def create_indikator_bulk(
    *, instansi: Instansi, baris: Sequence[BarisIndikator], berlaku_mulai: date, by: Pengguna | None
) -> list[Indikator]:
    """Enter many indicators at once, in the order given; one audit record for all of them."""
    require_massal(by, instansi, (satu.unit for satu in baris))
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    kode = [" ".join(satu.kode.split()) for satu in baris]
    ada = Indikator.objects.filter(instansi=instansi).values_list("kode", flat=True)
    terpakai = {satu.casefold() for satu in ada}
    for satu in kode:
        if not satu:
            raise IsianKosong("kode")
        if satu.casefold() in terpakai:
            raise KodeIndikatorTerpakai(satu)
        terpakai.add(satu.casefold())
    for butir in baris:
        check_isi(instansi, {**butir.isi, "unit": butir.unit}, None)
    indikator = Indikator.objects.bulk_create(
        [Indikator(instansi=instansi, kode=satu) for satu in kode], batch_size=BATCH
    )
    IndikatorVersi.objects.bulk_create(
        [
            IndikatorVersi(
                instansi=instansi,
                indikator=satu,
                berlaku_mulai=berlaku_mulai,
                unit=butir.unit,
                **butir.isi,
            )
            for satu, butir in zip(indikator, baris, strict=True)
        ],
        batch_size=BATCH,
    )
    record(
        aksi="datakinerja.indikator.dibuat_massal",
        objek=instansi,
        by=by,
        instansi=instansi,
        perubahan={
            "jumlah": len(indikator),
            "digest": digest([(satu, plain_isi(butir.isi)) for satu, butir in zip(kode, baris, strict=True)]),
        },
    )
    announce(instansi_id=instansi.pk, unit_ids={butir.unit.pk for butir in baris})
    return indikator


@transaction.atomic
def update_indikator(
    *,
    indikator: Indikator,
    sejak: date,
    by: Pengguna | None,
    sidik: str = "",
    **isi: Unpack[UbahIndikator],
) -> IndikatorVersi:
    """Change the wording from a day on; the same day as the version in force corrects that version.

    Another unit of measure, polarity or kind of measure is another meaning: `replace_indikator` makes a new
    identity for it. `sidik` is that of the version the editor opened; a version changed since is refused.
    """
    versi = _lock_versi(indikator, sejak, sidik)
    require(by, Izin.SUSUN_RENCANA, unit=versi.unit)
    unit_baru = isi.get("unit")
    if unit_baru is not None and unit_baru.pk != versi.unit_id:
        require(by, Izin.SUSUN_RENCANA, unit=unit_baru)
    check_isi(indikator.instansi, {**_now(versi), "unit": versi.unit, **isi}, None)
    if versi.berlaku_mulai != sejak:
        for bidang in _MAKNA:
            if bidang in isi and getattr(versi, bidang) != isi.get(bidang):
                raise MaknaBerubah(bidang)
        if versi.jenis_ukuran and isi.get("jenis_ukuran", versi.jenis_ukuran) != versi.jenis_ukuran:
            raise MaknaBerubah("jenis_ukuran")
    beda = {
        bidang: [plain_nilai(getattr(versi, bidang)), plain_nilai(nilai)]
        for bidang, nilai in isi.items()
        if getattr(versi, bidang) != nilai
    }
    if not beda:
        return versi
    baru = _put(versi, sejak, isi)
    record(
        aksi="datakinerja.indikator.diubah",
        objek=indikator,
        by=by,
        instansi=indikator.instansi,
        label=f"{indikator.kode} {baru.nama}",
        perubahan={"sejak": sejak, **beda},
    )
    announce(
        instansi_id=indikator.instansi_id,
        unit_ids={versi.unit_id, baru.unit_id},
        indikator_ids=[indikator.pk],
    )
    return baru


@transaction.atomic
def replace_indikator(
    *,
    indikator: Indikator,
    kode: str,
    sejak: date,
    by: Pengguna | None,
    sidik: str = "",
    **isi: Unpack[UbahIndikator],
) -> Indikator:
    """A change of meaning: the indicator ends, and a new identity that points back to it begins."""
    versi = _lock_versi(indikator, sejak, sidik)
    require(by, Izin.SUSUN_RENCANA, unit=versi.unit)
    if versi.berlaku_mulai >= sejak:
        raise VersiSesudahnya(versi.berlaku_mulai)
    unit = isi.pop("unit", versi.unit)
    baru = cast(IsiIndikator, {**_now(versi), **isi})
    versi.berlaku_sampai = sejak
    versi.save(update_fields=["berlaku_sampai"])
    record(
        aksi="datakinerja.indikator.diganti",
        objek=indikator,
        by=by,
        instansi=indikator.instansi,
        perubahan={"sejak": sejak, "pengganti": kode},
    )
    return create_indikator(
        instansi=indikator.instansi,
        unit=unit,
        kode=kode,
        berlaku_mulai=sejak,
        by=by,
        pengganti_dari=indikator,
        **baru,
    )


def _lock_versi(indikator: Indikator, sejak: date, sidik: str = "") -> IndikatorVersi:
    """The version in force on the day, locked; a day before any later version is refused."""
    versi = list(
        IndikatorVersi.objects.select_for_update(of=("self",))
        .filter(indikator=indikator)
        .select_related("unit", "satuan", "pj_jabatan")
        .order_by("berlaku_mulai")
    )
    if versi[-1].berlaku_mulai > sejak:
        raise VersiSesudahnya(versi[-1].berlaku_mulai)
    if sidik and sidik != sidik_versi(versi[-1]):
        raise IndikatorBerubah(versi[-1].nama)
    return versi[-1]


def _put(versi: IndikatorVersi, sejak: date, isi: UbahIndikator) -> IndikatorVersi:
    baru = versi
    if versi.berlaku_mulai != sejak:
        baru = IndikatorVersi.objects.get(pk=versi.pk)
        baru.pk, baru._state.adding, baru.berlaku_mulai = None, True, sejak
        versi.berlaku_sampai = sejak
        versi.save(update_fields=["berlaku_sampai"])
    for bidang, nilai in isi.items():
        setattr(baru, bidang, nilai)
    baru.full_clean(validate_constraints=False)
    baru.save()
    return baru


def _now(versi: IndikatorVersi) -> IsiIndikator:
    isi = {bidang: getattr(versi, bidang) for bidang in IsiIndikator.__annotations__}
    return cast(IsiIndikator, isi)
