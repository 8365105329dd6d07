"""The lists, one list as a tree or as search results, and one entry with what it maps to."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.perencanaan.models import ButirNomenklatur, VersiNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur import (
    anak_butir,
    ancestors_of,
    imports_of,
    search_butir,
    uses_of,
    versi_of,
)
from sakip.apps.perencanaan.services.nomenklatur import create_versi
from sakip.apps.perencanaan.services.nomenklatur_versi import remove_versi, update_versi
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.lembar.models import StatusImpor
from sakip.web.kelola.dasar import HalamanFormulir, submit
from sakip.web.nomenklatur.akses import butir_or_404, keeper_or_403, may_keep, versi_or_404
from sakip.web.nomenklatur.forms import NamaVersiForm, PadananForm, SaringButirForm, VersiForm
from sakip.web.pembaca import instansi_or_404, reader_of
from sakip.web.saring import build_keping

PER_HALAMAN = 50


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Every list, the newest first."""
    instansi = instansi_or_404(request)
    semua = versi_of(instansi).annotate(n_butir=Count("butir_set"))
    konteks = {
        "page": Paginator(semua, PER_HALAMAN).get_page(request.GET.get("halaman")),
        "boleh": may_keep(request, instansi),
        "hari_ini": today(),
    }
    return render(request, "nomenklatur/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """A new list; afterwards its file is asked for."""
    instansi = instansi_or_404(request)
    keeper_or_403(request, instansi)
    form = VersiForm(request.POST if request.method == "POST" else None)

    def act(isi: dict[str, Any]) -> VersiNomenklatur:
        return create_versi(instansi=instansi, by=reader_of(request), **isi)

    hasil = submit(request, form, act, _("Versi dibuat. Unggah daftarnya.")) if form.is_bound else None
    if hasil is None:
        return render(request, "nomenklatur/baru.html", {"form": form})
    return redirect("nomenklatur:unggah", uid=hasil.uid)


@require_safe
def versi(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One list: below one entry (`di`), or what the search finds."""
    objek = versi_or_404(request, uid)
    form = SaringButirForm(request.GET)
    form.is_valid()
    q, jenis = form.cleaned_data.get("q", ""), form.cleaned_data.get("jenis", "")
    mencari = bool(q or jenis)
    di = None
    if request.GET.get("di") and not mencari:
        di = butir_or_404(objek, request.GET["di"])
    baris = search_butir(objek, q, jenis) if mencari else anak_butir(objek, di)
    page = Paginator(baris.annotate(n_anak=Count("anak")), PER_HALAMAN).get_page(request.GET.get("halaman"))
    boleh = may_keep(request, objek.instansi)
    konteks = {
        "versi": objek,
        "sebelum": versi_of(objek.instansi).filter(berlaku_mulai__lt=objek.berlaku_mulai).first(),
        "pemakai": uses_of(objek) if boleh else [],
        "form": form,
        "keping": build_keping(form),
        "mencari": mencari,
        "di": di,
        "atas": ancestors_of(di) if di is not None else [],
        "page": page,
        "ada_isi": bool(page.object_list) or objek.butir_set.exists(),
        "riwayat": imports_of(objek).exclude(status=StatusImpor.PRATINJAU).select_related("oleh")[:5],
        "terakhir": imports_of(objek).filter(status=StatusImpor.DITERAPKAN).first(),
        "boleh": boleh,
    }
    return render(request, "nomenklatur/versi.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Another name, code or decree for a list."""
    objek = versi_or_404(request, uid)
    keeper_or_403(request, objek.instansi)
    form = NamaVersiForm(request.POST if request.method == "POST" else None, versi=objek)

    def act(isi: dict[str, Any]) -> VersiNomenklatur:
        return update_versi(versi=objek, by=reader_of(request), **isi)

    if form.is_bound and submit(request, form, act, _("Perubahan tersimpan.")) is not None:
        return redirect("nomenklatur:versi", uid=uid)
    alamat = reverse("nomenklatur:versi", args=[uid])
    halaman = HalamanFormulir(
        judul=_("Ubah keterangan versi"),
        kata=_("Simpan"),
        kembali=alamat,
        remah=((_("Nomenklatur"), reverse("nomenklatur:daftar")), (objek.nama, alamat)),
    )
    return render(request, "komponen/halaman_formulir.html", {"halaman": halaman, "form": form})


@require_POST
def hapus(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Throw a list away that nothing rests on."""
    objek = versi_or_404(request, uid)
    keeper_or_403(request, objek.instansi)
    try:
        remove_versi(versi=objek, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
        return redirect("nomenklatur:versi", uid=uid)
    messages.success(request, _("%(nama)s dihapus.") % {"nama": objek.nama})
    return redirect("nomenklatur:daftar")


@require_safe
def butir(request: HttpRequest, uid: UUID, kode: str) -> HttpResponse:
    """One entry in both widths of its code, where it stands, and what it was and became."""
    objek = versi_or_404(request, uid)
    return render_butir(request, butir_or_404(objek, kode))


def render_butir(
    request: HttpRequest, satu: ButirNomenklatur, form: PadananForm | None = None
) -> HttpResponse:
    boleh = may_keep(request, satu.instansi)
    sesudah = list(versi_sesudah(satu.versi)) if boleh else []
    konteks = {
        "versi": satu.versi,
        "butir": satu,
        "kode_dua": short_code(satu.kode_baku),
        "atas": ancestors_of(satu),
        "n_anak": satu.anak.count(),
        "penerus": satu.penerus_set.select_related("ke__versi"),
        "pendahulu": satu.pendahulu_set.select_related("dari__versi"),
        "form": form or (PadananForm(sesudah=sesudah) if sesudah else None),
        "boleh": boleh,
    }
    return render(request, "nomenklatur/butir.html", konteks)


def versi_sesudah(satu: VersiNomenklatur) -> Any:
    """The lists an entry of this one can be mapped into."""
    return versi_of(satu.instansi).filter(berlaku_mulai__gte=satu.berlaku_mulai).exclude(pk=satu.pk)


def short_code(baku: str) -> str:
    """A sub kegiatan as lists before 2023 printed it; empty when it has no such form."""
    bagian = baku.split(".")
    if len(bagian) != 6 or not bagian[5].startswith("00"):
        return ""
    return ".".join([*bagian[:5], bagian[5][2:]])
