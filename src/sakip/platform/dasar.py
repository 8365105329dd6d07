"""Abstract models that every app builds on: an identity for the outside world, and validity in time."""

import uuid
from datetime import date
from typing import Any, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.functional import Promise

_Model = TypeVar("_Model", bound=models.Model, covariant=True)


class GalatDomain(Exception):
    """A rule of the domain refuses the act. The message is for the user; `bidang` names the field to mend."""

    bidang: str | None = None

    def __init__(self, pesan: str, *, bidang: str | None = None) -> None:
        super().__init__(pesan)
        if bidang is not None:
            self.bidang = bidang


def in_indonesian(label: str | Promise) -> str:
    """A label for records, documents and messages that are kept: the same whatever language the reader chose."""
    with translation.override("id"):
        return str(label)


def today() -> date:
    """The date in the instansi's time zone; the only place that asks the clock for a date."""
    return timezone.localdate()


class Beruid(models.Model):
    """Rows that leave the system are named by a uuid, never by their key (design rule 2)."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


class BermasaQuerySet(models.QuerySet[_Model]):
    """Rows with a validity `[berlaku_mulai, berlaku_sampai)`."""

    def pada(self, tanggal: date) -> "BermasaQuerySet[_Model]":
        """Rows in force on `tanggal`."""
        return self.filter(berlaku_pada(tanggal))


def berlaku_pada(tanggal: date, awalan: str = "") -> Q:
    """Condition "in force on `tanggal`" for a relation named by `awalan` (e.g. "versi__")."""
    return Q(**{f"{awalan}berlaku_mulai__lte": tanggal}) & (
        Q(**{f"{awalan}berlaku_sampai__isnull": True}) | Q(**{f"{awalan}berlaku_sampai__gt": tanggal})
    )


class Bermasa(models.Model):
    """Validity half-open: the end day no longer belongs to it; no end means still in force."""

    berlaku_mulai = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


def masa_runtut(nama: str) -> models.CheckConstraint:
    """The check that a validity does not end before it begins."""
    return models.CheckConstraint(
        condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gt=F("berlaku_mulai")), name=nama
    )


def choices_check(
    field: str, choices: type[models.TextChoices], nama: str, **kosong: Any
) -> models.CheckConstraint:
    """The check that a stored state is one of its choices."""
    return models.CheckConstraint(condition=Q(**{f"{field}__in": choices.values}), name=nama)
