"""Evidence of an item: taken from what the unit has already, with page and date; last year's apart."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.datakinerja.selectors import bukti_visible_to
from sakip.apps.evaluasi import policies
from sakip.apps.evaluasi.convert import sub_dari
from sakip.apps.evaluasi.models import LembarKerja
from sakip.apps.evaluasi.services import attach_bukti, detach_bukti
from sakip.platform.access.peran import Izin
from sakip.platform.dasar import GalatDomain
from sakip.web.evaluasi.akses import butir_or_404, lembar_or_404, nama_unit
from sakip.web.evaluasi.forms import SaringBuktiForm
from sakip.web.evaluasi.kirim import is_htmx, uid_of
from sakip.web.evaluasi.tampilan.bukti import BuktiTampil, build_bukti
from sakip.web.pembaca import may, reader_of
from sakip.web.unggah import BerkasBaruForm, keep_bukti

PALING_BANYAK = 30


@require_http_methods(["GET", "HEAD", "POST"])
def bukti(request: HttpRequest, uid: UUID, kode: str) -> HttpResponse:
    """The drawer: what is attached, the unit's evidence to choose from, a new file; posting attaches one."""
    lembar = lembar_or_404(request, uid)
    butir_or_404(lembar, kode)
    galat, unggah = "", None
    if request.method == "POST":
        if "berkas" in request.FILES or "judul" in request.POST:
            unggah = BerkasBaruForm(request.POST, request.FILES, auto_id="unggah_%s")
        try:
            _attach(request, lembar, kode, unggah)
        except GalatDomain as error:
            galat = str(error)
    return _answer(request, lembar, kode, galat, unggah)


def _attach(request: HttpRequest, lembar: LembarKerja, kode: str, unggah: BerkasBaruForm | None) -> None:
    """Put a new file, or a piece the unit has already, beside the item. An unfinished form changes nothing."""
    if unggah is not None and not unggah.is_valid():
        return
    with transaction.atomic():
        if unggah is not None:
            pilihan = keep_bukti(unit=lembar.unit, isi=unggah.cleaned_data, by=reader_of(request))
        else:
            pilihan = get_object_or_404(
                bukti_visible_to(reader_of(request)), uid=uid_of(request.POST.get("bukti"))
            )
        attach_bukti(
            lembar=lembar,
            kode=kode,
            bukti=pilihan,
            halaman=request.POST.get("halaman", "")[:40],
            by=reader_of(request),
        )


@require_POST
def lepas(request: HttpRequest, uid: UUID, kode: str, bukti: UUID) -> HttpResponse:
    """Take a piece off the item; it stays with the unit, and the record of it stays with the sheet."""
    lembar = lembar_or_404(request, uid)
    butir_or_404(lembar, kode)
    lampiran = get_object_or_404(
        lembar.bukti_set.filter(kode=kode, dilepas_pada__isnull=True), bukti__uid=bukti
    )
    galat = ""
    try:
        detach_bukti(tautan=lampiran, by=reader_of(request))
    except GalatDomain as error:
        galat = str(error)
    return _answer(request, lembar, kode, galat)


def _answer(
    request: HttpRequest, lembar: LembarKerja, kode: str, galat: str, unggah: BerkasBaruForm | None = None
) -> HttpResponse:
    if unggah is not None and not galat and unggah.is_valid():
        unggah = None
    if request.method == "POST" and not is_htmx(request) and unggah is None:
        if galat:
            messages.error(request, galat)
        return redirect("evaluasi:bukti", uid=lembar.uid, kode=kode)
    konteks = _context(request, lembar, kode) | {"galat": galat}
    if unggah is not None:
        konteks["unggah"] = unggah
    if is_htmx(request):
        konteks |= {"dalam_laci": True, "tukar_bukti": request.method == "POST"}
        tanggapan = render(request, "evaluasi/_bukti.html", konteks)
    else:
        tanggapan = render(request, "evaluasi/laci.html", konteks)
    patch_vary_headers(tanggapan, ["HX-Request"])
    return tanggapan


def attached(lembar: LembarKerja, kode: str) -> list[BuktiTampil]:
    baris = lembar.bukti_set.filter(kode=kode, dilepas_pada__isnull=True).select_related(
        "bukti__berkas", "oleh"
    )
    return [build_bukti(b.bukti, lembar.evaluasi.tahun, b) for b in baris.order_by("pada", "id")]


def _context(request: HttpRequest, lembar: LembarKerja, kode: str) -> dict[str, Any]:
    instrumen, butir = butir_or_404(lembar, kode)
    terlampir = attached(lembar, kode)
    boleh = policies.boleh_bukti(reader_of(request), lembar)
    form = SaringBuktiForm(request.GET)
    form.is_valid()
    pilihan, ada_lagi = _choices(request, lembar, terlampir, form) if boleh else ([], False)
    tahun = lembar.evaluasi.tahun
    return {
        "lembar": lembar,
        "evaluasi": lembar.evaluasi,
        "nama": nama_unit(lembar),
        "judul": _("Bukti"),
        "potongan": "evaluasi/_bukti.html",
        "kode": kode,
        "kode_sub": sub_dari(instrumen, kode).kode,
        "nama_butir": butir.nama,
        "terlampir": terlampir,
        "b": {"bukti": terlampir, "kode": kode},
        "boleh_lampir": boleh,
        "form": form,
        "unggah": BerkasBaruForm(auto_id="unggah_%s"),
        "boleh_unggah": boleh and may(request, Izin.ISI_REALISASI, lembar.unit),
        "ada_bukti_unit": bool(pilihan),
        "ada_lagi": ada_lagi,
        "pilihan_bukti": [
            (
                _("Tahun %(tahun)s dan sesudahnya") % {"tahun": tahun},
                [x for x in pilihan if not x.tahun_lalu],
            ),
            (_("Dari tahun sebelumnya"), [x for x in pilihan if x.tahun_lalu]),
        ],
    }


def _choices(
    request: HttpRequest, lembar: LembarKerja, terlampir: list[BuktiTampil], form: SaringBuktiForm
) -> tuple[list[BuktiTampil], bool]:
    """The unit's evidence that is not attached yet, the newest first."""
    q = (form.cleaned_data.get("q") or "").strip()
    milik = Bukti.objects.filter(unit_id=lembar.unit_id).exclude(uid__in=[x.uid for x in terlampir])
    if q:
        milik = milik.filter(Q(judul__icontains=q) | Q(teks__icontains=q))
    baris = list(
        milik.select_related("berkas").order_by("-tanggal_bukti", "-dibuat_pada")[: PALING_BANYAK + 1]
    )
    tampil = [build_bukti(b, lembar.evaluasi.tahun) for b in baris[:PALING_BANYAK]]
    return tampil, len(baris) > PALING_BANYAK
