"""Agreements for tests, made through the services."""

from typing import Any

from tests.pabrik.perencanaan import nilai

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perjanjian import services
from sakip.apps.perjanjian.models import PerjanjianKinerja
from sakip.platform.organisasi.models import Unit


def buat_pk(
    unit: Unit, baris: list[tuple[Indikator, Any]], *, berlaku: bool = True, **isi: Any
) -> PerjanjianKinerja:
    """An agreement over (indicator, target) rows; in force unless `berlaku=False`."""
    pk = services.create_pk(
        unit=unit,
        **{"tahun": 2025, **isi},
        baris=[
            services.IsiBaris(
                indikator=indikator,
                sasaran_teks="Sasaran perjanjian",
                indikator_teks=str(indikator.versi.latest("berlaku_mulai")),
                nilai=nilai(angka),
            )
            for indikator, angka in baris
        ],
        by=None,
    )
    return services.activate_pk(pk=pk, by=None) if berlaku else pk
