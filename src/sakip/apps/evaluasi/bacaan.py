"""What pages and reports read of an evaluation: frozen rows, already scored by `kinerja`."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kinerja.instrumen import Butir, HasilSkor, Instrumen
from kinerja.instrumen.gabungan import HasilGabungan
from kinerja.instrumen.suggest import Saran
from sakip.apps.evaluasi.convert import Isi
from sakip.apps.evaluasi.models import (
    BuktiJawaban,
    Evaluasi,
    HasilLembar,
    LembarKerja,
    Rekomendasi,
    RiwayatNilai,
)
from sakip.platform.organisasi.models import Unit, UnitVersi

#: One answer at one stage, as a page shows it.
JawabanTampil = Isi


@dataclass(frozen=True, slots=True)
class KriteriaTampil:
    """One criterion (or question) of a sub-component. `jawaban` is keyed by stage."""

    butir: Butir
    jawaban: Mapping[str, JawabanTampil]
    berlaku: JawabanTampil | None
    tahun_lalu: str
    bukti: tuple[BuktiJawaban, ...]
    n_diskusi: int

    @property
    def kode(self) -> str:
        return self.butir.kode

    def versi(self, tahap: str) -> int:
        """The version a page shows of a stage, to send back as `versi_diharapkan`."""
        return self.jawaban[tahap].versi_ke if tahap in self.jawaban else 0


@dataclass(frozen=True, slots=True)
class SubTampil:
    """One sub-component: what every stage says, what counts, last year's, and what the criteria suggest.

    `nilai` is its points in the total; `bobot` its full points.
    """

    butir: Butir
    bobot: Fraction
    nilai: Fraction | None
    jawaban: Mapping[str, JawabanTampil]
    berlaku: JawabanTampil | None
    tahun_lalu: str
    rekomendasi_lalu: tuple[Rekomendasi, ...]
    rekomendasi: tuple[Rekomendasi, ...]
    kriteria: tuple[KriteriaTampil, ...]
    bukti: tuple[BuktiJawaban, ...]
    n_diskusi: int
    saran: Saran | None

    @property
    def kode(self) -> str:
        return self.butir.kode

    @property
    def n_terpenuhi(self) -> int:
        return 0 if self.saran is None else self.saran.terpenuhi

    @property
    def n_terjawab(self) -> int:
        """Criteria with an answer at the stage shown."""
        return sum(satu.berlaku is not None for satu in self.kriteria)

    @property
    def bukti_semua(self) -> tuple[BuktiJawaban, ...]:
        """Evidence of the sub-component and of its criteria."""
        return (*self.bukti, *(bukti for satu in self.kriteria for bukti in satu.bukti))

    def versi(self, tahap: str) -> int:
        return self.jawaban[tahap].versi_ke if tahap in self.jawaban else 0


@dataclass(frozen=True, slots=True)
class KomponenTampil:
    """One component with its sub-components."""

    butir: Butir
    bobot: Fraction
    nilai: Fraction | None
    nilai_lalu: Fraction | None
    sub: tuple[SubTampil, ...]

    @property
    def kode(self) -> str:
        return self.butir.kode


@dataclass(frozen=True, slots=True)
class LembarTampil:
    """A whole sheet as seen at one stage (`tahap_lihat`)."""

    lembar: LembarKerja
    instrumen: Instrumen
    tahap_lihat: str
    komponen: tuple[KomponenTampil, ...]
    skor: HasilSkor
    hasil: Mapping[str, HasilLembar]
    hasil_lalu: HasilLembar | None
    lembar_lalu: LembarKerja | None

    @property
    def sub(self) -> tuple[SubTampil, ...]:
        return tuple(sub for satu in self.komponen for sub in satu.sub)


@dataclass(frozen=True, slots=True)
class BarisRekap:
    """One sheet in the recap. Ranked only when complete; `hasil` is keyed by stage.

    `total` is what APIP says now (or the stage asked for); the unit's own claim is only in `hasil`.
    """

    lembar: LembarKerja
    unit: Unit
    versi: UnitVersi | None
    klaster: str
    tahap: str
    total: Fraction | None
    predikat: str
    komponen: Mapping[str, Fraction]
    belum: int
    peringkat: int | None
    total_lalu: Fraction | None
    predikat_lalu: str
    hasil: Mapping[str, HasilLembar]

    @property
    def nama(self) -> str:
        return self.versi.nama_pendek if self.versi else self.unit.kode

    @property
    def lengkap(self) -> bool:
        return self.total is not None and self.belum == 0

    @property
    def selisih(self) -> Fraction | None:
        """Change since last year, of complete results only."""
        if not self.lengkap or self.total is None or self.total_lalu is None:
            return None
        return self.total - self.total_lalu


@dataclass(frozen=True, slots=True)
class RataKlaster:
    """The unrounded mean of a cluster's complete results."""

    klaster: str
    label: str
    n: int
    dari: int
    rata: Fraction | None
    predikat: str


@dataclass(frozen=True, slots=True)
class Rekap:
    """All sheets of an evaluation side by side.

    `gabungan` combines the complete ones; `sementara` says that some are still missing.
    """

    evaluasi: Evaluasi
    tahap: str | None
    instrumen: Instrumen
    baris: tuple[BarisRekap, ...]
    instansi: BarisRekap | None
    rata_klaster: tuple[RataKlaster, ...]
    rata_unit: Fraction | None
    gabungan: HasilGabungan | None
    sementara: bool
    sebaran: Mapping[str, int]
    riwayat: tuple[RiwayatNilai, ...]


@dataclass(frozen=True, slots=True)
class Sebaran:
    """Spread of one stage's values over all sheets, in hundredths of the weight (grade BB = 80)."""

    n: int
    rata: Fraction | None
    median: Fraction | None
    min: Fraction | None
    maks: Fraction | None
    q1: Fraction | None
    q3: Fraction | None


@dataclass(frozen=True, slots=True)
class BarisPanel:
    """One sheet in the panel of one sub-component. `tanda` says in words why it deserves a look."""

    lembar: LembarKerja
    versi: UnitVersi | None
    jawaban: Mapping[str, JawabanTampil]
    berlaku: JawabanTampil | None
    angka: Fraction | None
    n_terpenuhi: int
    n_kriteria: int
    saran: str
    pencilan: bool
    tanda: tuple[str, ...]

    @property
    def nama(self) -> str:
        return self.versi.nama_pendek if self.versi else self.lembar.unit.kode


@dataclass(frozen=True, slots=True)
class Panel:
    """The values of one sub-component over all sheets of one form."""

    evaluasi: Evaluasi
    instrumen: Instrumen
    butir: Butir
    baris: tuple[BarisPanel, ...]
    sebaran: Mapping[str, Sebaran]
    aturan_pencilan: str
