"""Whole plan documents, arranged for a page. The queries are the apps' selectors."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.perencanaan.models import Dokumen, Simpul, Target
from sakip.apps.perencanaan.selectors import SimpulPohon, pohon_dokumen, target_dokumen
from sakip.platform.dasar import today


@dataclass(frozen=True, slots=True)
class IndikatorDokumen:
    """An indicator below a node, with what the document promises for each of its years."""

    versi: IndikatorVersi
    target: tuple[tuple[int, Nilai | None], ...]
    triwulan: tuple[tuple[int, Nilai | None], ...] = ()


@dataclass(frozen=True, slots=True)
class SimpulTampil:
    simpul: Simpul
    indikator: tuple[IndikatorDokumen, ...]
    anak: tuple["SimpulTampil", ...]

    @property
    def jumlah_turunan(self) -> int:
        return sum(1 + anak.jumlah_turunan for anak in self.anak)


@dataclass(frozen=True, slots=True)
class IsiDokumen:
    akar: tuple[SimpulTampil, ...]
    tahun: tuple[int, ...]
    n_simpul: int
    n_indikator: int
    n_target: int


def as_of_dokumen(dokumen: Dokumen) -> date:
    """The day whose wording a document is read with: today, or the last day of its period."""
    return min(today(), date(dokumen.tahun_selesai, 12, 31))


def with_counts(dokumen: QuerySet[Dokumen]) -> QuerySet[Dokumen]:
    """Adds how many nodes a document holds."""
    return dokumen.annotate(n_simpul=Count("simpul_set"))


def read_dokumen(dokumen: Dokumen) -> IsiDokumen:
    """The nodes of a document as a tree with indicators and targets; four queries whatever its size."""
    akar = pohon_dokumen(dokumen)
    semua = list(_walk(akar))
    ids = {indikator.pk for butir in semua for indikator in butir.indikator}
    versi = versi_pada(ids, as_of_dokumen(dokumen))
    target = target_dokumen(dokumen)
    tahun = tuple(range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1))
    return IsiDokumen(
        akar=tuple(_simpul(butir, versi, target, tahun) for butir in akar),
        tahun=tahun,
        n_simpul=len(semua),
        n_indikator=len(ids),
        n_target=sum(len(isi) for isi in target.values()),
    )


def _walk(butir: Iterable[SimpulPohon]) -> Iterable[SimpulPohon]:
    for satu in butir:
        yield satu
        yield from _walk(satu.anak)


_Target = Mapping[int, Mapping[tuple[int, int | None], Target]]


def _simpul(
    butir: SimpulPohon, versi: Mapping[int, IndikatorVersi], target: _Target, tahun: Collection[int]
) -> SimpulTampil:
    return SimpulTampil(
        simpul=butir.simpul,
        indikator=tuple(
            _indikator(versi[i.pk], target.get(i.pk, {}), tahun) for i in butir.indikator if i.pk in versi
        ),
        anak=tuple(_simpul(anak, versi, target, tahun) for anak in butir.anak),
    )


def _indikator(
    versi: IndikatorVersi, target: Mapping[tuple[int, int | None], Target], tahun: Collection[int]
) -> IndikatorDokumen:
    nilai = {periode: nilai_of(satu) for periode, satu in target.items()}
    bertriwulan = [t for t, tw in nilai if tw is not None]
    return IndikatorDokumen(
        versi=versi,
        target=tuple((t, nilai.get((t, None))) for t in tahun),
        triwulan=tuple((tw, nilai.get((min(bertriwulan), tw))) for tw in (1, 2, 3, 4)) if bertriwulan else (),
    )
