"""A document's life on the screen: begun, described, stepped, revised, carried over, thrown away."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.models import Dokumen
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import TidakBerwenang
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.wewenang import pesan
from sakip.web.kelola.dasar import HalamanFormulir, data_of, submit
from sakip.web.kelola.forms.pilihan import pilihan_unit
from sakip.web.pembaca import instansi_or_404, reader_of
from sakip.web.rencana import forms
from sakip.web.rencana.akses import dokumen_or_404, editable_or_404

FORM_LANGKAH: dict[str, type[django_forms.Form]] = {
    "ajukan": forms.CatatanForm,
    "tarik": forms.CatatanForm,
    "kembalikan": forms.AlasanForm,
    "verifikasi": forms.CatatanForm,
    "berlakukan": forms.BerlakuForm,
}
LAYANAN: dict[str, Callable[..., Dokumen]] = {
    "ajukan": services.submit_dokumen,
    "tarik": services.withdraw_dokumen,
    "kembalikan": services.return_dokumen,
    "verifikasi": services.verify_dokumen,
    "berlakukan": services.activate_dokumen,
}


def _berhasil(langkah: str) -> str:
    return {
        "ajukan": _("Dokumen diajukan. Perencana instansi memeriksanya."),
        "tarik": _("Dokumen ditarik kembali dan dapat disunting lagi."),
        "kembalikan": _("Dokumen dikembalikan beserta alasannya."),
        "verifikasi": _("Dokumen terverifikasi. Berlakukan setelah ditetapkan."),
        "berlakukan": _("Dokumen berlaku."),
    }[langkah]


def baru(request: HttpRequest) -> HttpResponse:
    """Begin a document: whose, which kind, for which years."""
    instansi = instansi_or_404(request)
    boleh = unit_ids_for(reader_of(request), Izin.SUSUN_RENCANA)
    if not boleh:
        raise TidakBerwenang(pesan())
    unit = [(u, nama) for u, nama in pilihan_unit(instansi, today()) if u.pk in boleh]
    mulai = today().year
    awal: dict[str, Any] = {"tahun_mulai": mulai, "tahun_selesai": mulai + 4}
    if len(unit) == 1:
        awal["unit"] = str(unit[0][0].uid)
    form = forms.DokumenBaruForm(data_of(request), unit=unit, awal=awal)
    halaman = HalamanFormulir(
        judul=_("Susun dokumen baru"),
        kata=_("Mulai menyusun"),
        kembali=reverse("perencanaan:daftar"),
        penjelasan=_(
            "Anda memulai draf kosong. Setelah itu isi pohonnya, tautkan indikator, isi target, lalu ajukan."
        ),
    )
    return _run(
        request,
        halaman,
        form,
        lambda isi: services.create_dokumen(**isi, by=reader_of(request)),
        berhasil=_("Draf dibuat. Mulai dari tingkat paling atas."),
        lanjut=lambda d: reverse("rencana:susun", args=[d.uid]),
    )


def ubah(request: HttpRequest, uid: UUID) -> HttpResponse:
    dokumen = editable_or_404(request, uid)
    form = forms.KeteranganForm(data_of(request), dokumen=dokumen)
    halaman = _halaman(dokumen, _("Ubah keterangan dokumen"), _("Simpan"))
    return _run(
        request,
        halaman,
        form,
        lambda isi: services.update_dokumen(dokumen=dokumen, by=reader_of(request), **isi),
        berhasil=_("Keterangan tersimpan."),
    )


def revisi(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A changed version of the same period."""
    dokumen = editable_or_404(request, uid)
    form = forms.RevisiForm(data_of(request), initial={"nama": f"{dokumen.nama} ({_('perubahan')})"[:300]})
    halaman = _halaman(
        dokumen,
        _("Buat versi perubahan"),
        _("Buat versi perubahan"),
        _(
            "Seluruh isi disalin ke draf baru. Versi yang berlaku tetap berlaku sampai perubahan ini ditetapkan."
        ),
    )
    return _run(
        request,
        halaman,
        form,
        lambda isi: services.revise_dokumen(dokumen=dokumen, by=reader_of(request), **isi),
        berhasil=_("Draf perubahan dibuat."),
        lanjut=lambda d: reverse("rencana:susun", args=[d.uid]),
    )


def salin(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The beginning of another period, with the lineage of this one."""
    dokumen = editable_or_404(request, uid)
    lama = dokumen.tahun_selesai - dokumen.tahun_mulai
    mulai = dokumen.tahun_selesai + 1
    awal = {"nama": dokumen.nama, "tahun_mulai": mulai, "tahun_selesai": mulai + lama}
    form = forms.SalinForm(data_of(request), initial=awal)
    halaman = _halaman(
        dokumen,
        _("Salin ke periode baru"),
        _("Salin"),
        _("Butir dan indikator ikut beserta silsilahnya. Pagu tidak ikut disalin."),
    )
    return _run(
        request,
        halaman,
        form,
        lambda isi: services.carry_over(dokumen=dokumen, by=reader_of(request), **isi),
        berhasil=_("Draf periode baru dibuat."),
        lanjut=lambda d: reverse("rencana:susun", args=[d.uid]),
    )


@require_POST
def langkah(request: HttpRequest, uid: UUID, nama: str) -> HttpResponse:
    """One step of the document's life; a refusal is told on its page."""
    dokumen = dokumen_or_404(request, uid)
    if nama not in LAYANAN:
        raise Http404
    form = FORM_LANGKAH[nama](request.POST)
    if not form.is_valid():
        messages.error(request, _("Belum tercatat: lengkapi isian yang diminta."))
        return redirect("perencanaan:dokumen", uid=uid)
    try:
        LAYANAN[nama](dokumen=dokumen, by=reader_of(request), **form.cleaned_data)
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, _berhasil(nama))
    return redirect("perencanaan:dokumen", uid=uid)


@require_POST
def buang(request: HttpRequest, uid: UUID) -> HttpResponse:
    dokumen = editable_or_404(request, uid)
    try:
        services.discard_dokumen(dokumen=dokumen, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
        return redirect("perencanaan:dokumen", uid=uid)
    messages.success(request, _("Draf dibuang."))
    return redirect("perencanaan:daftar")


def _halaman(dokumen: Dokumen, judul: str, kata: str, penjelasan: str = "") -> HalamanFormulir:
    kembali = reverse("perencanaan:dokumen", args=[dokumen.uid])
    return HalamanFormulir(
        judul=judul, kata=kata, kembali=kembali, remah=((dokumen.nama, kembali),), penjelasan=penjelasan
    )


def _run(
    request: HttpRequest,
    halaman: HalamanFormulir,
    form: django_forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    berhasil: str,
    lanjut: Callable[[Any], str] | None = None,
) -> HttpResponse:
    if request.method == "POST":
        hasil = submit(request, form, act, berhasil)
        if hasil is not None:
            return redirect(lanjut(hasil) if lanjut else halaman.kembali)
    return render(request, "rencana/formulir.html", {"halaman": halaman, "form": form})
