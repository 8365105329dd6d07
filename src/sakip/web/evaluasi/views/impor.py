"""A filled LKE workbook: choose it, see sheet by sheet what it would change, apply it, take it back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.evaluasi.impor.selectors import impor_visible_to, last_applied
from sakip.apps.evaluasi.impor.services import apply_impor, may_undo, preview_impor, undo_impor
from sakip.apps.evaluasi.models import Evaluasi
from sakip.platform import wewenang
from sakip.platform.dasar import GalatDomain
from sakip.platform.lembar.models import Impor
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Pesan
from sakip.platform.wewenang import Izin, TidakBerwenang, pesan
from sakip.web.evaluasi.akses import evaluasi_or_404
from sakip.web.evaluasi.forms import ImporForm
from sakip.web.impor.bacaan import group_pesan
from sakip.web.pembaca import reader_of

_PENGISI = (Izin.ISI_MANDIRI, Izin.NILAI_EVALUASI)


def _filler(request: HttpRequest, uid: UUID) -> Evaluasi:
    """The evaluation, for those who fill some sheet; which ones is for the service to check."""
    _instansi, evaluasi = evaluasi_or_404(request, uid)
    if not any(wewenang.boleh(reader_of(request), izin) for izin in _PENGISI):
        raise TidakBerwenang(pesan())
    return evaluasi


@require_http_methods(["GET", "HEAD", "POST"])
def mulai(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The form; posting it makes a preview."""
    evaluasi = _filler(request, uid)
    tak_terpakai: tuple[Pesan, ...] = ()
    form = ImporForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("evaluasi:impor_rinci", uid=uid, impor=_preview(request, evaluasi, form).uid)
        except BerkasTakTerpakai as galat:
            tak_terpakai = galat.pesan
        except GalatDomain as galat:
            form.add_error("berkas", str(galat))
    terakhir = impor_visible_to(reader_of(request)).filter(pilihan__evaluasi=str(evaluasi.uid))
    konteks = {
        "evaluasi": evaluasi,
        "form": form,
        "tak_terpakai": tak_terpakai,
        "terakhir": list(terakhir.exclude(status="pratinjau").order_by("-pada", "-pk")[:5]),
    }
    return render(request, "evaluasi/impor.html", konteks)


def _preview(request: HttpRequest, evaluasi: Evaluasi, form: ImporForm) -> Impor:
    berkas = form.cleaned_data["berkas"]
    hasil = preview_impor(isi=berkas.read(), nama=berkas.name, evaluasi=evaluasi, by=reader_of(request))
    assert hasil.impor is not None
    return hasil.impor


def _impor_or_404(request: HttpRequest, evaluasi: Evaluasi, uid: UUID) -> Impor:
    semua = impor_visible_to(reader_of(request)).filter(pilihan__evaluasi=str(evaluasi.uid))
    return get_object_or_404(semua, uid=uid)


@require_safe
def rinci(request: HttpRequest, uid: UUID, impor: UUID) -> HttpResponse:
    """A preview before it is applied, or the report of one that was."""
    evaluasi = _filler(request, uid)
    objek = _impor_or_404(request, evaluasi, impor)
    r: dict[str, Any] = objek.ringkasan
    terakhir = last_applied(evaluasi)
    konteks = {
        "evaluasi": evaluasi,
        "impor": objek,
        "r": r,
        "ada_perubahan": bool(r.get("dibuat") or r.get("diubah")),
        "pesan_kelompok": group_pesan(r.get("pesan", [])),
        "boleh_urung": terakhir is not None
        and terakhir.pk == objek.pk
        and may_undo(objek, reader_of(request)),
    }
    return render(request, "evaluasi/impor_rinci.html", konteks)


@require_POST
def terapkan(request: HttpRequest, uid: UUID, impor: UUID) -> HttpResponse:
    """Write the answers of a preview; whatever happens, nothing is half-written."""
    evaluasi = _filler(request, uid)
    objek = _impor_or_404(request, evaluasi, impor)
    try:
        hasil = apply_impor(impor=objek, by=reader_of(request))
    except (BerkasTakTerpakai, GalatDomain) as galat:
        messages.error(request, str(galat))
    else:
        if hasil.impor is None:
            messages.info(request, _("Tidak ada yang berubah: isi berkas ini sudah tersimpan."))
        else:
            messages.success(
                request,
                _("Impor diterapkan: %(n)s jawaban tersimpan.") % {"n": hasil.dibuat + hasil.diubah},
            )
    return redirect("evaluasi:impor_rinci", uid=uid, impor=impor)


@require_POST
def urungkan(request: HttpRequest, uid: UUID, impor: UUID) -> HttpResponse:
    """Write again what each answer said before the last import."""
    evaluasi = _filler(request, uid)
    objek = _impor_or_404(request, evaluasi, impor)
    try:
        undo_impor(evaluasi=evaluasi, by=reader_of(request), impor=objek)
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, _("Impor diurungkan. Jawaban kembali seperti sebelumnya."))
    return redirect("evaluasi:impor_rinci", uid=uid, impor=impor)
