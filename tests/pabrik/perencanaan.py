"""Plans for tests, made through the services."""

import itertools
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from tests.pabrik.organisasi import buat_unit

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.models import Dokumen, Simpul, Target
from sakip.platform.organisasi.models import Unit

_nomor = itertools.count(1)


def nilai(angka: Any) -> Nilai | None:
    """A number as Nilai; text that is not a number and Nilai itself stay what they are."""
    if angka is None or isinstance(angka, Nilai):
        return angka
    return Nilai.dari_angka(Decimal(str(angka)))


def buat_dokumen(unit: Unit | None = None, **isi: Any) -> Dokumen:
    """A draft; `buat_rencana` makes one that is in force."""
    bawaan = {"jenis": "renstra", "nama": "Renstra contoh", "tahun_mulai": 2022, "tahun_selesai": 2026}
    return services.create_dokumen(unit=unit or buat_unit(), **{**bawaan, **isi}, by=None)


def buat_simpul(dokumen: Dokumen, **isi: Any) -> Simpul:
    nomor = next(_nomor)
    bawaan = {"jenis": "sasaran", "pernyataan": f"Meningkatnya hal {nomor}", "urutan": nomor}
    return services.add_simpul(dokumen=dokumen, **{**bawaan, **isi}, by=None)


def buat_target(dokumen: Dokumen, indikator: Indikator, angka: Any, **isi: Any) -> Target:
    target = services.set_target(
        dokumen=dokumen, indikator=indikator, nilai=nilai(angka), **{"tahun": 2025, **isi}, by=None
    )
    assert target is not None
    return target


def buat_rencana(
    unit: Unit,
    sasaran: Iterable[Iterable[tuple[Indikator, Any]]],
    *,
    tahun: int = 2025,
    tingkat: str = "sasaran",
    **isi: Any,
) -> Dokumen:
    """A plan in force: one node per group of (indicator, target of the year)."""
    dokumen = buat_dokumen(unit, **isi)
    for kelompok in sasaran:
        simpul = buat_simpul(dokumen, jenis=tingkat)
        for indikator, target in kelompok:
            services.link_indikator(simpul=simpul, indikator=indikator, by=None)
            if target is not None:
                buat_target(dokumen, indikator, target, tahun=tahun)
    return services.activate_dokumen(dokumen=dokumen, by=None)


def buat_renaksi(unit: Unit, indikator: Indikator, target: dict[int, Any], *, tahun: int = 2025) -> Dokumen:
    """Cumulative targets per quarter."""
    dokumen = buat_dokumen(
        unit, jenis="renaksi", nama="Rencana aksi contoh", tahun_mulai=tahun, tahun_selesai=tahun
    )
    for triwulan, angka in target.items():
        buat_target(dokumen, indikator, angka, tahun=tahun, triwulan=triwulan)
    return services.activate_dokumen(dokumen=dokumen, by=None)
