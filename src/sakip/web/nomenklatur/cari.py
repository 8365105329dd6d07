"""Entries by words for a field that offers them: at most twenty of the list in force on a day.

A program gets JSON; a form's field (htmx) gets the same entries as options of its datalist, and in words what the
code typed so far means.
"""

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from sakip.apps.perencanaan.models import ButirNomenklatur, JenisNomenklatur, VersiNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur import find_butir, search_butir, versi_pada
from sakip.platform.dasar import today
from sakip.web.pembaca import instansi_or_404

MAKS = 20


@require_safe
@vary_on_headers("HX-Request")
def cari(request: HttpRequest) -> HttpResponse:
    """`q` (or `kode`) words or the beginning of a code, `jenis` a level, `pada` a day (today when absent)."""
    instansi = instansi_or_404(request)
    opsi = "HX-Request" in request.headers
    jenis, pada = request.GET.get("jenis", ""), request.GET.get("pada", "")
    if jenis and jenis not in JenisNomenklatur.values:
        # A form asks with the level of its node; a sasaran has no code of the nomenclature.
        galat = _("Tingkat ini tidak dikenal.")
        return _options(request) if opsi else JsonResponse({"galat": galat, "bidang": "jenis"}, status=400)
    try:
        tanggal = date.fromisoformat(pada) if pada else today()
    except ValueError:
        galat = _("Tulis tanggal seperti 2024-01-31.")
        return JsonResponse({"galat": galat, "bidang": "pada"}, status=400)
    versi = versi_pada(instansi, tanggal)
    q = (request.GET.get("q") or request.GET.get("kode", "")).strip()[:100]
    if versi is None:
        return _options(request) if opsi else JsonResponse({"versi": None, "butir": []})
    hasil = list(search_butir(versi, q, jenis)[:MAKS]) if q or jenis else []
    if opsi:
        return _options(request, versi, q, hasil)
    return JsonResponse(
        {
            "versi": {"uid": str(versi.uid), "kode": versi.kode, "nama": versi.nama},
            "butir": [_entry(versi, satu) for satu in hasil],
        }
    )


def _options(
    request: HttpRequest,
    versi: VersiNomenklatur | None = None,
    q: str = "",
    butir: Sequence[ButirNomenklatur] = (),
) -> HttpResponse:
    tepat = find_butir(versi, q) if versi is not None and q else None
    konteks = {"versi": versi, "q": q, "butir": butir, "tepat": tepat}
    return render(request, "nomenklatur/_saran.html", konteks)


def _entry(versi: VersiNomenklatur, satu: ButirNomenklatur) -> dict[str, str]:
    return {
        "kode": satu.kode,
        "kode_baku": satu.kode_baku,
        "nama": satu.nama,
        "jenis": satu.jenis,
        "jenis_nama": str(satu.get_jenis_display()),
        "kinerja": satu.kinerja,
        "indikator": satu.indikator,
        "satuan": satu.satuan,
        "url": reverse("nomenklatur:butir", args=[versi.uid, satu.kode_baku]),
    }
