"""The national list of development indicators: searched, imported after a look, and taken back."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.datakinerja.nasional import SARAN, imports_of_nasional, last_applied, search_kode_nasional
from sakip.apps.datakinerja.services import import_kode_nasional, preview_kode_nasional, undo_kode_nasional
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import TidakBerwenang, boleh
from sakip.platform.dasar import GalatDomain
from sakip.platform.lembar.baca import Batas
from sakip.platform.lembar.models import Impor
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Pesan
from sakip.platform.organisasi.models import Instansi
from sakip.platform.wewenang import pesan
from sakip.web.kamus.forms import ImporNasionalForm
from sakip.web.kelola.dasar import act_now
from sakip.web.pembaca import instansi_or_404, reader_of

PER_HALAMAN = 50


def _may_keep(request: HttpRequest, instansi: Instansi) -> bool:
    return boleh(reader_of(request), Izin.KELOLA_NOMENKLATUR, instansi=instansi)


def _keeper(request: HttpRequest) -> Instansi:
    instansi = instansi_or_404(request)
    if not _may_keep(request, instansi):
        raise TidakBerwenang(pesan())
    return instansi


@require_http_methods(["GET", "HEAD", "POST"])
def kode_nasional(request: HttpRequest) -> HttpResponse:
    """The list for everybody; a file of it is looked at by who keeps the nomenclature."""
    instansi = instansi_or_404(request)
    form = ImporNasionalForm()
    tak_terpakai: tuple[Pesan, ...] = ()
    if request.method == "POST":
        _keeper(request)
        form = ImporNasionalForm(request.POST, request.FILES)
        hasil = _preview(request, instansi, form)
        if isinstance(hasil, Impor):
            return redirect("kamus:impor_nasional", uid=hasil.uid)
        tak_terpakai = hasil
    q = request.GET.get("q", "")[:100]
    page = Paginator(search_kode_nasional(instansi, q), PER_HALAMAN).get_page(request.GET.get("halaman"))
    boleh_impor = _may_keep(request, instansi)
    konteks = {
        "q": q,
        "page": page,
        "jumlah": page.paginator.count,
        "form": form if boleh_impor else None,
        "tak_terpakai": tak_terpakai,
        "batas": Batas(),
        "terakhir": last_applied(instansi) if boleh_impor else None,
    }
    return render(request, "kamus/nasional.html", konteks)


def _preview(request: HttpRequest, instansi: Instansi, form: ImporNasionalForm) -> Impor | tuple[Pesan, ...]:
    """A stored preview, or why there is none; a refusal beside a field gives no further message."""
    if not form.is_valid():
        return ()
    berkas = form.cleaned_data["berkas"]
    try:
        return preview_kode_nasional(
            instansi=instansi,
            isi=berkas.read(),
            nama=berkas.name,
            sumber=form.cleaned_data["sumber"],
            by=reader_of(request),
        )
    except BerkasTakTerpakai as galat:
        return galat.pesan
    except GalatDomain as galat:
        form.add_error("berkas", str(galat))
    return ()


@require_http_methods(["GET", "HEAD", "POST"])
def impor_nasional(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What a file would do, or did; posting applies it."""
    instansi = _keeper(request)
    impor = get_object_or_404(imports_of_nasional(instansi), uid=uid)
    if request.method == "POST":
        return act_now(
            request,
            lambda: import_kode_nasional(impor=impor, by=reader_of(request)),
            _("Daftar nasional tersimpan."),
            reverse("kamus:impor_nasional", args=[uid]),
        )
    konteks = {"impor": impor, "r": impor.ringkasan, "terakhir": last_applied(instansi)}
    return render(request, "kamus/nasional_impor.html", konteks)


@require_POST
def urungkan_nasional(request: HttpRequest) -> HttpResponse:
    """Take the last import back."""
    instansi = _keeper(request)
    return act_now(
        request,
        lambda: undo_kode_nasional(instansi=instansi, by=reader_of(request)),
        _("Impor terakhir diurungkan."),
        reverse("kamus:kode_nasional"),
    )


@require_safe
def cari_nasional(request: HttpRequest) -> HttpResponse:
    """Suggestions for the field of an entry, as options."""
    instansi = instansi_or_404(request)
    q = request.GET.get("kode_nasional", "")[:100]
    saran = search_kode_nasional(instansi, q)[:SARAN] if q.strip() else []
    return render(request, "kamus/_saran_nasional.html", {"saran": saran})
