"""Performance trees: who sees them, and what one holds, in a fixed number of queries whatever its size."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.models import (
    Crosscutting,
    DukunganSimpul,
    KomentarPohon,
    Pohon,
    PohonIndikator,
    PohonSimpul,
    StatusCrosscutting,
    Target,
)
from sakip.apps.perencanaan.selectors.dokumen import DOKUMEN_INSTANSI, URUTAN_HASIL, covers
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import JabatanVersi, Unit, UnitVersi
from sakip.platform.organisasi.selectors import unit_versi_terakhir

TERBUKA = (StatusCrosscutting.DIUSULKAN, StatusCrosscutting.DITERIMA)


def hari_pohon(tahun: int) -> date:
    """The day on which units and posts of a tree are looked up: today within its year, else its nearest day."""
    return min(max(today(), date(tahun, 1, 1)), date(tahun, 12, 31))


def pohon_visible_to(pengguna: Pengguna) -> QuerySet[Pohon]:
    """Trees of units within reach, and every tree in which such a unit owns a condition."""
    unit = unit_ids_for(pengguna, Izin.BACA)
    milik = Q(instansi_id=pengguna.instansi_id)
    ikut = PohonSimpul.objects.filter(milik, pemilik_unit_id__in=unit)
    return Pohon.objects.filter(milik, Q(unit_id__in=unit) | Q(pk__in=ikut.values("pohon_id")))


def pohon_kinerja(unit: Unit, tahun: int, pohon: str | None = None) -> list[PohonSimpul]:
    """The conditions of a unit's performance tree with their indicators, in two queries."""
    simpul = PohonSimpul.objects.filter(pohon__unit=unit, pohon__tahun=tahun).prefetch_related(
        "indikator_set"
    )
    if pohon is not None:
        simpul = simpul.filter(pohon__nama=pohon)
    return list(simpul.select_related("pohon", "pemilik_unit", "pemilik_jabatan"))


def pohon_terkait(unit: Unit, tahun: int) -> list[PohonSimpul]:
    """Conditions of the unit's own trees, and of every tree in which it owns a condition. One query."""
    milik = PohonSimpul.objects.filter(pohon__tahun=tahun, pemilik_unit=unit)
    return list(
        PohonSimpul.objects.filter(instansi_id=unit.instansi_id, pohon__tahun=tahun)
        .filter(Q(pohon__unit=unit) | Q(pohon_id__in=milik.values("pohon_id")))
        .select_related("pohon__unit", "pemilik_unit")
    )


BIDANG = (
    "id", "uid", "asal", "induk_id", "kode", "jenis", "pernyataan", "urutan", "langkah", "versi", "pensiun_pada",
    "pemilik_unit_id", "pemilik_jabatan_id", "pemilik_teks", "simpul_id", "simpul__jenis", "simpul__kode",
)  # fmt: skip


class ButirLintas(NamedTuple):
    """An open or accepted need of a condition towards another unit."""

    simpul_id: int
    unit_tujuan_id: int


@dataclass(frozen=True, slots=True)
class BaganPohon:
    """A tree, or a part of it, as plain rows: what a page or an answer shows of every condition.

    Of a whole tree `versi` has the last known version of every unit, and the checks find all their rows here.
    """

    pohon: Pohon
    simpul: tuple[Mapping[str, Any], ...]
    uid: Mapping[int, Any]
    n_anak: Mapping[int, int]
    n_turunan: Mapping[int, int]
    indikator: Mapping[int, list[Mapping[str, Any]]]
    #: condition -> (key, uid) of the further ones it supports
    dukungan: Mapping[int, list[tuple[int, Any]]]
    lintas: Sequence[ButirLintas]
    crosscutting: Mapping[int, int]
    komentar: Mapping[int, int]
    unit: Mapping[int, str]
    jabatan: Mapping[int, str]
    versi: Mapping[int, UnitVersi] = field(default_factory=dict)
    target: Mapping[int, Target] = field(default_factory=dict)
    terpotong: bool = False

    @property
    def utuh(self) -> bool:
        """Whether the whole tree is here."""
        return bool(self.versi) and not self.terpotong


