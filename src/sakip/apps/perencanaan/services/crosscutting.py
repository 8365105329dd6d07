"""Crosscutting: a condition asks something of another unit, which accepts it or refuses it with a reason."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from sakip.apps.perencanaan.galat import BedaInstansi
from sakip.apps.perencanaan.galat_pohon import (
    AlasanWajib,
    BukanPohonTujuan,
    SimpulPensiun,
    SudahDiusulkan,
    UnitSendiri,
    UsulanSudahDiputus,
)
from sakip.apps.perencanaan.models import (
    Crosscutting,
    JenisPohonSimpul,
    Pohon,
    PohonSimpul,
    StatusCrosscutting,
)
from sakip.apps.perencanaan.policies import require_ubah
from sakip.apps.perencanaan.selectors.crosscutting import simpul_pelayan
from sakip.apps.perencanaan.services._dasar import require_text
from sakip.apps.perencanaan.services._pohon import require_unit_berlaku
from sakip.apps.perencanaan.services.pohon_ubah import IsiPohonSimpul, add_pohon_simpul
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Unit

S = StatusCrosscutting


@transaction.atomic
def propose_crosscutting(
    *, simpul: PohonSimpul, unit_tujuan: Unit, kebutuhan: str, by: Pengguna | None
) -> Crosscutting:
    """Ask another unit for what the condition needs of it."""
    terkunci = (
        PohonSimpul.objects.select_for_update(of=("self",))
        .select_related("pohon__unit", "pohon__instansi", "pemilik_unit")
        .get(pk=simpul.pk)
    )
    require_ubah(by, terkunci.pohon, terkunci)
    if unit_tujuan.instansi_id != terkunci.instansi_id:
        raise BedaInstansi("unit_tujuan")
    if unit_tujuan.pk == (terkunci.pemilik_unit_id or terkunci.pohon.unit_id):
        raise UnitSendiri
    if terkunci.pensiun_pada is not None:
        raise SimpulPensiun(terkunci.pernyataan)
    require_unit_berlaku(unit_tujuan, terkunci.pohon.tahun, bidang="unit_tujuan")
    terbuka = Crosscutting.objects.filter(
        simpul=terkunci, unit_tujuan=unit_tujuan, status__in=(S.DIUSULKAN, S.DITERIMA)
    )
    if terbuka.exists():
        raise SudahDiusulkan
    usulan = Crosscutting.objects.create(
        instansi_id=terkunci.instansi_id,
        simpul=terkunci,
        unit_tujuan=unit_tujuan,
        kebutuhan=require_text(kebutuhan, "kebutuhan"),
        diusulkan_oleh=_name(by),
        diusulkan_pada=timezone.now(),
    )
    _record("diusulkan", usulan, by, {"unit_tujuan": unit_tujuan.kode})
    return usulan


@transaction.atomic
def accept_crosscutting(
    *, usulan: Crosscutting, by: Pengguna | None, simpul_tujuan: PohonSimpul | None = None
) -> Crosscutting:
    """The asked unit takes the need on; it may name the condition of its own tree that serves it."""
    terkunci = _lock(usulan)
    require(by, Izin.SUSUN_RENCANA, unit=terkunci.unit_tujuan)
    _require_terbuka(terkunci)
    if simpul_tujuan is not None and not simpul_pelayan(terkunci).filter(pk=simpul_tujuan.pk).exists():
        raise BukanPohonTujuan
    terkunci.simpul_tujuan = simpul_tujuan
    return _decide(terkunci, S.DITERIMA, by, {"simpul": "" if simpul_tujuan is None else simpul_tujuan.kode})


@transaction.atomic
def accept_with_new(*, usulan: Crosscutting, pohon: Pohon, by: Pengguna | None) -> Crosscutting:
    """Take a need on and write it into the unit's own tree as a condition of its own."""
    if pohon.unit_id != usulan.unit_tujuan_id or pohon.tahun != usulan.simpul.pohon.tahun:
        raise BukanPohonTujuan
    isi = IsiPohonSimpul(
        jenis=JenisPohonSimpul.KELUARAN,
        pernyataan=usulan.kebutuhan[:700],
        sumber=f"Crosscutting {usulan.uid}",
    )
    baru = add_pohon_simpul(pohon=pohon, isi=isi, by=by).simpul
    return accept_crosscutting(usulan=usulan, by=by, simpul_tujuan=baru)


@transaction.atomic
def refuse_crosscutting(*, usulan: Crosscutting, alasan: str, by: Pengguna | None) -> Crosscutting:
    """The asked unit says no, and why."""
    terkunci = _lock(usulan)
    require(by, Izin.SUSUN_RENCANA, unit=terkunci.unit_tujuan)
    _require_terbuka(terkunci)
    if not alasan.strip():
        raise AlasanWajib
    terkunci.alasan = alasan.strip()
    return _decide(terkunci, S.DITOLAK, by, {"alasan": terkunci.alasan})


@transaction.atomic
def withdraw_crosscutting(*, usulan: Crosscutting, by: Pengguna | None, alasan: str = "") -> Crosscutting:
    """The asking unit takes its proposal back, also one that was accepted."""
    terkunci = _lock(usulan)
    require_ubah(by, terkunci.simpul.pohon, terkunci.simpul)
    if terkunci.status not in (S.DIUSULKAN, S.DITERIMA):
        raise UsulanSudahDiputus(terkunci.get_status_display())
    terkunci.alasan = alasan.strip()
    return _decide(terkunci, S.DITARIK, by, {"alasan": terkunci.alasan})


def _require_terbuka(usulan: Crosscutting) -> None:
    if usulan.status != S.DIUSULKAN:
        raise UsulanSudahDiputus(usulan.get_status_display())


def _decide(
    usulan: Crosscutting, status: StatusCrosscutting, by: Pengguna | None, perubahan: dict[str, Any]
) -> Crosscutting:
    usulan.status = status
    usulan.diputus_oleh = _name(by)
    usulan.diputus_pada = timezone.now()
    usulan.save(update_fields=["status", "alasan", "simpul_tujuan", "diputus_oleh", "diputus_pada"])
    _record(status, usulan, by, perubahan)
    return usulan


def _lock(usulan: Crosscutting) -> Crosscutting:
    semua = Crosscutting.objects.select_for_update(of=("self",)).select_related(
        "simpul__pohon__unit", "simpul__pemilik_unit", "unit_tujuan", "instansi"
    )
    return semua.get(pk=usulan.pk)


def _name(by: Pengguna | None) -> str:
    return "" if by is None else str(by)


def _record(aksi: str, usulan: Crosscutting, by: Pengguna | None, perubahan: dict[str, Any]) -> None:
    """Written under the condition, so that its history shows it."""
    record(
        aksi=f"perencanaan.crosscutting.{aksi}",
        objek=usulan.simpul,
        by=by,
        instansi=usulan.instansi,
        label=usulan.kebutuhan,
        perubahan={"pohon": str(usulan.simpul.pohon.uid), "usulan": str(usulan.uid), **perubahan},
    )
