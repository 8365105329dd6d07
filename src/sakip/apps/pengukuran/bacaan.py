"""What pages and reports read: frozen rows with everything they show, already computed by `kinerja`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from kinerja.agregasi import HasilAgregasi, HasilWaktu
from kinerja.capaian import HasilCapaian, Kategori, Skala
from kinerja.nilai import Nilai
from sakip.apps.datakinerja.models import Bukti, Indikator, IndikatorVersi
from sakip.apps.pengukuran.models import (
    CaraAgregasiPohon,
    LangkahRealisasi,
    Realisasi,
    RealisasiVersi,
)
from sakip.apps.perencanaan.models import Dokumen, Simpul
from sakip.apps.perjanjian.models import PerjanjianKinerja
from sakip.platform.organisasi.models import Instansi, Unit, UnitVersi

#: Keys of a distribution beside the band codes of the scale.
BELUM, TIDAK_BERLAKU = "belum", "tidak_berlaku"

Tren = tuple[tuple[int, Decimal | None], ...]


@dataclass(frozen=True, slots=True)
class TargetBerlaku:
    """The target that counts for one indicator, unit and period, and the document that promises it."""

    nilai: Nilai
    sumber: str
    dokumen_id: int | None = None
    dokumen_uid: UUID | None = None
    pk_id: int | None = None
    pk_uid: UUID | None = None
    nama_dokumen: str = ""


@dataclass(frozen=True, slots=True)
class Pedoman:
    """The rule of measuring in force: scale, roll-up, and the regulation that sets them."""

    skala: Skala
    cara: CaraAgregasiPohon
    dasar: str = ""


@dataclass(frozen=True, slots=True)
class BarisKinerja:
    """One indicator of a unit in one period."""

    indikator: Indikator
    versi: IndikatorVersi
    satuan: str
    target_tahun: Nilai | None
    target: Nilai | None
    sumber_target: str
    target_berlaku: TargetBerlaku | None
    realisasi: Nilai | None
    keadaan: str
    alasan: str
    status: str
    sementara: bool
    hasil: HasilCapaian
    waktu: HasilWaktu | None
    tren: Tren
    riwayat_realisasi: tuple[tuple[int, Nilai | None], ...]
    jumlah_bukti: int
    realisasi_uid: UUID | None
    versi_ke: int
    tercetak: str = ""
    sumber: str = ""
    sebab: str = ""
    kendala: str = ""
    tindak_lanjut: str = ""
    catatan: str = ""

    @property
    def capaian(self) -> Decimal | None:
        """The capped achievement, unrounded."""
        return self.hasil.terbatas

    @property
    def kategori(self) -> Kategori | None:
        return self.hasil.kategori

    @property
    def is_iku(self) -> bool:
        return self.versi.is_iku

    @property
    def wajib(self) -> bool:
        """Whether the indicator is due: what does not apply leaves the divisor."""
        return self.hasil.sebab != TIDAK_BERLAKU


@dataclass(frozen=True, slots=True)
class KelompokSasaran:
    """The indicators of one node of the plan, with their mean."""

    simpul: Simpul | None
    pernyataan: str
    jenis: str
    baris: tuple[BarisKinerja, ...]
    rata: HasilAgregasi

    @property
    def kategori(self) -> Kategori | None:
        return self.rata.kategori


@dataclass(frozen=True, slots=True)
class KinerjaUnit:
    """One unit's year, or the part of it up to a quarter."""

    unit: Unit
    versi_unit: UnitVersi | None
    tahun: int
    triwulan: int | None
    pada: date
    kelompok: tuple[KelompokSasaran, ...]
    rata: HasilAgregasi
    n_terukur: int
    n_wajib: int
    sebaran: Mapping[str, int]
    pk: PerjanjianKinerja | None
    dokumen: Dokumen | None
    pedoman: Pedoman

    @property
    def skala(self) -> Skala:
        return self.pedoman.skala

    @property
    def kategori(self) -> Kategori | None:
        return self.rata.kategori

    @property
    def semua_baris(self) -> tuple[BarisKinerja, ...]:
        """Every row once, in the order of the groups."""
        return tuple(baris for kelompok in self.kelompok for baris in kelompok.baris)


@dataclass(frozen=True, slots=True)
class RekapUnit:
    """One unit in the overview of its instansi."""

    unit: Unit
    versi: UnitVersi
    rata: Decimal | None
    kategori: Kategori | None
    n_terukur: int
    n_wajib: int
    sebaran: Mapping[str, int]
    tren: Tren


@dataclass(frozen=True, slots=True)
class RekapInstansi:
    """All units of an instansi in one period, with the mean of those that are measured."""

    instansi: Instansi
    tahun: int
    triwulan: int | None
    pada: date
    units: tuple[RekapUnit, ...]
    pemda: RekapUnit | None
    rata: HasilAgregasi
    n_terukur: int
    n_wajib: int
    sebaran: Mapping[str, int]
    tren: Tren
    pedoman: Pedoman

    @property
    def skala(self) -> Skala:
        return self.pedoman.skala


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """One period in the life of an indicator, with the unit that was responsible at the time."""

    tahun: int
    triwulan: int | None
    unit: Unit
    nama_unit: str
    target: Nilai | None
    nama_dokumen: str
    realisasi: Nilai | None
    mentah: Decimal | None
    capaian: Decimal | None
    kategori: Kategori | None
    sebab: str
    status: str
    realisasi_uid: UUID | None


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """Everything behind one achievement: what the "Mengapa?" panel tells."""

    indikator: Indikator
    versi_indikator: IndikatorVersi
    unit: Unit
    nama_unit: str
    tahun: int
    triwulan: int | None
    satuan: str
    hasil: HasilCapaian
    waktu: HasilWaktu | None
    target: TargetBerlaku | None
    realisasi: Realisasi | None
    terakhir: RealisasiVersi | None
    versi: tuple[RealisasiVersi, ...]
    langkah: tuple[LangkahRealisasi, ...]
    bukti: tuple[Bukti, ...]
    pedoman: Pedoman
    tersimpan: Decimal | None
    tercetak: str = ""
    rumus_lain: str = ""


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """Money of one plan node (or of the unit as a whole) up to a period; None: not reported."""

    simpul: Simpul | None
    nama: str
    jenis: str
    pagu: Decimal | None
    pagu_perubahan: Decimal | None
    realisasi: Decimal | None
    serapan: Decimal | None
    triwulan_kosong: tuple[int, ...] = field(default=())

    @property
    def pagu_berlaku(self) -> Decimal | None:
        """The changed ceiling where there is one."""
        return self.pagu if self.pagu_perubahan is None else self.pagu_perubahan
