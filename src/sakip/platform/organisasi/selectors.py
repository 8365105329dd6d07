"""Reading the organisation as of a date. Trees are walked by the database with recursive CTEs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from sakip.platform.organisasi.models import (
    Instansi,
    Jabatan,
    JabatanVersi,
    Jadwal,
    Peralihan,
    Unit,
    UnitVersi,
)


def get_instansi(kode: str) -> Instansi:
    """By kode wilayah; raises Instansi.DoesNotExist."""
    return Instansi.objects.get(kode_wilayah=kode)


def unit_of(instansi: Instansi) -> QuerySet[Unit]:
    return Unit.objects.filter(instansi=instansi)


def jabatan_of(instansi: Instansi) -> QuerySet[Jabatan]:
    return Jabatan.objects.filter(instansi=instansi)


def jadwal_of(instansi: Instansi) -> QuerySet[Jadwal]:
    return Jadwal.objects.filter(instansi=instansi)


def get_unit(instansi: Instansi, kode: str) -> Unit:
    """By its code, else by the abbreviation of any of its versions; raises Unit.DoesNotExist."""
    try:
        return unit_of(instansi).get(kode=kode)
    except Unit.DoesNotExist:
        return unit_of(instansi).filter(versi__singkatan__iexact=kode).distinct().get()


def unit_versi_pada(instansi: Instansi, pada: date) -> dict[int, UnitVersi]:
    """The version in force of every unit, by unit key. One query."""
    versi = UnitVersi.objects.pada(pada).filter(instansi=instansi).select_related("unit", "induk")
    return {satu.unit_id: satu for satu in versi.order_by("unit__kode")}


def unit_versi_terakhir(instansi: Instansi, pada: date) -> dict[int, UnitVersi]:
    """The last version begun by `pada` of every unit, ended or not: units that are gone stay reachable."""
    versi = UnitVersi.objects.filter(instansi=instansi, berlaku_mulai__lte=pada)
    urut = versi.select_related("unit", "induk").order_by("unit__kode", "berlaku_mulai")
    return {satu.unit_id: satu for satu in urut}


def versi_unit(unit: Unit, pada: date) -> UnitVersi | None:
    """The version of one unit on a date, else the last one before it, else its first."""
    semua = list(unit.versi.select_related("unit", "induk").order_by("berlaku_mulai"))
    sebelum = [satu for satu in semua if satu.berlaku_mulai <= pada]
    return (sebelum or semua)[-1 if sebelum else 0] if semua else None


_SUBTREE = """
WITH RECURSIVE turunan(unit_id) AS (
    SELECT id FROM organisasi_unit WHERE instansi_id = %s AND id IN ({akar})
    UNION
    SELECT v.unit_id FROM organisasi_unitversi v JOIN turunan t ON v.induk_id = t.unit_id
    WHERE v.berlaku_mulai <= %s AND (v.berlaku_sampai IS NULL OR v.berlaku_sampai > %s)
)
SELECT unit_id FROM turunan
"""
# A person's reach follows the last known place of each unit, and goes back to the units it continues:
# whoever answers for DKUPP answers for the records of DISDAG, which merged into it.
_JANGKAUAN = """
WITH RECURSIVE turunan(akar, unit_id) AS (
    SELECT id, id FROM organisasi_unit WHERE instansi_id = %s AND id IN ({akar})
    UNION
    SELECT t.akar, s.anak FROM turunan t JOIN (
        SELECT v.induk_id AS induk, v.unit_id AS anak FROM organisasi_unitversi v
        WHERE v.induk_id IS NOT NULL AND v.berlaku_mulai <= %s AND NOT EXISTS (
            SELECT 1 FROM organisasi_unitversi w
            WHERE w.unit_id = v.unit_id AND w.berlaku_mulai > v.berlaku_mulai AND w.berlaku_mulai <= %s)
        UNION ALL
        SELECT p.ke_id, p.dari_id FROM organisasi_peralihan p WHERE p.tanggal <= %s
    ) s ON s.induk = t.unit_id
)
SELECT akar, unit_id FROM turunan
"""


def subtree_ids(instansi: Instansi, unit_ids: Collection[int], pada: date) -> set[int]:
    """The given units of this instansi and everything below them on `pada`. One query."""
    akar = list(unit_ids)
    if not akar:
        return set()
    sql = _SUBTREE.format(akar=",".join(["%s"] * len(akar)))
    with connection.cursor() as cursor:
        cursor.execute(sql, [instansi.pk, *akar, pada, pada])
        return {baris[0] for baris in cursor.fetchall()}


def jangkauan_ids(instansi_id: int, unit_ids: Collection[int], pada: date) -> dict[int, set[int]]:
    """For each given unit, every unit within the reach of who answers for it (predecessors included)."""
    akar = list(unit_ids)
    hasil: dict[int, set[int]] = {satu: set() for satu in akar}
    if not akar:
        return hasil
    sql = _JANGKAUAN.format(akar=",".join(["%s"] * len(akar)))
    with connection.cursor() as cursor:
        cursor.execute(sql, [instansi_id, *akar, pada, pada, pada])
        for satu, unit_id in cursor.fetchall():
            hasil[satu].add(unit_id)
    return hasil


_PENDAHULU = """
WITH RECURSIVE asal(akar, unit_id, jarak) AS (
    SELECT id, id, 0 FROM organisasi_unit WHERE instansi_id = %s
    UNION
    SELECT a.akar, p.dari_id, a.jarak + 1 FROM organisasi_peralihan p JOIN asal a ON p.ke_id = a.unit_id
    WHERE p.tanggal <= %s AND a.jarak < 20
)
SELECT akar, unit_id FROM asal ORDER BY akar, jarak, unit_id
"""


def garis_pendahulu(instansi: Instansi, pada: date) -> dict[int, tuple[int, ...]]:
    """For every unit: itself, then the units it continued by `pada`, nearest first. One query."""
    hasil: dict[int, dict[int, None]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_PENDAHULU, [instansi.pk, pada])
        for akar, unit_id in cursor.fetchall():
            hasil.setdefault(akar, {})[unit_id] = None
    return {akar: tuple(garis) for akar, garis in hasil.items()}


@dataclass(frozen=True, slots=True)
class SimpulUnit:
    """One line of the tree: a unit's version, how deep it lies, and what lies under it."""

    versi: UnitVersi
    kedalaman: int
    anak: tuple["SimpulUnit", ...]

    @property
    def unit(self) -> Unit:
        return self.versi.unit


