"""Indicators with their dictionary, baselines and evidence (Perpres 29/2014 ps. 17)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.apps.datakinerja.nilai import Bernilai, nilai_checks
from sakip.platform.dasar import Bermasa, BermasaQuerySet, Beruid, choices_check, masa_runtut
from sakip.platform.files.models import Berkas
from sakip.platform.organisasi.models import Instansi, Jabatan, Unit


class Satuan(models.Model):
    """Unit of measure from the instansi's list; `persen` is written without a space."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="satuan_set")
    nama = models.CharField(max_length=80)
    simbol = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instansi", "nama"], name="satuan_nama_tunggal")]
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.simbol or self.nama


class PolaritasIndikator(models.TextChoices):
    """Stored, never guessed from the wording (design/domain.md 6.1)."""

    MAKS = "maks", _("Makin besar makin baik")
    MIN = "min", _("Makin kecil makin baik")
    MIN_B = "min_b", _("Makin kecil makin baik (target dibagi realisasi)")
    RENTANG = "rentang", _("Di dalam rentang")
    RENTANG_BIAYA = "rentang_biaya", _("Di dalam rentang (waktu atau biaya)")
    STABIL = "stabil", _("Tetap pada target")
    ORDINAL = "ordinal", _("Peringkat")
    AMBANG = "ambang", _("Ambang")
    LAJU_TURUN = "laju_turun", _("Laju penurunan")


class AgregasiWaktu(models.TextChoices):
    """How quarters become a year (design/domain.md 6.3)."""

    JUMLAH = "jumlah", _("Jumlah")
    AKHIR = "akhir", _("Posisi akhir")
    RATA_RATA = "rata_rata", _("Rata-rata")
    MAKSIMUM = "maksimum", _("Nilai tertinggi")
    KUMULATIF = "kumulatif", _("Isian kumulatif")


class Frekuensi(models.TextChoices):
    BULANAN = "bulanan", _("Bulanan")
    TRIWULANAN = "triwulanan", _("Triwulanan")
    SEMESTERAN = "semesteran", _("Semesteran")
    TAHUNAN = "tahunan", _("Tahunan")


class JenisUkuran(models.TextChoices):
    """What kind of figure an indicator is; a rate does not become an index between two documents."""

    JUMLAH = "jumlah", _("Jumlah")
    PERSENTASE = "persentase", _("Persentase")
    RASIO = "rasio", _("Rasio")
    LAJU = "laju", _("Laju perubahan")
    INDEKS = "indeks", _("Indeks atau nilai")
    PERINGKAT = "peringkat", _("Peringkat atau predikat")


