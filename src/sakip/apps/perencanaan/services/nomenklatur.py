"""Keeping the nomenclature: versions, their entries as imported, and what an entry is called in a later version."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.galat import GalatPerencanaan
from sakip.apps.perencanaan.models import (
    ButirNomenklatur,
    JenisNomenklatur,
    PadananNomenklatur,
    VersiNomenklatur,
)
from sakip.apps.perencanaan.selectors.nomenklatur import BENTUK, imports_of
from sakip.apps.perencanaan.services._dasar import BATCH, require_text
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.organisasi.models import Instansi

_BIDANG = ("nama", "kinerja", "indikator", "satuan")
_KODE = re.compile(r"(?:\d|X)(?:\.(?:\d\d|XX)(?:\.\d\d(?:\.\d\.\d\d(?:\.(?:\d\d|\d{4}))?)?)?)?")
_JENIS = dict(zip((1, 2, 3, 5, 6), JenisNomenklatur.values, strict=True))


class KodeNomenklaturSalah(GalatPerencanaan):
    def __init__(self, kode: str) -> None:
        pesan = _("Kode “%(kode)s” bukan kode nomenklatur. Contoh yang benar: 1.01.02.2.01.0001.")
        super().__init__(pesan % {"kode": kode}, bidang="kode")


class VersiSudahAda(GalatPerencanaan):
    def __init__(self, kode: str) -> None:
        pesan = _("Versi nomenklatur “%(kode)s” sudah ada. Pilih kode lain.")
        super().__init__(pesan % {"kode": kode}, bidang="kode")


class TakDapatDiurungkan(GalatPerencanaan):
    """An import is undone once, by the latest first, and while nothing rests on its entries."""


@dataclass(frozen=True, slots=True)
class BarisButir:
    """One entry of a list as it was printed."""

    kode: str
    nama: str
    kinerja: str = ""
    indikator: str = ""
    satuan: str = ""


@dataclass(frozen=True, slots=True)
class HasilButir:
    """What an import wrote."""

    impor: Impor
    dibuat: int
    diubah: int
    tetap: int


def kode_baku(kode: str) -> str:
    """The code with a sub kegiatan in four digits: lists before 2023 printed two."""
    rapi = "".join(kode.split()).strip(".").upper()
    if _KODE.fullmatch(rapi) is None:
        raise KodeNomenklaturSalah(kode)
    bagian = rapi.split(".")
    if len(bagian) == 6:
        bagian[5] = bagian[5].zfill(4)
    return ".".join(bagian)


def jenis_kode(baku: str) -> str:
    return _JENIS[len(baku.split("."))]


def kode_induk(baku: str) -> str:
    """The code of the level above, empty at the top: the level of government belongs to the kegiatan's code."""
    bagian = baku.split(".")
    return ".".join(bagian[: {1: 0, 2: 1, 3: 2, 5: 3, 6: 5}[len(bagian)]])


