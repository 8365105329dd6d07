"""A unit's plans of a year as one whole."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Q

from sakip.apps.perencanaan.models import Dokumen, Simpul, SimpulIndikator, Target
from sakip.apps.perencanaan.selectors.dokumen import (
    DOKUMEN_INSTANSI,
    TINGKAT_HASIL,
    TINGKAT_PROGRAM,
    URUTAN_HASIL,
    choose_dokumen,
    covers,
)
from sakip.platform.organisasi.models import Unit


@dataclass(frozen=True, slots=True)
class RencanaUnit:
    """A unit's plans of a year as one whole: documents in force, nodes, their indicators and targets."""

    unit_id: int
    dokumen: tuple[Dokumen, ...]
    instansi: tuple[Dokumen, ...]
    simpul: Mapping[int, Simpul]
    indikator: Mapping[int, tuple[int, ...]]
    target: Mapping[int, Mapping[tuple[int, int | None], Target]]

    def find(self, *jenis: str) -> Dokumen | None:
        """The document of one of the kinds; the unit's own before that of a unit it continues."""
        calon = [satu for satu in self.dokumen if satu.jenis in jenis]
        return min(calon, key=lambda satu: (satu.unit_id != self.unit_id, -satu.tahun_mulai), default=None)

    @property
    def milik(self) -> tuple[Dokumen, ...]:
        """The unit's own documents; those of the units it continues only where it has none."""
        sendiri = tuple(satu for satu in self.dokumen if satu.unit_id == self.unit_id)
        return sendiri or self.dokumen

    @property
    def utama(self) -> Dokumen | None:
        """The plan that says what the unit is measured by."""
        return choose_dokumen(self.milik, TINGKAT_HASIL) or choose_dokumen(self.dokumen, TINGKAT_HASIL)

    @property
    def operasional(self) -> Dokumen | None:
        """The plan that says which programmes and activities it carries out."""
        return choose_dokumen(self.milik, TINGKAT_PROGRAM) or choose_dokumen(self.dokumen, TINGKAT_PROGRAM)

    def nodes(self, dokumen: Dokumen, *jenis: str) -> list[Simpul]:
        return [
            satu for satu in self.simpul.values() if satu.dokumen_id == dokumen.pk and satu.jenis in jenis
        ]

    def children(self, simpul: Simpul) -> list[Simpul]:
        return [satu for satu in self.simpul.values() if satu.induk_id == simpul.pk]

    def above(self, simpul: Simpul) -> list[Simpul]:
        """The chain of parents, nearest first."""
        rantai, induk = [], self.simpul.get(simpul.induk_id or 0)
        while induk is not None:
            rantai.append(induk)
            induk = self.simpul.get(induk.induk_id or 0)
        return rantai


def rencana_unit(unit: Unit, asal: Collection[int], tahun: int) -> RencanaUnit:
    """Everything planned by a unit (and those it continues, `asal`) that covers a year, in four queries."""
    milik = Q(unit_id__in=asal) | Q(instansi_id=unit.instansi_id, jenis__in=DOKUMEN_INSTANSI)
    semua = list(Dokumen.objects.filter(covers(tahun), milik).order_by("-tahun_mulai", "-pk"))
    dokumen = [satu for satu in semua if satu.unit_id in asal]
    kunci = [satu.pk for satu in dokumen]
    simpul = Simpul.objects.filter(dokumen_id__in=kunci).order_by("dokumen_id", "urutan", "id")
    indikator: dict[int, list[int]] = {}
    tautan = SimpulIndikator.objects.filter(simpul__dokumen_id__in=kunci).order_by("urutan", "id")
    for simpul_id, indikator_id in tautan.values_list("simpul_id", "indikator_id"):
        indikator.setdefault(simpul_id, []).append(indikator_id)
    # The five-year plan is what the others are held against; the unit's own goes before a predecessor's.
    menengah = URUTAN_HASIL[:2]
    pangkat = {satu.pk: (satu.jenis in menengah, satu.unit_id == unit.pk) for satu in dokumen}
    target: dict[int, dict[tuple[int, int | None], Target]] = {}
    for baris in sorted(
        Target.objects.filter(dokumen_id__in=kunci), key=lambda satu: pangkat[satu.dokumen_id]
    ):
        target.setdefault(baris.indikator_id, {})[baris.tahun, baris.triwulan] = baris
    return RencanaUnit(
        unit_id=unit.pk,
        dokumen=tuple(dokumen),
        instansi=tuple(satu for satu in semua if satu.jenis in DOKUMEN_INSTANSI),
        simpul={satu.pk: satu for satu in simpul},
        indikator={kunci: tuple(isi) for kunci, isi in indikator.items()},
        target=target,
    )
