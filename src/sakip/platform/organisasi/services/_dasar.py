"""What the services of organisasi share: locking, dated versions, checks of text."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from sakip.platform.organisasi.galat import BedaInstansi, IsianKosong
from sakip.platform.organisasi.models import Instansi, JabatanVersi, UnitVersi

_Versi = TypeVar("_Versi", UnitVersi, JabatanVersi)


def lock_instansi(instansi: Instansi) -> None:
    """One change of structure at a time: two moves at once could close a circle that neither sees."""
    Instansi.objects.select_for_update().get(pk=instansi.pk)


def require_text(nilai: str, bidang: str) -> str:
    bersih = " ".join(nilai.split())
    if not bersih:
        raise IsianKosong(bidang)
    return bersih


def require_same_instansi(instansi: Instansi, objek: Any | None, bidang: str | None = None) -> None:
    if objek is not None and objek.instansi_id != instansi.pk:
        raise BedaInstansi(bidang)


def overlapping(mulai: date, sampai: date | None) -> Q:
    """Condition "in force on some day of [mulai, sampai)"."""
    kondisi = Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gt=mulai)
    return kondisi if sampai is None else kondisi & Q(berlaku_mulai__lt=sampai)


def changes(objek: Model, baru: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Field -> [before, after], for the fields that change; related rows by their name."""
    beda = {}
    for bidang, nilai in baru.items():
        lama = getattr(objek, bidang)
        if lama != nilai:
            beda[bidang] = [_plain(lama), _plain(nilai)]
    return beda


def _plain(nilai: Any) -> Any:
    return str(nilai) if isinstance(nilai, Model) else nilai


def apply_version(versi: _Versi, sejak: date, baru: Mapping[str, Any]) -> _Versi:
    """Put `baru` in force from `sejak`: a new row from that day, or the same row when it begins that day.

    Later versions stay: the new one ends where `versi` ended.
    """
    if versi.berlaku_mulai == sejak:
        for bidang, nilai in baru.items():
            setattr(versi, bidang, nilai)
        versi.full_clean(validate_constraints=False)
        versi.save()
        return versi
    penerus = type(versi).objects.get(pk=versi.pk)
    penerus.pk = None
    penerus._state.adding = True
    penerus.berlaku_mulai = sejak
    for bidang, nilai in baru.items():
        setattr(penerus, bidang, nilai)
    penerus.full_clean(validate_constraints=False)
    versi.berlaku_sampai = sejak
    versi.save(update_fields=["berlaku_sampai"])
    penerus.save(force_insert=True)
    return penerus


def locked_at(versi: QuerySet[_Versi], tanggal: date) -> _Versi | None:
    """The row in force on `tanggal`, locked."""
    return versi.select_for_update().filter(overlapping(tanggal, None), berlaku_mulai__lte=tanggal).first()
