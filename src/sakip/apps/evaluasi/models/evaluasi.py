"""A year's evaluation: the instruments it is bound to, its sheets, teams and windows."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import Beruid, choices_check
from sakip.platform.organisasi.models import Instansi, KlasterAkip, Unit


class StatusEvaluasi(models.TextChoices):
    DISIAPKAN = "disiapkan", _("Disiapkan")
    BERJALAN = "berjalan", _("Berjalan")
    SELESAI = "selesai", _("Selesai")


class Evaluasi(Beruid):
    """The evaluation of one performance year of one government; carried out in the year after (88/2021)."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="evaluasi_set")
    tahun = models.PositiveSmallIntegerField(help_text="Performance year that is evaluated")
    status = models.CharField(max_length=12, choices=StatusEvaluasi, default=StatusEvaluasi.DISIAPKAN)
    target_predikat = models.CharField(
        max_length=4, blank=True, help_text="Decides which clusters are sampled (88/2021 Lamp. I IV.B.3)"
    )
    cara_gabung = models.CharField(
        max_length=20, default="rata_klaster", help_text="Declared formula of the combined sheet"
    )
    dasar = models.CharField(max_length=300, blank=True, help_text="Assignment letter or policy")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "tahun"], name="evaluasi_tahun_tunggal"),
            choices_check("status", StatusEvaluasi, "evaluasi_status_dikenal"),
            models.CheckConstraint(
                condition=Q(cara_gabung__in=["rata_klaster", "rata_unit"]),
                name="evaluasi_cara_gabung_dikenal",
            ),
        ]
        ordering = ["-tahun"]

    def __str__(self) -> str:
        return f"Evaluasi AKIP {self.tahun}"


class ProfilLembar(models.TextChoices):
    """Whose list of criteria a sheet uses."""

    UNIT = "unit", _("LKE Unit")
    INSTANSI = "instansi", _("LKE Instansi")


class InstrumenEvaluasi(models.Model):
    """The instrument of one profile, pinned by id and by the hash of its folder: a running evaluation never
    changes its weights.
    """

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.CASCADE, related_name="instrumen_set")
    profil = models.CharField(max_length=10, choices=ProfilLembar)
    instrumen_id = models.CharField(max_length=80)
    instrumen_hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluasi", "profil"], name="instrumenevaluasi_profil_tunggal"),
            choices_check("profil", ProfilLembar, "instrumenevaluasi_profil_dikenal"),
        ]

    def __str__(self) -> str:
        return self.instrumen_id


