"""Crosscutting proposals: what other units ask of the reader's, what his asks of others, and the answers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sakip.apps.perencanaan.models import Crosscutting, JenisPohon, Pohon, PohonSimpul, StatusCrosscutting
from sakip.apps.perencanaan.selectors import pohon_visible_to
from sakip.apps.perencanaan.selectors.crosscutting import (
    crosscutting_keluar,
    crosscutting_masuk,
    crosscutting_visible_to,
    simpul_pelayan,
    with_rows,
)
from sakip.apps.perencanaan.services import (
    accept_crosscutting,
    accept_with_new,
    refuse_crosscutting,
    withdraw_crosscutting,
)
from sakip.platform.access.peran import Izin
from sakip.platform.dasar import today
from sakip.platform.organisasi.selectors import unit_versi_terakhir
from sakip.web.evaluasi.kirim import act_or_tell
from sakip.web.pembaca import instansi_or_404, may, reader_of
from sakip.web.pohon.akses import may_edit
from sakip.web.pohon.forms import SaringUsulanForm, TerimaForm, TolakForm
from sakip.web.pohon.kirim import run_form
from sakip.web.saring import build_keping

PER_HALAMAN = 25
S = StatusCrosscutting


@require_safe
def usulan(request: HttpRequest) -> HttpResponse:
    """Proposals in or out, by state, with how many there are of each."""
    instansi = instansi_or_404(request)
    pembaca = reader_of(request)
    form = SaringUsulanForm(request.GET)
    form.is_valid()
    saring = form.cleaned_data
    keluar = saring.get("arah") == "keluar"
    semua = crosscutting_keluar(pembaca) if keluar else crosscutting_masuk(pembaca)
    if q := saring.get("q"):
        semua = semua.filter(kebutuhan__icontains=q)
    jumlah = dict(semua.order_by().values_list("status").annotate(n=Count("pk", distinct=True)))
    if saring.get("status"):
        semua = semua.filter(status=saring["status"])
    halaman = Paginator(_rows(semua), PER_HALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "form": form,
        "page": halaman,
        "nama": unit_versi_terakhir(instansi, today()),
        "keping": build_keping(form),
        "keluar": keluar,
        "jumlah": [(str(S(s).label), jumlah.get(s, 0), s) for s in S.values],
    }
    return render(request, "pohon/usulan.html", konteks)


def _rows(semua: QuerySet[Crosscutting]) -> QuerySet[Crosscutting]:
    return with_rows(semua).order_by("-diusulkan_pada", "-pk").distinct()


def usulan_or_404(request: HttpRequest, uid: UUID) -> Crosscutting:
    objek = with_rows(crosscutting_visible_to(reader_of(request))).filter(uid=uid).distinct().first()
    if objek is None:
        raise Http404(_("Usulan tidak ditemukan."))
    return objek


@require_safe
def usulan_rinci(request: HttpRequest, uid: UUID) -> HttpResponse:
    instansi_or_404(request)
    return _render(request, usulan_or_404(request, uid))


def _render(request: HttpRequest, objek: Crosscutting, *, status: int = 200, **form: Any) -> HttpResponse:
    terbuka = objek.status == S.DIUSULKAN
    menjawab = terbuka and may(request, Izin.SUSUN_RENCANA, objek.unit_tujuan)
    menarik = objek.status in (S.DIUSULKAN, S.DITERIMA) and may_edit(
        request, objek.simpul.pohon, objek.simpul
    )
    konteks = {
        "u": objek,
        # The other side's tree may be out of the reader's reach: its condition is then only named.
        "terbuka_di": _readable(request, objek),
        "nama": unit_versi_terakhir(objek.instansi, today()),
        "menjawab": menjawab,
        "menarik": menarik,
        "terima_form": _accept_form(objek, None) if menjawab else None,
        "tolak_form": TolakForm(auto_id="t_%s") if menjawab else None,
    }
    return render(request, "pohon/usulan_rinci.html", konteks | form, status=status)


def _readable(request: HttpRequest, objek: Crosscutting) -> set[int]:
    """Trees of the proposal that the reader may open."""
    kedua = [objek.simpul, *filter(None, [objek.simpul_tujuan])]
    return set(
        pohon_visible_to(reader_of(request))
        .filter(pk__in=[satu.pohon_id for satu in kedua])
        .values_list("pk", flat=True)
    )


def _accept_form(objek: Crosscutting, data: Any) -> TerimaForm:
    pilihan = [(str(s.uid), f"{s.pohon.nama}: {s.kode} {s.pernyataan}"[:160]) for s in simpul_pelayan(objek)]
    return TerimaForm(data, pilihan=pilihan, boleh_buat=_own_tree(objek) is not None, auto_id="a_%s")


def _own_tree(objek: Crosscutting) -> Pohon | None:
    """The asked unit's tree of the year, into which a new condition may go."""
    milik = Pohon.objects.filter(unit=objek.unit_tujuan_id, tahun=objek.simpul.pohon.tahun)
    return milik.filter(jenis=JenisPohon.UNIT).order_by("pk").first()


@require_POST
def terima(request: HttpRequest, uid: UUID) -> HttpResponse:
    objek = usulan_or_404(request, uid)
    form = _accept_form(objek, request.POST)

    def act(isi: dict[str, Any]) -> Any:
        pohon = _own_tree(objek) if isi.get("buat") else None
        if pohon is not None:
            return accept_with_new(usulan=objek, pohon=pohon, by=reader_of(request))
        layanan = (
            PohonSimpul.objects.filter(uid=isi["simpul_tujuan"]).first() if isi["simpul_tujuan"] else None
        )
        return accept_crosscutting(usulan=objek, simpul_tujuan=layanan, by=reader_of(request))

    hasil = run_form(form, act)
    if hasil is None:
        return _render(request, objek, status=400, terima_form=form)
    return _done(request, uid, _("Usulan diterima dan tampil pada kedua pohon."))


@require_POST
def tolak(request: HttpRequest, uid: UUID) -> HttpResponse:
    objek = usulan_or_404(request, uid)
    form = TolakForm(request.POST, auto_id="t_%s")
    by = reader_of(request)
    hasil = run_form(form, lambda isi: refuse_crosscutting(usulan=objek, alasan=isi["alasan"], by=by))
    if hasil is None:
        return _render(request, objek, status=400, tolak_form=form)
    return _done(request, uid, _("Usulan ditolak; alasannya tampil pada unit pengusul."))


def _done(request: HttpRequest, uid: UUID, pesan: str) -> HttpResponse:
    messages.success(request, pesan)
    return redirect("pohon:usulan_rinci", uid=uid)


@require_POST
def tarik(request: HttpRequest, uid: UUID) -> HttpResponse:
    objek = usulan_or_404(request, uid)
    act_or_tell(
        request, lambda: withdraw_crosscutting(usulan=objek, by=reader_of(request)), _("Usulan ditarik.")
    )
    return redirect("pohon:usulan_rinci", uid=uid)
