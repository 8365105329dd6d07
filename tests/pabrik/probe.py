"""Asking probes in tests, and a unit whose plan gives them something to read."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tests.pabrik.datakinerja import buat_indikator
from tests.pabrik.organisasi import buat_unit
from tests.pabrik.perencanaan import buat_dokumen, buat_simpul, buat_target

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.pengukuran.services import set_anggaran
from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.models import Dokumen, Simpul
from sakip.platform.organisasi.models import Unit
from sakip.platform.probe.daftar import probes
from sakip.platform.probe.model import HasilProbe, SasaranProbe

#: After every quarter of 2025 has become due.
SESUDAH_TAHUN = date(2026, 3, 1)
LENGKAP = {
    "definisi": "Arti indikator",
    "rumus": "a dibagi b",
    "sumber": "Laporan unit",
    "pj_teks": "Kepala bidang",
    "is_iku": True,
}


def buat_sasaran(unit: Unit, **isi: Any) -> SasaranProbe:
    bawaan = {"tahun": 2025, "pada": SESUDAH_TAHUN, "profil": "unit"}
    return SasaranProbe(instansi=unit.instansi, unit=unit, **{**bawaan, **isi})


def tanya(kode: str, unit: Unit, **isi: Any) -> HasilProbe:
    """The answer of one probe about a unit in 2025."""
    return next(satu for satu in probes() if satu.kode == kode)(buat_sasaran(unit, **isi))


@dataclass
class UnitBerencana:
    """A unit with a Renstra 2022-2026: tujuan, sasaran, program, kegiatan, and one indicator on each level."""

    unit: Unit
    dokumen: Dokumen
    sasaran: Simpul
    program: Simpul
    kegiatan: Simpul
    indikator: Indikator
    indikator_program: Indikator


def buat_unit_berencana(unit: Unit | None = None, *, bertaut: bool = True, **kamus: Any) -> UnitBerencana:
    unit = unit or buat_unit()
    indikator = buat_indikator(unit, **{**LENGKAP, "frekuensi": "tahunan", **kamus})
    indikator_program = buat_indikator(unit, frekuensi="tahunan")
    dokumen = buat_dokumen(unit, ditetapkan_pada=date(2021, 11, 1))
    mendukung = _buat_rpjmd(unit) if bertaut else None
    tujuan = buat_simpul(dokumen, jenis="tujuan", pernyataan="Meningkatnya mutu", mendukung=mendukung)
    sasaran = buat_simpul(dokumen, jenis="sasaran", pernyataan="Menurunnya kasus", induk=tujuan)
    program = buat_simpul(dokumen, jenis="program", induk=sasaran, kode="1.02.02", pernyataan="Program inti")
    kegiatan = buat_simpul(dokumen, jenis="kegiatan", induk=program, kode="1.02.02.2.01")
    for simpul, satu in ((tujuan, indikator), (sasaran, indikator), (program, indikator_program)):
        services.link_indikator(simpul=simpul, indikator=satu, by=None)
    for tahun in range(2022, 2027):
        buat_target(dokumen, indikator, 100, tahun=tahun)
        buat_target(dokumen, indikator_program, 50, tahun=tahun)
    services.activate_dokumen(dokumen=dokumen, by=None)
    return UnitBerencana(unit, dokumen, sasaran, program, kegiatan, indikator, indikator_program)


def _buat_rpjmd(unit: Unit) -> Simpul:
    pemda = buat_unit(unit.instansi, jenis="pemda")
    dokumen = buat_dokumen(pemda, jenis="rpjmd", nama="RPJMD contoh")
    simpul = buat_simpul(dokumen, jenis="sasaran")
    services.activate_dokumen(dokumen=dokumen, by=None)
    return simpul


def beri_pagu(
    rencana: UnitBerencana, simpul: Simpul, *, pagu: int = 100, realisasi: int | None = None
) -> None:
    isi = {} if realisasi is None else {"realisasi": Decimal(realisasi)}
    set_anggaran(unit=rencana.unit, tahun=2025, simpul=simpul, pagu=Decimal(pagu), by=None, **isi)
