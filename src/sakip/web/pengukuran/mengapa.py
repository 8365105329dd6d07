"""Mengapa? What stands behind a number. A drawer where htmx asks, a page of its own otherwise."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.pengukuran.bacaan import KelompokSasaran, KinerjaUnit, Penjelasan
from sakip.apps.pengukuran.models import Realisasi
from sakip.apps.pengukuran.selectors import (
    jelaskan_periode,
    kinerja_unit,
    rekap_instansi,
)
from sakip.platform.organisasi.models import Unit
from sakip.web.laci import render_laci
from sakip.web.pembaca import as_of, instansi_or_404, owned_or_404, reach_of, unit_or_404
from sakip.web.pengukuran.rata import Rata, build_rata_instansi, build_rata_kelompok, build_rata_unit
from sakip.web.pengukuran.tersedia import tersedia_of
from sakip.web.pengukuran.views import TINGKAT
from sakip.web.periode import Periode, read_periode


@require_safe
def realisasi(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The achievement of one slot."""
    slot = owned_or_404(request, Realisasi.objects.select_related("indikator"), uid)
    return _angka(request, slot.indikator, slot.unit, Periode(slot.tahun, slot.triwulan))


@require_safe
def indikator(request: HttpRequest, uid: UUID, indikator: UUID) -> HttpResponse:
    """The achievement of an indicator in a period, also of a year that its quarters make."""
    unit = unit_or_404(request, uid)
    objek = get_object_or_404(Indikator, instansi=unit.instansi_id, uid=indikator)
    periode = read_periode(request.GET, tersedia_of(unit))
    return _angka(request, objek, unit, periode)


def _angka(request: HttpRequest, indikator: Indikator, unit: Unit, periode: Periode) -> HttpResponse:
    p = jelaskan_periode(indikator=indikator, unit=unit, tahun=periode.tahun, triwulan=periode.triwulan)
    konteks = {
        "p": p,
        "periode": periode,
        "judul": _title(p),
        "rumus": p.hasil.langkah,
        "url_penuh": request.get_full_path(),
        "url_kembali": f"{reverse('pengukuran:unit', args=[unit.uid])}?{periode.kueri}",
        "nama_kembali": p.nama_unit,
        "salin": _copy_text(p, periode),
    }
    return render_laci(request, "pengukuran/_mengapa.html", "pengukuran/mengapa.html", konteks)


def _title(p: Penjelasan) -> str:
    if p.hasil.cetak is None:
        return _("Mengapa belum ada capaian?")
    angka = f"{p.hasil.cetak:f}".replace(".", ",")
    return _("Mengapa %(angka)s%%?") % {"angka": angka}


def _copy_text(p: Penjelasan, periode: Periode) -> str:
    """The whole explanation as plain text, for a letter or a chat."""
    baris = [f"{p.versi_indikator.nama}, {p.nama_unit}, {periode.label}.", str(p.hasil)]
    if p.target is not None:
        baris.append(_("Target dari %(dokumen)s.") % {"dokumen": p.target.nama_dokumen or p.target.sumber})
    if p.terakhir is not None and p.terakhir.sumber:
        baris.append(_("Sumber realisasi: %(sumber)s.") % {"sumber": p.terakhir.sumber})
    baris.append(_("Skala: %(skala)s.") % {"skala": p.pedoman.skala.nama})
    return "\n".join(baris)


@require_safe
def unit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The mean of a unit: its sasaran, what is left out, n of n."""
    periode, tampil, kinerja = _kinerja(request, uid)
    return _rata(request, build_rata_unit(kinerja, periode, tampil), periode)


@require_safe
def sasaran(request: HttpRequest, uid: UUID, simpul: UUID) -> HttpResponse:
    """The mean of one sasaran: its indicators, what is left out, n of n."""
    periode, tampil, kinerja = _kinerja(request, uid)
    kelompok = _find(kinerja, simpul)
    return _rata(request, build_rata_kelompok(kinerja, kelompok, periode, tampil), periode)


def _kinerja(request: HttpRequest, uid: UUID) -> tuple[Periode, str, KinerjaUnit]:
    unit = unit_or_404(request, uid)
    periode = read_periode(request.GET, tersedia_of(unit))
    tampil = request.GET.get("tampil", "")
    tampil = tampil if tampil in TINGKAT else "sasaran"
    kinerja = kinerja_unit(
        unit=unit,
        tahun=periode.tahun,
        triwulan=periode.triwulan,
        pada=as_of(periode.tahun),
        tingkat=TINGKAT[tampil],
    )
    return periode, tampil, kinerja


def _find(kinerja: KinerjaUnit, simpul: UUID) -> KelompokSasaran:
    for kelompok in kinerja.kelompok:
        if kelompok.simpul is not None and kelompok.simpul.uid == simpul:
            return kelompok
    raise Http404(_("Sasaran tidak ditemukan pada unit dan periode ini."))


@require_safe
def instansi(request: HttpRequest) -> HttpResponse:
    """The mean of the units within the reader's reach."""
    instansi = instansi_or_404(request)
    periode = read_periode(request.GET, tersedia_of(instansi))
    rekap = rekap_instansi(
        instansi=instansi,
        tahun=periode.tahun,
        triwulan=periode.triwulan,
        unit_ids=reach_of(request),
        pada=as_of(periode.tahun),
    )
    return _rata(request, build_rata_instansi(rekap, periode), periode)


def _rata(request: HttpRequest, rata: Rata, periode: Periode) -> HttpResponse:
    konteks: dict[str, Any] = {"r": rata, "periode": periode, "url_penuh": request.get_full_path()}
    return render_laci(request, "pengukuran/_mengapa_rata.html", "pengukuran/mengapa_rata.html", konteks)
