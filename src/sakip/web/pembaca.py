"""Who is reading: the one place where pages find the reader's instansi and what lies in reach of it."""

from collections.abc import Collection
from datetime import date
from typing import Any, TypeVar, cast
from uuid import UUID

from django.db.models import Exists, Model, QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import boleh
from sakip.platform.access.selectors import akses_of, has_whole_instansi, unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.web.kalender import kalender_subquery
from sakip.web.pengukuran.tersedia import periode_subquery

_Milik = TypeVar("_Milik", bound=Model)


def reader_of(request: HttpRequest) -> Pengguna:
    """The signed-in account; every page but a few is closed to anybody else by the middleware."""
    return cast(Pengguna, request.user)


def instansi_or_404(request: HttpRequest) -> Instansi:
    """The reader's instansi with its periods; an operator has none and therefore no figures to see.

    It is left on the account, so that the frame of the page does not ask for it again.
    """
    pengguna = reader_of(request)
    if pengguna.instansi_id is None or not akses_of(pengguna).with_izin(Izin.BACA):
        raise Http404(_("Akun ini tidak terikat pada satu instansi."))
    instansi = Instansi.objects.annotate(
        periode_teks=periode_subquery("instansi"), kalender_teks=kalender_subquery("pk")
    ).get(pk=pengguna.instansi_id)
    pengguna.instansi = instansi
    return cast(Instansi, instansi)


def readable_unit_ids(request: HttpRequest) -> frozenset[int]:
    return frozenset(unit_ids_for(reader_of(request), Izin.BACA))


def reach_of(request: HttpRequest) -> Collection[int] | None:
    """Units within reach; None for somebody who reads the whole instansi (and needs no list of it)."""
    pengguna = reader_of(request)
    return None if has_whole_instansi(pengguna, Izin.BACA) else unit_ids_for(pengguna, Izin.BACA)


def unit_or_404(request: HttpRequest, uid: UUID, **tambahan: Exists) -> Unit:
    """A unit within reach of the reader, ended ones included; anything else does not exist.

    `tambahan` are annotations that a page wants to know of it.
    """
    pengguna = reader_of(request)
    unit = unit_with_frame().filter(uid=uid).annotate(**tambahan).first()
    if unit is None or unit.instansi_id != pengguna.instansi_id or not may(request, Izin.BACA, unit):
        raise Http404(_("Unit tidak ditemukan."))
    remember_instansi(pengguna, unit)
    return cast(Unit, unit)


def owned_or_404(request: HttpRequest, semua: QuerySet[_Milik], uid: UUID) -> _Milik:
    """A row that belongs to a unit (`unit` is its field), if the reader may see that unit."""
    pengguna = reader_of(request)
    bersama_unit = semua.select_related("unit__instansi").annotate(
        kalender_teks=kalender_subquery("instansi_id")
    )
    objek: Any = bersama_unit.filter(uid=uid).first()
    if objek is None or not may(request, Izin.BACA, objek.unit):
        raise Http404(_("Tidak ditemukan."))
    objek.unit.kalender_teks = objek.kalender_teks
    remember_instansi(pengguna, objek.unit)
    return cast(_Milik, objek)


def unit_with_frame() -> QuerySet[Any]:
    """Units with what the frame of their page shows: instansi, periods, calendar."""
    return Unit.objects.select_related("instansi").annotate(
        periode_teks=periode_subquery("unit"), kalender_teks=kalender_subquery("instansi_id")
    )


def remember_instansi(pengguna: Pengguna, milik: Any) -> None:
    """Leave the instansi of what the page shows on the account, so that the frame does not ask for it again."""
    milik.instansi.kalender_teks = milik.kalender_teks
    pengguna.instansi = milik.instansi


def may(request: HttpRequest, izin: Izin, unit: Unit) -> bool:
    """Whether the reader may do that in that unit."""
    pengguna = reader_of(request)
    # Somebody's own unit needs no walk down the tree.
    langsung = (None, unit.pk)
    if any(p.unit_id in langsung for p in akses_of(pengguna).with_izin(izin)):
        return unit.instansi_id == pengguna.instansi_id
    return boleh(pengguna, izin, unit=unit)


def as_of(tahun: int) -> date:
    """The day a year is read with: today while it runs, its last day once it is over."""
    return min(today(), date(tahun, 12, 31)) if tahun <= today().year else date(tahun, 1, 1)
