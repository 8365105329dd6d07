"""Readings of the dictionary, scoped to what a person may see."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from sakip.apps.datakinerja.models import Bukti, DataDasar, Indikator, IndikatorVersi
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import JabatanVersi


def indikator_visible_to(pengguna: Pengguna) -> QuerySet[Indikator]:
    """Indicators that some version of the dictionary gave to a unit the reader may see."""
    versi = IndikatorVersi.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA))
    return Indikator.objects.filter(pk__in=versi.values("indikator_id"))


def bukti_visible_to(pengguna: Pengguna) -> QuerySet[Bukti]:
    return Bukti.objects.filter(unit_id__in=unit_ids_for(pengguna, Izin.BACA)).select_related(
        "berkas", "unit"
    )


def versi_pada(indikator_ids: Collection[int], pada: date) -> dict[int, IndikatorVersi]:
    """The dictionary entry of each indicator on a day, in one query.

    An indicator that ended keeps its last entry, and one that a document names before its first entry
    gets the first: a figure never stands without its rule.
    """
    hasil: dict[int, IndikatorVersi] = {}
    baris = (
        IndikatorVersi.objects.filter(indikator_id__in=indikator_ids)
        .select_related("indikator", "satuan")
        .order_by("indikator_id", "berlaku_mulai")
    )
    for versi in baris:
        if versi.indikator_id not in hasil or versi.berlaku_mulai <= pada:
            hasil[versi.indikator_id] = versi
    return hasil


def nama_penanggung(versi: Iterable[IndikatorVersi]) -> dict[int, str]:
    """The latest name of every post that answers for one of the entries, by the post's key. One query."""
    ids = {satu.pj_jabatan_id for satu in versi if satu.pj_jabatan_id is not None}
    baris = JabatanVersi.objects.filter(jabatan_id__in=ids).order_by("berlaku_mulai")
    return dict(baris.values_list("jabatan_id", "nama"))


def riwayat_versi(indikator: Indikator) -> list[IndikatorVersi]:
    """Every wording of an indicator, newest first."""
    return list(indikator.versi.select_related("satuan", "unit", "pj_jabatan").order_by("-berlaku_mulai"))


def data_dasar_of(indikator: Indikator) -> list[DataDasar]:
    return list(indikator.data_dasar.order_by("tahun"))


@dataclass(frozen=True, slots=True)
class KamusUnit:
    """The dictionary of a unit on a day, with every wording each of its indicators ever had."""

    berlaku: tuple[IndikatorVersi, ...]
    riwayat: Mapping[int, tuple[IndikatorVersi, ...]]
    dasar: Mapping[int, DataDasar]

    def find(self, indikator_id: int) -> IndikatorVersi | None:
        """The wording in force on the day, else the last one known."""
        for satu in self.berlaku:
            if satu.indikator_id == indikator_id:
                return satu
        riwayat = self.riwayat.get(indikator_id, ())
        return riwayat[-1] if riwayat else None


def kamus_unit(unit_ids: Collection[int], pada: date) -> KamusUnit:
    """Indicators that any of the units ever owned; in force are those it owns on the day. Two queries."""
    milik = IndikatorVersi.objects.filter(unit_id__in=unit_ids).values("indikator_id")
    riwayat: dict[int, list[IndikatorVersi]] = {}
    baris = IndikatorVersi.objects.filter(indikator_id__in=milik)
    for satu in baris.select_related("indikator", "satuan").order_by("indikator__kode", "berlaku_mulai"):
        riwayat.setdefault(satu.indikator_id, []).append(satu)
    berlaku = [
        satu
        for versi in riwayat.values()
        for satu in versi
        if satu.unit_id in unit_ids
        and satu.berlaku_mulai <= pada
        and (satu.berlaku_sampai is None or satu.berlaku_sampai > pada)
    ]
    dasar = DataDasar.objects.filter(indikator_id__in=list(riwayat)).order_by("tahun")
    return KamusUnit(
        berlaku=tuple(berlaku),
        riwayat={kunci: tuple(versi) for kunci, versi in riwayat.items()},
        dasar={satu.indikator_id: satu for satu in dasar},
    )