class TimEvaluasi(Beruid):
    """An evaluation team with its assignment letter (88/2021 Lamp. I Bab II.A.1)."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.CASCADE, related_name="tim_set")
    nama = models.CharField(max_length=120)
    surat_tugas = models.CharField(max_length=160, blank=True)
    tanggal_surat = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluasi", "nama"], name="timevaluasi_nama_tunggal")]
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.nama


class PeranTim(models.TextChoices):
    """Roles in a team (88/2021: minimum team, and who reviews and signs the LHE)."""

    ANGGOTA = "anggota", _("Anggota tim")
    KETUA = "ketua", _("Ketua tim")
    PENGAWAS = "pengawas", _("Pengawas")
    PENGENDALI_TEKNIS = "pengendali_teknis", _("Pengendali teknis")
    PENGENDALI_MUTU = "pengendali_mutu", _("Pengendali mutu")
    PENANGGUNG_JAWAB = "penanggung_jawab", _("Penanggung jawab")


class AnggotaTim(models.Model):
    """That an account has a role in a team; the printed document names the post."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    tim = models.ForeignKey(TimEvaluasi, on_delete=models.CASCADE, related_name="anggota_set")
    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="anggota_tim_set")
    peran = models.CharField(max_length=20, choices=PeranTim)
    jabatan_teks = models.CharField(max_length=250, blank=True, help_text="Post as printed in the LHE")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tim", "pengguna", "peran"], name="anggotatim_peran_tunggal"),
            choices_check("peran", PeranTim, "anggotatim_peran_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.get_peran_display()}: {self.jabatan_teks}"


class TahapLembar(models.TextChoices):
    """Where a sheet stands; workflow.py says which step leads on and who takes it."""

    MANDIRI = "mandiri", _("Penilaian mandiri")
    EVALUASI = "evaluasi", _("Evaluasi")
    REVIU = "reviu", _("Reviu tingkat 1")
    PANEL = "panel", _("Panel")
    DRAF_LHE = "draf_lhe", _("Draf LHE")
    TANGGAPAN = "tanggapan", _("Tanggapan")
    REVIU_TEKNIS = "reviu_teknis", _("Reviu pengendali teknis")
    REVIU_MUTU = "reviu_mutu", _("Reviu pengendali mutu")
    SIAP_TTD = "siap_ttd", _("Menunggu tanda tangan")
    SANGGAH = "sanggah", _("Masa sanggah")
    FINAL = "final", _("Final")


class LembarKerja(Beruid):
    """The LKE of one unit (or of the government itself) in one evaluation."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.PROTECT, related_name="lembar_set")
    instrumen = models.ForeignKey(InstrumenEvaluasi, on_delete=models.PROTECT, related_name="lembar_set")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="lembar_kerja_set")
    klaster = models.CharField(max_length=12, choices=KlasterAkip, blank=True)
    tim = models.ForeignKey(
        TimEvaluasi, null=True, blank=True, on_delete=models.PROTECT, related_name="lembar_set"
    )
    tahap = models.CharField(max_length=14, choices=TahapLembar, default=TahapLembar.MANDIRI)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluasi", "unit"], name="lembarkerja_unit_tunggal"),
            choices_check("tahap", TahapLembar, "lembarkerja_tahap_dikenal"),
        ]
        indexes = [models.Index(fields=["instansi", "unit"])]
        ordering = ["evaluasi", "unit"]

    def __str__(self) -> str:
        return f"LKE {self.evaluasi_id} {self.unit_id}"


class LangkahLembar(models.Model):
    """One step of a sheet through its stages: append-only."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    lembar = models.ForeignKey(LembarKerja, on_delete=models.CASCADE, related_name="langkah_set")
    langkah = models.CharField(max_length=24)
    dari = models.CharField(max_length=14)
    ke = models.CharField(max_length=14)
    alasan = models.TextField(blank=True)
    oleh = models.ForeignKey(Pengguna, null=True, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering = ["pada", "id"]

    def __str__(self) -> str:
        return f"{self.dari} -> {self.ke}"


class JendelaTahap(models.Model):
    """When a stage may be worked on, both days included; the last row counts, one of a sheet before one of all.

    Reopening is a new row with a reason: append-only.
    """

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.CASCADE, related_name="jendela_set")
    lembar = models.ForeignKey(
        LembarKerja, null=True, blank=True, on_delete=models.CASCADE, related_name="jendela_set"
    )
    tahap = models.CharField(max_length=14, choices=TahapLembar)
    buka = models.DateField()
    tutup = models.DateField()
    alasan = models.TextField(blank=True)
    oleh = models.ForeignKey(Pengguna, null=True, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(tutup__gte=F("buka")), name="jendelatahap_tutup_sesudah_buka"),
            choices_check("tahap", TahapLembar, "jendelatahap_tahap_dikenal"),
        ]
        ordering = ["pada", "id"]

    def __str__(self) -> str:
        return f"{self.get_tahap_display()} {self.buka}..{self.tutup}"


class RiwayatNilai(models.Model):
    """A published result of the government itself, by whatever instrument was in force then."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="riwayat_nilai_set")
    tahun = models.PositiveSmallIntegerField(help_text="Performance year")
    instrumen = models.CharField(max_length=80, help_text='As the source names it, e.g. "12/2015"')
    komponen = models.JSONField(default=dict, help_text="component code -> printed value (string)")
    total = models.DecimalField(max_digits=7, decimal_places=4)
    predikat = models.CharField(max_length=4)
    evaluator = models.CharField(max_length=120, blank=True)
    keterangan = models.TextField(blank=True)
    sumber = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "evaluator"], name="riwayatnilai_tahun_tunggal"
            ),
            models.CheckConstraint(condition=Q(total__range=(0, 100)), name="riwayatnilai_total_0_100"),
        ]
        ordering = ["tahun"]

    def __str__(self) -> str:
        return f"{self.tahun}: {self.total} {self.predikat}"
