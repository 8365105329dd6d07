"""Writing one tree: each request changes one thing and is answered with what changed and how to take it back."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sakip.apps.perencanaan.checks import count_temuan_pohon
from sakip.apps.perencanaan.galat_pohon import SimpulBerubah
from sakip.apps.perencanaan.models import Pohon, PohonSimpul
from sakip.apps.perencanaan.services import (
    HasilUbah,
    add_pohon_simpul,
    move_pohon_simpul,
    remove_pohon_simpul,
    retire_pohon_simpul,
    update_pohon_simpul,
)
from sakip.platform.dasar import GalatDomain
from sakip.web.pembaca import reader_of
from sakip.web.pohon.akses import pohon_or_404, simpul_or_404
from sakip.web.pohon.baris import nodes_json, tree_json
from sakip.web.pohon.isian import (
    Isi,
    IsianSalah,
    as_json,
    contents_json,
    read_bool,
    read_fields,
    read_induk,
    read_int,
    read_isi,
    read_lock,
    read_new,
    wants_json,
)
from sakip.web.pohon.urung import keep_urung

Urung = tuple[str, Isi]


@require_safe
def data(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The tree, or a branch of it (`akar`, `dalam`), as JSON."""
    pohon = pohon_or_404(request, uid)
    try:
        dalam = read_int(request.GET.dict(), "dalam")
        akar = read_induk({"induk": request.GET.get("akar")}, pohon)
    except GalatDomain as galat:
        return _refuse(galat)
    isi = tree_json(
        request,
        pohon,
        akar=None if akar is None else akar.pk,
        dalam=dalam,
        temuan=request.GET.get("temuan") != "0",
    )
    return JsonResponse(isi)


