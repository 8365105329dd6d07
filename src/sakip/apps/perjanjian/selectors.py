"""Readings of the agreements, scoped to what a person may see."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from sakip.apps.perjanjian.models import PerjanjianKinerja, PKBaris, StatusPK, TingkatPK
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Instansi, Unit

#: Agreements of an entity as a whole; those of posts below its head do not set the unit's targets.
TINGKAT_ENTITAS = (TingkatPK.PEMDA, TingkatPK.PERANGKAT_DAERAH)


def pk_visible_to(pengguna: Pengguna) -> QuerySet[PerjanjianKinerja]:
    return PerjanjianKinerja.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA)).select_related(
        "unit"
    )


def pk_berlaku(unit: Unit, tahun: int) -> PerjanjianKinerja | None:
    """The agreement of the unit as an entity that is in force; the latest is what a report measures."""
    return (
        PerjanjianKinerja.objects.filter(
            unit=unit, tahun=tahun, status=StatusPK.BERLAKU, tingkat__in=TINGKAT_ENTITAS, jabatan_teks=""
        )
        .order_by("-versi_ke")
        .first()
    )


def baris_berlaku(unit_ids: Collection[int], tahun: int) -> list[PKBaris]:
    """Every promised row in force of several units for a year, in one query."""
    return list(
        PKBaris.objects.filter(
            perjanjian__unit_id__in=unit_ids,
            perjanjian__tahun=tahun,
            perjanjian__status=StatusPK.BERLAKU,
            perjanjian__tingkat__in=TINGKAT_ENTITAS,
            perjanjian__jabatan_teks="",
        )
        .select_related("perjanjian", "sasaran")
        .order_by("perjanjian_id", "urutan", "id")
    )


def riwayat_pk(pk: PerjanjianKinerja) -> list[PerjanjianKinerja]:
    """All versions of one promise, newest first."""
    return list(
        PerjanjianKinerja.objects.filter(
            unit_id=pk.unit_id, tahun=pk.tahun, tingkat=pk.tingkat, jabatan_teks=pk.jabatan_teks
        ).order_by("-versi_ke")
    )


@dataclass(frozen=True, slots=True)
class JanjiUnit:
    """Every agreement of a unit and year: that of the entity in force, its rows, all versions, and those below."""

    berlaku: PerjanjianKinerja | None
    baris: tuple[PKBaris, ...]
    versi: tuple[PerjanjianKinerja, ...]
    bawahan: tuple[PerjanjianKinerja, ...]


def janji_unit(unit: Unit, tahun: int) -> JanjiUnit:
    """In two queries; `versi` begins with the first signed one."""
    semua = list(PerjanjianKinerja.objects.filter(unit=unit, tahun=tahun).order_by("versi_ke", "pk"))
    entitas = [satu for satu in semua if satu.tingkat in TINGKAT_ENTITAS and not satu.jabatan_teks]
    berlaku = next((satu for satu in reversed(entitas) if satu.status == StatusPK.BERLAKU), None)
    baris = () if berlaku is None else berlaku.baris_set.select_related("sasaran", "indikator")
    return JanjiUnit(
        berlaku=berlaku,
        baris=tuple(baris),
        versi=tuple(satu for satu in entitas if satu.status in (StatusPK.BERLAKU, StatusPK.DIGANTI)),
        bawahan=tuple(satu for satu in semua if satu not in entitas),
    )


def pk_berlaku_instansi(instansi: Instansi, tahun: int) -> dict[int, PerjanjianKinerja]:
    """The agreement in force of every entity of an instansi, by unit, in one query."""
    pk = PerjanjianKinerja.objects.filter(
        instansi=instansi, tahun=tahun, status=StatusPK.BERLAKU, tingkat__in=TINGKAT_ENTITAS, jabatan_teks=""
    )
    return {satu.unit_id: satu for satu in pk.order_by("unit_id", "versi_ke")}
