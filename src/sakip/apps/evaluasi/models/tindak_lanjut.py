"""Recommendations and what was done about them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.models.evaluasi import LembarKerja
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import Beruid, choices_check
from sakip.platform.organisasi.models import Instansi, Unit


class StatusRekomendasi(models.TextChoices):
    """APIP's verdicts are the last three; the first three are the unit's own doing."""

    BELUM = "belum", _("Belum ditindaklanjuti")
    DIRENCANAKAN = "direncanakan", _("Direncanakan")
    DIAJUKAN = "diajukan", _("Menunggu penilaian APIP")
    SESUAI = "sesuai", _("Sesuai")
    BELUM_SESUAI = "belum_sesuai", _("Belum sesuai")
    TIDAK_DAPAT = "tidak_dapat", _("Tidak dapat ditindaklanjuti")


class Rekomendasi(Beruid):
    """One "Agar ..." of an LHE. Open ones come back in the next year's evaluation through `asal`."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    lembar = models.ForeignKey(LembarKerja, on_delete=models.PROTECT, related_name="rekomendasi_set")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="rekomendasi_set")
    kode = models.CharField(max_length=20, help_text="Sub-component it belongs to")
    urutan = models.PositiveSmallIntegerField(default=0)
    uraian = models.TextField()
    asal = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="lanjutan")
    penanggung_jawab = models.CharField(max_length=250, blank=True, help_text="Post")
    batas_waktu = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=14, choices=StatusRekomendasi, default=StatusRekomendasi.BELUM)

    class Meta:
        constraints = [
            choices_check("status", StatusRekomendasi, "rekomendasi_status_dikenal"),
            models.CheckConstraint(condition=~Q(uraian=""), name="rekomendasi_ada_uraian"),
        ]
        indexes = [models.Index(fields=["instansi", "status", "batas_waktu"])]
        ordering = ["lembar", "kode", "urutan", "id"]

    def __str__(self) -> str:
        return self.uraian[:80]


class JenisTindakLanjut(models.TextChoices):
    RENCANA = "rencana", _("Rencana tindak lanjut")
    PELAKSANAAN = "pelaksanaan", _("Pelaksanaan")
    PUTUSAN = "putusan", _("Penilaian APIP")


class TindakLanjut(Beruid):
    """One event in the life of a recommendation: a plan, what was done with its proof, or APIP's verdict."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    rekomendasi = models.ForeignKey(Rekomendasi, on_delete=models.PROTECT, related_name="tindak_lanjut_set")
    jenis = models.CharField(max_length=12, choices=JenisTindakLanjut)
    uraian = models.TextField(blank=True)
    penanggung_jawab = models.CharField(max_length=250, blank=True)
    batas_waktu = models.DateField(null=True, blank=True)
    bukti = models.ForeignKey(Bukti, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    putusan = models.CharField(max_length=14, blank=True, help_text="The state APIP decided on")
    oleh = models.ForeignKey(Pengguna, null=True, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        constraints = [
            choices_check("jenis", JenisTindakLanjut, "tindaklanjut_jenis_dikenal"),
            models.CheckConstraint(
                condition=Q(
                    jenis=JenisTindakLanjut.PUTUSAN, putusan__in=["sesuai", "belum_sesuai", "tidak_dapat"]
                )
                | (~Q(jenis=JenisTindakLanjut.PUTUSAN) & Q(putusan="")),
                name="tindaklanjut_putusan_apip",
            ),
        ]
        ordering = ["pada", "id"]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.pada:%Y-%m-%d}"
