"""Evaluation teams: their assignment letter, members with roles, and the sheets given to them."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from sakip.apps.evaluasi.models import TimEvaluasi
from sakip.apps.evaluasi.services import assign_tim, create_tim, set_anggota
from sakip.platform.access.peran import PERAN_INSTANSI
from sakip.platform.access.selectors import peran_of
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.organisasi.models import Instansi
from sakip.platform.wewenang import Izin
from sakip.web.evaluasi.akses import kelola_or_403
from sakip.web.evaluasi.forms import AnggotaForm, TimForm
from sakip.web.evaluasi.kirim import act_or_tell, run_form, uid_of
from sakip.web.evaluasi.tampilan.atur import urut_peran
from sakip.web.kelola.dasar import HalamanFormulir, data_of
from sakip.web.pembaca import reader_of

BARIS_KOSONG = 3


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest, uid: UUID) -> HttpResponse:
    _instansi, evaluasi = kelola_or_403(request, uid)
    url_atur = reverse("evaluasi:atur", args=[uid])

    def act(isi: dict[str, Any]) -> TimEvaluasi:
        return create_tim(evaluasi=evaluasi, by=reader_of(request), **isi)

    halaman = HalamanFormulir(_("Tim baru"), _("Buat tim"), url_atur, remah=((_("Atur"), url_atur),))
    return run_form(
        request,
        halaman,
        TimForm(data_of(request)),
        act,
        berhasil=_("Tim dibuat. Isi anggotanya."),
        lanjut=lambda tim: reverse("evaluasi:tim", args=[uid, tim.uid]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def anggota(request: HttpRequest, uid: UUID, tim: UUID) -> HttpResponse:
    """All members of a team at once: what is emptied leaves it."""
    instansi, evaluasi = kelola_or_403(request, uid)
    objek = get_object_or_404(evaluasi.tim_set, uid=tim)
    formset_class = forms.formset_factory(AnggotaForm, extra=BARIS_KOSONG)
    awal = [
        {"pengguna": str(a.pengguna.uid), "peran": a.peran, "jabatan_teks": a.jabatan_teks}
        for a in sorted(objek.anggota_set.select_related("pengguna"), key=urut_peran)
    ]
    formset = formset_class(data_of(request), initial=awal, form_kwargs={"akun": _accounts(instansi)})
    galat = ""
    if request.method == "POST" and formset.is_valid():
        isi = [
            (f["pengguna"], f["peran"], f["jabatan_teks"])
            for f in formset.cleaned_data
            if f and f.get("pengguna")
        ]
        try:
            set_anggota(tim=objek, anggota=isi, by=reader_of(request))
        except GalatDomain as error:
            galat = str(error)
        else:
            messages.success(request, _("Anggota tim tersimpan."))
            return redirect("evaluasi:atur", uid=uid)
    konteks = {"evaluasi": evaluasi, "tim": objek, "formset": formset, "galat": galat}
    return render(request, "evaluasi/tim.html", konteks)


def _accounts(instansi: Instansi) -> list[tuple[Pengguna, str]]:
    """Active accounts that evaluate: any other could not use its role in a team."""
    kode = [k for k, peran in PERAN_INSTANSI.items() if Izin.NILAI_EVALUASI in peran.izin]
    baris = peran_of(instansi).pada(today()).filter(peran__in=kode, pengguna__is_active=True)  # type: ignore[attr-defined]
    akun = {satu.pengguna_id: satu.pengguna for satu in baris}
    daftar = [(a, f"{a.sebutan} ({a.username})" if a.sebutan else a.username) for a in akun.values()]
    return sorted(daftar, key=lambda isi: isi[1])


@require_POST
def bagi(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Give the ticked sheets to a team."""
    _instansi, evaluasi = kelola_or_403(request, uid)
    tim = get_object_or_404(evaluasi.tim_set, uid=uid_of(request.POST.get("tim")))
    dipilih = [satu for satu in map(uid_of, request.POST.getlist("lembar")) if satu is not None]
    lembar = list(evaluasi.lembar_set.filter(uid__in=dipilih))
    if not lembar:
        messages.warning(request, _("Pilih sekurangnya satu lembar."))
        return redirect("evaluasi:atur", uid=uid)

    def act() -> None:
        assign_tim(lembar=lembar, tim=tim, by=reader_of(request))

    kalimat = ngettext(
        "%(n)s lembar dibagikan kepada %(tim)s.", "%(n)s lembar dibagikan kepada %(tim)s.", len(lembar)
    )
    act_or_tell(request, act, kalimat % {"n": len(lembar), "tim": tim.nama})
    return redirect("evaluasi:atur", uid=uid)
