"""Granting and revoking roles, and saying who performs which step."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from sakip.platform.access.galat import BedaInstansi, PeranBertumpuk, PeranTidakDikenal
from sakip.platform.access.models import LangkahKerja, PeranPengguna
from sakip.platform.access.peran import PERAN_INSTANSI
from sakip.platform.access.policies import ADMIN, require, require_admin_remains
from sakip.platform.access.selectors import forget_akses
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.wewenang import Izin


@transaction.atomic
def grant_peran(
    *,
    pengguna: Pengguna,
    peran: str,
    berlaku_mulai: date,
    by: Pengguna | None,
    unit: Unit | None = None,
    berlaku_sampai: date | None = None,
) -> PeranPengguna:
    """Give a role over `unit` and everything below it (None: the whole instansi) for a period."""
    if peran not in PERAN_INSTANSI:
        raise PeranTidakDikenal(peran)
    instansi = pengguna.instansi
    if instansi is None or (unit is not None and unit.instansi_id != instansi.pk):
        raise BedaInstansi
    require(by, Izin.KELOLA_PENGGUNA, unit=unit, instansi=instansi)
    _lock(pengguna)
    sama = PeranPengguna.objects.filter(pengguna=pengguna, peran=peran, unit=unit)
    akhir = Q() if berlaku_sampai is None else Q(berlaku_mulai__lt=berlaku_sampai)
    if sama.filter(Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gt=berlaku_mulai), akhir).exists():
        raise PeranBertumpuk
    baris = PeranPengguna(
        instansi=instansi,
        pengguna=pengguna,
        peran=peran,
        unit=unit,
        berlaku_mulai=berlaku_mulai,
        berlaku_sampai=berlaku_sampai,
    )
    baris.full_clean(validate_unique=False)
    baris.save(force_insert=True)
    forget_akses(pengguna)
    record(aksi="access.peran.diberi", objek=baris, by=by, instansi=instansi, perubahan=_summary(baris))
    return baris


@transaction.atomic
def revoke_peran(
    *, peran: PeranPengguna, by: Pengguna | None, tanggal: date | None = None
) -> PeranPengguna | None:
    """End a grant on `tanggal` (today when not given); one that had not begun disappears."""
    require(by, Izin.KELOLA_PENGGUNA, unit=peran.unit, instansi=peran.instansi)
    akhir = tanggal or today()
    baris = (
        PeranPengguna.objects.select_for_update(of=("self",))
        .select_related("pengguna", "instansi", "unit")
        .get(pk=peran.pk)
    )
    if baris.peran == ADMIN and baris.unit_id is None:
        require_admin_remains(baris.instansi, without_grant=baris)
    record(
        aksi="access.peran.dicabut",
        objek=baris,
        by=by,
        instansi=baris.instansi,
        perubahan={**_summary(baris), "dicabut": akhir},
    )
    forget_akses(peran.pengguna)
    if baris.berlaku_mulai >= akhir:
        baris.delete()
        return None
    baris.berlaku_sampai = akhir
    baris.save(update_fields=["berlaku_sampai"])
    return baris


@transaction.atomic
def set_langkah_kerja(
    *, instansi: Instansi, alur: str, langkah: str, peran: Collection[str], sejak: date, by: Pengguna | None
) -> list[LangkahKerja]:
    """From `sejak` on, exactly these roles perform the step (none: the default applies again)."""
    require(by, Izin.KELOLA_PENGGUNA, instansi=instansi)
    asing = sorted(set(peran) - PERAN_INSTANSI.keys())
    if asing:
        raise PeranTidakDikenal(asing[0])
    Instansi.objects.select_for_update().get(pk=instansi.pk)
    lama = LangkahKerja.objects.filter(instansi=instansi, alur=alur, langkah=langkah)
    lama.filter(berlaku_mulai__gte=sejak).delete()
    lama.filter(Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gt=sejak)).update(berlaku_sampai=sejak)
    baru = [
        LangkahKerja(instansi=instansi, alur=alur, langkah=langkah, peran=satu, berlaku_mulai=sejak)
        for satu in sorted(set(peran))
    ]
    LangkahKerja.objects.bulk_create(baru)
    record(
        aksi="access.langkah_kerja.diatur",
        objek=instansi,
        by=by,
        instansi=instansi,
        label=f"{alur}.{langkah}",
        perubahan={"peran": sorted(set(peran)), "sejak": sejak},
    )
    return baru


def _lock(pengguna: Pengguna) -> None:
    """One change of an account's roles at a time: the check for overlaps must see the other one."""
    Pengguna.objects.select_for_update(of=("self",)).get(pk=pengguna.pk)


def _summary(baris: PeranPengguna) -> dict[str, Any]:
    return {
        "pengguna": baris.pengguna.username,
        "peran": baris.peran,
        "unit": baris.unit.kode if baris.unit else None,
        "berlaku_mulai": baris.berlaku_mulai,
        "berlaku_sampai": baris.berlaku_sampai,
    }
