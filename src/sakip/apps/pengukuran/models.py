"""Realisasi per period in append-only versions, the achievement computed from it, and the budget."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.apps.datakinerja.models import Bukti, Indikator
from sakip.apps.datakinerja.nilai import Bernilai, Keadaan, nilai_checks
from sakip.apps.perencanaan.models import Simpul
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import Bermasa, BermasaQuerySet, Beruid, choices_check, masa_runtut
from sakip.platform.organisasi.models import Instansi, Unit


class StatusRealisasi(models.TextChoices):
    DIISI = "diisi", _("Diisi")
    DIAJUKAN = "diajukan", _("Diajukan")
    DIKEMBALIKAN = "dikembalikan", _("Dikembalikan")
    DIVERIFIKASI = "diverifikasi", _("Diverifikasi")
    DIVALIDASI = "divalidasi", _("Divalidasi")
    DIKUNCI = "dikunci", _("Dikunci")


class Realisasi(Beruid):
    """The slot for one indicator, unit and period. Its figures are in RealisasiVersi."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="realisasi_set")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="realisasi_set")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="realisasi_set")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="None: the figure of the whole year"
    )
    status = models.CharField(max_length=14, choices=StatusRealisasi, default=StatusRealisasi.DIISI)
    versi_terakhir = models.PositiveIntegerField(default=0, help_text="Number of the version that counts")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "unit", "tahun"],
                condition=Q(triwulan__isnull=True),
                name="realisasi_tahun_tunggal",
            ),
            models.UniqueConstraint(
                fields=["indikator", "unit", "tahun", "triwulan"],
                condition=Q(triwulan__isnull=False),
                name="realisasi_triwulan_tunggal",
            ),
            models.CheckConstraint(
                condition=Q(triwulan__isnull=True) | Q(triwulan__range=(1, 4)), name="realisasi_triwulan_1_4"
            ),
            choices_check("status", StatusRealisasi, "realisasi_status_dikenal"),
        ]
        indexes = [
            models.Index(fields=["unit", "tahun", "triwulan"]),
            models.Index(fields=["instansi", "tahun", "triwulan"]),
        ]

    def __str__(self) -> str:
        return f"{self.indikator_id} {self.tahun}/{self.triwulan}"


class RealisasiVersi(Bernilai):
    """One figure as entered. Never updated: a correction is a new version."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    realisasi = models.ForeignKey(Realisasi, on_delete=models.CASCADE, related_name="versi_set")
    versi_ke = models.PositiveIntegerField()
    keadaan = models.CharField(max_length=18, choices=Keadaan, default=Keadaan.DILAPORKAN)
    alasan = models.CharField(max_length=300, blank=True, help_text="Why there is no figure")
    tanggal_rilis = models.DateField(
        null=True, blank=True, help_text="When a figure not yet released is expected"
    )
    pembilang = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    penyebut = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    sementara = models.BooleanField(default=False)
    sebab = models.TextField(blank=True)
    kendala = models.TextField(blank=True)
    tindak_lanjut = models.TextField(blank=True)
    catatan = models.TextField(blank=True)
    sumber = models.CharField(max_length=400, blank=True)
    oleh = models.ForeignKey(Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    diajukan_pada = models.DateTimeField(
        null=True, blank=True, help_text="From then on the database refuses any change of this row"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["realisasi", "versi_ke"], name="realisasiversi_ke_tunggal"),
            models.CheckConstraint(
                condition=Q(keadaan=Keadaan.DILAPORKAN)
                | Q(angka__isnull=True, bawah__isnull=True, atas__isnull=True),
                name="realisasiversi_kosong_tanpa_angka",
            ),
            models.CheckConstraint(
                condition=~Q(keadaan__in=[Keadaan.BELUM_RILIS, Keadaan.TIDAK_BERLAKU]) | ~Q(alasan=""),
                name="realisasiversi_kosong_beralasan",
            ),
            choices_check("keadaan", Keadaan, "realisasiversi_keadaan_dikenal"),
            *nilai_checks("realisasiversi"),
        ]
        ordering = ["realisasi", "versi_ke"]

    def __str__(self) -> str:
        return f"{self.realisasi_id} v{self.versi_ke}"


class RealisasiBukti(models.Model):
    """Evidence of a realisasi; one file may prove many things."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    realisasi = models.ForeignKey(Realisasi, on_delete=models.CASCADE, related_name="bukti_set")
    bukti = models.ForeignKey(Bukti, on_delete=models.PROTECT, related_name="realisasi_set")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["realisasi", "bukti"], name="realisasibukti_tunggal")]

    def __str__(self) -> str:
        return f"{self.realisasi_id}-{self.bukti_id}"


