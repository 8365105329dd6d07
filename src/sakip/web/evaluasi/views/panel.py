"""The panel across teams: one sub-component of all units side by side, and its values set there."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sakip.apps.evaluasi import policies
from sakip.apps.evaluasi.bacaan import BarisPanel, Panel
from sakip.apps.evaluasi.galat import GalatEvaluasi
from sakip.apps.evaluasi.models import (
    Evaluasi,
    LembarKerja,
    TahapLembar,
    TahapNilai,
)
from sakip.apps.evaluasi.selectors import panel as baca_panel
from sakip.apps.evaluasi.services import save_jawaban
from sakip.platform.dasar import GalatDomain
from sakip.platform.wewenang import TidakBerwenang
from sakip.web.evaluasi.akses import evaluasi_or_404
from sakip.web.evaluasi.kirim import is_htmx, uid_of
from sakip.web.evaluasi.tampilan.lembar import (
    SEMUA_TAHAP,
    NilaiTahap,
    kolom_tahap,
    label_sub,
    stage_grade,
)
from sakip.web.evaluasi.tampilan.rekap import KLASTER
from sakip.web.pembaca import reach_of, reader_of


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """One unit in the panel; the reader may change its value while its sheet is in the panel stage."""

    uid: UUID
    nama: str
    klaster: str
    tahap: tuple[NilaiTahap, ...]
    berlaku: str
    tanda: tuple[str, ...]
    n_terpenuhi: int
    n_kriteria: int
    tahap_teks: str
    boleh_ubah: bool
    versi_ke: int
    isian_nilai: str
    urut: Any
    isian_alasan: str = ""
    galat: str = ""
    tersimpan: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def panel(request: HttpRequest, uid: UUID, kode: str) -> HttpResponse:
    """All units side by side; posting sets the panel's value of one of them, with its reason."""
    _instansi, evaluasi = _readable(request, uid)
    if request.method == "POST":
        return _save(request, evaluasi, kode)
    return _render(request, evaluasi, _read(evaluasi, kode))


def _readable(request: HttpRequest, uid: UUID) -> tuple[Any, Evaluasi]:
    """Values of all units before they are published: for those who read the whole instansi."""
    instansi, evaluasi = evaluasi_or_404(request, uid)
    if reach_of(request) is not None:
        raise TidakBerwenang(_("Panel memperlihatkan nilai semua unit; peran Anda mencakup unit Anda saja."))
    return instansi, evaluasi


def _read(evaluasi: Evaluasi, kode: str) -> Panel:
    try:
        return baca_panel(evaluasi, kode)
    except GalatEvaluasi as galat:
        raise Http404(str(galat)) from galat


def _render(request: HttpRequest, evaluasi: Evaluasi, isi: Panel, *, status: int = 200) -> HttpResponse:
    baris = sorted(
        (_row(request, b) for b in isi.baris), key=lambda b: _order(b, request.GET.get("urut", ""))
    )
    if request.GET.get("urut", "").startswith("-"):
        baris.reverse()
    sub = [s.kode for s in isi.instrumen.sub]
    letak = sub.index(isi.butir.kode) if isi.butir.kode in sub else 0
    n = sum(1 for b in baris if b.tanda)
    konteks = {
        "evaluasi": evaluasi,
        "kode": isi.butir.kode,
        "label_sub": label_sub(isi.butir),
        "nama_sub": isi.butir.nama,
        "bobot": isi.butir.bobot,
        "temuan": ngettext("%(n)s nilai patut dilihat lagi", "%(n)s nilai patut dilihat lagi", n) % {"n": n},
        "daftar_sub": sub,
        "sebelum": sub[letak - 1] if letak > 0 else None,
        "sesudah": sub[letak + 1] if letak + 1 < len(sub) else None,
        "baris": baris,
        "kolom": kolom_tahap(SEMUA_TAHAP),
        "sebaran": isi.sebaran[TahapNilai.AKHIR],
        "aturan_pencilan": isi.aturan_pencilan,
        "pilihan": _grades(isi),
        "ada_ubah": any(b.boleh_ubah for b in baris),
    }
    return render(request, "evaluasi/panel.html", konteks, status=status)


