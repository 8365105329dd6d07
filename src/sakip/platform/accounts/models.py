"""Accounts, and who holds which post when."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from sakip.platform.dasar import (
    Bermasa,
    BermasaQuerySet,
    Beruid,
    choices_check,
    in_indonesian,
    masa_runtut,
)
from sakip.platform.organisasi.models import Instansi, Jabatan


class Pengguna(Beruid, AbstractUser):
    """One account. It belongs to one instansi; an operator's account to none."""

    instansi = models.ForeignKey(
        Instansi, null=True, blank=True, on_delete=models.PROTECT, related_name="pengguna"
    )
    sebutan = models.CharField(max_length=200, blank=True, help_text="Shown name: the post, not the person")
    bahasa = models.CharField(max_length=5, default="id")

    class Meta(AbstractUser.Meta):
        constraints = [
            # Both names sign in, so neither may mean two accounts, however it is capitalised.
            models.UniqueConstraint(Lower("username"), name="pengguna_username_tunggal"),
            models.UniqueConstraint(
                Lower("email"), condition=~models.Q(email=""), name="pengguna_email_tunggal"
            ),
        ]
        ordering = ["username"]

    def __str__(self) -> str:
        return self.sebutan or self.username


class JenisPenugasan(models.TextChoices):
    """How a post is held (UU 30/2014 ps. 14)."""

    DEFINITIF = "definitif", _("Definitif")
    PLT = "plt", _("Plt.")
    PLH = "plh", _("Plh.")


class Penugasan(Beruid, Bermasa):
    """That an account holds a post during a period."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="penugasan")
    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="penugasan")
    jenis = models.CharField(max_length=12, choices=JenisPenugasan, default=JenisPenugasan.DEFINITIF)

    objects = BermasaQuerySet["Penugasan"].as_manager()

    class Meta:
        constraints = [
            masa_runtut("penugasan_masa_runtut"),
            choices_check("jenis", JenisPenugasan, "penugasan_jenis_dikenal"),
            models.UniqueConstraint(
                fields=["jabatan", "pengguna", "berlaku_mulai"], name="penugasan_mulai_tunggal"
            ),
        ]
        ordering = ["jabatan", "berlaku_mulai"]

    def __str__(self) -> str:
        return f"{self.pengguna} {in_indonesian(JenisPenugasan(self.jenis).label)} {self.jabatan}"
