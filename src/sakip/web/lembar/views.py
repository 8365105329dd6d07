"""A plan to Excel and back: download, upload, compare three ways, choose, apply, undo."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.perencanaan.lembar import services as layanan
from sakip.apps.perencanaan.lembar.selectors import impor_dokumen, impor_visible_to, last_applied
from sakip.apps.perencanaan.lembar.tabel import BERMATRIKS
from sakip.apps.perencanaan.models import Dokumen
from sakip.apps.perencanaan.workflow import TERBUKA
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Pesan
from sakip.web.impor.bacaan import group_pesan
from sakip.web.lembar.bacaan import choices_from, choose_all, read_beda
from sakip.web.lembar.forms import SaringBedaForm, UnggahForm
from sakip.web.pembaca import instansi_or_404, owned_or_404, reader_of
from sakip.web.saring import build_keping

PER_HALAMAN = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _dokumen(request: HttpRequest, uid: UUID) -> Dokumen:
    """A plan kept as a matrix that the reader may see."""
    return owned_or_404(request, Dokumen.objects.filter(jenis__in=BERMATRIKS).select_related("instansi"), uid)


def _editable(request: HttpRequest, uid: UUID) -> Dokumen:
    dokumen = _dokumen(request, uid)
    for izin in (Izin.IMPOR, Izin.SUSUN_RENCANA):
        require(reader_of(request), izin, unit=dokumen.unit)
    return dokumen


def _impor(request: HttpRequest, uid: UUID) -> tuple[Impor, Dokumen]:
    """An import with the plan it goes into; both within the reader's reach."""
    instansi_or_404(request)
    impor = get_object_or_404(impor_visible_to(reader_of(request)), uid=uid)
    return impor, _editable(request, UUID(impor.pilihan["dokumen"]))


@require_safe
def ekspor(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The matrix of a plan as a workbook."""
    dokumen = _dokumen(request, uid)
    return _download(layanan.export_dokumen(dokumen=dokumen, by=reader_of(request)), dokumen.nama)


@require_safe
def templat(request: HttpRequest) -> HttpResponse:
    """The empty matrix of a kind of plan."""
    instansi = instansi_or_404(request)
    jenis = request.GET.get("jenis", "renstra")
    if jenis not in BERMATRIKS:
        raise Http404(_("Jenis dokumen ini tidak disusun sebagai matriks."))
    teks = request.GET.get("tahun", "")
    tahun = int(teks) if teks.isascii() and teks.isdecimal() and 1990 <= int(teks) <= 2100 else today().year
    isi = layanan.build_templat(instansi=instansi, jenis=jenis, tahun=tahun)
    return _download(isi, f"templat {jenis} {tahun}")


def _download(isi: bytes, nama: str) -> HttpResponse:
    tanggapan = HttpResponse(isi, content_type=XLSX)
    tanggapan.headers["Content-Disposition"] = f'attachment; filename="{slugify(nama) or "rencana"}.xlsx"'
    return tanggapan


@require_http_methods(["GET", "HEAD", "POST"])
def mulai(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Upload a workbook into a draft; what was imported before stands below."""
    dokumen = _editable(request, uid)
    form, tak_terpakai = UnggahForm(), tuple[Pesan, ...]()
    if request.method == "POST":
        form = UnggahForm(request.POST, request.FILES)
        if form.is_valid():
            berkas = form.cleaned_data["berkas"]
            try:
                impor = layanan.preview_impor(
                    isi=berkas.read(), nama=berkas.name, dokumen=dokumen, by=reader_of(request)
                )
                return redirect("lembar:rinci", uid=impor.uid)
            except BerkasTakTerpakai as galat:
                tak_terpakai = galat.pesan
            except GalatDomain as galat:
                form.add_error("berkas", str(galat))
    konteks = {
        "dokumen": dokumen,
        "unit": dokumen.unit,
        "terbuka": dokumen.status in TERBUKA,
        "form": form,
        "tak_terpakai": tak_terpakai,
        "page": Paginator(impor_dokumen(dokumen), PER_HALAMAN).get_page(request.GET.get("halaman")),
    }
    status = 422 if form.errors or tak_terpakai else 200
    return render(request, "lembar/mulai.html", konteks, status=status)


@require_safe
def rinci(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The three-way comparison of a preview, or the report of what was applied."""
    impor, dokumen = _impor(request, uid)
    form = SaringBedaForm(request.GET)
    form.is_valid()
    konteks: dict[str, Any] = {
        "impor": impor,
        "dokumen": dokumen,
        "unit": dokumen.unit,
        "form": form,
        "keping": build_keping(form),
        "jumlah": impor.ringkasan["jumlah"],
    }
    if impor.status != StatusImpor.PRATINJAU:
        terakhir = last_applied(dokumen)
        konteks |= {
            "pesan": group_pesan(impor.ringkasan["pesan"]),
            "boleh_urung": terakhir is not None and terakhir.pk == impor.pk and dokumen.status in TERBUKA,
        }
        return render(request, "lembar/hasil.html", konteks)
    try:
        pratinjau = layanan.load_pratinjau(impor=impor, dokumen=dokumen)
    except BerkasTakTerpakai as galat:
        messages.error(request, str(galat))
        return redirect("lembar:mulai", uid=dokumen.uid)
    baris = read_beda(pratinjau, form.cleaned_data.get("tampil") or "", form.cleaned_data.get("q") or "")
    konteks |= {
        "p": pratinjau,
        "jumlah": pratinjau.ringkasan()["jumlah"],
        "pesan": group_pesan(satu.to_dict() for satu in pratinjau.pesan),
        "penghalang": pratinjau.penghalang(),
        "page": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("halaman")),
    }
    return render(request, "lembar/rinci.html", konteks)


@require_POST
def pilih(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Keep the answers of one page of questions, or one answer for all that are open."""
    impor, dokumen = _impor(request, uid)
    jawaban = choices_from((k, str(v)) for k, v in request.POST.items())
    try:
        if sisi := request.POST.get("semua", ""):
            jawaban |= choose_all(layanan.load_pratinjau(impor=impor, dokumen=dokumen), sisi)
        layanan.choose(impor=impor, dokumen=dokumen, pilih=jawaban, by=reader_of(request))
    except (BerkasTakTerpakai, GalatDomain) as galat:
        messages.error(request, str(galat))
    kembali = redirect("lembar:rinci", uid=uid)
    if kueri := request.META.get("QUERY_STRING", ""):
        kembali.headers["Location"] += f"?{kueri}"
    return kembali


@require_POST
def terapkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Write what the preview shows; whatever happens, nothing is half-written."""
    impor, dokumen = _impor(request, uid)
    try:
        layanan.apply_impor(impor=impor, dokumen=dokumen, by=reader_of(request))
    except (BerkasTakTerpakai, GalatDomain) as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, _("Impor diterapkan. Masih dapat diurungkan selama dokumen belum diubah."))
    return redirect("lembar:rinci", uid=uid)


@require_POST
def urungkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take the last import into this plan back."""
    impor, dokumen = _impor(request, uid)
    try:
        layanan.undo_impor(impor=impor, dokumen=dokumen, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, _("Impor diurungkan. Dokumen kembali seperti sebelumnya."))
    return redirect("lembar:rinci", uid=uid)
