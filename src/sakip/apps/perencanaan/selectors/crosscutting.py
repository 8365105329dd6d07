"""Needs that units put to each other: incoming, outgoing, and what waits for whom."""

from django.db.models import Q, QuerySet

from sakip.apps.perencanaan.models import Crosscutting, Pohon, PohonSimpul, StatusCrosscutting
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Unit

_BERSAMA = ("simpul__pohon__unit", "simpul__pemilik_unit", "unit_tujuan", "simpul_tujuan__pohon")


def crosscutting_visible_to(pengguna: Pengguna) -> QuerySet[Crosscutting]:
    """Proposals in which a unit within reach asks or is asked."""
    unit = unit_ids_for(pengguna, Izin.BACA)
    return Crosscutting.objects.filter(Q(instansi_id=pengguna.instansi_id)).filter(
        Q(unit_tujuan_id__in=unit) | Q(simpul__pohon__unit_id__in=unit) | Q(simpul__pemilik_unit_id__in=unit)
    )


def crosscutting_masuk(pengguna: Pengguna) -> QuerySet[Crosscutting]:
    """Put to a unit within reach."""
    unit = unit_ids_for(pengguna, Izin.BACA)
    return Crosscutting.objects.filter(Q(instansi_id=pengguna.instansi_id), unit_tujuan_id__in=unit)


def crosscutting_keluar(pengguna: Pengguna) -> QuerySet[Crosscutting]:
    """Put by a unit within reach."""
    unit = unit_ids_for(pengguna, Izin.BACA)
    milik = Q(simpul__pohon__unit_id__in=unit) | Q(simpul__pemilik_unit_id__in=unit)
    return Crosscutting.objects.filter(milik, Q(instansi_id=pengguna.instansi_id))


def with_rows(semua: QuerySet[Crosscutting]) -> QuerySet[Crosscutting]:
    """With everything a row of the list shows."""
    return semua.select_related(*_BERSAMA)


def crosscutting_pohon(pohon: Pohon) -> list[Crosscutting]:
    """What a tree asks of others and what it serves, newest first. One query."""
    milik = Q(simpul__pohon=pohon) | Q(simpul_tujuan__pohon=pohon)
    masuk = Q(unit_tujuan_id=pohon.unit_id, simpul__pohon__tahun=pohon.tahun)
    return list(with_rows(Crosscutting.objects.filter(milik | masuk, instansi_id=pohon.instansi_id)))


def crosscutting_simpul(simpul: PohonSimpul) -> list[Crosscutting]:
    return list(with_rows(Crosscutting.objects.filter(Q(simpul=simpul) | Q(simpul_tujuan=simpul))))


def count_menunggu(unit: Unit) -> int:
    """Proposals that wait for an answer of this unit."""
    return Crosscutting.objects.filter(unit_tujuan=unit, status=StatusCrosscutting.DIUSULKAN).count()


def simpul_pelayan(usulan: Crosscutting) -> QuerySet[PohonSimpul]:
    """Conditions of the asked unit's own trees of the year, one of which may serve the need."""
    return (
        PohonSimpul.objects.filter(
            instansi_id=usulan.instansi_id,
            pohon__tahun=usulan.simpul.pohon.tahun,
            pensiun_pada__isnull=True,
        )
        .filter(Q(pohon__unit=usulan.unit_tujuan_id) | Q(pemilik_unit=usulan.unit_tujuan_id))
        .exclude(pk=usulan.simpul_id)
        .select_related("pohon")
        .order_by("pohon__nama", "kode")
    )
