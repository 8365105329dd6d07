"""Entering figures, one at a time. A correction is a new version; the achievement follows in the same act."""

from typing import Unpack

from django.db import transaction
from django.utils import timezone

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.models import Bukti, Indikator
from sakip.apps.pengukuran.galat import (
    AlasanWajib,
    BedaInstansi,
    BelumAdaIsian,
    LangkahTidakDikenal,
    LangkahTidakSah,
    RealisasiTerkunci,
    SudahAdaBukti,
    VersiBerubah,
)
from sakip.apps.pengukuran.models import (
    LangkahRealisasi,
    Realisasi,
    RealisasiBukti,
    RealisasiVersi,
    StatusRealisasi,
)
from sakip.apps.pengukuran.policies import require_transisi
from sakip.apps.pengukuran.services._isi import BarisRealisasi, Keterangan, build_versi, new_versi, same_versi
from sakip.apps.pengukuran.workflow import TERBUKA, TRANSISI
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Unit
from sakip.platform.turunan import announce


@transaction.atomic
def save_realisasi(
    *,
    indikator: Indikator,
    unit: Unit,
    tahun: int,
    triwulan: int | None,
    nilai: Nilai | None,
    by: Pengguna | None,
    keadaan: str | None = None,
    versi_diharapkan: int | None = None,
    **keterangan: Unpack[Keterangan],
) -> Realisasi:
    """Write a figure (or why there is none) as a new version, and the achievement that follows from it.

    `versi_diharapkan` is the version the person saw: if it is no longer the last one, nothing is written.
    """
    require(by, Izin.ISI_REALISASI, unit=unit)
    isi = build_versi(BarisRealisasi(indikator, unit, tahun, nilai, triwulan, keadaan, keterangan))
    realisasi = _lock_slot(indikator, unit, tahun, triwulan)
    if versi_diharapkan is not None and versi_diharapkan != realisasi.versi_terakhir:
        raise VersiBerubah
    if realisasi.status not in TERBUKA:
        raise RealisasiTerkunci(realisasi.get_status_display())
    lama = realisasi.versi_set.filter(versi_ke=realisasi.versi_terakhir).first()
    if lama is not None and same_versi(lama, isi):
        return realisasi
    versi = new_versi(realisasi, realisasi.versi_terakhir + 1, isi, by, timezone.now())
    versi.full_clean(validate_constraints=False, exclude=["instansi", "realisasi", "oleh"])
    versi.save(force_insert=True)
    realisasi.versi_terakhir = versi.versi_ke
    realisasi.save(update_fields=["versi_terakhir"])
    record(
        aksi="pengukuran.realisasi.diisi",
        objek=realisasi,
        by=by,
        instansi=unit.instansi,
        label=_label(realisasi),
        perubahan={
            "versi_ke": versi.versi_ke,
            "nilai": [None if lama is None else lama.teks or lama.angka, versi.teks or versi.angka],
            "keadaan": versi.keadaan,
        },
    )
    announce(instansi_id=unit.instansi_id, unit_ids=[unit.pk], tahun=[tahun])
    return realisasi


