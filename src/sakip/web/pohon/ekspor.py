"""A performance tree on paper: which part, how deep, coloured by what, on which sheets."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from sakip.apps.perencanaan.models import Pohon
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import SifatData
from sakip.platform.organisasi.selectors import versi_unit
from sakip.reports.pohon import (
    Bagan,
    KepalaCetak,
    build_bagan,
    draw_svg,
    render_pohon_pdf,
    render_pohon_png,
)
from sakip.web.komponen.angka import format_tanggal
from sakip.web.pohon.akses import pohon_or_404
from sakip.web.pohon.baris import tree_json
from sakip.web.pohon.kanvas import judul_pohon

BENTUK = [("pdf", gettext_lazy("PDF")), ("svg", gettext_lazy("SVG")), ("png", gettext_lazy("PNG"))]
SUSUNAN = [("bagan", gettext_lazy("Bagan")), ("daftar", gettext_lazy("Daftar bersarang, A4 tegak"))]
KERTAS = [
    ("a3", gettext_lazy("A3 mendatar")),
    ("a2", gettext_lazy("A2 mendatar")),
    ("a4", gettext_lazy("A4 mendatar")),
]
BAGI = [
    ("auto", gettext_lazy("Dibagi bila perlu agar terbaca")),
    ("1", gettext_lazy("Satu lembar, berapa pun kecilnya")),
]
WARNA = [
    ("capaian", gettext_lazy("Capaian")),
    ("temuan", gettext_lazy("Temuan")),
    ("unit", gettext_lazy("Unit")),
]
AWAL = {"bentuk": "pdf", "susunan": "bagan", "kertas": "a3", "bagi": "auto", "warna": "capaian"}
JENIS_BERKAS = {"pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"}


class CetakForm(forms.Form):
    """Choices of the print page; each has a default, so that a bare address prints something sensible."""

    bentuk = forms.ChoiceField(label=gettext_lazy("Bentuk"), choices=BENTUK)
    susunan = forms.ChoiceField(label=gettext_lazy("Susunan (PDF)"), choices=SUSUNAN)
    kertas = forms.ChoiceField(label=gettext_lazy("Kertas (PDF)"), choices=KERTAS)
    bagi = forms.ChoiceField(label=gettext_lazy("Lembar (PDF)"), choices=BAGI)
    warna = forms.ChoiceField(label=gettext_lazy("Warna kotak"), choices=WARNA)
    dalam = forms.IntegerField(
        label=gettext_lazy("Paling dalam, tingkat"), required=False, min_value=1, max_value=30
    )
    indikator = forms.BooleanField(label=gettext_lazy("Muat indikator dan target"), required=False)
    akar = forms.UUIDField(widget=forms.HiddenInput, required=False)


@require_safe
def cetak(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The choices, and a small picture of what will be printed."""
    pohon = pohon_or_404(request, uid)
    ekspor = reverse("pohon:ekspor", args=[pohon.uid])
    konteks = {
        "pohon": pohon,
        "nama": _judul(pohon),
        "form": CetakForm(initial={**AWAL, "akar": request.GET.get("akar", "")}),
        "ekspor": ekspor,
        "gambar": f"{ekspor}?bentuk=svg&dalam=3",
        "kanvas": reverse("pohon:kanvas", args=[pohon.uid]),
    }
    return render(request, "pohon/cetak.html", konteks)


@require_safe
def ekspor(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The file itself; a choice that does not exist is refused on the print page."""
    pohon = pohon_or_404(request, uid)
    form = CetakForm({**AWAL, **request.GET.dict()})
    baris = tree_json(request, pohon)["simpul"]
    if form.is_valid() and form.cleaned_data["akar"] and str(form.cleaned_data["akar"]) not in _uids(baris):
        form.add_error(None, _("Kotak awal tidak ada dalam pohon ini."))
    if not form.is_valid():
        konteks = {
            "pohon": pohon,
            "nama": _judul(pohon),
            "form": form,
            "ekspor": request.path,
            "kanvas": reverse("pohon:kanvas", args=[pohon.uid]),
        }
        return render(request, "pohon/cetak.html", konteks, status=400)
    bentuk = _chosen(form, "bentuk")
    tanggapan = HttpResponse(_file(pohon, baris, form), content_type=JENIS_BERKAS[bentuk])
    # A picture is shown on the page as well; only the PDF and PNG are always saved.
    letak = "inline" if bentuk == "svg" and "unduh" not in request.GET else "attachment"
    tanggapan["Content-Disposition"] = f'{letak}; filename="{_filename(pohon, form)}"'
    return tanggapan


def _chosen(form: CetakForm, nama: str) -> str:
    return str(form.cleaned_data[nama])


def _uids(baris: list[dict[str, Any]]) -> set[str]:
    return {satu["uid"] for satu in baris}


def _file(pohon: Pohon, baris: list[dict[str, Any]], form: CetakForm) -> bytes:
    bagan, kepala = _bagan(baris, form), _kepala(pohon)
    indikator = bool(form.cleaned_data["indikator"])
    bentuk = _chosen(form, "bentuk")
    if bentuk == "svg":
        return draw_svg(bagan, kepala, indikator=indikator).encode()
    if bentuk == "png":
        return render_pohon_png(bagan, kepala, indikator=indikator)
    return render_pohon_pdf(
        bagan,
        kepala,
        kertas=_chosen(form, "kertas"),
        satu_lembar=_chosen(form, "bagi") == "1",
        indikator=indikator,
        daftar=_chosen(form, "susunan") == "daftar",
    )


def _bagan(baris: list[dict[str, Any]], form: CetakForm) -> Bagan:
    isi = form.cleaned_data
    return build_bagan(
        baris,
        akar=str(isi["akar"]) if isi["akar"] else None,
        dalam=isi["dalam"],
        warna=_chosen(form, "warna"),  # type: ignore[arg-type]
    )


def _judul(pohon: Pohon) -> str:
    return _("Pohon kinerja %(nama)s") % {"nama": judul_pohon(pohon, _unit(pohon))}


def _unit(pohon: Pohon) -> str:
    versi = versi_unit(pohon.unit, today())
    return versi.nama if versi else pohon.unit.kode


def _kepala(pohon: Pohon) -> KepalaCetak:
    return KepalaCetak(
        judul=_judul(pohon),
        unit=_unit(pohon),
        instansi=pohon.instansi.nama,
        tahun=pohon.tahun,
        tanggal=today(),
        tanggal_teks=format_tanggal(today()),
        contoh=pohon.instansi.sifat_data == SifatData.CONTOH,
    )


def _filename(pohon: Pohon, form: CetakForm) -> str:
    """pohon-dinas-kesehatan-2026-a3.pdf: what it is, whose, which year, which paper."""
    bentuk, kertas = _chosen(form, "bentuk"), ""
    if bentuk == "pdf":
        kertas = "-daftar" if _chosen(form, "susunan") == "daftar" else f"-{_chosen(form, 'kertas')}"
    return f"pohon-{slugify(pohon.tema or _unit(pohon))[:60]}-{pohon.tahun}{kertas}.{bentuk}"