#: How many conditions lie directly below each, and how many in all.
Jumlah = tuple[Mapping[int, int], Mapping[int, int]]


def bagan_pohon(pohon: Pohon, *, akar: int | None = None, dalam: int | None = None) -> BaganPohon:
    """The whole tree, or the branch below `akar` to `dalam` levels. Nine queries at most."""
    if akar is None and dalam is None:
        return _read(pohon, None)
    susun = PohonSimpul.objects.filter(pohon=pohon).order_by("urutan", "id").values_list("id", "induk_id")
    anak: dict[int | None, list[int]] = {}
    for pk, induk in susun:
        anak.setdefault(induk, []).append(pk)
    dipilih, terpotong = _pick(anak, akar, dalam)
    return _read(pohon, dipilih, _count(anak), terpotong=terpotong)


def bagan_simpul(pohon: Pohon, ids: Collection[int]) -> BaganPohon:
    """Some conditions of a tree, for the answer to an edit: the rest of the tree is not read."""
    anak = PohonSimpul.objects.filter(induk_id__in=ids).values_list("induk_id").annotate(n=Count("pk"))
    return _read(
        pohon,
        list(ids),
        (
            {induk: n for induk, n in anak.order_by() if induk is not None},
            {pk: len(turunan_ids(pk)) for pk in ids},
        ),
    )


def _pick(
    anak: Mapping[int | None, list[int]], akar: int | None, dalam: int | None
) -> tuple[list[int], bool]:
    """Level by level from the root of the branch; whether something was left out."""
    tingkat = list(anak.get(None, [])) if akar is None else [akar]
    dipilih: list[int] = []
    sisa = dalam
    while tingkat and (sisa is None or sisa > 0):
        dipilih += tingkat
        tingkat = [satu for induk in tingkat for satu in anak.get(induk, [])]
        sisa = None if sisa is None else sisa - 1
    return dipilih, bool(tingkat)


def _count_turunan(anak: Mapping[int | None, list[int]]) -> dict[int, int]:
    """How many conditions lie below each, walking from the leaves up without recursion."""
    urut: list[int] = list(anak.get(None, []))
    for satu in urut:
        urut.extend(anak.get(satu, ()))
    jumlah: dict[int, int] = {}
    for satu in reversed(urut):
        bawah = anak.get(satu)
        if bawah:
            jumlah[satu] = sum(1 + jumlah.get(dua, 0) for dua in bawah)
    return jumlah


def _count(anak: Mapping[int | None, list[int]]) -> Jumlah:
    return {k: len(v) for k, v in anak.items() if k is not None}, _count_turunan(anak)