class SumberTarget(models.TextChoices):
    PK = "pk", _("Perjanjian Kinerja")
    RENCANA = "rencana", _("Dokumen rencana")


class LangkahRealisasi(models.Model):
    """One step of the approval: who moved the figure from which state to which, and why. Never updated."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    realisasi = models.ForeignKey(Realisasi, on_delete=models.CASCADE, related_name="langkah_set")
    langkah = models.CharField(max_length=14, help_text="Name of the transition in workflow.py")
    dari = models.CharField(max_length=14, choices=StatusRealisasi)
    ke = models.CharField(max_length=14, choices=StatusRealisasi)
    versi_ke = models.PositiveIntegerField()
    alasan = models.TextField(blank=True)
    oleh = models.ForeignKey(Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        constraints = [
            choices_check("dari", StatusRealisasi, "langkahrealisasi_dari_dikenal"),
            choices_check("ke", StatusRealisasi, "langkahrealisasi_ke_dikenal"),
        ]
        ordering = ["realisasi", "id"]

    def __str__(self) -> str:
        return f"{self.realisasi_id} {self.langkah}"


class Capaian(models.Model):
    """Achievement of one period as computed by kinerja when a figure was written.

    Derived: a command recomputes it. A quarter's row holds the year up to that quarter; the year's row
    comes from the annual figure, or from the quarters when there is none (then `realisasi` is empty).
    """

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="capaian_set")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(null=True, blank=True, help_text="None: the whole year")
    realisasi = models.OneToOneField(
        Realisasi, null=True, blank=True, on_delete=models.CASCADE, related_name="capaian"
    )
    versi_ke = models.PositiveIntegerField(default=0, help_text="Version of the realisasi; 0: from quarters")
    sumber_target = models.CharField(max_length=10, choices=SumberTarget, blank=True)
    target = models.JSONField(default=dict, help_text="The target used: value and document")
    dipakai = models.JSONField(default=dict, help_text="The realisasi used, and the quarters in it")
    mentah = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    terbatas = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    kategori = models.CharField(max_length=4, blank=True)
    sebab = models.CharField(max_length=40, blank=True, help_text="Why there is no achievement")
    tanda = models.JSONField(default=list)
    aturan_hash = models.CharField(max_length=64, blank=True)
    tercetak = models.CharField(
        max_length=60,
        blank=True,
        help_text="What the published table printed, if imported; kept when recomputed",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "tahun", "indikator"],
                condition=Q(triwulan__isnull=True),
                name="capaian_tahun_tunggal",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "indikator", "triwulan"],
                condition=Q(triwulan__isnull=False),
                name="capaian_triwulan_tunggal",
            ),
            models.CheckConstraint(
                condition=Q(triwulan__isnull=True) | Q(triwulan__range=(1, 4)), name="capaian_triwulan_1_4"
            ),
            models.CheckConstraint(
                condition=Q(mentah__isnull=False, terbatas__isnull=False, sebab="")
                | (Q(mentah__isnull=True, terbatas__isnull=True) & ~Q(sebab="")),
                name="capaian_kosong_bersebab",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "tahun"]),
            models.Index(fields=["indikator", "tahun"]),
            models.Index(fields=["instansi", "tahun", "kategori"]),
        ]

    def __str__(self) -> str:
        return f"{self.indikator_id} {self.tahun}/{self.triwulan}: {self.terbatas}"


class CaraAgregasiPohon(models.TextChoices):
    """How indicators become one figure of a unit (design/domain.md 6.2); the names of kinerja.agregasi."""

    BERJENJANG = "berjenjang", _("Rata-rata berjenjang: indikator, sasaran, unit")
    DATAR = "datar", _("Rata-rata seluruh indikator")
    GEOMETRIK = "geometrik", _("Rata-rata geometrik berjenjang")


class PedomanPengukuran(Bermasa):
    """The instansi's own rule of measuring (Perkada), dated: which scale, and how figures roll up."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="pedoman_set")
    skala_id = models.CharField(max_length=60, help_text="A scale of kinerja.capaian.skala")
    agregasi = models.CharField(
        max_length=12, choices=CaraAgregasiPohon, default=CaraAgregasiPohon.BERJENJANG
    )
    dasar = models.CharField(max_length=250, blank=True)

    objects = BermasaQuerySet["PedomanPengukuran"].as_manager()

    class Meta:
        constraints = [
            masa_runtut("pedoman_masa_runtut"),
            models.UniqueConstraint(fields=["instansi", "berlaku_mulai"], name="pedoman_mulai_tunggal"),
            choices_check("agregasi", CaraAgregasiPohon, "pedoman_agregasi_dikenal"),
        ]
        ordering = ["instansi", "berlaku_mulai"]

    def __str__(self) -> str:
        return f"{self.skala_id} ({self.berlaku_mulai})"