class Indikator(Beruid):
    """The identity of an indicator over documents and years; what it says is in IndikatorVersi."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="indikator_set")
    kode = models.CharField(max_length=60)
    pengganti_dari = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="pengganti"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instansi", "kode"], name="indikator_kode_tunggal")]
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.kode


class IndikatorVersi(Bermasa):
    """The dictionary entry during a period: wording, owner, and everything that fixes its arithmetic."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="versi")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="indikator_versi")
    nama = models.CharField(max_length=600)
    definisi = models.TextField(blank=True)
    satuan = models.ForeignKey(Satuan, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    polaritas = models.CharField(max_length=20, choices=PolaritasIndikator, default=PolaritasIndikator.MAKS)
    batas = models.DecimalField(
        max_digits=7, decimal_places=2, null=True, blank=True, help_text="Cap in percent; none means uncapped"
    )
    peringkat = models.JSONField(default=list, blank=True, help_text="Ordinal ladder, lowest first")
    agregasi_waktu = models.CharField(max_length=12, choices=AgregasiWaktu, default=AgregasiWaktu.AKHIR)
    desimal = models.PositiveSmallIntegerField(default=2)
    rumus = models.TextField(blank=True)
    ungkapan = models.TextField(
        blank=True, help_text="Exact formula over the variables; empty: the first over the second"
    )
    variabel = models.JSONField(
        default=list, blank=True, help_text="The formula's variables: a name, or {nama, satuan, sumber}"
    )
    pengali = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    sumber = models.CharField(max_length=300, blank=True)
    frekuensi = models.CharField(max_length=12, choices=Frekuensi, default=Frekuensi.TRIWULANAN)
    pj_jabatan = models.ForeignKey(Jabatan, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    pj_teks = models.CharField(max_length=250, blank=True, help_text="Owner as printed, when no post matches")
    is_iku = models.BooleanField(default=False)
    standar_nasional = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    standar_sumber = models.CharField(max_length=200, blank=True)
    kode_nasional = models.CharField(max_length=40, blank=True, help_text="KEP.26A/M.PPN/HK/05/2025")
    jenis_ukuran = models.CharField(
        max_length=12, choices=JenisUkuran, blank=True, help_text="Empty: not said"
    )
    alasan_ubah = models.CharField(
        max_length=300, blank=True, help_text="Why this version differs from the former"
    )

    objects = BermasaQuerySet["IndikatorVersi"].as_manager()

    class Meta:
        constraints = [
            masa_runtut("indikatorversi_masa_runtut"),
            models.UniqueConstraint(
                fields=["indikator", "berlaku_mulai"], name="indikatorversi_mulai_tunggal"
            ),
            choices_check("polaritas", PolaritasIndikator, "indikatorversi_polaritas_dikenal"),
            choices_check("agregasi_waktu", AgregasiWaktu, "indikatorversi_agregasi_dikenal"),
            choices_check("frekuensi", Frekuensi, "indikatorversi_frekuensi_dikenal"),
            models.CheckConstraint(
                condition=Q(jenis_ukuran="") | Q(jenis_ukuran__in=JenisUkuran.values),
                name="indikatorversi_jenis_ukuran_dikenal",
            ),
            models.CheckConstraint(
                condition=Q(batas__isnull=True) | Q(batas__gt=0), name="indikatorversi_batas_positif"
            ),
            models.CheckConstraint(condition=Q(desimal__lte=10), name="indikatorversi_desimal_wajar"),
        ]
        indexes = [models.Index(fields=["instansi", "unit"])]
        ordering = ["indikator", "berlaku_mulai"]

    def __str__(self) -> str:
        return self.nama


class KodeIndikatorNasional(models.Model):
    """One entry of the national list of development indicators, as imported (KEP.26A/M.PPN/HK/05/2025)."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="kode_nasional_set")
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=600)
    satuan = models.CharField(max_length=120, blank=True)
    definisi = models.TextField(blank=True)
    sumber = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "kode"], name="kodeindikatornasional_tunggal")
        ]
        ordering = ["kode"]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class DataDasar(Bernilai):
    """Value of a year before the plan period, with its source."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="data_dasar")
    tahun = models.PositiveSmallIntegerField()
    sumber = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["indikator", "tahun"], name="datadasar_tahun_tunggal"),
            *nilai_checks("datadasar"),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} {self.tahun}"


class JenisBukti(models.TextChoices):
    LAPORAN = "laporan", _("Laporan")
    BERITA_ACARA = "berita_acara", _("Berita acara")
    SURAT = "surat", _("Surat atau keputusan")
    TANGKAPAN = "tangkapan", _("Tangkapan layar atau foto")
    TABEL = "tabel", _("Tabel data")
    LAIN = "lain", _("Lainnya")


class Bukti(Beruid):
    """Evidence: a file, a link or a dated statement. Its own date is apart from the date of upload."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="bukti_set")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    judul = models.CharField(max_length=300)
    jenis = models.CharField(max_length=20, choices=JenisBukti, default=JenisBukti.LAPORAN)
    berkas = models.ForeignKey(Berkas, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    tautan = models.URLField(max_length=600, blank=True)
    teks = models.TextField(blank=True)
    tanggal_bukti = models.DateField(null=True, blank=True)
    halaman = models.CharField(max_length=40, blank=True)
    dibuat_oleh = models.CharField(max_length=150)
    dibuat_pada = models.DateTimeField()

    class Meta:
        constraints = [
            choices_check("jenis", JenisBukti, "bukti_jenis_dikenal"),
            models.CheckConstraint(
                condition=Q(berkas__isnull=False) | ~Q(tautan="") | ~Q(teks=""), name="bukti_ada_isinya"
            ),
        ]
        indexes = [models.Index(fields=["instansi", "unit"])]
        ordering = ["-dibuat_pada"]

    def __str__(self) -> str:
        return self.judul