@require_safe
def temuan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Open findings per condition: what pohon:data leaves out with `temuan=0`, so that a large tree draws first."""
    return JsonResponse({"temuan": count_temuan_pohon(pohon_or_404(request, uid))})


@require_POST
def simpul_baru(request: HttpRequest, uid: UUID) -> HttpResponse:
    pohon = pohon_or_404(request, uid)

    def act(isi: Isi) -> HttpResponse:
        hasil = add_pohon_simpul(pohon=pohon, isi=read_new(isi, pohon), by=reader_of(request))
        simpul = hasil.simpul
        urung = ("pohon:simpul_hapus", {"kini": {"pernyataan": simpul.pernyataan}})
        return _answer(request, pohon, hasil, urung, _("Kondisi ditambahkan."))

    return _run(request, pohon, act)


@require_POST
def simpul_ubah(request: HttpRequest, uid: UUID) -> HttpResponse:
    simpul = simpul_or_404(request, uid)

    def act(isi: Isi) -> HttpResponse:
        ubahan = {k: v for k, v in read_fields(isi, simpul.pohon).items() if k != "induk"}
        hasil = update_pohon_simpul(
            simpul=simpul, ubahan=ubahan, by=reader_of(request), **read_lock(isi, simpul.pohon)
        )
        return _answer(request, simpul.pohon, hasil, inverse_edit(hasil), _("Perubahan tersimpan."))

    return _run(request, simpul.pohon, act, simpul)


def inverse_edit(hasil: HasilUbah) -> Urung | None:
    """The edit that puts back what an edit changed, while nobody has written there since."""
    sebelum = {nama: as_json(nilai) for nama, nilai in hasil.sebelum.items()}
    kini = {nama: as_json(getattr(hasil.simpul, nama)) for nama in sebelum}
    return ("pohon:simpul_ubah", {**sebelum, "kini": kini}) if sebelum else None


def as_request(urung: Urung | None, simpul: PohonSimpul) -> Isi | None:
    return None if urung is None else {"url": reverse(urung[0], args=[simpul.uid]), "isi": urung[1]}


@require_POST
def simpul_pindah(request: HttpRequest, uid: UUID) -> HttpResponse:
    simpul = simpul_or_404(request, uid)

    def act(isi: Isi) -> HttpResponse:
        if "induk" not in isi:
            raise IsianSalah("induk")
        hasil = move_pohon_simpul(
            simpul=simpul,
            induk=read_induk(isi, simpul.pohon),
            urutan=read_int(isi, "urutan"),
            by=reader_of(request),
            **read_lock(isi, simpul.pohon),
        )
        sebelum = {nama: as_json(nilai) for nama, nilai in hasil.sebelum.items()}
        kini = {"induk": as_json(hasil.simpul.induk)}
        return _answer(
            request,
            simpul.pohon,
            hasil,
            ("pohon:simpul_pindah", {**sebelum, "kini": kini}),
            _("Kondisi dipindah."),
        )

    return _run(request, simpul.pohon, act, simpul)


@require_POST
def simpul_hapus(request: HttpRequest, uid: UUID) -> HttpResponse:
    simpul = simpul_or_404(request, uid)
    pohon = simpul.pohon

    def act(isi: Isi) -> HttpResponse:
        hilang = remove_pohon_simpul(simpul=simpul, by=reader_of(request), **read_lock(isi, pohon))
        urung = {"url": reverse("pohon:simpul_baru", args=[pohon.uid]), "isi": contents_json(hilang)}
        jawaban = {"simpul": [], "hapus": [str(uid)], "urung": urung}
        return _finish(request, pohon, jawaban, _("Kondisi dihapus."), hilang.induk)

    return _run(request, pohon, act, simpul)


@require_POST
def simpul_pensiun(request: HttpRequest, uid: UUID) -> HttpResponse:
    simpul = simpul_or_404(request, uid)

    def act(isi: Isi) -> HttpResponse:
        pensiun = read_bool(isi, "pensiun")
        hasil = retire_pohon_simpul(
            simpul=simpul, pensiun=pensiun, by=reader_of(request), **read_lock(isi, simpul.pohon)
        )
        pesan = _("Kondisi dipensiunkan.") if pensiun else _("Kondisi diaktifkan lagi.")
        urung: Urung = ("pohon:simpul_pensiun", {"pensiun": not pensiun, "kini": {"pensiun": pensiun}})
        return _answer(request, simpul.pohon, hasil, urung, pesan)

    return _run(request, simpul.pohon, act, simpul)


def _answer(
    request: HttpRequest, pohon: Pohon, hasil: HasilUbah, urung: Urung | None, pesan: str
) -> HttpResponse:
    if not wants_json(request):
        baris: list[Isi] = []
    else:
        baris = nodes_json(pohon, [hasil.simpul.pk, *hasil.lain])
        # The one that was meant stands first.
        baris.sort(key=lambda satu: satu["uid"] != str(hasil.simpul.uid))
    jawaban = {"simpul": baris, "hapus": [], "urung": as_request(urung, hasil.simpul)}
    return _finish(request, pohon, jawaban, pesan, hasil.simpul)


def _finish(
    request: HttpRequest, pohon: Pohon, jawaban: Isi, pesan: str, tuju: PohonSimpul | None
) -> HttpResponse:
    """JSON for a script; for a form back to the list, at the row, with the way back at hand."""
    if wants_json(request):
        return JsonResponse(jawaban)
    keep_urung(request, pohon, jawaban["urung"], pesan)
    return redirect(list_url(pohon, tuju))


def list_url(pohon: Pohon, simpul: PohonSimpul | None) -> str:
    """The list, opened down to one row."""
    alamat = reverse("pohon:rinci", args=[pohon.uid])
    return alamat if simpul is None else f"{alamat}?simpul={simpul.uid}#s-{simpul.uid}"


def _run(
    request: HttpRequest,
    pohon: Pohon,
    act: Callable[[Isi], HttpResponse],
    simpul: PohonSimpul | None = None,
) -> HttpResponse:
    try:
        return act(read_isi(request))
    except SimpulBerubah as galat:
        return _stale(request, pohon, galat)
    except GalatDomain as galat:
        if wants_json(request):
            return _refuse(galat)
        pesan = str(galat)
    except ValidationError as galat:
        if wants_json(request):
            return JsonResponse({"galat": " ".join(galat.messages), "bidang": _first(galat)}, status=400)
        pesan = " ".join(galat.messages)
    messages.error(request, pesan)
    return redirect(list_url(pohon, simpul))


def _refuse(galat: GalatDomain) -> JsonResponse:
    return JsonResponse({"galat": str(galat), "bidang": galat.bidang}, status=400)


def _first(galat: ValidationError) -> str | None:
    isi: Iterable[str] = getattr(galat, "error_dict", {})
    return next(iter(isi), None)


def _stale(request: HttpRequest, pohon: Pohon, galat: SimpulBerubah) -> HttpResponse:
    """Somebody was faster: the present state goes along. A button typed nothing; the form has its own answer."""
    if wants_json(request):
        isi: dict[str, Any] = {"galat": str(galat), "bidang": galat.bidang}
        return JsonResponse({**isi, "simpul": nodes_json(pohon, [galat.kini.pk])}, status=409)
    messages.error(request, str(galat))
    return redirect(list_url(pohon, galat.kini))
