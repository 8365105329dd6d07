"""One sheet: where it stands, what it scores so far, what is missing, and the steps that lead on."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sakip.apps.evaluasi import policies
from sakip.apps.evaluasi.models import LembarKerja, TahapLembar
from sakip.apps.evaluasi.selectors import lembar_lengkap
from sakip.apps.evaluasi.services import transition_lembar
from sakip.apps.evaluasi.workflow import TRANSISI
from sakip.platform.dasar import GalatDomain
from sakip.web.evaluasi.akses import giliran, lembar_or_404, nama_unit
from sakip.web.evaluasi.forms import AlasanForm, TanggapanForm
from sakip.web.evaluasi.tampilan import lembar as tampilan
from sakip.web.evaluasi.tampilan.tahap import build_tahapan, kecil
from sakip.web.pembaca import reader_of, unit_or_404

#: From here on there is an LHE to look at.
BER_LHE = frozenset(
    {
        TahapLembar.PANEL,
        TahapLembar.DRAF_LHE,
        TahapLembar.TANGGAPAN,
        TahapLembar.REVIU_TEKNIS,
        TahapLembar.REVIU_MUTU,
        TahapLembar.SIAP_TTD,
        TahapLembar.SANGGAH,
        TahapLembar.FINAL,
    }
)
BER_SANGGAH = frozenset({TahapLembar.SANGGAH, TahapLembar.FINAL})


@require_safe
def lembar(request: HttpRequest, uid: UUID) -> HttpResponse:
    """All components with the grades of every stage that the reader may see side by side."""
    objek = lembar_or_404(request, uid)
    return _render(request, objek)


@require_safe
def unit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """From a unit's year to its sheet; to the recap of that year while there is none."""
    objek = unit_or_404(request, uid)
    tahun = request.GET.get("tahun", "")
    milik = LembarKerja.objects.filter(unit=objek).order_by("-evaluasi__tahun")
    if tahun.isascii() and tahun.isdecimal() and len(tahun) == 4:
        milik = milik.filter(evaluasi__tahun=int(tahun))
    satu = milik.first()
    if satu is not None:
        return redirect("evaluasi:lembar", uid=satu.uid)
    messages.info(request, _("Unit ini belum punya lembar kerja evaluasi untuk tahun itu."))
    return redirect("evaluasi:rekap")


def _render(request: HttpRequest, lembar: LembarKerja, *, status: int = 200) -> HttpResponse:
    terlihat = policies.tahap_terlihat(reader_of(request), lembar)
    baca = tampilan.tahap_baca(lembar, None, terlihat)
    isi = lembar_lengkap(lembar, baca, terlihat=terlihat)
    kolom = tampilan.kolom_sampai(lembar, terlihat)
    konteks = frame(request, lembar) | {
        "instrumen": isi.instrumen,
        "skor": tampilan.build_skor(isi.instrumen, isi.hasil.get(baca), baca),
        "kolom": kolom,
        "komponen": tampilan.build_komponen(isi, kolom),
        "kurang": tampilan.build_kurang(isi, baca),
        "langkah_lalu": tampilan.build_langkah_lalu(lembar),
        "boleh_impor": policies.boleh_nilai(reader_of(request), lembar),
    }
    return render(request, "evaluasi/lembar.html", konteks, status=status)


def frame(request: HttpRequest, lembar: LembarKerja) -> dict[str, Any]:
    """What every page of a sheet shows around its own content: stages, tabs, steps."""
    pembaca = reader_of(request)
    terlihat_penuh = policies.tahap_terlihat(pembaca, lembar) == tampilan.SEMUA_TAHAP
    return {
        "lembar": lembar,
        "evaluasi": lembar.evaluasi,
        "nama": nama_unit(lembar),
        "tahapan": build_tahapan(lembar.tahap),
        "ada_lhe": lembar.tahap in BER_LHE and terlihat_penuh,
        "ada_sanggah": lembar.tahap in BER_SANGGAH,
        "giliran": giliran(lembar),
        "langkah": build_langkah(request, lembar),
    }


@dataclass(frozen=True, slots=True)
class LangkahTampil:
    """A step as a button with its question; `form` asks for a reason."""

    label: str
    url: str
    judul: str
    isi: str
    kelas: str
    form: forms.Form | None
    halangan: str = ""


def build_langkah(request: HttpRequest, lembar: LembarKerja) -> list[LangkahTampil]:
    """The steps that the reader may take now; the way on before the way back."""
    nama = policies.langkah_boleh(reader_of(request), lembar)
    hasil = []
    for satu in sorted(nama, key=lambda n: TRANSISI[n].beralasan):
        transisi = TRANSISI[satu]
        hasil.append(
            LangkahTampil(
                label=_(transisi.label),
                url=reverse("evaluasi:langkah", args=[lembar.uid, satu]),
                judul=f"{_(transisi.label)}?",
                isi=_("Lembar pindah dari %(dari)s ke %(ke)s.")
                % {"dari": kecil(str(transisi.dari.label)), "ke": kecil(str(transisi.ke.label))},
                kelas="btn-garis btn-sm" if transisi.beralasan else "btn-primary btn-sm",
                form=_form_of(satu),
            )
        )
    return hasil


def _form_of(langkah: str, data: Any = None) -> forms.Form | None:
    if langkah == "beri_tanggapan":
        return TanggapanForm(data, auto_id=f"{langkah}_%s")
    return AlasanForm(data, auto_id=f"{langkah}_%s") if TRANSISI[langkah].beralasan else None


@require_POST
def langkah(request: HttpRequest, uid: UUID, langkah: str) -> HttpResponse:
    """Take a step; a refusal is told on the sheet, and what was typed is told with it."""
    objek = lembar_or_404(request, uid)
    if langkah not in TRANSISI:
        raise Http404
    alasan = request.POST.get("alasan", "")
    try:
        transition_lembar(lembar=objek, langkah=langkah, alasan=alasan, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, f"{galat} {_quote(alasan)}".strip())
    else:
        messages.success(
            request,
            _("Lembar kini pada tahap %(tahap)s.") % {"tahap": kecil(objek.get_tahap_display())},
        )
    return redirect(_back(request, objek))


def _quote(alasan: str) -> str:
    return _("Tulisan Anda: %(teks)s") % {"teks": alasan.strip()} if alasan.strip() else ""


def _back(request: HttpRequest, lembar: LembarKerja) -> str:
    """The page the button stood on, if it is one of the sheet's; the sheet itself otherwise."""
    asal = request.headers.get("Referer", "")
    dasar = reverse("evaluasi:lembar", args=[lembar.uid])
    if dasar in asal and url_has_allowed_host_and_scheme(asal, {request.get_host()}):
        return asal
    return dasar
