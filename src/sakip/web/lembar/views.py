"""A sheet to Excel and back: download, upload, compare three ways, choose, apply, undo."""

from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.services import preview_impor as preview_realisasi
from sakip.apps.perencanaan.lembar import services as layanan
from sakip.apps.perencanaan.lembar.jenis import BERLEMBAR, build_templat, write_templat
from sakip.apps.perencanaan.lembar.riwayat import Riwayat
from sakip.apps.perencanaan.lembar.selectors import impor_of, impor_visible_to, last_applied
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.lembar.pesan import BerkasTakTerpakai, Pesan
from sakip.web.impor.bacaan import group_pesan
from sakip.web.lembar.bacaan import choices_from, choose_all, read_beda
from sakip.web.lembar.forms import SaringBedaForm, UnggahForm
from sakip.web.lembar.halaman import Cari, Halaman, page_of
from sakip.web.pembaca import instansi_or_404, reader_of
from sakip.web.saring import build_keping

PER_HALAMAN = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _editable(request: HttpRequest, halaman: Halaman) -> Halaman:
    halaman.macam.require_tulis(reader_of(request))
    return halaman


def _impor(request: HttpRequest, uid: UUID) -> tuple[Impor, Halaman]:
    """An import with the sheet it goes into; both within the reader's reach."""
    instansi_or_404(request)
    impor = get_object_or_404(impor_visible_to(reader_of(request)), uid=uid)
    return impor, _editable(request, page_of(request, impor))


@require_safe
def ekspor(request: HttpRequest, uid: UUID, cari: Cari) -> HttpResponse:
    """The sheet as a workbook."""
    macam = cari(request, uid).macam
    return _download(layanan.export_lembar(macam=macam, by=reader_of(request)), macam.nama)


@require_safe
def templat(request: HttpRequest) -> HttpResponse:
    """The empty matrix of a kind of plan."""
    instansi = instansi_or_404(request)
    jenis = request.GET.get("jenis", "renstra")
    if jenis not in BERLEMBAR:
        raise Http404(_("Jenis dokumen ini tidak disusun sebagai matriks."))
    teks = request.GET.get("tahun", "")
    tahun = int(teks) if teks.isascii() and teks.isdecimal() and 1990 <= int(teks) <= 2100 else today().year
    isi = build_templat(instansi=instansi, jenis=jenis, tahun=tahun)
    return _download(isi, f"templat {jenis} {tahun}")


@require_safe
def templat_objek(request: HttpRequest, uid: UUID, cari: Cari) -> HttpResponse:
    """The empty sheet of one object."""
    macam = cari(request, uid).macam
    macam.require_baca(reader_of(request))
    return _download(write_templat(macam), f"templat {macam.nama}")


def _download(isi: bytes, nama: str) -> HttpResponse:
    tanggapan = HttpResponse(isi, content_type=XLSX)
    tanggapan.headers["Content-Disposition"] = f'attachment; filename="{slugify(nama) or "rencana"}.xlsx"'
    return tanggapan


@require_http_methods(["GET", "HEAD", "POST"])
def mulai(request: HttpRequest, uid: UUID, cari: Cari) -> HttpResponse:
    """Upload a workbook; what was imported before stands below."""
    halaman = _editable(request, cari(request, uid))
    macam = halaman.macam
    form, tak_terpakai = UnggahForm(bantuan=halaman.kata.bantuan), tuple[Pesan, ...]()
    if request.method == "POST":
        form = UnggahForm(request.POST, request.FILES, bantuan=halaman.kata.bantuan)
        if form.is_valid():
            berkas = form.cleaned_data["berkas"]
            try:
                impor = layanan.preview_impor(
                    isi=berkas.read(), nama=berkas.name, macam=macam, by=reader_of(request)
                )
                return redirect("lembar:rinci", uid=impor.uid)
            except BerkasTakTerpakai as galat:
                tak_terpakai = galat.pesan
            except GalatDomain as galat:
                form.add_error("berkas", str(galat))
    konteks = {
        "h": halaman,
        "macam": macam,
        "form": form,
        "tak_terpakai": tak_terpakai,
        "page": Paginator(impor_of(macam), PER_HALAMAN).get_page(request.GET.get("halaman")),
    }
    status = 422 if form.errors or tak_terpakai else 200
    return render(request, "lembar/mulai.html", konteks, status=status)


