"""Perjanjian Kinerja and its revisions (PermenPANRB 53/2014 Lampiran I)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.nilai import Bernilai, nilai_checks
from sakip.apps.perencanaan.models import Simpul, Target
from sakip.platform.accounts.models import Penugasan
from sakip.platform.dasar import Beruid, choices_check
from sakip.platform.organisasi.models import Instansi, Unit


class TingkatPK(models.TextChoices):
    PEMDA = "pemda", _("Pemerintah daerah")
    PERANGKAT_DAERAH = "perangkat_daerah", _("Perangkat daerah")
    ADMINISTRATOR = "administrator", _("Administrator")
    PENGAWAS = "pengawas", _("Pengawas")
    INDIVIDU = "individu", _("Individu")


class StatusPK(models.TextChoices):
    DRAF = "draf", _("Draf")
    DIVERIFIKASI = "diverifikasi", _("Diverifikasi")
    BERLAKU = "berlaku", _("Berlaku")
    DIGANTI = "diganti", _("Diganti")


class PemicuPK(models.TextChoices):
    """The closed list of lawful reasons for a revision (53/2014 Lamp. I.E)."""

    PERGANTIAN_PEJABAT = "pergantian_pejabat", _("Pergantian atau mutasi pejabat")
    PERUBAHAN_STRATEGI = "perubahan_strategi", _("Perubahan strategi yang memengaruhi tujuan atau sasaran")
    PERUBAHAN_PRIORITAS = "perubahan_prioritas", _("Perubahan prioritas atau asumsi yang berdampak besar")


class PerjanjianKinerja(Beruid):
    """One version of the promise of a unit for a year. The latest in force is what a report measures."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="pk_set")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="pk_set")
    tahun = models.PositiveSmallIntegerField()
    tingkat = models.CharField(max_length=20, choices=TingkatPK, default=TingkatPK.PERANGKAT_DAERAH)
    jabatan_teks = models.CharField(
        max_length=250, blank=True, help_text="Post of the first party below the head"
    )
    versi_ke = models.PositiveSmallIntegerField(default=1)
    pemicu = models.CharField(max_length=24, choices=PemicuPK, blank=True)
    alasan = models.TextField(blank=True)
    menggantikan = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="digantikan_oleh"
    )
    status = models.CharField(max_length=14, choices=StatusPK, default=StatusPK.DRAF)
    pihak_pertama = models.CharField(max_length=250, blank=True, help_text="Post at signing, never a person")
    pihak_kedua = models.CharField(max_length=250, blank=True)
    penugasan_pertama = models.ForeignKey(
        Penugasan, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    penugasan_kedua = models.ForeignKey(
        Penugasan, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    tanggal_dpa = models.DateField(null=True, blank=True)
    ditandatangani_pada = models.DateField(null=True, blank=True)
    sumber = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "tahun", "tingkat", "jabatan_teks", "versi_ke"], name="pk_versi_tunggal"
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "tingkat", "jabatan_teks"],
                condition=Q(status=StatusPK.BERLAKU),
                name="pk_satu_berlaku",
            ),
            models.CheckConstraint(
                condition=Q(menggantikan__isnull=True, pemicu="")
                | (Q(menggantikan__isnull=False) & ~Q(pemicu="")),
                name="pk_perubahan_berpemicu",
            ),
            choices_check("status", StatusPK, "pk_status_dikenal"),
            choices_check("tingkat", TingkatPK, "pk_tingkat_dikenal"),
        ]
        indexes = [models.Index(fields=["instansi", "tahun", "status"])]
        ordering = ["unit", "tahun", "versi_ke"]

    def __str__(self) -> str:
        return f"PK {self.tahun} {self.unit_id} versi {self.versi_ke}"


class PKBaris(Bernilai):
    """One promised indicator: the target is copied, and stays linked to the plan it came from."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.CASCADE, related_name="baris_set")
    urutan = models.PositiveIntegerField(default=0)
    sasaran = models.ForeignKey(
        Simpul, null=True, blank=True, on_delete=models.PROTECT, related_name="pk_baris_set"
    )
    sasaran_teks = models.CharField(max_length=700)
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="pk_baris_set")
    indikator_teks = models.CharField(max_length=700)
    satuan_teks = models.CharField(max_length=120, blank=True)
    target_rencana = models.ForeignKey(
        Target, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    ada_target = models.BooleanField(default=True)
    catatan = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["perjanjian", "indikator"], name="pkbaris_indikator_tunggal"),
            *nilai_checks("pkbaris"),
        ]
        ordering = ["perjanjian", "urutan", "id"]

    def __str__(self) -> str:
        return self.indikator_teks


class PKProgram(models.Model):
    """Programme and budget below the table of promises."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.CASCADE, related_name="program_set")
    urutan = models.PositiveIntegerField(default=0)
    simpul = models.ForeignKey(Simpul, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kode = models.CharField(max_length=60, blank=True)
    nama = models.CharField(max_length=400)
    anggaran = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    sumber_dana = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(anggaran__isnull=True) | Q(anggaran__gte=0), name="pkprogram_anggaran_tak_negatif"
            ),
        ]
        ordering = ["perjanjian", "urutan", "id"]

    def __str__(self) -> str:
        return self.nama
