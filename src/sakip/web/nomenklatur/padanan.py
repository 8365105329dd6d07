"""Mapping: what pairs by itself, the rest one by one, and taking a mapping away."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sakip.apps.perencanaan.models import PadananNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur import find_butir
from sakip.apps.perencanaan.selectors.nomenklatur_banding import suggest, unmapped
from sakip.apps.perencanaan.services.nomenklatur_padanan import add_padanan, match_versi, remove_padanan
from sakip.platform.dasar import GalatDomain
from sakip.web.kelola.dasar import act_now, submit
from sakip.web.nomenklatur.akses import butir_or_404, keeper_or_403, pair_or_404, versi_or_404
from sakip.web.nomenklatur.forms import PadananForm, SaringTinjauForm
from sakip.web.nomenklatur.views import render_butir, versi_sesudah
from sakip.web.pembaca import instansi_or_404, reader_of
from sakip.web.saring import build_keping

PER_HALAMAN = 25


@require_safe
def tinjau(request: HttpRequest, dari: UUID, ke: UUID) -> HttpResponse:
    """Entries without a mapping, each beside the one of the newer list whose name is most alike."""
    lama, baru = pair_or_404(request, dari, ke)
    keeper_or_403(request, lama.instansi)
    if lama.berlaku_mulai > baru.berlaku_mulai:
        raise Http404(_("Padanan menghubungkan versi lama dengan versi yang berlaku sesudahnya."))
    form = SaringTinjauForm(request.GET)
    form.is_valid()
    sisa = unmapped(lama, baru, form.cleaned_data.get("jenis", ""))
    page = Paginator(sisa, PER_HALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "lama": lama,
        "baru": baru,
        "form": form,
        "keping": build_keping(form),
        "page": page,
        "baris": suggest(list(page.object_list), lama, baru),
        "kembali": request.get_full_path(),
    }
    return render(request, "nomenklatur/tinjau.html", konteks)


@require_POST
def otomatis(request: HttpRequest, dari: UUID, ke: UUID) -> HttpResponse:
    """Map what is plain; what is left is shown for review."""
    lama, baru = pair_or_404(request, dari, ke)
    keeper_or_403(request, lama.instansi)
    try:
        hasil = match_versi(dari=lama, ke=baru, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
        return redirect("nomenklatur:banding", dari=dari, ke=ke)
    teks = _("%(kode)s butir berkode sama dan %(nama)s bernama sama dipadankan, %(sisa)s perlu ditinjau.")
    isi = {"kode": hasil.kode_sama, "nama": hasil.nama_sama, "sisa": len(hasil.sisa)}
    messages.success(request, teks % isi)
    return redirect("nomenklatur:tinjau", dari=dari, ke=ke)


@require_POST
def tambah(request: HttpRequest, uid: UUID, kode: str) -> HttpResponse:
    """Map one entry to one of a later list, from its page or from the review."""
    versi = versi_or_404(request, uid)
    satu = butir_or_404(versi, kode)
    keeper_or_403(request, versi.instansi)
    form = PadananForm(request.POST, sesudah=list(versi_sesudah(versi)))
    kembali = _back(request, reverse("nomenklatur:butir", args=[uid, satu.kode_baku]))
    if not form.is_valid():
        return render_butir(request, satu, form)
    ke = find_butir(form.cleaned_data["versi"], form.cleaned_data["kode"])
    if ke is None:
        form.add_error("kode", _("Kode ini tidak ada di versi yang dipilih."))
        return render_butir(request, satu, form)
    ke.versi = form.cleaned_data["versi"]
    hasil = submit(
        request,
        form,
        lambda isi: add_padanan(dari=satu, ke=ke, by=reader_of(request), keterangan=isi["keterangan"]),
        _("Padanan tersimpan."),
    )
    return render_butir(request, satu, form) if hasil is None else redirect(kembali)


@require_POST
def hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one mapping away."""
    instansi = instansi_or_404(request)
    semua = PadananNomenklatur.objects.select_related("dari__versi", "dari__instansi", "ke__versi")
    padanan = get_object_or_404(semua, pk=pk, instansi=instansi)
    keeper_or_403(request, instansi)
    baku = reverse("nomenklatur:butir", args=[padanan.dari.versi.uid, padanan.dari.kode_baku])
    return act_now(
        request,
        lambda: remove_padanan(padanan=padanan, by=reader_of(request)),
        _("Padanan dihapus."),
        _back(request, baku),
    )


def _back(request: HttpRequest, baku: str) -> str:
    """Where the reader came from; only an address of this site."""
    tujuan = request.POST.get("kembali", "")
    if tujuan.startswith("/") and url_has_allowed_host_and_scheme(tujuan, allowed_hosts=None):
        return tujuan
    return baku
