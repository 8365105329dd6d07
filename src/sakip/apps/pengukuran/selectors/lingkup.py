"""What a person may see of the measuring: the wall between tenants and between units."""

from django.db.models import QuerySet

from sakip.apps.pengukuran.models import Anggaran, Capaian, Realisasi
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Unit


def realisasi_visible_to(pengguna: Pengguna) -> QuerySet[Realisasi]:
    return Realisasi.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA)).select_related(
        "unit", "indikator"
    )


def capaian_visible_to(pengguna: Pengguna) -> QuerySet[Capaian]:
    return Capaian.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA)).select_related(
        "unit", "indikator"
    )


def anggaran_visible_to(pengguna: Pengguna) -> QuerySet[Anggaran]:
    return Anggaran.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA)).select_related(
        "unit", "simpul"
    )


def unit_visible_to(pengguna: Pengguna) -> QuerySet[Unit]:
    """Units whose figures the reader may see, ended ones included."""
    return Unit.objects.filter(pk__in=unit_ids_for(pengguna, Izin.BACA)).select_related("instansi")
