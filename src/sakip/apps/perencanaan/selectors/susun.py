"""Readings for those who edit a draft: what a node may hang below, support, and what rests on it."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.models import Dokumen, PeranHasil, Simpul, SimpulIndikator, StatusDokumen
from sakip.apps.perencanaan.susunan import DIDUKUNG


def sebab_dipakai(simpul: Simpul) -> str:
    """Why a node cannot be removed; empty when nothing rests on it. Two queries.

    Results, agreements and budget belong to apps above this one and are asked through their relation.
    """
    versi_lain = Simpul.objects.filter(asal=OuterRef("asal"), instansi_id=OuterRef("instansi_id")).exclude(
        pk=OuterRef("pk")
    )
    realisasi = SimpulIndikator.objects.filter(
        simpul=OuterRef("pk"),
        indikator__realisasi_set__tahun__gte=OuterRef("dokumen__tahun_mulai"),
        indikator__realisasi_set__tahun__lte=OuterRef("dokumen__tahun_selesai"),
    )
    keadaan = (
        Simpul.objects.filter(pk=simpul.pk)
        .annotate(
            didukung_lain=Exists(Simpul.objects.filter(mendukung=OuterRef("pk"))),
            pernah=Exists(versi_lain),
            berealisasi=Exists(realisasi),
            berperan=Exists(PeranHasil.objects.filter(simpul=OuterRef("pk"))),
        )
        .get()
    )
    if keadaan.didukung_lain:
        return _("butir rencana lain mendukungnya")
    # Dropped from a changed version, a node and its results live on in the former one.
    if keadaan.berealisasi and not keadaan.pernah:
        return _("indikatornya sudah punya realisasi")
    if keadaan.berperan:
        return _("matriks peran hasil memakainya")
    lain = Simpul.objects.filter(pk=simpul.pk)
    if lain.filter(Q(pk_baris_set__isnull=False) | Q(anggaran_set__isnull=False)).exists():
        return _("perjanjian kinerja atau anggaran memakainya")
    return ""


def simpul_didukung(dokumen: Dokumen, kata: str = "") -> QuerySet[Simpul]:
    """Nodes of the higher plans in force for the period, that a node of this document may support."""
    jenis = DIDUKUNG[dokumen.jenis]
    atas = Simpul.objects.filter(
        instansi_id=dokumen.instansi_id,
        dokumen__jenis__in=jenis,
        dokumen__status=StatusDokumen.BERLAKU,
        dokumen__tahun_mulai__lte=dokumen.tahun_selesai,
        dokumen__tahun_selesai__gte=dokumen.tahun_mulai,
    ).exclude(dokumen=dokumen)
    # A lower plan rests on the unit's own higher plan, or on one of the whole government.
    atas = atas.filter(Q(dokumen__unit_id=dokumen.unit_id) | Q(dokumen__jenis__in=("rpjpd", "rpjmd", "rkpd")))
    for satu in kata.split()[:6]:
        atas = atas.filter(Q(pernyataan__icontains=satu) | Q(kode__istartswith=satu))
    return atas.select_related("dokumen").order_by("dokumen__jenis", "dokumen_id", "urutan", "id")
