"""Entries by words for a field that offers them: at most twenty of the list in force on a day."""

from datetime import date

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sakip.apps.perencanaan.models import ButirNomenklatur, JenisNomenklatur, VersiNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur import search_butir, versi_pada
from sakip.platform.dasar import today
from sakip.web.pembaca import instansi_or_404

MAKS = 20


@require_safe
def cari(request: HttpRequest) -> JsonResponse:
    """`q` words or the beginning of a code, `jenis` a level, `pada` a day (today when absent)."""
    instansi = instansi_or_404(request)
    jenis, pada = request.GET.get("jenis", ""), request.GET.get("pada", "")
    if jenis and jenis not in JenisNomenklatur.values:
        return JsonResponse({"galat": _("Tingkat ini tidak dikenal."), "bidang": "jenis"}, status=400)
    try:
        tanggal = date.fromisoformat(pada) if pada else today()
    except ValueError:
        galat = _("Tulis tanggal seperti 2024-01-31.")
        return JsonResponse({"galat": galat, "bidang": "pada"}, status=400)
    versi = versi_pada(instansi, tanggal)
    q = request.GET.get("q", "").strip()[:100]
    if versi is None:
        return JsonResponse({"versi": None, "butir": []})
    hasil = search_butir(versi, q, jenis)[:MAKS] if q or jenis else []
    return JsonResponse(
        {
            "versi": {"uid": str(versi.uid), "kode": versi.kode, "nama": versi.nama},
            "butir": [_entry(versi, satu) for satu in hasil],
        }
    )


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
