"""What the checks of plans and trees read: any number of units in a fixed number of queries."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from sakip.apps.datakinerja.models import DataDasar, IndikatorVersi
from sakip.apps.perencanaan.convert import ButirIndikator, ButirPohon
from sakip.apps.perencanaan.models import (
    Crosscutting,
    Dokumen,
    DukunganSimpul,
    JenisDokumen,
    PaguIndikatif,
    PeranHasil,
    Pohon,
    PohonIndikator,
    PohonSimpul,
    Simpul,
    SimpulIndikator,
    StatusCrosscutting,
    StatusDokumen,
    Target,
)
from sakip.apps.perencanaan.selectors import TINGKAT_PROGRAM, covers
from sakip.platform.organisasi.models import Instansi, UnitVersi
from sakip.platform.organisasi.selectors import garis_pendahulu, unit_versi_pada
from sakip.platform.temuan.model import SasaranTemuan


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
    simpul: Mapping[int, list[Simpul]]
    tautan: Mapping[int, list[int]]
    target: Mapping[int, Mapping[int, Mapping[tuple[int, int | None], Target]]]
    pagu: Mapping[int, Mapping[int, PaguIndikatif]]
    kamus: Mapping[int, IndikatorVersi]
    dasar: Mapping[int, DataDasar]


@dataclass(frozen=True, slots=True)
class BahanPohon:
    """Performance trees with everything on them."""

    pohon: tuple[Pohon, ...]
    simpul: Mapping[int, list[ButirPohon]]
    indikator: Mapping[int, list[ButirIndikator]]
    dukungan: Mapping[int, list[int]]
    lintas: Mapping[int, list[Crosscutting]]
    kamus: Mapping[int, IndikatorVersi]
    kode_rencana: frozenset[str] | None
    berperan: frozenset[int]


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


def read_dokumen(dokumen: Iterable[Dokumen], pada: date) -> BahanDokumen:
    """Everything below some documents in six queries."""
    semua = tuple(dokumen)
    ids = [satu.pk for satu in semua]
    simpul: dict[int, list[Simpul]] = {pk: [] for pk in ids}
    for butir in Simpul.objects.filter(dokumen_id__in=ids).order_by("dokumen_id", "urutan", "id"):
        simpul[butir.dokumen_id].append(butir)
    tautan: dict[int, list[int]] = {}
    baris = SimpulIndikator.objects.filter(simpul__dokumen_id__in=ids).order_by("urutan", "id")
    for simpul_id, indikator_id in baris.values_list("simpul_id", "indikator_id"):
        tautan.setdefault(simpul_id, []).append(indikator_id)
    target: dict[int, dict[int, dict[tuple[int, int | None], Target]]] = {pk: {} for pk in ids}
    for satu in Target.objects.filter(dokumen_id__in=ids):
        target[satu.dokumen_id].setdefault(satu.indikator_id, {})[satu.tahun, satu.triwulan] = satu
    pagu: dict[int, dict[int, PaguIndikatif]] = {}
    for isi in PaguIndikatif.objects.filter(dokumen_id__in=ids):
        pagu.setdefault(isi.simpul_id, {})[isi.tahun] = isi
    dipakai = {i for daftar in tautan.values() for i in daftar} | {i for t in target.values() for i in t}
    return BahanDokumen(
        dokumen=semua,
        simpul=simpul,
        tautan=tautan,
        target=target,
        pagu=pagu,
        kamus=read_kamus(dipakai, pada),
        dasar=_dasar(dipakai),
    )


def read_kamus(indikator_ids: Collection[int], pada: date) -> dict[int, IndikatorVersi]:
    """The wording in force on the day, else the nearest, with the unit of measure; one query."""
    hasil: dict[int, IndikatorVersi] = {}
    baris = IndikatorVersi.objects.filter(indikator_id__in=indikator_ids).select_related(
        "indikator", "satuan"
    )
    for versi in baris.order_by("indikator_id", "berlaku_mulai"):
        if versi.indikator_id not in hasil or versi.berlaku_mulai <= pada:
            hasil[versi.indikator_id] = versi
    return hasil


def _dasar(indikator_ids: Collection[int]) -> dict[int, DataDasar]:
    """The latest baseline of each indicator."""
    baris = DataDasar.objects.filter(indikator_id__in=indikator_ids).order_by("tahun")
    return {satu.indikator_id: satu for satu in baris}


def read_pohon(pohon: Iterable[Pohon], pada: date) -> BahanPohon:
    """Everything on some trees in seven queries."""
    semua = tuple(pohon)
    ids = [satu.pk for satu in semua]
    simpul: dict[int, list[ButirPohon]] = {pk: [] for pk in ids}
    butir = PohonSimpul.objects.filter(pohon_id__in=ids, pensiun_pada__isnull=True)
    kolom = [nama.replace("simpul_", "simpul__") for nama in ButirPohon._fields]
    for baris in butir.order_by("pohon_id", "urutan", "id").values_list(*kolom):
        satu = ButirPohon._make(baris)
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
    lintas: dict[int, list[Crosscutting]] = {}
    hidup = (StatusCrosscutting.DIUSULKAN, StatusCrosscutting.DITERIMA)
    for sisi in Crosscutting.objects.filter(simpul__pohon_id__in=ids, status__in=hidup).select_related(
        "simpul"
    ):
        lintas.setdefault(sisi.simpul.pohon_id, []).append(sisi)
    dipakai = {i.indikator_id for daftar in indikator.values() for i in daftar if i.indikator_id is not None}
    peran = PeranHasil.objects.filter(pohon_simpul__pohon_id__in=ids)
    return BahanPohon(
        pohon=semua,
        simpul=simpul,
        indikator=indikator,
        dukungan=dukungan,
        lintas=lintas,
        kamus=read_kamus(dipakai, pada),
        kode_rencana=_kode_rencana(semua),
        berperan=frozenset(pk for pk in peran.values_list("pohon_simpul_id", flat=True) if pk is not None),
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
    return sasaran.recall("bahan-dokumen", lambda: read_dokumen(semua, sasaran.pada))


def bahan_pohon(sasaran: SasaranTemuan) -> BahanPohon:
    """The performance trees of the units in the year."""
    asal = tuple(organisasi(sasaran).penerus)
    semua = Pohon.objects.filter(unit_id__in=asal, tahun=sasaran.tahun).order_by("unit_id", "nama")
    return sasaran.recall("bahan-pohon", lambda: read_pohon(semua, sasaran.pada))


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
