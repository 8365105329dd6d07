"""Figures for tests, made through the services."""

from typing import Any

from tests.pabrik.perencanaan import nilai

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.pengukuran import services
from sakip.apps.pengukuran.models import Anggaran, Realisasi
from sakip.platform.organisasi.models import Unit


def buat_realisasi(indikator: Indikator, angka: Any, **isi: Any) -> Realisasi:
    """A figure of the whole year unless `triwulan` is given, by the unit that owns the indicator."""
    unit = isi.pop("unit", None) or indikator.versi.latest("berlaku_mulai").unit
    bawaan = {"tahun": 2025, "triwulan": None}
    return services.save_realisasi(
        indikator=indikator, unit=unit, nilai=nilai(angka), **{**bawaan, **isi}, by=None
    )


def langkah(realisasi: Realisasi, *nama: str, alasan: str = "Perbaiki lampiran") -> Realisasi:
    """Take several steps of the approval as the system."""
    for satu in nama:
        realisasi = services.transition_realisasi(realisasi=realisasi, langkah=satu, alasan=alasan, by=None)
    return realisasi


def buat_anggaran(unit: Unit, **isi: Any) -> Anggaran:
    return services.set_anggaran(unit=unit, **{"tahun": 2025, **isi}, by=None)
