"""Who answers for what: results of a head passed down to posts (PermenPANRB 6/2022, matriks peran hasil)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan.models.dokumen import Simpul
from sakip.apps.perencanaan.models.pohon import PohonSimpul
from sakip.platform.dasar import Beruid, choices_check
from sakip.platform.organisasi.models import Instansi, Jabatan, Unit


class CaraCascading(models.TextChoices):
    LANGSUNG = "langsung", _("Langsung")
    TIDAK_LANGSUNG = "tidak_langsung", _("Tidak langsung")


class AspekSKP(models.TextChoices):
    """The side of a result that an individual indicator measures (PermenPANRB 6/2022)."""

    KUANTITAS = "kuantitas", _("Kuantitas")
    KUALITAS = "kualitas", _("Kualitas")
    WAKTU = "waktu", _("Waktu")
    BIAYA = "biaya", _("Biaya")


class PeranHasil(Beruid):
    """One cell of the matrix: what a post contributes to one result of its superior in one year."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="peran_hasil_set")
    tahun = models.PositiveSmallIntegerField()
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="peran_hasil_set")
    simpul = models.ForeignKey(
        Simpul, null=True, blank=True, on_delete=models.CASCADE, related_name="peran_hasil_set"
    )
    pohon_simpul = models.ForeignKey(
        PohonSimpul, null=True, blank=True, on_delete=models.CASCADE, related_name="peran_hasil_set"
    )
    indikator = models.ForeignKey(
        Indikator, null=True, blank=True, on_delete=models.PROTECT, related_name="peran_hasil_set"
    )
    cara = models.CharField(max_length=16, choices=CaraCascading)
    hasil = models.CharField(max_length=700)
    ukuran = models.CharField(max_length=600, blank=True, help_text="Indicator of the post's own result")
    target_teks = models.CharField(max_length=300, blank=True)
    aspek = models.CharField(
        max_length=10, choices=AspekSKP, blank=True, help_text="Empty: follows from the indicator"
    )
    urutan = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["jabatan", "tahun", "simpul", "hasil"],
                condition=Q(simpul__isnull=False),
                name="peranhasil_simpul_tunggal",
            ),
            models.UniqueConstraint(
                fields=["jabatan", "tahun", "pohon_simpul", "hasil"],
                condition=Q(pohon_simpul__isnull=False),
                name="peranhasil_pohon_tunggal",
            ),
            models.CheckConstraint(
                condition=Q(simpul__isnull=True, pohon_simpul__isnull=False)
                | Q(simpul__isnull=False, pohon_simpul__isnull=True),
                name="peranhasil_satu_sumber",
            ),
            choices_check("cara", CaraCascading, "peranhasil_cara_dikenal"),
            models.CheckConstraint(
                condition=Q(aspek="") | Q(aspek__in=AspekSKP.values), name="peranhasil_aspek_dikenal"
            ),
        ]
        indexes = [models.Index(fields=["unit", "tahun"])]
        ordering = ["unit", "tahun", "jabatan", "urutan", "id"]

    def __str__(self) -> str:
        return self.hasil
