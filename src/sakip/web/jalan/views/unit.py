"""The way of one unit to a higher predikat, and what changes when something is left out or added."""

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from kinerja.jalan import GalatJalan
from sakip.apps.evaluasi.galat import InstrumenBerubah
from sakip.apps.evaluasi.selectors.jalan import DasarJalan, dasar_jalan, rencana_berjalan
from sakip.platform.access.peran import Izin
from sakip.platform.organisasi.models import Unit
from sakip.platform.organisasi.selectors import versi_unit
from sakip.web.jalan.bacaan import Tampilan, build_tampilan
from sakip.web.jalan.keadaan import Keadaan, read_keadaan, tahun_pilihan
from sakip.web.pembaca import as_of, may, reader_of, unit_or_404

BAKU = "A"
TARGET = ("BB", "A", "AA")


def satuan() -> str:
    """What efforts are counted in."""
    return _("hari-orang")


def base_of(request: HttpRequest, unit: Unit, keadaan: Keadaan) -> DasarJalan | None:
    return dasar_jalan(unit, pengguna=reader_of(request), tahun=keadaan.dasar)


@require_safe
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
def jalan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The cheapest set of steps to the target. An htmx request gets only what the switches change."""
    unit = unit_or_404(request, uid)
    keadaan = read_keadaan(request.GET, target=TARGET, baku=BAKU)
    potongan = _wants_fragment(request)
    konteks: dict[str, Any] = {
        "unit": unit,
        "nama_unit": versi_unit(unit, as_of(keadaan.tahun)),
        "k": keadaan,
        "satuan": satuan(),
        "boleh_susun": may(request, Izin.SUSUN_JALAN, unit),
    }
    try:
        dasar = base_of(request, unit, keadaan)
        if dasar is not None and dasar.instrumen.saran is None:
            raise GalatJalan(
                _("Jalan hanya dihitung untuk instrumen bergradasi pemenuhan."), bidang="instrumen"
            )
        tampilan = None if dasar is None else _solve(dasar, keadaan, unit)
    except (GalatJalan, InstrumenBerubah) as galat:
        return render(request, "jalan/kosong.html", {**konteks, "galat": str(galat)})
    if dasar is None:
        return render(request, "jalan/kosong.html", konteks)
    konteks |= {
        "dasar": dasar,
        "t": tampilan,
        "target_pilihan": TARGET,
        "tahun_pilihan": tahun_pilihan(),
    }
    if potongan:
        assert tampilan is not None
        jawaban = render(request, "jalan/_hasil.html", {**konteks, "potongan": True})
        jawaban["HX-Trigger"] = json.dumps({"umumkan": tampilan.judul})
        return jawaban
    return render(request, "jalan/unit.html", {**konteks, "berjalan": rencana_berjalan(unit)})


def _wants_fragment(request: HttpRequest) -> bool:
    """The back button asks for the whole page again, also through htmx."""
    return request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in request.headers


def _solve(dasar: DasarJalan, keadaan: Keadaan, unit: Unit) -> Tampilan:
    alamat = reverse("jalan:unit", args=[unit.uid])
    return build_tampilan(dasar, keadaan, satuan(), alamat)
