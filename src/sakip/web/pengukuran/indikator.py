"""One indicator over its whole life: dictionary, history, targets, documents, wordings, evidence."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import nilai_of
from sakip.apps.datakinerja.models import Bukti, DataDasar, Indikator, IndikatorVersi
from sakip.apps.datakinerja.selectors import (
    data_dasar_of,
    indikator_visible_to,
    riwayat_versi,
)
from sakip.apps.pengukuran.bacaan import BarisRiwayat
from sakip.apps.pengukuran.selectors import riwayat_indikator
from sakip.apps.perencanaan.models import Dokumen, Target
from sakip.apps.perencanaan.selectors import dokumen_of_indikator
from sakip.apps.perjanjian.models import PKBaris
from sakip.platform.dasar import today
from sakip.platform.organisasi.selectors import versi_unit
from sakip.web.kalender import kalender_subquery
from sakip.web.komponen.riwayat import Titik
from sakip.web.pembaca import reach_of, reader_of, remember_instansi
from sakip.web.periode import Periode

BUKTI_TERBANYAK = 30
Reach = Collection[int] | None


def _within(unit_id: int, reach: Reach) -> bool:
    return reach is None or unit_id in reach


@dataclass(frozen=True, slots=True)
class RiwayatTampil:
    baris: BarisRiwayat
    periode: Periode
    url: str


@dataclass(frozen=True, slots=True)
class TargetTampil:
    nama: str
    url: str
    jenis: str
    nilai: tuple[tuple[int, Nilai | None], ...]


@require_safe
def indikator(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The page of one indicator; figures of units out of the reader's reach are left out."""
    reach = reach_of(request)
    terlihat = _visible(request, reach).select_related("instansi")
    objek = get_object_or_404(terlihat.annotate(kalender_teks=kalender_subquery("instansi_id")), uid=uid)
    remember_instansi(reader_of(request), objek)
    versi = riwayat_versi(objek)
    kini = _current(versi)
    riwayat = [b for b in riwayat_indikator(indikator=objek) if _within(b.unit.pk, reach)]
    tahunan = [b for b in riwayat if b.triwulan is None]
    terakhir = _last(tahunan)
    dokumen = [(d, s) for d, s in dokumen_of_indikator(objek) if _within(d.unit_id, reach)]
    konteks = {
        "indikator": objek,
        "versi": versi,
        "kini": kini,
        "terakhir": terakhir,
        "url_terakhir": "" if terakhir is None else _tampil(objek, terakhir).url,
        "nama_unit": _unit_name(kini, riwayat),
        "penanggung": _owner(kini),
        "unit_banyak": len({b.unit.pk for b in tahunan}) > 1,
        "titik": build_titik(data_dasar_of(objek), tahunan),
        "riwayat": [_tampil(objek, b) for b in reversed(riwayat)],
        "dokumen": dokumen,
        "target": build_target(objek, dokumen, reach),
        "bukti": _evidence(objek, reach),
        "satuan": "" if kini.satuan is None else str(kini.satuan),
    }
    return render(request, "pengukuran/indikator.html", konteks)


def _visible(request: HttpRequest, reach: Reach) -> QuerySet[Indikator]:
    """As `indikator_visible_to`, without listing every unit for somebody who reads them all."""
    pengguna = reader_of(request)
    if reach is not None or pengguna.instansi_id is None:
        return indikator_visible_to(pengguna)
    return Indikator.objects.filter(instansi_id=pengguna.instansi_id)


def _current(versi: list[IndikatorVersi]) -> IndikatorVersi:
    """The wording of today; for an indicator that has ended or not begun, the nearest."""
    return next((v for v in versi if v.berlaku_mulai <= today()), versi[-1])


def _unit_name(versi: IndikatorVersi, riwayat: Sequence[BarisRiwayat]) -> str:
    """The owner's name: as of its last figure, else as of today."""
    for baris in reversed(riwayat):
        if baris.unit.pk == versi.unit_id:
            return baris.nama_unit
    unit = versi_unit(versi.unit, today())
    return versi.unit.kode if unit is None else unit.nama


def _owner(versi: IndikatorVersi) -> str:
    """The post that answers for it, by its name of today, else as the source prints it."""
    if versi.pj_jabatan is None:
        return versi.pj_teks
    jabatan = versi.pj_jabatan.versi.order_by("-berlaku_mulai").first()
    return versi.pj_teks if jabatan is None else jabatan.nama


def _last(tahunan: list[BarisRiwayat]) -> BarisRiwayat | None:
    terukur = [b for b in tahunan if b.capaian is not None]
    return terukur[-1] if terukur else None


def _tampil(indikator: Indikator, baris: BarisRiwayat) -> RiwayatTampil:
    periode = Periode(baris.tahun, baris.triwulan)
    nama = reverse("pengukuran:mengapa_indikator", args=[baris.unit.uid, indikator.uid])
    return RiwayatTampil(baris, periode, f"{nama}?{periode.kueri}")


def build_titik(dasar: Iterable[DataDasar], tahunan: Iterable[BarisRiwayat]) -> list[Titik]:
    """The points of the chart: baselines first, then each year; a year of several units shows the last."""
    titik = {d.tahun: Titik(str(d.tahun), None, _angka(nilai_of(d))) for d in dasar}
    for b in tahunan:
        titik[b.tahun] = Titik(str(b.tahun), _angka(b.target), _angka(b.realisasi))
    return [titik[t] for t in sorted(titik)]


def _angka(nilai: Nilai | None) -> Decimal | None:
    return None if nilai is None else nilai.angka


def build_target(
    indikator: Indikator, dokumen: Iterable[tuple[Dokumen, object]], reach: Reach
) -> list[TargetTampil]:
    """What each document promises per year: plans first, then agreements; two queries."""
    ada = {d.pk: d for d, _s in dokumen}
    isi: dict[int, dict[int, Nilai]] = {}
    for target in Target.objects.filter(indikator=indikator, triwulan__isnull=True).select_related("dokumen"):
        if _within(target.dokumen.unit_id, reach):
            ada.setdefault(target.dokumen_id, target.dokumen)
            isi.setdefault(target.dokumen_id, {})[target.tahun] = nilai_of(target)
    hasil = [
        TargetTampil(
            nama=ada[pk].nama,
            url=reverse("perencanaan:dokumen", args=[ada[pk].uid]),
            jenis=str(ada[pk].get_status_display()),
            nilai=tuple(sorted(per_tahun.items())),
        )
        for pk, per_tahun in isi.items()
    ]
    baris = PKBaris.objects.filter(indikator=indikator).select_related("perjanjian")
    if reach is not None:
        baris = baris.filter(perjanjian__unit_id__in=reach)
    return hasil + [
        TargetTampil(
            nama=_("PK %(tahun)s versi %(versi)s")
            % {"tahun": b.perjanjian.tahun, "versi": b.perjanjian.versi_ke},
            url=reverse("perjanjian:pk", args=[b.perjanjian.uid]),
            jenis=str(b.perjanjian.get_status_display()),
            nilai=((b.perjanjian.tahun, nilai_of(b) if b.ada_target else None),),
        )
        for b in baris.order_by("perjanjian__tahun", "perjanjian__versi_ke")
    ]


def _evidence(indikator: Indikator, reach: Reach) -> list[Bukti]:
    bukti = Bukti.objects.filter(realisasi_set__realisasi__indikator=indikator).select_related("berkas")
    if reach is not None:
        bukti = bukti.filter(unit_id__in=reach)
    return list(bukti.distinct().order_by("-tanggal_bukti", "-dibuat_pada")[:BUKTI_TERBANYAK])