@transaction.atomic
def transition_realisasi(
    *, realisasi: Realisasi, langkah: str, by: Pengguna | None, alasan: str = ""
) -> Realisasi:
    """Take one step of the approval: ajukan, verifikasi, validasi, kembalikan, kunci or buka."""
    if langkah not in TRANSISI:
        raise LangkahTidakDikenal(langkah)
    require_transisi(by, realisasi, langkah)
    terkunci = (
        Realisasi.objects.select_for_update(of=("self",))
        .select_related("unit", "instansi", "indikator")
        .get(pk=realisasi.pk)
    )
    transisi = TRANSISI[langkah]
    if terkunci.status not in transisi.dari:
        raise LangkahTidakSah(terkunci.get_status_display())
    if transisi.beralasan and not alasan.strip():
        raise AlasanWajib
    if terkunci.versi_terakhir == 0:
        raise BelumAdaIsian
    dari, sekarang = terkunci.status, timezone.now()
    if transisi.ke == StatusRealisasi.DIAJUKAN:
        # From here on the database keeps the figure as it is.
        RealisasiVersi.objects.filter(realisasi=terkunci, diajukan_pada__isnull=True).update(
            diajukan_pada=sekarang
        )
    terkunci.status = transisi.ke
    terkunci.save(update_fields=["status"])
    LangkahRealisasi.objects.create(
        instansi_id=terkunci.instansi_id,
        realisasi=terkunci,
        langkah=langkah,
        dari=dari,
        ke=transisi.ke,
        versi_ke=terkunci.versi_terakhir,
        alasan=alasan.strip(),
        oleh=by,
        pada=sekarang,
    )
    record(
        aksi=f"pengukuran.realisasi.{langkah}",
        objek=terkunci,
        by=by,
        instansi=terkunci.instansi,
        label=_label(terkunci),
        perubahan={
            "status": [dari, transisi.ke.value],
            "versi_ke": terkunci.versi_terakhir,
            "alasan": alasan,
        },
    )
    return terkunci


@transaction.atomic
def attach_bukti(*, realisasi: Realisasi, bukti: Bukti, by: Pengguna | None) -> RealisasiBukti:
    """Prove a figure by a piece of evidence; one piece may prove many figures."""
    require(by, Izin.ISI_REALISASI, unit=realisasi.unit)
    terkunci = (
        Realisasi.objects.select_for_update(of=("self",)).select_related("instansi").get(pk=realisasi.pk)
    )
    if bukti.instansi_id != terkunci.instansi_id:
        raise BedaInstansi("bukti")
    if terkunci.status == StatusRealisasi.DIKUNCI:
        raise RealisasiTerkunci(terkunci.get_status_display())
    if RealisasiBukti.objects.filter(realisasi=terkunci, bukti=bukti).exists():
        raise SudahAdaBukti
    tautan = RealisasiBukti.objects.create(instansi_id=terkunci.instansi_id, realisasi=terkunci, bukti=bukti)
    record(
        aksi="pengukuran.realisasi.bukti_dilampirkan",
        objek=terkunci,
        by=by,
        instansi=terkunci.instansi,
        perubahan={"bukti": str(bukti.uid), "judul": bukti.judul},
    )
    return tautan


@transaction.atomic
def detach_bukti(*, realisasi: Realisasi, bukti: Bukti, by: Pengguna | None) -> None:
    """Take evidence off a figure that was not sent yet; the evidence itself stays."""
    require(by, Izin.ISI_REALISASI, unit=realisasi.unit)
    terkunci = (
        Realisasi.objects.select_for_update(of=("self",)).select_related("instansi").get(pk=realisasi.pk)
    )
    if terkunci.status not in TERBUKA:
        raise RealisasiTerkunci(terkunci.get_status_display())
    RealisasiBukti.objects.filter(realisasi=terkunci, bukti=bukti).delete()
    record(
        aksi="pengukuran.realisasi.bukti_dilepas",
        objek=terkunci,
        by=by,
        instansi=terkunci.instansi,
        perubahan={"bukti": str(bukti.uid)},
    )


def _lock_slot(indikator: Indikator, unit: Unit, tahun: int, triwulan: int | None) -> Realisasi:
    slot, _ = Realisasi.objects.get_or_create(
        indikator=indikator,
        unit=unit,
        tahun=tahun,
        triwulan=triwulan,
        defaults={"instansi_id": unit.instansi_id},
    )
    return (
        Realisasi.objects.select_for_update(of=("self",)).select_related("indikator", "unit").get(pk=slot.pk)
    )


def _label(realisasi: Realisasi) -> str:
    periode = (
        str(realisasi.tahun) if realisasi.triwulan is None else f"TW {realisasi.triwulan} {realisasi.tahun}"
    )
    return f"{realisasi.indikator.kode} {realisasi.unit.kode} {periode}"
