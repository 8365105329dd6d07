"""Reading the nomenclature: what a code meant on a day, and finding an entry by words."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.models import (
    ButirNomenklatur,
    Dokumen,
    PadananNomenklatur,
    Simpul,
    VersiNomenklatur,
)
from sakip.apps.perencanaan.susunan import BERPAGU
from sakip.platform.lembar.models import Impor
from sakip.platform.organisasi.models import Instansi

BENTUK = "nomenklatur"


def versi_pada(instansi: Instansi, tanggal: date) -> VersiNomenklatur | None:
    """The list in force on a day."""
    berlaku = VersiNomenklatur.objects.filter(instansi=instansi, berlaku_mulai__lte=tanggal)
    return (
        berlaku.filter(Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gt=tanggal))
        .order_by("-berlaku_mulai")
        .first()
    )


def lookup_butir(instansi: Instansi, kode: str, tanggal: date) -> ButirNomenklatur | None:
    """The entry of a code, in either width, in the list in force on a day."""
    versi = versi_pada(instansi, tanggal)
    return None if versi is None else find_butir(versi, kode)


def find_butir(versi: VersiNomenklatur, kode: str) -> ButirNomenklatur | None:
    """The entry of a code, in either width, in one list."""
    return versi.butir_set.select_related("induk").filter(kode_baku=_wide(kode)).first()


def _wide(kode: str) -> str:
    """The code with a sub kegiatan in four digits, whatever else it holds."""
    bagian = kode.strip().upper().split(".")
    if len(bagian) == 6:
        bagian[5] = bagian[5].zfill(4)
    return ".".join(bagian)


def versi_of(instansi: Instansi) -> QuerySet[VersiNomenklatur]:
    """The lists of an instansi, the newest first."""
    return VersiNomenklatur.objects.filter(instansi=instansi).order_by("-berlaku_mulai", "-pk")


def imports_of(versi: VersiNomenklatur) -> QuerySet[Impor]:
    """The imports into one list, previews too, the latest first."""
    milik = Impor.objects.filter(instansi_id=versi.instansi_id, bentuk=BENTUK, pilihan__versi=str(versi.uid))
    return milik.order_by("-pada", "-pk")


def ancestors_of(butir: ButirNomenklatur) -> list[ButirNomenklatur]:
    """The levels above an entry, from the top; at most four by the shape of the code."""
    bagian = butir.kode_baku.split(".")
    awalan = [".".join(bagian[:n]) for n in range(1, len(bagian))]
    atas = ButirNomenklatur.objects.filter(versi_id=butir.versi_id, kode_baku__in=awalan)
    return list(atas.order_by("kode_baku"))


def search_butir(versi: VersiNomenklatur, kata: str, jenis: str = "") -> QuerySet[ButirNomenklatur]:
    """Entries whose code begins with the words, or whose name has them all."""
    semua = versi.butir_set.all() if not jenis else versi.butir_set.filter(jenis=jenis)
    for satu in kata.split()[:6]:
        cocok = Q(nama__icontains=satu) | Q(kode__istartswith=satu) | Q(kode_baku__istartswith=satu)
        semua = semua.filter(cocok | Q(kode_baku=_wide(satu)))
    return semua.order_by("kode_baku")


def anak_butir(versi: VersiNomenklatur, induk: ButirNomenklatur | None) -> QuerySet[ButirNomenklatur]:
    """The entries right below one, or those at the top."""
    return versi.butir_set.filter(induk=induk).order_by("kode_baku")


#: Plans that a refusal names; the rest is counted.
PEMAKAI_TERSEBUT = 3


def uses_of(versi: VersiNomenklatur) -> list[str]:
    """What rests on a list, in words: mappings from or to it, and plans of its period that use its codes."""
    butir = versi.butir_set.all()
    hasil = []
    padanan = PadananNomenklatur.objects.filter(Q(dari__in=butir) | Q(ke__in=butir)).count()
    if padanan:
        hasil.append(_("%(n)s padanan dengan versi lain") % {"n": padanan})
    kode = Simpul.objects.filter(
        Q(kode__in=butir.values("kode")) | Q(kode__in=butir.values("kode_baku")),
        instansi_id=versi.instansi_id,
        jenis__in=BERPAGU,
    )
    dokumen = Dokumen.objects.filter(
        instansi_id=versi.instansi_id,
        pk__in=kode.values("dokumen"),
        tahun_selesai__gte=versi.berlaku_mulai.year,
    )
    if versi.berlaku_sampai is not None:
        dokumen = dokumen.filter(tahun_mulai__lte=(versi.berlaku_sampai - timedelta(days=1)).year)
    nama = list(dokumen.order_by("nama").values_list("nama", flat=True))
    hasil += nama[:PEMAKAI_TERSEBUT]
    if len(nama) > PEMAKAI_TERSEBUT:
        hasil.append(_("%(n)s rencana lain") % {"n": len(nama) - PEMAKAI_TERSEBUT})
    return hasil
