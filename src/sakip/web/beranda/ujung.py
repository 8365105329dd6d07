"""Both ends of the ranking: the indicators furthest behind, and those that improved most."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.capaian import Kategori, Skala
from sakip.apps.datakinerja.convert import nilai_from_json
from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.pengukuran.models import Capaian
from sakip.platform.organisasi.models import Instansi, Unit, UnitVersi
from sakip.web.kalimat import change_direction
from sakip.web.pengukuran.saringan import trend_of
from sakip.web.periode import Periode

BANYAK = 4
TAHUN_TREN = 5
#: (indikator, unit): who is measured by what.
Kunci = tuple[int, int]


@dataclass(frozen=True, slots=True)
class BarisUjung:
    nama: str
    nama_unit: str
    capaian: Decimal
    kategori: Kategori
    perubahan: Decimal | None
    tren: list[Decimal | None]
    tren_label: list[str]
    url: str

    @property
    def arah(self) -> str:
        return change_direction(self.perubahan)

    @property
    def selisih(self) -> Decimal | None:
        return None if self.perubahan is None else abs(self.perubahan)


@dataclass(frozen=True, slots=True)
class _Tahun:
    """A past year of one indicator."""

    tahun: int
    capaian: Decimal | None
    realisasi: Decimal | None


@dataclass(frozen=True, slots=True)
class Ujung:
    tertinggal: list[BarisUjung]
    membaik: list[BarisUjung]

    @property
    def ada_tren(self) -> bool:
        """Whether any row has a line to draw; a column of dashes says nothing."""
        return any(baris.tren for baris in (*self.tertinggal, *self.membaik))


def read_ujung(
    *, instansi: Instansi, periode: Periode, unit: Mapping[int, UnitVersi], skala: Skala, pada: date
) -> Ujung:
    """Three queries: both periods, the names, the past years of the few that are shown."""
    lalu = periode.sebelumnya()
    kini, dulu = _load(instansi, periode, lalu, unit)
    tertinggal = [
        k for k in sorted(kini, key=lambda k: kini[k]) if skala.kategori_for(kini[k]).urutan < _puncak(skala)
    ]
    naik = {k: kini[k] - dulu[k] for k in kini if k in dulu and kini[k] > dulu[k]}
    membaik = sorted(naik, key=lambda k: -naik[k])[:BANYAK]
    dipakai = [*tertinggal[:BANYAK], *membaik]
    nama = versi_pada({k[0] for k in dipakai}, pada)
    tren = _tren(instansi, dipakai, periode)

    def build(k: Kunci) -> BarisUjung:
        nilai, label = _line(tren.get(k, []), kini[k], periode)
        return BarisUjung(
            nama=nama[k[0]].nama,
            nama_unit=unit[k[1]].nama_pendek,
            capaian=kini[k],
            kategori=skala.kategori_for(kini[k]),
            perubahan=kini[k] - dulu[k] if k in dulu else None,
            tren=nilai,
            tren_label=label,
            url=_url(unit[k[1]].unit, nama[k[0]].indikator.uid, periode),
        )

    return Ujung([build(k) for k in tertinggal[:BANYAK]], [build(k) for k in membaik])


def _puncak(skala: Skala) -> int:
    """The best band; nothing in it is behind."""
    return max(k.urutan for k in skala.kategori)


def _url(unit: Unit, indikator_uid: object, periode: Periode) -> str:
    return f"{reverse('pengukuran:mengapa_indikator', args=[unit.uid, indikator_uid])}?{periode.kueri}"


def _load(
    instansi: Instansi, periode: Periode, lalu: Periode, unit: Collection[int]
) -> tuple[dict[Kunci, Decimal], dict[Kunci, Decimal]]:
    baris = Capaian.objects.filter(
        Q(tahun=periode.tahun, triwulan=periode.triwulan) | Q(tahun=lalu.tahun, triwulan=lalu.triwulan),
        instansi=instansi,
        terbatas__isnull=False,
    ).values_list("indikator_id", "unit_id", "tahun", "triwulan", "terbatas")
    kini: dict[Kunci, Decimal] = {}
    dulu: dict[Kunci, Decimal] = {}
    for indikator_id, unit_id, tahun, triwulan, nilai in baris:
        if unit_id in unit and nilai is not None:
            tujuan = kini if (tahun, triwulan) == (periode.tahun, periode.triwulan) else dulu
            tujuan[indikator_id, unit_id] = nilai
    return kini, dulu


def _line(tahun: Sequence[_Tahun], kini: Decimal, periode: Periode) -> tuple[list[Decimal | None], list[str]]:
    """The achievement over the years; where past years had no target, what was realised in them."""
    capaian = trend_of([*(satu.capaian for satu in tahun), kini])
    if capaian:
        return capaian, [*(str(satu.tahun) for satu in tahun), periode.singkat]
    # A quarter's figure is no point on a line of years, so this one ends with the last year.
    realisasi = trend_of([satu.realisasi for satu in tahun])
    return realisasi, [
        _("realisasi %(tahun)s") % {"tahun": satu.tahun} for satu in tahun
    ] if realisasi else []


def _tren(instansi: Instansi, kunci: Collection[Kunci], periode: Periode) -> dict[Kunci, list[_Tahun]]:
    baris = Capaian.objects.filter(
        instansi=instansi,
        indikator_id__in={k[0] for k in kunci},
        tahun__gte=periode.tahun - TAHUN_TREN,
        tahun__lt=periode.tahun,
        triwulan__isnull=True,
    ).order_by("tahun")
    hasil: dict[Kunci, list[_Tahun]] = {}
    for indikator_id, unit_id, tahun, capaian, dipakai in baris.values_list(
        "indikator_id", "unit_id", "tahun", "terbatas", "dipakai"
    ):
        nilai = dipakai.get("nilai")
        realisasi = None if nilai is None else nilai_from_json(nilai).angka
        hasil.setdefault((indikator_id, unit_id), []).append(_Tahun(tahun, capaian, realisasi))
    return hasil
