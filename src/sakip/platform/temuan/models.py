"""What people say to a finding; the findings themselves are computed, not stored."""

from django.db import models
from django.db.models import Q

from sakip.platform.dasar import Beruid
from sakip.platform.organisasi.models import Instansi, Unit


class PengakuanTemuan(Beruid):
    """That a finding is known and accepted as it is, with the reason.

    It holds while what the finding says stays the same (`sidik`), and until it is revoked.
    """

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="pengakuan_temuan_set")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="pengakuan_temuan_set")
    kunci = models.CharField(max_length=200, help_text="Stable name of the finding: rule, object, field")
    sidik = models.CharField(max_length=64, help_text="Fingerprint of what it said")
    kode = models.CharField(max_length=20)
    objek_label = models.CharField(max_length=300)
    pesan = models.TextField(help_text="What it said")
    alasan = models.TextField()
    oleh = models.CharField(max_length=150, blank=True, help_text="Empty: the system")
    pada = models.DateTimeField()
    dicabut_oleh = models.CharField(max_length=150, blank=True)
    dicabut_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "kunci"],
                condition=Q(dicabut_pada__isnull=True),
                name="pengakuantemuan_satu_berlaku",
            ),
            models.CheckConstraint(condition=~Q(alasan=""), name="pengakuantemuan_beralasan"),
            models.CheckConstraint(
                condition=Q(dicabut_pada__isnull=False) | Q(dicabut_oleh=""),
                name="pengakuantemuan_cabut_berpasangan",
            ),
        ]
        indexes = [models.Index(fields=["instansi", "unit", "kode"])]
        ordering = ["-pada", "-id"]

    def __str__(self) -> str:
        return f"{self.kode} {self.objek_label}"
