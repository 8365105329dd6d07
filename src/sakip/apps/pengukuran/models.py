"""Realisasi per period in append-only versions, the achievement computed from it, and the budget."""

from django.db import models
from django.db.models import Q

from sakip.apps.datakinerja.models import Bukti, Indikator
from sakip.apps.datakinerja.nilai import Bernilai, Keadaan, nilai_checks
from sakip.apps.perencanaan.models import Simpul
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import Beruid, choices_check
from sakip.platform.organisasi.models import Instansi, Unit


class StatusRealisasi(models.TextChoices):
    DIISI = "diisi", "Diisi"
    DIAJUKAN = "diajukan", "Diajukan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DIVERIFIKASI = "diverifikasi", "Diverifikasi"
    DIVALIDASI = "divalidasi", "Divalidasi"
    DIKUNCI = "dikunci", "Dikunci"


class Realisasi(Beruid):
    """The slot for one indicator, unit and period. Its figures are in RealisasiVersi."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="realisasi_set")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="realisasi_set")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="realisasi_set")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="None: the figure of the whole year"
    )
    status = models.CharField(max_length=14, choices=StatusRealisasi, default=StatusRealisasi.DIISI)
    versi_terakhir = models.PositiveIntegerField(default=0, help_text="Number of the version that counts")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "unit", "tahun"],
                condition=Q(triwulan__isnull=True),
                name="realisasi_tahun_tunggal",
            ),
            models.UniqueConstraint(
                fields=["indikator", "unit", "tahun", "triwulan"],
                condition=Q(triwulan__isnull=False),
                name="realisasi_triwulan_tunggal",
            ),
            models.CheckConstraint(
                condition=Q(triwulan__isnull=True) | Q(triwulan__range=(1, 4)), name="realisasi_triwulan_1_4"
            ),
            choices_check("status", StatusRealisasi, "realisasi_status_dikenal"),
        ]
        indexes = [
            models.Index(fields=["unit", "tahun", "triwulan"]),
            models.Index(fields=["instansi", "tahun", "triwulan"]),
        ]

    def __str__(self) -> str:
        return f"{self.indikator_id} {self.tahun}/{self.triwulan}"


class RealisasiVersi(Bernilai):
    """One figure as entered. Never updated: a correction is a new version."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    realisasi = models.ForeignKey(Realisasi, on_delete=models.CASCADE, related_name="versi_set")
    versi_ke = models.PositiveIntegerField()
    keadaan = models.CharField(max_length=18, choices=Keadaan, default=Keadaan.DILAPORKAN)
    alasan = models.CharField(max_length=300, blank=True, help_text="Why there is no figure")
    tanggal_rilis = models.DateField(
        null=True, blank=True, help_text="When a figure not yet released is expected"
    )
    pembilang = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    penyebut = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    sementara = models.BooleanField(default=False)
    sebab = models.TextField(blank=True)
    kendala = models.TextField(blank=True)
    tindak_lanjut = models.TextField(blank=True)
    catatan = models.TextField(blank=True)
    sumber = models.CharField(max_length=400, blank=True)
    oleh = models.ForeignKey(Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["realisasi", "versi_ke"], name="realisasiversi_ke_tunggal"),
            models.CheckConstraint(
                condition=Q(keadaan=Keadaan.DILAPORKAN)
                | Q(angka__isnull=True, bawah__isnull=True, atas__isnull=True),
                name="realisasiversi_kosong_tanpa_angka",
            ),
            models.CheckConstraint(
                condition=~Q(keadaan__in=[Keadaan.BELUM_RILIS, Keadaan.TIDAK_BERLAKU]) | ~Q(alasan=""),
                name="realisasiversi_kosong_beralasan",
            ),
            choices_check("keadaan", Keadaan, "realisasiversi_keadaan_dikenal"),
            *nilai_checks("realisasiversi"),
        ]
        ordering = ["realisasi", "versi_ke"]

    def __str__(self) -> str:
        return f"{self.realisasi_id} v{self.versi_ke}"


class RealisasiBukti(models.Model):
    """Evidence of a realisasi; one file may prove many things."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    realisasi = models.ForeignKey(Realisasi, on_delete=models.CASCADE, related_name="bukti_set")
    bukti = models.ForeignKey(Bukti, on_delete=models.PROTECT, related_name="realisasi_set")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["realisasi", "bukti"], name="realisasibukti_tunggal")]

    def __str__(self) -> str:
        return f"{self.realisasi_id}-{self.bukti_id}"


class SumberTarget(models.TextChoices):
    PK = "pk", "Perjanjian Kinerja"
    RENCANA = "rencana", "Dokumen rencana"
    TERCETAK = "tercetak", "Tercetak bersama realisasi"


class Capaian(models.Model):
    """Achievement as computed by kinerja when the figure was written. Derived: a command recomputes it."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    realisasi = models.OneToOneField(Realisasi, on_delete=models.CASCADE, related_name="capaian")
    versi_ke = models.PositiveIntegerField(help_text="Version of the realisasi it was computed from")
    sumber_target = models.CharField(max_length=10, choices=SumberTarget, blank=True)
    target = models.JSONField(default=dict, help_text="The target used: kind, figures, document")
    mentah = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    terbatas = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    kategori = models.CharField(max_length=4, blank=True)
    sebab = models.CharField(max_length=40, blank=True, help_text="Why there is no achievement")
    tanda = models.JSONField(default=list)
    aturan_hash = models.CharField(max_length=64, blank=True)
    tercetak = models.CharField(
        max_length=60, blank=True, help_text="What the published table printed, if imported"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(mentah__isnull=False) | ~Q(sebab=""), name="capaian_kosong_bersebab"
            ),
        ]
        indexes = [models.Index(fields=["instansi", "kategori"])]

    def __str__(self) -> str:
        return f"{self.realisasi_id}: {self.terbatas}"


class Anggaran(models.Model):
    """Budget of one plan node (or of the whole unit) in one year or quarter, in Rupiah."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="anggaran_set")
    simpul = models.ForeignKey(
        Simpul, null=True, blank=True, on_delete=models.CASCADE, related_name="anggaran_set"
    )
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(null=True, blank=True, help_text="None: the year")
    pagu = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    pagu_perubahan = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    realisasi = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    kumulatif = models.BooleanField(default=False, help_text="Realisasi is the running total of the year")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "simpul", "tahun", "triwulan"],
                condition=Q(simpul__isnull=False, triwulan__isnull=False),
                name="anggaran_simpul_tw_tunggal",
            ),
            models.UniqueConstraint(
                fields=["unit", "simpul", "tahun"],
                condition=Q(simpul__isnull=False, triwulan__isnull=True),
                name="anggaran_simpul_tahun_tunggal",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "triwulan"],
                condition=Q(simpul__isnull=True, triwulan__isnull=False),
                name="anggaran_unit_tw_tunggal",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun"],
                condition=Q(simpul__isnull=True, triwulan__isnull=True),
                name="anggaran_unit_tahun_tunggal",
            ),
            models.CheckConstraint(
                condition=Q(pagu__isnull=True) | Q(pagu__gte=0), name="anggaran_pagu_tak_negatif"
            ),
            models.CheckConstraint(
                condition=Q(triwulan__isnull=True) | Q(triwulan__range=(1, 4)), name="anggaran_triwulan_1_4"
            ),
        ]
        indexes = [models.Index(fields=["instansi", "tahun"]), models.Index(fields=["unit", "tahun"])]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.tahun}/{self.triwulan}"
