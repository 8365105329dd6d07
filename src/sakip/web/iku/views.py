"""IKU decrees: the list, the official table, choosing its rows from the plan, and the dictionary's marks."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.perencanaan.models import Dokumen, SimpulIndikator, StatusDokumen
from sakip.apps.perencanaan.selectors import versi_dokumen
from sakip.apps.perencanaan.selectors.iku import beda_tanda, calon_iku, iku_visible_to, tabel_iku
from sakip.apps.perencanaan.services import unlink_indikator
from sakip.apps.perencanaan.services.iku import choose_iku, create_iku, set_alasan_iku
from sakip.apps.perencanaan.services.iku_tanda import follow_iku
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import TidakBerwenang
from sakip.platform.access.selectors import unit_ids_for
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.organisasi.selectors import versi_unit
from sakip.platform.wewenang import pesan
from sakip.reports.xlsx import Buku, KolomLembar, Lembar, render_xlsx
from sakip.web.iku.forms import IkuBaruForm, PilihIkuForm
from sakip.web.kelola.dasar import act_now, data_of, submit
from sakip.web.kelola.forms.pilihan import pilihan_unit
from sakip.web.pembaca import instansi_or_404, may, owned_or_404, reader_of

JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Every decree in reach, the newest first."""
    instansi_or_404(request)
    semua = iku_visible_to(reader_of(request)).select_related("unit")
    konteks = {
        "dokumen": semua.order_by("-tahun_mulai", "unit__kode", "-versi_ke"),
        "boleh_tambah": bool(unit_ids_for(reader_of(request), Izin.SUSUN_RENCANA)),
    }
    return render(request, "iku/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """Begin a draft decree."""
    instansi = instansi_or_404(request)
    boleh = unit_ids_for(reader_of(request), Izin.SUSUN_RENCANA)
    if not boleh:
        raise TidakBerwenang(pesan())
    unit = [(u, label) for u, label in pilihan_unit(instansi, today()) if u.pk in boleh]
    awal = {
        "tahun_mulai": today().year,
        "tahun_selesai": today().year + 4,
        "unit": request.GET.get("unit", ""),
    }
    form = IkuBaruForm(data_of(request), unit=unit, initial=awal)
    if request.method == "POST":
        hasil = submit(
            request,
            form,
            lambda isi: create_iku(by=reader_of(request), **isi),
            _("Draf tersimpan. Pilih indikatornya."),
        )
        if hasil is not None:
            return redirect("iku:rinci", uid=hasil.uid)
    return render(request, "iku/formulir.html", {"form": form})


def _or_404(request: HttpRequest, uid: UUID) -> Dokumen:
    return owned_or_404(request, iku_visible_to(reader_of(request)).select_related("instansi"), uid)


def _form(dokumen: Dokumen, data: Any = None) -> PilihIkuForm:
    calon = calon_iku(dokumen)
    versi = versi_pada([satu.indikator_id for satu in calon], today())
    label = [
        (s, f"{versi[s.indikator_id].nama} ({s.simpul.pernyataan})") for s in calon if s.indikator_id in versi
    ]
    return PilihIkuForm(data, calon=label)


@require_safe
def rinci(request: HttpRequest, uid: UUID) -> HttpResponse:
    return _render(request, _or_404(request, uid))


def _render(request: HttpRequest, dokumen: Dokumen, form: PilihIkuForm | None = None) -> HttpResponse:
    susun = dokumen.status == StatusDokumen.DRAF and may(request, Izin.SUSUN_RENCANA, dokumen.unit)
    tambah, cabut = beda_tanda(dokumen)
    konteks = {
        "dokumen": dokumen,
        "nama_unit": versi_unit(dokumen.unit, today()),
        "baris": tabel_iku(dokumen),
        "versi_lain": [v for v in versi_dokumen(dokumen) if v.pk != dokumen.pk],
        "tahun": range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1),
        "susun": susun,
        "form": (form or _form(dokumen)) if susun else None,
        "tambah": tambah,
        "cabut": cabut,
        "boleh_terapkan": may(request, Izin.VERIFIKASI_RENCANA, dokumen.unit),
    }
    return render(request, "iku/rinci.html", konteks)


@require_POST
def pilih(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take indicators of the plan into the draft, with the reason the decree asks for."""
    dokumen = _or_404(request, uid)
    form = _form(dokumen, request.POST)
    hasil = submit(
        request,
        form,
        lambda isi: choose_iku(
            dokumen=dokumen, pilihan=form.terpilih, alasan=isi["alasan"], by=reader_of(request)
        ),
        _("Indikator masuk ke keputusan IKU."),
    )
    return _render(request, dokumen, form) if hasil is None else redirect("iku:rinci", uid=uid)


@require_POST
def lepas(request: HttpRequest, uid: UUID, pk: int) -> HttpResponse:
    """Take an indicator out of the draft."""
    dokumen = _or_404(request, uid)
    tautan = get_object_or_404(
        SimpulIndikator.objects.select_related("simpul__dokumen__unit", "indikator"),
        pk=pk,
        simpul__dokumen=dokumen,
    )
    return act_now(
        request,
        lambda: unlink_indikator(simpul=tautan.simpul, indikator=tautan.indikator, by=reader_of(request)),
        _("Indikator dikeluarkan dari draf."),
        dokumen_url(dokumen),
    )


@require_POST
def alasan(request: HttpRequest, uid: UUID, pk: int) -> HttpResponse:
    """Say anew why an indicator of the draft is an IKU."""
    dokumen = _or_404(request, uid)
    tautan = get_object_or_404(
        SimpulIndikator.objects.select_related("simpul__dokumen__unit", "indikator"),
        pk=pk,
        simpul__dokumen=dokumen,
    )
    teks = request.POST.get("alasan", "")[:2000]
    return act_now(
        request,
        lambda: set_alasan_iku(tautan=tautan, alasan=teks, by=reader_of(request)),
        _("Alasan tersimpan."),
        f"{dokumen_url(dokumen)}#iku-{pk}",
    )


def dokumen_url(dokumen: Dokumen) -> str:
    return reverse("iku:rinci", args=[dokumen.uid])


@require_POST
def terapkan(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Make the dictionary's IKU marks those of the decree in force."""
    dokumen = _or_404(request, uid)
    try:
        n = follow_iku(dokumen=dokumen, by=reader_of(request))
    except GalatDomain as galat:
        messages.error(request, str(galat))
    else:
        kalimat = ngettext("%(n)s indikator di kamus diperbarui.", "%(n)s indikator di kamus diperbarui.", n)
        messages.success(request, kalimat % {"n": n})
    return redirect("iku:rinci", uid=uid)


@require_safe
def unduh(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The table of the decree in its official columns."""
    dokumen = _or_404(request, uid)
    tahun = range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1)
    judul = (
        _("Sasaran strategis"), _("IKU"), _("Alasan"), _("Formulasi"), _("Tipe penghitungan"), _("Positif/Negatif"),
        _("Satuan"), _("Sumber data"), _("Penanggung jawab"),
    )  # fmt: skip
    kolom = (*(KolomLembar(j, 28) for j in judul), *(KolomLembar(str(t), 12) for t in tahun))
    baris = tuple(
        (
            b.tautan.simpul.pernyataan, b.versi.nama, b.tautan.alasan, b.versi.rumus or b.versi.definisi,
            str(b.versi.get_agregasi_waktu_display()), str(b.versi.get_polaritas_display()),
            "" if b.versi.satuan is None else str(b.versi.satuan), b.versi.sumber, b.penanggung,
            *("" if n is None else n.teks for n in b.target_urut),
        )
        for b in tabel_iku(dokumen)
    )  # fmt: skip
    buku = Buku(
        judul=dokumen.nama,
        penulis=dokumen.instansi.nama,
        dibuat=timezone.localtime(),
        peringatan=_("Data contoh, bukan data resmi.") if dokumen.instansi.sifat_data == "contoh" else "",
        keterangan=((_("Dasar"), dokumen.dasar), (_("Status"), str(dokumen.get_status_display()))),
        lembar=(Lembar(nama="IKU", judul=dokumen.nama, kolom=kolom, baris=baris),),
    )
    jawab = HttpResponse(render_xlsx(buku), content_type=JENIS_XLSX)
    jawab["Content-Disposition"] = f'attachment; filename="iku-{dokumen.unit.kode.lower()}.xlsx"'
    return jawab
