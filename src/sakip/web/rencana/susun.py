"""The tree of a draft as a nested list with forms: nodes are added, reworded, moved, measured, removed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sakip.apps.datakinerja.models import Indikator, IndikatorVersi
from sakip.apps.datakinerja.selectors import indikator_visible_to, versi_pada
from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.models import ButirNomenklatur, Dokumen, Simpul, VersiNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur import anak_butir, find_butir
from sakip.apps.perencanaan.selectors.nomenklatur import versi_pada as versi_nomenklatur
from sakip.apps.perencanaan.selectors.susun import simpul_didukung
from sakip.apps.perencanaan.services.simpul import TINGKAT
from sakip.apps.perencanaan.sidik import sidik_simpul
from sakip.apps.perencanaan.susunan import BERPAGU, DIDUKUNG, anak_dari
from sakip.platform.dasar import GalatDomain, today
from sakip.web.kelola.dasar import HalamanFormulir, data_of, submit
from sakip.web.kelola.forms.pilihan import pilihan_unit
from sakip.web.pembaca import reader_of
from sakip.web.perencanaan.bacaan import as_of_dokumen, read_dokumen
from sakip.web.rencana import forms
from sakip.web.rencana.akses import boleh_susun, editable_or_404, simpul_or_404

HASIL_TERBANYAK = 30
SARAN_TERBANYAK = 100


@require_safe
def susun(request: HttpRequest, uid: UUID) -> HttpResponse:
    dokumen = editable_or_404(request, uid)
    if not boleh_susun(request, dokumen):
        messages.warning(request, _("Dokumen ini bukan draf, jadi tidak dapat disunting."))
        return redirect("perencanaan:dokumen", uid=uid)
    konteks = {
        "dokumen": dokumen,
        "unit": dokumen.unit,
        "isi": read_dokumen(dokumen),
        "tingkat_atas": anak_dari(dokumen.jenis),
        "bisa_mendukung": bool(DIDUKUNG[dokumen.jenis]),
    }
    return render(request, "rencana/susun.html", konteks)


def tambah(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A node below `?induk=`, or at the top."""
    dokumen = editable_or_404(request, uid)
    induk = _induk(request, dokumen)
    pilihan = anak_dari(dokumen.jenis, "" if induk is None else induk.jenis)
    pada = as_of_dokumen(dokumen)
    versi = versi_nomenklatur(dokumen.unit.instansi, pada)
    form = forms.SimpulBaruForm(data_of(request), jenis=pilihan, versi=versi)
    if bersandi := BERPAGU & set(pilihan):
        forms.offer_codes(form, pada)
    judul = _("Tambah di bawah: %(induk)s") % {"induk": induk.pernyataan} if induk else _("Tambah butir")
    urutan = 1 + Simpul.objects.filter(dokumen=dokumen).count()
    return _run(
        request,
        dokumen,
        judul,
        _("Tambah"),
        form,
        lambda isi: services.add_simpul(
            dokumen=dokumen, induk=induk, urutan=urutan, by=reader_of(request), **isi
        ),
        berhasil=_("Butir ditambahkan."),
        saran=_codes_below(versi, induk) if bersandi else (),
    )


def _codes_below(versi: VersiNomenklatur | None, induk: Simpul | None) -> Sequence[ButirNomenklatur]:
    """The codes right below the parent's, for a reader without scripts; at the top there are too many to list."""
    butir = find_butir(versi, induk.kode) if versi is not None and induk is not None and induk.kode else None
    return () if versi is None or butir is None else list(anak_butir(versi, butir)[:SARAN_TERBANYAK])


def ubah(request: HttpRequest, uid: UUID) -> HttpResponse:
    simpul = simpul_or_404(request, uid)
    dokumen = simpul.dokumen
    atas = [
        satu for satu in Simpul.objects.filter(dokumen=dokumen) if TINGKAT[satu.jenis] < TINGKAT[simpul.jenis]
    ]
    form = forms.SimpulForm(
        data_of(request),
        simpul=simpul,
        sidik=sidik_simpul(simpul),
        induk=atas,
        unit=pilihan_unit(dokumen.unit.instansi, today()),
    )

    if simpul.jenis in BERPAGU:
        forms.offer_codes(form, as_of_dokumen(dokumen), simpul.jenis)

    def act(isi: dict[str, Any]) -> Simpul:
        baru = services.IsiSimpul(mendukung=simpul.mendukung, **isi)
        return services.update_simpul(simpul=simpul, isi=baru, by=reader_of(request))

    judul = _("Ubah %(jenis)s") % {"jenis": simpul.get_jenis_display().lower()}
    return _run(request, dokumen, judul, _("Simpan"), form, act, berhasil=_("Perubahan tersimpan."))


