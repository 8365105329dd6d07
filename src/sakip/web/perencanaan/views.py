"""Plan documents."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, StatusDokumen
from sakip.apps.perencanaan.selectors import (
    berlaku_pada_q,
    dokumen_visible_to,
    langkah_dokumen,
    versi_dokumen,
)
from sakip.apps.perencanaan.workflow import BERJALAN, TERBUKA
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import boleh
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import UnitVersi
from sakip.platform.organisasi.selectors import unit_versi_terakhir, versi_unit
from sakip.web.kelola.forms.pilihan import Tanggal
from sakip.web.pembaca import instansi_or_404, may, owned_or_404, reader_of
from sakip.web.perencanaan.bacaan import read_dokumen, with_counts
from sakip.web.rencana.akses import langkah_boleh
from sakip.web.rencana.dokumen import FORM_LANGKAH
from sakip.web.saring import SaringForm, build_keping

PER_HALAMAN = 25


class SaringDokumenForm(SaringForm):
    q = forms.CharField(label=gettext_lazy("Cari dokumen atau unit"), required=False, max_length=100)
    jenis = forms.ChoiceField(
        label=gettext_lazy("Jenis"),
        choices=[("", gettext_lazy("Semua jenis")), *JenisDokumen.choices],
        required=False,
    )
    status = forms.ChoiceField(
        label=gettext_lazy("Status"),
        choices=[("", gettext_lazy("Semua status")), *StatusDokumen.choices],
        required=False,
    )
    tahun = forms.IntegerField(
        label=gettext_lazy("Mencakup tahun"), required=False, min_value=1990, max_value=2100
    )
    pada = Tanggal(label=gettext_lazy("Berlaku pada tanggal"), required=False)


def _filter(saring: dict[str, Any], nama: dict[int, UnitVersi]) -> Q:
    syarat = Q()
    if q := saring.get("q"):
        cocok = [pk for pk, v in nama.items() if q.casefold() in f"{v.nama} {v.singkatan}".casefold()]
        syarat &= Q(nama__icontains=q) | Q(unit_id__in=cocok)
    if saring.get("jenis"):
        syarat &= Q(jenis=saring["jenis"])
    if saring.get("status"):
        syarat &= Q(status=saring["status"])
    if saring.get("tahun"):
        syarat &= Q(tahun_mulai__lte=saring["tahun"], tahun_selesai__gte=saring["tahun"])
    if saring.get("pada"):
        syarat &= berlaku_pada_q(saring["pada"])
    return syarat


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Every plan the reader may see, newest period first, with the unit it belongs to."""
    instansi = instansi_or_404(request)
    nama = unit_versi_terakhir(instansi, today())
    form = SaringDokumenForm(request.GET)
    form.is_valid()
    dokumen = with_counts(dokumen_visible_to(reader_of(request)).filter(_filter(form.cleaned_data, nama)))
    halaman = Paginator(
        dokumen.order_by("-tahun_mulai", "jenis", "unit__kode", "-versi_ke"), PER_HALAMAN
    ).get_page(request.GET.get("halaman"))
    konteks = {
        "form": form,
        "page": halaman,
        "baris": [(d, nama.get(d.unit_id)) for d in halaman],
        "keping": build_keping(form),
        "tersaring": any(form.cleaned_data.values()),
        "boleh_baru": boleh(reader_of(request), Izin.SUSUN_RENCANA),
    }
    return render(request, "perencanaan/daftar.html", konteks)


@require_safe
def dokumen(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One version of one plan: its nodes with indicators and targets."""
    dokumen = owned_or_404(request, Dokumen.objects.all(), uid)
    awal = {"dasar": dokumen.dasar, "ditetapkan_pada": dokumen.ditetapkan_pada}
    bisa_susun = may(request, Izin.SUSUN_RENCANA, dokumen.unit)
    konteks = {
        "dokumen": dokumen,
        "unit": dokumen.unit,
        "nama_unit": versi_unit(dokumen.unit, today()),
        "isi": read_dokumen(dokumen),
        "versi": versi_dokumen(dokumen),
        "langkah": langkah_dokumen(dokumen),
        "aksi": [
            (nama, FORM_LANGKAH[nama](auto_id=f"{nama}_%s", initial=awal))
            for nama in langkah_boleh(request, dokumen)
        ],
        "susun": bisa_susun and dokumen.status in TERBUKA,
        "turunan": bisa_susun and dokumen.status not in BERJALAN,
    }
    return render(request, "perencanaan/dokumen.html", konteks)
