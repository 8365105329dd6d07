"""The talk beside an item or about the whole sheet, and the history of an answer."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sakip.apps.evaluasi import policies
from sakip.apps.evaluasi.convert import sub_dari
from sakip.apps.evaluasi.models import LembarKerja, TahapNilai
from sakip.apps.evaluasi.selectors import penelusuran as baca_penelusuran
from sakip.apps.evaluasi.services import add_diskusi
from sakip.platform.dasar import GalatDomain
from sakip.web.evaluasi.akses import butir_or_404, lembar_or_404, nama_unit
from sakip.web.evaluasi.forms import PesanForm
from sakip.web.evaluasi.kirim import is_htmx
from sakip.web.evaluasi.views.lembar import frame
from sakip.web.laci import render_laci
from sakip.web.pembaca import reader_of


@require_safe
def penelusuran(request: HttpRequest, uid: UUID, kode: str) -> HttpResponse:
    """Every version of an answer that the reader may see: stage, author, time, reason."""
    lembar = lembar_or_404(request, uid)
    terlihat = policies.tahap_terlihat(reader_of(request), lembar)
    baris = [r for r in baca_penelusuran(lembar, kode) if r.tahap in terlihat]
    riwayat = [
        (str(TahapNilai(tahap).label), list(isi)) for tahap, isi in groupby(baris, key=lambda r: r.tahap)
    ]
    konteks = _about(lembar, kode) | {
        "judul": _("Riwayat"),
        "potongan": "evaluasi/_penelusuran.html",
        "riwayat": riwayat,
    }
    return render_laci(request, "evaluasi/_penelusuran.html", "evaluasi/laci.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def diskusi(request: HttpRequest, uid: UUID, kode: str) -> HttpResponse:
    """The thread beside one item."""
    lembar = lembar_or_404(request, uid)
    konteks = _about(lembar, kode) | {
        "judul": _("Percakapan"),
        "potongan": "evaluasi/_diskusi.html",
        "url_kirim": reverse("evaluasi:diskusi", args=[uid, kode]),
    }
    terkirim, form = _post(request, lembar, kode)
    if terkirim and not is_htmx(request):
        return redirect("evaluasi:diskusi", uid=uid, kode=kode)
    konteks |= thread(request, lembar, kode, form)
    if not is_htmx(request):
        return render(request, "evaluasi/laci.html", konteks)
    tanggapan = render(request, "evaluasi/_diskusi.html", konteks | {"dalam_laci": True})
    patch_vary_headers(tanggapan, ["HX-Request"])
    return tanggapan


@require_http_methods(["GET", "HEAD", "POST"])
def lembar(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The thread about the sheet and its LHE: where the unit answers the draft."""
    objek = lembar_or_404(request, uid)
    terkirim, form = _post(request, objek, "")
    if terkirim:
        messages.success(request, _("Pesan terkirim."))
        tujuan = "evaluasi:lhe" if request.POST.get("dari") == "lhe" else "evaluasi:diskusi_lembar"
        return redirect(tujuan, uid=uid)
    konteks = frame(request, objek) | thread(request, objek, "", form)
    return render(request, "evaluasi/diskusi.html", konteks)


def thread(
    request: HttpRequest, lembar: LembarKerja, kode: str, form: PesanForm | None = None
) -> dict[str, Any]:
    """Messages and, for those who take part, the form to write one."""
    pembaca = reader_of(request)
    baris = lembar.diskusi_set.filter(kode=kode).select_related("oleh").order_by("pada", "id")
    boleh = policies.boleh_diskusi(pembaca, lembar)
    return {
        "pesan_utas": [
            {
                "oleh": p.peran_teks or (str(p.oleh) if p.oleh is not None else _("sistem")),
                "isi": p.isi,
                "pada": p.pada,
                "saya": p.oleh_id == pembaca.pk,
            }
            for p in baris
        ],
        "form": (form or PesanForm()) if boleh else None,
        "url_kirim": reverse("evaluasi:diskusi", args=[lembar.uid, kode])
        if kode
        else reverse("evaluasi:diskusi_lembar", args=[lembar.uid]),
    }


def _post(request: HttpRequest, lembar: LembarKerja, kode: str) -> tuple[bool, PesanForm | None]:
    """Whether a message was sent; the form when it must be shown again."""
    if request.method != "POST":
        return False, None
    form = PesanForm(request.POST)
    if not form.is_valid():
        return False, form
    try:
        add_diskusi(lembar=lembar, kode=kode, isi=form.cleaned_data["isi"], by=reader_of(request))
    except GalatDomain as galat:
        form.add_error("isi", str(galat))
        return False, form
    return True, None


def _about(lembar: LembarKerja, kode: str) -> dict[str, Any]:
    instrumen, butir = butir_or_404(lembar, kode)
    return {
        "lembar": lembar,
        "evaluasi": lembar.evaluasi,
        "nama": nama_unit(lembar),
        "kode": kode,
        "kode_sub": sub_dari(instrumen, kode).kode,
        "nama_butir": butir.nama,
    }
