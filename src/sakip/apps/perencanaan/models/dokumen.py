"""Planning documents in versions, their nodes, indicators, targets and indicative ceilings."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.nilai import Bernilai, nilai_checks
from sakip.platform.dasar import Beruid, choices_check
from sakip.platform.organisasi.models import Instansi, Unit


class JenisDokumen(models.TextChoices):
    RPJPD = "rpjpd", _("RPJPD")
    RPJMD = "rpjmd", _("RPJMD")
    RENSTRA = "renstra", _("Renstra")
    RKPD = "rkpd", _("RKPD")
    RENJA = "renja", _("Renja")
    IKU = "iku", _("Keputusan IKU")
    RENAKSI = "renaksi", _("Rencana aksi")


class SifatDokumen(models.TextChoices):
    MURNI = "murni", _("Murni")
    PERUBAHAN = "perubahan", _("Perubahan")


class StatusDokumen(models.TextChoices):
    DRAF = "draf", _("Draf")
    DIAJUKAN = "diajukan", _("Diajukan")
    DIVERIFIKASI = "diverifikasi", _("Diverifikasi")
    BERLAKU = "berlaku", _("Berlaku")
    DIGANTI = "diganti", _("Diganti")


class Dokumen(Beruid):
    """One version of a plan of one unit and period; at most one version is in force."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="dokumen_set")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="dokumen_set")
    jenis = models.CharField(max_length=12, choices=JenisDokumen)
    nama = models.CharField(max_length=300)
    tahun_mulai = models.PositiveSmallIntegerField()
    tahun_selesai = models.PositiveSmallIntegerField()
    versi_ke = models.PositiveSmallIntegerField(default=1)
    sifat = models.CharField(max_length=12, choices=SifatDokumen, default=SifatDokumen.MURNI)
    status = models.CharField(max_length=14, choices=StatusDokumen, default=StatusDokumen.DRAF)
    dasar = models.CharField(max_length=300, blank=True)
    ditetapkan_pada = models.DateField(null=True, blank=True)
    berlaku_sampai = models.DateField(
        null=True, blank=True, help_text="First day on which it is no longer in force"
    )
    sumber = models.CharField(max_length=400, blank=True)
    turunan_dari = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="turunan_set",
        help_text="The version it was revised or carried over from",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "jenis", "tahun_mulai", "tahun_selesai", "versi_ke"],
                name="dokumen_versi_tunggal",
            ),
            models.UniqueConstraint(
                fields=["unit", "jenis", "tahun_mulai", "tahun_selesai"],
                condition=Q(status=StatusDokumen.BERLAKU),
                name="dokumen_satu_berlaku",
            ),
            models.CheckConstraint(
                condition=Q(tahun_selesai__gte=F("tahun_mulai")), name="dokumen_periode_runtut"
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True)
                | Q(ditetapkan_pada__isnull=True)
                | Q(berlaku_sampai__gte=F("ditetapkan_pada")),
                name="dokumen_masa_runtut",
            ),
            choices_check("jenis", JenisDokumen, "dokumen_jenis_dikenal"),
            choices_check("status", StatusDokumen, "dokumen_status_dikenal"),
        ]
        indexes = [models.Index(fields=["instansi", "jenis", "status"])]
        ordering = ["unit", "jenis", "tahun_mulai", "versi_ke"]

    def __str__(self) -> str:
        return self.nama


