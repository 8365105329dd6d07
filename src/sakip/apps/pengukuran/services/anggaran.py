"""Budget and spending of plan nodes and units."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import Q

from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.datakinerja.ringkas import digest
from sakip.apps.pengukuran.galat import AnggaranNegatif, BedaInstansi, TriwulanSalah
from sakip.apps.pengukuran.models import Anggaran
from sakip.apps.perencanaan.models import Simpul
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Instansi, Unit

BATCH = 500
_BIDANG = ("pagu", "pagu_perubahan", "realisasi", "kumulatif")


class IsiAnggaran(TypedDict, total=False):
    """What is given; what is left out stays as it was."""

    pagu: Decimal | None
    pagu_perubahan: Decimal | None
    realisasi: Decimal | None
    kumulatif: bool


@dataclass(frozen=True, slots=True)
class IsiBarisAnggaran:
    """One budget figure of a batch."""

    unit: Unit
    tahun: int
    isi: IsiAnggaran
    triwulan: int | None = None
    simpul: Simpul | None = None

    @property
    def kunci(self) -> tuple[int, int | None, int, int | None]:
        return (self.unit.pk, None if self.simpul is None else self.simpul.pk, self.tahun, self.triwulan)


@dataclass(frozen=True, slots=True)
class HasilAnggaran:
    """What a batch did: new rows, and changed ones with what stood there before."""

    dibuat: tuple[int, ...]
    diubah: tuple[tuple[int, dict[str, Any]], ...]


@transaction.atomic
def set_anggaran(
    *,
    unit: Unit,
    tahun: int,
    by: Pengguna | None,
    triwulan: int | None = None,
    simpul: Simpul | None = None,
    **isi: Unpack[IsiAnggaran],
) -> Anggaran:
    """Write the budget or spending of a node (of the whole unit without one) for a year or quarter."""
    require(by, Izin.ISI_REALISASI, unit=unit)
    _check(unit, triwulan, simpul, isi)
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    anggaran = Anggaran.objects.filter(unit=unit, simpul=simpul, tahun=tahun, triwulan=triwulan).first()
    if anggaran is None:
        anggaran = Anggaran(
            instansi_id=unit.instansi_id, unit=unit, simpul=simpul, tahun=tahun, triwulan=triwulan
        )
    beda = {bidang: [getattr(anggaran, bidang), nilai] for bidang, nilai in isi.items()}
    for bidang, nilai in isi.items():
        setattr(anggaran, bidang, nilai)
    anggaran.save()
    record(
        aksi="pengukuran.anggaran.diubah",
        objek=simpul or unit,
        by=by,
        instansi=unit.instansi,
        perubahan={"periode": [tahun, triwulan], **beda},
    )
    return anggaran


@transaction.atomic
def set_anggaran_bulk(
    *, instansi: Instansi, baris: Sequence[IsiBarisAnggaran], by: Pengguna | None
) -> HasilAnggaran:
    """Write many budget figures; equal ones are left alone."""
    require_massal(by, instansi, (satu.unit for satu in baris))
    for satu in baris:
        if satu.unit.instansi_id != instansi.pk:
            raise BedaInstansi("unit")
        _check(satu.unit, satu.triwulan, satu.simpul, satu.isi)
    ada = _load(instansi, baris)
    baru: dict[tuple[int, int | None, int, int | None], Anggaran] = {}
    ubah: dict[int, tuple[Anggaran, dict[str, Any]]] = {}
    for satu in baris:
        anggaran = ada.get(satu.kunci) or baru.get(satu.kunci)
        if anggaran is None:
            anggaran = baru[satu.kunci] = Anggaran(
                instansi=instansi,
                unit=satu.unit,
                simpul=satu.simpul,
                tahun=satu.tahun,
                triwulan=satu.triwulan,
            )
        elif anggaran.pk is not None and any(getattr(anggaran, b) != n for b, n in satu.isi.items()):
            ubah.setdefault(anggaran.pk, (anggaran, {b: getattr(anggaran, b) for b in _BIDANG}))
        for bidang, nilai in satu.isi.items():
            setattr(anggaran, bidang, nilai)
    dibuat = Anggaran.objects.bulk_create(baru.values(), batch_size=BATCH)
    Anggaran.objects.bulk_update([anggaran for anggaran, _ in ubah.values()], _BIDANG, batch_size=BATCH)
    record(
        aksi="pengukuran.anggaran.diubah_massal",
        objek=instansi,
        by=by,
        instansi=instansi,
        perubahan={
            "dibuat": len(dibuat),
            "diubah": len(ubah),
            "digest": digest((*satu.kunci, sorted(satu.isi.items())) for satu in baris),
        },
    )
    return HasilAnggaran(
        tuple(satu.pk for satu in dibuat), tuple((pk, sebelum) for pk, (_, sebelum) in ubah.items())
    )


def _load(
    instansi: Instansi, baris: Sequence[IsiBarisAnggaran]
) -> dict[tuple[int, int | None, int, int | None], Anggaran]:
    if not baris:
        return {}
    lingkup = Q()
    for tahun in {satu.tahun for satu in baris}:
        lingkup |= Q(tahun=tahun, unit_id__in={satu.unit.pk for satu in baris if satu.tahun == tahun})
    anggaran = Anggaran.objects.select_for_update().filter(lingkup, instansi=instansi).order_by("pk")
    return {(satu.unit_id, satu.simpul_id, satu.tahun, satu.triwulan): satu for satu in anggaran}


def _check(unit: Unit, triwulan: int | None, simpul: Simpul | None, isi: IsiAnggaran) -> None:
    if triwulan is not None and not 1 <= triwulan <= 4:
        raise TriwulanSalah
    if simpul is not None and simpul.instansi_id != unit.instansi_id:
        raise BedaInstansi("simpul")
    for bidang, pagu in (("pagu", isi.get("pagu")), ("pagu_perubahan", isi.get("pagu_perubahan"))):
        if pagu is not None and pagu < 0:
            raise AnggaranNegatif(bidang)
