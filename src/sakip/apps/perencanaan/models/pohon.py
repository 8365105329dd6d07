"""The performance tree (PermenPANRB 89/2021): conditions, what they support, and what units ask of each other."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan.models.dokumen import Simpul
from sakip.platform.dasar import Beruid, choices_check
from sakip.platform.organisasi.models import Instansi, Jabatan, Unit


class JenisPohon(models.TextChoices):
    UNIT = "unit", _("Pohon unit")
    TEMATIK = "tematik", _("Pohon tematik")


class Pohon(Beruid):
    """A tree of one unit and year, and the step of PermenPANRB 89/2021 it has reached as a whole."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="pohon_set")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="pohon_set")
    nama = models.CharField(max_length=60)
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=10, choices=JenisPohon, default=JenisPohon.UNIT)
    tema = models.CharField(max_length=200, blank=True)
    dasar_hasil = models.TextField(
        blank=True, help_text="Step 1: mandate, strategic issues and expectations behind the outcome"
    )
    langkah = models.PositiveSmallIntegerField(default=1)
    disepakati_pada = models.DateField(null=True, blank=True)
    turunan_dari = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="turunan_set"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "nama", "tahun"], name="pohon_nama_tunggal"),
            models.CheckConstraint(condition=Q(langkah__range=(1, 5)), name="pohon_langkah_1_5"),
            models.CheckConstraint(
                condition=~Q(jenis=JenisPohon.TEMATIK) | ~Q(tema=""), name="pohon_tematik_bertema"
            ),
            choices_check("jenis", JenisPohon, "pohon_jenis_dikenal"),
        ]
        indexes = [models.Index(fields=["instansi", "tahun"])]
        ordering = ["unit", "-tahun", "nama"]

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}"


class JenisPohonSimpul(models.TextChoices):
    """Levels of a performance tree (PermenPANRB 89/2021)."""

    HASIL = "hasil", _("Hasil")
    CSF = "csf", _("Faktor kunci keberhasilan")
    KONDISI_ANTARA = "kondisi_antara", _("Kondisi antara")
    KELUARAN = "keluaran", _("Keluaran")
    OPERASIONAL = "operasional", _("Kondisi operasional")


class PohonSimpul(Beruid):
    """One condition of a performance tree. Links to plan and post may be filled only in step 5.

    `asal` stays the same when a tree is copied into another year; a condition with results is retired, not deleted.
    """

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pohon = models.ForeignKey(Pohon, on_delete=models.CASCADE, related_name="simpul_set")
    induk = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="anak")
    kode = models.CharField(max_length=60)
    jenis = models.CharField(max_length=20, choices=JenisPohonSimpul)
    pernyataan = models.CharField(max_length=700)
    urutan = models.PositiveIntegerField(default=0)
    langkah = models.PositiveSmallIntegerField(
        default=5, help_text="Step of PermenPANRB 89/2021 it has reached"
    )
    asal = models.UUIDField(default=uuid.uuid4, help_text="Lineage over years")
    pemilik_unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    pemilik_jabatan = models.ForeignKey(
        Jabatan, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pemilik_teks = models.CharField(max_length=250, blank=True)
    simpul = models.ForeignKey(
        Simpul, null=True, blank=True, on_delete=models.SET_NULL, related_name="pohon_set"
    )
    sumber = models.CharField(max_length=300, blank=True)
    versi = models.PositiveIntegerField(
        default=1, help_text="Counts edits: an edit of an older one is refused"
    )
    pensiun_pada = models.DateField(null=True, blank=True, help_text="No longer pursued from this day")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pohon", "kode"], name="pohonsimpul_kode_tunggal"),
            models.UniqueConstraint(fields=["pohon", "asal"], name="pohonsimpul_asal_tunggal"),
            models.CheckConstraint(condition=Q(langkah__range=(1, 5)), name="pohonsimpul_langkah_1_5"),
            models.CheckConstraint(
                condition=Q(langkah=5) | Q(simpul__isnull=True, pemilik_jabatan__isnull=True),
                name="pohonsimpul_tautan_langkah_5",
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")), name="pohonsimpul_bukan_induk_sendiri"
            ),
            choices_check("jenis", JenisPohonSimpul, "pohonsimpul_jenis_dikenal"),
        ]
        indexes = [models.Index(fields=["pohon", "induk", "urutan"])]
        ordering = ["pohon", "urutan", "id"]

    def __str__(self) -> str:
        return self.pernyataan


