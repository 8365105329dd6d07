"""May this account do that, there, on that day?"""

from datetime import date
from typing import Any

from sakip.platform import wewenang
from sakip.platform.access.galat import AdminTerakhir
from sakip.platform.access.models import PeranPengguna
from sakip.platform.access.selectors import PeranAktif, akses_of, peran_langkah
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.wewenang import Izin, TidakBerwenang

__all__ = ["Izin", "TidakBerwenang", "boleh", "boleh_langkah", "require", "require_langkah"]

ADMIN = "admin_instansi"


def boleh(
    pengguna: Pengguna | None,
    izin: Izin,
    *,
    unit: Unit | None = None,
    instansi: Instansi | None = None,
    pada: date | None = None,
) -> bool:
    """With `unit`: over that unit. With `instansi` alone: over the whole of it. With neither: anywhere.

    None is the system. The operator has his few permissions in every instansi; nobody else leaves his own.
    """
    return wewenang.boleh(pengguna, izin, unit=unit, instansi=instansi, pada=pada)


def require(
    pengguna: Pengguna | None,
    izin: Izin,
    *,
    unit: Unit | None = None,
    instansi: Instansi | None = None,
    pada: date | None = None,
) -> None:
    """Raise TidakBerwenang unless `boleh`."""
    wewenang.require(pengguna, izin, unit=unit, instansi=instansi, pada=pada)


def boleh_langkah(
    pengguna: Pengguna | None, *, alur: str, langkah: str, unit: Unit, pada: date | None = None
) -> bool:
    """Does a role that performs this step (LangkahKerja, else the default) reach the unit?"""
    if pengguna is None:
        return True
    if not pengguna.is_active or pengguna.instansi_id != unit.instansi_id:
        return False
    akses = akses_of(pengguna, pada)
    boleh = peran_langkah(unit.instansi, alur, langkah, pada)
    return _note(pengguna, akses.reaching([p for p in akses.peran if p.peran.kode in boleh], unit.pk))


def require_langkah(
    pengguna: Pengguna | None, *, alur: str, langkah: str, unit: Unit, pada: date | None = None
) -> None:
    """Raise TidakBerwenang unless `boleh_langkah`."""
    if not boleh_langkah(pengguna, alur=alur, langkah=langkah, unit=unit, pada=pada):
        raise TidakBerwenang(wewenang.pesan())


def require_admin_remains(
    instansi: Instansi | None,
    *,
    without: Pengguna | None = None,
    without_grant: PeranPengguna | None = None,
) -> None:
    """Raise AdminTerakhir when no other active account administers the whole instansi without end."""
    if instansi is None:
        return
    # Locked, so that two admins cannot remove each other at the same moment.
    Instansi.objects.select_for_update().get(pk=instansi.pk)
    admin = PeranPengguna.objects.pada(today()).filter(
        instansi=instansi, peran=ADMIN, unit__isnull=True, pengguna__is_active=True
    )
    tersisa = admin.filter(berlaku_sampai__isnull=True)
    if without is not None:
        admin, tersisa = admin.filter(pengguna=without), tersisa.exclude(pengguna=without)
    if without_grant is not None:
        admin, tersisa = admin.filter(pk=without_grant.pk), tersisa.exclude(pk=without_grant.pk)
    if admin.exists() and not tersisa.exists():
        raise AdminTerakhir


class PenjagaPeran:
    """The answer installed into the port `wewenang`."""

    def boleh(
        self, pengguna: Any, izin: Izin, *, unit: Any = None, instansi: Any = None, pada: date | None = None
    ) -> bool:
        if not getattr(pengguna, "is_active", False):
            return False
        akses = akses_of(pengguna, pada)
        peran = akses.with_izin(izin)
        if akses.instansi_id is None:
            return _note(pengguna, peran[0] if peran else None)
        if any(objek is not None and _instansi_id(objek) != akses.instansi_id for objek in (unit, instansi)):
            return False
        if unit is not None:
            return _note(pengguna, akses.reaching(peran, unit.pk))
        if instansi is not None:
            peran = [satu for satu in peran if satu.unit_id is None]
        return _note(pengguna, peran[0] if peran else None)

    def require_bukan_admin_terakhir(self, pengguna: Any) -> None:
        require_admin_remains(pengguna.instansi, without=pengguna)


def _instansi_id(objek: Unit | Instansi) -> int:
    return objek.pk if isinstance(objek, Instansi) else objek.instansi_id


def _note(pengguna: Pengguna, peran: PeranAktif | None) -> bool:
    """Leave the role that allows the act on the account; the audit record of the act names it."""
    if peran is not None:
        pengguna.__dict__["peran_dipakai"] = peran.peran.kode
    return peran is not None
