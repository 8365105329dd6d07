"""Targets of a plan per year and quarter."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import fields_of, nilai_of
from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.policies import require_massal
from sakip.apps.datakinerja.ringkas import digest
from sakip.apps.perencanaan.galat import BedaInstansi, TahunDiLuarPeriode
from sakip.apps.perencanaan.models import Dokumen, Target
from sakip.apps.perencanaan.services._dasar import BATCH, announce_dokumen, lock_terbuka, require_triwulan
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record

_BIDANG = ["jenis_nilai", "angka", "bawah", "atas", "pembanding", "teks", "desimal", "pengali"]


@dataclass(frozen=True, slots=True)
class BarisTarget:
    """One target of a batch. A quarter's target is cumulative: what is to be reached by its end."""

    indikator: Indikator
    tahun: int
    nilai: Nilai
    triwulan: int | None = None


@dataclass(frozen=True, slots=True)
class HasilTarget:
    """What a batch did: new rows, and changed ones with what stood there before."""

    dibuat: tuple[int, ...]
    diubah: tuple[tuple[int, Nilai], ...]


@transaction.atomic
def set_target(
    *,
    dokumen: Dokumen,
    indikator: Indikator,
    tahun: int,
    nilai: Nilai | None,
    by: Pengguna | None,
    triwulan: int | None = None,
    koreksi: str = "",
) -> Target | None:
    """Promise a value for a year or quarter; None (or a value that was not given) takes the promise back."""
    require(by, Izin.SUSUN_RENCANA, unit=dokumen.unit)
    terkunci = lock_terbuka(dokumen, koreksi)
    isi = None if nilai is None or not nilai.dilaporkan else nilai
    _check(terkunci, BarisTarget(indikator, tahun, isi or Nilai.kosong(), triwulan))
    lama = Target.objects.filter(
        dokumen=terkunci, indikator=indikator, tahun=tahun, triwulan=triwulan
    ).first()
    sebelum = None if lama is None else nilai_of(lama).teks
    if isi is None:
        if lama is not None:
            lama.delete()
        target = None
    else:
        target = lama or Target(
            instansi_id=terkunci.instansi_id,
            dokumen=terkunci,
            indikator=indikator,
            tahun=tahun,
            triwulan=triwulan,
        )
        for bidang, satu in fields_of(isi).items():
            setattr(target, bidang, satu)
        target.save()
    record(
        aksi="perencanaan.target.diubah",
        objek=terkunci,
        by=by,
        instansi=terkunci.instansi,
        perubahan={
            "indikator": indikator.kode,
            "periode": [tahun, triwulan],
            "nilai": [sebelum, None if isi is None else isi.teks],
            "koreksi": koreksi,
        },
    )
    announce_dokumen(terkunci, indikator_ids=[indikator.pk])
    return target


@transaction.atomic
def set_target_bulk(
    *, dokumen: Dokumen, baris: Sequence[BarisTarget], by: Pengguna | None, koreksi: str = ""
) -> HasilTarget:
    """Promise many values of one document at once; equal ones are left alone."""
    require_massal(by, dokumen.instansi, [dokumen.unit])
    terkunci = lock_terbuka(dokumen, koreksi)
    ada = {
        (satu.indikator_id, satu.tahun, satu.triwulan): satu
        for satu in Target.objects.filter(dokumen=terkunci)
    }
    baru: dict[tuple[int, int, int | None], Target] = {}
    ubah: dict[int, tuple[Target, Nilai]] = {}
    for satu in baris:
        if not satu.nilai.dilaporkan:
            continue
        _check(terkunci, satu)
        kunci = (satu.indikator.pk, satu.tahun, satu.triwulan)
        isi = fields_of(satu.nilai)
        lama = ada.get(kunci)
        if lama is None:
            baru[kunci] = Target(
                instansi_id=terkunci.instansi_id,
                dokumen=terkunci,
                indikator=satu.indikator,
                tahun=satu.tahun,
                triwulan=satu.triwulan,
                **isi,
            )
        elif any(getattr(lama, bidang) != nilai for bidang, nilai in isi.items()):
            ubah.setdefault(lama.pk, (lama, nilai_of(lama)))
            for bidang, nilai in isi.items():
                setattr(lama, bidang, nilai)
    dibuat = Target.objects.bulk_create(baru.values(), batch_size=BATCH)
    Target.objects.bulk_update([target for target, _ in ubah.values()], _BIDANG, batch_size=BATCH)
    isi_digest = [(satu.indikator.kode, satu.tahun, satu.triwulan, satu.nilai.teks) for satu in baris]
    record(
        aksi="perencanaan.target.diubah_massal",
        objek=terkunci,
        by=by,
        instansi=terkunci.instansi,
        perubahan={
            "dibuat": len(dibuat),
            "diubah": len(ubah),
            "digest": digest(isi_digest),
            "koreksi": koreksi,
        },
    )
    announce_dokumen(terkunci, indikator_ids={satu.indikator.pk for satu in baris})
    return HasilTarget(
        tuple(satu.pk for satu in dibuat), tuple((pk, sebelum) for pk, (_, sebelum) in ubah.items())
    )


def _check(dokumen: Dokumen, baris: BarisTarget) -> None:
    require_triwulan(baris.triwulan)
    if baris.indikator.instansi_id != dokumen.instansi_id:
        raise BedaInstansi("indikator")
    if not dokumen.tahun_mulai <= baris.tahun <= dokumen.tahun_selesai:
        raise TahunDiLuarPeriode(baris.tahun, dokumen.nama)