class LangkahDokumen(models.Model):
    """One step a document took, with who took it, when and why; rows are only added."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    dokumen = models.ForeignKey(Dokumen, on_delete=models.CASCADE, related_name="langkah_set")
    langkah = models.CharField(max_length=20)
    dari = models.CharField(max_length=14)
    ke = models.CharField(max_length=14)
    catatan = models.TextField(blank=True)
    oleh = models.CharField(max_length=150, blank=True, help_text="Empty: the system")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["dokumen", "pada", "id"]

    def __str__(self) -> str:
        return f"{self.dokumen_id} {self.langkah}"


class JenisSimpul(models.TextChoices):
    VISI = "visi", _("Visi")
    MISI = "misi", _("Misi")
    TUJUAN = "tujuan", _("Tujuan")
    SASARAN = "sasaran", _("Sasaran")
    STRATEGI = "strategi", _("Strategi")
    PROGRAM = "program", _("Program")
    KEGIATAN = "kegiatan", _("Kegiatan")
    SUB_KEGIATAN = "sub_kegiatan", _("Sub kegiatan")


class Simpul(Beruid):
    """One node of a document. `asal` stays the same when a document is copied into a new version."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    dokumen = models.ForeignKey(Dokumen, on_delete=models.CASCADE, related_name="simpul_set")
    induk = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="anak")
    jenis = models.CharField(max_length=14, choices=JenisSimpul)
    kode = models.CharField(max_length=60, blank=True, help_text="Empty when the source prints none")
    pernyataan = models.CharField(max_length=700)
    urutan = models.PositiveIntegerField(default=0)
    asal = models.UUIDField(default=uuid.uuid4, help_text="Lineage over versions")
    mendukung = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="didukung",
        help_text="Node of a higher plan",
    )
    pj_unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dokumen", "jenis", "kode"], condition=~Q(kode=""), name="simpul_kode_tunggal"
            ),
            models.UniqueConstraint(fields=["dokumen", "asal"], name="simpul_asal_tunggal"),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")), name="simpul_bukan_induk_sendiri"
            ),
            choices_check("jenis", JenisSimpul, "simpul_jenis_dikenal"),
        ]
        indexes = [models.Index(fields=["dokumen", "induk", "urutan"])]
        ordering = ["dokumen", "urutan", "id"]

    def __str__(self) -> str:
        return self.pernyataan


class SimpulIndikator(models.Model):
    """That a node uses an indicator."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    simpul = models.ForeignKey(Simpul, on_delete=models.CASCADE, related_name="indikator_set")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="simpul_set")
    urutan = models.PositiveIntegerField(default=0)
    alasan = models.TextField(blank=True, help_text="Why it was chosen, as the IKU decree asks")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["simpul", "indikator"], name="simpulindikator_tunggal"),
        ]
        ordering = ["simpul", "urutan", "id"]

    def __str__(self) -> str:
        return f"{self.simpul_id}-{self.indikator_id}"


class Target(Bernilai):
    """What one version of a document promises for one indicator in one year, or one quarter of it."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    dokumen = models.ForeignKey(Dokumen, on_delete=models.CASCADE, related_name="target_set")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="target_set")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(null=True, blank=True, help_text="None: the whole year")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dokumen", "indikator", "tahun"],
                condition=Q(triwulan__isnull=True),
                name="target_tahun_tunggal",
            ),
            models.UniqueConstraint(
                fields=["dokumen", "indikator", "tahun", "triwulan"],
                condition=Q(triwulan__isnull=False),
                name="target_triwulan_tunggal",
            ),
            models.CheckConstraint(
                condition=Q(triwulan__isnull=True) | Q(triwulan__range=(1, 4)), name="target_triwulan_1_4"
            ),
            *nilai_checks("target"),
        ]
        indexes = [
            models.Index(fields=["indikator", "tahun"]),
            models.Index(fields=["instansi", "tahun"]),
        ]

    def __str__(self) -> str:
        return f"{self.indikator_id} {self.tahun}"


class PaguIndikatif(models.Model):
    """What a plan sets aside for a programme, kegiatan or sub kegiatan in one year, in Rupiah."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    dokumen = models.ForeignKey(Dokumen, on_delete=models.CASCADE, related_name="pagu_set")
    simpul = models.ForeignKey(Simpul, on_delete=models.CASCADE, related_name="pagu_set")
    tahun = models.PositiveSmallIntegerField()
    jumlah = models.DecimalField(max_digits=20, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["simpul", "tahun"], name="paguindikatif_tahun_tunggal"),
            models.CheckConstraint(condition=Q(jumlah__gte=0), name="paguindikatif_tak_negatif"),
        ]
        indexes = [models.Index(fields=["dokumen", "tahun"])]
        ordering = ["simpul", "tahun"]

    def __str__(self) -> str:
        return f"{self.simpul_id} {self.tahun}"
