"""Every component in every state, in light and dark; open to all, it shows invented figures only."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sakip.web.gaya import contoh


@login_not_required
@require_safe
def lembar(request: HttpRequest) -> HttpResponse:
    """The sheet itself; sort, filter and page parameters work on the sample table."""
    rows = contoh.urutkan(contoh.baris(), request.GET.get("urut", ""))
    band = request.GET.get("pita")
    if band:
        rows = [row for row in rows if row.kode == band]
    context = {
        "baris": Paginator(rows, 4).get_page(request.GET.get("halaman")),
        "saringan": {"pita": (_("Pita"), band or "")},
        "form_kosong": contoh.FormulirContoh(prefix="a"),
        "form_galat": contoh.FormulirContoh({"b-realisasi": "86.36.4"}, prefix="b"),
        "form_alasan": contoh.FormulirAlasan(prefix="c"),
        **contoh.konteks(),
    }
    return render(request, "gaya/lembar.html", context)


@login_not_required
@require_safe
def mengapa(request: HttpRequest) -> HttpResponse:
    """The drawer: a fragment for htmx, a page of its own without."""
    fragment = request.headers.get("HX-Request") == "true"
    return render(request, "gaya/laci.html" if fragment else "gaya/mengapa.html", contoh.konteks_laci())


@login_not_required
@require_POST
def kirim(request: HttpRequest) -> HttpResponse:
    """Where the sample forms go: nothing is kept."""
    return render(request, "gaya/terkirim.html")