@require_POST
def geser(request: HttpRequest, uid: UUID) -> HttpResponse:
    simpul = simpul_or_404(request, uid)
    try:
        services.move_simpul(simpul=simpul, arah=request.POST.get("arah", ""), by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
    return redirect(_letak(simpul))


@require_POST
def hapus(request: HttpRequest, uid: UUID) -> HttpResponse:
    simpul = simpul_or_404(request, uid)
    susunan = reverse("rencana:susun", args=[simpul.dokumen.uid])
    try:
        services.remove_simpul(simpul=simpul, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
        return redirect(_letak(simpul))
    messages.success(request, _("Butir dihapus."))
    return redirect(susunan)


def indikator(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Which indicators measure a node: search the dictionary, link, unlink."""
    simpul = simpul_or_404(request, uid)
    if request.method == "POST":
        return _link(request, simpul)
    q = " ".join(request.GET.get("q", "").split())
    tertaut = list(simpul.indikator_set.values_list("indikator_id", flat=True))
    versi = versi_pada(tertaut, as_of_dokumen(simpul.dokumen))
    konteks = {
        "simpul": simpul,
        "dokumen": simpul.dokumen,
        "unit": simpul.dokumen.unit,
        "q": q,
        "tertaut": [versi[pk] for pk in tertaut if pk in versi],
        "hasil": _search(request, simpul, q, tertaut),
        "terbanyak": HASIL_TERBANYAK,
    }
    return render(request, "rencana/indikator.html", konteks)


def _search(request: HttpRequest, simpul: Simpul, q: str, tertaut: list[int]) -> list[IndikatorVersi]:
    """By every word, the unit's own first; without a word, the unit's own."""
    terlihat = indikator_visible_to(reader_of(request)).exclude(pk__in=tertaut)
    calon = IndikatorVersi.objects.filter(indikator__in=terlihat)
    for kata in q.split()[:6]:
        calon = calon.filter(nama__icontains=kata) | calon.filter(indikator__kode__istartswith=kata)
    if not q:
        calon = calon.filter(unit_id=simpul.dokumen.unit_id)
    kunci = list(
        dict.fromkeys(calon.order_by("nama").values_list("indikator_id", flat=True)[: HASIL_TERBANYAK * 3])
    )
    versi = versi_pada(kunci[:HASIL_TERBANYAK], as_of_dokumen(simpul.dokumen))
    return sorted(versi.values(), key=lambda v: (v.unit_id != simpul.dokumen.unit_id, v.nama))


def _link(request: HttpRequest, simpul: Simpul) -> HttpResponse:
    terlihat = indikator_visible_to(reader_of(request))
    lepas = "lepas" in request.POST
    objek: Indikator = get_object_or_404(terlihat, uid=_uid(request.POST.get("lepas" if lepas else "taut")))
    try:
        if lepas:
            services.unlink_indikator(simpul=simpul, indikator=objek, by=reader_of(request))
        else:
            urutan = simpul.indikator_set.count() + 1
            services.link_indikator(simpul=simpul, indikator=objek, urutan=urutan, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, _("Indikator dilepas.") if lepas else _("Indikator ditautkan."))
    return redirect("rencana:indikator", uid=simpul.uid)


def mendukung(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Which node of a higher plan this one supports."""
    simpul = simpul_or_404(request, uid)
    q = " ".join(request.GET.get("q", "").split())
    pilihan = simpul_didukung(simpul.dokumen, q)
    if request.method == "POST":
        kunci = request.POST.get("mendukung", "")
        atas = get_object_or_404(simpul_didukung(simpul.dokumen), uid=_uid(kunci)) if kunci else None
        isi = services.IsiSimpul(
            pernyataan=simpul.pernyataan,
            kode=simpul.kode,
            induk=simpul.induk,
            mendukung=atas,
            pj_unit=simpul.pj_unit,
            sidik=request.POST.get("sidik", ""),
        )
        try:
            services.update_simpul(simpul=simpul, isi=isi, by=reader_of(request))
        except GalatDomain as galat:
            messages.error(request, str(galat))
            return redirect("rencana:mendukung", uid=uid)
        messages.success(request, _("Dukungan tersimpan."))
        return redirect(_letak(simpul))
    konteks = {
        "simpul": simpul,
        "dokumen": simpul.dokumen,
        "unit": simpul.dokumen.unit,
        "q": q,
        "sidik": sidik_simpul(simpul),
        "hasil": list(pilihan[:HASIL_TERBANYAK]),
    }
    return render(request, "rencana/mendukung.html", konteks)


def _uid(teks: str | None) -> UUID | None:
    try:
        return UUID(teks or "")
    except ValueError:
        return None


def _induk(request: HttpRequest, dokumen: Dokumen) -> Simpul | None:
    if not (kunci := request.GET.get("induk")):
        return None
    return get_object_or_404(Simpul, dokumen=dokumen, uid=_uid(kunci))


def _letak(simpul: Simpul) -> str:
    return f"{reverse('rencana:susun', args=[simpul.dokumen.uid])}#simpul-{simpul.uid}"


def _run(
    request: HttpRequest,
    dokumen: Dokumen,
    judul: str,
    kata: str,
    form: Any,
    act: Any,
    *,
    berhasil: str,
    saran: Sequence[ButirNomenklatur] = (),
) -> HttpResponse:
    susunan = reverse("rencana:susun", args=[dokumen.uid])
    halaman = HalamanFormulir(judul=judul, kata=kata, kembali=susunan, remah=((dokumen.nama, susunan),))
    if request.method == "POST":
        hasil = submit(request, form, act, berhasil)
        if hasil is not None:
            return redirect(_letak(hasil))
    return render(request, "rencana/butir_formulir.html", {"halaman": halaman, "form": form, "saran": saran})