@require_safe
def rinci(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The three-way comparison of a preview, or the report of what was applied."""
    impor, halaman = _impor(request, uid)
    macam = halaman.macam
    form = SaringBedaForm(request.GET)
    form.is_valid()
    konteks: dict[str, Any] = {
        "impor": impor,
        "h": halaman,
        "macam": macam,
        "form": form,
        "keping": build_keping(form),
        "jumlah": impor.ringkasan["jumlah"],
        "titipan": impor.ringkasan.get("titipan", 0),
    }
    if impor.status != StatusImpor.PRATINJAU:
        terakhir = last_applied(macam)
        konteks |= {
            "pesan": group_pesan(impor.ringkasan["pesan"]),
            "boleh_urung": terakhir is not None and terakhir.pk == impor.pk and macam.terbuka,
        }
        return render(request, "lembar/hasil.html", konteks)
    try:
        pratinjau = layanan.load_pratinjau(impor=impor, macam=macam)
    except BerkasTakTerpakai as galat:
        messages.error(request, str(galat))
        return redirect(halaman.alamat)
    baris = read_beda(pratinjau, form.cleaned_data.get("tampil") or "", form.cleaned_data.get("q") or "")
    konteks |= {
        "p": pratinjau,
        "jumlah": pratinjau.ringkasan()["jumlah"],
        "pesan": group_pesan(satu.to_dict() for satu in pratinjau.pesan),
        "penghalang": pratinjau.penghalang(),
        "page": (page := Paginator(baris, PER_HALAMAN).get_page(request.GET.get("halaman"))),
        "ada_pilihan": any(satu.beda.bisa_pilih and not satu.tertahan for satu in page),
    }
    return render(request, "lembar/rinci.html", konteks)


@require_POST
def pilih(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Keep the answers of one page of questions, or one answer for all that are open."""
    impor, halaman = _impor(request, uid)
    macam = halaman.macam
    jawaban = choices_from((k, str(v)) for k, v in request.POST.items())
    try:
        if sisi := request.POST.get("semua", ""):
            jawaban |= choose_all(layanan.load_pratinjau(impor=impor, macam=macam), sisi)
        layanan.choose(impor=impor, macam=macam, pilih=jawaban, by=reader_of(request))
    except (BerkasTakTerpakai, GalatDomain) as galat:
        messages.error(request, str(galat))
    kembali = redirect("lembar:rinci", uid=uid)
    if kueri := request.META.get("QUERY_STRING", ""):
        kembali.headers["Location"] += f"?{kueri}"
    return kembali


@require_POST
def terapkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Write what the preview shows; whatever happens, nothing is half-written."""
    impor, halaman = _impor(request, uid)
    macam = halaman.macam
    try:
        layanan.apply_impor(impor=impor, macam=macam, by=reader_of(request))
    except (BerkasTakTerpakai, GalatDomain) as galat:
        messages.error(request, str(galat))
    else:
        messages.success(
            request, _("Impor diterapkan. Masih dapat diurungkan selama isinya belum diubah lagi.")
        )
    return redirect("lembar:rinci", uid=uid)


@require_POST
def urungkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take the last import back."""
    impor, halaman = _impor(request, uid)
    macam = halaman.macam
    try:
        layanan.undo_impor(impor=impor, macam=macam, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, _("Impor diurungkan. Isinya kembali seperti sebelumnya."))
    return redirect("lembar:rinci", uid=uid)


@require_POST
def realisasi(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Hand the results of a sheet of past years to their own import, which shows what it would do."""
    impor, halaman = _impor(request, uid)
    macam = halaman.macam
    if not isinstance(macam, Riwayat):
        raise Http404(_("Impor ini tidak memuat realisasi."))
    try:
        dibaca = layanan.read_isi(isi=layanan.stored_content(impor), nama=impor.nama_berkas, macam=macam)
        hasil = preview_realisasi(
            isi=macam.results_of(dibaca),
            nama=f"realisasi {PurePath(impor.nama_berkas).stem}.csv",
            bentuk="capaian",
            pilihan=PilihanImpor(macam.tahun_terakhir, macam.unit.kode, "koma"),
            instansi=macam.instansi,
            by=reader_of(request),
        )
    except (BerkasTakTerpakai, GalatDomain) as galat:
        messages.error(request, str(galat))
        return redirect("lembar:rinci", uid=uid)
    assert hasil.impor is not None
    return redirect("impor:rinci", uid=hasil.impor.uid)