def _order(b: BarisTampil, urut: str) -> Any:
    if urut.removeprefix("-") == "nilai":
        return (b.urut is None, b.urut or 0, b.nama.casefold())
    return b.nama.casefold()


def _grades(isi: Panel) -> list[str]:
    return [] if isi.butir.skala is None else list(isi.instrumen.skala[isi.butir.skala].kode)


def _row(request: HttpRequest, b: BarisPanel) -> BarisTampil:
    berlaku = "" if b.berlaku is None else b.berlaku.nilai
    sendiri = b.jawaban.get(TahapNilai.PANEL)
    return BarisTampil(
        uid=b.lembar.uid,
        nama=b.lembar.unit.kode if b.versi is None else b.versi.nama,
        klaster=str(KLASTER.get(b.lembar.klaster, "")),
        tahap=tuple(stage_grade(b.jawaban, t) for t in kolom_tahap(SEMUA_TAHAP)),
        berlaku=berlaku,
        tanda=b.tanda,
        n_terpenuhi=b.n_terpenuhi,
        n_kriteria=b.n_kriteria,
        tahap_teks=str(b.lembar.get_tahap_display()),
        boleh_ubah=b.lembar.tahap == TahapLembar.PANEL and policies.boleh_nilai(reader_of(request), b.lembar),
        versi_ke=0 if sendiri is None else sendiri.versi_ke,
        isian_nilai=berlaku,
        urut=b.angka,
    )


def _save(request: HttpRequest, evaluasi: Evaluasi, kode: str) -> HttpResponse:
    """One value of the panel. htmx gets the row again, with what happened."""
    lembar = get_object_or_404(
        LembarKerja.objects.select_related("unit", "evaluasi", "instrumen", "instansi"),
        evaluasi=evaluasi,
        uid=uid_of(request.POST.get("lembar")),
    )
    if lembar.tahap != TahapLembar.PANEL or not policies.boleh_nilai(reader_of(request), lembar):
        raise TidakBerwenang(_("Nilai panel lembar ini tidak dapat Anda ubah sekarang."))
    versi = request.POST.get("versi", "")
    galat = ""
    try:
        save_jawaban(
            lembar=lembar,
            kode=kode,
            nilai=request.POST.get("nilai") or None,
            alasan=request.POST.get("alasan", ""),
            versi_diharapkan=int(versi) if versi.isascii() and versi.isdecimal() and len(versi) < 9 else None,
            by=reader_of(request),
        )
    except GalatDomain as error:
        galat = str(error)
    if not is_htmx(request):
        if galat:
            messages.error(request, f"{lembar.unit.kode}: {galat}")
        else:
            messages.success(request, _("Nilai panel tersimpan."))
        return redirect("evaluasi:panel", uid=evaluasi.uid, kode=kode)
    return _row_again(request, evaluasi, lembar, kode, galat)


def _row_again(
    request: HttpRequest, evaluasi: Evaluasi, lembar: LembarKerja, kode: str, galat: str
) -> HttpResponse:
    isi = _read(evaluasi, kode)
    baris = _row(request, next(b for b in isi.baris if b.lembar.pk == lembar.pk))
    if galat:
        baris = replace(
            baris,
            galat=galat,
            isian_nilai=request.POST.get("nilai", ""),
            isian_alasan=request.POST.get("alasan", ""),
        )
    else:
        baris = replace(baris, tersimpan=_("Tersimpan"))
    konteks = {
        "evaluasi": evaluasi,
        "kode": isi.butir.kode,
        "b": baris,
        "pilihan": _grades(isi),
        "ada_ubah": True,
    }
    return render(request, "evaluasi/_panel_baris.html", konteks, status=422 if galat else 200)
