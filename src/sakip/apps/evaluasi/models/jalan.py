"""The way to a higher predikat: effort per criterion, and plans that were adopted."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.models.evaluasi import LembarKerja, ProfilLembar
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import Beruid, choices_check
from sakip.platform.organisasi.models import Instansi, Unit


class UpayaKriteria(models.Model):
    """What a criterion costs in this government, and what it rests on. Rows of `unit` go before those of all."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="upaya_set")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="upaya_set")
    profil = models.CharField(max_length=10, choices=ProfilLembar)
    kode = models.CharField(
        max_length=20, help_text='Criterion "1.c.2", or a step above it: "1.c:A", "1.c:AA"'
    )
    biaya = models.DecimalField(
        max_digits=12, decimal_places=3, help_text="Effort points, freely chosen scale"
    )
    hari_orang = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    biaya_juta = models.DecimalField(
        max_digits=14, decimal_places=3, null=True, blank=True, help_text="million Rupiah"
    )
    pelaksana = models.CharField(max_length=120, blank=True)
    prasyarat = models.JSONField(default=list, help_text="criteria that must be fulfilled first")
    luar_jangkauan = models.BooleanField(default=False, help_text="Not possible this year")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "profil", "kode"],
                condition=Q(unit__isnull=True),
                name="upayakriteria_umum_tunggal",
            ),
            models.UniqueConstraint(
                fields=["instansi", "unit", "profil", "kode"],
                condition=Q(unit__isnull=False),
                name="upayakriteria_unit_tunggal",
            ),
            choices_check("profil", ProfilLembar, "upayakriteria_profil_dikenal"),
            models.CheckConstraint(condition=Q(biaya__gte=0), name="upayakriteria_biaya_tak_negatif"),
        ]

    def __str__(self) -> str:
        return f"{self.kode}: {self.biaya}"


class StatusRencana(models.TextChoices):
    DIADOPSI = "diadopsi", _("Dijalankan")
    SELESAI = "selesai", _("Selesai")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


class RencanaJalan(Beruid):
    """An adopted plan to a predikat, with the question it answered and the proof that came with the answer."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="rencana_jalan_set")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="rencana_jalan_set")
    dasar = models.ForeignKey(
        LembarKerja,
        on_delete=models.PROTECT,
        related_name="rencana_jalan_set",
        help_text="Sheet it starts from",
    )
    tahun = models.PositiveSmallIntegerField(help_text="Performance year in which the steps are taken")
    target = models.CharField(max_length=4)
    masukan = models.JSONField(help_text="The question as `kinerja jalan` takes it")
    hasil = models.JSONField(help_text="The answer as `kinerja jalan` gives it")
    status = models.CharField(max_length=10, choices=StatusRencana, default=StatusRencana.DIADOPSI)
    oleh = models.ForeignKey(Pengguna, null=True, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "tahun"],
                condition=Q(status=StatusRencana.DIADOPSI),
                name="rencanajalan_satu_berjalan",
            ),
            choices_check("status", StatusRencana, "rencanajalan_status_dikenal"),
        ]
        ordering = ["-pada"]

    def __str__(self) -> str:
        return f"Jalan ke {self.target} {self.tahun}"


class LangkahJalan(Beruid):
    """One step of an adopted plan: a task with an owner and a date."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    rencana = models.ForeignKey(RencanaJalan, on_delete=models.CASCADE, related_name="langkah_set")
    urutan = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=20)
    uraian = models.CharField(max_length=300)
    alasan = models.TextField(blank=True)
    biaya = models.DecimalField(max_digits=12, decimal_places=3)
    triwulan = models.PositiveSmallIntegerField(null=True, blank=True)
    penanggung_jawab = models.CharField(max_length=250, blank=True, help_text="Post")
    batas_waktu = models.DateField(null=True, blank=True)
    selesai_pada = models.DateField(null=True, blank=True)
    catatan = models.TextField(blank=True)
    bukti = models.ForeignKey(Bukti, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rencana", "kode"], name="langkahjalan_kode_tunggal"),
            models.CheckConstraint(
                condition=Q(triwulan__isnull=True) | Q(triwulan__range=(1, 4)),
                name="langkahjalan_triwulan_1_4",
            ),
        ]
        ordering = ["rencana", "urutan"]

    def __str__(self) -> str:
        return f"{self.kode} {self.uraian}"
