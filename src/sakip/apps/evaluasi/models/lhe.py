"""The report of results (LHE) and objections to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sakip.apps.evaluasi.models.evaluasi import LembarKerja
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import Beruid, choices_check
from sakip.platform.organisasi.models import Instansi


class LHE(Beruid):
    """The LHE of a sheet (88/2021 Lamp. I Bab IV.B.6). Signed, its content is frozen with its hash."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    lembar = models.OneToOneField(LembarKerja, on_delete=models.PROTECT, related_name="lhe")
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    latar_belakang = models.TextField(
        blank=True, help_text="Own words of the team; a standard text otherwise"
    )
    catatan_umum = models.TextField(blank=True)
    penandatangan = models.CharField(max_length=250, blank=True, help_text="Post, never a person")
    konteks = models.JSONField(null=True, blank=True, help_text="Frozen content; null while a draft")
    sha256 = models.CharField(max_length=64, blank=True)
    ditandatangani_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ditandatangani_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-tanggal"]

    def __str__(self) -> str:
        return self.nomor or "Draf LHE"


class StatusSanggah(models.TextChoices):
    DIAJUKAN = "diajukan", _("Diajukan")
    DITERIMA = "diterima", _("Diterima")
    DITOLAK = "ditolak", _("Ditolak")


class Sanggah(Beruid):
    """An objection to the value of one sub-component, and the ruling on it."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    lembar = models.ForeignKey(LembarKerja, on_delete=models.PROTECT, related_name="sanggah_set")
    kode = models.CharField(max_length=20)
    nilai_semula = models.CharField(max_length=20)
    nilai_diminta = models.CharField(max_length=20, blank=True)
    alasan = models.TextField()
    diajukan_oleh = models.ForeignKey(Pengguna, null=True, on_delete=models.PROTECT, related_name="+")
    diajukan_pada = models.DateTimeField()
    status = models.CharField(max_length=10, choices=StatusSanggah, default=StatusSanggah.DIAJUKAN)
    nilai_putusan = models.CharField(max_length=20, blank=True)
    putusan = models.TextField(blank=True)
    diputus_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diputus_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [choices_check("status", StatusSanggah, "sanggah_status_dikenal")]
        ordering = ["diajukan_pada", "id"]

    def __str__(self) -> str:
        return f"Sanggah {self.kode}"