def _read(
    pohon: Pohon, ids: Collection[int] | None, jumlah: Jumlah | None = None, *, terpotong: bool = False
) -> BaganPohon:
    """The conditions of the given keys, or all; `jumlah` is worked out from the rows when it is not given."""
    milik = Q(simpul__pohon=pohon) if ids is None else Q(simpul_id__in=ids)
    semua = PohonSimpul.objects.filter(pohon=pohon) if ids is None else PohonSimpul.objects.filter(pk__in=ids)
    simpul = tuple(semua.order_by("urutan", "id").values(*BIDANG))
    uid = {satu["id"]: satu["uid"] for satu in simpul}
    if jumlah is None:
        anak: dict[int | None, list[int]] = {}
        for satu in simpul:
            anak.setdefault(satu["induk_id"], []).append(satu["id"])
        jumlah = _count(anak)
    kurang = {satu["induk_id"] for satu in simpul if satu["induk_id"] is not None} - uid.keys()
    if kurang:
        uid.update(PohonSimpul.objects.filter(pk__in=kurang).values_list("pk", "uid"))
    indikator: dict[int, list[Mapping[str, Any]]] = {}
    isi = PohonIndikator.objects.filter(milik).order_by("urutan", "id")
    for baris in isi.values("simpul_id", "indikator_id", "kode", "nama", "satuan_teks", "target_teks"):
        indikator.setdefault(baris["simpul_id"], []).append(baris)
    dukungan: dict[int, list[tuple[int, Any]]] = {}
    didukung = DukunganSimpul.objects.filter(milik).order_by("id")
    for dari, ke, ke_uid in didukung.values_list("simpul_id", "mendukung_id", "mendukung__uid"):
        dukungan.setdefault(dari, []).append((ke, ke_uid))
    lintas, crosscutting = _read_lintas(pohon, ids, uid)
    hari = hari_pohon(pohon.tahun)
    versi = unit_versi_terakhir(pohon.instansi, hari) if ids is None else {}
    return BaganPohon(
        pohon=pohon,
        simpul=simpul,
        uid=uid,
        n_anak=jumlah[0],
        n_turunan=jumlah[1],
        indikator=indikator,
        dukungan=dukungan,
        lintas=lintas,
        crosscutting=crosscutting,
        komentar=_per_simpul(
            KomentarPohon.objects.filter(milik, selesai_pada__isnull=True).values_list("simpul_id")
        ),
        unit={pk: v.nama_pendek for pk, v in versi.items()}
        or _nama_unit(pohon, {s["pemilik_unit_id"] for s in simpul} - {None}),
        jabatan=_nama_jabatan(pohon, {s["pemilik_jabatan_id"] for s in simpul} - {None}),
        versi=versi,
        target=target_pohon(pohon, ids) if indikator else {},
        terpotong=terpotong,
    )


def _per_simpul(semua: Any) -> dict[int, int]:
    return dict(semua.order_by().annotate(n=Count("pk")))


def _read_lintas(
    pohon: Pohon, ids: Collection[int] | None, milik_sini: Collection[int]
) -> tuple[list[ButirLintas], dict[int, int]]:
    """What the conditions ask of other units; and how many needs, open or accepted, each asks or serves."""
    terbuka = Crosscutting.objects.filter(status__in=TERBUKA)
    milik = (
        Q(simpul__pohon=pohon) | Q(simpul_tujuan__pohon=pohon)
        if ids is None
        else Q(simpul_id__in=ids) | Q(simpul_tujuan_id__in=ids)
    )
    minta: list[ButirLintas] = []
    jumlah: dict[int, int] = {}
    baris = (
        terbuka.filter(milik).order_by("pk").values_list("simpul_id", "simpul_tujuan_id", "unit_tujuan_id")
    )
    for dari, ke, unit_tujuan in baris:
        if dari in milik_sini:
            minta.append(ButirLintas(dari, unit_tujuan))
        for satu in (dari, ke):
            if satu is not None:
                jumlah[satu] = jumlah.get(satu, 0) + 1
    return minta, jumlah


def _nama_unit(pohon: Pohon, ids: Collection[int]) -> dict[int, str]:
    """Short names of units on the tree's day, the last one known when a unit has ended."""
    if not ids:
        return {}
    versi = UnitVersi.objects.filter(unit_id__in=ids, berlaku_mulai__lte=hari_pohon(pohon.tahun))
    return {
        unit_id: singkatan or nama
        for unit_id, singkatan, nama in versi.order_by("berlaku_mulai").values_list(
            "unit_id", "singkatan", "nama"
        )
    }


def _nama_jabatan(pohon: Pohon, ids: Collection[int]) -> dict[int, str]:
    if not ids:
        return {}
    versi = JabatanVersi.objects.filter(jabatan_id__in=ids, berlaku_mulai__lte=hari_pohon(pohon.tahun))
    return dict(versi.order_by("berlaku_mulai").values_list("jabatan_id", "nama"))


