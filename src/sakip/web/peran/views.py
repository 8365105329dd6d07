"""The matrix of roles and results: read, edited cell by cell, printed, and exported for SKP entry."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.perencanaan.models import PeranHasil
from sakip.apps.perencanaan.selectors.peran import (
    BarisPeran,
    Matriks,
    SelPeran,
    baris_skp,
    indikator_hasil,
    matriks_peran,
)
from sakip.apps.perencanaan.services.peran_hasil import remove_peran_hasil, set_peran_hasil
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import TidakBerwenang
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.organisasi.selectors import unit_versi_terakhir, versi_unit
from sakip.platform.wewenang import pesan
from sakip.reports.xlsx import Buku, KolomLembar, Lembar, render_xlsx
from sakip.web.kelola.dasar import submit
from sakip.web.pembaca import instansi_or_404, may, owned_or_404, readable_unit_ids, reader_of, unit_or_404
from sakip.web.peran.forms import SelForm

JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TAHUN_AWAL, TAHUN_AKHIR = 1990, 2100


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The units that promise results, with a way to the matrix of each."""
    instansi = instansi_or_404(request)
    jangkauan = readable_unit_ids(request)
    versi = unit_versi_terakhir(instansi, today())
    unit = [v for pk, v in versi.items() if pk in jangkauan and v.unit.entitas_sakip]
    konteks = {"unit": sorted(unit, key=lambda v: v.nama), "tahun": today().year}
    return render(request, "peran/daftar.html", konteks)


def _tahun_or_404(tahun: int) -> None:
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise Http404


@require_http_methods(["GET", "HEAD", "POST"])
def matriks(request: HttpRequest, uid: UUID, tahun: int) -> HttpResponse:
    """The matrix of one head; `sel` in the address opens a cell for editing."""
    _tahun_or_404(tahun)
    unit = unit_or_404(request, uid)
    isi = matriks_peran(unit, tahun, request.GET.get("atasan", ""))
    boleh = may(request, Izin.SUSUN_RENCANA, unit)
    terbuka = _open_cell(request, isi)
    if request.method == "POST" and not boleh:
        raise TidakBerwenang(pesan())
    if request.method == "POST" and terbuka is None:
        raise Http404
    form = None
    if terbuka is not None and boleh:
        baris, sel, peran = terbuka
        form = SelForm(
            request.POST if request.method == "POST" else None,
            peran=peran,
            indikator=indikator_hasil(sel.kolom, tahun),
        )
        if request.method == "POST" and _save(request, isi, baris, sel, peran, form):
            return redirect(f"{_url(isi)}#{_id(baris, sel)}")
    konteks = {
        "unit": unit,
        "nama_unit": versi_unit(unit, today()),
        "m": isi,
        "tahun": tahun,
        "pilihan_tahun": [tahun - 1, tahun, tahun + 1],
        "boleh": boleh,
        "form": form,
        "terbuka": terbuka,
        "url": _url(isi),
    }
    return render(request, "peran/matriks.html", konteks)


def _url(isi: Matriks) -> str:
    alamat = reverse("peran:matriks", args=[isi.unit.uid, isi.tahun])
    return alamat if isi.atasan is None else f"{alamat}?{urlencode({'atasan': isi.atasan.jabatan.uid})}"


def _id(baris: BarisPeran, sel: SelPeran) -> str:
    return f"sel-{baris.versi.jabatan.uid}-{sel.kolom.kunci}"


def _open_cell(request: HttpRequest, isi: Matriks) -> tuple[BarisPeran, SelPeran, PeranHasil | None] | None:
    """The cell named in the address with the entry to change, None for a new one."""
    jabatan, _titik, kunci = request.GET.get("sel", "").partition(".")
    tempat = isi.find(jabatan, kunci)
    if tempat is None:
        return None
    pilihan = {str(satu.uid): satu for satu in tempat[1].isi}
    return (*tempat, pilihan.get(request.GET.get("peran", "")))


def _save(
    request: HttpRequest,
    isi: Matriks,
    baris: BarisPeran,
    sel: SelPeran,
    peran: PeranHasil | None,
    form: SelForm,
) -> bool:
    def act(bidang: dict[str, Any]) -> PeranHasil:
        return set_peran_hasil(
            unit=isi.unit,
            tahun=isi.tahun,
            jabatan=baris.versi.jabatan,
            hasil_atasan=sel.kolom.objek,
            peran=peran,
            by=reader_of(request),
            **bidang,
        )

    return submit(request, form, act, _("Tersimpan pada matriks.")) is not None


@require_POST
def hapus(request: HttpRequest, uid: UUID) -> HttpResponse:
    peran = owned_or_404(request, PeranHasil.objects.all(), uid)
    try:
        remove_peran_hasil(peran=peran, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, _("Dihapus dari matriks."))
    return redirect("peran:matriks", uid=peran.unit.uid, tahun=peran.tahun)


@require_safe
def unduh(request: HttpRequest, uid: UUID, tahun: int) -> HttpResponse:
    """Rows for SKP entry: posts and results, never a person's name."""
    _tahun_or_404(tahun)
    unit = unit_or_404(request, uid)
    judul = (
        _("Jabatan"), _("Rencana hasil kerja atasan yang diintervensi"), _("Rencana hasil kerja"), _("Aspek"),
        _("Indikator kinerja individu"), _("Target"), _("Langsung/tidak langsung"),
    )  # fmt: skip
    baris = tuple(
        (
            satu.versi.nama, satu.hasil_atasan, satu.peran.hasil, satu.aspek, satu.ukuran, satu.target,
            str(satu.peran.get_cara_display()),
        )
        for satu in baris_skp(unit, tahun)
    )  # fmt: skip
    nama = versi_unit(unit, today())
    buku = Buku(
        judul=_("Bahan SKP %(tahun)s") % {"tahun": tahun},
        penulis=unit.instansi.nama,
        dibuat=timezone.localtime(),
        peringatan=_("Data contoh, bukan data resmi.") if unit.instansi.sifat_data == "contoh" else "",
        keterangan=((_("Unit"), unit.kode if nama is None else nama.nama), (_("Tahun"), str(tahun))),
        lembar=(
            Lembar(
                nama="SKP",
                judul=_("Matriks peran hasil"),
                kolom=tuple(KolomLembar(satu, 34) for satu in judul),
                baris=baris,
                kaki=(
                    _(
                        "Aspek menurut pilihan pada matriks, atau menurut indikatornya; kosong bila tidak terbaca."
                    ),
                ),
            ),
        ),
    )
    jawab = HttpResponse(render_xlsx(buku), content_type=JENIS_XLSX)
    jawab["Content-Disposition"] = f'attachment; filename="skp-{tahun}.xlsx"'
    return jawab
