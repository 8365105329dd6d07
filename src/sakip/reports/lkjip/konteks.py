"""Everything one LKjIP shows, as plain frozen data.

Nothing here imports Django: a context that was frozen when the report was signed can be read and printed
again long after the tables it came from have changed. Figures arrive computed (see `susun`); the
renderers only print them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

VERSI_KONTEKS = 1


class Keadaan(StrEnum):
    """Why a cell holds what it holds: three kinds of absence, none of them zero."""

    DILAPORKAN = "dilaporkan"
    BELUM = "belum_dilaporkan"
    BELUM_RILIS = "belum_rilis"
    TIDAK_BERLAKU = "tidak_berlaku"


@dataclass(frozen=True, slots=True)
class NilaiLaporan:
    """One value as printed; `angka`, `bawah` and `atas` are what the workbook computes with."""

    teks: str = ""
    angka: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    pembanding: str = ""
    keadaan: Keadaan = Keadaan.DILAPORKAN
    sebab: str | None = None
    sementara: bool = False

    @property
    def dilaporkan(self) -> bool:
        return self.keadaan is Keadaan.DILAPORKAN


BELUM = NilaiLaporan(keadaan=Keadaan.BELUM)


@dataclass(frozen=True, slots=True)
class CapaianLaporan:
    """One achievement as `kinerja` explained it."""

    cetak: Decimal | None
    mentah: Decimal | None
    terbatas: Decimal | None
    kategori: str | None
    penjelasan: str
    langkah: tuple[str, ...] = ()
    tanda: tuple[str, ...] = ()
    pesan: str | None = None
    aturan: str = ""


@dataclass(frozen=True, slots=True)
class RataLaporan:
    """A mean over what was measured, and how much that is."""

    cetak: Decimal | None
    mentah: Decimal | None
    kategori: str | None
    terukur: int
    dari: int
    penjelasan: str = ""


@dataclass(frozen=True, slots=True)
class TitikRiwayat:
    tahun: int
    realisasi: NilaiLaporan
    target: NilaiLaporan | None = None
    capaian: CapaianLaporan | None = None


@dataclass(frozen=True, slots=True)
class TargetTahun:
    tahun: int
    nilai: NilaiLaporan


@dataclass(frozen=True, slots=True)
class AkhirPeriode:
    """Target of the plan's last year, and how far this year's realisasi has come."""

    tahun: int
    target: NilaiLaporan
    kemajuan: CapaianLaporan | None


@dataclass(frozen=True, slots=True)
class StandarNasional:
    nilai: NilaiLaporan
    sumber: str
    capaian: CapaianLaporan | None = None


@dataclass(frozen=True, slots=True)
class IndikatorLaporan:
    kode: str
    nama: str
    satuan: str
    polaritas: str
    target: NilaiLaporan
    realisasi: NilaiLaporan
    capaian: CapaianLaporan
    polaritas_teks: str = ""
    batas: Decimal | None = None
    desimal: int | None = None
    iku: bool = False
    definisi: str = ""
    rumus: str = ""
    sumber: str = ""
    frekuensi: str = ""
    penanggung_jawab: str = ""
    arah: str | None = None
    selisih: NilaiLaporan | None = None
    riwayat: tuple[TitikRiwayat, ...] = ()
    rencana: tuple[TargetTahun, ...] = ()
    akhir: AkhirPeriode | None = None
    standar: StandarNasional | None = None
    catatan: str = ""
    bukti: int = 0

    @property
    def tercapai(self) -> bool:
        """Whether the target was met or passed; judged before any cap or rounding."""
        return self.capaian.mentah is not None and self.capaian.mentah >= 100


@dataclass(frozen=True, slots=True)
class AnggaranLaporan:
    """Money of a programme, a sasaran or the whole unit; None means not recorded."""

    pagu: Decimal | None = None
    realisasi: Decimal | None = None
    serapan: Decimal | None = None


@dataclass(frozen=True, slots=True)
class EfisiensiLaporan:
    nilai: Decimal | None
    rumus: str
    penjelasan: str
    bacaan: str
    peringatan: str | None = None


@dataclass(frozen=True, slots=True)
class ProgramLaporan:
    nama: str
    kode: str = ""
    anggaran: AnggaranLaporan = AnggaranLaporan()
    pagu_pk: Decimal | None = None
    sumber_dana: str = ""
    sasaran: tuple[int, ...] = ()
    kegiatan: tuple[KegiatanLaporan, ...] = ()


@dataclass(frozen=True, slots=True)
class KegiatanLaporan:
    """One row below a programme, with its output when the plan states one."""

    nama: str
    kode: str = ""
    anggaran: AnggaranLaporan = AnggaranLaporan()


@dataclass(frozen=True, slots=True)
class AnalisisLaporan:
    """Text of one of the seven analyses; `tersedia` is False when the system holds no data for it yet."""

    slot: int
    isi: tuple[str, ...]
    tersedia: bool = True


@dataclass(frozen=True, slots=True)
class SasaranLaporan:
    nomor: int
    pernyataan: str
    indikator: tuple[IndikatorLaporan, ...]
    rata: RataLaporan
    anggaran: AnggaranLaporan = AnggaranLaporan()
    efisiensi: EfisiensiLaporan | None = None
    temuan: str = ""
    analisis: tuple[AnalisisLaporan, ...] = ()
    #: "Sasaran 2", "Tujuan 1": how headings and captions name this group.
    sebutan: str = ""

    @property
    def nama(self) -> str:
        return self.sebutan or f"Sasaran {self.nomor}"

    @property
    def jenis(self) -> str:
        """`tujuan` or `sasaran`: the level of the plan this group stands for."""
        return "tujuan" if self.nama.startswith("Tujuan") else "sasaran"

    @property
    def kata(self) -> str:
        """The name as it stands within a sentence."""
        return self.nama[:1].lower() + self.nama[1:]

    def slot(self, nomor: int) -> AnalisisLaporan:
        return next(a for a in self.analisis if a.slot == nomor)


@dataclass(frozen=True, slots=True)
class RincianLaporan:
    """Indicators of one programme, kegiatan or sub kegiatan: the level below the sasaran."""

    tingkat: str
    nama: str
    indikator: tuple[IndikatorLaporan, ...]
    kode: str = ""


@dataclass(frozen=True, slots=True)
class PitaSkala:
    kode: str
    nama: str
    batas_bawah: Decimal | None
    urutan: int
    termasuk: bool = True


@dataclass(frozen=True, slots=True)
class SkalaLaporan:
    kode: str
    nama: str
    sumber: str
    berlaku: str
    pita: tuple[PitaSkala, ...]

    def nama_pita(self, kode: str) -> str:
        return next(p.nama for p in self.pita if p.kode == kode)


@dataclass(frozen=True, slots=True)
class AturanLaporan:
    """How the figures of this report were calculated."""

    pembulatan: str = "setengah ke atas"
    desimal: int = 2
    batas: str = "tanpa batas atas"
    cara: str = "berjenjang"
    rata: str = (
        "rata-rata capaian indikator menjadi capaian sasaran; rata-rata capaian sasaran menjadi capaian unit"
    )


@dataclass(frozen=True, slots=True)
class SusunanJabatan:
    jabatan: str
    unit: str
    tingkat: int = 0
    eselon: str = ""


@dataclass(frozen=True, slots=True)
class InstansiLaporan:
    nama: str
    kode: str
    contoh: bool
    sumber: tuple[str, ...] = ()
    tempat: str = ""
    logo: str | None = None
    logo_alt: str = ""


@dataclass(frozen=True, slots=True)
class UnitLaporan:
    kode: str
    nama: str
    singkatan: str = ""
    kepala: str = ""
    kepala_jenis: str = "definitif"
    atasan: str = ""
    susunan: tuple[SusunanJabatan, ...] = ()
    urusan: str = ""
    pendahulu: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IsuLaporan:
    isu: str
    sasaran: str = ""


@dataclass(frozen=True, slots=True)
class DokumenRencana:
    jenis: str
    judul: str
    periode: str
    dasar: str = ""
    visi: str = ""
    tujuan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PerjanjianLaporan:
    judul: str
    tanggal: date | None
    pihak_pertama: str
    pihak_kedua: str = ""
    versi: int = 1
    pemicu: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class TeksLaporan:
    """Generated or edited running text, frozen with the figures it quotes."""

    pengantar: tuple[str, ...] = ()
    temuan: str = ""
    ikhtisar: tuple[str, ...] = ()
    tertinggi: tuple[str, ...] = ()
    perhatian: tuple[str, ...] = ()
    belum: tuple[str, ...] = ()
    latar: tuple[str, ...] = ()
    organisasi: tuple[str, ...] = ()
    anggaran: tuple[str, ...] = ()
    simpulan: tuple[str, ...] = ()
    langkah: tuple[LangkahLaporan, ...] = ()


@dataclass(frozen=True, slots=True)
class LangkahLaporan:
    langkah: str
    penanggung_jawab: str = ""
    ukuran: str = ""


@dataclass(frozen=True, slots=True)
class KonteksLKjIP:
    tahun: int
    disusun_pada: date
    instansi: InstansiLaporan
    unit: UnitLaporan
    skala: SkalaLaporan
    aturan: AturanLaporan
    rata: RataLaporan
    sasaran: tuple[SasaranLaporan, ...]
    anggaran: AnggaranLaporan = AnggaranLaporan()
    program: tuple[ProgramLaporan, ...] = ()
    rincian: tuple[RincianLaporan, ...] = ()
    rencana: DokumenRencana | None = None
    perjanjian: PerjanjianLaporan | None = None
    isu: tuple[IsuLaporan, ...] = ()
    catatan_data: tuple[str, ...] = ()
    nomor: str = ""
    status: str = "konsep"
    teks: TeksLaporan = TeksLaporan()
    versi: int = VERSI_KONTEKS

    @property
    def indikator(self) -> tuple[IndikatorLaporan, ...]:
        return tuple(i for s in self.sasaran for i in s.indikator)

    @property
    def judul(self) -> str:
        return f"Laporan Kinerja {self.unit.nama} Tahun {self.tahun}"
