"""Readings of the measuring, for pages, reports and the importer."""

from sakip.apps.pengukuran.bacaan import (
    BELUM,
    TIDAK_BERLAKU,
    BarisAnggaran,
    BarisKinerja,
    BarisRiwayat,
    KelompokSasaran,
    KinerjaUnit,
    Pedoman,
    Penjelasan,
    RekapInstansi,
    RekapUnit,
    TargetBerlaku,
)
from sakip.apps.pengukuran.selectors.anggaran import anggaran_unit, serapan, total_anggaran
from sakip.apps.pengukuran.selectors.jelas import jelaskan, jelaskan_periode
from sakip.apps.pengukuran.selectors.lingkup import (
    anggaran_visible_to,
    capaian_visible_to,
    realisasi_visible_to,
    unit_visible_to,
)
from sakip.apps.pengukuran.selectors.pantau import (
    CapaianUnit,
    Pantauan,
    SlotPantau,
    capaian_unit,
    pantauan_unit,
)
from sakip.apps.pengukuran.selectors.pedoman import pedoman_pada, pedoman_tahunan
from sakip.apps.pengukuran.selectors.pohon import capaian_pohon
from sakip.apps.pengukuran.selectors.rekap import periode_terisi, rata_tahunan, rekap_instansi
from sakip.apps.pengukuran.selectors.riwayat import riwayat_indikator
from sakip.apps.pengukuran.selectors.unit import kinerja_unit

__all__ = [
    "BELUM",
    "TIDAK_BERLAKU",
    "BarisAnggaran",
    "BarisKinerja",
    "BarisRiwayat",
    "CapaianUnit",
    "KelompokSasaran",
    "KinerjaUnit",
    "Pantauan",
    "Pedoman",
    "Penjelasan",
    "RekapInstansi",
    "RekapUnit",
    "SlotPantau",
    "TargetBerlaku",
    "anggaran_unit",
    "anggaran_visible_to",
    "capaian_pohon",
    "capaian_unit",
    "capaian_visible_to",
    "jelaskan",
    "jelaskan_periode",
    "kinerja_unit",
    "pantauan_unit",
    "pedoman_pada",
    "pedoman_tahunan",
    "periode_terisi",
    "rata_tahunan",
    "realisasi_visible_to",
    "rekap_instansi",
    "riwayat_indikator",
    "serapan",
    "total_anggaran",
    "unit_visible_to",
]
