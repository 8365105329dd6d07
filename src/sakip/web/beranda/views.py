"""The first page after signing in, by what somebody comes for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sakip.platform.access.selectors import peran_aktif
from sakip.platform.organisasi.models import Instansi
from sakip.web.beranda import admin, pimpinan, unit
from sakip.web.pembaca import reader_of

Tampilan = Callable[[HttpRequest, tuple[str, ...]], HttpResponse]
_INSTANSI = ("pimpinan_instansi", "perencana_instansi", "apip", "walidata", "pengamat")
_UNIT = ("perencana_unit", "pimpinan_unit")


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Which home: an admin's, a unit's, or the leader's page; an operator sees no figures at all."""
    pengguna = reader_of(request)
    if pengguna.instansi_id is None:
        daftar = Instansi.objects.order_by("nama") if pengguna.is_superuser else Instansi.objects.none()
        return render(request, "beranda/operator.html", {"daftar": daftar})
    tampilan = _views(peran_kode={p.peran.kode for p in peran_aktif(pengguna)})
    if not tampilan:
        return render(request, "beranda/tanpa_peran.html", {})
    diminta = request.GET.get("sebagai", "")
    nama = diminta if diminta in tampilan else next(iter(tampilan))
    return tampilan[nama](request, tuple(tampilan))


def _views(peran_kode: set[str]) -> dict[str, Tampilan]:
    """The homes an account may choose from, the one for its main work first."""
    hasil: dict[str, Tampilan] = {}
    if "admin_instansi" in peran_kode:
        hasil["admin"] = admin.beranda
    if peran_kode.intersection(_UNIT):
        hasil["unit"] = unit.beranda
    if peran_kode.intersection(_INSTANSI) or "admin_instansi" in peran_kode:
        hasil["pimpinan"] = pimpinan.beranda
    return hasil
