"""Plan documents and performance trees."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, StatusDokumen
from sakip.apps.perencanaan.selectors import dokumen_visible_to, pohon_kinerja, pohon_visible_to
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import UnitVersi
from sakip.platform.organisasi.selectors import unit_versi_terakhir, versi_unit
from sakip.web.pembaca import instansi_or_404, owned_or_404, reader_of, unit_or_404
from sakip.web.perencanaan.bacaan import arrange_pohon, read_dokumen, with_counts
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
    }
    return render(request, "perencanaan/daftar.html", konteks)


@require_safe
def dokumen(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One version of one plan: its nodes with indicators and targets."""
    dokumen = owned_or_404(request, Dokumen.objects.all(), uid)
    versi = Dokumen.objects.filter(
        unit=dokumen.unit_id,
        jenis=dokumen.jenis,
        tahun_mulai=dokumen.tahun_mulai,
        tahun_selesai=dokumen.tahun_selesai,
    ).order_by("-versi_ke")
    konteks = {
        "dokumen": dokumen,
        "unit": dokumen.unit,
        "nama_unit": versi_unit(dokumen.unit, today()),
        "isi": read_dokumen(dokumen),
        "versi": list(versi),
    }
    return render(request, "perencanaan/dokumen.html", konteks)


@require_safe
def daftar_pohon(request: HttpRequest) -> HttpResponse:
    """Every performance tree: whose it is, which year, and how many conditions it holds."""
    instansi = instansi_or_404(request)
    nama = unit_versi_terakhir(instansi, today())
    pohon = (
        pohon_visible_to(reader_of(request))
        .order_by("-pohon__tahun", "pohon__unit__kode", "pohon__nama")
        .values("pohon__unit_id", "pohon__unit__uid", "pohon__tahun", "pohon__nama")
        .annotate(n=Count("pk"))
    )
    halaman = Paginator(pohon, PER_HALAMAN).get_page(request.GET.get("halaman"))
    baris = [
        {**p, "nama": nama[p["pohon__unit_id"]].nama if p["pohon__unit_id"] in nama else ""} for p in halaman
    ]
    return render(request, "perencanaan/daftar_pohon.html", {"page": halaman, "baris": baris})


@require_safe
def pohon(request: HttpRequest, uid: UUID, tahun: int) -> HttpResponse:
    """One performance tree as a nested list."""
    unit = unit_or_404(request, uid)
    simpul = pohon_kinerja(unit, tahun)
    nama_pohon = list(dict.fromkeys(s.pohon.nama for s in simpul))
    if not nama_pohon:
        raise Http404(_("Pohon kinerja tidak ditemukan."))
    pilihan = request.GET.get("pohon", "")
    pilihan = pilihan if pilihan in nama_pohon else nama_pohon[0]
    terpilih = [s for s in simpul if s.pohon.nama == pilihan]
    konteks = {
        "unit": unit,
        "nama_unit": versi_unit(unit, today()),
        "tahun": tahun,
        "nama_pohon": nama_pohon,
        "pilihan": pilihan,
        "akar": arrange_pohon(terpilih),
        "n_simpul": len(terpilih),
        "n_indikator": sum(len(s.indikator_set.all()) for s in terpilih),
    }
    return render(request, "perencanaan/pohon.html", konteks)