class PohonIndikator(models.Model):
    """An indicator as the tree prints it; linked to the dictionary when it is known there."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    simpul = models.ForeignKey(PohonSimpul, on_delete=models.CASCADE, related_name="indikator_set")
    indikator = models.ForeignKey(
        Indikator, null=True, blank=True, on_delete=models.PROTECT, related_name="pohon_set"
    )
    kode = models.CharField(max_length=60, blank=True)
    nama = models.CharField(max_length=700)
    satuan_teks = models.CharField(max_length=120, blank=True)
    target_teks = models.CharField(max_length=300, blank=True, help_text="As printed")
    urutan = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["simpul", "urutan", "id"]

    def __str__(self) -> str:
        return self.nama


class DukunganSimpul(models.Model):
    """A further condition that one supports besides its main parent."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    simpul = models.ForeignKey(PohonSimpul, on_delete=models.CASCADE, related_name="dukungan_set")
    mendukung = models.ForeignKey(PohonSimpul, on_delete=models.CASCADE, related_name="pendukung_set")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["simpul", "mendukung"], name="dukungansimpul_tunggal"),
            models.CheckConstraint(
                condition=~Q(simpul=F("mendukung")), name="dukungansimpul_bukan_diri_sendiri"
            ),
        ]
        ordering = ["simpul", "id"]

    def __str__(self) -> str:
        return f"{self.simpul_id}-{self.mendukung_id}"


class StatusCrosscutting(models.TextChoices):
    DIUSULKAN = "diusulkan", _("Diusulkan")
    DITERIMA = "diterima", _("Diterima")
    DITOLAK = "ditolak", _("Ditolak")
    DITARIK = "ditarik", _("Ditarik")


class Crosscutting(Beruid):
    """A unit's condition that needs something of another unit: offered, then accepted or refused with a reason."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="crosscutting_set")
    simpul = models.ForeignKey(PohonSimpul, on_delete=models.CASCADE, related_name="kebutuhan_set")
    unit_tujuan = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="crosscutting_set")
    simpul_tujuan = models.ForeignKey(
        PohonSimpul, null=True, blank=True, on_delete=models.SET_NULL, related_name="layanan_set"
    )
    kebutuhan = models.TextField()
    status = models.CharField(max_length=12, choices=StatusCrosscutting, default=StatusCrosscutting.DIUSULKAN)
    alasan = models.TextField(blank=True)
    diusulkan_oleh = models.CharField(max_length=150, blank=True)
    diusulkan_pada = models.DateTimeField()
    diputus_oleh = models.CharField(max_length=150, blank=True)
    diputus_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["simpul", "unit_tujuan"],
                condition=Q(status__in=["diusulkan", "diterima"]),
                name="crosscutting_satu_terbuka",
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusCrosscutting.DITOLAK) | ~Q(alasan=""),
                name="crosscutting_tolak_beralasan",
            ),
            models.CheckConstraint(
                condition=Q(status=StatusCrosscutting.DIUSULKAN, diputus_pada__isnull=True)
                | (~Q(status=StatusCrosscutting.DIUSULKAN) & Q(diputus_pada__isnull=False)),
                name="crosscutting_putusan_bertanggal",
            ),
            choices_check("status", StatusCrosscutting, "crosscutting_status_dikenal"),
        ]
        indexes = [models.Index(fields=["unit_tujuan", "status"])]
        ordering = ["-diusulkan_pada", "-id"]

    def __str__(self) -> str:
        return self.kebutuhan[:80]


class KomentarPohon(Beruid):
    """A remark on a condition; it can be settled, not deleted."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    simpul = models.ForeignKey(PohonSimpul, on_delete=models.CASCADE, related_name="komentar_set")
    isi = models.TextField()
    oleh = models.CharField(max_length=150)
    pada = models.DateTimeField()
    selesai_oleh = models.CharField(max_length=150, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai_pada__isnull=True, selesai_oleh="")
                | (Q(selesai_pada__isnull=False) & ~Q(selesai_oleh="")),
                name="komentarpohon_selesai_berpasangan",
            )
        ]
        ordering = ["simpul", "pada", "id"]

    def __str__(self) -> str:
        return self.isi[:80]
