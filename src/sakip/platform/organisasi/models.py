"""Who exists: instansi (the tenant), units and posts, each as an identity with versions in time."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sakip.platform.dasar import (
    Bermasa,
    BermasaQuerySet,
    Beruid,
    choices_check,
    in_indonesian,
    masa_runtut,
)


class JenisInstansi(models.TextChoices):
    KOTA = "kota", _("Pemerintah kota")
    KABUPATEN = "kabupaten", _("Pemerintah kabupaten")
    PROVINSI = "provinsi", _("Pemerintah provinsi")
    KEMENTERIAN = "kementerian", _("Kementerian/lembaga")


class SifatData(models.TextChoices):
    """What a reader must know before quoting a figure."""

    RESMI = "resmi", _("Data instansi")
    PUBLIKASI = "publikasi", _("Data publikasi")
    CONTOH = "contoh", _("Data contoh, bukan data resmi")


class Instansi(Beruid):
    """A government institution: the tenant that owns its data (Perpres 29/2014 ps. 1)."""

    kode_wilayah = models.CharField(max_length=20, unique=True, help_text='e.g. "18.72"')
    jenis = models.CharField(max_length=20, choices=JenisInstansi)
    nama = models.CharField(max_length=200)
    induk = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="anak")
    sifat_data = models.CharField(max_length=12, choices=SifatData, default=SifatData.RESMI)
    sumber_data = models.TextField(blank=True, help_text="Where published data came from; printed on pages")
    logo_uid = models.UUIDField(
        null=True, blank=True, help_text="Berkas of the arms; a label, files lies above"
    )
    aktif = models.BooleanField(default=True)

    class Meta:
        constraints = [
            choices_check("jenis", JenisInstansi, "instansi_jenis_dikenal"),
            choices_check("sifat_data", SifatData, "instansi_sifat_dikenal"),
        ]
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.nama


class JenisUnit(models.TextChoices):
    PEMDA = "pemda", _("Pemerintah daerah")
    PERANGKAT_DAERAH = "perangkat_daerah", _("Perangkat daerah")
    BAGIAN = "bagian", _("Bagian")
    BIDANG = "bidang", _("Bidang")
    UPTD = "uptd", _("UPTD")
    KECAMATAN = "kecamatan", _("Kecamatan")
    KELURAHAN = "kelurahan", _("Kelurahan")
    SATUAN_KERJA = "satuan_kerja", _("Satuan kerja")


class KlasterAkip(models.TextChoices):
    """Cluster for the evaluation's sampling (PermenPANRB 88/2021 Lamp. I Bab IV.B.3)."""

    UTAMA = "utama", _("Utama")
    PENDUKUNG = "pendukung", _("Pendukung")
    TAMBAHAN = "tambahan", _("Tambahan")


class Unit(Beruid):
    """The identity of an organisational unit; its name and place are in UnitVersi."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="unit_set")
    kode = models.CharField(max_length=40, help_text="Short stable code, unique in the instansi")
    entitas_sakip = models.BooleanField(default=True, help_text="Has its own PK and LKjIP")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instansi", "kode"], name="unit_kode_tunggal")]
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.kode


class UnitVersi(Bermasa):
    """Name, parent and kind of a unit during a period; versions of one unit never overlap."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="versi")
    induk = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="versi_anak"
    )
    nama = models.CharField(max_length=250)
    singkatan = models.CharField(max_length=60, blank=True)
    jenis = models.CharField(max_length=30, choices=JenisUnit)
    klaster_akip = models.CharField(max_length=20, choices=KlasterAkip, blank=True)
    kode_skpd = models.CharField(max_length=40, blank=True)
    urusan = models.CharField(max_length=200, blank=True)

    objects = BermasaQuerySet["UnitVersi"].as_manager()

    class Meta:
        constraints = [
            masa_runtut("unitversi_masa_runtut"),
            choices_check("jenis", JenisUnit, "unitversi_jenis_dikenal"),
            models.UniqueConstraint(fields=["unit", "berlaku_mulai"], name="unitversi_mulai_tunggal"),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("unit")), name="unitversi_bukan_induk_sendiri"
            ),
        ]
        indexes = [models.Index(fields=["instansi", "induk"])]
        ordering = ["unit", "berlaku_mulai"]

    def __str__(self) -> str:
        return self.nama

    @property
    def nama_pendek(self) -> str:
        return self.singkatan or self.nama


