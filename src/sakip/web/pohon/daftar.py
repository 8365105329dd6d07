"""The list of performance trees, and making one."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sakip.apps.perencanaan.models import Pohon, StatusCrosscutting
from sakip.apps.perencanaan.selectors import pohon_visible_to
from sakip.apps.perencanaan.selectors.crosscutting import crosscutting_masuk
from sakip.apps.perencanaan.services import create_pohon
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import boleh, require
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Unit, UnitVersi
from sakip.platform.organisasi.selectors import unit_versi_pada, unit_versi_terakhir
from sakip.web.kelola.dasar import HalamanFormulir, data_of, submit
from sakip.web.pembaca import instansi_or_404, reader_of, unit_or_404
from sakip.web.pohon.forms import PohonForm, SaringPohonForm
from sakip.web.pohon.isian import find_row
from sakip.web.saring import build_keping

PER_HALAMAN = 25


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Every tree the reader may see: whose it is, which year, how far it has come."""
    instansi = instansi_or_404(request)
    pembaca = reader_of(request)
    nama = unit_versi_terakhir(instansi, today())
    semua = pohon_visible_to(pembaca)
    pasangan = list(semua.order_by().values_list("unit_id", "tahun").distinct())
    unit = sorted({u for u, _t in pasangan}, key=lambda u: nama[u].nama if u in nama else "")
    form = SaringPohonForm(
        request.GET,
        tahun=sorted({t for _u, t in pasangan}, reverse=True),
        unit=[(str(nama[u].unit.uid), nama[u].nama) for u in unit if u in nama],
    )
    form.is_valid()
    dipilih = semua.filter(_filter(form.cleaned_data, nama)).annotate(n=Count("simpul_set"))
    halaman = Paginator(dipilih.order_by("-tahun", "unit__kode", "nama"), PER_HALAMAN).get_page(
        request.GET.get("halaman")
    )
    konteks = {
        "form": form,
        "page": halaman,
        "baris": [(p, nama.get(p.unit_id)) for p in halaman],
        "keping": build_keping(form),
        "tersaring": any(form.cleaned_data.values()),
        "boleh_buat": boleh(pembaca, Izin.SUSUN_RENCANA),
        "n_menunggu": crosscutting_masuk(pembaca).filter(status=StatusCrosscutting.DIUSULKAN).count(),
    }
    return render(request, "pohon/daftar.html", konteks)


def _filter(saring: dict[str, Any], nama: dict[int, UnitVersi]) -> Q:
    syarat = Q()
    if q := saring.get("q"):
        cocok = [pk for pk, v in nama.items() if q.casefold() in f"{v.nama} {v.singkatan}".casefold()]
        syarat &= Q(nama__icontains=q) | Q(tema__icontains=q) | Q(unit_id__in=cocok)
    if saring.get("unit"):
        syarat &= Q(unit__uid=saring["unit"])
    for bidang in ("jenis", "langkah", "tahun"):
        if saring.get(bidang):
            syarat &= Q(**{bidang: saring[bidang]})
    return syarat


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """Start a tree at step 1."""
    instansi = instansi_or_404(request)
    pembaca = reader_of(request)
    require(pembaca, Izin.SUSUN_RENCANA)
    jangkau = unit_ids_for(pembaca, Izin.SUSUN_RENCANA)
    versi = unit_versi_pada(instansi, today())
    unit = [(str(v.unit.uid), v.nama) for pk, v in versi.items() if pk in jangkau]
    form = PohonForm(data_of(request), unit=unit, initial={"tahun": today().year})

    def act(isi: dict[str, Any]) -> Pohon:
        objek = find_row(Unit, isi.pop("unit"), instansi.pk, "unit")
        return create_pohon(unit=objek, by=pembaca, **isi)

    if request.method == "POST":
        hasil = submit(request, form, act, _("Pohon dibuat. Mulai dengan menetapkan hasilnya."))
        if hasil is not None:
            return redirect("pohon:rinci", uid=hasil.uid)
    halaman = HalamanFormulir(
        judul=_("Pohon kinerja baru"),
        kata=_("Buat pohon"),
        kembali=reverse("pohon:daftar"),
        penjelasan=_("Penjenjangan kinerja disusun dalam lima langkah (PermenPANRB 89/2021)."),
    )
    return render(request, "pohon/formulir.html", {"halaman": halaman, "form": form})


@require_safe
def lama_daftar(request: HttpRequest) -> HttpResponse:
    """The former address of the list."""
    return redirect(f"{reverse('pohon:daftar')}?{request.GET.urlencode()}".rstrip("?"))


@require_safe
def lama(request: HttpRequest, uid: UUID, tahun: int) -> HttpResponse:
    """The former address of a tree: by unit and year, with the tree's name when there are several."""
    unit = unit_or_404(request, uid)
    semua = list(Pohon.objects.filter(unit=unit, tahun=tahun).order_by("jenis", "nama"))
    pilihan = request.GET.get("pohon", "")
    dipilih = next((p for p in semua if p.nama == pilihan), semua[0] if semua else None)
    if dipilih is None:
        raise Http404(_("Pohon kinerja tidak ditemukan."))
    if len(semua) > 1 and not pilihan:
        return redirect(f"{reverse('pohon:daftar')}?{urlencode({'unit': str(uid), 'tahun': str(tahun)})}")
    return redirect("pohon:rinci", uid=dipilih.uid)
