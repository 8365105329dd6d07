"""The year of one unit, its money, and the whole instansi side by side."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sakip.apps.pengukuran.bacaan import KinerjaUnit
from sakip.apps.pengukuran.selectors import anggaran_unit, kinerja_unit, rekap_instansi, total_anggaran
from sakip.apps.perencanaan.models import JenisSimpul
from sakip.apps.perencanaan.selectors import TINGKAT_HASIL, TINGKAT_PROGRAM
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Unit, UnitVersi
from sakip.platform.organisasi.selectors import penerus, versi_unit
from sakip.web.kalimat import build_cakupan, build_tak_dihitung, build_temuan
from sakip.web.pembaca import as_of, instansi_or_404, reach_of, unit_or_404
from sakip.web.pengukuran.alamat import alamat_unit, url_rata_instansi, url_rata_unit
from sakip.web.pengukuran.saringan import (
    filter_kelompok,
    filter_rekap,
    read_saring_rekap,
    read_saring_unit,
    sort_baris,
)
from sakip.web.pengukuran.sebaran import bar_counts
from sakip.web.pengukuran.tampilan import build_baris_anggaran, build_baris_rekap
from sakip.web.pengukuran.tersedia import tersedia_of
from sakip.web.periode import Periode, PeriodeTersedia, choices_of, read_periode
from sakip.web.saring import build_keping


@dataclass(frozen=True, slots=True)
class Penerus:
    """A unit that continues another from a day on."""

    unit: Unit
    versi: UnitVersi | None
    tanggal: date


TINGKAT = {"sasaran": TINGKAT_HASIL, "program": TINGKAT_PROGRAM}
PER_HALAMAN = 25


def _periode_konteks(periode: Periode, tersedia: PeriodeTersedia) -> dict[str, Any]:
    return {"periode": periode, "tersedia": tersedia, "pilihan_periode": choices_of(periode.tahun)}


@require_safe
def unit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Sasaran, indikator, target, realisasi and capaian of one unit."""
    unit = unit_or_404(request, uid)
    tersedia = tersedia_of(unit)
    periode = read_periode(request.GET, tersedia)
    tampil = request.GET.get("tampil", "")
    tampil = tampil if tampil in TINGKAT else "sasaran"
    kinerja = kinerja_unit(
        unit=unit,
        tahun=periode.tahun,
        triwulan=periode.triwulan,
        pada=as_of(periode.tahun),
        tingkat=TINGKAT[tampil],
    )
    return render(
        request,
        "pengukuran/unit.html",
        {
            **_periode_konteks(periode, tersedia),
            **_tabel_konteks(request, kinerja, periode, tampil),
            "unit": unit,
            "nama": _nama(unit, kinerja),
            "tampil": tampil,
            "url_rata": url_rata_unit(unit, periode, tampil),
            "penerus": read_penerus(unit, kinerja.versi_unit),
        },
    )


def read_penerus(unit: Unit, versi: UnitVersi | None) -> list[Penerus] | None:
    """What a unit that has ended continues as; None while it lives (and nothing is asked)."""
    if versi is None or versi.berlaku_sampai is None or versi.berlaku_sampai > today():
        return None
    return [Penerus(p.ke, versi_unit(p.ke, p.tanggal), p.tanggal) for p in penerus(unit)]


def _nama(unit: Unit, kinerja: KinerjaUnit) -> str:
    return unit.kode if kinerja.versi_unit is None else kinerja.versi_unit.nama


def _tabel_konteks(
    request: HttpRequest, kinerja: KinerjaUnit, periode: Periode, tampil: str
) -> dict[str, Any]:
    form, saring = read_saring_unit(request.GET)
    kelompok = filter_kelompok(kinerja.kelompok, saring, alamat_unit(kinerja.unit, periode, tampil))
    return {
        "kinerja": kinerja,
        "form": form,
        "saring": saring,
        "keping": build_keping(form),
        "kelompok": kelompok,
        "baris_urut": sort_baris(kelompok, saring.urut) if saring.urut else None,
        "n_tampil": sum(len(k.baris) for k in kelompok),
        "sebaran": bar_counts(kinerja.sebaran),
        "cakupan": build_cakupan(n_terukur=kinerja.n_terukur, n_wajib=kinerja.n_wajib),
        "tak_dihitung": build_tak_dihitung(kinerja.sebaran),
        "lebar_grup": 4 if periode.triwulan is not None else 3,
    }


@require_safe
def anggaran(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Pagu, realisasi and absorption of a unit's programmes."""
    unit = unit_or_404(request, uid)
    tersedia = tersedia_of(unit)
    periode = read_periode(request.GET, tersedia)
    baris = anggaran_unit(unit=unit, tahun=periode.tahun, triwulan=periode.triwulan, tingkat=TINGKAT_PROGRAM)
    # Kegiatan and sub kegiatan are parts of their programme: only programmes add up to the unit.
    utama = [b for b in baris if b.jenis in ("", JenisSimpul.PROGRAM)]
    versi = versi_unit(unit, as_of(periode.tahun))
    konteks = {
        **_periode_konteks(periode, tersedia),
        "unit": unit,
        "nama": unit.kode if versi is None else versi.nama,
        "baris": build_baris_anggaran(baris),
        "total": total_anggaran(utama),
        "tampil": "anggaran",
    }
    return render(request, "pengukuran/anggaran.html", konteks)


@require_safe
def instansi(request: HttpRequest) -> HttpResponse:
    """All units within the reader's reach, ranked, with how many of how many indicators are measured."""
    instansi = instansi_or_404(request)
    tersedia = tersedia_of(instansi)
    periode = read_periode(request.GET, tersedia)
    rekap = rekap_instansi(
        instansi=instansi,
        tahun=periode.tahun,
        triwulan=periode.triwulan,
        unit_ids=reach_of(request),
        pada=as_of(periode.tahun),
    )
    form, saring = read_saring_rekap(request.GET)
    cocok = filter_rekap(rekap.units, saring)
    tampil = "ubin" if request.GET.get("tampil") == "ubin" else "tabel"
    konteks = {
        **_periode_konteks(periode, tersedia),
        "rekap": rekap,
        "temuan": build_temuan(
            sebaran=rekap.sebaran, n_terukur=rekap.n_terukur, n_wajib=rekap.n_wajib, periode=periode
        ),
        "form": form,
        "saring": saring,
        "keping": build_keping(form),
        "tampil": tampil,
        "page": Paginator(build_baris_rekap(rekap.units, cocok, periode), PER_HALAMAN).get_page(
            request.GET.get("halaman")
        ),
        "ubin": build_baris_rekap(rekap.units, cocok, periode) if tampil == "ubin" else [],
        "sebaran": bar_counts(rekap.sebaran),
        "url_rata": url_rata_instansi(periode),
        "cakupan": build_cakupan(n_terukur=rekap.n_terukur, n_wajib=rekap.n_wajib),
        "tak_dihitung": build_tak_dihitung(rekap.sebaran),
        "judul_tren": _("Tren rata-rata"),
        "url_kini": reverse("pengukuran:instansi"),
    }
    return render(request, "pengukuran/instansi.html", konteks)
