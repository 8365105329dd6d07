"""Documents: who sees them, which is in force, what one holds."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan.models import (
    Dokumen,
    JenisDokumen,
    JenisSimpul,
    LangkahDokumen,
    PaguIndikatif,
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

URUTAN_HASIL = (
    JenisDokumen.RENSTRA,
    JenisDokumen.RPJMD,
    JenisDokumen.RENJA,
    JenisDokumen.RKPD,
    JenisDokumen.IKU,
)
URUTAN_PROGRAM = (JenisDokumen.RENJA, JenisDokumen.RKPD, JenisDokumen.RENSTRA, JenisDokumen.RPJMD)


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
    urutan = URUTAN_HASIL if JenisSimpul.SASARAN in tingkat else URUTAN_PROGRAM
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


def berlaku_pada_q(tanggal: date) -> Q:
    """Condition "in force on that day" for a Dokumen.

    From the day it was fixed (the first of its period where that was not recorded) until it was superseded or its
    period ended. A superseded version whose last day nobody recorded is in force on no day that can be named.
    """
    mulai = Q(ditetapkan_pada__lte=tanggal) | Q(ditetapkan_pada__isnull=True, tahun_mulai__lte=tanggal.year)
    kini = Q(status=StatusDokumen.BERLAKU) | Q(status=StatusDokumen.DIGANTI, berlaku_sampai__gt=tanggal)
    return kini & mulai & Q(tahun_selesai__gte=tanggal.year)


def dokumen_pada(unit_ids: Collection[int], tanggal: date) -> QuerySet[Dokumen]:
    """The plans of these units that were in force on a day."""
    return Dokumen.objects.filter(berlaku_pada_q(tanggal), unit_id__in=unit_ids).select_related("unit")


def versi_dokumen(dokumen: Dokumen) -> list[Dokumen]:
    """Every version of the same plan and period, the newest first."""
    return list(
        Dokumen.objects.filter(
            unit=dokumen.unit_id,
            jenis=dokumen.jenis,
            tahun_mulai=dokumen.tahun_mulai,
            tahun_selesai=dokumen.tahun_selesai,
        ).order_by("-versi_ke")
    )


def langkah_dokumen(dokumen: Dokumen) -> list[LangkahDokumen]:
    """What happened to a document, in order."""
    return list(LangkahDokumen.objects.filter(dokumen=dokumen).order_by("pada", "id"))


def pagu_dokumen(dokumen: Dokumen) -> dict[int, dict[int, Decimal]]:
    """Ceilings of a document: node -> year -> Rupiah."""
    hasil: dict[int, dict[int, Decimal]] = {}
    for simpul, tahun, jumlah in PaguIndikatif.objects.filter(dokumen=dokumen).values_list(
        "simpul_id", "tahun", "jumlah"
    ):
        hasil.setdefault(simpul, {})[tahun] = jumlah
    return hasil