class RekapCapaian(models.Model):
    """Roll-up of one unit and period, so that an overview reads one row per unit. Derived like Capaian."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="rekap_set")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(null=True, blank=True, help_text="None: the whole year")
    rata = models.DecimalField(max_digits=30, decimal_places=10, null=True, blank=True)
    kategori = models.CharField(max_length=4, blank=True)
    n_terukur = models.PositiveIntegerField(default=0)
    n_wajib = models.PositiveIntegerField(default=0)
    sebaran = models.JSONField(default=dict, help_text="Indicators per band, unreported and not applicable")
    skala_id = models.CharField(max_length=60)
    agregasi = models.CharField(max_length=12, choices=CaraAgregasiPohon)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "tahun"], condition=Q(triwulan__isnull=True), name="rekap_tahun_tunggal"
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "triwulan"],
                condition=Q(triwulan__isnull=False),
                name="rekap_triwulan_tunggal",
            ),
            models.CheckConstraint(
                condition=Q(triwulan__isnull=True) | Q(triwulan__range=(1, 4)), name="rekap_triwulan_1_4"
            ),
            models.CheckConstraint(
                condition=Q(n_terukur__lte=models.F("n_wajib")), name="rekap_terukur_dari_wajib"
            ),
        ]
        indexes = [models.Index(fields=["instansi", "tahun", "triwulan"])]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.tahun}/{self.triwulan}: {self.rata}"


class Anggaran(models.Model):
    """Budget of one plan node (or of the whole unit) in one year or quarter, in Rupiah."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="anggaran_set")
    simpul = models.ForeignKey(
        Simpul, null=True, blank=True, on_delete=models.CASCADE, related_name="anggaran_set"
    )
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(null=True, blank=True, help_text="None: the year")
    pagu = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    pagu_perubahan = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    realisasi = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    kumulatif = models.BooleanField(default=False, help_text="Realisasi is the running total of the year")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "simpul", "tahun", "triwulan"],
                condition=Q(simpul__isnull=False, triwulan__isnull=False),
                name="anggaran_simpul_tw_tunggal",
            ),
            models.UniqueConstraint(
                fields=["unit", "simpul", "tahun"],
                condition=Q(simpul__isnull=False, triwulan__isnull=True),
                name="anggaran_simpul_tahun_tunggal",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "triwulan"],
                condition=Q(simpul__isnull=True, triwulan__isnull=False),
                name="anggaran_unit_tw_tunggal",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun"],
                condition=Q(simpul__isnull=True, triwulan__isnull=True),
                name="anggaran_unit_tahun_tunggal",
            ),
            models.CheckConstraint(
                condition=Q(pagu__isnull=True) | Q(pagu__gte=0), name="anggaran_pagu_tak_negatif"
            ),
            models.CheckConstraint(
                condition=Q(triwulan__isnull=True) | Q(triwulan__range=(1, 4)), name="anggaran_triwulan_1_4"
            ),
        ]
        indexes = [models.Index(fields=["instansi", "tahun"]), models.Index(fields=["unit", "tahun"])]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.tahun}/{self.triwulan}"
