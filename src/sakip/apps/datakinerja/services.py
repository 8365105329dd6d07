"""Keeping the dictionary: indicators and their versions, units of measure, baselines, evidence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypedDict, Unpack, cast

from django.db import transaction
from django.utils import timezone

from kinerja.capaian.tolak import RumusTakTerbaca, RumusTetap, tolak
from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import fields_of
from sakip.apps.datakinerja.galat import (
    BedaInstansi,
    BuktiKosong,
    IsianKosong,
    KodeIndikatorTerpakai,
    MaknaBerubah,
    PeringkatTidakSah,
    RumusDitolak,
    VersiSesudahnya,
)
from sakip.apps.datakinerja.models import (
    Bukti,
    DataDasar,
    Indikator,
    IndikatorVersi,
    PolaritasIndikator,
    Satuan,
)
from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.datakinerja.ringkas import digest
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.files.models import Berkas
from sakip.platform.organisasi.models import Instansi, Jabatan, Unit
from sakip.platform.turunan import announce

BATCH = 500
#: The same unit of measure under its printed names; one spelling is kept.
_PERSEN = frozenset({"%", "persen", "prosen", "persentase", "percent"})
_MAKNA = ("satuan", "polaritas")


class IsiIndikator(TypedDict, total=False):
    """What a dictionary entry says; what is left out keeps its default or its former value."""

    nama: str
    definisi: str
    satuan: Satuan | None
    polaritas: str
    batas: Decimal | None
    peringkat: list[str]
    agregasi_waktu: str
    desimal: int
    rumus: str
    variabel: list[str]
    pengali: Decimal | None
    sumber: str
    frekuensi: str
    pj_jabatan: Jabatan | None
    pj_teks: str
    is_iku: bool
    standar_nasional: Decimal | None
    standar_sumber: str
    kode_nasional: str


class UbahIndikator(IsiIndikator, total=False):
    """A change may give the indicator to another unit."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One indicator of a batch."""

    unit: Unit
    kode: str
    isi: IsiIndikator = field(default_factory=lambda: IsiIndikator())


@transaction.atomic
def get_or_create_satuan(
    *, instansi: Instansi, nama: str, by: Pengguna | None, simbol: str = "", unit: Unit | None = None
) -> Satuan:
    """The unit of measure of that name; spelling and letter case do not make another one."""
    require(by, Izin.SUSUN_RENCANA, unit=unit, instansi=instansi)
    return _satuan(instansi, {kunci_satuan(nama): nama}, by, simbol=simbol)[kunci_satuan(nama)]


@transaction.atomic
def create_satuan_bulk(*, instansi: Instansi, nama: Iterable[str], by: Pengguna | None) -> dict[str, Satuan]:
    """Units of measure by `kunci_satuan(name)`, made where they are missing."""
    require_massal(by, instansi)
    return _satuan(instansi, {kunci_satuan(satu): satu for satu in nama}, by)


def kunci_satuan(nama: str) -> str:
    """The form in which two printed units of measure are compared."""
    bersih = " ".join(nama.split()).casefold()
    return "persen" if bersih in _PERSEN else bersih


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
    _check(instansi, {**isi, "unit": unit}, pengganti_dari)
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
        perubahan={"berlaku_mulai": berlaku_mulai, "unit": unit.kode, **_plain(isi)},
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
        _check(instansi, {**butir.isi, "unit": butir.unit}, None)
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
            "digest": digest([(satu, _plain(butir.isi)) for satu, butir in zip(kode, baris, strict=True)]),
        },
    )
    announce(instansi_id=instansi.pk, unit_ids={butir.unit.pk for butir in baris})
    return indikator


@transaction.atomic
def update_indikator(
    *, indikator: Indikator, sejak: date, by: Pengguna | None, **isi: Unpack[UbahIndikator]
) -> IndikatorVersi:
    """Change the wording from a day on; the same day as the version in force corrects that version.

    Another unit of measure or polarity is another meaning: `replace_indikator` makes a new identity for it.
    """
    versi = _lock_versi(indikator, sejak)
    require(by, Izin.SUSUN_RENCANA, unit=versi.unit)
    unit_baru = isi.get("unit")
    if unit_baru is not None and unit_baru.pk != versi.unit_id:
        require(by, Izin.SUSUN_RENCANA, unit=unit_baru)
    _check(indikator.instansi, {**_now(versi), "unit": versi.unit, **isi}, None)
    if versi.berlaku_mulai != sejak:
        for bidang in _MAKNA:
            if bidang in isi and getattr(versi, bidang) != isi.get(bidang):
                raise MaknaBerubah(bidang)
    beda = {
        bidang: [_one(getattr(versi, bidang)), _one(nilai)]
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
    *, indikator: Indikator, kode: str, sejak: date, by: Pengguna | None, **isi: Unpack[UbahIndikator]
) -> Indikator:
    """A change of meaning: the indicator ends, and a new identity that points back to it begins."""
    versi = _lock_versi(indikator, sejak)
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


