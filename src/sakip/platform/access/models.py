"""Which account has which role, over which part of the tree, in which period; who may do which step."""

from django.db import models

from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import Bermasa, BermasaQuerySet, Beruid, masa_runtut
from sakip.platform.organisasi.models import Instansi, Unit


class PeranPengguna(Beruid, Bermasa):
    """A role held by an account for a unit and everything below it; no unit means the whole instansi."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="peran_set")
    peran = models.CharField(max_length=40, help_text="kode of a class in sakip.platform.access.peran")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = BermasaQuerySet["PeranPengguna"].as_manager()

    class Meta:
        constraints = [
            masa_runtut("peranpengguna_masa_runtut"),
            models.UniqueConstraint(
                fields=["pengguna", "peran", "unit", "berlaku_mulai"],
                condition=models.Q(unit__isnull=False),
                name="peranpengguna_tunggal_unit",
            ),
            models.UniqueConstraint(
                fields=["pengguna", "peran", "berlaku_mulai"],
                condition=models.Q(unit__isnull=True),
                name="peranpengguna_tunggal_instansi",
            ),
        ]
        ordering = ["pengguna", "peran"]

    def __str__(self) -> str:
        return f"{self.pengguna} {self.peran}"


class LangkahKerja(Bermasa):
    """Local policy as dated data: which role performs which step of which workflow."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    alur = models.CharField(max_length=60, help_text='e.g. "pengukuran.realisasi"')
    langkah = models.CharField(max_length=40, help_text="Name of the transition")
    peran = models.CharField(max_length=40)

    objects = BermasaQuerySet["LangkahKerja"].as_manager()

    class Meta:
        constraints = [
            masa_runtut("langkahkerja_masa_runtut"),
            models.UniqueConstraint(
                fields=["instansi", "alur", "langkah", "peran", "berlaku_mulai"], name="langkahkerja_tunggal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.alur}.{self.langkah}: {self.peran}"
