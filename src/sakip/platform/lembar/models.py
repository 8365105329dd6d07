"""Imports: what was read, what it did, and what is needed to undo it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import Beruid, choices_check
from sakip.platform.files.models import Berkas
from sakip.platform.organisasi.models import Instansi


class StatusImpor(models.TextChoices):
    PRATINJAU = "pratinjau", _("Pratinjau")
    DITERAPKAN = "diterapkan", _("Diterapkan")
    DIURUNGKAN = "diurungkan", _("Diurungkan")


class Impor(Beruid):
    """One file read with one shape. A preview writes nothing but this row; applying is atomic."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="impor_set")
    bentuk = models.CharField(max_length=30, help_text="Name of the shape: templat, capaian, program")
    tahun = models.PositiveSmallIntegerField()
    pilihan = models.JSONField(default=dict, help_text="What the user chose beside the file, e.g. the unit")
    berkas = models.ForeignKey(Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    nama_berkas = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    status = models.CharField(max_length=12, choices=StatusImpor, default=StatusImpor.PRATINJAU)
    ringkasan = models.JSONField(default=dict, help_text="The report as the command prints it")
    jejak = models.JSONField(default=dict, help_text="Created keys and earlier values, for the undo")
    oleh = models.ForeignKey(Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    diurungkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            choices_check("status", StatusImpor, "impor_status_dikenal"),
            models.CheckConstraint(
                condition=models.Q(status=StatusImpor.DIURUNGKAN, diurungkan_pada__isnull=False)
                | (~models.Q(status=StatusImpor.DIURUNGKAN) & models.Q(diurungkan_pada__isnull=True)),
                name="impor_urung_berwaktu",
            ),
        ]
        indexes = [models.Index(fields=["instansi", "-pada"])]
        ordering = ["-pada"]

    def __str__(self) -> str:
        return f"{self.bentuk} {self.nama_berkas}"


class EksporLembar(Beruid):
    """What a workbook showed when it was written: the third side of a comparison. Rows are never changed."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    objek_jenis = models.CharField(max_length=30)
    objek_uid = models.UUIDField()
    isi = models.JSONField(help_text="The table as it was written, by row key")
    sidik = models.CharField(max_length=64, help_text="SHA-256 of the table")
    oleh = models.ForeignKey(Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["objek_jenis", "objek_uid", "-pada"])]
        ordering = ["-pada"]

    def __str__(self) -> str:
        return f"{self.objek_jenis} {self.objek_uid}"