@transaction.atomic
def add_data_dasar(
    *, indikator: Indikator, tahun: int, nilai: Nilai, by: Pengguna | None, sumber: str = ""
) -> DataDasar:
    """Enter or correct the baseline of a year."""
    unit = indikator.versi.select_related("unit").latest("berlaku_mulai").unit
    require(by, Izin.SUSUN_RENCANA, unit=unit)
    if not nilai.dilaporkan:
        raise IsianKosong("nilai")
    data, dibuat = DataDasar.objects.select_for_update().update_or_create(
        indikator=indikator,
        tahun=tahun,
        defaults={"instansi_id": indikator.instansi_id, "sumber": sumber.strip(), **fields_of(nilai)},
    )
    record(
        aksi="datakinerja.data_dasar.dibuat" if dibuat else "datakinerja.data_dasar.diubah",
        objek=indikator,
        by=by,
        instansi=indikator.instansi,
        perubahan={"tahun": tahun, "nilai": nilai.teks, "sumber": sumber},
    )
    return data


@transaction.atomic
def add_data_dasar_bulk(
    *, instansi: Instansi, baris: Sequence[tuple[Indikator, int, Nilai, str]], by: Pengguna | None
) -> int:
    """Enter the baselines of a batch (indicator, year, value, source); those that exist are kept."""
    require_massal(by, instansi)
    if any(satu[0].instansi_id != instansi.pk for satu in baris):
        raise BedaInstansi("indikator")
    ada = set(DataDasar.objects.filter(instansi=instansi).values_list("indikator_id", "tahun"))
    baru = [satu for satu in baris if satu[2].dilaporkan and (satu[0].pk, satu[1]) not in ada]
    DataDasar.objects.bulk_create(
        [
            DataDasar(instansi=instansi, indikator=indikator, tahun=tahun, sumber=sumber, **fields_of(nilai))
            for indikator, tahun, nilai, sumber in baru
        ],
        batch_size=BATCH,
    )
    isi = [(indikator.kode, tahun, nilai.teks, sumber) for indikator, tahun, nilai, sumber in baru]
    record(
        aksi="datakinerja.data_dasar.dibuat_massal",
        objek=instansi,
        by=by,
        instansi=instansi,
        perubahan={"jumlah": len(baru), "digest": digest(isi)},
    )
    return len(baru)


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


def _satuan(
    instansi: Instansi, nama: dict[str, str], by: Pengguna | None, *, simbol: str = ""
) -> dict[str, Satuan]:
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    ada = {kunci_satuan(satu.nama): satu for satu in Satuan.objects.filter(instansi=instansi)}
    baru = []
    for kunci, tertulis in nama.items():
        if not kunci:
            raise IsianKosong("satuan")
        if kunci not in ada:
            persen = kunci == "persen"
            bersih = kunci if persen else re.sub(r"\s+", " ", tertulis).strip()[:80]
            baru.append(Satuan(instansi=instansi, nama=bersih, simbol="%" if persen else simbol.strip()))
    for satu in Satuan.objects.bulk_create(baru, batch_size=BATCH):
        ada[kunci_satuan(satu.nama)] = satu
    if baru:
        record(
            aksi="datakinerja.satuan.dibuat",
            objek=instansi,
            by=by,
            instansi=instansi,
            perubahan={"nama": [satu.nama for satu in baru]},
        )
    return {kunci: ada[kunci_satuan(nama[kunci][:80])] for kunci in nama}


def _check(instansi: Instansi, isi: UbahIndikator, pengganti_dari: Indikator | None) -> None:
    if not isi.get("nama", "").strip():
        raise IsianKosong("nama")
    milik: list[tuple[str, Any]] = [
        ("unit", isi.get("unit")),
        ("satuan", isi.get("satuan")),
        ("pj_jabatan", isi.get("pj_jabatan")),
        ("pengganti_dari", pengganti_dari),
    ]
    for bidang, objek in milik:
        if objek is not None and objek.instansi_id != instansi.pk:
            raise BedaInstansi(bidang)
    _check_aturan(isi)


def _check_aturan(isi: IsiIndikator) -> None:
    peringkat = [" ".join(satu.split()).casefold() for satu in isi.get("peringkat", [])]
    tidak_sah = len(set(peringkat)) != len(peringkat) or any(not satu for satu in peringkat)
    if tidak_sah or (peringkat and isi.get("polaritas") != PolaritasIndikator.ORDINAL):
        raise PeringkatTidakSah
    rumus = isi.get("rumus", "")
    if not rumus.strip():
        return
    try:
        tolak(rumus)
    except RumusTetap as salah:
        raise RumusDitolak(str(salah)) from None
    except RumusTakTerbaca:
        # Most formulas tell how the figure itself is counted; only one in R and T can be judged.
        return


def _lock_versi(indikator: Indikator, sejak: date) -> IndikatorVersi:
    """The version in force on the day, locked; a day before any later version is refused."""
    versi = list(
        IndikatorVersi.objects.select_for_update(of=("self",))
        .filter(indikator=indikator)
        .select_related("unit", "satuan", "pj_jabatan")
        .order_by("berlaku_mulai")
    )
    if versi[-1].berlaku_mulai > sejak:
        raise VersiSesudahnya(versi[-1].berlaku_mulai)
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


def _plain(isi: IsiIndikator) -> dict[str, Any]:
    return {bidang: _one(nilai) for bidang, nilai in isi.items()}


def _one(nilai: Any) -> Any:
    return nilai if nilai is None or isinstance(nilai, bool | int | list) else str(nilai)
