"""The file of a list: looked at, applied, taken back."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.perencanaan.models import VersiNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur import BENTUK, imports_of
from sakip.apps.perencanaan.services.nomenklatur import undo_butir
from sakip.apps.perencanaan.services.nomenklatur_berkas import apply_nomenklatur, preview_nomenklatur
from sakip.platform.dasar import GalatDomain
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Pesan
from sakip.web.impor.bacaan import group_pesan
from sakip.web.kelola.dasar import act_now
from sakip.web.nomenklatur.akses import keeper_or_403, versi_or_404
from sakip.web.nomenklatur.forms import UnggahForm
from sakip.web.pembaca import instansi_or_404, reader_of

PER_HALAMAN = 25


@require_http_methods(["GET", "HEAD", "POST"])
def unggah(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The form; posting it makes a preview."""
    versi = versi_or_404(request, uid)
    keeper_or_403(request, versi.instansi)
    form = UnggahForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    tak_terpakai: tuple[Pesan, ...] = ()
    if form.is_bound and form.is_valid():
        berkas = form.cleaned_data["berkas"]
        try:
            hasil = preview_nomenklatur(
                versi=versi, isi=berkas.read(), nama=berkas.name, by=reader_of(request)
            )
            return redirect("nomenklatur:impor", uid=hasil.uid)
        except BerkasTakTerpakai as galat:
            tak_terpakai = galat.pesan
        except GalatDomain as galat:
            form.add_error("berkas", str(galat))
    konteks = {
        "versi": versi,
        "form": form,
        "tak_terpakai": tak_terpakai,
        "batas": settings.UPLOAD_MAX_BYTES,
    }
    return render(request, "nomenklatur/unggah.html", konteks)


def _impor_or_404(request: HttpRequest, uid: UUID) -> tuple[Impor, VersiNomenklatur]:
    """An import into a list of the reader's instansi, for who keeps it."""
    instansi = instansi_or_404(request)
    semua = Impor.objects.filter(instansi=instansi, bentuk=BENTUK).select_related("berkas", "oleh")
    impor = get_object_or_404(semua, uid=uid)
    keeper_or_403(request, instansi)
    versi = VersiNomenklatur.objects.filter(instansi=instansi, uid=impor.pilihan.get("versi")).first()
    if versi is None:
        raise Http404(_("Versi nomenklatur tidak ditemukan."))
    versi.instansi = instansi
    return impor, versi


@require_safe
def rinci(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A preview before it is applied, or the report of one that was."""
    impor, versi = _impor_or_404(request, uid)
    r = impor.ringkasan
    baris = group_pesan(r.get("pesan", []))
    terakhir = imports_of(versi).filter(status=StatusImpor.DITERAPKAN).first()
    konteks = {
        "impor": impor,
        "versi": versi,
        "r": r,
        "galat": r.get("galat", 0),
        "ada_perubahan": bool(r["dibuat"] or r["diubah"]),
        "page": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("halaman")),
        "boleh_urung": terakhir is not None and terakhir.pk == impor.pk,
    }
    return render(request, "nomenklatur/impor.html", konteks)


@require_POST
def terapkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Apply a preview; whatever happens, nothing is half-written."""
    impor, versi = _impor_or_404(request, uid)
    try:
        hasil = apply_nomenklatur(impor=impor, versi=versi, by=reader_of(request))
    except (GalatDomain, BerkasTakTerpakai) as galat:
        messages.error(request, str(galat))
        return redirect("nomenklatur:impor", uid=uid)
    teks = _("Nomenklatur dimuat: %(dibuat)s butir dibuat, %(diubah)s diubah.")
    messages.success(request, teks % {"dibuat": hasil.dibuat, "diubah": hasil.diubah})
    return redirect("nomenklatur:versi", uid=versi.uid)


@require_POST
def urungkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take the last import of a list back."""
    versi = versi_or_404(request, uid)
    keeper_or_403(request, versi.instansi)
    return act_now(
        request,
        lambda: undo_butir(versi=versi, by=reader_of(request)),
        _("Impor diurungkan. Daftar kembali seperti sebelumnya."),
        reverse("nomenklatur:versi", args=[uid]),
    )