@transaction.atomic
def create_versi(
    *, instansi: Instansi, kode: str, nama: str, dasar: str, berlaku_mulai: date, by: Pengguna | None
) -> VersiNomenklatur:
    """Begin a version; the one in force before it ends on the same day."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=instansi)
    kode = require_text(kode, "kode")
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    if VersiNomenklatur.objects.filter(instansi=instansi, kode=kode).exists():
        raise VersiSudahAda(kode)
    semua = VersiNomenklatur.objects.filter(instansi=instansi)
    berikut = semua.filter(berlaku_mulai__gt=berlaku_mulai).order_by("berlaku_mulai").first()
    semua.filter(berlaku_mulai__lt=berlaku_mulai, berlaku_sampai__isnull=True).update(
        berlaku_sampai=berlaku_mulai
    )
    versi = VersiNomenklatur(
        instansi=instansi,
        kode=kode,
        nama=require_text(nama, "nama"),
        dasar=require_text(dasar, "dasar"),
        berlaku_mulai=berlaku_mulai,
        berlaku_sampai=None if berikut is None else berikut.berlaku_mulai,
    )
    versi.full_clean(validate_constraints=False)
    versi.save(force_insert=True)
    isi = {"kode": kode, "berlaku_mulai": berlaku_mulai.isoformat()}
    record(aksi="perencanaan.nomenklatur.dibuat", objek=versi, by=by, instansi=instansi, perubahan=isi)
    return versi


def count_butir(*, versi: VersiNomenklatur, baris: Sequence[BarisButir]) -> dict[str, int]:
    """What importing these entries would do, without writing."""
    ada = {satu.kode_baku: satu for satu in ButirNomenklatur.objects.filter(versi=versi)}
    pasangan = [(satu, ada.get(kode_baku(satu.kode))) for satu in baris]
    dibuat = sum(lama is None for _satu, lama in pasangan)
    diubah = sum(lama is not None and _differs(lama, satu) for satu, lama in pasangan)
    return {"dibuat": dibuat, "diubah": diubah, "tetap": len(baris) - dibuat - diubah}


@transaction.atomic
def import_butir(
    *,
    versi: VersiNomenklatur,
    baris: Sequence[BarisButir],
    berkas: str,
    isi: bytes,
    by: Pengguna | None,
    pratinjau: Impor | None = None,
) -> HasilButir:
    """Write the entries of a list: new ones are added, reworded ones changed, the rest is left alone.

    `pratinjau` is the stored preview that becomes the record of this import.
    """
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=versi.instansi)
    VersiNomenklatur.objects.select_for_update().get(pk=versi.pk)
    ada = {satu.kode_baku: satu for satu in ButirNomenklatur.objects.filter(versi=versi)}
    baru: dict[str, ButirNomenklatur] = {}
    ubah: dict[str, dict[str, str]] = {}
    for satu in baris:
        baku = kode_baku(satu.kode)
        lama = ada.get(baku)
        if lama is None:
            baru[baku] = ButirNomenklatur(
                instansi_id=versi.instansi_id,
                versi=versi,
                jenis=jenis_kode(baku),
                kode=satu.kode,
                kode_baku=baku,
                **{b: getattr(satu, b) for b in _BIDANG},
            )
        elif _differs(lama, satu):
            ubah[baku] = {b: getattr(lama, b) for b in _BIDANG}
            for b in _BIDANG:
                setattr(lama, b, getattr(satu, b) or getattr(lama, b))
    _write_by_level(baru, ada)
    ButirNomenklatur.objects.bulk_update([ada[kode] for kode in ubah], _BIDANG, batch_size=BATCH)
    tetap = len(baris) - len(baru) - len(ubah)
    impor = pratinjau or Impor(
        instansi_id=versi.instansi_id,
        bentuk=BENTUK,
        tahun=versi.berlaku_mulai.year,
        pilihan={"versi": str(versi.uid)},
        nama_berkas=berkas[:255],
        sha256=sha256(isi).hexdigest(),
    )
    hitung = {"dibuat": len(baru), "diubah": len(ubah), "tetap": tetap}
    impor.status = StatusImpor.DITERAPKAN
    impor.ringkasan = {**impor.ringkasan, **hitung}
    impor.jejak = {"dibuat": sorted(baru), "sebelum": ubah}
    impor.oleh, impor.pada = by, timezone.now()
    impor.save()
    record(
        aksi="perencanaan.nomenklatur.diimpor",
        objek=versi,
        by=by,
        instansi=versi.instansi,
        perubahan={**hitung, "sha256": impor.sha256},
    )
    return HasilButir(impor, len(baru), len(ubah), tetap)


def _differs(lama: ButirNomenklatur, baru: BarisButir) -> bool:
    """An empty cell of the list says nothing, so it changes nothing."""
    return any(getattr(baru, b) and getattr(lama, b) != getattr(baru, b) for b in _BIDANG)


@transaction.atomic
def undo_butir(*, versi: VersiNomenklatur, by: Pengguna | None) -> Impor:
    """Take the last import into a version back."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=versi.instansi)
    impor = imports_of(versi).select_for_update(of=("self",)).filter(status=StatusImpor.DITERAPKAN).first()
    if impor is None:
        raise TakDapatDiurungkan(_("Tidak ada impor nomenklatur yang dapat diurungkan."))
    dibuat = ButirNomenklatur.objects.filter(versi=versi, kode_baku__in=impor.jejak["dibuat"])
    if PadananNomenklatur.objects.filter(dari__in=dibuat).exists() or (
        PadananNomenklatur.objects.filter(ke__in=dibuat).exists()
    ):
        raise TakDapatDiurungkan(_("Butir impor ini sudah dipadankan. Hapus padanannya lebih dahulu."))
    dibuat.delete()
    sebelum = impor.jejak["sebelum"]
    ubah = list(ButirNomenklatur.objects.filter(versi=versi, kode_baku__in=list(sebelum)))
    for satu in ubah:
        for bidang, nilai in sebelum[satu.kode_baku].items():
            setattr(satu, bidang, nilai)
    ButirNomenklatur.objects.bulk_update(ubah, _BIDANG, batch_size=BATCH)
    impor.status, impor.diurungkan_pada = StatusImpor.DIURUNGKAN, timezone.now()
    impor.save(update_fields=["status", "diurungkan_pada"])
    isi = {"sha256": impor.sha256}
    record(
        aksi="perencanaan.nomenklatur.impor_diurungkan",
        objek=versi,
        by=by,
        instansi=versi.instansi,
        perubahan=isi,
    )
    return impor


def _write_by_level(baru: dict[str, ButirNomenklatur], ada: dict[str, ButirNomenklatur]) -> None:
    """Level by level, so that a parent has its key before its children are written."""
    for tingkat in (1, 2, 3, 5, 6):
        satu_tingkat = [satu for kode, satu in baru.items() if len(kode.split(".")) == tingkat]
        for satu in satu_tingkat:
            induk = kode_induk(satu.kode_baku)
            while induk and induk not in ada:
                induk = kode_induk(induk)
            satu.induk = ada.get(induk)
        for satu in ButirNomenklatur.objects.bulk_create(satu_tingkat, batch_size=BATCH):
            ada[satu.kode_baku] = satu