def pohon_unit(instansi: Instansi, pada: date) -> tuple[SimpulUnit, ...]:
    """The tree on `pada`, roots first. A unit whose parent is not in force stands as a root. One query."""
    return build_pohon(unit_versi_pada(instansi, pada))


def build_pohon(versi: dict[int, UnitVersi]) -> tuple[SimpulUnit, ...]:
    """Arrange versions as a tree (their order is kept among siblings)."""
    anak: dict[int | None, list[UnitVersi]] = {}
    for satu in versi.values():
        induk = satu.induk_id if satu.induk_id in versi else None
        anak.setdefault(induk, []).append(satu)

    def build(satu: UnitVersi, kedalaman: int) -> SimpulUnit:
        bawah = tuple(build(dua, kedalaman + 1) for dua in anak.get(satu.unit_id, []))
        return SimpulUnit(satu, kedalaman, bawah)

    return tuple(build(satu, 0) for satu in anak.get(None, []))


def flatten(pohon: Iterable[SimpulUnit]) -> list[SimpulUnit]:
    """The tree as lines, parents before children."""
    baris: list[SimpulUnit] = []
    for simpul in pohon:
        baris += [simpul, *flatten(simpul.anak)]
    return baris


def penerus(unit: Unit) -> list[Peralihan]:
    """What the unit continues as."""
    return list(Peralihan.objects.filter(dari=unit).select_related("ke").order_by("tanggal"))


def pendahulu(unit: Unit) -> list[Peralihan]:
    """What the unit continues."""
    return list(Peralihan.objects.filter(ke=unit).select_related("dari").order_by("tanggal"))


def kepala_unit(unit: Unit, pada: date) -> JabatanVersi | None:
    """The post that heads the unit on `pada`."""
    return JabatanVersi.objects.pada(pada).filter(unit=unit, kepala=True).select_related("jabatan").first()


def jabatan_versi_pada(instansi: Instansi, pada: date) -> QuerySet[JabatanVersi]:
    """The version in force of every post."""
    return (
        JabatanVersi.objects.pada(pada)
        .filter(instansi=instansi)
        .select_related("jabatan", "unit", "atasan")
        .order_by("unit__kode", "-kepala", "jabatan__kode")
    )


def jadwal_tahun(instansi: Instansi, tahun: int) -> list[Jadwal]:
    """The calendar of a performance year, in order of opening."""
    return list(jadwal_of(instansi).filter(tahun=tahun).order_by("buka", "tutup", "id"))


def get_unit_by_uid(instansi: Instansi, uid: UUID | str) -> Unit:
    """Raises Unit.DoesNotExist also for a unit of another instansi."""
    return unit_of(instansi).get(uid=uid)
