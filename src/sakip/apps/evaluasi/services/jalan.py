"""The way to a higher predikat as work: efforts, an adopted plan, and its steps as tasks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.galat_lanjut import (
    BuktiUnitLain,
    IsianWajib,
    RencanaSudahAda,
    RencanaTakLayak,
    RencanaTidakBerjalan,
    TanggalMendatang,
    UpayaTidakSah,
)
from sakip.apps.evaluasi.models import (
    LangkahJalan,
    LembarKerja,
    RencanaJalan,
    StatusRencana,
    UpayaKriteria,
)
from sakip.apps.evaluasi.selectors.jalan import is_langkah
from sakip.apps.pengukuran.silsilah import load_silsilah
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.wewenang import Izin

BATCH = 500


@dataclass(frozen=True, slots=True)
class IsiUpaya:
    """What one criterion, or one step above full fulfilment ("1.c:A"), costs and rests on."""

    kode: str
    biaya: Decimal
    prasyarat: tuple[str, ...] = ()
    luar_jangkauan: bool = False
    hari_orang: Decimal | None = None
    biaya_juta: Decimal | None = None
    pelaksana: str = ""


@dataclass(frozen=True, slots=True)
class IsiLangkah:
    """One step of a plan on its way to become a task."""

    kode: str
    uraian: str
    biaya: Decimal
    alasan: str = ""
    triwulan: int | None = None
    penanggung_jawab: str = ""
    batas_waktu: date | None = None


@transaction.atomic
def set_upaya(
    *,
    instansi: Instansi,
    profil: str,
    isi: Sequence[IsiUpaya],
    by: Pengguna | None,
    unit: Unit | None = None,
) -> list[UpayaKriteria]:
    """Say what steps cost: for one unit, or (no unit) for all that have not said otherwise."""
    if unit is None:
        require(by, Izin.SUSUN_JALAN, instansi=instansi)
    else:
        require(by, Izin.SUSUN_JALAN, unit=unit)
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    for satu in isi:
        _check_upaya(satu)
    baris = [_put_upaya(instansi, unit, profil, satu) for satu in isi]
    record(
        aksi="evaluasi.upaya.ditetapkan",
        objek=unit or instansi,
        by=by,
        instansi=instansi,
        perubahan={"profil": profil, "upaya": {s.kode: [s.biaya, s.luar_jangkauan] for s in isi}},
    )
    return baris


@transaction.atomic
def reset_upaya(*, unit: Unit, profil: str, by: Pengguna | None) -> int:
    """Drop a unit's own efforts; those of the whole government count again."""
    require(by, Izin.SUSUN_JALAN, unit=unit)
    n, _rinci = UpayaKriteria.objects.filter(unit=unit, profil=profil).delete()
    if n:
        record(
            aksi="evaluasi.upaya.dikembalikan",
            objek=unit,
            by=by,
            instansi=unit.instansi,
            perubahan={"profil": profil, "jumlah": n},
        )
    return n


@transaction.atomic
def adopt_plan(
    *,
    unit: Unit,
    lembar: LembarKerja,
    tahun: int,
    target: str,
    masukan: Mapping[str, Any],
    hasil: Mapping[str, Any],
    langkah: Sequence[IsiLangkah],
    by: Pengguna | None,
) -> RencanaJalan:
    """Carry a plan out: its steps become tasks. Question and answer are kept as they were."""
    require(by, Izin.SUSUN_JALAN, unit=unit)
    pendahulu = load_silsilah(unit.instansi_id).pendahulu.get(unit.pk, ())
    if lembar.unit_id not in (unit.pk, *pendahulu):
        raise RencanaTakLayak
    if not hasil.get("layak") or not langkah:
        raise RencanaTakLayak
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if RencanaJalan.objects.filter(unit=unit, tahun=tahun, status=StatusRencana.DIADOPSI).exists():
        raise RencanaSudahAda(tahun)
    rencana = RencanaJalan(
        instansi_id=unit.instansi_id,
        unit=unit,
        dasar=lembar,
        tahun=tahun,
        target=target,
        masukan=dict(masukan),
        hasil=dict(hasil),
        oleh=by,
        pada=timezone.now(),
    )
    rencana.save(force_insert=True)
    LangkahJalan.objects.bulk_create(
        [_langkah(rencana, urutan, satu) for urutan, satu in enumerate(langkah)], batch_size=BATCH
    )
    _record(rencana, "diadopsi", by, {"target": target, "langkah": [satu.kode for satu in langkah]})
    return rencana


@transaction.atomic
def finish_langkah(
    *,
    langkah: LangkahJalan,
    by: Pengguna | None,
    selesai_pada: date | None = None,
    catatan: str = "",
    bukti: Bukti | None = None,
) -> LangkahJalan:
    """A step is done; with the last one the plan is. Whether it convinces is for the evaluation to say."""
    rencana, terkunci = _lock(langkah, by)
    if rencana.status == StatusRencana.DIBATALKAN:
        raise RencanaTidakBerjalan(rencana.get_status_display())
    hari = selesai_pada or today()
    if hari > today():
        raise TanggalMendatang("selesai_pada")
    if bukti is not None and (bukti.unit_id != rencana.unit_id):
        raise BuktiUnitLain
    terkunci.selesai_pada, terkunci.catatan, terkunci.bukti = hari, catatan.strip(), bukti
    terkunci.save(update_fields=["selesai_pada", "catatan", "bukti"])
    _record(rencana, "langkah_selesai", by, {"kode": terkunci.kode, "pada": hari})
    if not rencana.langkah_set.filter(selesai_pada__isnull=True).exists():
        rencana.status = StatusRencana.SELESAI
        rencana.save(update_fields=["status"])
        _record(rencana, "selesai", by, {"target": rencana.target})
    return terkunci


