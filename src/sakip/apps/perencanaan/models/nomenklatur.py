"""Nomenclature of urusan, bidang, program, kegiatan and sub kegiatan, by version (Permendagri 90/2019)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sakip.platform.dasar import Bermasa, Beruid, choices_check, masa_runtut
from sakip.platform.organisasi.models import Instansi


class VersiNomenklatur(Beruid, Bermasa):
    """One list as a decree fixed it; codes are keyed by (version, code) because later lists use them again."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="nomenklatur_set")
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=200)
    dasar = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "kode"], name="versinomenklatur_kode_tunggal"),
            masa_runtut("versinomenklatur_masa_runtut"),
        ]
        ordering = ["instansi", "-berlaku_mulai"]

    def __str__(self) -> str:
        return self.nama


class JenisNomenklatur(models.TextChoices):
    URUSAN = "urusan", _("Urusan")
    BIDANG = "bidang", _("Bidang urusan")
    PROGRAM = "program", _("Program")
    KEGIATAN = "kegiatan", _("Kegiatan")
    SUB_KEGIATAN = "sub_kegiatan", _("Sub kegiatan")


class ButirNomenklatur(models.Model):
    """One entry of a list. `kode` as printed; `kode_baku` with the sub kegiatan in four digits, for comparing."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    versi = models.ForeignKey(VersiNomenklatur, on_delete=models.CASCADE, related_name="butir_set")
    induk = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="anak")
    jenis = models.CharField(max_length=14, choices=JenisNomenklatur)
    kode = models.CharField(max_length=30)
    kode_baku = models.CharField(max_length=30)
    nama = models.CharField(max_length=500)
    kinerja = models.TextField(blank=True)
    indikator = models.TextField(blank=True)
    satuan = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["versi", "kode_baku"], name="butirnomenklatur_kode_tunggal"),
            choices_check("jenis", JenisNomenklatur, "butirnomenklatur_jenis_dikenal"),
        ]
        indexes = [models.Index(fields=["versi", "induk"])]
        ordering = ["versi", "kode_baku"]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class PadananNomenklatur(models.Model):
    """What an entry of an older list is called in a newer one; several rows when it was split or merged."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    dari = models.ForeignKey(ButirNomenklatur, on_delete=models.CASCADE, related_name="penerus_set")
    ke = models.ForeignKey(ButirNomenklatur, on_delete=models.CASCADE, related_name="pendahulu_set")
    keterangan = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dari", "ke"], name="padanannomenklatur_tunggal"),
            models.CheckConstraint(condition=~Q(dari=F("ke")), name="padanannomenklatur_bukan_diri_sendiri"),
        ]
        ordering = ["dari", "id"]

    def __str__(self) -> str:
        return f"{self.dari_id}-{self.ke_id}"
