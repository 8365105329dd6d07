"""A typed value in the database: kind, numbers and text, never a nullable float (design rule 6)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.platform.dasar import choices_check


class JenisNilaiTersimpan(models.TextChoices):
    ANGKA = "angka", _("Angka")
    RENTANG = "rentang", _("Rentang")
    ORDINAL = "ordinal", _("Ordinal")
    AMBANG = "ambang", _("Ambang")
    TEKS = "teks", _("Teks")


class Keadaan(models.TextChoices):
    """Three absences and one presence: they are never mixed up, and none of them is zero."""

    DILAPORKAN = "dilaporkan", _("Dilaporkan")
    BELUM_DILAPORKAN = "belum_dilaporkan", _("Belum dilaporkan")
    BELUM_RILIS = "belum_rilis", _("Belum rilis")
    TIDAK_BERLAKU = "tidak_berlaku", _("Tidak berlaku")


class Bernilai(models.Model):
    """Fields of one value. Which of them are filled follows from `jenis_nilai`."""

    jenis_nilai = models.CharField(
        max_length=10, choices=JenisNilaiTersimpan, default=JenisNilaiTersimpan.ANGKA
    )
    angka = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    bawah = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    atas = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    pembanding = models.CharField(max_length=2, blank=True, help_text='of a threshold: "<", "<=", ">", ">="')
    teks = models.CharField(max_length=500, blank=True, help_text="Ordinal, text, or the figure as printed")
    desimal = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Decimals as printed, trailing zeros included"
    )
    pengali = models.DecimalField(
        max_digits=20, decimal_places=4, null=True, blank=True, help_text="Scale word as printed: ribu = 1000"
    )

    class Meta:
        abstract = True


def nilai_checks(awalan: str) -> list[models.BaseConstraint]:
    """Constraints that each concrete Bernilai carries: the kind is known and its parts are there."""
    isi = (
        Q(jenis_nilai="angka")
        | Q(jenis_nilai="rentang", bawah__isnull=False, atas__isnull=False, bawah__lte=models.F("atas"))
        | Q(jenis_nilai="ordinal") & ~Q(teks="")
        | Q(jenis_nilai="ambang") & ~Q(pembanding="")
        | Q(jenis_nilai="teks")
    )
    return [
        choices_check("jenis_nilai", JenisNilaiTersimpan, f"{awalan}_jenis_nilai_dikenal"),
        models.CheckConstraint(condition=isi, name=f"{awalan}_nilai_utuh"),
    ]