@transaction.atomic
def reopen_langkah(*, langkah: LangkahJalan, alasan: str, by: Pengguna | None) -> LangkahJalan:
    """A step turned out not to be done; a finished plan runs again."""
    rencana, terkunci = _lock(langkah, by)
    if rencana.status == StatusRencana.DIBATALKAN:
        raise RencanaTidakBerjalan(rencana.get_status_display())
    if not alasan.strip():
        raise IsianWajib("alasan")
    if rencana.status == StatusRencana.SELESAI:
        lain = RencanaJalan.objects.filter(
            unit_id=rencana.unit_id, tahun=rencana.tahun, status=StatusRencana.DIADOPSI
        )
        if lain.exists():
            raise RencanaSudahAda(rencana.tahun)
        rencana.status = StatusRencana.DIADOPSI
        rencana.save(update_fields=["status"])
    terkunci.selesai_pada = None
    terkunci.save(update_fields=["selesai_pada"])
    _record(rencana, "langkah_dibuka", by, {"kode": terkunci.kode, "alasan": alasan.strip()})
    return terkunci


@transaction.atomic
def edit_langkah(
    *, langkah: LangkahJalan, penanggung_jawab: str, batas_waktu: date | None, by: Pengguna | None
) -> LangkahJalan:
    """Give a task another owner or date."""
    rencana, terkunci = _lock(langkah, by)
    if rencana.status != StatusRencana.DIADOPSI:
        raise RencanaTidakBerjalan(rencana.get_status_display())
    semula = [terkunci.penanggung_jawab, terkunci.batas_waktu]
    terkunci.penanggung_jawab, terkunci.batas_waktu = penanggung_jawab.strip(), batas_waktu
    terkunci.save(update_fields=["penanggung_jawab", "batas_waktu"])
    _record(
        rencana,
        "langkah_diubah",
        by,
        {"kode": terkunci.kode, "dari": semula, "ke": [terkunci.penanggung_jawab, batas_waktu]},
    )
    return terkunci


@transaction.atomic
def cancel_plan(*, rencana: RencanaJalan, alasan: str, by: Pengguna | None) -> RencanaJalan:
    """Stop carrying a plan out; it is kept with what was done."""
    require(by, Izin.SUSUN_JALAN, unit=rencana.unit)
    terkunci = _lock_rencana(rencana.pk)
    if terkunci.status != StatusRencana.DIADOPSI:
        raise RencanaTidakBerjalan(terkunci.get_status_display())
    if not alasan.strip():
        raise IsianWajib("alasan")
    terkunci.status = StatusRencana.DIBATALKAN
    terkunci.save(update_fields=["status"])
    rencana.status = terkunci.status
    _record(terkunci, "dibatalkan", by, {"alasan": alasan.strip()})
    return terkunci


def _check_upaya(isi: IsiUpaya) -> None:
    if not isi.biaya.is_finite() or isi.biaya < 0:
        raise UpayaTidakSah(_("%(kode)s: upaya harus nol atau lebih.") % {"kode": isi.kode})
    if not is_langkah(isi.kode):
        raise UpayaTidakSah(_("Kode %(kode)s bukan kriteria atau langkah.") % {"kode": isi.kode}, "kode")


def _put_upaya(instansi: Instansi, unit: Unit | None, profil: str, isi: IsiUpaya) -> UpayaKriteria:
    baris, _baru = UpayaKriteria.objects.update_or_create(
        instansi=instansi,
        unit=unit,
        profil=profil,
        kode=isi.kode,
        defaults={
            "biaya": isi.biaya,
            "prasyarat": list(isi.prasyarat),
            "luar_jangkauan": isi.luar_jangkauan,
            "hari_orang": isi.hari_orang,
            "biaya_juta": isi.biaya_juta,
            "pelaksana": isi.pelaksana.strip(),
        },
    )
    return baris


def _langkah(rencana: RencanaJalan, urutan: int, isi: IsiLangkah) -> LangkahJalan:
    return LangkahJalan(
        instansi_id=rencana.instansi_id,
        rencana=rencana,
        urutan=urutan,
        kode=isi.kode,
        uraian=" ".join(isi.uraian.split())[:300],
        alasan=isi.alasan.strip(),
        biaya=isi.biaya,
        triwulan=isi.triwulan,
        penanggung_jawab=isi.penanggung_jawab.strip(),
        batas_waktu=isi.batas_waktu,
    )


def _lock_rencana(pk: int) -> RencanaJalan:
    return (
        RencanaJalan.objects.select_for_update(of=("self",))
        .select_related("unit__instansi", "instansi")
        .get(pk=pk)
    )


def _lock(langkah: LangkahJalan, by: Pengguna | None) -> tuple[RencanaJalan, LangkahJalan]:
    """The plan before its step, so that two people finishing the last two steps wait for each other."""
    rencana = _lock_rencana(langkah.rencana_id)
    require(by, Izin.SUSUN_JALAN, unit=rencana.unit)
    return rencana, LangkahJalan.objects.select_for_update(of=("self",)).get(pk=langkah.pk)


def _record(rencana: RencanaJalan, kata: str, by: Pengguna | None, perubahan: dict[str, object]) -> None:
    record(
        aksi=f"evaluasi.rencana_jalan.{kata}",
        objek=rencana,
        by=by,
        instansi=rencana.instansi,
        label=f"Jalan ke {rencana.target} {rencana.tahun} {rencana.unit.kode}",
        perubahan=perubahan,
    )