class JenisPeralihan(models.TextChoices):
    GANTI_NAMA = "ganti_nama", _("Ganti nama")
    GABUNG = "gabung", _("Bergabung")
    PECAH = "pecah", _("Pecah")


class Peralihan(models.Model):
    """That a unit continues as another from a date on (renamed with a new identity, merged, split)."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    dari = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="penerus")
    ke = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="pendahulu")
    jenis = models.CharField(max_length=20, choices=JenisPeralihan)
    tanggal = models.DateField()
    dasar = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dari", "ke"], name="peralihan_tunggal"),
            models.CheckConstraint(condition=~Q(dari=F("ke")), name="peralihan_dua_unit"),
            choices_check("jenis", JenisPeralihan, "peralihan_jenis_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.dari} -> {self.ke} ({self.tanggal})"


class Jabatan(Beruid):
    """The identity of a post, apart from who holds it."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="jabatan_set")
    kode = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instansi", "kode"], name="jabatan_kode_tunggal")]
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.kode


class JabatanVersi(Bermasa):
    """Name, echelon, unit and superior of a post during a period."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.CASCADE, related_name="versi")
    nama = models.CharField(max_length=250)
    eselon = models.CharField(max_length=10, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="jabatan_versi")
    atasan = models.ForeignKey(
        Jabatan, null=True, blank=True, on_delete=models.PROTECT, related_name="bawahan"
    )
    kepala = models.BooleanField(default=False, help_text="Heads its unit and signs for it")

    objects = BermasaQuerySet["JabatanVersi"].as_manager()

    class Meta:
        constraints = [
            masa_runtut("jabatanversi_masa_runtut"),
            models.UniqueConstraint(fields=["jabatan", "berlaku_mulai"], name="jabatanversi_mulai_tunggal"),
        ]
        ordering = ["jabatan", "berlaku_mulai"]

    def __str__(self) -> str:
        return self.nama


class JenisJadwal(models.TextChoices):
    """What a window of the calendar is for (design/domain.md 5)."""

    PENANDATANGANAN_PK = "penandatanganan_pk", _("Penandatanganan Perjanjian Kinerja")
    RENCANA_AKSI = "rencana_aksi", _("Rencana aksi")
    REALISASI = "realisasi", _("Pengisian realisasi")
    VERIFIKASI = "verifikasi", _("Verifikasi realisasi")
    VALIDASI = "validasi", _("Validasi realisasi")
    DIALOG_KINERJA = "dialog_kinerja", _("Dialog kinerja")
    LKJIP = "lkjip", _("Penyampaian LKjIP")
    REVIU = "reviu", _("Reviu APIP")
    EVALUASI = "evaluasi", _("Evaluasi AKIP")
    PERENCANAAN = "perencanaan", _("Perencanaan")
    LAIN = "lain", _("Jadwal lain")


class Jadwal(Beruid):
    """One window of an instansi's calendar: from `buka` to `tutup`, both days included."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="jadwal_set")
    tahun = models.PositiveSmallIntegerField(help_text="Performance year")
    triwulan = models.PositiveSmallIntegerField(null=True, blank=True)
    jenis = models.CharField(max_length=30, choices=JenisJadwal)
    nama = models.CharField(max_length=150, blank=True)
    buka = models.DateField()
    tutup = models.DateField()
    peran = models.CharField(max_length=40, blank=True)
    dasar = models.CharField(max_length=250, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(tutup__gte=F("buka")), name="jadwal_tutup_sesudah_buka"),
            models.CheckConstraint(
                condition=Q(triwulan__isnull=True) | Q(triwulan__range=(1, 4)), name="jadwal_triwulan_1_4"
            ),
            choices_check("jenis", JenisJadwal, "jadwal_jenis_dikenal"),
        ]
        indexes = [models.Index(fields=["instansi", "tahun"])]
        ordering = ["tutup"]

    def __str__(self) -> str:
        return f"{in_indonesian(JenisJadwal(self.jenis).label)} {self.tahun}"

    def terbuka(self, tanggal: date) -> bool:
        return self.buka <= tanggal <= self.tutup
