"""The internal evaluation of the year before: what the criteria of component 4 ask about.

A performance year is evaluated after it ended. So when the sheet of 2025 asks whether evaluation is done and used, it
asks about the evaluation of 2024, which was carried out, and followed up, since.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Exists, OuterRef

from sakip.apps.evaluasi.models import (
    AnggotaTim,
    BuktiJawaban,
    Evaluasi,
    HasilLembar,
    Jawaban,
    JenisTindakLanjut,
    LembarKerja,
    Rekomendasi,
    TahapNilai,
    TindakLanjut,
)
from sakip.apps.evaluasi.workflow import RANTAI_APIP
from sakip.apps.evaluasi.workflow_rekomendasi import TERBIT
from sakip.platform.organisasi.models import Unit


@dataclass(frozen=True, slots=True)
class JawabanSub:
    """What one stage said of one sub-component last year, with its note and whether evidence stands behind it."""

    kode: str
    tahap: str
    nilai: str
    catatan: str
    berbukti: bool
    oleh_id: int | None


@dataclass(frozen=True, slots=True)
class EvaluasiLalu:
    """The evaluation of a year of the whole government, and of one unit in it (None: it had no sheet)."""

    evaluasi: Evaluasi
    lembar: LembarKerja | None
    #: unit -> sheet, of every unit
    semua: Mapping[int, LembarKerja]
    jawaban: tuple[JawabanSub, ...]
    peran: frozenset[str]
    rekomendasi: tuple[Rekomendasi, ...]
    #: Rows of `rekomendasi` that somebody has acted on.
    dikerjakan: frozenset[int]
    nilai: Fraction | None
    nilai_sebelumnya: Fraction | None

    @property
    def terbit(self) -> bool:
        """Whether the unit's LHE was signed."""
        return self.lembar is not None and self.lembar.tahap in TERBIT


def evaluasi_lalu(unit: Unit, asal: Collection[int], tahun: int) -> EvaluasiLalu | None:
    """The evaluation of performance year `tahun` seen from a unit, in five queries; None when there was none."""
    lembar = LembarKerja.objects.filter(
        instansi_id=unit.instansi_id, evaluasi__tahun__in=(tahun, tahun - 1)
    ).select_related("evaluasi", "unit")
    menurut_tahun: dict[int, dict[int, LembarKerja]] = {tahun: {}, tahun - 1: {}}
    for satu in lembar.order_by("pk"):
        menurut_tahun[satu.evaluasi.tahun][satu.unit_id] = satu
    semua = menurut_tahun[tahun]
    if not semua:
        return None
    milik, sebelumnya = _own(semua, unit, asal), _own(menurut_tahun[tahun - 1], unit, asal)
    hasil = _totals([satu for satu in (milik, sebelumnya) if satu is not None])
    rekomendasi = () if milik is None else _recommendations(milik)
    return EvaluasiLalu(
        evaluasi=next(iter(semua.values())).evaluasi,
        lembar=milik,
        semua=semua,
        jawaban=() if milik is None else _answers(milik),
        peran=frozenset() if milik is None else _roles(milik),
        rekomendasi=rekomendasi,
        dikerjakan=frozenset(satu.pk for satu in rekomendasi if getattr(satu, "dikerjakan", False)),
        nilai=None if milik is None else hasil.get(milik.pk),
        nilai_sebelumnya=None if sebelumnya is None else hasil.get(sebelumnya.pk),
    )


def _own(lembar: Mapping[int, LembarKerja], unit: Unit, asal: Collection[int]) -> LembarKerja | None:
    """The unit's own sheet, else that of the nearest unit it continues."""
    return next((lembar[satu] for satu in (unit.pk, *asal) if satu in lembar), None)


def _totals(lembar: Collection[LembarKerja]) -> dict[int, Fraction]:
    """The complete APIP total of each sheet; of several stages the latest."""
    baris = HasilLembar.objects.filter(lembar__in=lembar, tahap__in=RANTAI_APIP).exclude(predikat="")
    urut = sorted(baris, key=lambda satu: RANTAI_APIP.index(TahapNilai(satu.tahap)))
    return {satu.lembar_id: Fraction(satu.total) for satu in urut}


def _answers(lembar: LembarKerja) -> tuple[JawabanSub, ...]:
    """The last version of each sub-component at each stage."""
    bukti = BuktiJawaban.objects.filter(
        lembar_id=OuterRef("lembar_id"), kode__startswith=OuterRef("kode"), dilepas_pada__isnull=True
    )
    baris = Jawaban.objects.filter(lembar=lembar).annotate(terlampir=Exists(bukti)).order_by("versi_ke")
    akhir = {(satu.kode, satu.tahap): satu for satu in baris if satu.kode.count(".") == 1}
    return tuple(
        JawabanSub(
            kode=satu.kode,
            tahap=satu.tahap,
            nilai=satu.nilai,
            catatan=satu.catatan,
            berbukti=bool(satu.daftar_bukti.strip()) or satu.terlampir,
            oleh_id=satu.oleh_id,
        )
        for satu in akhir.values()
        if satu.nilai
    )


def _roles(lembar: LembarKerja) -> frozenset[str]:
    if lembar.tim_id is None:
        return frozenset()
    return frozenset(AnggotaTim.objects.filter(tim_id=lembar.tim_id).values_list("peran", flat=True))


def _recommendations(lembar: LembarKerja) -> tuple[Rekomendasi, ...]:
    """Those of a signed LHE, each marked with whether its follow-up was carried out."""
    if lembar.tahap not in TERBIT:
        return ()
    pelaksanaan = TindakLanjut.objects.filter(
        rekomendasi_id=OuterRef("pk"), jenis=JenisTindakLanjut.PELAKSANAAN
    )
    baris = Rekomendasi.objects.filter(lembar=lembar).annotate(dikerjakan=Exists(pelaksanaan))
    return tuple(baris.order_by("kode", "urutan", "pk"))
