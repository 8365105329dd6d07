"""Reading the audit trail, and finding what does not fit in it."""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from sakip.platform.audit import rantai as mata
from sakip.platform.audit.models import Catatan, Tambat


@dataclass(frozen=True, slots=True)
class Temuan:
    """One sign of tampering. `jenis`: diubah, terputus, hilang, terpotong, tambat_palsu, tambat_beda."""

    rantai: str
    urut: int
    jenis: str
    pesan: str


def last_catatan(rantai: str) -> Catatan | None:
    return Catatan.objects.filter(rantai=rantai).order_by("-urut").first()


def rantai_list() -> list[str]:
    """Every chain there is or was: a chain wiped out whole is still known by its checkpoint."""
    nama = set(Catatan.objects.order_by().values_list("rantai", flat=True).distinct())
    return sorted(nama | set(Tambat.objects.order_by().values_list("rantai", flat=True).distinct()))


def count_catatan(rantai: str | None = None) -> int:
    semua = Catatan.objects.all()
    return (semua if rantai is None else semua.filter(rantai=rantai)).count()


def verify_rantai(rantai: str, kunci: bytes) -> Iterator[Temuan]:
    """Walk the chain from its first row and compare it with its checkpoints."""
    tambat = {t.urut: t for t in Tambat.objects.filter(rantai=rantai)}
    hash_lalu, urut_lalu = mata.AWAL, 0
    for catatan in Catatan.objects.filter(rantai=rantai).order_by("urut").iterator(chunk_size=2000):
        yield from _verify_row(catatan, hash_lalu, urut_lalu)
        if catatan.urut in tambat:
            yield from _verify_tambat(tambat.pop(catatan.urut), catatan.hash, kunci)
        hash_lalu, urut_lalu = catatan.hash, catatan.urut
    for urut in sorted(tambat):
        if urut > urut_lalu:
            yield Temuan(
                rantai,
                urut,
                "terpotong",
                f"Rantai berakhir di {urut_lalu}, padahal tambat mencatat sampai {urut}.",
            )
        else:
            yield Temuan(rantai, urut, "hilang", f"Catatan {urut} yang pernah ditambat tidak ada lagi.")


def _verify_row(catatan: Catatan, hash_lalu: str, urut_lalu: int) -> Iterator[Temuan]:
    rantai, urut = catatan.rantai, catatan.urut
    if urut != urut_lalu + 1:
        yield Temuan(rantai, urut, "hilang", f"Catatan {urut_lalu + 1} sampai {urut - 1} tidak ada.")
    if catatan.hash_sebelum != hash_lalu:
        yield Temuan(
            rantai, urut, "terputus", f"Catatan {urut} tidak menyambung ke catatan sebelumnya ({urut_lalu})."
        )
    if catatan.hash != mata.compute_hash(catatan.hash_sebelum, mata.content_of(catatan)):
        yield Temuan(rantai, urut, "diubah", f"Isi catatan {urut} tidak cocok dengan hash-nya.")


def _verify_tambat(tambat: Tambat, hash_rantai: str, kunci: bytes) -> Iterator[Temuan]:
    rantai, urut = tambat.rantai, tambat.urut
    tanda = mata.sign(kunci, rantai=rantai, urut=urut, hash=tambat.hash, waktu=tambat.waktu)
    if not hmac.compare_digest(tanda, tambat.tanda):
        yield Temuan(rantai, urut, "tambat_palsu", f"Tanda tambat {urut} tidak sah.")
    elif tambat.hash != hash_rantai:
        yield Temuan(
            rantai, urut, "tambat_beda", f"Rantai ditulis ulang: hash catatan {urut} bukan yang ditambat."
        )


def catatan_of(
    instansi: Any,
    *,
    kata: str = "",
    pelaku: str = "",
    aksi: str = "",
    sejak: date | None = None,
    sampai: date | None = None,
) -> QuerySet[Catatan]:
    """The chain of one instansi, newest first, filtered; both days are included."""
    catatan = Catatan.objects.filter(rantai=str(instansi.uid)).order_by("-urut")
    if kata:
        catatan = catatan.filter(Q(label__icontains=kata) | Q(objek__icontains=kata))
    if pelaku:
        catatan = catatan.filter(pelaku=pelaku)
    if aksi:
        catatan = catatan.filter(aksi__startswith=aksi)
    if sejak:
        catatan = catatan.filter(waktu__date__gte=sejak)
    if sampai:
        catatan = catatan.filter(waktu__date__lte=sampai)
    return catatan


def newest_tambat(rantai: str | None = None) -> Tambat | None:
    """The youngest checkpoint of one chain, or of any."""
    semua = Tambat.objects.all() if rantai is None else Tambat.objects.filter(rantai=rantai)
    return semua.order_by("-waktu").first()


def pelaku_list(instansi: Any) -> list[str]:
    """Everybody who appears in the chain of an instansi."""
    return _distinct(instansi, "pelaku")


def aksi_list(instansi: Any) -> list[str]:
    """Every kind of act in the chain of an instansi."""
    return _distinct(instansi, "aksi")


def _distinct(instansi: Any, bidang: str) -> list[str]:
    nilai = Catatan.objects.filter(rantai=str(instansi.uid)).order_by().values_list(bidang, flat=True)
    return sorted(nilai.distinct())
