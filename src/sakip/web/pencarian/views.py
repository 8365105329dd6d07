"""The search page; "/" on the keyboard leads to its field from anywhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sakip.web.pembaca import instansi_or_404, reader_of
from sakip.web.pencarian.cari import cari as find

TERPENDEK, TERPANJANG = 2, 100


@require_safe
def cari(request: HttpRequest) -> HttpResponse:
    instansi_or_404(request)
    kata = request.GET.get("q", "").replace("\x00", "").strip()[:TERPANJANG]
    cukup = len(kata) >= TERPENDEK
    kelompok = find(pengguna=reader_of(request), kata=kata) if cukup else []
    konteks = {
        "kata": kata,
        "cukup": cukup,
        "kelompok": kelompok,
        "jumlah": sum(len(k.isi) for k in kelompok),
    }
    return render(request, "pencarian/cari.html", konteks)
