"""Answers of every stage, the evidence behind them, the talk about them, and the score that follows."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.models.evaluasi import LembarKerja
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import Beruid, choices_check
from sakip.platform.organisasi.models import Instansi


class TahapNilai(models.TextChoices):
    """Whose value it is. Later stages take over what earlier APIP stages said, never the unit's own claim."""

    MANDIRI = "mandiri", _("Penilaian mandiri")
    EVALUASI = "evaluasi", _("Evaluasi")
    REVIU = "reviu", _("Reviu tingkat 1")
    PANEL = "panel", _("Panel")
    AKHIR = "akhir", _("Akhir")


class Jawaban(models.Model):
    """One version of one answer at one stage: append-only. `kode` is a code of the pinned instrument."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    lembar = models.ForeignKey(LembarKerja, on_delete=models.PROTECT, related_name="jawaban_set")
    kode = models.CharField(max_length=20)
    tahap = models.CharField(max_length=10, choices=TahapNilai)
    versi_ke = models.PositiveIntegerField()
    nilai = models.CharField(max_length=20, blank=True, help_text="Blank takes an answer back")
    catatan = models.TextField(blank=True)
    daftar_bukti = models.TextField(
        blank=True, help_text="Evidence named in words, beside the attached pieces"
    )
    saran = models.CharField(
        max_length=20, blank=True, help_text="What the live data suggested at that moment"
    )
    alasan = models.TextField(blank=True, help_text="Why another value than before or than suggested")
    oleh = models.ForeignKey(Pengguna, null=True, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lembar", "kode", "tahap", "versi_ke"], name="jawaban_versi_tunggal"
            ),
            choices_check("tahap", TahapNilai, "jawaban_tahap_dikenal"),
            models.CheckConstraint(condition=Q(versi_ke__gte=1), name="jawaban_versi_positif"),
        ]
        ordering = ["lembar", "kode", "tahap", "versi_ke"]

    def __str__(self) -> str:
        return f"{self.kode} {self.tahap} v{self.versi_ke}: {self.nilai}"


class HasilLembar(models.Model):
    """The score of a sheet at one stage: derived from its answers by the service that writes them."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    lembar = models.ForeignKey(LembarKerja, on_delete=models.CASCADE, related_name="hasil_set")
    tahap = models.CharField(max_length=10, choices=TahapNilai)
    total = models.CharField(max_length=60, help_text='Exact, as "p/q" or a finite decimal')
    total_urut = models.DecimalField(max_digits=9, decimal_places=6, help_text="For sorting only")
    predikat = models.CharField(max_length=4, blank=True, help_text="Blank while anything is missing")
    komponen = models.JSONField(default=dict, help_text="component code -> exact value (string)")
    sub = models.JSONField(default=dict, help_text="sub-component code -> {nilai: grade, skor: exact value}")
    belum = models.JSONField(default=list, help_text="codes without an answer")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lembar", "tahap"], name="hasillembar_tahap_tunggal"),
            choices_check("tahap", TahapNilai, "hasillembar_tahap_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.tahap}: {self.total}"


class BuktiJawaban(models.Model):
    """A piece of the unit's evidence put beside a criterion; taken off by a mark, not by deleting."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    lembar = models.ForeignKey(LembarKerja, on_delete=models.PROTECT, related_name="bukti_set")
    kode = models.CharField(max_length=20)
    bukti = models.ForeignKey(Bukti, on_delete=models.PROTECT, related_name="jawaban_set")
    halaman = models.CharField(max_length=40, blank=True)
    oleh = models.ForeignKey(Pengguna, null=True, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    dilepas_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dilepas_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lembar", "kode", "bukti"],
                condition=Q(dilepas_pada__isnull=True),
                name="buktijawaban_tunggal",
            ),
        ]
        ordering = ["kode", "pada"]

    def __str__(self) -> str:
        return f"{self.kode}: {self.bukti_id}"


class Diskusi(Beruid):
    """One message of the thread beside an item (or of the whole sheet): append-only."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    lembar = models.ForeignKey(LembarKerja, on_delete=models.PROTECT, related_name="diskusi_set")
    kode = models.CharField(max_length=20, blank=True, help_text="Blank: about the whole sheet or its LHE")
    isi = models.TextField()
    oleh = models.ForeignKey(Pengguna, null=True, on_delete=models.PROTECT, related_name="+")
    peran_teks = models.CharField(max_length=120, blank=True)
    pada = models.DateTimeField()

    class Meta:
        ordering = ["pada", "id"]

    def __str__(self) -> str:
        return self.isi[:60]
