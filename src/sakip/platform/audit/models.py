"""The audit trail: an append-only hash chain per instansi. It holds labels, never foreign keys."""

from django.db import models


class Catatan(models.Model):
    """One act. `hash` covers the row's content and the hash before it, so tampering breaks the chain."""

    rantai = models.CharField(max_length=40, help_text='uid of the instansi, or "sistem"')
    urut = models.PositiveBigIntegerField()
    waktu = models.DateTimeField()
    pelaku = models.CharField(max_length=150, help_text='username, or "sistem"')
    peran = models.CharField(max_length=60, blank=True)
    aksi = models.CharField(max_length=100, help_text="app.objek.kata")
    objek = models.CharField(max_length=120, help_text="app.model:uid")
    label = models.CharField(max_length=300, blank=True)
    perubahan = models.JSONField(default=dict)
    hash_sebelum = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rantai", "urut"], name="catatan_urut_tunggal")]
        indexes = [models.Index(fields=["rantai", "objek"]), models.Index(fields=["rantai", "waktu"])]
        ordering = ["rantai", "urut"]

    def __str__(self) -> str:
        return f"{self.urut} {self.aksi} {self.objek}"


class Tambat(models.Model):
    """A signed checkpoint: up to here the chain was this long and ended in this hash.

    Whoever can rewrite the table can also recompute every hash, or cut off its end; the signature's key is
    kept outside the database, so neither goes unnoticed.
    """

    rantai = models.CharField(max_length=40)
    urut = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)
    waktu = models.DateTimeField()
    tanda = models.CharField(max_length=64, help_text="HMAC-SHA256 with the key of the data folder")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rantai", "urut"], name="tambat_urut_tunggal")]
        ordering = ["rantai", "urut"]

    def __str__(self) -> str:
        return f"{self.rantai} {self.urut}"
