"""Readings of the dictionary, scoped to what a person may see."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from sakip.apps.datakinerja.models import Bukti, DataDasar, Indikator, IndikatorVersi
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.accounts.models import Pengguna


def indikator_visible_to(pengguna: Pengguna) -> QuerySet[Indikator]:
    """Indicators that some version of the dictionary gave to a unit the reader may see."""
    versi = IndikatorVersi.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA))
    return Indikator.objects.filter(pk__in=versi.values("indikator_id"))


def bukti_visible_to(pengguna: Pengguna) -> QuerySet[Bukti]:
    return Bukti.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA)).select_related(
        "berkas", "unit"
    )


def versi_pada(indikator_ids: Collection[int], pada: date) -> dict[int, IndikatorVersi]:
    """The dictionary entry of each indicator on a day, in one query.

    An indicator that ended keeps its last entry, and one that a document names before its first entry
    gets the first: a figure never stands without its rule.
    """
    hasil: dict[int, IndikatorVersi] = {}
    baris = (
        IndikatorVersi.objects.filter(indikator_id__in=indikator_ids)
        .select_related("indikator", "satuan")
        .order_by("indikator_id", "berlaku_mulai")
    )
    for versi in baris:
        if versi.indikator_id not in hasil or versi.berlaku_mulai <= pada:
            hasil[versi.indikator_id] = versi
    return hasil


def riwayat_versi(indikator: Indikator) -> list[IndikatorVersi]:
    """Every wording of an indicator, newest first."""
    return list(indikator.versi.select_related("satuan", "unit", "pj_jabatan").order_by("-berlaku_mulai"))


def data_dasar_of(indikator: Indikator) -> list[DataDasar]:
    return list(indikator.data_dasar.order_by("tahun"))