def target_pohon(pohon: Pohon, ids: Collection[int] | None = None) -> dict[int, Target]:
    """What the plans in force promise for the tree's year, per linked indicator. One query.

    Of several plans the unit's own five-year plan goes first, as everywhere (URUTAN_HASIL).
    """
    milik = PohonIndikator.objects.filter(
        **({"simpul__pohon": pohon} if ids is None else {"simpul_id__in": ids}), indikator__isnull=False
    )
    semua = Target.objects.filter(
        covers(pohon.tahun, "dokumen__"),
        instansi_id=pohon.instansi_id,
        tahun=pohon.tahun,
        triwulan__isnull=True,
        indikator_id__in=milik.values("indikator_id"),
    ).select_related("dokumen")
    pangkat: dict[str, int] = {jenis: urut for urut, jenis in enumerate(URUTAN_HASIL)}
    hasil: dict[int, Target] = {}
    for satu in sorted(
        semua,
        key=lambda t: (t.dokumen.jenis in DOKUMEN_INSTANSI, pangkat.get(t.dokumen.jenis, 9), -t.dokumen_id),
        reverse=True,
    ):
        hasil[satu.indikator_id] = satu
    return hasil


_TURUNAN = """
WITH RECURSIVE turunan(id) AS (
    SELECT id FROM perencanaan_pohonsimpul WHERE induk_id = %s
    UNION
    SELECT s.id FROM perencanaan_pohonsimpul s JOIN turunan t ON s.induk_id = t.id
)
SELECT id FROM turunan
"""
_LELUHUR = """
WITH RECURSIVE leluhur(id, induk_id, jarak) AS (
    SELECT id, induk_id, 0 FROM perencanaan_pohonsimpul WHERE id = %s
    UNION
    SELECT s.id, s.induk_id, l.jarak + 1 FROM perencanaan_pohonsimpul s JOIN leluhur l ON s.id = l.induk_id
    WHERE l.jarak < 500
)
SELECT id FROM leluhur WHERE jarak > 0 ORDER BY jarak
"""


def _ids(sql: str, pk: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [pk])
        return [baris[0] for baris in cursor.fetchall()]


def turunan_ids(pk: int) -> list[int]:
    """Everything below a condition. One query."""
    return _ids(_TURUNAN, pk)


def leluhur_ids(pk: int) -> list[int]:
    """The chain of main parents of a condition, nearest first. One query."""
    return _ids(_LELUHUR, pk)


def saudara(pohon: Pohon, induk_id: int | None) -> list[PohonSimpul]:
    """The conditions below one parent, in their order."""
    return list(PohonSimpul.objects.filter(pohon=pohon, induk_id=induk_id).order_by("urutan", "id"))


def kode_berikut(pohon: Pohon, induk: PohonSimpul | None, dipakai: Iterable[str] | None = None) -> str:
    """The next free code below a parent: its code and the next number."""
    depan = f"{induk.kode}." if induk is not None else ""
    ada = set(
        PohonSimpul.objects.filter(pohon=pohon, kode__startswith=depan).values_list("kode", flat=True)
        if dipakai is None
        else dipakai
    )
    nomor = 1 + max((int(sisa) for kode in ada if (sisa := kode[len(depan) :]).isdecimal()), default=0)
    while f"{depan}{nomor}" in ada:
        nomor += 1
    return f"{depan}{nomor}"


def sebab_tetap(simpul: PohonSimpul) -> str:
    """Why a condition without children cannot be deleted; empty when nothing rests on it.

    Results belong to an app above this one and are asked through their relation.
    """
    indikator = PohonIndikator.objects.filter(simpul=simpul)
    if indikator.filter(indikator__realisasi_set__tahun=simpul.pohon.tahun).exists():
        return _("indikatornya sudah punya realisasi")
    if simpul.peran_hasil_set.exists():
        return _("matriks peran hasil memakainya")
    if Crosscutting.objects.filter(Q(simpul=simpul) | Q(simpul_tujuan=simpul)).exists():
        return _("ada crosscutting padanya")
    if KomentarPohon.objects.filter(simpul=simpul).exists():
        return _("ada komentar padanya")
    return ""
