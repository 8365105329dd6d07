"""Files by content: stored once, known by SHA-256, never served from a guessable address."""

from django.db import models

from sakip.platform.dasar import Beruid
from sakip.platform.organisasi.models import Instansi


class Berkas(Beruid):
    """One stored content of one instansi. Two instansi never share a row, so neither learns of the other."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    ukuran = models.PositiveBigIntegerField(help_text="bytes")
    jenis = models.CharField(
        max_length=120, help_text="Media type found in the content, not the sender's word"
    )
    nama = models.CharField(max_length=255)
    lokasi = models.CharField(max_length=255)
    diunggah_pada = models.DateTimeField()
    diunggah_oleh = models.CharField(max_length=150, help_text="username, a label")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instansi", "sha256"], name="berkas_isi_tunggal")]

    def __str__(self) -> str:
        return self.nama
