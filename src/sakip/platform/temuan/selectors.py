"""Acknowledgements joined to computed findings; one query however many findings there are."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import QuerySet

from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Instansi
from sakip.platform.temuan.model import TemuanTerpasang
from sakip.platform.temuan.models import PengakuanTemuan


def pengakuan_visible_to(pengguna: Pengguna) -> QuerySet[PengakuanTemuan]:
    return PengakuanTemuan.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA)).select_related(
        "unit"
    )


def pengakuan_berlaku(instansi: Instansi) -> dict[str, PengakuanTemuan]:
    """Acknowledgements in force by the key of their finding; one query."""
    semua = PengakuanTemuan.objects.filter(instansi=instansi, dicabut_pada__isnull=True)
    return {satu.kunci: satu for satu in semua}


def attach_pengakuan(instansi: Instansi, temuan: Iterable[TemuanTerpasang]) -> tuple[TemuanTerpasang, ...]:
    """Each finding with the acknowledgement in force; one that spoke of other content leaves it open."""
    berlaku = pengakuan_berlaku(instansi)
    return tuple(_attach(satu, berlaku.get(satu.kunci)) for satu in temuan)


def _attach(temuan: TemuanTerpasang, pengakuan: PengakuanTemuan | None) -> TemuanTerpasang:
    if pengakuan is None:
        return temuan
    if pengakuan.sidik == temuan.sidik:
        return replace(temuan, pengakuan=pengakuan)
    return replace(temuan, pengakuan_usang=pengakuan)
