"""What the probes of every app need to know about the unit and the year they are asked about; read once."""

from collections.abc import Mapping
from datetime import date

from sakip.platform.organisasi.models import Jadwal, JenisUnit, UnitVersi
from sakip.platform.organisasi.selectors import garis_pendahulu, jadwal_tahun, unit_versi_pada
from sakip.platform.probe.model import SasaranProbe

ROMAWI = {1: "I", 2: "II", 3: "III", 4: "IV"}


def akhir_tahun(sasaran: SasaranProbe) -> date:
    return date(sasaran.tahun, 12, 31)


def hari_nilai(sasaran: SasaranProbe) -> date:
    """The last day of the year, or the day asked about while the year still runs."""
    return min(sasaran.pada, akhir_tahun(sasaran))


def garis_unit(sasaran: SasaranProbe) -> Mapping[int, tuple[int, ...]]:
    """Every unit of the instansi with those it continued by the end of the year."""
    return sasaran.recall("garis-unit", lambda: garis_pendahulu(sasaran.instansi, akhir_tahun(sasaran)))


def asal_unit(sasaran: SasaranProbe) -> tuple[int, ...]:
    """The unit and those it continued: their plans and figures are its own."""
    return garis_unit(sasaran).get(sasaran.unit.pk, (sasaran.unit.pk,))


def perangkat_daerah(sasaran: SasaranProbe) -> list[UnitVersi]:
    """The entities in force in the year, without the government itself."""
    versi = sasaran.recall("unit-versi", lambda: unit_versi_pada(sasaran.instansi, hari_nilai(sasaran)))
    return [satu for satu in versi.values() if satu.unit.entitas_sakip and satu.jenis != JenisUnit.PEMDA]


def jadwal(sasaran: SasaranProbe, jenis: str, triwulan: int | None = None) -> Jadwal | None:
    """A window of the instansi's calendar in the year; of several, the one that closes last."""
    semua = sasaran.recall("jadwal", lambda: jadwal_tahun(sasaran.instansi, sasaran.tahun))
    cocok = [satu for satu in semua if satu.jenis == jenis and satu.triwulan == triwulan]
    return max(cocok, key=lambda satu: satu.tutup, default=None)


def tulis_tanggal(tanggal: date) -> str:
    """A day as a sentence writes it, without the names of months that a reader's language would change."""
    return f"{tanggal.day}-{tanggal.month}-{tanggal.year}"
