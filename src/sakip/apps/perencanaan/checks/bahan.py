"""What the checks of plans and trees read: any number of units in a fixed number of queries."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q

from sakip.apps.datakinerja.models import DataDasar, IndikatorVersi
from sakip.apps.perencanaan.convert import (
    ButirIndikator,
    ButirPohon,
    ButirSimpul,
    ButirTarget,
    TargetIndikator,
    teks_target,
)
from sakip.apps.perencanaan.models import (
    Crosscutting,
    Dokumen,
    DukunganSimpul,
    JenisDokumen,
    PaguIndikatif,
    Pohon,
    PohonIndikator,
    PohonSimpul,
    Simpul,
    SimpulIndikator,
    StatusDokumen,
    Target,
)
from sakip.apps.perencanaan.selectors import TINGKAT_PROGRAM, BaganPohon, covers
from sakip.apps.perencanaan.selectors.pohon import TERBUKA, ButirLintas
from sakip.platform.organisasi.models import Instansi, UnitVersi
from sakip.platform.organisasi.selectors import garis_pendahulu, unit_versi_pada
from sakip.platform.temuan.model import SasaranTemuan

#: indicator -> its version in the dictionary
Kamus = dict[int, IndikatorVersi]


@dataclass(frozen=True, slots=True)
class Organisasi:
    """Who mends what: the units in force, and for every unit that was, the one that continues it."""

    versi: Mapping[int, UnitVersi]
    penerus: Mapping[int, int]

    def nama(self, unit_id: int) -> str:
        versi = self.versi.get(unit_id)
        return "" if versi is None else versi.nama


@dataclass(frozen=True, slots=True)
class BahanDokumen:
    """Plans with everything below them."""

    dokumen: tuple[Dokumen, ...]
    simpul: Mapping[int, list[ButirSimpul]]
    tautan: Mapping[int, list[int]]
    target: Mapping[int, TargetIndikator]
    pagu: Mapping[int, Mapping[int, Decimal]]
    kamus: Mapping[int, IndikatorVersi]
    dasar: Mapping[int, DataDasar]


@dataclass(frozen=True, slots=True)
class BahanPohon:
    """Performance trees with everything on them."""

    pohon: tuple[Pohon, ...]
    simpul: Mapping[int, list[ButirPohon]]
    indikator: Mapping[int, list[ButirIndikator]]
    dukungan: Mapping[int, list[int]]
    lintas: Mapping[int, list[ButirLintas]]
    kamus: Mapping[int, IndikatorVersi]
    kode_rencana: frozenset[str] | None


def organisasi(sasaran: SasaranTemuan) -> Organisasi:
    return sasaran.recall(
        "organisasi", lambda: read_organisasi(sasaran.instansi, sasaran.unit_ids, sasaran.pada)
    )


def read_organisasi(instansi: Instansi, unit_ids: Collection[int], pada: date) -> Organisasi:
    """Two queries. A unit merged into several belongs to the first of them that was asked about."""
    versi = unit_versi_pada(instansi, pada)
    penerus: dict[int, int] = {}
    garis = garis_pendahulu(instansi, pada)
    for unit_id in sorted(unit_ids, key=lambda satu: (satu not in versi, satu)):
        for asal in garis.get(unit_id, (unit_id,)):
            if unit_id in versi or asal == unit_id:
                penerus.setdefault(asal, unit_id)
    return Organisasi(versi, penerus)


def organisasi_satu(instansi: Instansi, unit_id: int, pada: date) -> Organisasi:
    """For something of one unit, which mends it whatever became of the unit. One query."""
    return Organisasi(unit_versi_pada(instansi, pada), {unit_id: unit_id})


def read_dokumen(dokumen: Iterable[Dokumen], pada: date, kamus: Kamus | None = None) -> BahanDokumen:
    """Everything below some documents in six queries."""
    semua = tuple(dokumen)
    ids = [satu.pk for satu in semua]
    simpul: dict[int, list[ButirSimpul]] = {pk: [] for pk in ids}
    susunan = Simpul.objects.filter(dokumen_id__in=ids).order_by("dokumen_id", "urutan", "id")
    for butir in map(ButirSimpul._make, susunan.values_list(*ButirSimpul._fields)):
        simpul[butir.dokumen_id].append(butir)
    tautan: dict[int, list[int]] = {}
    baris = SimpulIndikator.objects.filter(simpul__dokumen_id__in=ids).order_by("urutan", "id")
    for simpul_id, indikator_id in baris.values_list("simpul_id", "indikator_id"):
        tautan.setdefault(simpul_id, []).append(indikator_id)
    target: dict[int, dict[int, dict[tuple[int, int | None], str | None]]] = {pk: {} for pk in ids}
    janji = Target.objects.filter(dokumen_id__in=ids).values_list(*ButirTarget._fields)
    for satu in map(ButirTarget._make, janji):
        isi = target[satu.dokumen_id].setdefault(satu.indikator_id, {})
        isi[satu.tahun, satu.triwulan] = teks_target(satu)
    pagu: dict[int, dict[int, Decimal]] = {}
    batas = PaguIndikatif.objects.filter(dokumen_id__in=ids)
    for simpul_id, tahun, jumlah in batas.values_list("simpul_id", "tahun", "jumlah"):
        pagu.setdefault(simpul_id, {})[tahun] = jumlah
    dipakai = {i for daftar in tautan.values() for i in daftar} | {i for t in target.values() for i in t}
    return BahanDokumen(
        dokumen=semua,
        simpul=simpul,
        tautan=tautan,
        target=target,
        pagu=pagu,
        kamus=read_kamus(dipakai, pada, kamus),
        dasar=_dasar(dipakai),
    )


def read_kamus(
    indikator_ids: Collection[int], pada: date, sudah: Kamus | None = None
) -> dict[int, IndikatorVersi]:
    """The wording in force on the day, else the nearest, with the unit of measure; one query.

    What stands in `sudah` is not read again, and what is read is added to it.
    """
    sudah = {} if sudah is None else sudah
    kurang = set(indikator_ids) - sudah.keys()
    if kurang:
        baris = IndikatorVersi.objects.filter(indikator_id__in=kurang).select_related("indikator", "satuan")
        for versi in baris.order_by("indikator_id", "berlaku_mulai"):
            if versi.indikator_id not in sudah or versi.berlaku_mulai <= pada:
                sudah[versi.indikator_id] = versi
    return {pk: sudah[pk] for pk in indikator_ids if pk in sudah}


def kamus_bersama(sasaran: SasaranTemuan) -> Kamus:
    """What the checks of one run have read of the dictionary so far."""
    return sasaran.recall("kamus", dict)


def _dasar(indikator_ids: Collection[int]) -> dict[int, DataDasar]:
    """The latest baseline of each indicator."""
    baris = DataDasar.objects.filter(indikator_id__in=indikator_ids).order_by("tahun")
    return {satu.indikator_id: satu for satu in baris}


def read_pohon(pohon: Iterable[Pohon], pada: date, kamus: Kamus | None = None) -> BahanPohon:
    """Everything on some trees in six queries."""
    semua = tuple(pohon)
    ids = [satu.pk for satu in semua]
    simpul: dict[int, list[ButirPohon]] = {pk: [] for pk in ids}
    butir = PohonSimpul.objects.filter(pohon_id__in=ids, pensiun_pada__isnull=True)
    kolom = [nama.replace("simpul_", "simpul__") for nama in ButirPohon._fields]
    for baris in butir.order_by("pohon_id", "urutan", "id").values_list(*kolom):
        satu = ButirPohon._make((*baris[:2], str(baris[2]), str(baris[3]), *baris[4:]))
        simpul[satu.pohon_id].append(satu)
    indikator: dict[int, list[ButirIndikator]] = {}
    milik = PohonIndikator.objects.filter(simpul__pohon_id__in=ids).order_by("urutan", "id")
    for isi in map(ButirIndikator._make, milik.values_list(*ButirIndikator._fields)):
        indikator.setdefault(isi.simpul_id, []).append(isi)
    dukungan: dict[int, list[int]] = {}
    for dari, ke in DukunganSimpul.objects.filter(simpul__pohon_id__in=ids).values_list(
        "simpul_id", "mendukung_id"
    ):
        dukungan.setdefault(dari, []).append(ke)
    lintas: dict[int, list[ButirLintas]] = {}
    terbuka = Crosscutting.objects.filter(simpul__pohon_id__in=ids, status__in=TERBUKA).order_by("pk")
    for pohon_id, *sisi in terbuka.values_list("simpul__pohon_id", "simpul_id", "unit_tujuan_id"):
        lintas.setdefault(pohon_id, []).append(ButirLintas._make(sisi))
    return BahanPohon(
        pohon=semua,
        simpul=simpul,
        indikator=indikator,
        dukungan=dukungan,
        lintas=lintas,
        kamus=_kamus_pohon(indikator, pada, kamus),
        kode_rencana=_kode_rencana(semua),
    )


def _kamus_pohon(
    indikator: Mapping[int, Iterable[ButirIndikator]], pada: date, sudah: Kamus | None = None
) -> dict[int, IndikatorVersi]:
    dipakai = {i.indikator_id for daftar in indikator.values() for i in daftar if i.indikator_id is not None}
    return read_kamus(dipakai, pada, sudah)


def bahan_bagan(bagan: BaganPohon, pada: date) -> BahanPohon:
    """What the checks need of a whole tree that a page has read already; two more queries."""
    pohon = bagan.pohon
    indikator = {pk: [ButirIndikator(**satu) for satu in daftar] for pk, daftar in bagan.indikator.items()}
    return BahanPohon(
        pohon=(pohon,),
        simpul={pohon.pk: [_butir(pohon.pk, satu) for satu in bagan.simpul if satu["pensiun_pada"] is None]},
        indikator=indikator,
        dukungan={pk: [ke for ke, _uid in daftar] for pk, daftar in bagan.dukungan.items()},
        lintas={pohon.pk: list(bagan.lintas)},
        kamus=_kamus_pohon(indikator, pada),
        kode_rencana=_kode_rencana([pohon]),
    )


def organisasi_bagan(bagan: BaganPohon, pada: date) -> Organisasi:
    """As `organisasi_satu`, from what is read already."""
    berlaku = {
        pk: satu
        for pk, satu in bagan.versi.items()
        if satu.berlaku_sampai is None or satu.berlaku_sampai > pada
    }
    return Organisasi(berlaku, {bagan.pohon.unit_id: bagan.pohon.unit_id})


def _butir(pohon_id: int, satu: Mapping[str, Any]) -> ButirPohon:
    return ButirPohon(
        pk=satu["id"],
        pohon_id=pohon_id,
        uid=str(satu["uid"]),
        asal=str(satu["asal"]),
        induk_id=satu["induk_id"],
        kode=satu["kode"],
        jenis=satu["jenis"],
        pernyataan=satu["pernyataan"],
        langkah=satu["langkah"],
        pemilik_teks=satu["pemilik_teks"],
        pemilik_unit_id=satu["pemilik_unit_id"],
        pemilik_jabatan_id=satu["pemilik_jabatan_id"],
        simpul_jenis=satu["simpul__jenis"],
        simpul_kode=satu["simpul__kode"],
    )


def _kode_rencana(pohon: Collection[Pohon]) -> frozenset[str] | None:
    """Codes of programmes and below in the plans in force; None while no plan goes that deep."""
    if not pohon:
        return None
    instansi = next(iter(pohon)).instansi_id
    berlaku = Q()
    for tahun in {satu.tahun for satu in pohon}:
        berlaku |= covers(tahun, "dokumen__")
    kode = Simpul.objects.filter(berlaku, instansi_id=instansi, jenis__in=TINGKAT_PROGRAM).exclude(kode="")
    return frozenset(kode.values_list("kode", flat=True)) or None


#: Superseded versions are history: they are read, not mended.
HIDUP = tuple(satu for satu in StatusDokumen if satu is not StatusDokumen.DIGANTI)


def bahan_dokumen(sasaran: SasaranTemuan) -> BahanDokumen:
    """The plans of the units (and of those they continue) that cover the year: in force, or on their way."""
    asal = tuple(organisasi(sasaran).penerus)
    semua = Dokumen.objects.filter(
        unit_id__in=asal,
        status__in=HIDUP,
        tahun_mulai__lte=sasaran.tahun,
        tahun_selesai__gte=sasaran.tahun,
    ).order_by("unit_id", "jenis", "-tahun_mulai", "-versi_ke")
    return sasaran.recall("bahan-dokumen", lambda: read_dokumen(semua, sasaran.pada, kamus_bersama(sasaran)))


def bahan_pohon(sasaran: SasaranTemuan) -> BahanPohon:
    """The performance trees of the units in the year."""
    asal = tuple(organisasi(sasaran).penerus)
    semua = Pohon.objects.filter(unit_id__in=asal, tahun=sasaran.tahun).order_by("unit_id", "nama")
    return sasaran.recall("bahan-pohon", lambda: read_pohon(semua, sasaran.pada, kamus_bersama(sasaran)))


def iku_kamus(sasaran: SasaranTemuan) -> dict[int, list[IndikatorVersi]]:
    """Indicators that the dictionary marks as IKU on the day, by the unit that has to mend; one query."""
    return sasaran.recall("iku-kamus", lambda: _read_iku(sasaran))


def _read_iku(sasaran: SasaranTemuan) -> dict[int, list[IndikatorVersi]]:
    penerus = organisasi(sasaran).penerus
    versi = (
        IndikatorVersi.objects.pada(sasaran.pada)
        .filter(unit_id__in=tuple(penerus), is_iku=True)
        .select_related("indikator__pengganti_dari", "satuan")
        .order_by("indikator__kode")
    )
    hasil: dict[int, list[IndikatorVersi]] = {}
    for satu in versi:
        hasil.setdefault(penerus[satu.unit_id], []).append(satu)
    return hasil


def is_iku_decree(dokumen: Dokumen) -> bool:
    return dokumen.jenis == JenisDokumen.IKU
