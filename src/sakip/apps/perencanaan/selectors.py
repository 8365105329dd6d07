"""Readings of the plans, scoped to what a person may see."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan.models import (
    Dokumen,
    JenisDokumen,
    JenisSimpul,
    PohonSimpul,
    Simpul,
    SimpulIndikator,
    StatusDokumen,
    Target,
)
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Unit

TINGKAT_HASIL = (JenisSimpul.TUJUAN, JenisSimpul.SASARAN)
TINGKAT_PROGRAM = (JenisSimpul.PROGRAM, JenisSimpul.KEGIATAN, JenisSimpul.SUB_KEGIATAN)
#: Documents of the whole government: their targets hold for the unit that answers for the indicator.
DOKUMEN_INSTANSI = (JenisDokumen.RPJPD, JenisDokumen.RPJMD, JenisDokumen.RKPD, JenisDokumen.IKU)

_URUTAN_HASIL = (
    JenisDokumen.RENSTRA,
    JenisDokumen.RPJMD,
    JenisDokumen.RENJA,
    JenisDokumen.RKPD,
    JenisDokumen.IKU,
)
_URUTAN_PROGRAM = (JenisDokumen.RENJA, JenisDokumen.RKPD, JenisDokumen.RENSTRA, JenisDokumen.RPJMD)


@dataclass(slots=True)
class SimpulPohon:
    """A node with its children and indicators, ready to be shown as a nested list."""

    simpul: Simpul
    indikator: list[Indikator] = field(default_factory=list)
    anak: list["SimpulPohon"] = field(default_factory=list)


def dokumen_visible_to(pengguna: Pengguna) -> QuerySet[Dokumen]:
    return Dokumen.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA)).select_related("unit")


def simpul_visible_to(pengguna: Pengguna) -> QuerySet[Simpul]:
    return Simpul.objects.filter(dokumen__unit_id__in=unit_ids_for(pengguna, Izin.BACA)).select_related(
        "dokumen"
    )


def pohon_visible_to(pengguna: Pengguna) -> QuerySet[PohonSimpul]:
    return PohonSimpul.objects.filter(pohon__unit_id__in=unit_ids_for(pengguna, Izin.BACA))


def covers(tahun: int, awalan: str = "") -> Q:
    """Condition "in force and covering the year" for a Dokumen named by `awalan` (e.g. "dokumen__")."""
    return Q(
        **{
            f"{awalan}status": StatusDokumen.BERLAKU,
            f"{awalan}tahun_mulai__lte": tahun,
            f"{awalan}tahun_selesai__gte": tahun,
        }
    )


def dokumen_berlaku(unit: Unit, tahun: int) -> list[Dokumen]:
    """The unit's plans in force that cover the year."""
    return list(Dokumen.objects.filter(covers(tahun), unit=unit))


def choose_dokumen(dokumen: Iterable[Dokumen], tingkat: Collection[str]) -> Dokumen | None:
    """Which of several plans in force says what a unit is measured by at a level.

    Outcomes come from the five-year plan (the base of the cycle, Perpres 29/2014), programmes from its
    annual slice; of two plans of one kind the later counts.
    """
    urutan = _URUTAN_HASIL if JenisSimpul.SASARAN in tingkat else _URUTAN_PROGRAM
    calon = [satu for satu in dokumen if satu.jenis in urutan]
    return min(
        calon,
        key=lambda satu: (urutan.index(JenisDokumen(satu.jenis)), -satu.tahun_mulai, -satu.pk),
        default=None,
    )


def pohon_dokumen(dokumen: Dokumen) -> list[SimpulPohon]:
    """One plan whole, in two queries."""
    butir = {
        simpul.pk: SimpulPohon(simpul)
        for simpul in Simpul.objects.filter(dokumen=dokumen).order_by("urutan", "id")
    }
    for tautan in SimpulIndikator.objects.filter(simpul__dokumen=dokumen).select_related("indikator"):
        butir[tautan.simpul_id].indikator.append(tautan.indikator)
    akar: list[SimpulPohon] = []
    for satu in butir.values():
        induk = butir.get(satu.simpul.induk_id) if satu.simpul.induk_id is not None else None
        (akar if induk is None else induk.anak).append(satu)
    return akar


def target_dokumen(dokumen: Dokumen) -> dict[int, dict[tuple[int, int | None], Target]]:
    """All targets of a plan: indicator -> (year, quarter) -> target."""
    hasil: dict[int, dict[tuple[int, int | None], Target]] = {}
    for target in Target.objects.filter(dokumen=dokumen).order_by("tahun", "triwulan"):
        hasil.setdefault(target.indikator_id, {})[target.tahun, target.triwulan] = target
    return hasil


def dokumen_of_indikator(indikator: Indikator) -> list[tuple[Dokumen, list[Simpul]]]:
    """The documents an indicator appears in, with the nodes that use it."""
    hasil: dict[int, tuple[Dokumen, list[Simpul]]] = {}
    tautan = SimpulIndikator.objects.filter(indikator=indikator).select_related("simpul__dokumen__unit")
    for satu in tautan:
        dokumen = satu.simpul.dokumen
        hasil.setdefault(dokumen.pk, (dokumen, []))[1].append(satu.simpul)
    return sorted(hasil.values(), key=lambda pasangan: (-pasangan[0].tahun_mulai, pasangan[0].jenis))


def pohon_kinerja(unit: Unit, tahun: int, pohon: str | None = None) -> list[PohonSimpul]:
    """The conditions of a unit's performance tree with their indicators, in two queries."""
    simpul = PohonSimpul.objects.filter(pohon__unit=unit, pohon__tahun=tahun).prefetch_related(
        "indikator_set"
    )
    if pohon is not None:
        simpul = simpul.filter(pohon__nama=pohon)
    return list(simpul.select_related("pohon", "pemilik_unit", "pemilik_jabatan"))


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
    menengah = _URUTAN_HASIL[:2]
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


def pohon_terkait(unit: Unit, tahun: int) -> list[PohonSimpul]:
    """Conditions of the unit's own trees, and of every tree in which it owns a condition. One query."""
    milik = PohonSimpul.objects.filter(pohon__tahun=tahun, pemilik_unit=unit)
    return list(
        PohonSimpul.objects.filter(instansi_id=unit.instansi_id, pohon__tahun=tahun)
        .filter(Q(pohon__unit=unit) | Q(pohon_id__in=milik.values("pohon_id")))
        .select_related("pohon__unit", "pemilik_unit")
    )
